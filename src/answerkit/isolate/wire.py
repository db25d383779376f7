"""Values as bytes, for the way from a child to its parent.

A child reads what people wrote, so its parent does not trust its bytes. Pickle is no format for that: even
with an allow-list of classes, its ``BUILD`` step lets a stream set attributes on those classes and on enum
members, in the parent. Here nothing can be named but a frozen dataclass or an enum of answerkit that the
parent has imported, and nothing is done but to call its constructor, so a record's own checks hold. No value
is shared: decoding takes time and memory in proportion to the bytes.
"""

from __future__ import annotations

import dataclasses
import struct
import sys
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any, Final

from answerkit.model.frozen import dataclass

DEPTH: Final = 100
"""How deep values may be nested."""

_PACKAGE: Final = "answerkit."
_LENGTH: Final = struct.Struct(">I")
_FLOAT: Final = struct.Struct(">d")


class WireError(ValueError):
    """The bytes are no value, or name something that may not come out of a child. Holds none of the bytes."""


@dataclass(frozen=True, slots=True)
class _Scalar:
    """How one type goes to bytes and back."""

    tag: bytes
    write: Callable[[Any], bytes]
    read: Callable[[bytes], object]


def _write_int(number: int) -> bytes:
    return number.to_bytes(number.bit_length() // 8 + 1, "big", signed=True)


def _write_text(text: str) -> bytes:
    # File names may hold lone surrogates.
    return text.encode("utf-8", "surrogatepass")


def _read_text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")


_SCALARS: Final[Mapping[type, _Scalar]] = {
    type(None): _Scalar(b"0", lambda _: b"", lambda _: None),
    bool: _Scalar(b"?", lambda value: b"1" if value else b"", bool),
    int: _Scalar(b"i", _write_int, lambda data: int.from_bytes(data, "big", signed=True)),
    float: _Scalar(b"f", _FLOAT.pack, lambda data: _FLOAT.unpack(data)[0]),
    str: _Scalar(b"s", _write_text, _read_text),
    bytes: _Scalar(b"b", bytes, bytes),
    date: _Scalar(b"d", lambda day: day.isoformat().encode(), lambda data: date.fromisoformat(data.decode())),
    Decimal: _Scalar(b"n", lambda number: str(number).encode(), lambda data: Decimal(data.decode())),
    PurePosixPath: _Scalar(
        b"/", lambda path: _write_text(str(path)), lambda data: PurePosixPath(_read_text(data))
    ),
    PureWindowsPath: _Scalar(
        b"\\", lambda path: _write_text(str(path)), lambda data: PureWindowsPath(_read_text(data))
    ),
}
_SCALAR_READERS: Final = {scalar.tag: scalar.read for scalar in _SCALARS.values()}
_SEQUENCES: Final[Mapping[type, bytes]] = {tuple: b"(", list: b"[", frozenset: b"<", set: b"|"}
_SEQUENCE_TYPES: Final[Mapping[bytes, Callable[[list[Any]], object]]] = {
    tag: kind for kind, tag in _SEQUENCES.items()
}
_MAPPING: Final = b"{"
_RECORD: Final = b"R"
_MEMBER: Final = b"E"


def encode(value: object) -> bytes:
    """The bytes of a value that ``decode`` understands.

    Raises:
        TypeError: the value, or one inside it, is of a type that cannot come out of a child; names the type.
        WireError: the value is nested too deep.
    """
    chunks: list[bytes] = []
    _write(value, chunks, 0)
    return b"".join(chunks)


def decode(data: bytes) -> object:
    """The value that ``encode`` made these bytes of, built anew by its types' own constructors.

    Raises:
        WireError: the bytes are not exactly one value of the types that may come out of a child.
    """
    reader = _Reader(data)
    try:
        value = reader.value(0)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, struct.error):
        # From None: what a constructor complains of may quote what it was given.
        raise WireError("not a value") from None
    if reader.position != len(data):
        raise WireError("bytes after the value")
    return value


