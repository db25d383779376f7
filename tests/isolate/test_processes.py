"""Making children when the system does not go along."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from answerkit.isolate import processes
from answerkit.isolate.wall import Wall, best_wall
from answerkit.isolate.worker import WorkerFault, start_plain
from isolate import jobs

if sys.platform != "linux":
    pytest.skip("kun Linux: fork, /proc og Landlock", allow_module_level=True)

from answerkit.isolate import kernel, landlock


def refuse(*_: object) -> NoReturn:
    raise PermissionError


def test_a_fork_that_fails_leaves_no_descriptor_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "may_fork", lambda: True)
    monkeypatch.setattr(os, "fork", refuse)
    before = set(os.listdir("/proc/self/fd"))  # noqa: PTH208 - numbers are compared
    with pytest.raises(PermissionError):
        start_plain(jobs.echo, 1)
    assert set(os.listdir("/proc/self/fd")) == before  # noqa: PTH208 - numbers are compared


WITHOUT_STANDARD = """
import os, sys
from pathlib import Path
for descriptor in range(3):
    os.close(descriptor)
from answerkit.isolate import processes
from answerkit.isolate.worker import start_plain
from isolate import jobs
processes.may_fork = lambda: sys.argv[1] == "True"
with start_plain(jobs.print_secret, None) as results, start_plain(jobs.echo, (1, 2)) as more:
    Path(sys.argv[2]).write_text(repr([*results, *more]), encoding="utf-8")
"""


@pytest.mark.parametrize("forked", [True, False])
def test_a_parent_without_standard_input_and_output_has_children(tmp_path: Path, forked: bool) -> None:  # noqa: FBT001 - a table
    command = [sys.executable, "-c", WITHOUT_STANDARD, str(forked), str(tmp_path / "results")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run(command, env=environment, check=False)
    assert (tmp_path / "results").read_text(encoding="utf-8") == "[1, (1, 2)]"


def test_without_proc_nothing_is_forked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(kernel, "_TASKS", tmp_path / "missing")
    assert not processes.may_fork()


def test_other_systems_do_not_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not processes.may_fork()


def test_a_kernel_that_refuses_has_no_landlock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernel, "call", refuse)
    assert landlock.version() == 0
    assert best_wall() is Wall.TRIPWIRE


@pytest.mark.parametrize(
    ("work", "forked", "said"),
    [(jobs.tie_to_a_stranger, True, "ProcessLookupError"), (jobs.restrict_among_threads, False, "WallFault")],
)
def test_what_cannot_hold_is_a_fault(
    work: Callable[[None], Iterator[None]],
    forked: bool,  # noqa: FBT001 - a table
    said: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The parent that is gone already; and a wall that further threads would stand outside of."""
    monkeypatch.setattr(processes, "may_fork", lambda: forked)
    with start_plain(work, None) as results, pytest.raises(WorkerFault, match=said):
        list(results)


def test_a_system_call_that_the_kernel_refuses_is_an_error() -> None:
    with pytest.raises(OSError, match="Invalid argument"):
        kernel.call(kernel.CREATE_RULESET, None, ctypes.c_size_t(0), 1 << 30)


def test_a_fresh_python_needs_no_wide_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(kernel, "widen", refuse)
    with start_plain(jobs.echo, 1) as results:
        assert list(results) == [1]


def test_the_null_device_may_be_a_standard_stream_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """The lowest free number is given first, and a parent may have closed all three."""
    doubled: list[tuple[int, int]] = []
    monkeypatch.setattr(os, "open", lambda *_: 0)
    monkeypatch.setattr(os, "dup2", lambda *pair: doubled.append(pair))
    monkeypatch.setattr(os, "close", refuse)
    monkeypatch.setattr(os, "fdopen", lambda number, *_, **__: number)
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    processes.fall_silent()
    streams = (sys.stdin, sys.stdout, sys.stderr)
    monkeypatch.undo()
    assert doubled == [(0, 0), (0, 1), (0, 2)]
    assert streams == (0, 1, 1)
