"""What bytes are, judged by themselves; a name is only asked where bytes leave it open."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import Final

from answerkit.verify.extract.characters import decoded
from answerkit.verify.extract.found import Source


class Kind(Enum):
    """A format, or a family of formats that are read alike."""

    EMPTY = auto()
    ZIP = auto()
    TAR = auto()
    GZIP = auto()
    BZIP2 = auto()
    XZ = auto()
    OTHER_ARCHIVE = auto()
    OLE = auto()
    PDF = auto()
    RTF = auto()
    XML = auto()
    HTML = auto()
    MAIL = auto()
    TEXT = auto()
    PNG = auto()
    JPEG = auto()
    GIF = auto()
    RIFF = auto()
    TIFF = auto()
    PICTURE = auto()
    FONT = auto()
    SETTINGS = auto()
    MEDIA = auto()
    UNKNOWN = auto()


# Sources: each format's own specification; gathered in the Library of Congress' format descriptions.
_BEGINNINGS: Final = tuple(
    (re.compile(pattern, re.DOTALL), kind)
    for pattern, kind in (
        (rb"PK(?:\x03\x04|\x05\x06)", Kind.ZIP),
        (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OLE),
        (rb"\x89PNG\r\n\x1a\n", Kind.PNG),
        (rb"\xff\xd8\xff", Kind.JPEG),
        (rb"GIF8[79]a", Kind.GIF),
        (rb"RIFF.{4}WEBP", Kind.RIFF),
        (rb"II[*+]\x00|MM\x00[*+]", Kind.TIFF),
        (rb"BM.{4}\x00{4}|\x00\x00[\x01\x02]\x00[\x01-\x40]\x00", Kind.PICTURE),
        (rb"\x01\x00{3}.{36} EMF|\xd7\xcd\xc6\x9a|[\x01\x02]\x00\x09\x00\x00[\x01\x03]", Kind.PICTURE),
        (rb"(?:\xef\xbb\xbf)?\s{0,100}\{\\rt", Kind.RTF),
        (rb".{0,1019}%PDF-[0-9]", Kind.PDF),
        (rb"\x1f\x8b\x08", Kind.GZIP),
        (rb"BZh[1-9](?:1AY&SY|\x17rE8P)", Kind.BZIP2),
        (rb"\xfd7zXZ\x00", Kind.XZ),
        (rb"7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|MSCF\x00{4}|\x28\xb5\x2f\xfd|xar!\x00", Kind.OTHER_ARCHIVE),
        (rb"\x00\x01\x00\x00\x00[\x01-\x40]|OTTO\x00|true\x00|ttcf\x00|wOF[F2](?:OTTO|\x00)", Kind.FONT),
        (rb".{4}ftyp|RIFF.{4}(?:WAVE|AVI )|ID3[\x02-\x04]|OggS\x00|fLaC\x00|\x1a\x45\xdf\xa3", Kind.MEDIA),
        (rb".{257}ustar", Kind.TAR),
        (rb".{64}\x01\x04..[\xdc\xe0]\x00", Kind.SETTINGS),
    )
)
"""What a format's files begin with."""

_MASKED_FONT = re.compile(rb"(?s).{32,400}(?:cmap|glyf|head|hhea).{12}")
"""An embedded font whose first 32 bytes are masked. Source: ECMA-376-4, 15.2.13 (font embedding)."""

_END_OF_ZIP: Final = b"PK\x05\x06"
_LONGEST_END: Final = 22 + 0xFFFF

_DECLARED_XML = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml\s")
_XML = re.compile(r"\s*<(?:\?xml\s|!DOCTYPE\s|!--|[A-Za-z_][\w.:-]*(?:\s[^<>]*)?/?>)")
_HTML = re.compile(r"(?is)\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b")
_MAIL = re.compile(r"(?:From [^\n]*\n)?(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*){3}")
_FIELDS = re.compile(
    r"(?m)^(?:Return-Path|Received|From|To|Cc|Subject|Date|Message-ID|MIME-Version|Content-Type|Reply-To):"
)
_FIELDS_OF_MAIL: Final = 3
_HEAD: Final = 4096
_NAMED: Final = {
    ".eml": Kind.MAIL, ".mht": Kind.MAIL, ".mhtml": Kind.MAIL, ".htm": Kind.HTML, ".html": Kind.HTML,
    ".xml": Kind.XML, ".rels": Kind.XML, ".svg": Kind.XML, ".vml": Kind.XML,
}  # fmt: skip
"""What a text is read as because of its name, whatever it begins with."""


def judge(source: Source) -> Kind:
    """What the bytes are."""
    data = source.data
    if not data:
        return Kind.EMPTY
    if _DECLARED_XML.match(data):
        return _NAMED.get(source.extension, Kind.XML)
    kind = next((kind for beginning, kind in _BEGINNINGS if beginning.match(data)), Kind.UNKNOWN)
    if kind is Kind.UNKNOWN or (kind is Kind.PDF and b"obj" not in data):
        kind = _kind_of_text(source)
    if kind is not Kind.UNKNOWN:
        return kind
    if _END_OF_ZIP in data[-_LONGEST_END:]:
        return Kind.ZIP
    return Kind.FONT if _MASKED_FONT.match(data) else Kind.UNKNOWN


def _kind_of_text(source: Source) -> Kind:
    text = decoded(source.data)
    if text is None:
        return Kind.UNKNOWN
    if source.extension in _NAMED:
        return _NAMED[source.extension]
    if _HTML.match(text):
        return Kind.HTML
    if _XML.match(text):
        return Kind.XML
    head = text[:_HEAD].replace("\r\n", "\n")
    is_mail = _MAIL.match(head) and len(_FIELDS.findall(head)) >= _FIELDS_OF_MAIL
    return Kind.MAIL if is_mail else Kind.TEXT
