"""Standard output and standard error: their encoding, and the progress line."""

from __future__ import annotations

import io
import os
import sys
from datetime import date, datetime
from time import monotonic

from answerkit.report.text import plain

_PATIENCE = 1.0  # seconds before a run counts as long
_PAUSE = 0.1  # seconds between two progress lines: the terminal is not what the run waits for


def prepare_streams() -> None:
    """Let no character that a console lacks stop a run; on Windows, write UTF-8 whatever the code page."""
    encoding = "utf-8" if os.name == "nt" else None
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=encoding, errors="replace")


def say(*lines: str) -> None:
    """Tell the user on standard error, so that standard output holds results alone."""
    for line in lines:
        sys.stderr.write(f"{plain(line)}\n")


def show(line: str) -> None:
    """Write a line of results, at once, so that a reader in a pipe can follow the run."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def today() -> date:
    """The day where the user is."""
    return datetime.now().astimezone().date()


class Progress:
    """A line that shows how far a long run has come; only a terminal gets one."""

    def __init__(self) -> None:
        self._due = monotonic() + _PATIENCE
        self._shown = 0
        self._wanted = sys.stderr.isatty()

    def update(self, line: str) -> None:
        """Show the line in place of the last one, when it is time to."""
        if self._wanted and monotonic() >= self._due:
            self._due = monotonic() + _PAUSE
            self._write(line)

    def clear(self) -> None:
        """Take the line away, so that something else can be written."""
        if self._shown:
            self._write("")
            sys.stderr.write("\r")

    def _write(self, line: str) -> None:
        sys.stderr.write(f"\r{line.ljust(self._shown)}")
        sys.stderr.flush()
        self._shown = len(line)
