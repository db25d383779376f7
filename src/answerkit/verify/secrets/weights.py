"""How much each word of a sentence tells about where the sentence comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from answerkit.verify.secrets.danish import stem
from answerkit.verify.secrets.days import MONTHS
from answerkit.verify.secrets.folding import words
from answerkit.verify.secrets.ordinary import (
    is_common,
    is_grammar,
    lines_of,
    says_something,
)
from answerkit.verify.secrets.secret import Tells

_LONGEST_DAY = 2


def weigh(folded: Sequence[str], plain: set[int]) -> tuple[Tells, ...]:
    """How much each of a sentence's folded words tells.

    Args:
        folded: the words.
        plain: indices of those that say nothing here, since the public tree declares them.
    """
    tells = [Tells.NOTHING if at in plain else _word(word) for at, word in enumerate(folded)]
    for start, after in _merged((*_set_phrases(folded), *_dates(folded))):
        most = max(range(start, after), key=lambda at: (tells[at], at))
        for at in range(start, after):
            tells[at] = min(tells[at], Tells.SOMETHING) if at == most else Tells.NOTHING
    return tuple(tells)


def _word(word: str) -> Tells:
    if not says_something(word):
        silent = is_grammar(word) and not word.isdigit()
        return Tells.NOTHING if silent else Tells.LITTLE
    return Tells.SOMETHING if is_common(word) else Tells.MUCH


def _set_phrases(folded: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where a set phrase stands, in any inflection: first index, and the index after its last word."""
    stems = tuple(map(stem, folded))
    for start, first in enumerate(stems):
        for phrase in _phrases().get(first, ()):
            if stems[start : start + len(phrase)] == phrase:
                yield start, start + len(phrase)


def is_set_phrase(folded: Sequence[str]) -> bool:
    """Whether words are a set phrase or stand, one after the other, in one."""
    wanted, size = tuple(map(stem, folded)), len(folded)
    return any(
        phrase[start : start + size] == wanted
        for phrase in _phrases_with().get(wanted[0], ())
        for start in range(len(phrase) - size + 1)
    )


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans, those that overlap as one."""
    merged: list[tuple[int, int]] = []
    for start, after in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], after))
        else:
            merged.append((start, after))
    return merged


def _dates(folded: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where a day of a year stands: somebody else may tell of it too."""
    for at, word in enumerate(folded):
        if word in MONTHS and at and folded[at - 1].isdigit() and len(folded[at - 1]) <= _LONGEST_DAY:
            has_year = at + 1 < len(folded) and folded[at + 1].isdigit()
            yield at - 1, at + 2 if has_year else at + 1


@cache
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    """The set phrases as stems, by the first one."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for line in lines_of("phrases.txt"):
        if phrase := tuple(map(stem, words(line))):
            by_first.setdefault(phrase[0], []).append(phrase)
    return by_first


@cache
def _phrases_with() -> dict[str, list[tuple[str, ...]]]:
    """The same by each of their stems."""
    by_word: dict[str, list[tuple[str, ...]]] = {}
    for phrases in _phrases().values():
        for phrase in phrases:
            for word in dict.fromkeys(phrase):
                by_word.setdefault(word, []).append(phrase)
    return by_word
