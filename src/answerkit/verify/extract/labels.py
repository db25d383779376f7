"""What findings call a part of a file: a name that is fixed by the format, or else the part's number.

Any other name may itself be what must not be told.
"""

from __future__ import annotations

import re
from typing import Final

_EXTENSIONS: Final = (
    "xml rels bin vml txt csv html htm eml msg json yaml md rtf doc docx docm dotx xls xlsx xlsm ppt pptx"
    " odt ods odp pdf png jpg jpeg gif tif tiff bmp emf wmf svg webp ttf otf odttf zip tar gz"
)
_FOLDERS: Final = (
    "_rels docProps word xl ppt customXml theme media embeddings fonts charts drawings diagrams glossary"
    " activeX worksheets chartsheets tables pivotTables pivotCache externalLinks queryTables threadedComments"
    " persons printerSettings ctrlProps slides slideLayouts slideMasters notesSlides notesMasters"
    " handoutMasters comments tags ink webextensions META-INF Pictures Thumbnails Configurations2"
    " ObjectReplacements Basic"
)
_STEMS: Final = (
    "Content_Types document styles settings webSettings fontTable numbering header footer footnotes endnotes"
    " comments commentsExtended commentsIds commentsExtensible people theme image chart drawing vmlDrawing"
    " data layout quickStyle colors style core app custom item itemProps workbook sheet sharedStrings"
    " calcChain connections metadata table pivotTable pivotCacheDefinition pivotCacheRecords externalLink"
    " queryTable threadedComment person printerSettings ctrlProp presentation presProps viewProps tableStyles"
    " slide slideLayout slideMaster notesSlide notesMaster handoutMaster commentAuthors comment tag"
    " vbaProject vbaData stylesWithEffects attachedToolbars activeX oleObject package thumbnail font"
    " bibliography afchunk documentProtection keyMapping customizations customUI userCustomization content"
    " meta manifest mimetype documentsignatures macrosignatures rdf"
)
# after a dot that is no extension: word/_rels/document.xml.rels, and the dot file _rels/.rels
_STEM: Final = rf"\[?(?:{'|'.join(_STEMS.split())})\]?[0-9]{{0,3}}"
_FIXED = re.compile(
    rf"(?:(?:{'|'.join(_FOLDERS.split())})/)*(?:(?:{_STEM})?(?:\.(?:{'|'.join(_EXTENSIONS.split())})){{1,2}}|mimetype)"
)

_STREAM = re.compile(
    r"(?:WordDocument|[01]Table|Data|Workbook|Book|PowerPoint Document|Current User|Pictures|CompObj|ObjInfo"
    r"|Ole|Ole10Native|CONTENTS|Package|SummaryInformation|DocumentSummaryInformation|EncryptedPackage"
    r"|EncryptionInfo|EPRINT|Equation Native|Macros|VBA|dir|PROJECT|PROJECTwm|_VBA_PROJECT|ObjectPool"
    r"|MsoDataStore|ThisDocument|__properties_version1\.0|__nameid_version1\.0|__substg1\.0_[0-9A-F]{8}"
    r"|__recip_version1\.0_#[0-9A-F]{8}|__attach_version1\.0_#[0-9A-F]{8})"
)


def part_label(name: str, number: int) -> str:
    """The name where the format fixes it, as ``word/document.xml``; else ``#number`` and the extension."""
    if _FIXED.fullmatch(name):
        return name
    extension = name.rpartition(".")[2].lower()
    return f"#{number}.{extension}" if extension in _KNOWN_EXTENSIONS else f"#{number}"


def stream_label(path: tuple[str, ...], number: int) -> str:
    """The path of a stream of a compound file when its names are fixed ones; else ``#number``."""
    names = tuple(name.lstrip("\x01\x02\x03\x05\x06") for name in path)
    return "/".join(names) if all(_STREAM.fullmatch(name) for name in names) else f"#{number}"


_KNOWN_EXTENSIONS: Final = frozenset(_EXTENSIONS.split())
_OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)")


def leads_out(name: str) -> bool:
    """Whether unpacking under this name could write outside the folder it is unpacked in, on any system."""
    return _OUTSIDE.search(name) is not None
