"""The things that must not be found, by what they are. None of them shows its text when it is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from enum import Enum, IntEnum
from typing import TypeAlias

from answerkit.model.frozen import dataclass
from answerkit.model.problem import Place
from answerkit.verify.secrets.days import Day


class Form(Enum):
    """What an identifier identifies; also the class that a finding names."""

    CPR = "cpr"
    CASE_NUMBER = "case_number"
    ADDRESS = "address"
    PHONE = "phone"
    MAIL = "mail"
    NUMBER = "long_number"


@dataclass(frozen=True, slots=True)
class Identifier:
    """Something that points at one person, case or place. ``text`` is as written."""

    text: str = field(repr=False)
    form: Form
    place: Place = field(compare=False)


class Weight(Enum):
    """How much one word of a name gives away by itself."""

    RARE = "rare"
    """Points at its bearer in any spelling."""

    CAPITAL = "capital"
    """Could be an ordinary word; points at its bearer where it is written with a capital."""

    GIVEN = "given"
    """A given name in common use: worth a warning where it stands alone."""

    COMMON = "common"
    """Gives nothing away without its neighbours."""


@dataclass(frozen=True, slots=True)
class NameWord:
    """One word of a name, as written but without a genitive's ending."""

    text: str = field(repr=False)
    weight: Weight


@dataclass(frozen=True, slots=True)
class Name:
    """A person, a place or a body: one capitalised word or a run of them, in order."""

    words: tuple[NameWord, ...]
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Term:
    """A few words that are looked for as a whole. ``watched``: the watchlist names them."""

    text: str = field(repr=False)
    place: Place = field(compare=False)
    watched: bool = False


class Tells(IntEnum):
    """How much a word of a sentence tells about where it comes from."""

    NOTHING = 0
    """Grammar, or a part of something that the public tree declares."""

    LITTLE = 1
    """A number, a known name, or one of the several hundred words that administrative texts repeat."""

    SOMETHING = 2
    """One of the few thousand words that most texts are made of."""

    MUCH = 3


@dataclass(frozen=True, slots=True)
class Sentence:
    """Prose of more than a few words, found in part too.

    Attributes:
        words: folded.
        tells: for each word how much it tells; of a set phrase, one word tells something at most.
        days: days that it names and the public tree does not.
    """

    words: tuple[str, ...] = field(repr=False)
    tells: tuple[Tells, ...] = field(repr=False)
    place: Place = field(compare=False)
    days: tuple[Day, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Number:
    """A confidential figure's value; it means something only beside its unit and its group.

    Attributes:
        numbers: the digits of one number, or of a range's two.
        unit: folded words, singular and plural.
        group: folded words of the group that are more than grammar; of the title where it has none.
    """

    numbers: tuple[str, ...] = field(repr=False)
    unit: tuple[str, ...] = field(repr=False)
    group: tuple[str, ...] = field(repr=False)
    place: Place = field(compare=False)


Secret: TypeAlias = Identifier | Name | Term | Sentence | Number


@dataclass(frozen=True, slots=True)
class Secrets:
    """All that is secret, each thing once, in order of where it stands first."""

    items: tuple[Secret, ...] = ()

    def __len__(self) -> int:
        """How many there are."""
        return len(self.items)

    def __iter__(self) -> Iterator[Secret]:
        """Each, in order."""
        return iter(self.items)

    def joined(self, other: Secrets) -> Secrets:
        """These and the others, each thing once."""
        return distinct((*self.items, *other.items))


def distinct(items: Iterable[Secret]) -> Secrets:
    """Each thing once, wherever else it stands; the first place is kept."""
    return Secrets(tuple(dict.fromkeys(items)))
