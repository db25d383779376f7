"""What a child does before anything is measured in it and after, done in this process; and its patience."""

from __future__ import annotations

import io
import os
import pickle
import signal
import sys
import time
from collections.abc import Callable, Iterator
from typing import NoReturn

import pytest

from answerkit.isolate import child, fault, frames, measuring, processes, wire
from answerkit.isolate.child import Task
from answerkit.isolate.fault import Failure, WorkerFault
from answerkit.isolate.frames import Frame, Kind
from answerkit.isolate.measuring import Measured
from answerkit.isolate.tripwire import Guard
from answerkit.isolate.worker import start_plain
from isolate import jobs


class Ended(BaseException):
    """In place of the end of this process."""


def sent(sink: io.BytesIO) -> list[Frame]:
    source = io.BytesIO(sink.getvalue())
    return list(iter(lambda: frames.read(source), None))


@pytest.fixture
def ends(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The statuses with which this process would have ended."""
    statuses: list[int] = []

    def leave(status: int) -> NoReturn:
        statuses.append(status)
        raise Ended

    monkeypatch.setattr(os, "_exit", leave)
    return statuses


def request(task: Task) -> io.BytesIO:
    return io.BytesIO(pickle.dumps(None) + pickle.dumps(task))


@pytest.mark.parametrize(
    ("work", "kinds"),
    [(jobs.echo, [Kind.RESULT, Kind.DONE]), (jobs.raise_secret, [Kind.RESULT, Kind.FAILURE])],
)
def test_the_life_of_a_fresh_python(
    ends: list[int],
    monkeypatch: pytest.MonkeyPatch,
    work: Callable[[object], Iterator[object]],
    kinds: list[Kind],
) -> None:
    sink = io.BytesIO()
    monkeypatch.setattr(child, "_take_standard", lambda: (request(Task(work, 1, None, ())), sink))
    monkeypatch.setattr(child, "_prepare", lambda _: None)
    monkeypatch.setattr(child, "_end_with_parent", lambda _: None)
    before = signal.getsignal(signal.SIGINT)
    try:
        with pytest.raises(Ended):
            child.main()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
    assert ends == [0]
    assert [frame.kind for frame in sent(sink)] == kinds
    assert b"Hemmelig" not in sink.getvalue()


def test_what_was_measured_comes_before_the_last_word(monkeypatch: pytest.MonkeyPatch) -> None:
    sink = io.BytesIO()
    monkeypatch.setattr(measuring, "end", lambda _: {"a.py": [1]})
    child._answer(sink, object(), lambda: None)  # type: ignore[arg-type] # noqa: SLF001 - a stand-in for coverage
    measured, done = sent(sink)
    assert (measured.kind, wire.decode(measured.data), done.kind) == (Kind.MEASURED, {"a.py": [1]}, Kind.DONE)


def test_standard_streams_are_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    silent: list[bool] = []
    monkeypatch.setattr(processes, "fall_silent", lambda: silent.append(True))
    requests, sink = child._take_standard()  # noqa: SLF001 - what main does first
    with requests, sink:
        assert requests.fileno() not in processes.STANDARD
        assert sink.fileno() not in processes.STANDARD
        assert os.path.sameopenfile(sink.fileno(), 1)
    assert silent == [True]


def test_a_child_ends_when_its_request_pipe_does(ends: list[int]) -> None:
    with pytest.raises(Ended):
        child._end_with_parent(io.BytesIO())  # noqa: SLF001 - a thread's work
    assert ends == [1]


@pytest.mark.skipif(sys.platform != "linux", reason="kun Linux: fork")
def test_a_fork_never_comes_back(ends: list[int]) -> None:
    from answerkit.isolate import forking  # noqa: PLC0415 - Linux only

    def fail(_: int) -> None:
        raise ValueError

    for live, status in ((lambda _: None, 0), (fail, 1)):
        with pytest.raises(Ended):
            forking._live(live, 5)  # noqa: SLF001 - it must not return
        assert ends.pop() == status


@pytest.mark.skipif(sys.platform != "linux", reason="kun Linux: fork")
def test_what_a_fork_makes_lives(ends: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    from answerkit.isolate import forking  # noqa: PLC0415 - Linux only

    lived: list[int] = []
    monkeypatch.setattr(os, "fork", lambda: 0)
    with pytest.raises(Ended):
        forking.fork(lived.append)
    assert len(lived) == 1
    assert ends == [0]


def test_where_there_is_no_limit_on_core_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "environ", {"SYSTEMROOT": "a", "OTHER": "b"})
    child._prepare(Task(jobs.echo, 1, None, ()))  # noqa: SLF001 - a child's first step
    assert os.environ == {"SYSTEMROOT": "a"}


# --- measuring


class Stand:
    """In place of coverage: takes down what is asked of it."""

    def __init__(self, *, arcs: bool = True, **options: object) -> None:
        self.options, self.said, self.arcs_there = options, list[str](), arcs

    def set_option(self, name: str, value: object) -> None:
        self.options[name] = value

    def start(self) -> None:
        self.said.append("start")

    def stop(self) -> None:
        self.said.append("stop")

    def get_data(self) -> Stand:
        return self

    def measured_files(self) -> set[str]:
        return {"b.py", "a.py"}

    def has_arcs(self) -> bool:
        return self.arcs_there

    def arcs(self, file: str) -> list[tuple[int, int]] | None:
        return [(1, 2)] if file == "a.py" else None

    def lines(self, file: str) -> list[int] | None:
        return [1] if file == "a.py" else None


@pytest.mark.parametrize("inherited", [Stand(), None])
def test_a_child_measures_for_itself(monkeypatch: pytest.MonkeyPatch, inherited: Stand | None) -> None:
    class Library:
        Coverage = Stand

    monkeypatch.setattr(measuring, "_running", lambda: inherited)
    monkeypatch.setattr(measuring.importlib, "import_module", lambda _: Library)  # type: ignore[attr-defined]
    made = measuring.begin(Measured(branch=True, choices=(("source", ("a",)),)))
    asked = vars(made)
    assert asked["said"] == ["start"]
    options = asked["options"]
    assert (options["branch"], options["run:source"], options["data_file"]) == (True, ["a"], None)
    assert inherited is None or inherited.said == ["stop"]


@pytest.mark.parametrize(
    ("arcs", "lines"), [(True, {"a.py": [(1, 2)], "b.py": []}), (False, {"a.py": [1], "b.py": []})]
)
def test_what_a_child_measured(arcs: bool, lines: measuring.Lines) -> None:  # noqa: FBT001 - a table
    stand = Stand(arcs=arcs)
    assert measuring.end(stand) == lines  # type: ignore[arg-type] # a stand-in
    assert stand.said == ["stop"]


@pytest.mark.parametrize(("branch", "kind"), [(True, "add_arcs"), (False, "add_lines")])
def test_what_a_child_measured_is_added(
    monkeypatch: pytest.MonkeyPatch,
    branch: bool,  # noqa: FBT001 - a table
    kind: str,
) -> None:
    added: list[tuple[str, object]] = []

    class Running:
        def get_data(self) -> Running:
            return self

        def get_option(self, _: str) -> bool:
            return branch

        def add_arcs(self, lines: object) -> None:
            added.append(("add_arcs", lines))

        def add_lines(self, lines: object) -> None:
            added.append(("add_lines", lines))

    monkeypatch.setattr(measuring, "_running", Running)
    measuring.merge({"a.py": [1]})
    assert added == [(kind, {"a.py": [1]})]


# --- the tripwire's own step


def test_the_tripwire_refuses_as_the_kernel_would() -> None:
    guard = Guard([])
    guard.judge("compile", (b"", "x"))
    with pytest.raises(PermissionError):
        guard.judge("os.system", (b"true",))


# --- patience


def test_each_result_has_its_own_time(monkeypatch: pytest.MonkeyPatch) -> None:
    alarms: list[int] = []
    monkeypatch.setattr(child, "_set_alarm", alarms.append)
    assert [(result, len(alarms)) for result in child._timely("ab")] == [("a", 2), ("b", 4)]  # noqa: SLF001 - sent
    assert alarms == [600, 0] * 3


def test_without_alarms_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(signal, "alarm", None, raising=False)
    child._set_alarm(1)  # noqa: SLF001 - it would raise


@pytest.mark.skipif(sys.platform != "linux", reason="kun Linux: fork")
def test_a_child_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "may_fork", lambda: True)
    monkeypatch.setattr(child, "PATIENCE", 1)
    start = time.monotonic()
    before = signal.signal(signal.SIGALRM, signal.SIG_IGN)
    try:
        with start_plain(jobs.wait_forever, None) as results:
            next(results)
            with pytest.raises(WorkerFault, match="ikke i tide"):
                next(results)
    finally:
        signal.signal(signal.SIGALRM, before)
    assert time.monotonic() - start < 30


def test_a_slow_reader_is_no_hanging_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "PATIENCE", 1)
    with start_plain(jobs.blocks, (2_000_000,) * 3) as results:
        next(results)
        time.sleep(1.5)
        assert sum(1 for _ in results) == 2


def test_an_alarm_is_told_as_a_lack_of_patience() -> None:
    assert str(fault.died(-14)) == str(fault.silent())
    assert "kode -9" in str(fault.died(-9))
    assert isinstance(fault.failure(ValueError()), Failure)
