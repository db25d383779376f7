"""Which names of a collection may be referred to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet

from answerkit.load.shown import did_you_mean, shown
from answerkit.model.codes import Code
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Key, Place, Problem, Where, problem


@dataclass(frozen=True, slots=True)
class Known:
    """The names of one collection.

    Attributes:
        names: all that can be referred to, as far as they were read.
        faulty: those whose file has problems of its own; they need not be among ``names``.
    """

    names: Collection[str]
    faulty: AbstractSet[str] = frozenset()

    def check(self, name: str, place: Place) -> Iterator[Problem]:
        """The problem of a reference to a name that is missing or faulty, if any.

        An empty name stands for a value that could not be read; that was reported already.
        """
        if name in self.faulty:
            yield problem(Code.AK309, place, shown(name))
        elif name and name not in self.names:
            hint = "" if place.confidential else did_you_mean(name, {*self.names, *self.faulty})
            yield problem(Code.AK301, place, shown(name), hint)

    def joined(self, other: Known) -> Known:
        """The names of both."""
        return Known({*self.names, *other.names}, self.faulty | other.faulty)

    def check_list(self, names: Iterable[str], where: Where, key: str) -> Iterator[Problem]:
        """The problems of a list of references, whose items have their places under ``key``."""
        for index, name in enumerate(names):
            yield from self.check(name, where[key, index])


def place_of(where: Where, key: Key) -> Place:
    """The place of a record's value; of the record when it lacks the value."""
    return where.get(key, where[""])


def repeated(names: Iterable[tuple[str, Place]]) -> Iterator[Problem]:
    """A problem for each name that stood before; an empty name was reported already."""
    seen: set[str] = set()
    for name, place in names:
        if name in seen:
            yield problem(Code.AK303, place, shown(name))
        elif name:
            seen.add(name)
