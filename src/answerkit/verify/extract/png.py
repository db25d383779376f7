"""PNG: every chunk but the pixels, and whatever stands behind the picture.

Source: W3C Portable Network Graphics (third edition), 5.3 (chunk layout), 11.2-11.3 (chunk types).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from answerkit.model.text import Role
from answerkit.verify.extract.codes import Rule
from answerkit.verify.extract.found import Flaw, Found, Inner, Source, Text, UnreadableError
from answerkit.verify.extract.inflating import ZLIB, inflate
from answerkit.verify.extract.limits import Limits
from answerkit.verify.extract.raw import one_byte, raw_texts

_SIGNATURE: Final = 8
_HEAD: Final = struct.Struct(">L4s")
_CHECKSUM: Final = 4
_PIXELS: Final = b"IDAT"
_SAYS_NOTHING: Final = frozenset({b"IHDR", b"IEND", b"fdAT"})
_KNOWN: Final = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP tEXt zTXt iTXt bKGD hIST pHYs sPLT eXIf tIME"
    b" acTL fcTL fdAT".split()
)


def read_png(source: Source, limits: Limits) -> Iterator[Found]:
    """Text chunks unpacked, other chunks as raw strings, and bytes behind the pixels or the picture.

    Raises:
        UnreadableError: the file ends before the picture does.
    """
    data, position, pixels = source.data, _SIGNATURE, []
    kind = b""
    while kind != b"IEND":
        if position + _HEAD.size + _CHECKSUM > len(data):
            raise UnreadableError(Rule.U102)
        length, kind = _HEAD.unpack_from(data, position)
        body = data[position + _HEAD.size : position + _HEAD.size + length]
        position += _HEAD.size + length + _CHECKSUM
        if zlib.crc32(kind + body) != int.from_bytes(data[position - _CHECKSUM : position], "big"):
            yield Flaw(Rule.U118, _name(kind))
        if kind == _PIXELS:
            pixels.append(body)
        else:
            yield from _chunk(kind, body, limits)
    yield from _behind_pixels(b"".join(pixels), limits)
    yield from trailer(data, position)


def trailer(data: bytes, position: int) -> Iterator[Found]:
    """Bytes behind a picture's end, which no program shows; zeros say nothing."""
    if data[position:].strip(b"\x00"):
        yield Flaw(Rule.U114, f"byte[{position}]")
        yield Inner(f"byte[{position}]", Source("", data[position:]))


def _chunk(kind: bytes, body: bytes, limits: Limits) -> Iterator[Found]:
    place = _name(kind)
    match kind:
        case b"tEXt":
            yield Text(place, Role.METADATA, one_byte(body.replace(b"\x00", b"\n")))
        case b"zTXt" | b"iCCP":
            name, _, rest = body.partition(b"\x00")
            yield Text(place, Role.METADATA, one_byte(name))
            yield from _metadata(inflate(rest[1:], ZLIB, limits).data, place)
        case b"iTXt":
            yield from _international(body, place, limits)
        case _ if kind not in _SAYS_NOTHING:
            yield from _metadata(body, place)
            if kind not in _KNOWN:
                yield Text("chunk", Role.NAME, one_byte(kind))


def _international(body: bytes, place: str, limits: Limits) -> Iterator[Found]:
    keyword, _, rest = body.partition(b"\x00")
    language, _, words = rest[2:].partition(b"\x00")
    translated, _, text = words.partition(b"\x00")
    if rest[:1] == b"\x01":
        text = inflate(text, ZLIB, limits).data
    parts = b"\n".join((keyword, language, translated, text))
    yield Text(place, Role.METADATA, parts.decode("utf-8", errors="replace"))


def _metadata(data: bytes, place: str) -> Iterator[Text]:
    for text in raw_texts(data):
        yield replace(text, place=place, role=Role.METADATA)


def _behind_pixels(packed: bytes, limits: Limits) -> Iterator[Found]:
    """What stands in the pixels' chunks behind the end of the packed pixels."""
    unpacked = inflate(packed, ZLIB, limits)
    if unpacked.rest.strip(b"\x00"):
        yield Flaw(Rule.U114, "IDAT")
        yield Inner("IDAT", Source("", unpacked.rest))
    if not unpacked.whole:
        yield Flaw(Rule.U102, "IDAT")


def _name(kind: bytes) -> str:
    """The chunk's type when it is one of the standard's; any four letters could stand there."""
    return kind.decode("ascii") if kind in _KNOWN else "chunk"
