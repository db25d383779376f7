"""A part that keeps its grammar, taken apart: its tags by name, with their attributes, and its text.

Only for parts that a grammar has read: there, a ``<`` begins a tag, a ``"`` begins an attribute's value or ends
it, and nothing else is possible.
"""

from collections.abc import Mapping, Sequence
from heapq import merge

from answerkit.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Element:
    """An opening tag: its place among the part's tags, and its attributes, unescaped."""

    position: int
    name: str
    attributes: Mapping[str, str]

    def __getitem__(self, attribute: str) -> str:
        """The attribute's value; empty for one that is not there."""
        return self.attributes.get(attribute, "")


class Story:
    """The tags of a part.

    Args:
        text: the part's XML.
    """

    def __init__(self, text: str) -> None:
        self.pieces: Sequence[str] = text.split("<")
        self._positions: dict[str, list[int]] = {}
        for position, piece in enumerate(self.pieces):
            name, space, _ = piece.partition(" ")
            if space and name != "w:t":
                self._positions.setdefault(name, []).append(position)

    def all(self, *names: str) -> list[Element]:
        """The tags of these names that have attributes, in the order of the part."""
        positions = merge(*(self._positions.get(name, ()) for name in names))
        return [element_of(self.pieces[position], position) for position in positions]

    def until(self, start: int, closing: str) -> Sequence[str]:
        """What stands from one tag to the next of the closing ones, each with the text behind it."""
        return self.pieces[start : self.pieces.index(closing, start)]


def element_of(piece: str, position: int = 0) -> Element:
    """The tag at the start of a piece."""
    quoted = piece.split('"')
    names = [before.rpartition(" ")[2].removesuffix("=") for before in quoted[:-1:2]]
    values = map(unescaped, quoted[1::2])
    return Element(position, piece.partition(" ")[0], dict(zip(names, values, strict=True)))


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
