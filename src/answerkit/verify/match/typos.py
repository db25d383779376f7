"""Known words near a misspelt one: an index of what is left when letters are taken away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

_SHORTEST = 6
_SHORTEST_FOR_TWO = 11


class TypoIndex:
    """Words by all spellings with a letter less, or with two less where they are long.

    Two words that differ by one letter (another one, one more, one less, two swapped) have such a spelling in
    common; whether they really are near is then measured.
    """

    def __init__(self, known: Iterable[str], *, two: bool) -> None:
        self._two = two
        self._by_rest: dict[str, list[str]] = {}
        self._longest = 0
        for word in known:
            self._longest = max(self._longest, len(word) + 2)
            for rest in self._rests(word) if len(word) >= _SHORTEST else ():
                self._by_rest.setdefault(rest, []).append(word)

    def near(self, word: str) -> list[str]:
        """The known words that a word may be a misspelling of, sorted; they begin with the same letter."""
        if not _SHORTEST - 1 <= len(word) <= self._longest:
            return []
        found = {
            known
            for rest in self._rests(word)
            for known in self._by_rest.get(rest, ())
            if known[0] == word[0]
        }
        if not found:
            return []
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - most texts have no such word

        return sorted(
            known for known in found if OSA.distance(word, known) <= self._most(min(len(known), len(word)))
        )

    def _most(self, length: int) -> int:
        return 2 if self._two and length >= _SHORTEST_FOR_TWO else 1

    def _rests(self, word: str) -> Iterator[str]:
        yield word
        for at in range(len(word)):
            yield word[:at] + word[at + 1 :]
        if self._two and len(word) >= _SHORTEST_FOR_TWO - 1:
            for first, second in combinations(range(len(word)), 2):
                yield word[:first] + word[first + 1 : second] + word[second + 1 :]
