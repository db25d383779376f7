"""The program run by its entry point, without a process of its own; see ``isolate.program.run_all``."""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Iterable, Iterator

import pytest

from answerkit import __main__ as program
from answerkit.isolate.program import ANSWERKIT, Run, Said
from lanes import leaky


def run_here(runs: Iterable[Run], **_: object) -> Iterator[Said]:
    """What ``run_all`` gives; of what a run changes in this process, nothing stays."""
    for run in runs:
        with pytest.MonkeyPatch.context() as patch:
            yield _said(run, patch)


def _said(run: Run, patch: pytest.MonkeyPatch) -> Said:
    out, err = io.BytesIO(), io.BytesIO()
    for name, stream in {"stdout": out, "stderr": err}.items():
        patch.setattr(sys, name, io.TextIOWrapper(stream, encoding="utf-8", write_through=True))
    for name, place in {"HOME": run.home, "USERPROFILE": run.home, leaky.KEPT: ""}.items():
        patch.setenv(name, str(place))
    patch.setattr(tempfile, "tempdir", str(run.temporary))
    patch.setattr(leaky, "put", patch.setattr)
    patch.chdir(run.here)
    if run.command[: len(ANSWERKIT)] == ANSWERKIT:
        arguments = list(run.command[len(ANSWERKIT) :])
    else:
        leak, *arguments = run.command[run.command.index(leaky.__file__) + 1 :]
        leaky.LEAKS[leak]()
    return Said(_status(arguments), out.getvalue(), err.getvalue())


def _status(arguments: list[str]) -> int:
    try:
        return program.main(arguments)
    except SystemExit as end:
        return int(str(end.code))
