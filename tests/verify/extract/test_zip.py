"""Zip files of the rarer kinds: large ones, streamed ones, and entries that no directory lists."""

from __future__ import annotations

import bz2
import io
import lzma
import struct
import zipfile
import zlib

import pytest

from answerkit.verify.extract.read import extract
from verify.foreign.packages import zipped

PLAIN = zipped({"a.txt": b"Hej med dig"})
FULL = 0xFFFFFFFF


class Pipe(io.BytesIO):
    """A target that cannot go back, so that sizes stand behind the data."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise io.UnsupportedOperation

    def tell(self) -> int:
        raise io.UnsupportedOperation


def streamed(method: int = zipfile.ZIP_DEFLATED, *, large: bool = False) -> bytes:
    target = Pipe()
    with (
        zipfile.ZipFile(target, "w", method) as archive,
        archive.open("a.txt", "w", force_zip64=large) as entry,
    ):
        entry.write(b"Hej med dig")
    return target.getvalue()


def large() -> bytes:
    """The archive with a zip64 end record, and an entry whose sizes and offset stand in the zip64 field."""
    start, end = PLAIN.index(b"PK\x01\x02"), PLAIN.index(b"PK\x05\x06")
    line = bytearray(PLAIN[start:end])
    packed, size = struct.unpack_from("<2L", line, 20)
    struct.pack_into("<2L", line, 20, FULL, FULL)
    struct.pack_into("<H", line, 30, 28 + 4)
    struct.pack_into("<L", line, 42, FULL)
    line += struct.pack("<2H", 9, 0) + struct.pack("<2H3Q", 1, 24, size, packed, 0)
    end64 = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 1, len(line), start)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, start + len(line), 1)
    return (
        PLAIN[:start]
        + line
        + end64
        + locator
        + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, FULL, FULL, 0)
    )


def unlisted(method: int, packed: bytes, data: bytes = b"Hej med dig", flags: int = 0) -> bytes:
    """An entry that stands before an archive and is not listed there."""
    size, checksum = (0, 0) if flags & 8 else (len(packed), zlib.crc32(data))
    head = struct.pack(
        "<4s5H3L2H", b"PK\x03\x04", 20, flags, method, 0, 0x21, checksum, size, len(data), 5, 0
    )
    return head + b"b.txt" + packed + zipped({"c.txt": b"x"})


def deflated(data: bytes = b"Hej med dig") -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    "data", [PLAIN, streamed(), streamed(large=True), streamed(zipfile.ZIP_STORED), large()]
)
def test_every_kind_is_read_without_a_finding(data: bytes) -> None:
    read = extract("a.zip", data)
    assert "Hej med dig" in [piece.text for piece in read.pieces]
    assert read.findings == ()


@pytest.mark.parametrize(
    "data",
    [
        unlisted(0, b"Hej med dig"),
        unlisted(8, deflated()),
        unlisted(12, bz2.compress(b"Hej med dig")),
        unlisted(95, lzma.compress(b"Hej med dig")),
        unlisted(8, deflated(), flags=8),
        unlisted(0, b"Hej med dig", flags=8),
        unlisted(8, b"Hej med dig"),
        streamed()[: streamed().index(b"PK\x01\x02")],
    ],
)
def test_what_no_directory_lists_is_read_and_found(data: bytes) -> None:
    read = extract("a.zip", data)
    assert any("Hej med dig" in piece.text for piece in read.pieces)
    assert {item.code for item in read.findings} & {"U102", "U112", "U114"}


@pytest.mark.parametrize(
    ("at", "value"),
    [("PK\x06\x06", b"PK\x06\x09"), ("PK\x05\x06", b"PK\x05\x09")],
)
def test_a_large_archive_without_its_end_is_searched(at: str, value: bytes) -> None:
    data = large().replace(at.encode(), value)
    assert extract("a.zip", data).findings


def test_a_directory_that_would_start_before_the_file_is_broken() -> None:
    data = PLAIN[:-10] + struct.pack("<L", 99_999) + PLAIN[-6:]
    assert "U102" in {item.code for item in extract("a.zip", data).findings}


def test_a_field_that_lacks_the_zip64_numbers_leaves_them_as_they_are() -> None:
    data = bytearray(PLAIN)
    struct.pack_into("<L", data, PLAIN.index(b"PK\x01\x02") + 24, FULL)
    assert "U118" in {item.code for item in extract("a.zip", bytes(data)).findings}
