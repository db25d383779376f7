"""Characters that a reader cannot see, or that change how others are read.

They can carry text past a reviewer, and they keep a search from finding a word. Content has none of them;
what remains of white space is the space, the line feed, and two no-break spaces (U+00A0, and U+202F).
"""

import re
from collections.abc import Iterator
from itertools import islice

from answerkit.model.codes import Code
from answerkit.model.problem import Place, Problem, problem

REPORTED = 100
"""So many hidden characters of one file are reported; a damaged file may hold a million."""

HIDDEN = re.compile(
    "["
    "\x00-\x09\x0b-\x1f\x7f-\x9f"  # control characters, the tab among them; all but the line feed
    "\u00ad\u034f\u061c"  # soft hyphen, combining grapheme joiner, Arabic letter mark
    "\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2"  # signs that enclose the digits behind them
    "\u115f\u1160\u3164\uffa0"  # Hangul fillers
    "\u1680\u2000-\u200a\u205f\u3000"  # spaces of other widths
    "\u17b4\u17b5\u180b-\u180f"  # Khmer inherent vowels, Mongolian selectors
    "\u200b-\u200f\u2060-\u2064\u2065\ufeff"  # zero width
    "\u2028\u2029\u202a-\u202e\u2066-\u206f"  # line and paragraph separators, bidirectional controls
    "\u2800\ufe00-\ufe0f\ufff0-\ufffc"  # blank Braille cell, variation selectors, annotations
    "\ud800-\uf8ff\ufdd0-\ufdef\ufffe\uffff"  # surrogates, private use, noncharacters
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a"
    "\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff"  # noncharacters
    "\U00040000-\U0010ffff"  # unassigned planes, tags, more variation selectors, private use
    "]"
)
"""Exactly one hidden character.

Source: Unicode 15, general categories Cc, Cf, Co, Cs, Zl, Zp and Zs, but for the four named above;
the property Default_Ignorable_Code_Point; noncharacters (section 23.7).
"""

_UNUSUAL = re.compile(
    "[^\n -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u202f-\u205e\u20a0-\u214f\u2190-\u22ff]"
)
"""Every hidden character and many others: six times faster to look for, and most files have none."""


def hidden_characters(text: str, start: Place) -> tuple[Problem, ...]:
    """A problem for each of the first ``REPORTED`` hidden characters of a whole file's text, in order."""
    return tuple(islice(_problems(text, start), REPORTED))


def _problems(text: str, start: Place) -> Iterator[Problem]:
    unusual = _UNUSUAL.search(text)
    for match in HIDDEN.finditer(text, unusual.start()) if unusual else ():
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        yield hidden_character(match.group(), Place(start.file, line, column, start.confidential))


def hidden_character(character: str, place: Place) -> Problem:
    """The problem that this hidden character stands at the place."""
    if character == "\t":
        return problem(Code.AK111, place, "tabulator", "brug mellemrum i stedet")
    return problem(Code.AK111, place, f"U+{ord(character):04X}")


def without_hidden(text: str) -> str:
    """The text with a visible character for each hidden one, so that lines and columns stay what they are."""
    return HIDDEN.sub(lambda match: " " if match.group() == "\t" else "\N{REPLACEMENT CHARACTER}", text)
