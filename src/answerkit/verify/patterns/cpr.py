"""CPR numbers: ten digits, the first six a date of birth.

Numbers given out since October 2007 need not satisfy modulus 11, so it can make ten bare digits a CPR number,
but can never clear any. Source: CPR-kontoret, "Personnummeret i CPR" (structure, centuries, modulus 11).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from answerkit.verify.patterns.codes import Rule
from answerkit.verify.patterns.hit import Hit

_HYPHENATED = re.compile(r"(?<![0-9])(?<![0-9]-)([0-9]{6}) ?- ?([0-9]{4})(?![0-9])(?!-[0-9A-Fa-f])")
_BARE = re.compile(
    # a word may stand before, or where in a page's header it is; but no hash
    r"(?:(?<![0-9A-Za-zÆØÅæøå])|(?<=cpr)|(?<=nr)|(?<=CPR)|(?<=&[LCR]))"
    r"(?<![0-9][-.])(?<!\b0,)"
    r"([0-9]{6})[ ./_]?([0-9]{4})"
    r"(?![0-9A-Za-zÆØÅæøå])(?![-.][0-9])"
)
_SPREAD = re.compile(
    r"(?<![0-9])([0-9] ?[0-9][ ./-]?[0-9] ?[0-9][ ./-]?[0-9] ?[0-9]) ?[-/.:]? ?((?:[0-9] ?){3}[0-9])(?![0-9])"
)
"""Numbers written with signs inside: only a word beside them makes one a CPR number."""

_CALLED = re.compile(
    r"cpr|p(?:erson|\.)\s?-?(?:nummer|nr|numre)|født|fødsels|fdato|f\.\s?dato|personal\s?(?:id|number)|ssn\b",
    re.IGNORECASE,
)
_CALLED_ELSE = re.compile(
    r"(?:p-?\s?(?:nummer|nr)|produktionsenhed\w*|ean|gln|isbn)[\s.:-]*(?:nummer|nr)?[\s.:]*$", re.IGNORECASE
)
_BEFORE: Final = 60
_BEHIND: Final = 30

_WEIGHTS: Final = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_MODULUS: Final = 11

# by the seventh digit: the last year of the later century, and the century of the years after it
_CENTURIES: Final = (
    *((99, 1900, 1900) for _ in range(4)),
    (36, 2000, 1900),
    *((57, 2000, 1800) for _ in range(4)),
    (36, 2000, 1900),
)


def cpr_hits(text: str, *, bare: bool = True) -> Iterator[Hit]:
    """CPR numbers in a text of which dashes, digits and spaces are plain ones.

    Args:
        text: normalised text.
        bare: whether modulus 11 alone makes ten digits a CPR number; a word beside them always does.
    """
    for found in _HYPHENATED.finditer(text):
        if is_birth(found[1], found[2]):
            yield Hit(Rule.P101, found[0])
    for found in _BARE.finditer(text):
        if is_birth(found[1], found[2]) and (_is_called(text, found) or (bare and _is_proven(text, found))):
            yield Hit(Rule.P102, found[0])
    for found in _SPREAD.finditer(text) if _CALLED.search(text) else ():
        birth, serial = _digits(found[1]), _digits(found[2])
        if is_birth(birth, serial) and _is_called(text, found) and not _is_plain(found[0]):
            yield Hit(Rule.P102, found[0])


def is_birth(birth: str, serial: str) -> bool:
    """Whether six digits are a date in the century that the serial number puts them in; it may be to come."""
    year = int(birth[4:])
    last, late, early = _CENTURIES[int(serial[0])]
    try:
        date((late if year <= last else early) + year, int(birth[2:4]), int(birth[:2]))
    except ValueError:
        return False
    return True


def _is_called(text: str, found: re.Match[str]) -> bool:
    """Whether a word for such numbers stands near by, or over the column."""
    near = text[max(found.start() - _BEFORE, 0) : found.end() + _BEHIND]
    return _CALLED.search(near) is not None or _CALLED.search(text.partition("\n")[0]) is not None


def _is_proven(text: str, found: re.Match[str]) -> bool:
    digits = found[1] + found[2]
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True))
    before = text[max(found.start() - _BEFORE, 0) : found.start()]
    return total % _MODULUS == 0 and _CALLED_ELSE.search(before) is None


def _digits(text: str) -> str:
    return "".join(filter(str.isdecimal, text))


def _is_plain(text: str) -> bool:
    """Whether it is written in one of the two forms that are looked for anyhow."""
    return _HYPHENATED.fullmatch(text) is not None or _BARE.fullmatch(text) is not None
