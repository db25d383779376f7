"""The two packings that streams of compound files use: of macro source, and of the RTF body of a message."""

from __future__ import annotations

import struct
from typing import Final

_CHUNK: Final = 4096

_RTF_WORDS: Final = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
    b"\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_RTF_HEAD: Final = struct.Struct("<2L4sL")


def unpack_macro(data: bytes) -> bytes:
    """Macro source from its container; ends where the container is broken.

    Source: MS-OVBA 2.4.1 (compression and decompression).
    """
    unpacked, position = bytearray(), 1
    while position + 2 <= len(data):
        (header,) = struct.unpack_from("<H", data, position)
        end = min(position + (header & 0x0FFF) + 3, len(data))
        position += 2
        if header >> 12 & 7 != 3:  # noqa: PLR2004 - the signature of a chunk
            break
        if header & 0x8000:
            _unpack_chunk(data[position:end], unpacked)
        else:
            unpacked += data[position:end]
        position = end
    return bytes(unpacked)


def _unpack_chunk(packed: bytes, unpacked: bytearray) -> None:
    start, position = len(unpacked), 0
    while position < len(packed):
        flags = packed[position]
        position += 1
        for bit in range(8):
            if not flags >> bit & 1:
                unpacked += packed[position : position + 1]
                position += 1
            elif position + 2 <= len(packed):
                _copy(unpacked, start, int.from_bytes(packed[position : position + 2], "little"))
                position += 2


def _copy(unpacked: bytearray, start: int, token: int) -> None:
    """Repeat text of the chunk; how the token's bits are divided depends on how long the chunk is by now."""
    bits = max((len(unpacked) - start - 1).bit_length(), 4)
    length, offset = (token & (0xFFFF >> bits)) + 3, (token >> 16 - bits) + 1
    if len(unpacked) - start + length > _CHUNK:
        return
    for _ in range(length):
        unpacked += unpacked[-offset : len(unpacked) - offset + 1] or b" "


def unpack_rtf(data: bytes) -> bytes:
    """The RTF of a message from its packed form.

    Raises:
        struct.error, ValueError: the bytes are no such form.

    Source: MS-OXRTFCP 2.1 (compressed RTF), 2.2 (dictionary).
    """
    size, _, form, _ = _RTF_HEAD.unpack_from(data)
    body = data[_RTF_HEAD.size : size + 4]
    if form == b"MELA":
        return body
    if form != b"LZFu":
        raise ValueError("form")
    return _unpack_words(body)


def _unpack_words(packed: bytes) -> bytes:
    window, unpacked, position = bytearray(_RTF_WORDS), bytearray(), 0
    while position < len(packed):
        flags = packed[position]
        position += 1
        for bit in range(8):
            width = 2 if flags >> bit & 1 else 1
            token = packed[position : position + width]
            position += width
            letters = token if width == 1 else _referenced(window, int.from_bytes(token, "big"))
            if not letters:
                return bytes(unpacked)
            window += letters
            unpacked += letters
    return bytes(unpacked)


def _referenced(window: bytearray, token: int) -> bytes:
    """Letters already read, by their place in a window of 4,096; nothing at the end of the text."""
    offset, length = token >> 4, (token & 15) + 2
    back = (len(window) - offset) % _CHUNK
    if back == 0:
        return b""
    letters = bytearray()
    for _ in range(length):
        at = len(window) + len(letters) - back
        letters += (
            window[at : at + 1] if at < len(window) else letters[at - len(window) : at - len(window) + 1]
        )
    return bytes(letters)
