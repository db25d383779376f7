"""``dataclass`` for frozen, slotted records: the standard library's, made many times as quickly.

A command makes about 200 record classes when it starts. For each, the standard library writes six methods as
text and compiles them: that was a quarter of a cold build. Here ``__init__`` alone is made, when it is first
asked for, from code that is compiled once for all classes of a shape; and all records share the other five,
which do the same. To a type checker this is the standard library's decorator; a class that needs more of it
(a base that is a record, an order, a field that is set in another way) gets it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from types import CodeType, FunctionType, MethodType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - exported
else:

    def dataclass(**options: bool) -> Callable[[type], type]:
        """Make a class a record; ``frozen=True, slots=True`` is the quick way."""
        long_way = dataclasses.dataclass(**options)
        quick = options == {"frozen": True, "slots": True}
        return lambda cls: _record(cls) if quick and _is_plain(cls) else long_way(cls)


def _is_plain(cls: type) -> bool:
    """Whether all that the class asks for is fields with or without defaults."""
    own = vars(cls)
    special = any(isinstance(value, dataclasses.Field) and _is_special(value) for value in own.values())
    inherits = any(dataclasses.is_dataclass(base) for base in cls.__mro__[1:])
    hidden = any("InitVar" in str(kind) for kind in own.get("__annotations__", {}).values())
    return not (special or inherits or hidden or own.keys() & (_METHODS.keys() - {"__repr__"}))


def _is_special(field: dataclasses.Field[object]) -> bool:
    return not field.init or field.hash is not None or field.kw_only is True


def _record(cls: type) -> type:
    cls.__doc__ = cls.__doc__ or cls.__name__  # dataclasses would work out a signature for it
    made: type = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    _set_constructor(made, _Unmade(made))
    for name, method in (_METHODS | _of_some(dataclasses.fields(made))).items():
        if name != "__repr__" or name not in vars(cls):
            setattr(made, name, method)
    params = vars(made)["__dataclass_params__"]
    params.init = params.repr = params.eq = params.frozen = True
    return made


class _Unmade:
    """In place of ``__init__`` until somebody asks for it: of half the records, a command makes none."""

    def __init__(self, cls: type) -> None:
        self._cls = cls

    def __get__(self, record: object, _: type) -> Callable[..., None]:
        constructor = _constructor(self._cls)
        _set_constructor(self._cls, constructor)
        return constructor if record is None else MethodType(constructor, record)


def _set_constructor(cls: type, constructor: object) -> None:
    setattr(cls, "__init__", constructor)  # noqa: B010 - no assignment that a checker would allow


def _constructor(cls: type) -> Callable[..., None]:
    """``__init__``, which sets each field and then lets the class look at itself."""
    fields = dataclasses.fields(cls)
    names = {_placeholder(at): field.name for at, field in enumerate(fields)}
    code = _code(tuple(map(_is_made, fields)), looks=hasattr(cls, "__post_init__"))
    own = code.replace(
        co_varnames=("self", *names.values()),
        co_consts=tuple(names.get(item, item) for item in code.co_consts),
    )
    known = {f"_make{at}": field.default_factory for at, field in enumerate(fields) if _is_made(field)}
    defaults = (dataclasses.MISSING if _is_made(field) else field.default for field in fields)
    given = tuple(default for field, default in zip(fields, defaults, strict=True) if _is_optional(field))
    constructor = FunctionType(own, _KNOWN | known, "__init__", given)
    constructor.__annotations__ = {field.name: field.type for field in fields} | {"return": None}
    constructor.__qualname__ = f"{cls.__qualname__}.__init__"
    return constructor


@cache
def _code(made: tuple[bool, ...], *, looks: bool) -> CodeType:
    """The code of a constructor, with placeholders for the fields' names: to compile it for each class costs.

    Args:
        made: for each field, whether it has a value of its own for each record that is given none.
        looks: whether the class looks at itself.
    """
    fields = [_placeholder(at) for at in range(len(made))]
    body = [f"_put(self, {name!r}, {_value(name, at, made[at])})" for at, name in enumerate(fields)]
    if looks:
        body.append("self.__post_init__()")
    text = "\n ".join([f"def __init__({', '.join(['self', *fields])}):", *(body or ["pass"])])
    known: dict[str, FunctionType] = {}
    exec(text, known)  # noqa: S102 - numbers, and words of our own
    return known["__init__"].__code__


def _of_some(fields: tuple[dataclasses.Field[object], ...]) -> dict[str, object]:
    """The methods of a record that does not show all its fields, or is not compared by all of them."""
    methods: dict[str, object] = {}
    if not all(field.repr for field in fields):
        shown = [field.name for field in fields if field.repr]
        methods["__repr__"] = lambda self: _text(self, shown)
    if not all(field.compare for field in fields):
        methods |= _compared([field.name for field in fields if field.compare])
    return methods


def _compared(names: list[str]) -> dict[str, object]:
    def eq(self: object, other: object) -> bool:
        return (
            _some(self, names) == _some(other, names) if other.__class__ is self.__class__ else NotImplemented
        )

    return {"__eq__": eq, "__hash__": lambda self: hash(_some(self, names))}


def _some(self: object, names: Iterable[str]) -> tuple[object, ...]:
    return tuple([getattr(self, name) for name in names])


def _text(self: object, names: Iterable[str]) -> str:
    values = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
    return f"{type(self).__qualname__}({values})"


def _placeholder(at: int) -> str:
    return f"_{at}"


def _value(name: str, at: int, made: bool) -> str:  # noqa: FBT001 - one of a row
    return f"_make{at}() if {name} is _missing else {name}" if made else name


def _is_made(field: dataclasses.Field[object]) -> bool:
    return field.default_factory is not dataclasses.MISSING


def _is_optional(field: dataclasses.Field[object]) -> bool:
    return _is_made(field) or field.default is not dataclasses.MISSING


# --- what all records share


def _values(self: object) -> tuple[object, ...]:
    return _some(self, _names(self))


def _names(self: object) -> tuple[str, ...]:
    names: tuple[str, ...] = type(self).__match_args__  # type: ignore[attr-defined] # all records have it
    return names


def _eq(self: object, other: object) -> bool:
    return _values(self) == _values(other) if other.__class__ is self.__class__ else NotImplemented


def _hash(self: object) -> int:
    return hash(_values(self))


def _repr(self: object) -> str:
    return _text(self, _names(self))


def _set(_: object, name: str, _value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _delete(_: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _restore(self: object, state: Iterator[object]) -> None:
    """Take the values that were pickled."""
    for name, value in zip(_names(self), state, strict=True):
        object.__setattr__(self, name, value)


_METHODS: dict[str, object] = {
    "__eq__": _eq,
    "__hash__": _hash,
    "__repr__": _repr,
    "__setattr__": _set,
    "__delattr__": _delete,
    "__getstate__": _values,
    "__setstate__": _restore,
}

_KNOWN: dict[str, object] = {"_put": object.__setattr__, "_missing": dataclasses.MISSING}
"""What all constructors use."""
