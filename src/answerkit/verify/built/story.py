"""A part that keeps its grammar, taken apart: its tags by name, with their attributes, and its text.

Only for parts that a grammar has read: there, a ``<`` begins a tag, a ``"`` begins an attribute's value or
ends it, and nothing else is possible.
"""

from collections import defaultdict
from collections.abc import Sequence
from heapq import merge

from answerkit.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Element:
    """An opening tag.

    Attributes:
        piece: the tag as it stands, without its ``<``.
        position: its place among the part's tags.
    """

    piece: str
    position: int = 0

    @property
    def name(self) -> str:
        """The element's name."""
        return self.piece.partition(" ")[0]

    @property
    def attributes(self) -> str:
        """All that stands behind the name."""
        return self.piece.partition(" ")[2]

    def __getitem__(self, attribute: str) -> str:
        """The attribute's value, unescaped; empty for one that is not there."""
        _, _, behind = self.piece.partition(f' {attribute}="')
        return unescaped(behind.partition('"')[0])


class Story:
    """The tags of a part.

    Args:
        text: the part's XML.
    """

    def __init__(self, text: str) -> None:
        self.pieces: Sequence[str] = text.split("<")
        self._positions: defaultdict[str, list[int]] = defaultdict(list)
        for position, piece in enumerate(self.pieces):
            if '="' in piece:
                self._positions[piece.partition(" ")[0]].append(position)

    def all(self, *names: str) -> list[Element]:
        """The tags of these names that have attributes, in the order of the part."""
        positions = merge(*(self._positions.get(name, ()) for name in names))
        return [Element(self.pieces[position], position) for position in positions]

    def until(self, start: int, closing: str) -> Sequence[str]:
        """What stands from one tag to the next of the closing ones, each with the text behind it."""
        return self.pieces[start : self.pieces.index(closing, start)]


def words(pieces: Sequence[str]) -> str:
    """The text of the runs, as a reader sees it; a line break is a space."""
    shown = [" " if piece == "w:br/>" else piece.partition(">")[2] for piece in pieces]
    return unescaped("".join(shown))


def unescaped(xml: str) -> str:
    """The characters that a parser makes of a text or of an attribute's value."""
    if "&" not in xml:
        return xml
    plain = xml.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&#10;", "\n")
    return plain.replace("&amp;", "&")
