"""Strings of PDF objects, and the text that content streams draw, by the fonts' own tables of characters.

Source: ISO 32000-2, 7.3.4 (strings), 7.3.5 (names), 7.9.2 (text strings), 9.4 (text objects), 9.10.3
(ToUnicode).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from answerkit.verify.extract.raw import one_byte

CharacterMap: TypeAlias = Mapping[bytes, str]
"""Codes of a font, of one byte or two, and the text that each stands for."""

_TOKEN = re.compile(
    rb"(?P<open>\()|<(?P<hex>[0-9A-Fa-f\s]*)>|/(?P<name>[^\s()<>\[\]{}/%]*)|(?P<word>[A-Za-z'\"*]+)|(?P<number>-?[0-9.]+)"
)
_PARENTHESIS = re.compile(rb"[()]|\\(?s:.)")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|(?s:.))")
_ESCAPED: Final = {
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"f": b"\f",
    b"\n": b"",
    b"\r": b"",
    b"\r\n": b"",
}
_HASH = re.compile(rb"#([0-9A-Fa-f]{2})")
_NEW_PLACE: Final = frozenset((b"Td", b"TD", b"Tm", b"T*", b"'", b'"', b"BT", b"ET"))
_GAP: Final = -180
"""Thousandths of the font's size; what moves on by more is a space to the eye."""

_FONT = re.compile(rb"/([^\s()<>\[\]{}/%]+)\s+([0-9]{1,9})\s+[0-9]{1,5}\s+R\b")
_TO_UNICODE = re.compile(rb"/ToUnicode\s+([0-9]{1,9})\s")
_SECTION = re.compile(rb"begin(bf(?:char|range))((?:(?!beginbf).)*?)endbf", re.DOTALL)
_RANGE = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])")
_PAIR = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]*)>")
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_WIDEST_RANGE: Final = 0x10000


def strings(text: bytes) -> Iterator[bytes]:
    """The strings in an object, in order, without their escapes."""
    for kind, value in tokens(text):
        if kind == "string":
            yield value


def names(text: bytes) -> Iterator[str]:
    """The names in an object, without their escapes."""
    for kind, value in tokens(text):
        if kind == "name":
            yield one_byte(_HASH.sub(lambda code: bytes.fromhex(code[1].decode()), value))


def tokens(text: bytes) -> Iterator[tuple[str, bytes]]:
    """``string``, ``name``, ``word`` or ``number``, and its bytes."""
    position = 0
    while found := _TOKEN.search(text, position):
        position = found.end()
        match found.lastgroup:
            case "open":
                end = _closing(text, position)
                yield "string", _unescaped(text[position:end])
                position = end + 1
            case "hex":
                yield "string", _from_hex(found["hex"])
            case kind:
                yield kind or "", found[kind or 0]


def _closing(text: bytes, position: int) -> int:
    """Where the parenthesis that stands before the position is closed; the end of the text if it never is."""
    depth = 1
    for sign in _PARENTHESIS.finditer(text, position):
        depth += {b"(": 1, b")": -1}.get(sign[0], 0)
        if not depth:
            return sign.start()
    return len(text)


def _unescaped(string: bytes) -> bytes:
    return _ESCAPE.sub(_escaped, string) if b"\\" in string else string


def _escaped(escape: re.Match[bytes]) -> bytes:
    code = escape[1]
    return bytes([int(code, 8) & 0xFF]) if code.isdigit() else _ESCAPED.get(code, code)


def _from_hex(digits: bytes) -> bytes:
    digits = b"".join(digits.split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def as_text(string: bytes) -> str:
    """A text string: UTF-16 or UTF-8 by its mark, else one byte per character."""
    if string.startswith((b"\xfe\xff", b"\xff\xfe")):
        return string.decode("utf-16", errors="replace")
    return (
        string.decode("utf-8-sig", errors="replace")
        if string.startswith(b"\xef\xbb\xbf")
        else one_byte(string)
    )


def font_names(text: bytes) -> Iterator[tuple[bytes, int]]:
    """Names for objects in a dictionary, e.g. of fonts: ``/F1 5 0 R``."""
    for name, number in _FONT.findall(text):
        yield name, int(number)


def to_unicode(text: bytes) -> int | None:
    """Number of the object that holds a font's table of characters."""
    found = _TO_UNICODE.search(text)
    return int(found[1]) if found else None


def character_map(stream: bytes) -> dict[bytes, str]:
    """A font's table of characters."""
    table: dict[bytes, str] = {}
    for kind, body in _SECTION.findall(stream):
        if kind == b"bfchar":
            table.update((_from_hex(code), _utf16(_from_hex(text))) for code, text in _PAIR.findall(body))
        else:
            for first, last, start, each in _RANGE.findall(body):
                table.update(_range(_from_hex(first), _from_hex(last), start, each))
    return table


def _range(first: bytes, last: bytes, start: bytes, each: bytes) -> Iterator[tuple[bytes, str]]:
    low = int.from_bytes(first, "big")
    count = min(int.from_bytes(last, "big") - low + 1, _WIDEST_RANGE)
    listed = [_utf16(_from_hex(text)) for text in _HEX.findall(each)]
    text = _utf16(_from_hex(start))
    for index in range(count if text else min(count, len(listed))):
        code = (low + index).to_bytes(len(first), "big")
        yield code, text[:-1] + chr(min(ord(text[-1]) + index, 0x10FFFF)) if text else listed[index]


def _utf16(data: bytes) -> str:
    return data.decode("utf-16-be", errors="replace")


def drawn_text(stream: bytes, fonts: Mapping[bytes, tuple[CharacterMap, ...]]) -> str:
    """The text that a content stream draws, a line for each new place.

    Args:
        stream: the content stream.
        fonts: by resource name, the tables of every font of that name; without one, codes are letters.
    """
    shown: list[str] = []
    tables: tuple[CharacterMap, ...] = ()
    last_name = b""
    for kind, value in tokens(stream):
        if kind == "string":
            shown.append(_letters(value, tables))
        elif kind == "name":
            last_name = value
        elif kind == "number" and shown and _number(value) < _GAP:
            shown.append(" ")
        elif value == b"Tf":
            tables = fonts.get(last_name, ())
        elif value in _NEW_PLACE:
            shown.append("\n")
    return re.sub(r"\n+", "\n", "".join(shown)).strip()


def _number(value: bytes) -> float:
    try:
        return float(value)
    except ValueError:
        return 0.0


def _letters(codes: bytes, tables: Iterable[CharacterMap]) -> str:
    """The string's letters by each table that knows its codes; the bytes themselves when none does."""
    texts = [text for table in tables if (text := _by_table(codes, table))]
    return "\n".join(dict.fromkeys(texts)) if texts else as_text(codes)


def _by_table(codes: bytes, table: CharacterMap) -> str:
    width = len(next(iter(table), b"?"))
    return "".join(table.get(codes[start : start + width], "") for start in range(0, len(codes), width))