def _write(value: object, chunks: list[bytes], depth: int) -> None:
    """Append the bytes of one value; the exact type decides, so that nothing comes back as something else."""
    if depth > DEPTH:
        raise WireError("nested too deep")
    kind = type(value)
    if scalar := _SCALARS.get(kind):
        _write_bytes(scalar.tag, scalar.write(value), chunks)
    elif isinstance(value, (tuple, list, set, frozenset)) and kind in _SEQUENCES:
        _write_items(_SEQUENCES[kind], value, chunks, depth)
    elif isinstance(value, Enum):
        _write_items(_MEMBER, (*_class_name(kind), value.name), chunks, depth)
    elif isinstance(value, Mapping):
        _write_items(_MAPPING, [part for item in value.items() for part in item], chunks, depth)
    else:
        _write_items(_RECORD, (*_class_name(kind), *_field_values(value, kind)), chunks, depth)


def _write_bytes(tag: bytes, data: bytes, chunks: list[bytes]) -> None:
    chunks += (tag, _LENGTH.pack(len(data)), data)


def _write_items(
    tag: bytes,
    items: tuple[Any, ...] | list[Any] | set[Any] | frozenset[Any],
    chunks: list[bytes],
    depth: int,
) -> None:
    chunks += (tag, _LENGTH.pack(len(items)))
    for item in items:
        _write(item, chunks, depth + 1)


def _class_name(kind: type) -> tuple[str, str]:
    """Module and name of a class of ours.

    Raises:
        TypeError: the class is none that ``_class`` finds again.
    """
    if _class(kind.__module__, kind.__qualname__) is not kind:
        raise TypeError(f"{kind.__module__}.{kind.__qualname__}")
    return kind.__module__, kind.__qualname__


def _class(module: str, name: str) -> type | None:
    """A frozen dataclass or enum at the top of an imported module of answerkit; None for all else."""
    # Only what is imported already: a child must not make its parent import, which runs code.
    found = (
        vars(sys.modules[module]).get(name) if module.startswith(_PACKAGE) and module in sys.modules else None
    )
    if not isinstance(found, type) or (found.__module__, found.__qualname__) != (module, name):
        return None
    return found if issubclass(found, Enum) or _is_frozen(found) else None


def _is_frozen(kind: type) -> bool:
    return dataclasses.is_dataclass(kind) and vars(kind)["__dataclass_params__"].frozen


def _field_values(value: object, kind: type) -> tuple[object, ...]:
    return tuple(getattr(value, name) for name in _field_names(kind))


def _field_names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind) if field.init)


class _Reader:
    """Reads values one after the other."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.position = 0

    def value(self, depth: int) -> object:
        """The next value."""
        if depth > DEPTH:
            raise WireError("nested too deep")
        tag = self._take(1)
        length = _LENGTH.unpack(self._take(_LENGTH.size))[0]
        if read := _SCALAR_READERS.get(tag):
            return read(self._take(length))
        return _assemble(tag, [self.value(depth + 1) for _ in range(length)])

    def _take(self, count: int) -> bytes:
        start, self.position = self.position, self.position + count
        if self.position > len(self._data):
            raise WireError("cut short")
        return self._data[start : self.position]


def _assemble(tag: bytes, items: list[Any]) -> object:
    """Make a container, an enum member or a record of its parts."""
    if tag in _SEQUENCE_TYPES:
        return _SEQUENCE_TYPES[tag](items)
    if tag == _MAPPING:
        return dict(zip(items[::2], items[1::2], strict=True))
    module, name, *parts = items
    kind = _class(module, name)
    if kind is not None and tag == _MEMBER and issubclass(kind, Enum):
        return kind[parts[0]]
    if kind is not None and tag == _RECORD and not issubclass(kind, Enum):
        return kind(**dict(zip(_field_names(kind), parts, strict=True)))
    raise WireError("unknown class or tag")
