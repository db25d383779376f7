"""Compound files: Word, Excel and PowerPoint before 2007, Outlook messages, embedded objects, macro projects.

Source: MS-CFB (the container); MS-DOC 2.5.1, MS-XLS 2.4.117, MS-PPT 2.3.2 (encryption); MS-OXMSG 2.2 (mail).
"""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator
from typing import Final

from answerkit.model.text import Role
from answerkit.verify.extract.codes import Rule
from answerkit.verify.extract.found import Flaw, Found, Inner, Source, Text, UnreadableError
from answerkit.verify.extract.kind import Kind, judge
from answerkit.verify.extract.labels import stream_label
from answerkit.verify.extract.limits import Limits
from answerkit.verify.extract.ole_packing import unpack_macro, unpack_rtf
from answerkit.verify.extract.raw import one_byte, raw_texts

_AS_THEY_ARE: Final = frozenset({Kind.EMPTY, Kind.TEXT, Kind.UNKNOWN, Kind.FONT, Kind.SETTINGS, Kind.PICTURE})
"""What streams of these formats look like by chance."""

_MESSAGE: Final = "__properties_version1.0"
_ATTACHMENT: Final = "__substg1.0_37010102"
_PACKED_RTF: Final = "__substg1.0_10090102"
_MACRO = re.compile(rb"(?s)\x01..\x00Attribut")
_PROJECT: Final = "dir"


def read_ole(source: Source, _limits: Limits) -> Iterator[Found]:
    """Every stream; then the strings of the whole file, where unused sectors hold what was deleted.

    Raises:
        UnreadableError: the container is broken.
    """
    import olefile  # noqa: PLC0415 - only a compound file pays for it

    try:
        with olefile.OleFileIO(io.BytesIO(source.data)) as container:
            paths = [tuple(path) for path in container.listdir()]
            if not any(path[-1] == _MESSAGE for path in paths):
                yield Flaw(Rule.U111)
            for number, path in enumerate(paths, 1):
                yield from _stream(path, container.openstream(list(path)).read(), number)
            for storage in container.listdir(streams=False, storages=True):
                yield Text("lager", Role.NAME, "/".join(storage))
    except (OSError, TypeError, AttributeError, struct.error, LookupError):
        raise UnreadableError(Rule.U102) from None
    yield from raw_texts(source.data)


def _stream(path: tuple[str, ...], data: bytes, number: int) -> Iterator[Found]:
    label = stream_label(path, number)
    yield Text(label, Role.NAME, "/".join(path))
    if _is_encrypted(path[-1], data):
        yield Flaw(Rule.U103, label)
    if path[-1] == _ATTACHMENT or judge(Source("", data)) not in _AS_THEY_ARE:
        yield Inner(label, Source("", data))
        return
    yield from raw_texts(data, label)
    if path[-1] == "\x01Ole10Native":
        yield from _package(data, label)
    if path[-1] == _PACKED_RTF:
        yield from _rtf_body(data, label)
    start = 0 if path[-1] == _PROJECT else next((found.start() for found in _MACRO.finditer(data)), -1)
    if start >= 0:
        yield Text(label, Role.FIELD, one_byte(unpack_macro(data[start:])))


def _is_encrypted(name: str, data: bytes) -> bool:
    match name:
        case "EncryptedPackage":
            return True
        case "WordDocument":
            return bool(data[11:12]) and bool(data[11] & 1)
        case "Workbook" | "Book":
            return _has_password_record(data)
        case "Current User":
            return data[12:16] == b"\xdf\xc4\xd1\xf3"
        case _:
            return False


def _has_password_record(data: bytes) -> bool:
    """Whether the workbook's first records hold one for a password."""
    position = 0
    for _ in range(50):
        kind, length = struct.unpack_from("<2H", data.ljust(position + 4, b"\x00"), position)
        if kind == 0x2F:  # noqa: PLR2004 - FilePass
            return True
        position += 4 + length
    return False


def _package(data: bytes, label: str) -> Iterator[Found]:
    """The file in a package object. Its names and paths are among the raw strings."""
    try:
        position = data.index(b"\x00", data.index(b"\x00", 6) + 1) + 1
        (length,) = struct.unpack_from("<L", data, position + 4)
        position += 8 + length
        (size,) = struct.unpack_from("<L", data, position)
    except (ValueError, struct.error):
        yield Flaw(Rule.U102, label)
        return
    name = one_byte(data[6 : data.index(b"\x00", 6)])
    yield Inner(label, Source(name, data[position + 4 : position + 4 + size]))


def _rtf_body(data: bytes, label: str) -> Iterator[Found]:
    try:
        yield Inner(label, Source("", unpack_rtf(data)))
    except (ValueError, struct.error):
        yield Flaw(Rule.U102, label)
