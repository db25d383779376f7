"""What a lane sends, result by result, to the one who publishes.

The public lane's results cross a process border, so all of them are plain frozen records.
"""

from __future__ import annotations

from typing import TypeAlias

from answerkit.model.frozen import dataclass
from answerkit.model.problem import Problem
from answerkit.model.result import Extent, Planned


@dataclass(frozen=True, slots=True)
class Known:
    """What an earlier build put down about a file that still lies there as it was built."""

    answer: str
    fingerprint: str
    inputs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """One of several lanes' part of the work: every ``count``-th answer from the 0-based ``index`` on."""

    index: int = 0
    count: int = 1

    def of(self, answers: tuple[str, ...]) -> tuple[str, ...]:
        """The answers of this share, in order."""
        return answers[self.index :: self.count]


WHOLE = Share()
"""All of the work."""


@dataclass(frozen=True, slots=True)
class Made:
    """A built file, which is still to be verified.

    Attributes:
        title: the answer's.
        fingerprint: hex; empty when the answer has to be composed again the next time, to warn again.
        inputs: project-relative paths of the content used, sorted.
        page: the same edition as an HTML file; empty where none was asked for.
    """

    answer: str
    title: str
    data: bytes
    fingerprint: str
    inputs: tuple[str, ...]
    extent: Extent
    page: bytes = b""


@dataclass(frozen=True, slots=True)
class Kept:
    """All that goes into the file is as it was when the file was built. ``title`` is the answer's."""

    answer: str
    title: str


@dataclass(frozen=True, slots=True)
class Failed:
    """The file cannot be built; the problems were sent before."""

    answer: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """There is nothing to build. ``reason`` is a Danish clause."""

    answer: str
    reason: str


Done: TypeAlias = Made | Kept | Failed | LeftOut
"""The last word on one answer."""

LaneResult: TypeAlias = Planned | Problem | Done
