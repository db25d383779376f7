"""Prints what a run says: results to standard output, all else to standard error."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from answerkit.cli.console import Progress, say, show
from answerkit.model.result import Event, FileResult
from answerkit.report.json_text import as_json
from answerkit.report.tally import Tally
from answerkit.report.text import closing_lines, file_line, progress_line


class Listener:
    """Hears the events of one run. As text, files are told at once; as JSON, all is told at the end.

    A run that an exception ends has its problems told none the less, but no JSON: half an object is none.
    """

    def __init__(self, *, as_json: bool) -> None:
        self.tally = Tally()
        self._as_json = as_json
        self._progress = Progress()

    def __enter__(self) -> Self:
        """Start to listen."""
        return self

    def hear(self, event: Event) -> None:
        """Take an event down, and print it if it is a file's."""
        self.tally.add(event)
        if isinstance(event, FileResult) and not self._as_json:
            self._progress.clear()
            show(file_line(event))
        self._progress.update(progress_line(self.tally))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Tell what is left to tell."""
        self._progress.clear()
        if not self._as_json:
            say(*closing_lines(self.tally))
        elif kind is None:
            show(as_json(self.tally))
