"""A run summed up: what was said, each thing once, and how the process should end."""

from __future__ import annotations

from typing import assert_never

from answerkit.errors import ExitCode
from answerkit.model.document import Edition
from answerkit.model.finding import Finding
from answerkit.model.problem import Problem, Severity, sort_key
from answerkit.model.result import Event, FileResult, Note, Planned, Scanned, Status, Walled

_TRIPWIRE = "tripwire"
_WEAK_WALL = "systemet har ikke Landlock: den offentlige udgave er bygget bag en svagere væg, en snubletråd"


class Tally:
    """Collects events. The lanes read the public content separately, so they may send a problem twice."""

    def __init__(self) -> None:
        self.planned = 0
        self.wall = ""
        self.scanned = 0
        self._results: list[FileResult] = []
        self._problems: dict[Problem, None] = {}
        self._findings: dict[Finding, None] = {}
        self._notes: dict[str, None] = {}

    def add(self, event: Event) -> None:
        """Take one event down."""
        match event:
            case FileResult():
                self._results.append(event)
            case Scanned():
                self.scanned += 1
            case Planned(files=files):
                self.planned += files
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

    @property
    def done(self) -> int:
        """How many of the planned files have had their last word."""
        return len(self._results) + self.scanned

    @property
    def results(self) -> tuple[FileResult, ...]:
        """By answer, the public edition before the confidential one."""
        return tuple(sorted(self._results, key=_result_key))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """By file, line and column."""
        return tuple(sorted(self._problems, key=sort_key))

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
        if any(item.severity is Severity.ERROR for item in self._findings):
            return ExitCode.LEAK
        errors = [item for item in self._problems if item.severity is Severity.ERROR]
        failed = any(item.status is Status.FAILED for item in self._results)
        if failed or any(not item.code.is_lint for item in errors):
            return ExitCode.CONTENT
        return ExitCode.LINT if errors else ExitCode.OK


def _result_key(result: FileResult) -> tuple[str, bool]:
    return result.answer, result.edition is Edition.CONFIDENTIAL


def _finding_key(item: Finding) -> tuple[str, str, str, str]:
    return item.file, item.part, item.place, item.code
