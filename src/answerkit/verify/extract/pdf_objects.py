"""The objects of a PDF file as they stand in its bytes, one behind the other.

No table of contents is asked: what an update superseded, or nothing points at, is still in the file.
Source: ISO 32000-2, 7.3 (objects), 7.4 (filters), 7.5.7 (object streams).
"""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Iterator
from dataclasses import field
from typing import Final

from answerkit.model.frozen import dataclass
from answerkit.verify.extract.codes import Rule
from answerkit.verify.extract.found import UnreadableError
from answerkit.verify.extract.inflating import ZLIB, inflate
from answerkit.verify.extract.limits import Limits

_OBJECT = re.compile(rb"(?<![0-9])([0-9]{1,9})\s+[0-9]{1,5}\s+obj\b")
_STREAM = re.compile(rb"\bstream(?:\r\n|\n|\r)|\bendobj\b")
_LENGTH = re.compile(rb"/Length\s+([0-9]{1,9})\b(?!\s+[0-9]+\s+R)")
_END = re.compile(rb"\s{0,2}endstream")
_FILTER = re.compile(rb"/(?:Filter|F)\s*(\[[^\]]*\]|/[A-Za-z0-9]+)")
_NAME = re.compile(rb"/([A-Za-z0-9]+)")
_PREDICTOR = re.compile(rb"/Predictor\s+(1[0-5])\b")
_COLUMNS = re.compile(rb"/Columns\s+([0-9]{1,6})\b")
_FIRST = re.compile(rb"/First\s+([0-9]{1,9})\b")
_PICTURE_FILTERS: Final = frozenset(
    {b"DCTDecode", b"DCT", b"JPXDecode", b"JBIG2Decode", b"CCITTFaxDecode", b"CCF"}
)


@dataclass(frozen=True, slots=True)
class PdfObject:
    """An object.

    Attributes:
        text: the object itself, or the dictionary of a stream.
        stream: the stream's bytes, unpacked as far as its filters are no picture's; None for other objects.
        start, end: where the stream's own bytes stand in the file; equal when there is none.
        broken: the stream's filters could not be undone, and ``stream`` is as it stands in the file.
    """

    number: int
    text: bytes = field(repr=False)
    stream: bytes | None = field(default=None, repr=False)
    start: int = 0
    end: int = 0
    broken: bool = False


def objects(data: bytes, limits: Limits) -> Iterator[PdfObject]:
    """Every object in the file's order, those of object streams behind the stream that holds them.

    Raises:
        UnreadableError: a stream unpacks to more than may be.
    """
    position = 0
    while found := _OBJECT.search(data, position):
        item = _object(data, found, limits)
        position = max(item.end, found.end())
        yield item
        if item.stream is not None and b"/ObjStm" in item.text:
            yield from _packed_objects(item)


def _object(data: bytes, found: re.Match[bytes], limits: Limits) -> PdfObject:
    number, start = int(found[1]), found.end()
    stop = _STREAM.search(data, start)
    if stop is None or stop[0] == b"endobj":
        end = stop.start() if stop else len(data)
        return PdfObject(number, data[start:end], start=end, end=end)
    text = data[start : stop.start()]
    end = _end_of_stream(data, text, stop.end())
    stream, broken = _unpacked(text, data[stop.end() : end], limits)
    return PdfObject(number, text, stream, stop.end(), end, broken)


def _end_of_stream(data: bytes, text: bytes, start: int) -> int:
    """Where the stream ends: by its length when that is true, else at the next end mark."""
    length = _LENGTH.search(text)
    if length and _END.match(data, start + int(length[1])):
        return start + int(length[1])
    end = data.find(b"endstream", start)
    return end if end >= 0 else len(data)


def _unpacked(text: bytes, stream: bytes, limits: Limits) -> tuple[bytes, bool]:
    """The stream without its filters, and whether one could not be undone."""
    filters = _FILTER.search(text)
    for name in _NAME.findall(filters[1]) if filters else ():
        if name in _PICTURE_FILTERS:
            break
        try:
            stream = _unfiltered(name, stream, limits)
        except (zlib.error, ValueError, binascii.Error):
            return stream, True
    predictor, columns = _PREDICTOR.search(text), _COLUMNS.search(text)
    if predictor and columns and b"/Image" not in text:
        stream = _unpredicted(stream, int(columns[1]))
    return stream, False


