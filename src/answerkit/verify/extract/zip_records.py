"""The records of a zip file: its directory, its local headers, and where each stands.

No library for zip files is asked: such a library reads what the directory points at, and things hide beside.
Source: PKWARE APPNOTE 6.3.10, section 4.3 (records), 4.4 (fields), 4.5.3 (zip64).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import field, replace
from itertools import islice
from typing import Final

from answerkit.model.frozen import dataclass
from answerkit.verify.extract.codes import Rule
from answerkit.verify.extract.found import UnreadableError

LOCAL_SIGNATURE: Final = b"PK\x03\x04"
_CENTRAL_SIGNATURE: Final = b"PK\x01\x02"
_END_SIGNATURE: Final = b"PK\x05\x06"
_END64_SIGNATURE: Final = b"PK\x06\x06"
_DESCRIPTOR_SIGNATURE: Final = b"PK\x07\x08"

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_END64_LOCATOR: Final = struct.Struct("<4sLQL")
_END64: Final = struct.Struct("<4sQ2H2L4Q")

_FULL: Final = 0xFFFFFFFF
"""A size or offset that stands in the zip64 field instead."""

_ZIP64: Final = 1
_ENCRYPTED: Final = 1 << 0
_DESCRIBED_BEHIND: Final = 1 << 3
_UTF8: Final = 1 << 11
_LINK: Final = 0o120000
_FILE_TYPE: Final = 0o170000


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the directory, or a local header that no line points at.

    Attributes:
        offset: of the local header, from the start of the archive's own bytes.
        packed, size: bytes of data, packed and unpacked.
        extra, comment: raw bytes.
    """

    name: str = field(repr=False)
    flags: int
    method: int
    checksum: int
    packed: int
    size: int
    offset: int
    extra: bytes = field(repr=False)
    comment: bytes = field(default=b"", repr=False)
    mode: int = 0

    @property
    def is_encrypted(self) -> bool:
        """Whether the data needs a password."""
        return bool(self.flags & _ENCRYPTED)

    @property
    def is_described_behind(self) -> bool:
        """Whether checksum and sizes stand behind the data."""
        return bool(self.flags & _DESCRIBED_BEHIND)

    @property
    def is_link(self) -> bool:
        """Whether it is a symbolic link of a POSIX system."""
        return self.mode & _FILE_TYPE == _LINK


@dataclass(frozen=True, slots=True)
class Local:
    """A local header. ``start`` is the first byte of its data."""

    entry: Entry
    start: int


@dataclass(frozen=True, slots=True)
class Directory:
    """The directory at the end of the file.

    Attributes:
        spans: the bytes that directory, end records and comment take up.
        shift: how many foreign bytes stand before the archive's own.
        broken: it does not hold as many lines as it says, or the file ends before its comment does.
    """

    entries: tuple[Entry, ...]
    comment: bytes
    spans: tuple[tuple[int, int], ...]
    shift: int
    broken: bool


def read_directory(data: bytes, most: int) -> Directory:
    """The directory that the last end record points at; no more than ``most`` of its lines.

    Raises:
        UnreadableError: there is none.
    """
    end = data.rfind(_END_SIGNATURE)
    if end < 0 or end + _END.size > len(data):
        raise UnreadableError(Rule.U102)
    _, _, _, _, count, size, offset, comment = _END.unpack_from(data, end)
    start64 = end
    if end >= _END64_LOCATOR.size and data.startswith(b"PK\x06\x07", end - _END64_LOCATOR.size):
        start64, count, size, offset = _end64(data, end, count, size, offset)
    start = start64 - size
    if start < 0:
        raise UnreadableError(Rule.U102)
    entries = tuple(islice(_lines(data, start, start64), most))
    comment_start = end + _END.size
    spans = ((start, start64), (start64, min(comment_start + comment, len(data))))
    broken = len(entries) != count or comment_start + comment > len(data)
    return Directory(
        entries, data[comment_start : comment_start + comment], spans, max(start - offset, 0), broken
    )


def _end64(data: bytes, end: int, count: int, size: int, offset: int) -> tuple[int, int, int, int]:
    """Start of the zip64 end record, and the count, size and offset that hold."""
    locator = end - _END64_LOCATOR.size
    start = data.rfind(_END64_SIGNATURE, 0, locator)
    if start < 0 or start + _END64.size > locator:
        return locator, count, size, offset
    return start, *_END64.unpack_from(data, start)[7:10]


def _lines(data: bytes, start: int, stop: int) -> Iterator[Entry]:
    position = start
    while position + _CENTRAL.size <= stop and data.startswith(_CENTRAL_SIGNATURE, position):
        values = _CENTRAL.unpack_from(data, position)
        _, _, _, flags, method, _, _, checksum, packed, size, name, extra, comment, _, _, outer, offset = (
            values
        )
        names = position + _CENTRAL.size
        extras = names + name
        comments = extras + extra
        position = comments + comment
        entry = Entry(
            _name(data[names:extras], flags),
            flags,
            method,
            checksum,
            packed,
            size,
            offset,
            data[extras:comments],
            data[comments:position],
            outer >> 16,
        )
        yield _with_zip64(entry)


def read_local(data: bytes, position: int) -> Local | None:
    """The local header at a position, or None where none stands."""
    if not data.startswith(LOCAL_SIGNATURE, position) or position + _LOCAL.size > len(data):
        return None
    values = _LOCAL.unpack_from(data, position)
    _, _, flags, method, _, _, checksum, packed, size, name, extra = values
    names = position + _LOCAL.size
    extras = names + name
    start = extras + extra
    entry = Entry(
        _name(data[names:extras], flags), flags, method, checksum, packed, size, position, data[extras:start]
    )
    return Local(_with_zip64(entry), start)


def descriptor_length(data: bytes, position: int, entry: Entry) -> int:
    """How many bytes of checksum and sizes stand behind an entry's data; 0 where they stand before it."""
    if not entry.is_described_behind:
        return 0
    checksum = struct.pack("<L", entry.checksum)
    narrow = struct.pack("<2L", entry.packed & _FULL, entry.size & _FULL)
    wide = struct.pack("<2Q", entry.packed, entry.size)
    forms = (mark + checksum + sizes for mark in (_DESCRIPTOR_SIGNATURE, b"") for sizes in (narrow, wide))
    return next((len(form) for form in forms if data.startswith(form, position)), 0)


def _with_zip64(entry: Entry) -> Entry:
    """The entry with the sizes and the offset that its zip64 field holds for it."""
    if _FULL not in (entry.size, entry.packed, entry.offset):
        return entry
    values = iter(_zip64_values(entry.extra))
    size = next(values, entry.size) if entry.size == _FULL else entry.size
    packed = next(values, entry.packed) if entry.packed == _FULL else entry.packed
    offset = next(values, entry.offset) if entry.offset == _FULL else entry.offset
    return replace(entry, size=size, packed=packed, offset=offset)


def _zip64_values(extra: bytes) -> tuple[int, ...]:
    position = 0
    while position + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, position)
        values = extra[position + 4 : position + 4 + length]
        if kind == _ZIP64:
            return struct.unpack_from(f"<{len(values) // 8}Q", values)
        position += 4 + length
    return ()


def _name(name: bytes, flags: int) -> str:
    """An entry's name: UTF-8 where it says so or can be read so, else code page 850, as Danish DOS had it."""
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        return name.decode("utf-8", errors="replace") if flags & _UTF8 else name.decode("cp850")
