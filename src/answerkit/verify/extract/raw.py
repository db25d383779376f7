"""Printable strings in bytes of any kind: as UTF-8, as one byte per character, as UTF-16 of both orders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from answerkit.model.text import Role
from answerkit.verify.extract.found import Text

_CHUNK: Final = 4096
"""Strings are told together until they are this long, so that a place stays near and pieces stay few."""

_ASCII = rb"[\t\n\r\x20-\x7e]"
_LONGER = rb"[\xc2-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}"
_UTF8 = re.compile(rb"(?:" + _ASCII + rb"|" + _LONGER + rb"){4,}")
_SEQUENCE = re.compile(_LONGER)
_ABOVE = rb"[\x85\x91-\x97\xa0\xa7\xab-\xad\xb0\xb4\xbb\xc0-\xff]"
_BYTES = re.compile(rb"(?:" + _ASCII + rb"|" + _ABOVE + rb"{1,3}(?!" + _ABOVE + rb"))++")
"""Strings with letters and common signs of Windows-1252; in Danish no more than three follow each other."""
_PLAIN = re.compile(rb"[A-Za-z0-9 ]")
_HIGH = re.compile(rb"[\x80-\xff]")
_HIGH_BYTES: Final = bytes(range(0x80, 0x100))

# Latin 1; Latin Extended A; Greek, Cyrillic; general punctuation: where Danish text and its doubles stand
_LITTLE = re.compile(
    rb"(?:[\t\n\r\x20-\x7e\xa0-\xff]\x00|[\x00-\x7f][\x01\x04]|[\x80-\xff]\x03|[\x00-\x3f\x60-\x6f]\x20){3,}"
)
_BIG = re.compile(
    rb"(?:\x00[\t\n\r\x20-\x7e\xa0-\xff]|[\x01\x04][\x00-\x7f]|\x03[\x80-\xff]|\x20[\x00-\x3f\x60-\x6f]){3,}"
)

_TELLING_BYTES = re.compile(rb"[A-Za-z]{3}|[0-9]{4}|[0-9]{2,3}[ ./-][0-9]{2,3}")
_TELLING = re.compile(r"\w\W?\w\W?\w")
"""What a string must hold to be more than noise."""

_UNUSUAL = re.compile(r"[\x80-\x9f]")
_FROM_1252: Final = {
    code: bytes([code]).decode("cp1252", errors="ignore") or chr(code) for code in range(0x80, 0xA0)
}


def one_byte(data: bytes) -> str:
    """The bytes as Windows-1252; the five bytes that it leaves out are taken as Latin 1. Never fails."""
    text = data.decode("latin-1")
    return text.translate(_FROM_1252) if _UNUSUAL.search(text) else text


def raw_texts(data: bytes, place: str = "byte") -> Iterator[Text]:
    """Every printable string, by encoding, then in order.

    Args:
        data: bytes of any kind.
        place: what the bytes are; a text's place is ``place[n]``, n the first byte's offset.
    """
    yield from _joined(_utf8(data), place)
    if _HIGH.search(data):
        yield from _joined(_single_bytes(data), place)
    if b"\x00" in data:
        yield from _joined(_wide(_LITTLE, data, "utf-16-le"), place)
        yield from _joined(_wide(_BIG, data, "utf-16-be"), place)


def _utf8(data: bytes) -> Iterator[tuple[int, str]]:
    for run in _UTF8.finditer(data):
        if _TELLING_BYTES.search(run.group()):
            yield run.start(), run.group().decode("utf-8", errors="replace")


def _single_bytes(data: bytes) -> Iterator[tuple[int, str]]:
    """Strings with letters above ASCII that are no UTF-8."""
    for run in _BYTES.finditer(data):
        string = run.group()
        if _HIGH.search(string) and _is_written(string) and not _is_utf8(string):
            yield run.start(), one_byte(string)


def _is_written(run: bytes) -> bool:
    """Whether the string could be written by a person: packed data have few letters between their signs."""
    return _TELLING_BYTES.search(run) is not None and len(_PLAIN.findall(run)) * 2 >= len(run)


def _is_utf8(run: bytes) -> bool:
    """Whether the string is UTF-8, but for a character that was cut at either end."""
    rest, sequences = _SEQUENCE.subn(b"", run)
    return sequences > 0 and not _HIGH.search(rest.strip(_HIGH_BYTES))


def _wide(pattern: re.Pattern[bytes], data: bytes, encoding: str) -> Iterator[tuple[int, str]]:
    for run in pattern.finditer(data):
        text = run.group().decode(encoding)
        if _TELLING.search(text):
            yield run.start(), text


def _joined(runs: Iterable[tuple[int, str]], place: str) -> Iterator[Text]:
    start = size = 0
    waiting: list[str] = []
    for offset, text in runs:
        if size > _CHUNK:
            yield Text(f"{place}[{start}]", Role.RAW, "\n".join(waiting))
            waiting, size = [], 0
        start = start if waiting else offset
        waiting.append(text)
        size += len(text)
    if waiting:
        yield Text(f"{place}[{start}]", Role.RAW, "\n".join(waiting))
