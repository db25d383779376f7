"""A child as its caller sees it: results, faults, and that nothing is left of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

import pytest

from answerkit.errors import AnswerkitError, ExitCode
from answerkit.isolate import frames, processes, wall, worker
from answerkit.isolate.wall import Wall
from answerkit.isolate.worker import WallFault, Worker, WorkerFault, best_wall, start, start_plain
from answerkit.model.problem import Place
from isolate import jobs

Start: TypeAlias = Callable[..., Worker[object]]

FORKED, FRESH, PLAIN_FORKED, PLAIN_FRESH, TRIPWIRE, SERVED, PLAIN_SERVED = (
    "forked",
    "fresh",
    "plain forked",
    "plain fresh",
    "tripwire",
    "forked by a server",
    "plain forked by a server",
)
COPIED = {FORKED, PLAIN_FORKED, SERVED, PLAIN_SERVED}


@pytest.fixture(params=[FORKED, FRESH, PLAIN_FORKED, PLAIN_FRESH, TRIPWIRE, SERVED, PLAIN_SERVED])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """How children are made; the tests run in a process that xdist may have given threads."""
    name = str(request.param)
    if name in COPIED and sys.platform != "linux":
        pytest.skip("kun Linux: andre systemer deler ikke en proces")
    if name in {FORKED, FRESH, SERVED} and best_wall() is not Wall.LANDLOCK:
        pytest.skip("denne kerne har ikke Landlock")
    monkeypatch.setattr(processes, "may_fork", lambda: name in COPIED)
    if "server" in name:
        from answerkit.isolate import forkserver  # noqa: PLC0415 - Linux only

        with forkserver.serving(lambda: None):
            yield name
    else:
        yield name


@pytest.fixture
def begin(way: str, tmp_path: Path) -> Start:
    """Starts a child in that way."""

    def begin(work: Callable[[object], Iterator[object]], argument: object) -> Worker[object]:
        if way.startswith("plain"):
            return start_plain(work, argument)
        return start(work, argument, [tmp_path], wall=Wall.TRIPWIRE if way == TRIPWIRE else Wall.LANDLOCK)

    return begin


def is_gone(pid: int) -> bool:
    """Whether the process has ended and been waited for; of a zombie the id is still taken."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def has_ended(pid: int) -> bool:
    """Whether an orphan has ended, be it that its new parent takes its time to notice."""
    if is_gone(pid):
        return True
    status = Path(f"/proc/{pid}/status")
    return status.exists() and "zombie" in status.read_text(encoding="utf-8")


def fault_of(results: Worker[object], *before: object) -> WorkerFault:
    """The fault that the child ends with, after the results that come before it."""
    with results:
        for value in before:
            assert next(results) == value
        return last_fault(results)


def last_fault(results: Worker[object]) -> WorkerFault:
    with pytest.raises(WorkerFault) as caught:
        list(results)
    return caught.value


# --- results


def test_results_come_in_order_and_end(begin: Start) -> None:
    with begin(jobs.count, 1000) as results:
        assert list(results) == list(range(1000))
        assert list(results) == []


def test_a_result_comes_before_the_next_is_made(begin: Start) -> None:
    with begin(jobs.wait_forever, None) as results:
        assert isinstance(next(results), int)


def test_records_come_back_as_they_are(begin: Start) -> None:
    with begin(jobs.places, ("a", "b")) as results:
        assert list(results) == [Place("a", 1), Place("b", 2)]


def test_an_argument_larger_than_a_pipe_comes_back(begin: Start) -> None:
    value = (b"x" * 3_000_000, Decimal("14.80"), {"æ": None})
    with begin(jobs.echo, value) as results:
        assert list(results) == [value]


