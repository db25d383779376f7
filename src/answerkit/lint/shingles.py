"""Texts that are nearly the same, found without comparing each with each.

Each text keeps the few smallest hashes of its runs of three words (a bottom-k sketch, after Broder 1997): two
texts that share most runs share one of those with near certainty. Only texts that meet in a hash are compared
in full, each with the last few that met there, so the work grows with the number of texts.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from zlib import crc32

_WORD = re.compile(r"\w+")
_GAP = re.compile(rb" ")
_RUN = 3
_KEPT = 8
_LAST = 3
_SHARED = 2
"""Of the hashes kept, texts that are nearly the same share more than half; one may be a common phrase's."""


def words(text: str) -> str:
    """The words alone, in small letters, a space between."""
    return " ".join(_WORD.findall(text.casefold()))


def alike(
    sketches: Iterable[tuple[str, Sequence[int]]], text: Callable[[str], str], least: float
) -> Iterator[tuple[str, str]]:
    """Pairs of names, the earlier first, whose texts, as ``words`` gives them, are nearly the same.

    ``least``, up to 100, is how much they have in common: 200 times the longest common sequence of letters,
    divided by all letters of both.
    """
    from rapidfuzz import fuzz  # noqa: PLC0415 - only this rule needs it

    text = cache(text)
    met: dict[int, deque[str]] = defaultdict(lambda: deque(maxlen=_LAST))
    for name, sketched in sketches:
        others = Counter([other for hashed in sketched for other in met[hashed]])
        for hashed in sketched:
            met[hashed].append(name)
        needed = min(_SHARED, len(sketched))
        for other in (other for other, count in others.items() if count >= needed):
            if fuzz.ratio(text(other), text(name), score_cutoff=least):
                yield other, name


def sketch(text: str) -> list[int]:
    """The smallest hashes of the text's runs of words; of the whole text where it is shorter than a run."""
    data = text.encode("utf-8")
    starts = [0, *(match.end() for match in _GAP.finditer(data)), len(data) + 1]
    ends = starts[_RUN:] or starts[-1:]
    return sorted({crc32(data[start : end - 1]) for start, end in zip(starts, ends, strict=False)})[:_KEPT]
