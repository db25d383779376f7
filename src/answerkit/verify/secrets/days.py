"""Days of a year in folded words, however they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

Day: TypeAlias = tuple[int, int, int]
"""Year, month, day."""

_NAMES = (
    "januar jan january",
    "februar feb febr february",
    "marts mar march",
    "april apr",
    "maj may",
    "juni jun june",
    "juli jul july",
    "august aug",
    "september sep sept",
    "oktober okt october",
    "november nov",
    "december dec",
)
_MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
MONTHS = frozenset(names.split()[0] for names in _NAMES)
"""Danish names of the months, in full."""

_YEAR = 4
_COMPACT = 8
_MOST_MONTHS = 12
_MOST_DAYS = 31
_CENTURY = 2000


def days_in(folded: Sequence[str]) -> Iterator[Day]:
    """Every day that these words name with its year."""
    for at, word in enumerate(folded):
        if word.isdigit():
            yield from (day for day, _, _ in days_at(folded, at))


def year_words(day: Day) -> Iterator[str]:
    """The words that a day's year may stand in: the year in four digits or two, or the whole day in eight."""
    year, month, number = day
    yield from (f"{year:04}", f"{year % 100:02}")
    yield from (f"{year:04}{month:02}{number:02}", f"{number:02}{month:02}{year:04}")


def days_at(folded: Sequence[str], at: int) -> Iterator[tuple[Day, int, int]]:
    """The days whose year a word is or holds, each with the first and the last of its words."""
    word = folded[at]
    if len(word) == _COMPACT:
        yield from _days(at, at, word[:4], word[4:6], word[6:])
        yield from _days(at, at, word[4:], word[2:4], word[:2])
    if at > 1:
        before, month = folded[at - 2 : at]
        yield from _days(at - 2, at, word, month, before)
        yield from _days(at - 2, at, word, before, month) if before in _MONTHS else ()
    if len(word) == _YEAR and at + 2 < len(folded):
        yield from _days(at, at + 2, word, *folded[at + 1 : at + 3])


def _days(first: int, last: int, year: str, month: str, day: str) -> Iterator[tuple[Day, int, int]]:
    number = _MONTHS.get(month) or (int(month) if _is_short(month) else 0)
    if not (_is_short(day) and year.isdigit() and len(year) in {_YEAR - 2, _YEAR}):
        return
    if 1 <= number <= _MOST_MONTHS and 1 <= int(day) <= _MOST_DAYS:
        yield (int(year) if len(year) == _YEAR else _CENTURY + int(year), number, int(day)), first, last


def _is_short(number: str) -> bool:
    return number.isdigit() and len(number) <= len("31")
