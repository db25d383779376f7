"""Secrets of a few words, found word by word: names, terms, and numbers beside their unit and group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from itertools import islice

from answerkit.model.frozen import dataclass
from answerkit.verify.match.keys import is_telling
from answerkit.verify.match.senses import Sense
from answerkit.verify.match.view import Hit, View, sentence_around
from answerkit.verify.match.vocabulary import Bearer
from answerkit.verify.secrets.danish import stem
from answerkit.verify.secrets.folding import words
from answerkit.verify.secrets.ordinary import (
    is_common,
    is_dictionary_word,
    is_given_name,
    is_known_name,
    is_surname,
    says_something,
)
from answerkit.verify.secrets.secret import Name, Number, Secrets, Term, Weight

_REACH = 3
_UNIT_REACH = 3
_AND = frozenset({"og", "eller", "samt"})
_GROUP_REACH = 20
_MEASURES = frozenset(map(stem, words("time dag uge måned år minut gang krone kr procent pct meter km")))
"""Units that do not say what is counted: beside them the whole group must be named."""

_SHORTEST_MISSPELT = 4
_SHORTEST_MISSPELT_TWICE = 9
_MOST_MISSPELT = 2
_MISSPELT_TERM_WORD = 5
_NUMERALS = {
    "nul": "0",
    "to": "2",
    "tre": "3",
    "fire": "4",
    "fem": "5",
    "seks": "6",
    "syv": "7",
    "otte": "8",
    "ni": "9",
    "ti": "10",
    "elleve": "11",
    "tolv": "12",
}
"""Numbers as words; one is left out, since it is an article too."""

Met = Sequence[tuple[int, Sense]]
"""The words of a view that mean something: index and sense, in order."""


class PhraseSearch:
    """Finds names, terms and numbers among the words of a view."""

    def __init__(self, secrets: Secrets) -> None:
        self._names = {
            index: _named(secret) for index, secret in enumerate(secrets) if isinstance(secret, Name)
        }
        self._terms = {
            index: words(secret.text) for index, secret in enumerate(secrets) if isinstance(secret, Term)
        }
        self._numbers = {index: secret for index, secret in enumerate(secrets) if isinstance(secret, Number)}

    def find(self, seen: View, met: Met) -> Iterator[Hit]:
        """All of them in a view."""
        yield from self._find_names(seen, met)
        for at, sense in met:
            yield from (Hit(seen, secret, at, at) for secret in (*sense.alone, *sense.births))
            for secret, position in sense.parts:
                yield from self._term(seen, at, secret, position)
            yield from (hit for secret in sense.units for hit in self._number(seen, at, secret))

    # --- names

    def _find_names(self, seen: View, met: Met) -> Iterator[Hit]:
        borne = [(at, bearer) for at, sense in met for bearer in sense.bearers]
        for index, (at, bearer) in enumerate(borne):
            yield from self._by_itself(seen, at, bearer)
            for other_at, other in islice(borne, index + 1, None):
                if other_at - at > _REACH:
                    break
                if other.secret == bearer.secret and other.position != bearer.position and other_at > at:
                    yield from self._pair(seen, at, bearer, other_at, other)
            if bearer.weight in {Weight.GIVEN, Weight.COMMON}:
                yield from self._misspelt_neighbour(seen, at, bearer)

    def _by_itself(self, seen: View, at: int, bearer: Bearer) -> Iterator[Hit]:
        match bearer.weight:
            case Weight.RARE:
                yield Hit(seen, bearer.secret, at, at)
            case Weight.CAPITAL if seen.is_capital(at):
                yield Hit(seen, bearer.secret, at, at)
            case Weight.GIVEN if _stands_alone(seen, at):
                yield Hit(seen, bearer.secret, at, at, alone=True)
            case Weight.COMMON if bearer.position and _follows_initial(
                seen, at, self._names[bearer.secret].words
            ):
                yield Hit(seen, bearer.secret, at - 1, at, alone=True)
            case _:
                pass

    def _pair(self, seen: View, first: int, one: Bearer, last: int, other: Bearer) -> Iterator[Hit]:
        """Two words of a name with others between them only in order, and not in an enumeration."""
        in_order = one.position < other.position
        if last != first + 1 and (not in_order or _AND & set(seen.words[first + 1 : last])):
            return
        both_common = one.weight is Weight.COMMON and other.weight is Weight.COMMON
        if not both_common or (self._names[one.secret].telling and _is_spelt_out(seen, first, last)):
            yield Hit(seen, one.secret, first, last)

    def _misspelt_neighbour(self, seen: View, at: int, bearer: Bearer) -> Iterator[Hit]:
        name = self._names[bearer.secret]
        if not name.telling:
            return
        for other_at in range(max(0, at - 2), min(len(seen.words), at + 3)):
            word = seen.words[other_at]
            wanted = (known for position, known in enumerate(name.words) if position != bearer.position)
            if (
                other_at != at
                and _may_be_misspelt(seen, other_at)
                and any(_is_near(word, known) for known in wanted)
            ):
                yield Hit(seen, bearer.secret, min(at, other_at), max(at, other_at))

    # --- terms

    def _term(self, seen: View, at: int, secret: int, position: int) -> Iterator[Hit]:
        """A term around one of its words: in order with one word misspelt, or in another order."""
        wanted = self._terms[secret]
        for first in range(max(0, at - len(wanted) + 1), at + 1):
            found = seen.words[first : first + len(wanted)]
            if _is_term(found, wanted, in_place=first == at - position):
                yield Hit(seen, secret, first, first + len(wanted) - 1)

    # --- numbers

    def _number(self, seen: View, at: int, secret: int) -> Iterator[Hit]:
        number = self._numbers[secret]
        for start in range(max(0, at - _UNIT_REACH), min(len(seen.words), at + _UNIT_REACH + 1)):
            if _is_number_at(seen.words, start, number.numbers) and _is_about(seen, start, at, number):
                yield Hit(seen, secret, min(start, at), max(start, at))
                return


@dataclass(frozen=True, slots=True)
class _Named:
    """A name's folded words, and whether it can be recognised without its capitals."""

    words: tuple[str, ...] = field(repr=False)
    telling: bool


