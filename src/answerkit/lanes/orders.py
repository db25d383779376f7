"""What each lane is asked to do. Whoever only asks imports nothing of what the work needs."""

from __future__ import annotations

from pathlib import Path

from answerkit.lanes.outcome import WHOLE, Known, Share
from answerkit.lanes.project import PublicPaths
from answerkit.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class PublicRequest:
    """What the public lane is to build.

    Attributes:
        answers: ids; empty for all.
        known: what an earlier build put down about the files that still lie there.
        html: whether HTML files are made as well.
    """

    paths: PublicPaths
    answers: tuple[str, ...] = ()
    share: Share = WHOLE
    known: tuple[Known, ...] = ()
    html: bool = False


@dataclass(frozen=True, slots=True)
class ConfidentialRequest:
    """What the confidential lane is to build; as for the public lane, and the confidential root."""

    paths: PublicPaths
    root: Path
    answers: tuple[str, ...] = ()
    share: Share = WHOLE
    known: tuple[Known, ...] = ()
    html: bool = False
