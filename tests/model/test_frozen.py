"""Records made the quick way are in all things those of the standard library."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable, Mapping
from dataclasses import FrozenInstanceError, InitVar, field
from typing import Any, ClassVar, Generic, TypeVar

import pytest

from answerkit.model.frozen import dataclass

T = TypeVar("T")
Kind = type[Any]


@dataclass(frozen=True, slots=True)
class Point:
    """A record for pickle, which looks it up by name."""

    x: int
    y: int = 2
    tags: Mapping[str, str] = field(default_factory=dict)


def pair(decorator: Callable[..., Any]) -> Kind:
    @decorator(frozen=True, slots=True)
    class Pair(Generic[T]):
        """Two values."""

        kinds: ClassVar[int] = 2

        left: T
        right: T | None = None
        more: list[T] = field(default_factory=list)

        def __post_init__(self) -> None:
            if self.left == self.right:
                raise ValueError("twins")

        @property
        def both(self) -> tuple[T, T | None]:
            return self.left, self.right

    return Pair


QUICK, STANDARD = pair(dataclass), pair(dataclasses.dataclass)
BOTH = pytest.mark.parametrize("kind", [QUICK, STANDARD], ids=["quick", "standard"])


@BOTH
def test_making_and_reading(kind: Kind) -> None:
    made = kind(1, right=2)
    assert (made.left, made.right, made.more, made.both) == (1, 2, [], (1, 2))
    assert kind(1).more is not kind(1).more
    assert kind(1, more=[3]).more == [3]


@BOTH
@pytest.mark.parametrize(
    "wrong", [lambda kind: kind(), lambda kind: kind(1, 2, [], 4), lambda kind: kind(1, other=2)]
)
def test_wrong_arguments(kind: Kind, wrong: Callable[[Kind], object]) -> None:
    with pytest.raises(TypeError):
        wrong(kind)


@BOTH
def test_a_record_looks_at_itself(kind: Kind) -> None:
    with pytest.raises(ValueError, match="twins"):
        kind(1, 1)


@BOTH
def test_nothing_can_be_set_or_deleted(kind: Kind) -> None:
    made = kind(1)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'left'"):
        made.left = 2
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'right'"):
        made.right = 2
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'left'"):
        del made.left
    assert not hasattr(made, "__dict__")


@BOTH
def test_equality_and_hash(kind: Kind) -> None:
    assert kind(1, 2) == kind(1, 2)
    assert kind(1, 2) != kind(2, 1)
    assert kind(1, 2) != (1, 2, [])
    assert hash(kind(1, 2, ())) == hash(kind(1, 2, ())) == hash((1, 2, ()))
    with pytest.raises(TypeError):
        hash(kind(1, 2, []))


@BOTH
def test_the_text_of_a_record(kind: Kind) -> None:
    assert repr(kind("a")) == "pair.<locals>.Pair(left='a', right=None, more=[])"


@BOTH
def test_dataclasses_tools(kind: Kind) -> None:
    made = kind(1, 2)
    assert [item.name for item in dataclasses.fields(kind)] == ["left", "right", "more"]
    assert dataclasses.replace(made, right=3) == kind(1, 3)
    assert dataclasses.asdict(made) == {"left": 1, "right": 2, "more": []}
    assert copy.deepcopy(made) == made
    assert kind.__match_args__ == ("left", "right", "more")


def test_both_say_the_same_of_themselves() -> None:
    assert dataclasses.is_dataclass(Point)
    assert str(QUICK.__dataclass_params__) == str(STANDARD.__dataclass_params__)
    assert QUICK.__match_args__ == STANDARD.__match_args__
    assert QUICK.__slots__ == STANDARD.__slots__
    assert QUICK.__init__.__annotations__ == STANDARD.__init__.__annotations__
    assert QUICK.__init__.__qualname__ == STANDARD.__init__.__qualname__
    assert list(inspect.signature(QUICK).parameters) == list(inspect.signature(STANDARD).parameters)
    assert QUICK.__doc__ == "Two values."


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_pickling(protocol: int) -> None:
    point = Point(1, tags={"a": "b"})
    assert pickle.loads(pickle.dumps(point, protocol)) == point  # noqa: S301 - our own


def test_a_record_without_fields_and_without_words() -> None:
    @dataclass(frozen=True, slots=True)
    class Empty:
        pass

    assert Empty() == Empty()
    assert repr(Empty()).endswith("Empty()")


def quiet(decorator: Callable[..., Any]) -> Kind:
    @decorator(frozen=True, slots=True)
    class Quiet:
        shown: int
        secret: str = field(repr=False)
        note: str = field(default="", compare=False)

    return Quiet


@pytest.mark.parametrize("kind", [quiet(dataclass), quiet(dataclasses.dataclass)], ids=["quick", "standard"])
def test_fields_that_are_not_shown_or_not_compared(kind: Kind) -> None:
    assert repr(kind(1, "x", "y")).endswith("Quiet(shown=1, note='y')")
    assert kind(1, "x", "a") == kind(1, "x", "b")
    assert kind(1, "x") != kind(1, "y")
    assert kind(1, "x") != (1, "x", "")
    assert hash(kind(1, "x", "a")) == hash(kind(1, "x", "b")) == hash((1, "x"))
    assert dataclasses.replace(kind(1, "x", "a"), shown=2).note == "a"


def test_a_text_of_its_own() -> None:
    @dataclass(frozen=True, slots=True)
    class Named:
        number: int

        def __repr__(self) -> str:
            return "own"

    assert repr(Named(1)) == "own"
    assert Named(1) == Named(1)


def test_what_the_quick_way_does_not_cover_takes_the_long_one() -> None:
    @dataclass(frozen=True, slots=True)
    class Counted:
        number: int
        seen: int = field(default=0, init=False)

    @dataclass(frozen=True, slots=True, order=True)
    class Ordered:
        number: int

    @dataclass(frozen=True, slots=True)
    class Child(Point):
        z: int = 3

    @dataclass(frozen=True, slots=True)
    class Opened:
        number: int
        seed: InitVar[int]

        def __post_init__(self, seed: int) -> None:
            object.__setattr__(self, "number", self.number + seed)

    assert Counted(1).seen == 0
    assert Ordered(1) < Ordered(2)
    assert Child(1) == Child(1, 2, {}, 3)
    assert Opened(1, 2).number == 3
