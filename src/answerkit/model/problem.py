"""What is wrong with a project's content: a place, a code, and words for the person who mends it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum
from typing import TypeAlias

from answerkit.model.codes import Code
from answerkit.model.frozen import dataclass


class Classification(Enum):
    """Who may read a file; stated in each file and given by its folder, and the two must agree."""

    PUBLIC = "public"
    CONFIDENTIAL = "confidential"


class Severity(Enum):
    """Whether a problem stops the build."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A character in a file of the project.

    Attributes:
        file: POSIX path relative to the project, or to the parent of a confidential root outside it.
        line: 1-based; 0 when the whole file is meant.
        column: 1-based, in characters; 0 when the whole line is meant.
        confidential: whether nothing of what stands there may be repeated.
    """

    file: str
    line: int = 0
    column: int = 0
    confidential: bool = False


Key: TypeAlias = "str | tuple[str, int]"
Where: TypeAlias = Mapping[Key, Place]
"""Places of one record: ``""`` is the record, ``"title"`` a key's value, ``("blocks", 2)`` the third item."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. Made by ``problem()``, which keeps confidential text out of it.

    Attributes:
        detail: the offending name or value; always empty for a confidential place.
        hint: what to do; for a confidential place only the code's general advice.
        excerpt: the source line, added at the end of the public lane; never for a confidential place.
    """

    place: Place
    code: Code
    detail: str = ""
    hint: str = ""
    excerpt: str = ""
    severity: Severity = Severity.ERROR

    def __post_init__(self) -> None:
        """Refuse to exist with text from a confidential file, whoever made it."""
        if self.place.confidential and (self.detail or self.excerpt or self.hint != self.code.advice):
            raise ValueError(self.code.name)

    @property
    def message(self) -> str:
        """What is wrong, in Danish: the code's sentence, and the offending name where it may be shown."""
        return f"{self.code.meaning}: {self.detail}" if self.detail else self.code.meaning

    def with_excerpt(self, line: str) -> Problem:
        """The same problem with its source line; unchanged when the place is confidential."""
        return self if self.place.confidential else replace(self, excerpt=line)

    def without_text(self) -> Problem:
        """The same problem with nothing that stands in the file: place and code speak alone."""
        return replace(self, detail="", hint=self.code.advice, excerpt="")


def problem(
    code: Code, place: Place, detail: str = "", hint: str = "", severity: Severity = Severity.ERROR
) -> Problem:
    """A problem at a place; at a confidential one, detail and hint give way to the code's general advice."""
    if place.confidential:
        return Problem(place, code, hint=code.advice, severity=severity)
    return Problem(place, code, detail, hint or code.advice, severity=severity)


def sort_key(item: Problem) -> tuple[Place, str, str]:
    """Problems are reported by file, line and column, then by code."""
    return item.place, item.code.name, item.detail
