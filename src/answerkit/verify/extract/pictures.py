"""JPEG, GIF, WebP and TIFF: all but the pixels, as raw strings, and whatever stands behind the picture."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from answerkit.model.text import Role
from answerkit.verify.extract.codes import Rule
from answerkit.verify.extract.found import ARCHIVE, Found, Inner, Source, Text, UnreadableError
from answerkit.verify.extract.limits import Limits
from answerkit.verify.extract.png import trailer
from answerkit.verify.extract.raw import raw_texts

_MARKER: Final = 0xFF
_END_OF_PICTURE: Final = 0xD9
_START_OF_SCAN: Final = 0xDA
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers without a length. Source: ITU-T T.81, table B.1."""
_STUFFED: Final = frozenset({0x00, *range(0xD0, 0xD8)})
"""What follows 0xFF inside packed pixels."""


def read_jpeg(source: Source, _limits: Limits) -> Iterator[Found]:
    """Every segment: comments, EXIF, XMP, IPTC, colour profiles, thumbnails, tables.

    Raises:
        UnreadableError: the file ends before the picture does.

    Source: ITU-T T.81, annex B.
    """
    data, position = source.data, 2
    while True:
        position = _next_marker(data, position)
        marker = data[position + 1]
        position += 2
        if marker == _END_OF_PICTURE:
            break
        if marker in _ALONE:
            continue
        length = int.from_bytes(data[position : position + 2], "big")
        if length < 2 or position + length > len(data):  # noqa: PLR2004 - the length counts itself
            raise UnreadableError(Rule.U102)
        yield from _metadata(data[position + 2 : position + length], f"segment[{position - 2}]")
        position += length
        if marker == _START_OF_SCAN:
            position = _end_of_scan(data, position)
    yield from trailer(data, position)


def _next_marker(data: bytes, position: int) -> int:
    """Where the marker stands that must come next; any number of 0xFF may stand before it."""
    while data[position : position + 2] == b"\xff\xff":
        position += 1
    if position + 2 > len(data) or data[position] != _MARKER:
        raise UnreadableError(Rule.U102)
    return position


def _end_of_scan(data: bytes, position: int) -> int:
    while True:
        position = data.find(b"\xff", position)
        if position < 0 or position + 1 >= len(data):
            raise UnreadableError(Rule.U102)
        if data[position + 1] not in _STUFFED:
            return position
        position += 2


def read_gif(source: Source, _limits: Limits) -> Iterator[Found]:
    """Comments, captions and application data (XMP), and the colour tables.

    Raises:
        UnreadableError: the file ends before the picture does.

    Source: CompuServe GIF89a, sections 17-26 and appendix A.
    """
    data = source.data
    flags = data[10]
    position = 13 + _table(flags)
    yield from _metadata(data[13:position], "farver")
    while data[position] != 0x3B:  # noqa: PLR2004 - ";" ends the picture
        if data[position] == 0x2C:  # noqa: PLR2004 - "," starts pixels
            start = position + 11 + _table(data[position + 9])
            yield from _metadata(data[position + 10 : start - 1], f"farver[{position}]")
            _, position = _blocks(data, start)
        elif data[position] == 0x21:  # noqa: PLR2004 - "!" starts an extension
            content, end = _blocks(data, position + 2)
            yield from _metadata(content, f"udvidelse[{position}]")
            position = end
        else:
            raise UnreadableError(Rule.U102)
    yield from trailer(data, position + 1)


def _table(flags: int) -> int:
    """How many bytes the colour table takes up."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks(data: bytes, position: int) -> tuple[bytes, int]:
    """The joined sub-blocks from a position, and where they end.

    Raises:
        IndexError: the file ends before they do.
    """
    joined = bytearray()
    while length := data[position]:
        joined += data[position + 1 : position + 1 + length]
        position += 1 + length
    return bytes(joined), position + 1


_PIXEL_CHUNKS: Final = frozenset({b"VP8 ", b"VP8L", b"ALPH", b"ANMF"})


def read_webp(source: Source, _limits: Limits) -> Iterator[Found]:
    """Every chunk but the pixels: EXIF, XMP, colour profile, unknown ones.

    Raises:
        UnreadableError: the file ends before its chunks do.

    Source: RFC 9649, section 2.3-2.7.
    """
    data = source.data
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data):
        raise UnreadableError(Rule.U102)
    position = 12
    while position + 8 <= end:
        kind, length = struct.unpack_from("<4sL", data, position)
        if kind not in _PIXEL_CHUNKS:
            yield from _metadata(
                kind + b"\x00" + data[position + 8 : position + 8 + length], f"chunk[{position}]"
            )
        position += 8 + length + (length & 1)
    yield from trailer(data, end)


def read_tiff(source: Source, _limits: Limits) -> Iterator[Found]:
    """All strings, and a file that hangs on behind: in TIFF, tags and pixels may stand anywhere."""
    yield from _metadata(source.data, "")
    if packed := ARCHIVE.search(source.data, 1):
        yield Inner(f"byte[{packed.start()}]", Source("", source.data[packed.start() :]))


def _metadata(data: bytes, place: str) -> Iterator[Text]:
    for text in raw_texts(data):
        yield replace(text, place=place or text.place, role=Role.METADATA)