def _named(name: Name) -> _Named:
    return _Named(tuple("".join(words(word.text)) for word in name.words), is_telling(name.words))


def _is_spelt_out(seen: View, first: int, last: int) -> bool:
    """Whether two words of a name that are common ones by themselves stand as only a name does."""
    if last != first + 1:
        return False
    return seen.are_capitals(first, last) or not all(map(is_common, seen.words[first : last + 1]))


def _follows_initial(seen: View, at: int, name: tuple[str, ...]) -> bool:
    """Whether a surname stands behind the first letter of its bearer's given name."""
    return at > 0 and seen.words[at - 1] == name[0][0] and seen.are_capitals(at - 1, at)


def _stands_alone(seen: View, at: int) -> bool:
    """Whether a given name has its capital, and no neighbour that makes it somebody else's."""
    if not seen.is_capital(at):
        return False
    spans = seen.spans
    opens = at == 0 or bool(set(seen.text[spans[at - 1][1] : spans[at][0]]) & set(".!?:\n"))
    if opens and is_dictionary_word(seen.words[at]):
        return False
    follows = at + 1 < len(spans) and not seen.text[spans[at][1] : spans[at + 1][0]].strip(" \u00a0")
    leads = at > 0 and not seen.text[spans[at - 1][1] : spans[at][0]].strip(" \u00a0")
    return not (follows and _is_foreign(seen, at + 1)) and not (leads and _is_foreign(seen, at - 1))


def _is_foreign(seen: View, at: int) -> bool:
    """Whether a capitalised word beside a given name is the rest of some name."""
    word = seen.words[at]
    return seen.is_capital(at) and not is_common(word) and not is_known_name(word)


def _is_near(word: str, known: str) -> bool:
    if len(known) < _SHORTEST_MISSPELT or abs(len(known) - len(word)) > _MOST_MISSPELT:
        return False
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - most texts have no such word

    return OSA.distance(word, known) <= (2 if len(known) >= _SHORTEST_MISSPELT_TWICE else 1)


def _is_term(found: Sequence[str], wanted: Sequence[str], *, in_place: bool) -> bool:
    if len(found) != len(wanted):
        return False
    if sorted(map(stem, found)) == sorted(map(stem, wanted)):
        return True
    pairs = zip(found, wanted, strict=True)
    different = [(word, known) for word, known in pairs if stem(word) != stem(known)]
    return in_place and len(different) == 1 and _is_misspelt(*different[0])


def _may_be_misspelt(seen: View, at: int) -> bool:
    """Whether a word can be a misspelt name: no ordinary word, and no other name that is right as it is."""
    word = seen.words[at]
    return (seen.is_capital(at) or not is_common(word)) and not (is_given_name(word) or is_surname(word))


def _is_misspelt(word: str, known: str) -> bool:
    return len(known) >= _MISSPELT_TERM_WORD and not is_common(word) and _is_near(word, known)


def _is_number_at(found: Sequence[str], start: int, numbers: Sequence[str]) -> bool:
    """Whether the numbers, whose digits may be spread over words, begin at a word."""
    at = start
    for number in numbers:
        spelt = next((size for size in (1, 2, 3) if _digits(found[at : at + size]) == number), 0)
        if not spelt:
            return False
        at += spelt
        at += 1 if at < len(found) and found[at] in {"til", "og"} else 0
    return at >= len(found) or not found[at].isdigit() or len(numbers) > 1


def _digits(found: Sequence[str]) -> str:
    return "".join(_NUMERALS.get(word, word if word.isdigit() else " ") for word in found)


def _is_about(seen: View, start: int, at: int, number: Number) -> bool:
    """Whether the words around a unit name the number's group.

    Either all of the group's words that tell something are near, or the number stands right before the unit,
    which says what is counted, and the group's first word stands in the same sentence.
    """
    near = _stems(seen.words[max(0, at - _GROUP_REACH) : at + _GROUP_REACH + 1])
    telling = [word for word in number.group if says_something(word)]
    named = [word for word in number.group if stem(word) in near]
    if 2 * len(named) >= len(number.group) and named and all(stem(word) in near for word in telling):
        return True
    counted = start + len(number.numbers) == at and stem(seen.words[at]) not in _MEASURES
    if not (counted and named and named[0] == number.group[0]):
        return False
    first, after = sentence_around(seen, at)
    return stem(named[0]) in _stems(seen.words[first:after])


def _stems(found: Iterable[str]) -> set[str]:
    return {stem(word) for word in found}
