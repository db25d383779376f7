"""Tar archives and files packed with gzip, bzip2 or xz."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from answerkit.model.frozen import dataclass
from answerkit.model.text import Role
from answerkit.verify.extract.codes import Rule
from answerkit.verify.extract.found import Flaw, Found, Inner, Reader, Source, Text, UnreadableError
from answerkit.verify.extract.inflating import GZIP, Unpacked, inflate, unpack_bzip2, unpack_xz
from answerkit.verify.extract.labels import leads_out, part_label
from answerkit.verify.extract.limits import Limits
from answerkit.verify.extract.raw import raw_texts

_BLOCK: Final = 512
_FILES: Final = frozenset(b"07\x00")
_LINKS: Final = frozenset(b"12")
_LONG_NAMES: Final = frozenset(b"LK")
_RECORDS: Final = frozenset(b"xgX")
_FOLDERS_AND_DEVICES: Final = frozenset(b"3456")


@dataclass(frozen=True, slots=True)
class _Header:
    """A tar header. ``words`` are all of its strings: names, link target, owner and group."""

    name: str
    words: tuple[str, ...]
    kind: int
    size: int


def read_tar(source: Source, _limits: Limits) -> Iterator[Found]:
    """Every entry, the strings of its header, and bytes that belong to none.

    Raises:
        UnreadableError: a header's checksum is wrong, or the archive ends within an entry.

    Source: IEEE Std 1003.1-2017, pax, "ustar Interchange Format" and "pax Extended Header".
    """
    data, position, number, long_name = source.data, 0, 0, ""
    while data[position : position + _BLOCK].strip(b"\x00"):
        number += 1
        header = _header(data[position : position + _BLOCK])
        start, end = position + _BLOCK, position + _BLOCK + header.size
        if end > len(data):
            raise UnreadableError(Rule.U102)
        position = start + -(-header.size // _BLOCK) * _BLOCK
        body = data[start:end]
        if header.kind in _LONG_NAMES | _RECORDS:
            long_name = body.decode("utf-8", errors="replace").strip("\x00")
            yield Text(f"#{number}", Role.METADATA, long_name)
        else:
            yield from _entry(header, long_name, body, number)
            long_name = ""
        yield from _slack(data[end:position], end)
    yield from _slack(data[position:], position)


def _header(block: bytes) -> _Header:
    fields = (block[0:100], block[345:500], block[157:257], block[265:297], block[297:329])
    words = tuple(field.split(b"\x00")[0].decode("utf-8", errors="replace") for field in fields)
    # the checksum is taken as if its own field were blank
    if sum(block) - sum(block[148:156]) + 8 * ord(" ") != _number(block[148:156]):
        raise UnreadableError(Rule.U102)
    return _Header(
        f"{words[1]}/{words[0]}" if words[1] else words[0], words, block[156], _number(block[124:136])
    )


def _number(field: bytes) -> int:
    """An octal number, or a binary one where the first bit says so (GNU).

    Raises:
        ValueError: it is neither.
    """
    if field[0] & 0x80:
        return int.from_bytes(field, "big") & ~(0x80 << 8 * (len(field) - 1))
    return int(field.strip(b" \x00") or b"0", 8)


def _entry(header: _Header, long_name: str, body: bytes, number: int) -> Iterator[Found]:
    label = part_label(header.name, number)
    for word in header.words:
        if word and word != label:
            yield Text(label, Role.NAME, word)
    if header.kind in _LINKS or leads_out(header.name) or leads_out(long_name):
        yield Flaw(Rule.U116, label)
    if header.kind not in _FILES | _LINKS | _FOLDERS_AND_DEVICES:
        yield Flaw(Rule.U115, label)
    if body:
        yield Inner(label, Source(header.name, body))


def _slack(data: bytes, position: int) -> Iterator[Found]:
    if data.strip(b"\x00"):
        yield Flaw(Rule.U114, f"byte[{position}]")
        yield Inner(f"byte[{position}]", Source("", data))


def packed_with(unpack: Callable[[bytes, Limits], Unpacked]) -> Reader:
    """A reader of files packed in one stream or several, one behind the other."""

    def read(source: Source, limits: Limits) -> Iterator[Found]:
        name = source.name.rpartition(".")[0]
        name = f"{name}.tar" if source.extension == ".tgz" else name
        unpacked = unpack(source.data, limits)
        yield Inner("indhold", Source(name, unpacked.data))
        if not unpacked.whole:
            yield Flaw(Rule.U102)
        if unpacked.rest.strip(b"\x00"):
            yield Inner(f"byte[{len(source.data) - len(unpacked.rest)}]", Source(source.name, unpacked.rest))

    return read


read_bzip2 = packed_with(unpack_bzip2)
read_xz = packed_with(unpack_xz)


def read_gzip(source: Source, limits: Limits) -> Iterator[Found]:
    """The unpacked file, and the strings of the header: name, comment, extra field. Source: RFC 1952, 2.3."""
    for text in raw_texts(_gzip_header(source.data)):
        yield Text("hoved", Role.METADATA, text.text)
    yield from packed_with(_gunzip)(source, limits)


def _gunzip(data: bytes, limits: Limits) -> Unpacked:
    return inflate(data, GZIP, limits)


def _gzip_header(data: bytes) -> bytes:
    """Everything before the packed data; without a length of its own it is as long as its flags make it."""
    flags, end = data[3], 10
    if flags & 4:
        end += 2 + int.from_bytes(data[end : end + 2], "little")
    for flag in (8, 16):
        if flags & flag:
            end = data.index(b"\x00", end) + 1
    return data[10:end]
