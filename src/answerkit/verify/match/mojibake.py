"""Danish letters that were written in one character set and read in another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

_LETTERS = "æøåÆØÅéÉèüÜöÖäÄ"
_SIGNS = "–—’‘“”»«…·•\u00a0"
_READ_AS = ("cp1252", "latin-1", "cp850", "cp437", "mac_roman")
_SINGLE_BYTES = ("latin-1", "cp850", "cp437", "mac_roman", "cp1252")
_LAYERS = 3
_ESCAPED = {0xDC00 + byte: byte for byte in range(0x80, 0x100)}
_ISO_646 = str.maketrans("{|}[\\]", "æøåÆØÅ")
_ISO_646_INSIDE = re.compile(r"[{|}](?<=[^\W\d_].)(?=[^\W\d_])")
_LOST = re.compile(r"[?\ufffd](?<=[^\W\d_?\ufffd].)[?\ufffd]*(?=[^\W\d_])")


def repaired(text: str) -> Iterator[str]:
    """The text as it was before it was read in a wrong character set; nothing when it looks whole."""
    chars = set(text)
    if chars & _starts() and any(misread in text for misread in _originals()):
        yield _multibyte().sub(lambda found: _originals()[found.group()], text)
    for telling, table in _single_byte() if chars & _tell_all() else ():
        if any(_stands_inside(char, text) for char in chars & telling):
            yield text.translate(table)
    if chars & {"{", "|", "}"} and _ISO_646_INSIDE.search(text):
        yield text.translate(_ISO_646)
    if chars & {"?", "\ufffd"} and _LOST.search(text):
        yield _LOST.sub("", text)


@cache
def _starts() -> frozenset[str]:
    """The characters that begin a letter of UTF-8 that was misread."""
    return frozenset(misread[0] for misread in _originals())


@cache
def _multibyte() -> re.Pattern[str]:
    """UTF-8 read as something else; longer readings first."""
    return re.compile("|".join(map(re.escape, sorted(_originals(), key=len, reverse=True))))


@cache
def _originals() -> dict[str, str]:
    """UTF-8 read as something else, once or several times over, and what it was."""
    original: dict[str, str] = {}
    signs = _LETTERS + _SIGNS
    for encoding in _READ_AS:
        misread = "\n".join(signs)
        for _ in range(_LAYERS):
            misread = _misread(misread, encoding)
            for written, read in zip(signs, misread.split("\n"), strict=True):
                original.setdefault(read, written)
    return original


def _misread(text: str, encoding: str) -> str:
    """UTF-8 read as another encoding."""
    return _read(text.encode("utf-8"), encoding)


def _read(data: bytes, encoding: str) -> str:
    """Bytes in an encoding; those that it does not know are read as Latin-1, as browsers do."""
    return data.decode(encoding, "surrogateescape").translate(_ESCAPED)


@cache
def _single_byte() -> list[tuple[frozenset[str], dict[int, int]]]:
    """One-byte character sets read as each other: what shows that it happened, and how to undo it."""
    tables = []
    for written in _SINGLE_BYTES:
        for read in _SINGLE_BYTES:
            table = _table(written, read)
            telling = frozenset(map(chr, table)) - frozenset(_LETTERS + _SIGNS)
            if telling:
                tables.append((telling, table))
    return tables


@cache
def _tell_all() -> frozenset[str]:
    return frozenset().union(*(telling for telling, _ in _single_byte()))


def _stands_inside(char: str, text: str) -> bool:
    """Whether a character stands between two letters."""
    parts = text.split(char)
    return any(left[-1:].isalpha() and right[:1].isalpha() for left, right in pairwise(parts))


def _table(written: str, read: str) -> dict[int, int]:
    table: dict[int, int] = {}
    for char in "æøåÆØÅ":
        try:
            byte = char.encode(written)
        except UnicodeEncodeError:
            continue
        misread = _read(byte, read)
        if misread != char:
            table[ord(misread)] = ord(char)
    return table
