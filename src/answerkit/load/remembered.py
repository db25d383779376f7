"""Records as texts that a memory can keep: only public ones, and only those without problems.

A text is JSON: a record is the list of its fields' values, each as the field's type wants it; where a type
leaves a choice of records, its name comes first. All places of a record lie in its own file, so the name of
that file is left out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Final, Generic, Protocol, TypeAlias, TypeVar, get_args, get_origin, get_type_hints

from answerkit.model.frozen import dataclass
from answerkit.model.memory import Memory, from_json
from answerkit.model.problem import Key, Place, Where

_Write: TypeAlias = Callable[[Any], Any]
_Read: TypeAlias = Callable[[Any, str], Any]
"""Takes what JSON holds, and the name of the record's file."""


class _Record(Protocol):
    """What all records of a collection have."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def where(self) -> Where:
        """Where its values stand."""


T = TypeVar("T", bound=_Record)


@dataclass(frozen=True, slots=True)
class RememberedRecords(Generic[T]):
    """The records of one kind that a memory holds, by their id and by the digest of their file."""

    kind: type[T]
    memory: Memory

    def find(self, name: str, digest: str, file: Place) -> T | None:
        """The record that a file with these bytes gave; None when it is not remembered."""
        text = self.memory.recall(self._key(name, digest))
        if text is None:
            return None
        try:
            found: T = _form(self.kind).read(from_json(text), file.file)
        except (TypeError, ValueError, LookupError, ArithmeticError, RecursionError):
            return None
        return found if found.id == name else None

    def keep(self, record: T, digest: str) -> None:
        """Remember a record that its file gave without a problem."""
        if not any(place.confidential for place in record.where.values()):
            text = json.dumps(_form(self.kind).write(record), ensure_ascii=False)
            self.memory.keep(self._key(record.id, digest), text)

    def _key(self, name: str, digest: str) -> str:
        return f"{self.kind.__name__} {digest} {name}"


def remembered(memory: Memory | None, kind: type[T]) -> RememberedRecords[T] | None:
    """The records of one kind, where there is a memory."""
    return RememberedRecords(kind, memory) if memory else None


@dataclass(frozen=True, slots=True)
class _Form:
    """How values of one type go into JSON and come back."""

    write: _Write
    read: _Read


@cache
def _form(kind: Any) -> _Form:  # noqa: ANN401 - a type, as a field states it
    origin, parts = get_origin(kind), get_args(kind)
    if origin is UnionType:
        return _optional(parts) if NoneType in parts else _choice(parts)
    if origin is tuple:
        return _several(_form(parts[0]))
    if origin is not None:
        return _PLACES if Place in parts else _DAYS
    if is_dataclass(kind) and kind is not Place:
        return _record(kind)
    return _enum(kind) if issubclass(kind, Enum) else _VALUES[kind]


def _enum(kind: type[Enum]) -> _Form:
    members = {member.value: member for member in kind}
    return _Form(attrgetter("value"), lambda value, _: members[value])


def _record(kind: Any) -> _Form:  # noqa: ANN401 - a record's class
    names = [item.name for item in fields(kind)]

    @cache
    def forms() -> list[tuple[int, _Form]]:
        """Of the fields that JSON cannot hold as they are; found late, for a record may hold its like."""
        hints = get_type_hints(kind)
        return [(at, _form(hints[name])) for at, name in enumerate(names) if hints[name] not in _PLAIN]

    def write(record: object) -> list[Any]:
        values = [getattr(record, name) for name in names]
        for at, form in forms():
            values[at] = form.write(values[at])
        return values

    def read(values: list[Any], file: str) -> object:
        for at, form in forms():
            values[at] = form.read(values[at], file)
        return kind(*values)

    return _Form(write, read)


def _choice(kinds: tuple[Any, ...]) -> _Form:
    forms = {kind.__name__: _form(kind) for kind in kinds}
    return _Form(
        lambda value: [type(value).__name__, forms[type(value).__name__].write(value)],
        lambda value, file: forms[value[0]].read(value[1], file),
    )


def _optional(kinds: tuple[Any, ...]) -> _Form:
    (kind,) = (kind for kind in kinds if kind is not NoneType)
    form = _form(kind)
    return _Form(
        lambda value: None if value is None else form.write(value),
        lambda value, file: None if value is None else form.read(value, file),
    )


def _several(form: _Form) -> _Form:
    return _Form(
        lambda values: [form.write(value) for value in values],
        lambda values, file: tuple([form.read(value, file) for value in values]),
    )


class _Places(Mapping[Key, Place]):
    """Places of a record, made when one is asked for: most never are."""

    def __init__(self, parts: list[Any], file: str) -> None:
        keys = parts[::3]
        if list in map(type, keys):
            keys = [key if isinstance(key, str) else (str(key[0]), int(key[1])) for key in keys]
        self._spots = dict(zip(keys, zip(parts[1::3], parts[2::3], strict=True), strict=True))
        self._file = file

    def __getitem__(self, key: Key) -> Place:
        return Place(self._file, *self._spots[key])

    def __iter__(self) -> Iterator[Key]:
        return iter(self._spots)

    def __len__(self) -> int:
        return len(self._spots)


_PLAIN: Final = frozenset({str, int, bool})
_PLACES: Final = _Form(
    lambda places: [part for key, at in places.items() for part in (key, at.line, at.column)], _Places
)
_DAYS: Final = _Form(
    lambda days: {name: day.isoformat() for name, day in days.items()},
    lambda days, _: {name: date.fromisoformat(day) for name, day in days.items()},
)
_VALUES: Final[Mapping[type, _Form]] = {
    **{kind: _Form(lambda value: value, lambda value, _: value) for kind in _PLAIN},
    Place: _Form(lambda at: [at.line, at.column], lambda at, file: Place(file, *at)),
    date: _Form(date.isoformat, lambda day, _: date.fromisoformat(day)),
    Decimal: _Form(str, lambda number, _: Decimal(number)),
}
