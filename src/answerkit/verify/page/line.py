"""What both files are read into, to be compared: their lines, in reading order."""

from __future__ import annotations

from answerkit.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, a cell, a caption or a picture.

    Attributes:
        kind: e.g. ``h2``, ``text``, ``item number``, ``cell``, ``footnote 1``; ``row`` begins a table's row.
        text: as one reads it, a heading's number included; a line break is a space. A picture's description.
        anchor: the bookmark that links to it have; empty for none.
        links: (target, text) in order; a target in the document is ``#`` and the bookmark.
        marks: numbers of the footnotes that are called here, in order.
        marked: whether it is marked as confidential.
        picture: sha256 (hex) of the picture that is shown; empty for other lines.
    """

    kind: str
    text: str = ""
    anchor: str = ""
    links: tuple[tuple[str, str], ...] = ()
    marks: tuple[str, ...] = ()
    marked: bool = False
    picture: str = ""
