"""RTF: all text, whatever destination it stands in, and the binary data of pictures and objects.

Source: Rich Text Format Specification 1.9.1.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import field
from typing import Final

from answerkit.model.frozen import dataclass
from answerkit.model.text import Role
from answerkit.verify.extract.codes import Rule
from answerkit.verify.extract.found import ARCHIVE, Flaw, Found, Inner, Source, Text
from answerkit.verify.extract.limits import Limits
from answerkit.verify.extract.raw import one_byte, raw_texts

_TOKEN = re.compile(
    rb"\\bin(?P<bin>\d{1,9}) ?"
    rb"|\\'(?P<byte>[0-9A-Fa-f]{2})"
    rb"|\\(?P<word>[A-Za-z]{1,32})(?P<value>-?\d{1,9})? ?"
    rb"|\\(?P<sign>[^A-Za-z])"
    rb"|(?P<brace>[{}])"
    rb"|(?P<text>[^\\{}]+)",
    re.DOTALL,
)
_ENDS_PARAGRAPH: Final = frozenset(("par", "sect", "page", "row", "nestrow", "\n", "\r"))
_CHARACTERS: Final = {
    "tab": "\t", "cell": "\t", "nestcell": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ",
    "qmspace": " ", "~": "\xa0", "-": "\xad", "_": "\N{NON-BREAKING HYPHEN}", "\\": "\\", "{": "{", "}": "}",
}  # fmt: skip
_APART_NAMES: Final = (
    "fonttbl colortbl stylesheet info title subject author operator manager company doccomm hlinkbase"
    " keywords category comment annotation atnid atnauthor footnote header headerl headerr headerf footer"
    " footerl footerr footerf pict objdata objclass objname fldinst bkmkstart bkmkend xe tc nonshppict"
    " datafield formfield listtext pntext revtbl template"
)
_APART: Final = frozenset(_APART_NAMES.split())
"""Destinations whose text does not stand in the line of the text around them."""

_PICTURE = re.compile(rb"\x89PNG\r\n|\xff\xd8\xff")
_BLOB = re.compile(r"[0-9A-Fa-f\s]{65,}")


@dataclass(slots=True)
class _Group:
    """An open group.

    Attributes:
        texts: what was read in it; shared with the group around it unless it stands apart.
        fallback: how many characters for old readers follow a Unicode character.
    """

    texts: list[str] = field(default_factory=list)
    fallback: int = 1
    apart: bool = False


def read_rtf(source: Source, _limits: Limits) -> Iterator[Found]:
    """Paragraphs and destinations in the order of their ends, all paragraphs together, and binary data."""
    yield from _Document(source.data).found()


class _Document:
    """One document while it is read."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._position = data.index(b"{")
        self._groups: list[_Group] = []
        self._skip = 0
        self._code_page = "cp1252"
        self._paragraphs: list[str] = []
        self._others = 0

    def found(self) -> Iterator[Found]:
        while token := _TOKEN.match(self._data, self._position):
            self._position = token.end()
            yield from self._token(token)
            if not self._groups:
                break
        if self._groups:
            yield from self._paragraph()
            yield Flaw(Rule.U102)
        if len(self._paragraphs) > 1:
            yield Text("", Role.BODY, "\n".join(self._paragraphs))
        rest = self._data[self._position :].strip(b"\x00 \t\r\n")
        if rest:
            yield Flaw(Rule.U114, f"byte[{self._position}]")
            yield Inner(f"byte[{self._position}]", Source("", rest))

    def _token(self, token: re.Match[bytes]) -> Iterator[Found]:
        match token.lastgroup:
            case "bin":
                end = self._position + int(token["bin"])
                yield from self._blob(self._data[self._position : end])
                self._position = end
            case "byte":
                self._letters(bytes.fromhex(token["byte"].decode()).decode(self._code_page, errors="replace"))
            case "word" | "value":
                yield from self._word(token["word"].decode(), int(token["value"] or b"-1"))
            case "sign":
                yield from self._word(one_byte(token["sign"]), -1)
            case "brace":
                yield from self._brace(token["brace"])
            case _:
                self._letters(one_byte(token["text"].translate(None, b"\r\n")))

    def _brace(self, brace: bytes) -> Iterator[Found]:
        if brace == b"{":
            outer = self._groups[-1] if self._groups else _Group()
            self._groups.append(_Group(outer.texts, outer.fallback))
            return
        group = self._groups.pop()
        if group.apart or not self._groups:
            yield from self._end(group)

    def _word(self, word: str, value: int) -> Iterator[Found]:
        group = self._groups[-1]
        if word == "u":
            self._letters(chr(value & 0xFFFF))
            self._skip = group.fallback
        elif word == "uc":
            group.fallback = max(value, 0)
        elif word == "ansicpg":
            self._code_page = _code_page(value)
        elif word == "*" or word in _APART:
            group.texts, group.apart = [], True
        elif word in _ENDS_PARAGRAPH:
            yield from self._paragraph()
        else:
            self._letters(_CHARACTERS.get(word, ""))

    def _letters(self, text: str) -> None:
        skipped = min(self._skip, len(text))
        self._skip -= skipped
        self._groups[-1].texts.append(text[skipped:])

    def _paragraph(self) -> Iterator[Found]:
        """End the paragraph of the group that is open."""
        group = self._groups[-1]
        yield from self._end(group)
        group.texts.clear()

    def _end(self, group: _Group) -> Iterator[Found]:
        text = _paired("".join(group.texts)).strip()
        if _BLOB.fullmatch(text):
            digits = "".join(text.split())
            yield from self._blob(bytes.fromhex(digits[: len(digits) // 2 * 2]))
        elif text and group.apart:
            self._others += 1
            yield Text(f"gruppe[{self._others}]", Role.METADATA, text)
        elif text:
            self._paragraphs.append(text)
            yield Text(f"par[{len(self._paragraphs)}]", Role.BODY, text)

    def _blob(self, data: bytes) -> Iterator[Found]:
        self._others += 1
        label = f"objekt[{self._others}]"
        packed = ARCHIVE.search(data) or _PICTURE.search(data)
        start = packed.start() if packed else 0
        yield from raw_texts(data[:start], label)
        yield Inner(label, Source("", data[start:]))


def _code_page(number: int) -> str:
    """Python's name of a code page; Windows' own for one that Python does not know."""
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return "cp1252"


def _paired(text: str) -> str:
    """The text with its surrogates joined to the characters that they stand for."""
    return text.encode("utf-16-le", errors="surrogatepass").decode("utf-16-le", errors="replace")
