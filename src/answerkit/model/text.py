"""Text found in a file, with the place where it stands: what the gates read."""

from __future__ import annotations

from enum import Enum

from answerkit.model.frozen import dataclass


class Role(Enum):
    """What a piece of text is in its file."""

    BODY = "body"
    ATTRIBUTE = "attribute"
    PROPERTY = "property"
    METADATA = "metadata"
    COMMENT = "comment"
    FIELD = "field"
    TARGET = "target"
    NAME = "name"
    RAW = "raw"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that a reader, a program or a search engine could see as one.

    Attributes:
        part: path inside the file, nested packages joined by ``!``; empty for the file itself.
        place: structural path inside the part, e.g. ``body/p[3]``; never text from the file.
        text: the characters, as decoded; hidden, deleted and split runs joined.
        line: 1-based for text files, 0 otherwise.
    """

    part: str
    place: str
    role: Role
    text: str
    line: int = 0

    def __repr__(self) -> str:
        """Where it stands, never what it says: pieces end up in the messages of failing tests."""
        return f"Piece({self.part!r}, {self.place!r}, {self.role.value}, {len(self.text)} characters)"
