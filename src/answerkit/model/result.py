"""What a build says, event by event: a line per file, and what stood in the way.

An event never holds text of a confidential file, so that whoever prints it cannot leak.
"""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

from answerkit.model.document import Edition
from answerkit.model.finding import Finding
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Problem


class Status(Enum):
    """What became of one file."""

    BUILT = "built"
    UNCHANGED = "unchanged"
    LEFT_OUT = "left_out"
    FAILED = "failed"
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class Extent:
    """How much a document holds: printed words, and the blocks and figures that it used, each once."""

    words: int
    blocks: int
    figures: int


@dataclass(frozen=True, slots=True)
class FileResult:
    """What became of one edition of one answer.

    Attributes:
        path: POSIX path of the file relative to the project.
        reason: a Danish clause, for what is not plain from the status; empty otherwise.
        backup: path of the copy of an edited file that was replaced; empty where there was none.
        extent: None when nothing was built, and always for the confidential edition.
        sha256: hex; empty when nothing was built, and always for the confidential edition.
    """

    answer: str
    edition: Edition
    status: Status
    path: str
    reason: str = ""
    backup: str = ""
    extent: Extent | None = None
    sha256: str = ""

    def __post_init__(self) -> None:
        """Refuse to tell more of a confidential file than its path and status."""
        if self.edition is Edition.CONFIDENTIAL and (self.extent is not None or self.sha256):
            raise ValueError(self.answer)


@dataclass(frozen=True, slots=True)
class Scanned:
    """A file has been scanned, and its findings were said. ``file`` is its name as they show it."""

    file: str = ""
    errors: int = 0
    warnings: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One of the planned things is done that nothing is to be told of."""


@dataclass(frozen=True, slots=True)
class Planned:
    """That many more files are to come; summed up, it is the whole of a progress line."""

    files: int


@dataclass(frozen=True, slots=True)
class Walled:
    """Which wall stood between the public lane and all else, e.g. ``landlock``."""

    wall: str


@dataclass(frozen=True, slots=True)
class Note:
    """Something the user should know that is no problem, in Danish."""

    text: str


Event: TypeAlias = FileResult | Scanned | Step | Planned | Walled | Note | Problem | Finding
