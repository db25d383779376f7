"""A run summed up: what was said, each thing once, and how the process should end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from answerkit.errors import ExitCode, worst
from answerkit.model.codes import Code
from answerkit.model.document import Edition
from answerkit.model.finding import Finding, Gate
from answerkit.model.problem import Problem, Severity, sort_key
from answerkit.model.result import Event, FileResult, Note, Planned, Scanned, Status, Step, Walled

_TELLING = (Gate.CONTENT, Gate.PATTERN)
"""Gates that find text which must not be told."""

_HARMLESS = (Gate.LINT, Gate.A11Y)
_TRIPWIRE = "tripwire"
_WEAK_WALL = "systemet har ikke Landlock: den offentlige udgave er bygget bag en svagere væg, en snubletråd"


class Tally:
    """Collects events. The lanes read the public content separately, so they may send a problem twice."""

    def __init__(self) -> None:
        self.planned = 0
        self.wall = ""
        self.scanned = 0
        self._steps = 0
        self._results: list[FileResult] = []
        self._problems: dict[Problem, None] = {}
        self._findings: dict[Finding, None] = {}
        self._notes: dict[str, None] = {}

    def add(self, event: Event) -> None:
        """Take one event down."""
        match event:
            case FileResult():
                self._results.append(event)
            case Planned() | Scanned() | Step():
                self._advance(event)
            case Walled(wall=wall):
                self.wall = wall
            case Note(text=text):
                self._notes[text] = None
            case Problem():
                self._problems[event] = None
            case Finding():
                self._findings[event] = None
            case _:
                assert_never(event)

    def _advance(self, event: Planned | Scanned | Step) -> None:
        match event:
            case Planned(files=files):
                self.planned += files
            case Scanned():
                self.scanned += 1
            case Step():
                self._steps += 1
            case _:
                assert_never(event)

    @property
    def done(self) -> int:
        """How many of the planned files have had their last word."""
        return len(self._results) + self.scanned + self._steps

    @property
    def results(self) -> tuple[FileResult, ...]:
        """By answer, the public edition before the confidential one."""
        return tuple(sorted(self._results, key=_result_key))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """By file, line and column; what only follows from a mistake in another file comes last.

        Once something is found that must not be told, no problem repeats anything that stands in a file: it
        may stand on the same line, or be the name that is asked about.
        """
        found: Iterable[Problem] = self._problems
        if any(item.gate in _TELLING for item in self._findings):
            found = {item.without_text() for item in self._problems}
        return tuple(sorted(found, key=lambda item: (item.code is Code.AK309, sort_key(item))))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """By file, part and place."""
        return tuple(sorted(self._findings, key=_finding_key))

    @property
    def notes(self) -> tuple[str, ...]:
        """In the order they were made; that the wall was the weaker one comes first."""
        weak = (_WEAK_WALL,) if self.wall == _TRIPWIRE else ()
        return (*weak, *self._notes)

    @property
    def exit_code(self) -> ExitCode:
        """What the process should return; warnings alone are no failure."""
        codes = [_exit_of_finding(item) for item in self._findings if item.severity is Severity.ERROR]
        codes += [_exit_of_problem(item) for item in self._problems if item.severity is Severity.ERROR]
        codes += [ExitCode.CONTENT for item in self._results if item.status is Status.FAILED]
        return worst(*codes)


def _exit_of_finding(item: Finding) -> ExitCode:
    """Nothing secret is at stake in lint and accessibility."""
    return ExitCode.LINT if item.gate in _HARMLESS else ExitCode.LEAK


def _exit_of_problem(item: Problem) -> ExitCode:
    return ExitCode.LINT if item.code.is_lint else ExitCode.CONTENT


def _result_key(result: FileResult) -> tuple[str, bool]:
    return result.answer, result.edition is Edition.CONFIDENTIAL


def _finding_key(item: Finding) -> tuple[str, str, str, str]:
    return item.file, item.part, item.place, item.code
