"""Ways to hide text in the archive, around and between its parts."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from verify.built.clean import clean
from verify.built.spoiling import RAW, Way, entries


def ways() -> Iterator[Way]:
    data = clean()
    directory = data.index(b"PK\x01\x02")
    end = data.rindex(b"PK\x05\x06")
    second = data.index(b"PK\x03\x04", 4)
    yield "bytes before the archive", "S101", lambda: RAW + data
    yield "bytes behind the archive", "S104", lambda: data + RAW
    yield "a comment of the archive", "S104", lambda: data[:-2] + struct.pack("<H", len(RAW)) + RAW
    yield "bytes between two entries", "S104", lambda: data[:second] + RAW + data[second:]
    yield "bytes before the directory", "S104", lambda: data[:directory] + RAW + data[directory:]
    yield "bytes inside the directory", "S104", lambda: data[:end] + RAW + data[end:]
    yield "an extra field in a local header", "S101", lambda: _patched(28, struct.pack("<H", 4))
    yield "an extra field in the directory", "S104", lambda: _in_directory(30, struct.pack("<H", 4))
    yield "a comment of an entry", "S104", lambda: _in_directory(32, struct.pack("<H", 4))
    yield "a disk number", "S104", lambda: _in_directory(34, b"Vi")
    yield "internal attributes", "S104", lambda: _in_directory(36, b"Vi")
    yield "external attributes", "S104", lambda: _in_directory(38, b"Vigg")
    yield "another offset", "S104", lambda: _in_directory(42, b"Vigg")
    yield "another maker", "S104", lambda: _in_directory(4, b"Vi")
    yield "another name in the directory", "S104", lambda: _in_directory(46, b"[Viggo")
    yield "another version needed", "S101", lambda: _patched(4, b"Vi")
    yield "flags", "S101", lambda: _patched(6, b"\x08\x00")
    yield "encryption", "S101", lambda: _patched(6, b"\x01\x00")
    yield "a method", "S101", lambda: _patched(8, b"\x08\x00")
    yield "a time", "S101", lambda: _patched(10, b"Vi")
    yield "a date", "S101", lambda: _patched(12, b"Vi")
    yield "a checksum", "S103", lambda: _patched(14, b"Vigg")
    yield "another packed size", "S103", lambda: _patched(18, b"Vig\0")
    yield "another unpacked size", "S101", lambda: _patched(22, b"Vig\0")
    yield "a name that is no part's name", "S101", lambda: _patched(30, "å".encode())
    yield "a header that is cut off", "S101", lambda: data[: second + 12]
    yield "two directories", "S104", lambda: data + data[directory:]
    yield "an entry that the directory does not know", "S104", _unlisted
    yield "a part that stands twice", "S102", _twice
    yield "another order", "S102", lambda: _rebuilt(list(reversed(entries(data).items())))
    yield (
        "another first part",
        "S102",
        lambda: _rebuilt(sorted(entries(data).items(), key=lambda e: e[0][1:])),
    )
    yield "no entries at all", "S101", lambda: b"PK\x05\x06" + bytes(18) + RAW
    yield "an empty file", "S101", lambda: b""
    yield "a file larger than any", "S105", lambda: data + bytes(64 * 1024 * 1024)
    yield "more parts than a file can have", "S105", lambda: _rebuilt([(f"a{n}", b"") for n in range(1002)])


def _patched(position: int, new: bytes) -> bytes:
    """The file with other bytes in its first local header."""
    data = clean()
    return data[:position] + new + data[position + len(new) :]


def _in_directory(offset: int, new: bytes) -> bytes:
    position = clean().index(b"PK\x01\x02") + offset
    return _patched(position, new)


def _rebuilt(items: list[tuple[str, bytes]]) -> bytes:
    """An archive in the canonical form, with these entries in this order."""
    local, central = b"", b""
    for name, data in items:
        common = struct.pack("<5H3L2H", 20, 0, 0, 0, 33, zlib.crc32(data), len(data), len(data), len(name), 0)
        head = struct.pack("<4s2H", b"PK\x01\x02", 3 << 8 | 20, 20) + common[2:]
        central += head + struct.pack("<3H2L", 0, 0, 0, 0o100600 << 16, len(local)) + name.encode()
        local += b"PK\x03\x04" + common + name.encode() + data
    count = len(items)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(central), len(local), 0)
    return local + central + end


def _twice() -> bytes:
    items = list(entries(clean()).items())
    return _rebuilt([*items[:3], (items[2][0], RAW), *items[3:]])


def _unlisted() -> bytes:
    whole = _rebuilt([*entries(clean()).items(), ("word/zzz.xml", RAW)])
    listed = clean()
    directory = listed.index(b"PK\x01\x02")
    return whole[: whole.index(b"PK\x01\x02")] + listed[directory:]
