"""The process that workers are forked from; what such a worker is, ``test_worker`` asks of all ways alike."""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from answerkit.isolate import measuring, processes
from answerkit.isolate.worker import Named, WorkerFault, start_plain
from isolate import jobs

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kun Linux: fork")

if sys.platform == "linux":
    from answerkit.isolate import forkserver


@pytest.fixture(autouse=True)
def _forks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests run in a process that xdist may have given threads."""
    monkeypatch.setattr(processes, "may_fork", lambda: True)


def parents(_: None) -> Iterator[int]:
    yield os.getppid()


def known(name: str) -> Iterator[bool]:
    yield name in sys.modules


def test_a_worker_is_a_child_of_the_server_as_long_as_it_can_make_one() -> None:
    with forkserver.serving(lambda: None):
        workers = [start_plain(parents, None) for _ in range(3)]
        first, second, third = (next(worker) for worker in workers)
        for worker in workers:
            worker.close()
    assert first == second != os.getpid()
    assert third == os.getpid()


def test_afterwards_there_is_no_server() -> None:
    with forkserver.serving(lambda: None):
        pass
    with start_plain(parents, None) as results:
        assert list(results) == [os.getpid()]


def test_a_worker_has_what_the_server_got_ready_and_its_parent_has_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "wave", raising=False)
    with forkserver.serving(lambda: __import__("wave")), start_plain(known, "wave") as results:
        assert list(results) == [True]
    assert "wave" not in sys.modules


def test_a_worker_has_nothing_that_its_parent_read_since(monkeypatch: pytest.MonkeyPatch) -> None:
    with forkserver.serving(lambda: None):
        monkeypatch.setattr(jobs, "NAME", "Læst siden")
        with start_plain(Named[None, str]("isolate.jobs", "tell_name"), None) as results:
            assert list(results) == ["Frøken Hemmelig"]


def test_what_cannot_be_got_ready_is_told_by_the_worker() -> None:
    def fail() -> None:
        raise ImportError

    missing = Named[None, int]("isolate.missing", "work")
    with forkserver.serving(fail), start_plain(missing, None) as worker:
        results = iter(worker)
        with pytest.raises(WorkerFault, match="ModuleNotFoundError"):
            next(results)


def test_a_server_that_is_gone_is_a_fault_of_its_workers() -> None:
    with forkserver.serving(lambda: os.kill(os.getpid(), signal.SIGKILL)):
        for _ in range(2):
            with start_plain(jobs.echo, 1) as results, pytest.raises(WorkerFault, match="kode -9"):
                next(results)


def test_a_request_that_nobody_takes_is_a_fault_as_well() -> None:
    """A server that dies between two requests."""
    with forkserver.serving(lambda: None), start_plain(parents, None) as results:
        os.kill(next(results), signal.SIGKILL)
        results.close()
        with start_plain(jobs.echo, 1) as more, pytest.raises(WorkerFault, match="kode -9"):
            next(more)


def test_where_no_process_is_to_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise BlockingIOError

    with pytest.MonkeyPatch.context() as patch:
        server = forkserver.Forkserver(lambda: patch.setattr(os, "fork", refuse))
    monkeypatch.setattr(forkserver, "_running", [server])
    with start_plain(jobs.echo, 1) as results, pytest.raises(WorkerFault, match="kode 255"):
        next(results)
    server.close()


def test_no_worker_outlives_its_server() -> None:
    with forkserver.serving(lambda: None):
        results = start_plain(jobs.wait_forever, None)
        pid = next(results)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_it_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    merged: list[object] = []
    monkeypatch.setattr(measuring, "merge", merged.append)
    monkeypatch.setattr(measuring, "wanted", lambda: measuring.Measured(branch=False, choices=()))
    with forkserver.serving(lambda: None):
        pass
    (lines,) = merged
    assert isinstance(lines, dict)
    assert any(Path(file).name == "forkserver.py" for file in lines)


def test_what_was_not_measured_is_not_told() -> None:
    sink = io.BytesIO()
    forkserver._tell(None, sink)  # noqa: SLF001 - its last step
    assert sink.getvalue() == b""
