"""The archive, byte for byte: nothing stands in it but the entries, one behind the other, undated and stored.

No library for zip files is asked: such a library looks for the directory at the end and ignores what it does
not point at, which is where things hide. Here the file is read from its first byte to its last.
"""

import re
import struct
from collections.abc import Iterator, Sequence
from itertools import pairwise
from zlib import crc32

from answerkit.model.frozen import dataclass
from answerkit.verify.built.codes import Rule
from answerkit.verify.built.fault import Fault

MOST_BYTES = 64 * 1024 * 1024
MOST_ENTRIES = 1000
FIRST = "[Content_Types].xml"

# Source: PKWARE APPNOTE 6.3.10, 4.3.7 (local file header), 4.3.12 (central directory), 4.3.16 (end of it).
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")

_LOCAL_SIGNATURE = b"PK\x03\x04"
_VERSION = 20
_MADE_BY_UNIX = 3 << 8 | _VERSION
_FIRST_OF_JANUARY_1980 = 1 << 5 | 1
_REGULAR_FILE = 0o100600 << 16
_NAME = re.compile(rb"[A-Za-z0-9_./\[\]]{1,80}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A part of the package. ``offset`` is where its local header stands."""

    name: str
    data: bytes
    checksum: int
    offset: int

    @property
    def _common(self) -> tuple[int, ...]:
        """Flags, method, time, date, checksum, both sizes and the name's length: alike in both headers."""
        size = len(self.data)
        return 0, 0, 0, _FIRST_OF_JANUARY_1980, self.checksum, size, size, len(self.name)

    @property
    def local(self) -> bytes:
        """The one local header that may stand before the data."""
        return _LOCAL.pack(_LOCAL_SIGNATURE, _VERSION, *self._common, 0) + self.name.encode("ascii")

    @property
    def central(self) -> bytes:
        """The one line that the directory may have for it."""
        head = _CENTRAL.pack(
            b"PK\x01\x02", _MADE_BY_UNIX, _VERSION, *self._common, 0, 0, 0, 0, _REGULAR_FILE, self.offset
        )
        return head + self.name.encode("ascii")


@dataclass(frozen=True, slots=True)
class Archive:
    """The entries in the file's order; none of them counts when there are faults."""

    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...]


def read_archive(data: bytes) -> Archive:
    """The entries of a file's bytes, and how it differs from an archive as answerkit writes it."""
    if len(data) > MOST_BYTES:
        return Archive((), (Fault(Rule.S105),))
    entries: list[Entry] = []
    position = 0
    while data.startswith(_LOCAL_SIGNATURE, position):
        entry = _entry(data, position, len(entries) + 1)
        if isinstance(entry, Fault):
            return Archive((), (entry,))
        entries.append(entry)
        if len(entries) > MOST_ENTRIES:
            return Archive((), (Fault(Rule.S105),))
        position += len(entry.local) + len(entry.data)
    if not entries:
        return Archive((), (Fault(Rule.S101),))
    names = [entry.name for entry in entries]
    faults = (*_directory_faults(data[position:], entries, position), *_order_faults(names))
    return Archive(tuple(entries), faults)


def _entry(data: bytes, position: int, ordinal: int) -> Entry | Fault:
    """The entry whose local header stands at the position."""
    place = f"#{ordinal}"
    header = data[position : position + _LOCAL.size]
    if len(header) < _LOCAL.size:
        return Fault(Rule.S101, place)
    *_, checksum, size, _size, name_length, _extra = _LOCAL.unpack(header)
    start = position + _LOCAL.size + name_length
    name, content = data[position + _LOCAL.size : start], data[start : start + size]
    if not _NAME.fullmatch(name):
        return Fault(Rule.S101, place)
    if crc32(content) != checksum:
        return Fault(Rule.S103, place)
    entry = Entry(name.decode("ascii"), content, checksum, position)
    return entry if data[position:start] == entry.local else Fault(Rule.S101, place)


def _directory_faults(rest: bytes, entries: Sequence[Entry], start: int) -> Iterator[Fault]:
    """What stands behind the last entry must be the directory of these very entries, and nothing more."""
    directory = b"".join([entry.central for entry in entries])
    count = len(entries)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), start, 0)
    if rest != directory + end:
        yield Fault(Rule.S104)


def _order_faults(names: Sequence[str]) -> Iterator[Fault]:
    """The overview of types comes first, then names in order; a name that stands twice is out of order."""
    if names[0] != FIRST:
        yield Fault(Rule.S102, "#1")
    for ordinal, (earlier, later) in enumerate(pairwise(names[1:]), 3):
        if earlier >= later:
            yield Fault(Rule.S102, f"#{ordinal}")