def _unfiltered(name: bytes, stream: bytes, limits: Limits) -> bytes:
    match name:
        case b"FlateDecode" | b"Fl":
            return inflate(stream, ZLIB, limits).data
        case b"ASCIIHexDecode" | b"AHx":
            digits = b"".join(stream.partition(b">")[0].split())
            return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii", errors="replace"))
        case b"ASCII85Decode" | b"A85":
            return base64.a85decode(stream.strip().removeprefix(b"<~").partition(b"~")[0])
        case b"RunLengthDecode" | b"RL":
            return _expanded(stream)
        case b"LZWDecode" | b"LZW":
            return _unpack_lzw(stream, limits)
        case _:
            raise UnreadableError(Rule.U115)


def _expanded(stream: bytes) -> bytes:
    expanded, position = bytearray(), 0
    while position + 1 < len(stream) and stream[position] != 128:  # noqa: PLR2004 - the end mark
        length = stream[position]
        if length < 128:  # noqa: PLR2004 - as they are, or one byte many times
            expanded += stream[position + 1 : position + 2 + length]
            position += 2 + length
        else:
            expanded += stream[position + 1 : position + 2] * (257 - length)
            position += 2
    return bytes(expanded)


def _unpack_lzw(stream: bytes, limits: Limits) -> bytes:
    """Source: ISO 32000-2, 7.4.4.2 (codes of 9 to 12 bits, the change one code early)."""
    table, width, previous, unpacked = _lzw_table(), 9, b"", bytearray()
    bits, count = 0, 0
    for byte in stream:
        bits, count = bits << 8 | byte, count + 8
        if count < width:
            continue
        count -= width
        code, bits = bits >> count, bits & ((1 << count) - 1)
        if code == 257:  # noqa: PLR2004 - end of data
            break
        if code == 256:  # noqa: PLR2004 - clear the table
            table, width, previous = _lzw_table(), 9, b""
            continue
        word = table[code] if code < len(table) else previous + previous[:1]
        unpacked += word
        if previous:
            table.append(previous + word[:1])
        previous = word
        width = min(max((len(table) + 1).bit_length(), 9), 12)
        if len(unpacked) > limits.part:
            raise UnreadableError(Rule.U104)
    return bytes(unpacked)


def _lzw_table() -> list[bytes]:
    return [*(bytes([code]) for code in range(256)), b"", b""]


def _unpredicted(stream: bytes, columns: int) -> bytes:
    """Undo PNG's row filters, of one byte a pixel. Source: W3C PNG (third edition), 9.2."""
    rows, above = bytearray(), bytearray(columns)
    for start in range(0, len(stream), columns + 1):
        method, row = stream[start], bytearray(stream[start + 1 : start + 1 + columns])
        for index, value in enumerate(row):
            left = row[index - 1] if index else 0
            corner = above[index - 1] if index else 0
            row[index] = (value + _predicted(method, left, above[index], corner)) & 0xFF
        rows += row
        above = row.ljust(columns, b"\x00")
    return bytes(rows)


def _predicted(method: int, left: int, up: int, corner: int) -> int:
    match method:
        case 1:
            return left
        case 2:
            return up
        case 3:
            return (left + up) // 2
        case 4:
            guess = left + up - corner
            return min((left, up, corner), key=lambda near: abs(guess - near))
        case _:
            return 0


def _packed_objects(holder: PdfObject) -> Iterator[PdfObject]:
    """The objects in an object stream: pairs of number and offset, then the objects."""
    stream, first = holder.stream or b"", _FIRST.search(holder.text)
    start = int(first[1]) if first else 0
    numbers = [int(number) for number in re.findall(rb"[0-9]{1,9}", stream[:start])]
    places = list(zip(numbers[::2], numbers[1::2], strict=False))
    ends = [*(offset for _, offset in places[1:]), len(stream)]
    for (number, offset), following in zip(places, ends, strict=False):
        yield PdfObject(number, stream[start + offset : start + following], start=holder.end, end=holder.end)
