"""Run a program as a process of its own, in a home of its own, and take down all that it says.

What it says stays in memory. Its temporary files, its settings and its caches go to folders that the caller
gives, so that the caller can see what was left there.
"""

from __future__ import annotations

import os
import site
import subprocess
import sys
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import field
from pathlib import Path
from typing import Final

from answerkit.isolate import fault
from answerkit.model.frozen import dataclass

ANSWERKIT: Final = (sys.executable, "-P", "-m", "answerkit")
"""The command that runs answerkit, by the Python and the packages that run now."""

PATIENCE: Final = 3600.0
"""Seconds that a run may take: many times what a thousand answers do."""

_TEMPORARY: Final = ("TMPDIR", "TEMP", "TMP")
_HOMES: Final = (
    *("HOME", "APPDATA", "LOCALAPPDATA"),
    *("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME"),
)


@dataclass(frozen=True, slots=True)
class Run:
    """What to run.

    Attributes:
        command: the program and its arguments.
        here: the folder to run it in.
        temporary: an existing folder for its temporary files.
        home: an existing folder for its settings and caches.
    """

    command: tuple[str, ...]
    here: Path
    temporary: Path
    home: Path


@dataclass(frozen=True, slots=True)
class Said:
    """What a run wrote to its two streams, and its exit status; negative for the signal that ended it."""

    status: int
    out: bytes = field(repr=False)
    err: bytes = field(repr=False)


def run_all(runs: Iterable[Run], *, patience: float = PATIENCE) -> Generator[Said]:
    """Run all at the same time; what each said, in the order given, as soon as it is there.

    Leaving the iterator early, or an exception, ends those that still run.

    Raises:
        WorkerFault: one took longer than ``patience`` seconds.
    """
    with ExitStack() as stack:
        running = [stack.enter_context(_started(run)) for run in runs]
        for process in running:
            try:
                out, err = process.communicate(timeout=patience)
            except subprocess.TimeoutExpired:
                # From None: the exception holds what was said so far.
                raise fault.silent() from None
            yield Said(process.returncode, out, err)


@contextmanager
def _started(run: Run) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(  # noqa: S603 - our own program, no shell
        run.command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=run.here,
        env=_environment(run),
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _environment(run: Run) -> Mapping[str, str]:
    """The parent's, with other places to leave things in; packages of the user's own stay in reach."""
    places = dict.fromkeys(_TEMPORARY, str(run.temporary)) | dict.fromkeys(_HOMES, str(run.home))
    kept = {"PYTHONUSERBASE": site.getuserbase(), "PYTHONDONTWRITEBYTECODE": "1"}
    return {**os.environ, **places, **kept}
