"""What one folded word can mean: which secrets it may be a part of, however it is inflected or misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field, replace

from answerkit.model.frozen import dataclass
from answerkit.verify.match.typos import TypoIndex
from answerkit.verify.match.vocabulary import Bearer, Vocabulary
from answerkit.verify.secrets.danish import name_forms, stem
from answerkit.verify.secrets.ordinary import is_common, is_given_name, is_known_name, is_ordinary, is_surname
from answerkit.verify.secrets.secret import Weight

_LONGEST_WORD = 60
"""Longer ones are no words but data, or a text without spaces, which the exact search sees through."""

_SHORTEST_IN_COMPOUND = 5
_CLEAR_IN_COMPOUND = 8
_SHORTEST_REST = 3
_SHORTEST_BACKWARDS = 5
_ENDING = re.compile("s|e?[nt]s?|e?r(?:s|nes?)?|ens|ets|e")
"""What a term of one word may end in."""

_LONGEST_ENDING = len("ernes")

_MOST_REMEMBERED = 200_000
_DIGITS_FOR_LETTERS = tuple(str.maketrans("01345789", letters) for letters in ("oleastbg", "oieastbg"))


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word may be.

    Attributes:
        bearers: words of names.
        alone: terms of a single word.
        parts: terms of several words of which it is one, with its position.
        stem: its stem when a sentence has it among its uncommon words, or empty.
        units: numbers whose unit it is.
        births: CPR numbers that begin with it.
        dated: it may be the year of a day that a sentence names.
    """

    bearers: tuple[Bearer, ...] = ()
    alone: tuple[int, ...] = ()
    parts: tuple[tuple[int, int], ...] = ()
    stem: str = field(default="", repr=False)
    units: tuple[int, ...] = ()
    births: tuple[int, ...] = ()
    dated: bool = False


class Senses(dict[str, "Sense | None"]):
    """The sense of each word that was asked for, None for one that no secret knows; it is remembered."""

    def __init__(self, known: Vocabulary) -> None:
        super().__init__()
        self._known = known
        self._stems = frozenset(known.stems.values())
        self._telling = {
            word: [bearer for bearer in bearers if bearer.weight is Weight.RARE]
            for word, bearers in known.bearers.items()
        }
        lone = {word for word, bearers in self._telling.items() if bearers}
        lone |= {word for word in known.alone if not is_common(word)}
        self._lone = lone
        self._misspelt_lone = TypoIndex(lone, two=True)
        self._misspelt_words = TypoIndex(known.stems, two=False)
        self._lengths = sorted({len(word) for word in lone if len(word) >= _SHORTEST_IN_COMPOUND})
        self._backwards = {
            f"{word}{ending}"[::-1]: word
            for word in lone
            for ending in ("", "s")
            if len(word) + len(ending) >= _SHORTEST_BACKWARDS
        }

    def __repr__(self) -> str:
        """How many words were asked for, never which."""
        return f"Senses({len(self)} words)"

    def __missing__(self, word: str) -> Sense | None:
        """The sense of a word that is asked for the first time."""
        if len(self) > _MOST_REMEMBERED:
            self.clear()
        found = self[word] = self._sense(word)
        return found

    def _sense(self, word: str) -> Sense | None:
        if len(word) > _LONGEST_WORD:
            return None
        if word.isdigit():
            births = tuple(self._known.births.get(word, ()))
            dated = word in self._known.years
            return Sense(births=births, dated=dated) if births or dated else None
        root = stem(word)
        lone = list(dict.fromkeys(self._lone_words(word)))
        near = [] if lone else self._misspelt(word)
        bearers = tuple(dict.fromkeys(self._bearers(word, lone, near)))
        alone = tuple(dict.fromkeys(self._alone(word, [*lone, *near]))) if self._known.alone else ()
        parts, units = tuple(self._known.parts.get(root, ())), tuple(self._known.units.get(root, ()))
        told = self._sentence_stem(word, root)
        return (
            Sense(bearers, alone, parts, told, units) if bearers or alone or parts or told or units else None
        )

    def _bearers(self, word: str, lone: list[str], near: list[str]) -> Iterator[Bearer]:
        """The names that a word is a part of; a misspelt one must have its capital, or it is another word."""
        yield from (*self._known.bearers.get(word, ()), *self._known.bearers.get(word.removesuffix("s"), ()))
        yield from (bearer for name in lone for bearer in self._telling.get(name, ()))
        misspelt = (bearer for name in near for bearer in self._telling.get(name, ()))
        yield from (replace(bearer, weight=Weight.CAPITAL) for bearer in misspelt)

    def _lone_words(self, word: str) -> Iterator[str]:
        """The rare names and terms that a word is a form or a compound of."""
        if word in self._lone:
            yield word
        elif not is_common(word) and not _is_name(word):
            yield from self._spelt_otherwise(word)

    def _misspelt(self, word: str) -> list[str]:
        """The rare names and terms that a word may be a misspelling of."""
        return [] if is_ordinary(word) or _is_name(word) else self._misspelt_lone.near(word)

    def _spelt_otherwise(self, word: str) -> Iterator[str]:
        ordinary = is_ordinary(word)
        forms = [form for form in name_forms(word)[1:] if form in self._lone]
        if forms or ordinary:
            yield from () if ordinary else forms
            return
        yield from self._compounds(word)
        yield from (self._backwards[word],) if word in self._backwards else ()
        if not word.isalpha():
            read = (word.translate(letters) for letters in _DIGITS_FOR_LETTERS)
            yield from (letters for letters in read if letters in self._lone)

    def _compounds(self, word: str) -> Iterator[str]:
        """The names that a compound such as ``Hansensagen`` begins with."""
        for length in self._lengths:
            rest = word[length:]
            if len(rest) < _SHORTEST_REST:
                return
            if word[:length] in self._lone and (length >= _CLEAR_IN_COMPOUND or _is_ending(rest)):
                yield word[:length]

    def _alone(self, word: str, lone: list[str]) -> Iterator[int]:
        known = self._known.alone
        ends = range(max(_SHORTEST_REST, len(word) - _LONGEST_ENDING), len(word))
        inflected = (word[:end] for end in ends if word[:end] in known and _ENDING.fullmatch(word, end))
        for name in dict.fromkeys((word, *inflected, *lone)):
            yield from known.get(name, ())

    def _sentence_stem(self, word: str, root: str) -> str:
        if word in self._known.stems or root in self._stems:
            return root
        if is_common(word):
            return ""
        near = self._misspelt_words.near(word)
        return self._known.stems[near[0]] if near else ""


def _is_ending(rest: str) -> bool:
    return is_ordinary(rest) or (rest[0] in "se" and len(rest) > _SHORTEST_REST and is_ordinary(rest[1:]))


def _is_name(word: str) -> bool:
    return is_given_name(word) or is_surname(word) or is_known_name(word)
