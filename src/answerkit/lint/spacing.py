"""What is wrong with spaces and dashes around numbers: what several rules find and ``--fix`` mends.

All of it works on ``Passage.readable``, where links, code and expressions are blanked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerkit.lint.danish import GAP, pattern
from answerkit.model.frozen import dataclass

_DOUBLE_SPACE = re.compile(r"(?<=\S) {2,}(?=\S)")
_TABLE_ROW = re.compile(r"[ ]*\|")

_SPLIT_NUMBER = pattern(
    rf"(?<![\w,.§/–-])(?<!\d )(?<!\d, )(?<!§ )(?<!nr\. )(?<!stk\. )(?<!uge )"
    rf"(?P<whole>\d{{1,3}}(?:\.\d{{3}})*)(?P<gap>{GAP}?,{GAP}|{GAP},)(?P<part>\d{{1,2}})(?={GAP}?%"
    rf"|{GAP}(?:pct\.|procent(?:point)?|årsværk|mio\.|mia\.|millioner|milliarder|kr\.|kroner|timer|km|kilometer|m²)(?!\w))"
)

_SOME_SPLIT = re.compile(r"\d(?:[ \u00a0],|,[ \u00a0])")
_SOME_RANGE = re.compile(r"\d[ \u00a0]?[-–]")
"""Quick to look for, since each begins with a digit."""

_RANGE = re.compile(
    rf"(?<![\w.,/§–-])(?<!\d )(?<!§ )(?P<low>\d{{1,4}}(?:\.\d{{3}})*(?:,\d+)?)"
    rf"(?P<dash>-|{GAP}[-–]{GAP}|{GAP}[-–]|[-–]{GAP})"
    rf"(?P<high>\d{{1,4}}(?:\.\d{{3}})*(?:,\d+)?)(?!\w|[.,/]\d|[-–](?!årig)|[ \u00a0]\d\d)"
)


@dataclass(frozen=True, slots=True)
class Range:
    """A range that is not written as one: its offsets in the text, and how it should be written."""

    start: int
    end: int
    mended: str


def double_spaces(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of the spaces between two words of a line of which there is more than one.

    Leading spaces are Markdown's, two at the end are a line break, and a table's cells may be lined up.
    """
    for match in _DOUBLE_SPACE.finditer(text):
        if not _TABLE_ROW.match(text, text.rfind("\n", 0, match.start()) + 1):
            yield match.span()


def split_numbers(text: str) -> Iterator[re.Match[str]]:
    """The decimal numbers with a space in them: groups ``whole`` and ``part``."""
    yield from _SPLIT_NUMBER.finditer(text) if _SOME_SPLIT.search(text) else ()


def ranges(text: str) -> Iterator[Range]:
    """The ranges that lack their dash, or have too much around it."""
    for match in _RANGE.finditer(text) if _SOME_RANGE.search(text) else ():
        if _number(match["low"]) < _number(match["high"]):
            yield Range(match.start(), match.end(), f"{match['low']}–{match['high']}")


def _number(text: str) -> float:
    return float(text.replace(".", "").replace(",", "."))