def test_a_frame_of_the_largest_size_comes_and_a_larger_one_is_a_fault(
    begin: Start, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    if way in {FORKED, PLAIN_FORKED}:
        monkeypatch.setattr(frames, "LIMIT", 1 << 20)
    with begin(jobs.blocks, (frames.LIMIT - 5,)) as results:
        assert [len(block) for block in results if isinstance(block, bytes)] == [frames.LIMIT - 5]
    fault = fault_of(begin(jobs.blocks, (frames.LIMIT,)))
    assert "FrameError" in str(fault)


def test_many_children_work_at_the_same_time(begin: Start, way: str) -> None:
    count = 24 if way in COPIED else 4
    children = [begin(jobs.process_id, None) for _ in range(count)]
    pids = {next(child) for child in children}
    assert len(pids) == count
    for child in children:
        child.close()
    assert all(is_gone(pid) for pid in pids if isinstance(pid, int))


def test_a_child_is_ahead_of_a_reader_that_is_elsewhere(begin: Start) -> None:
    with begin(jobs.blocks, (300_000,) * 3) as first, begin(jobs.blocks, (300_000,) * 3) as second:
        assert sum(1 for _ in second) == 3
        assert sum(1 for _ in first) == 3


def test_memory_stays_flat(begin: Start) -> None:
    with begin(jobs.blocks, (1_000_000,) * 40) as results:
        tracemalloc.start()
        for _ in results:
            pass
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < 10_000_000


# --- faults


def test_an_exception_is_told_without_its_text(begin: Start) -> None:
    fault = fault_of(begin(jobs.raise_secret, None), 1)
    assert isinstance(fault, AnswerkitError)
    assert fault.exit_code == ExitCode.FAULT
    assert "ValueError" in str(fault)
    assert "Hemmelig" not in str(fault) + fault.hint
    assert fault.__cause__ is None
    assert fault.__context__ is None


def test_a_fault_names_lines_of_answerkit_only(begin: Start) -> None:
    text = str(fault_of(begin(jobs.raise_secret_in_answerkit, None)))
    assert "WireError" in text
    assert "answerkit/isolate/wire.py:" in text
    assert "jobs.py" not in text
    assert str(Path(worker.__file__).parents[2]) not in text


def test_an_exception_cannot_carry_text_out_in_its_name(begin: Start) -> None:
    assert "Hemmelig" not in str(fault_of(begin(jobs.raise_named_by_content, None)))


@pytest.mark.parametrize(
    ("work", "argument", "said"),
    [
        (jobs.leave, 3, "kode 3"),
        (jobs.leave, 0, "kode 0"),
        (jobs.kill_itself, signal.SIGTERM.value, f"kode -{signal.SIGTERM.value}"),
        (jobs.kill_itself, signal.SIGSEGV.value, f"kode -{signal.SIGSEGV.value}"),
        (jobs.exit_politely, None, "SystemExit"),
        (jobs.give_foreign, None, "TypeError"),
        (jobs.write_raw, b"\xff\xff\xff\xff\xff", "kan ikke læses"),
        (jobs.write_raw, b"\x01\xff\xff\xff\xff", "kan ikke læses"),
        (jobs.write_raw, b"\x01\x00\x00\x00\x03xyz", "kan ikke læses"),
        (jobs.write_raw, b"\x03\x00\x00\x00\x05s\x00\x00\x00\x00", "kan ikke læses"),
    ],
)
def test_a_child_that_fails_is_a_fault(
    begin: Start, work: Callable[[object], Iterator[object]], argument: object, said: str
) -> None:
    fault = fault_of(begin(work, argument))
    assert said in str(fault)
    assert "Hemmelig" not in str(fault)


def test_a_child_that_cannot_import_its_work_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "may_fork", lambda: False)
    monkeypatch.setattr(sys, "path", [path for path in sys.path if Path(path).name != "tests"])
    assert "ModuleNotFoundError" in str(fault_of(start_plain(jobs.echo, 1)))


def test_landlock_is_not_replaced_when_it_was_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "best_wall", lambda: Wall.TRIPWIRE)
    with pytest.raises(WallFault):
        start(jobs.echo, 1, [tmp_path], wall=Wall.LANDLOCK)
    with start(jobs.echo, 1, [tmp_path]) as results:
        assert results.wall is Wall.TRIPWIRE
        assert list(results) == [1]


def test_no_work_is_done_when_the_wall_does_not_stand(tmp_path: Path) -> None:
    """A child that may read everything, as when the kernel raised no wall at all."""
    with start(jobs.echo, 1, [Path("/"), tmp_path]) as results, pytest.raises(WorkerFault, match="WallFault"):
        list(results)


def test_best_wall_is_the_one_that_stands(tmp_path: Path) -> None:
    with start(jobs.echo, 1, [tmp_path]) as results:
        assert results.wall is best_wall()
        assert list(results) == [1]


