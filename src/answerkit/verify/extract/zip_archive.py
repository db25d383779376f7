"""Zip files, and all that is one: every entry, and every byte that belongs to none."""

from __future__ import annotations

import zlib
from collections.abc import Generator, Iterator
from dataclasses import replace
from enum import IntEnum
from lzma import LZMAError
from typing import Final
from zlib import crc32

from answerkit.model.text import Role
from answerkit.verify.extract.codes import Rule
from answerkit.verify.extract.found import Flaw, Found, Inner, Source, Text, UnreadableError
from answerkit.verify.extract.inflating import RAW_DEFLATE, Unpacked, inflate, unpack_bzip2, unpack_xz
from answerkit.verify.extract.labels import leads_out, part_label
from answerkit.verify.extract.limits import Limits
from answerkit.verify.extract.raw import raw_texts
from answerkit.verify.extract.sheets import shared_strings
from answerkit.verify.extract.zip_records import (
    LOCAL_SIGNATURE,
    Directory,
    Entry,
    Local,
    descriptor_length,
    read_directory,
    read_local,
)

_FAILURES: Final = (UnreadableError, zlib.error, OSError, EOFError, LZMAError)
"""What unpacking may raise."""


class _Method(IntEnum):
    """How an entry is packed. Source: APPNOTE 6.3.10, 4.4.5."""

    STORED = 0
    DEFLATED = 8
    BZIP2 = 12
    XZ = 95


_SHARED_STRINGS: Final = "xl/sharedStrings.xml"
_WORKSHEETS: Final = "xl/worksheets/"

_TYPE: Final = {
    ".docx": b"wordprocessingml.document.main+xml", ".docm": b"word.document.macroEnabled.main+xml",
    ".dotx": b"wordprocessingml.template.main+xml", ".dotm": b"word.template.macroEnabledTemplate.main+xml",
    ".xlsx": b"spreadsheetml.sheet.main+xml", ".xlsm": b"excel.sheet.macroEnabled.main+xml",
    ".xltx": b"spreadsheetml.template.main+xml", ".pptx": b"presentationml.presentation.main+xml",
    ".pptm": b"powerpoint.presentation.macroEnabled.main+xml", ".ppsx": b"presentationml.slideshow.main+xml",
    ".potx": b"presentationml.template.main+xml", ".odt": b"opendocument.text",
    ".ott": b"opendocument.text-template", ".ods": b"opendocument.spreadsheet",
    ".odp": b"opendocument.presentation", ".odg": b"opendocument.graphics",
}  # fmt: skip
"""What the package must say of itself to have such a name."""
_TYPE_IS_IN: Final = frozenset({"[Content_Types].xml", "mimetype"})
_ENCRYPTED: Final = ("META-INF/manifest.xml", b"encryption-data")


def read_zip(source: Source, limits: Limits) -> Iterator[Found]:
    """Everything in a zip file, listed entries first; a file without a directory is searched for entries."""
    try:
        directory = read_directory(source.data, limits.entries + 1)
    except UnreadableError as error:
        yield Flaw(error.rule)
        directory = Directory((), b"", (), 0, broken=False)
    yield from _Archive(source, limits, directory).found()


