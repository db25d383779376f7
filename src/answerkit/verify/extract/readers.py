"""Which reader reads what, and which names go with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Final

from answerkit.verify.extract.codes import Rule
from answerkit.verify.extract.found import Found, Reader, Source
from answerkit.verify.extract.kind import Kind
from answerkit.verify.extract.limits import Limits
from answerkit.verify.extract.opaque import opaque, read_nothing
from answerkit.verify.extract.plain import read_text
from answerkit.verify.extract.png import read_png
from answerkit.verify.extract.xml_part import read_html, read_xml
from answerkit.verify.extract.zip_archive import read_zip


def _late(module: str, name: str) -> Reader:
    """A reader whose module is imported for the first file that needs it: most runs meet few kinds."""

    def read(source: Source, limits: Limits) -> Iterator[Found]:
        reader: Reader = getattr(import_module(f"{__package__}.{module}"), name)
        return reader(source, limits)

    return read


READERS: Final[Mapping[Kind, Reader]] = {
    Kind.EMPTY: read_nothing,
    Kind.ZIP: read_zip,
    Kind.TAR: _late("archives", "read_tar"),
    Kind.GZIP: _late("archives", "read_gzip"),
    Kind.BZIP2: _late("archives", "read_bzip2"),
    Kind.XZ: _late("archives", "read_xz"),
    Kind.OTHER_ARCHIVE: opaque(Rule.U115),
    Kind.OLE: _late("ole", "read_ole"),
    Kind.PDF: _late("pdf", "read_pdf"),
    Kind.RTF: _late("rtf", "read_rtf"),
    Kind.MAIL: _late("mail", "read_mail"),
    Kind.XML: read_xml,
    Kind.HTML: read_html,
    Kind.TEXT: read_text,
    Kind.PNG: read_png,
    Kind.JPEG: _late("pictures", "read_jpeg"),
    Kind.GIF: _late("pictures", "read_gif"),
    Kind.RIFF: _late("pictures", "read_webp"),
    Kind.TIFF: _late("pictures", "read_tiff"),
    Kind.PICTURE: opaque(Rule.U111),
    Kind.FONT: opaque(Rule.U111),
    Kind.SETTINGS: opaque(Rule.U111),
    Kind.MEDIA: opaque(Rule.U117),
    Kind.UNKNOWN: opaque(Rule.U101),
}

READ_ALONE: Final = frozenset(
    (Kind.XML, Kind.TEXT, Kind.PNG, Kind.JPEG, Kind.GIF, Kind.RIFF, Kind.TIFF, Kind.PICTURE, Kind.FONT)
)
"""Kinds that give the same whenever the bytes are the same, and hold little else."""

_NAMED: Final[Mapping[str, frozenset[Kind]]] = {
    extension: frozenset((*kinds, Kind.EMPTY))
    for extensions, *kinds in (
        (".docx .docm .dotx .dotm .xlsx .xlsm .xltx .pptx .pptm .ppsx .potx", Kind.ZIP, Kind.OLE),
        (".odt .ott .ods .odp .odg .zip .epub .jar", Kind.ZIP),
        (".doc .dot .xls .ppt .msg", Kind.OLE),
        (".pdf", Kind.PDF),
        (".rtf", Kind.RTF),
        (".png", Kind.PNG),
        (".jpg .jpeg .jpe", Kind.JPEG),
        (".gif", Kind.GIF),
        (".tif .tiff", Kind.TIFF),
        (".webp", Kind.RIFF),
        (".bmp .ico .emf .wmf", Kind.PICTURE),
        (".svg .xml .rels", Kind.XML),
        (".htm .html", Kind.HTML, Kind.XML),
        (".eml", Kind.MAIL),
        (".txt .csv .yaml .yml .json .md .log .tsv", Kind.TEXT, Kind.XML, Kind.HTML, Kind.MAIL),
        (".tar", Kind.TAR),
        (".gz .tgz", Kind.GZIP),
        (".bz2", Kind.BZIP2),
        (".xz", Kind.XZ),
    )
    for extension in extensions.split()
}


def contradicts(extension: str, kind: Kind) -> bool:
    """Whether a name with this extension promises something else than the bytes are.

    An encrypted Office file is a compound file under its old name; the reader of those says so.
    """
    return extension in _NAMED and kind not in _NAMED[extension]
