"""The objects of a PDF file as they stand in its bytes, one behind the other.

No table of contents is asked: what an update superseded, or nothing points at, is still in the file.
Source: ISO 32000-2, 7.3 (objects), 7.4 (filters), 7.5.7 (object streams).
"""

from __future__ import annotations

import base64
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
    from pypdf.errors import PyPdfError  # noqa: PLC0415 - only a PDF file pays for it

    filters = _FILTER.search(text)
    for name in _NAME.findall(filters[1]) if filters else ():
        if name in _PICTURE_FILTERS:
            break
        try:
            stream = _unfiltered(name, text, stream, limits)
        except (zlib.error, ValueError, PyPdfError):
            return stream, True
    return stream, False


def _unfiltered(name: bytes, text: bytes, stream: bytes, limits: Limits) -> bytes:
    """The stream without one filter; the library's filters have caps of their own, of 75 MB."""
    from pypdf import filters  # noqa: PLC0415 - the same

    match name:
        case b"FlateDecode" | b"Fl":
            return _inflated(text, stream, limits)
        case b"ASCIIHexDecode" | b"AHx":
            digits = b"".join(stream.partition(b">")[0].split())
            return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii", errors="replace"))
        case b"ASCII85Decode" | b"A85":
            return base64.a85decode(stream.strip().removeprefix(b"<~").partition(b"~")[0])
        case b"RunLengthDecode" | b"RL":
            return filters.RunLengthDecode.decode(stream)
        case b"LZWDecode" | b"LZW":
            return filters.LZWDecode.decode(stream)
        case _:
            raise UnreadableError(Rule.U115)


def _inflated(text: bytes, stream: bytes, limits: Limits) -> bytes:
    """Unpack, and undo PNG's row filters where they are set, but not for a picture."""
    from pypdf.filters import FlateDecode  # noqa: PLC0415 - the same
    from pypdf.generic import DictionaryObject, NameObject, NumberObject  # noqa: PLC0415 - the same

    unpacked = inflate(stream, ZLIB, limits)
    predictor, columns = _PREDICTOR.search(text), _COLUMNS.search(text)
    if predictor is None or columns is None or b"/Image" in text:
        return unpacked.data
    settings = {"/Predictor": int(predictor[1]), "/Columns": int(columns[1])}
    return FlateDecode.decode(
        stream, DictionaryObject({NameObject(key): NumberObject(value) for key, value in settings.items()})
    )


def _packed_objects(holder: PdfObject) -> Iterator[PdfObject]:
    """The objects in an object stream: pairs of number and offset, then the objects."""
    stream, first = holder.stream or b"", _FIRST.search(holder.text)
    start = int(first[1]) if first else 0
    numbers = [int(number) for number in re.findall(rb"[0-9]{1,9}", stream[:start])]
    places = list(zip(numbers[::2], numbers[1::2], strict=False))
    ends = [*(offset for _, offset in places[1:]), len(stream)]
    for (number, offset), following in zip(places, ends, strict=False):
        yield PdfObject(number, stream[start + offset : start + following], start=holder.end, end=holder.end)
