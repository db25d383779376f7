"""The exact search: all keys at once in the joined letters of all views, forwards and backwards."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple, assert_never

from answerkit.model.frozen import dataclass
from answerkit.verify.match.keys import Edge, Key, keys
from answerkit.verify.match.view import Hit, View
from answerkit.verify.secrets.ordinary import is_ordinary
from answerkit.verify.secrets.secret import Secrets

_BETWEEN_VIEWS = "\n"
_LONG = 12
_LONGER = 14
_CLEAR = 8
_LONGEST_FRAGMENT = 2
_FEWEST_FRAGMENTS = 4


@dataclass(frozen=True, slots=True)
class _Covered:
    """The words of a view that a key was found in.

    Attributes:
        head: what stands before the key in its first word; tail: what stands behind it in its last.
    """

    view: View
    first: int
    last: int
    head: str
    tail: str

    @property
    def fragments(self) -> list[str]:
        return self.view.words[self.first : self.last + 1]


class Sown(NamedTuple):
    """A few words of a sentence in a view.

    Attributes:
        start: where they begin in the sentence; first, last: where they stand in the view.
    """

    view: View
    secret: int
    start: int
    first: int
    last: int


class ExactIndex:
    """Finds keys in time that does not depend on how many there are."""

    def __init__(self, secrets: Secrets) -> None:
        from ahocorasick_rs import BytesAhoCorasick  # noqa: PLC0415 - only whoever searches pays for it

        by_letters: dict[str, list[Key]] = {}
        for key in keys(secrets):
            by_letters.setdefault(key.letters, []).append(key)
        self._keys = list(by_letters.values())
        self._search = BytesAhoCorasick([letters.encode("ascii") for letters in by_letters] or [b"\0"])

    def find(self, views: Sequence[View], sown: Callable[[Sown], None] | None = None) -> Iterator[Hit]:
        """The keys in the views, each with the words that it touches; ``sown`` hears of seeds."""
        text = _Joined(views)
        for index, start, end in self._search.find_matches_as_indexes(text.letters, overlapping=True):
            covered = text.covered(start, end)
            for key in self._keys[index]:
                if key.edge is Edge.SEED:
                    if sown:
                        sown(Sown(covered.view, key.secret, key.start, covered.first, covered.last))
                elif _fits(key, covered):
                    yield Hit(covered.view, key.secret, covered.first, covered.last, key.disguise)

    def suspected_backwards(self, views: Sequence[View]) -> list[View]:
        """The views whose text may hold a key when it is read from its end."""
        joined = [seen.letters_backwards for seen in views]
        haystack = _BETWEEN_VIEWS.join(joined).encode("ascii")
        starts = list(accumulate((len(text) + 1 for text in joined), initial=0))
        found = self._search.find_matches_as_indexes(haystack, overlapping=True)
        suspected = {bisect_right(starts, start) - 1 for _, start, end in found if end - start >= _CLEAR - 1}
        return [views[at] for at in sorted(suspected)]


class _Joined:
    """The letters of several views, one after the other, and the way back from a letter to its word."""

    def __init__(self, views: Sequence[View]) -> None:
        joined = ["".join(seen.words) for seen in views]
        self.letters = _BETWEEN_VIEWS.join(joined).encode("ascii")
        self._views = views
        self._starts = list(accumulate((len(text) + 1 for text in joined), initial=0))
        self._ends: dict[int, list[int]] = {}

    def covered(self, start: int, end: int) -> _Covered:
        at = bisect_right(self._starts, start) - 1
        seen = self._views[at]
        ends = self._ends.get(at)
        if ends is None:
            ends = self._ends[at] = list(accumulate(map(len, seen.words)))
        start, end = start - self._starts[at], end - self._starts[at]
        first, last = bisect_right(ends, start), bisect_right(ends, end - 1)
        head = seen.words[first][: start - (ends[first - 1] if first else 0)]
        tail = seen.words[last][len(seen.words[last]) - (ends[last] - end) :]
        return _Covered(seen, first, last, head, tail)


def _fits(key: Key, covered: _Covered) -> bool:
    match key.edge:
        case Edge.PROSE:
            return True
        case Edge.MIRROR | Edge.SEED:
            return False
        case Edge.IDENTIFIER:
            return _fits_identifier(key, covered)
        case Edge.CAPITALS | Edge.CAPITAL:
            return _fits_capitals(key, covered)
        case Edge.WORDS:
            return _fits_words(key, covered)
        case Edge.WORD:
            return _fits_word(key, covered)
        case _:
            assert_never(key.edge)


def _fits_identifier(key: Key, covered: _Covered) -> bool:
    """No digit may go on with the key's digits; its letters must begin and end words unless they are many."""
    few = len(key.letters) < _LONG
    left = covered.head[-1:].isdigit() if key.letters[0].isdigit() else covered.head and few
    right = covered.tail[:1].isdigit() if key.letters[-1].isdigit() else covered.tail and few
    return not left and not right


def _fits_capitals(key: Key, covered: _Covered) -> bool:
    """Each word of a name that could be others must have its capital; of a single one, the first letter."""
    if key.edge is Edge.CAPITAL and _is_fragmented(covered):
        return True
    last = covered.last if key.edge is Edge.CAPITALS else covered.first
    bounded = not covered.head and len(covered.tail) <= 1
    return bounded and covered.view.are_capitals(covered.first, last)


def _fits_words(key: Key, covered: _Covered) -> bool:
    if _is_fragmented(covered):
        return True
    if len(key.letters) < _CLEAR and len(covered.fragments) != key.count:
        return False
    return len(key.letters) >= _LONGER or not covered.head


def _fits_word(key: Key, covered: _Covered) -> bool:
    if _is_fragmented(covered):
        return True
    fragments = covered.fragments
    if len(key.letters) < _CLEAR - 1 and (covered.head or covered.tail or len(fragments) == 1):
        return False
    if covered.head and len(key.letters) < _LONG and (covered.tail or not _is_first_part(covered.head)):
        return False
    if len(fragments) == 1:
        return not is_ordinary(fragments[0])
    return not covered.head and (_is_hyphenated(covered) or not all(map(is_ordinary, fragments)))


def _is_first_part(head: str) -> bool:
    """Whether a compound can begin so: with an ordinary word, and a letter that joins it to the next."""
    return is_ordinary(head) or (head[-1] in "se" and is_ordinary(head[:-1]))


def _is_hyphenated(covered: _Covered) -> bool:
    """Whether the key is one word with something else than spaces in it."""
    spans = covered.view.spans[covered.first : covered.last + 1]
    between = (covered.view.text[left[1] : right[0]] for left, right in pairwise(spans))
    return not covered.tail and not any(any(map(str.isspace, gap)) for gap in between)


def _is_fragmented(covered: _Covered) -> bool:
    """Whether the key was written letter by letter."""
    fragments = covered.fragments
    inner = fragments[1:-1] if covered.head or covered.tail else fragments
    return len(inner) >= _FEWEST_FRAGMENTS and all(len(fragment) <= _LONGEST_FRAGMENT for fragment in inner)
