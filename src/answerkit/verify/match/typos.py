"""Known words near a misspelt one: an index of what is left when a letter is taken away, and of thirds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

_SHORTEST = 6
_SHORTEST_FOR_TWO = 11
_TWO = 2

_Third: TypeAlias = tuple[int, int, str]
"""A third of a word: the word's length, which third, and its letters."""


class TypoIndex:
    """Words by all spellings with a letter less; long ones by their thirds, too.

    Two words that differ by one letter (another one, one more, one less, two swapped) have a spelling with a
    letter less in common. Of two that differ in two places, one third at least is the same, unless letters
    are swapped across its border. Whether words really are near is then measured.
    """

    def __init__(self, known: Iterable[str], *, two: bool) -> None:
        self._two = two
        self._by_rest: dict[str, list[str]] = {}
        self._by_third: dict[_Third, list[str]] = {}
        self._longest = 0
        for word in known:
            self._longest = max(self._longest, len(word) + _TWO)
            for rest in _rests(word) if len(word) >= _SHORTEST else ():
                self._by_rest.setdefault(rest, []).append(word)
            for third in _thirds(word) if two and len(word) >= _SHORTEST_FOR_TWO else ():
                self._by_third.setdefault(third, []).append(word)

    def near(self, word: str) -> list[str]:
        """The known words that a word may be a misspelling of, sorted; they begin with the same letter."""
        if not _SHORTEST - 1 <= len(word) <= self._longest:
            return []
        found = {known for known in self._candidates(word) if known[0] == word[0]}
        if not found:
            return []
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - most texts have no such word

        return sorted(known for known in found if OSA.distance(word, known) <= self._most(known, word))

    def _candidates(self, word: str) -> Iterator[str]:
        for rest in _rests(word):
            yield from self._by_rest.get(rest, ())
        for third in _moved_thirds(word) if self._by_third else ():
            yield from self._by_third.get(third, ())

    def _most(self, known: str, word: str) -> int:
        return _TWO if self._two and min(len(known), len(word)) >= _SHORTEST_FOR_TWO else 1


def _rests(word: str) -> Iterator[str]:
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def _thirds(word: str) -> Iterator[_Third]:
    size = len(word)
    for number, (start, end) in enumerate(_borders(size)):
        yield size, number, word[start:end]


def _moved_thirds(word: str) -> Iterator[_Third]:
    """The thirds that a known word may have, wherever two letters more or less move them to."""
    for size in range(max(_SHORTEST_FOR_TWO, len(word) - _TWO), len(word) + _TWO + 1):
        first, second, third = _borders(size)
        yield size, 0, word[: first[1]]
        for moved in range(-_TWO, _TWO + 1):
            yield size, 1, word[second[0] + moved : second[1] + moved]
        yield size, 2, word[third[0] + len(word) - size :]


def _borders(size: int) -> tuple[tuple[int, int], tuple[int, int], tuple[int, int]]:
    one, two = size // 3, 2 * size // 3
    return (0, one), (one, two), (two, size)
