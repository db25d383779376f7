"""Words of the file formats themselves: as names they may be shown, as values they say nothing."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

_NUMBER = re.compile(r"[-+]?[0-9]{0,5}(?:[.,][0-9]{1,6})?(?:%|pt|cm|mm|in|px|em|ex|pc|deg)?")
_HEX = re.compile(
    r"#?([0-9A-Fa-f])\1{5}|#?(?=[0-9]*[A-Fa-f])(?=[A-Fa-f]*[0-9])(?:[0-9A-Fa-f]{4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})"
)
_LETTER = re.compile(r"\w")
_GEOMETRY: Final = frozenset(
    {"d", "points", "viewBox", "path", "transform", "coordsize", "coordorigin", "adj"}
)
_PATH = re.compile(
    r"(?:[A-Za-z]?+[-+,\s]*+(?:[0-9]{1,5}+(?![0-9])(?:\.[0-9]{1,12})?+|\.[0-9]{1,12}+)[,\s]*+|[Zz]\s*+)*+"
)
"""Numbers of at most five digits before the point, after single letters: a drawing, and no telling text."""


@cache
def _words() -> frozenset[str]:
    text = Path(__file__).with_name("vocabulary.txt").read_text(encoding="utf-8")
    return frozenset(text.split())


def is_known(word: str) -> bool:
    """Whether a name, a value or an address is one that the formats themselves define."""
    return word in _words()


def says_nothing(name: str, value: str) -> bool:
    """Whether an attribute's value is a short number, a colour, a random id, a drawing or a known word.

    Six digits in a row always count as telling.
    """
    if _NUMBER.fullmatch(value) or value in _words() or _HEX.fullmatch(value) or not _LETTER.search(value):
        return True
    return name in _GEOMETRY and _PATH.fullmatch(value) is not None
