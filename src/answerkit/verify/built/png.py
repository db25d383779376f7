"""PNG pictures: chunks of a list, in order, and as much pixel data as the size asks for, no more.

What the pixels show is not read.

Source: ISO/IEC 15948 (PNG), 5 (datastream structure), 8.2 (passes), 9.2 (filters), 11.2 and 11.3 (chunks).
"""

import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from answerkit.model.frozen import dataclass
from answerkit.verify.built.codes import Rule

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_MOST_PIXEL_BYTES = 256 * 1024 * 1024
_LONGEST_SIDE = 20_000
_HEADER = struct.Struct(">2L5B")
_INTENTS = 4
_MOST_SAMPLES = 4
_DEEPEST = 16
_TRANSPARENT_COLOUR = 6

# Colour type → samples per pixel, and the depths in bits that it may have.
_COLOURS = {
    0: (1, (1, 2, 4, 8, 16)),
    2: (3, (8, 16)),
    3: (1, (1, 2, 4, 8)),
    4: (2, (8, 16)),
    6: (4, (8, 16)),
}
_PALETTE = 3

# Where the pixels of each pass start, and how far apart they lie: x, y, step in x, step in y.
_PASSES = {
    0: ((0, 0, 1, 1),),
    1: (
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    ),
}
_FILTERS = frozenset(range(5))

# The values of sRGB, which other programs than this write out; any other value could be text.
_SRGB_GAMMA = struct.pack(">L", 45455)
_SRGB_PRIMARIES = struct.pack(">8L", 31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000)


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a PNG file."""

    kind: bytes
    data: bytes


@dataclass(frozen=True, slots=True)
class Frame:
    """What the header chunk says; sides in pixels, ``bits`` per pixel."""

    width: int
    height: int
    colour: int
    bits: int
    passes: tuple[tuple[int, int, int, int], ...]

    def lines(self) -> Iterator[tuple[int, int]]:
        """Of each pass that has pixels: the bytes of a line with its filter byte, and the number of lines."""
        for left, top, across, down in self.passes:
            width = -(-(self.width - left) // across)
            height = -(-(self.height - top) // down)
            if width > 0 and height > 0:
                yield 1 + -(-width * self.bits // 8), height


@lru_cache(maxsize=8)
def png_rule(data: bytes) -> Rule | None:
    """The rule that a picture's bytes break, or None."""
    chunks = _chunks(data)
    frame = _frame(chunks[0].data) if chunks and chunks[0].kind == b"IHDR" else None
    if frame is None or not _in_order([chunk.kind for chunk in chunks]):
        return Rule.S170
    if not all(_is_listed(chunk, frame) for chunk in chunks):
        return Rule.S171
    return None if _is_complete(chunks, frame) else Rule.S172


def png_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels, of a picture that breaks no rule."""
    width, height = struct.unpack_from(">2L", data, 16)
    return width, height


def _chunks(data: bytes) -> Sequence[Chunk]:
    """The chunks, if the file consists of nothing else; otherwise none."""
    chunks: list[Chunk] = []
    position = len(_SIGNATURE)
    while data.startswith(_SIGNATURE) and position < len(data):
        length = int.from_bytes(data[position : position + 4], "big")
        body = data[position + 4 : position + 8 + length]
        end = position + 12 + length
        if end > len(data) or data[end - 4 : end] != zlib.crc32(body).to_bytes(4, "big"):
            return ()
        chunks.append(Chunk(body[:4], body[4:]))
        position = end
    return chunks


def _frame(data: bytes) -> Frame | None:
    if len(data) != _HEADER.size:
        return None
    width, height, depth, colour, packed, filtered, interlaced = _HEADER.unpack(data)
    samples, depths = _COLOURS.get(colour, (0, ()))
    if depth not in depths or packed or filtered or interlaced not in _PASSES:
        return None
    if not (0 < width <= _LONGEST_SIDE and 0 < height <= _LONGEST_SIDE):
        return None
    return Frame(width, height, colour, samples * depth, _PASSES[interlaced])


def _in_order(kinds: Sequence[bytes]) -> bool:
    """Whether nothing stands twice but the pixel data, which stands together and last."""
    start = kinds.index(b"IDAT") if b"IDAT" in kinds else len(kinds)
    return (
        len(set(kinds[:start])) == start
        and kinds[start:-1] == [b"IDAT"] * (len(kinds) - start - 1)
        and kinds[-1] == b"IEND"
        and start < len(kinds) - 1
    )


def _is_listed(chunk: Chunk, frame: Frame) -> bool:
    """Whether a chunk is one that pictures need, with a value that only a picture has."""
    data, length = chunk.data, len(chunk.data)
    fits = {
        b"IHDR": True,
        b"IDAT": True,
        b"IEND": length == 0,
        b"PLTE": frame.colour == _PALETTE and length % 3 == 0 and 0 < length // 3 <= 1 << frame.bits,
        b"tRNS": length <= (1 << frame.bits if frame.colour == _PALETTE else _TRANSPARENT_COLOUR),
        b"sRGB": length == 1 and data[0] < _INTENTS,
        b"sBIT": length <= _MOST_SAMPLES and max(data, default=0) <= _DEEPEST,
        b"pHYs": data[:4] == data[4:8] and data[:2] == b"\0\0" and data[8:] in (b"\0", b"\1"),
        b"gAMA": data == _SRGB_GAMMA,
        b"cHRM": data == _SRGB_PRIMARIES,
    }
    return fits.get(chunk.kind, False)


def _is_complete(chunks: Sequence[Chunk], frame: Frame) -> bool:
    """Whether the pixel data is one stream with all lines of the picture, and nothing behind them."""
    lines = list(frame.lines())
    expected = sum(length * count for length, count in lines)
    if expected > _MOST_PIXEL_BYTES:
        return False
    stream = zlib.decompressobj()
    packed = b"".join([chunk.data for chunk in chunks if chunk.kind == b"IDAT"])
    try:
        pixels = stream.decompress(packed, expected + 1)
    except zlib.error:
        return False
    whole = len(pixels) == expected and stream.eof and not stream.unused_data
    return whole and _FILTERS.issuperset(_filters(pixels, lines))


def _filters(pixels: bytes, lines: Iterable[tuple[int, int]]) -> Iterator[int]:
    """The first byte of each line."""
    start = 0
    for length, count in lines:
        end = start + length * count
        yield from pixels[start:end:length]
        start = end