class _Archive:
    """One zip file while it is read. ``spans`` are the bytes that are accounted for."""

    def __init__(self, source: Source, limits: Limits, directory: Directory) -> None:
        self._source = source
        self._data = source.data
        self._limits = limits
        self._directory = directory
        self._spans = list(directory.spans)
        self._type = b""
        self._strings = self._shared_strings()

    def found(self) -> Iterator[Found]:
        directory = self._directory
        if directory.broken:
            yield Flaw(Rule.U102)
        yield from _raw(directory.comment, "kommentar", Role.COMMENT)
        seen: set[str] = set()
        for number, entry in enumerate(directory.entries, 1):
            label = part_label(entry.name, number)
            yield from _oddities(entry, label, seen)
            seen.add(entry.name.casefold())
            yield from self._listed(entry, label)
        if _TYPE.get(self._source.extension, b"") not in self._type:
            yield Flaw(Rule.U108)
        yield from self._unlisted()

    def _listed(self, entry: Entry, label: str) -> Iterator[Found]:
        yield from _raw(entry.extra, f"{label}/ekstra", Role.METADATA)
        yield from _raw(entry.comment, f"{label}/kommentar", Role.COMMENT)
        local = read_local(self._data, entry.offset + self._directory.shift)
        if local is None:
            yield Flaw(Rule.U112, label)
            return
        yield from _disagreements(entry, local.entry, label)
        end = local.start + entry.packed
        self._spans.append((local.entry.offset, end + descriptor_length(self._data, end, entry)))
        yield from self._content(entry, self._data[local.start : end], label)

    def _content(self, entry: Entry, packed: bytes, label: str) -> Iterator[Found]:
        if entry.is_encrypted:
            yield Flaw(Rule.U103, label)
            return
        try:
            unpacked = _unpack(entry.method, packed, self._limits)
        except _FAILURES as error:
            yield Flaw(error.rule if isinstance(error, UnreadableError) else Rule.U102, label)
            yield from raw_texts(packed, f"{label}/byte")
            return
        yield from self._unpacked(entry, unpacked, label)

    def _unpacked(self, entry: Entry, unpacked: Unpacked, label: str) -> Iterator[Found]:
        data = unpacked.data
        if entry.name in _TYPE_IS_IN:
            self._type += data
        if (entry.size, entry.checksum) != (len(data), crc32(data)):
            yield Flaw(Rule.U118, label)
        if not unpacked.whole:
            yield Flaw(Rule.U102, label)
        if unpacked.rest:
            yield from _stray(unpacked.rest, f"{label}/rest")
        if entry.name == _ENCRYPTED[0] and _ENCRYPTED[1] in data:
            yield Flaw(Rule.U103)
        strings = self._strings if entry.name.startswith(_WORKSHEETS) else ()
        yield Inner(label, Source(entry.name, data, strings))

    def _shared_strings(self) -> tuple[str, ...]:
        """The strings that cells point at; what is wrong with them is said when they are read as a part."""
        entry = next((entry for entry in self._directory.entries if entry.name == _SHARED_STRINGS), None)
        local = read_local(self._data, entry.offset + self._directory.shift) if entry else None
        if entry is None or local is None:
            return ()
        packed = self._data[local.start : local.start + entry.packed]
        try:
            return shared_strings(_unpack(entry.method, packed, self._limits).data)
        except _FAILURES:
            return ()

    def _unlisted(self) -> Iterator[Found]:
        """What stands before, between and behind the listed entries."""
        position = 0
        for start, stop in (*sorted(self._spans), (len(self._data), len(self._data))):
            if start > position:
                yield from self._gap(position, start)
            position = max(position, stop)

    def _gap(self, position: int, stop: int) -> Iterator[Found]:
        """Entries that no line points at; bytes that are no entry are read as a file of their own."""
        while (start := self._data.find(LOCAL_SIGNATURE, position, stop)) >= 0:
            local = read_local(self._data, start)
            if local is None or local.start > stop:
                break
            yield from _stray(self._data[position:start], f"byte[{position}]")
            yield Flaw(Rule.U112, f"byte[{start}]")
            yield Text(f"byte[{start}]", Role.NAME, local.entry.name)
            position = yield from self._unlisted_entry(local, stop)
        yield from _stray(self._data[position:stop], f"byte[{position}]")

    def _unlisted_entry(self, local: Local, stop: int) -> Generator[Found, None, int]:
        """The entry's data. Returns where it ends: its own header need not say how long it is."""
        entry, label = local.entry, f"byte[{local.entry.offset}]"
        end = min(local.start + entry.packed, stop)
        if entry.is_described_behind and not entry.packed:
            following = self._data.find(LOCAL_SIGNATURE, local.start, stop)
            end = following if entry.method == _Method.STORED and following >= 0 else stop
        packed = self._data[local.start : end]
        if entry.is_encrypted:
            yield Flaw(Rule.U103, label)
            return end
        try:
            unpacked = _unpack(entry.method, packed, self._limits)
        except _FAILURES:
            yield from _stray(packed, label)
            return end
        yield Inner(label, Source(entry.name, unpacked.data))
        end -= len(unpacked.rest)
        described = replace(
            entry, packed=end - local.start, size=len(unpacked.data), checksum=crc32(unpacked.data)
        )
        return end + descriptor_length(self._data, end, described)


def _unpack(method: int, packed: bytes, limits: Limits) -> Unpacked:
    match method:
        case _Method.STORED:
            return Unpacked(packed, b"", whole=True)
        case _Method.DEFLATED:
            return inflate(packed, RAW_DEFLATE, limits)
        case _Method.BZIP2:
            return unpack_bzip2(packed, limits)
        case _Method.XZ:
            return unpack_xz(packed, limits)
        case _:
            raise UnreadableError(Rule.U115)


def _oddities(entry: Entry, label: str, seen: set[str]) -> Iterator[Found]:
    """What is to say of an entry's name and kind."""
    if label != entry.name:
        yield Text(label, Role.NAME, entry.name)
    if entry.is_link or leads_out(entry.name):
        yield Flaw(Rule.U116, label)
    if entry.name.casefold() in seen:
        yield Flaw(Rule.U113, label)


def _disagreements(listed: Entry, local: Entry, label: str) -> Iterator[Found]:
    """Where the local header says something else than the directory."""
    if local.extra != listed.extra:
        yield from _raw(local.extra, f"{label}/ekstra", Role.METADATA)
    if local.name != listed.name:
        yield Text(label, Role.NAME, local.name)
    if (local.name, local.method, local.is_encrypted) != (listed.name, listed.method, listed.is_encrypted):
        yield Flaw(Rule.U112, label)


def _raw(data: bytes, place: str, role: Role) -> Iterator[Text]:
    for text in raw_texts(data) if data else ():
        yield replace(text, place=place, role=role)


def _stray(data: bytes, place: str) -> Iterator[Found]:
    """Bytes that belong to no entry; zeros say nothing."""
    if data.strip(b"\x00"):
        yield Flaw(Rule.U114, place)
        yield Inner(place, Source("", data))
