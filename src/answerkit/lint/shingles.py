"""Texts that are nearly the same, found without comparing each with each.

Each text keeps the few smallest hashes of its runs of three words (a bottom-k sketch, after Broder 1997): two
texts that share most runs share one of those with near certainty. Only texts that meet in a hash are compared
in full, each with the last few that met there, so the work grows with the number of texts.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

_WORD = re.compile(r"\w+")
_GAP = re.compile(rb" ")
_RUN = 3
_KEPT = 8
_LAST = 3
_MARKS = 20
"""Per cent of a text that may be marks and spaces; where more differs, the words need not be looked at."""
_SHARED = 2
"""Of the hashes kept, texts that are nearly the same share more than half; one may be a common phrase's."""


def words(text: str) -> str:
    """The words alone, in small letters, a space between."""
    return " ".join(_WORD.findall(text.casefold()))


def meeting(sketches: Iterable[tuple[str, Sequence[int]]]) -> Iterator[tuple[str, str]]:
    """Pairs of names, the earlier first, whose texts may be nearly the same: they meet in their sketches."""
    met: dict[int, list[str]] = defaultdict(list)
    for name, sketched in sketches:
        others = Counter([other for hashed in sketched for other in met[hashed][-_LAST:]])
        for hashed in sketched:
            met[hashed].append(name)
        needed = min(_SHARED, len(sketched))
        yield from ((other, name) for other, count in others.items() if count >= needed)


def are_alike(one: str, other: str, least: float) -> bool:
    """Whether the words of two texts have so much in common.

    ``least``, up to 100, is 200 times the longest common sequence of letters, divided by all letters of both.
    """
    from rapidfuzz import fuzz  # noqa: PLC0415 - only this rule needs it

    one, other = one.casefold(), other.casefold()
    if not fuzz.ratio(one, other, score_cutoff=least - _MARKS):
        return False
    return fuzz.ratio(words(one), words(other), score_cutoff=least) >= least


def sketch(text: str) -> list[int]:
    """The smallest hashes of the text's runs of words; of the whole text where it is shorter than a run."""
    data = text.encode("utf-8")
    starts = [0, *(match.end() for match in _GAP.finditer(data)), len(data) + 1]
    ends = starts[_RUN:] or starts[-1:]
    return sorted({crc32(data[start : end - 1]) for start, end in zip(starts, ends, strict=False)})[:_KEPT]
