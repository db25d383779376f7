"""What a parent says when its child fails, and the little that it lets the child tell."""

from __future__ import annotations

import re
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from answerkit.errors import AnswerkitError, ExitCode
from answerkit.model.frozen import dataclass

_PACKAGE: Final = Path(__file__).parents[1]
_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,79}")
_FILE: Final = re.compile(r"answerkit(/[a-z_]{1,40}){1,4}\.py")
_DEEPEST: Final = 20
_REPORT: Final = "dette er en fejl i answerkit; indberet den"
_ALARM: Final = -getattr(signal, "SIGALRM", 14)
_AGAIN: Final = "prøv igen, og indberet det, hvis det sker igen"


class WorkerFault(AnswerkitError):  # noqa: N818 - "fault" is the word for exit 70
    """A child died, raised, or sent what is no result (exit 70).

    The message names the exception's type and the lines of answerkit that it passed, never its text.
    """

    exit_code = ExitCode.FAULT


class WallFault(WorkerFault):
    """The wall that was asked for cannot stand, or does not (exit 70)."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of answerkit's own code: ``answerkit/load/public.py`` and its 1-based number."""

    file: str
    number: int

    def __post_init__(self) -> None:
        """Refuse to be a way for text to come out of a child."""
        if not _FILE.fullmatch(self.file) or self.number < 1:
            raise ValueError("no line of answerkit")


@dataclass(frozen=True, slots=True)
class Failure:
    """An exception without its text: the name of its type, and the lines of answerkit, outermost first."""

    kind: str
    lines: tuple[Line, ...]

    def __post_init__(self) -> None:
        """Refuse to be a way for text to come out of a child."""
        if not _NAME.fullmatch(self.kind) or len(self.lines) > _DEEPEST:
            raise ValueError("no failure")
        if not all(isinstance(line, Line) for line in self.lines):
            raise ValueError("no failure")

    def fault(self) -> WorkerFault:
        """What the parent raises for it."""
        path = " → ".join(f"{line.file}:{line.number}" for line in self.lines)
        return WorkerFault(f"fejl i en underproces: {self.kind}" + (f" ({path})" if path else ""), _REPORT)


def failure(error: BaseException) -> Failure:
    """What may be said of an exception: its type's name, and the innermost lines of answerkit it passed."""
    ours = [
        Line((Path("answerkit") / file.relative_to(_PACKAGE)).as_posix(), number)
        for file, number in _passed(error)
        if file.is_relative_to(_PACKAGE)
    ]
    name = type(error).__name__
    return Failure(name if _NAME.fullmatch(name) else "Exception", tuple(ours[-_DEEPEST:]))


def _passed(error: BaseException) -> Iterator[tuple[Path, int]]:
    """File and line of each frame, outermost first; importing ``traceback`` would cost more."""
    step = error.__traceback__
    while step is not None:
        yield Path(step.tb_frame.f_code.co_filename), step.tb_lineno
        step = step.tb_next


def died(status: int) -> WorkerFault:
    """The fault of a child that is gone without a word; a ``status`` of -9 means signal 9."""
    if status == _ALARM:
        return silent()
    return WorkerFault(f"en underproces stoppede uden svar (kode {status})", _AGAIN)


def silent() -> WorkerFault:
    """The fault of a child that took longer than any work of its kind does, and was ended for it."""
    return WorkerFault("en underproces svarede ikke i tide og blev stoppet", _AGAIN)


def garbled() -> WorkerFault:
    """The fault of a child whose answer cannot be read."""
    return WorkerFault("svaret fra en underproces kan ikke læses", _REPORT)


def no_landlock() -> WallFault:
    """The fault of asking for a wall that this kernel does not have."""
    return WallFault("denne maskine har ikke Landlock", "brug Linux 5.13 eller nyere med Landlock slået til")
