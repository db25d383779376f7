"""Prints what a run says: results to standard output, all else to standard error."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import Self, TypeAlias, assert_never

from answerkit.cli.console import Progress, say, show
from answerkit.cli.formats import Format
from answerkit.errors import AnswerkitError, worst
from answerkit.model.result import Event, FileResult, Scanned
from answerkit.report.json_text import as_json
from answerkit.report.tally import Tally
from answerkit.report.text import closing_lines, file_line, note_lines, progress_line, scanned_line

Report: TypeAlias = Callable[[Tally], str]
"""Tells a whole run as one document."""


class Listener:
    """Hears the events of one run. As text, files are told at once; in any other form, all at the end.

    A run that an exception ends has its problems told none the less, but no document: half of one is none.

    Args:
        output: the form.
        json: what JSON is to this command; a run with all that a build says, unless told otherwise.
    """

    def __init__(self, output: Format = Format.TEXT, *, json: Report = as_json) -> None:
        self.tally = Tally()
        self._output = output
        self._json = json
        self.progress = Progress()

    def __enter__(self) -> Self:
        """Start to listen."""
        return self

    def hear(self, event: Event) -> None:
        """Take an event down, and print it if it is a file's."""
        self.tally.add(event)
        if isinstance(event, FileResult | Scanned) and self._output is Format.TEXT:
            self.progress.clear()
            show(file_line(event) if isinstance(event, FileResult) else scanned_line(event))
        self.progress.update(progress_line(self.tally))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Tell what is left to tell; an expected failure ends the process no better than what was found."""
        self.progress.clear()
        if self._output is Format.TEXT:
            say(*closing_lines(self.tally))
        elif kind is None:
            self._show_document()
        if isinstance(error, AnswerkitError):
            error.exit_code = worst(error.exit_code, self.tally.exit_code)

    def _show_document(self) -> None:
        if self._output is Format.JSON and self._json is not as_json:
            say(*note_lines(self.tally))  # a command's own JSON has no room for them
        document = _document(self._output, self._json)(self.tally)
        if document:
            show(document)


def _document(output: Format, json: Report) -> Report:
    """What writes a form. Loaded when asked for: most runs are told in words."""
    match output:
        case Format.JSON:
            return json
        case Format.SARIF:
            from answerkit.report.sarif import as_sarif  # noqa: PLC0415

            return as_sarif
        case Format.JUNIT:
            from answerkit.report.junit import as_junit  # noqa: PLC0415

            return as_junit
        case Format.GITHUB:
            from answerkit.report.github import as_annotations  # noqa: PLC0415

            return as_annotations
        case Format.TEXT:
            raise ValueError(output)  # text is told line by line
        case _:
            assert_never(output)
