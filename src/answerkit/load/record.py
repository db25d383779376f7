"""A mapping read key by key, so that all that is wrong with a file is reported at once.

What cannot be read gives a placeholder and a problem; a file with a problem is discarded at the end.
Each key that a reader asks for is known; the others are reported by ``finish``. So a collection's keys stand
once, in the function that makes its record.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from answerkit.load.fields import Fault, Field
from answerkit.load.nodes import MappingNode, Node, Pair, RefusedNode, SequenceNode
from answerkit.load.shown import did_you_mean, shown
from answerkit.model.codes import Code
from answerkit.model.problem import Key, Place, Problem, Where, problem

T = TypeVar("T")
D = TypeVar("D")

KEYS_WANTED = "skriv en linje »nøgle: værdi« for hver oplysning"
"""The hint where something else stands in place of a mapping."""


class Record:
    """A mapping, read key by key.

    Attributes:
        id: the file's id by its path.
        place: where the mapping begins.
        where: places of the mapping, its values and the items of its lists.
    """

    __slots__ = ("_asked", "_problems", "_values", "id", "place", "where")

    def __init__(self, node: MappingNode, problems: list[Problem], name: str = "") -> None:
        self.id = name
        self.place = node.place
        self.where: Where = _places(node)
        self._values = {pair.key.text: pair for pair in node.pairs}
        self._problems = problems
        self._asked: set[str] = set()

    def has(self, key: str) -> bool:
        """Whether the key is there, whatever its value."""
        return self._pair(key) is not None

    def is_empty(self, key: str) -> bool:
        """Whether there is no such list, or nothing in it."""
        pair = self._pair(key)
        return pair is None or (isinstance(pair.value, SequenceNode) and not pair.value.items)

    def must(self, key: str, field: Field[T]) -> T:
        """The value of a mandatory key."""
        pair = self._pair(key)
        if pair is None:
            self._missing(key)
            return field.placeholder
        return self._value(key, pair.value, field)

    def may(self, key: str, field: Field[T], default: D) -> T | D:
        """The value of an optional key, or the default."""
        pair = self._pair(key)
        return default if pair is None else self._value(key, pair.value, field)

    def values(self, key: str, field: Field[T]) -> tuple[T, ...]:
        """The items of a list; none when the key is not there."""
        return tuple(self._value(key, node, field) for node in self._nodes(key))

    def at_least_one(self, key: str, field: Field[T]) -> tuple[T, ...]:
        """The items of a mandatory list, of which there must be one."""
        self._need_one(key)
        return self.values(key, field)

    def keyed(self, key: str, field: Field[T]) -> Mapping[str, T]:
        """An optional mapping whose keys are names; ``where`` has the places of its keys, as of a list."""
        pair = self._pair(key)
        match pair.value if pair else None:
            case MappingNode(pairs):
                return {entry.key.text: self._value(key, entry.value, field) for entry in pairs}
            case None | RefusedNode():
                pass
            case other:
                self._report(Code.AK203, other.place, key, "skriv en linje »navn: værdi« for hver")
        return {}

    def record(self, key: str, read: Callable[[Record], T]) -> T:
        """The record under a mandatory key."""
        pair = self._pair(key)
        if pair is None:
            self._missing(key)
            return self._placeholder(self.place, read)
        return self._nested(key, pair.value, read)

    def optional_record(self, key: str, read: Callable[[Record], T]) -> T | None:
        """The record under an optional key."""
        pair = self._pair(key)
        return None if pair is None else self._nested(key, pair.value, read)

    def records(self, key: str, read: Callable[[Record], T]) -> tuple[T, ...]:
        """The records of a list; none when the key is not there."""
        return tuple(self._nested(key, node, read) for node in self._nodes(key))

    def at_least_one_record(self, key: str, read: Callable[[Record], T]) -> tuple[T, ...]:
        """The records of a mandatory list, of which there must be one."""
        self._need_one(key)
        return self.records(key, read)

    def report(self, code: Code, where: Key = "", detail: str = "", hint: str = "") -> None:
        """Add a problem at a value of this record, or at the record itself."""
        self._report(code, self.where.get(where, self.place), detail, hint)

    def finish(self) -> None:
        """Report the keys that nobody asked for; called once the record has been read."""
        for key, pair in self._values.items():
            if key not in self._asked:
                hint = did_you_mean(key, self._asked - self._values.keys())
                self._report(Code.AK201, pair.key.place, shown(key), hint)

    def _pair(self, key: str) -> Pair | None:
        self._asked.add(key)
        return self._values.get(key)

    def _nodes(self, key: str) -> tuple[Node, ...]:
        pair = self._pair(key)
        match pair.value if pair else None:
            case SequenceNode(items):
                return items
            case None | RefusedNode():
                pass
            case other:
                self._report(Code.AK203, other.place, key, "skriv en liste med - foran hvert punkt")
        return ()

    def _value(self, key: str, node: Node, field: Field[T]) -> T:
        if isinstance(node, RefusedNode):
            return field.placeholder
        value = field.read(node)
        if isinstance(value, Fault):
            self._report(value.code, node.place, key, value.hint)
            return field.placeholder
        return value

    def _nested(self, key: str, node: Node, read: Callable[[Record], T]) -> T:
        match node:
            case MappingNode():
                nested = Record(node, self._problems, self.id)
                value = read(nested)
                nested.finish()
                return value
            case RefusedNode():
                pass
            case _:
                self._report(Code.AK203, node.place, key, KEYS_WANTED)
        return self._placeholder(node.place, read)

    def _placeholder(self, place: Place, read: Callable[[Record], T]) -> T:
        """What ``read`` makes of nothing; its complaints would only repeat the one that was made."""
        return read(Record(MappingNode((), place), [], self.id))

    def _need_one(self, key: str) -> None:
        if not self.has(key):
            self._missing(key)
        elif self.is_empty(key):
            self.report(Code.AK204, key, key, "skriv mindst ét punkt")

    def _missing(self, key: str) -> None:
        self._report(Code.AK202, self.place, key)

    def _report(self, code: Code, place: Place, detail: str, hint: str = "") -> None:
        self._problems.append(problem(code, place, detail, hint))


def _places(node: MappingNode) -> dict[Key, Place]:
    places: dict[Key, Place] = {}
    for pair in node.pairs:
        places[pair.key.text] = pair.value.place
        match pair.value:
            case SequenceNode(items):
                places.update(((pair.key.text, index), item.place) for index, item in enumerate(items))
            case MappingNode(pairs):
                places.update(((pair.key.text, index), entry.key.place) for index, entry in enumerate(pairs))
            case _:
                pass
    places[""] = node.place  # last, since a file may hold an empty key
    return places
