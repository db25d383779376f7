"""What both files are read into, to be compared: their lines, in reading order."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from answerkit.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, a cell, a caption or a picture.

    Attributes:
        kind: e.g. ``h2``, ``text``, ``item number``, ``cell``, ``cell number`` (stands to the right),
            ``footnote 1``; ``row`` begins a table's row, and ``row total`` the one with the sum.
        text: as one reads it, a heading's number included; a line break is a space. A picture's description.
        anchor: the bookmark that links to it have; empty for none.
        links: (target, text) in order; a target in the document is ``#`` and the bookmark.
        marks: numbers of the footnotes that are called here, in order.
        marked: whether it is marked as confidential.
        picture: sha256 (hex) of the picture that is shown; empty for other lines.
        looks: (first letter, letter behind the last, look) of what is not plain; see ``look_of``.
        number: what a numbered item counts as; 0 for other lines.
    """

    kind: str
    text: str = ""
    anchor: str = ""
    links: tuple[tuple[str, str], ...] = ()
    marks: tuple[str, ...] = ()
    marked: bool = False
    picture: str = ""
    looks: tuple[tuple[int, int, str], ...] = ()
    number: int = 0


Piece = tuple[str, str]
"""A look and the text that has it."""


def look_of(*, bold: bool, italic: bool, language: str) -> str:
    """E.g. ``bold italic en-GB``; empty for plain text in the document's language."""
    return " ".join(filter(None, ("bold" * bold, "italic" * italic, language)))


def looks_of(pieces: Iterable[Piece]) -> tuple[tuple[int, int, str], ...]:
    """Where in a line the text is not plain; neighbours that look alike are one."""
    found, start = [], 0
    for look, alike in groupby(pieces, key=itemgetter(0)):
        end = start + sum(len(text) for _, text in alike)
        if look and end > start:
            found.append((start, end, look))
        start = end
    return tuple(found)