def test_without_landlock_the_best_wall_is_the_tripwire(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert wall.best_wall() is Wall.TRIPWIRE


# --- what a child is


def test_a_child_prints_nothing(begin: Start, capfd: pytest.CaptureFixture[str]) -> None:
    with begin(jobs.print_secret, None) as results:
        assert list(results) == [1]
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(sys.platform == "win32", reason="kun Linux og macOS: core-filer og signaler")
def test_a_child_leaves_no_core_file_and_no_handler(begin: Start) -> None:
    before = signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    try:
        with begin(jobs.limits, None) as results, begin(jobs.handlers, None) as found:
            assert list(results) == [(0, 0)]
            assert list(found) == [(True, True)]
    finally:
        signal.signal(signal.SIGTERM, before)


@pytest.mark.skipif(sys.platform == "win32", reason="kun Linux og macOS: nice")
def test_a_child_lets_its_parent_go_first(begin: Start) -> None:
    with begin(jobs.niceness, None) as results:
        assert list(results) == [min(19, os.nice(0) + 5)]


@pytest.mark.skipif(sys.platform != "linux", reason="kun Linux: /proc")
def test_a_child_has_its_pipes_and_no_other_descriptor(way: str) -> None:
    with start_plain(jobs.descriptors, None) as results, Path(__file__).open(encoding="utf-8") as held:
        os.set_inheritable(held.fileno(), True)  # noqa: FBT003 - takes it by place only
        with start_plain(jobs.descriptors, None) as second:
            for (names,) in (results, second):
                assert all(name.startswith("pipe:") for name in names)
                assert len(names) == (1 if "forked" in way else 2)


def test_a_plain_child_may_write(way: str, tmp_path: Path) -> None:
    with start_plain(jobs.write_file, tmp_path / way) as results:
        assert list(results) == [1]
    assert (tmp_path / way).exists()


@pytest.mark.skipif(sys.platform != "linux", reason="kun Linux: andre systemer deler ikke en proces")
def test_a_process_with_threads_is_not_forked(tmp_path: Path) -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert not processes.may_fork()
        with start(jobs.threads, None, [tmp_path]) as results:
            assert results.wall is best_wall()
            assert list(results) == [2]  # A fresh Python: the work, and the one that waits for the parent.
    finally:
        stop.set()
        thread.join()


# --- endings


def test_closing_early_ends_the_child(begin: Start) -> None:
    with begin(jobs.count_forever, None) as results:
        pid = next(results)
        assert isinstance(pid, int)
        assert not is_gone(pid)
    assert is_gone(pid)
    assert list(results) == []
    results.close()


def test_an_exception_of_the_caller_ends_the_child(begin: Start) -> None:
    pid = 0
    with pytest.raises(KeyboardInterrupt), begin(jobs.wait_forever, None) as results:  # noqa: PT012 - order counts
        pid = int(str(next(results)))
        raise KeyboardInterrupt
    assert is_gone(pid)


def test_a_child_that_is_done_leaves_no_zombie(begin: Start) -> None:
    with begin(jobs.process_id, None) as results:
        (pid,) = results
        assert isinstance(pid, int)
        assert is_gone(pid)


def test_a_child_that_failed_leaves_no_zombie_and_no_further_result(begin: Start) -> None:
    with begin(jobs.write_raw, b"\xff" * 8) as results:
        next(results)
        with pytest.raises(WorkerFault):
            next(results)
        assert list(results) == []


def test_children_that_the_system_forgets_by_itself_are_no_fault(begin: Start, way: str) -> None:
    """Some programs start others so that ended children are never waited for."""
    if sys.platform == "win32":
        pytest.skip("kun Linux og macOS: SIGCHLD")
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        with begin(jobs.echo, way) as results:
            assert list(results) == [way]
    finally:
        signal.signal(signal.SIGCHLD, before)


PARENT = """
import os, sys, time
from contextlib import nullcontext
from pathlib import Path
from answerkit.isolate import processes
from answerkit.isolate.worker import Wall, start, start_plain
from isolate import jobs
way = sys.argv[1]
processes.may_fork = lambda: "forked" in way
serving = nullcontext()
if "server" in way:
    from answerkit.isolate import forkserver
    serving = forkserver.serving(lambda: None)
with serving:
    if way.startswith("plain"):
        results = start_plain(jobs.wait_forever, None)
    else:
        wall = Wall.TRIPWIRE if way == "tripwire" else Wall.LANDLOCK
        results = start(jobs.wait_forever, None, [], wall=wall)
    with results:
        print(next(results), flush=True)
        time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kun Linux og macOS: processers id")
@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_child_does_not_outlive_its_parent(way: str, ending: signal.Signals) -> None:
    command = [sys.executable, "-c", PARENT, way]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        parent.send_signal(ending)
        parent.wait()
    limit = time.monotonic() + 10
    while not has_ended(pid) and time.monotonic() < limit:
        time.sleep(0.02)
    assert has_ended(pid)
