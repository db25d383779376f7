"""What runs in a child: let go of the parent, raise the wall, work, send the results.

Both kinds of child pass here: a forked one through ``live``, a fresh Python through ``main``.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from answerkit.isolate import frames, measuring, processes, wire
from answerkit.isolate.fault import failure
from answerkit.isolate.frames import Kind
from answerkit.isolate.measuring import Measured
from answerkit.isolate.wall import Wall, raise_wall

if sys.platform != "win32":
    from resource import RLIMIT_CORE, setrlimit
if TYPE_CHECKING:
    from coverage import Coverage


@dataclass(frozen=True, slots=True)
class Task:
    """What a child is to do, with what, behind which wall. It comes from the parent, and is trusted."""

    work: Callable[[Any], Iterable[object]]
    argument: object
    wall: Wall | None
    trees: tuple[Path, ...]
    measured: Measured | None


def live(task: Task, parent: int, writing: int) -> None:
    """The life of a forked child of the process ``parent``; ``writing`` is its end of the pipe."""
    coverage = measuring.begin(task.measured)
    with processes.leave_parent(writing, parent) as sink, _failures_told(sink):
        _prepare(task)
        _work(task, sink, coverage)


def main() -> None:
    """The life of a child that is a fresh Python: the task on standard input, results on standard output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # An interrupt is the parent's to answer.
    requests, sink = _take_standard()
    try:
        with _failures_told(sink):
            task = _receive(requests)
            coverage = measuring.begin(task.measured)
            _prepare(task)
            # Not before: Landlock leaves threads alone that are there already.
            threading.Thread(target=_end_with_parent, args=(requests,), daemon=True).start()
            _work(task, sink, coverage)
    finally:
        # At once: a Python that ends the usual way would wait for the thread that still reads.
        os._exit(0)


def _work(task: Task, sink: BinaryIO, coverage: Coverage | None) -> None:
    """Send each result as it comes, then what was measured, then the word that this was all."""
    try:
        for result in task.work(task.argument):
            frames.write(sink, Kind.RESULT, wire.encode(result))
    finally:
        if coverage is not None:
            frames.write(sink, Kind.MEASURED, wire.encode(measuring.end(coverage)))
    frames.write(sink, Kind.DONE)


def _prepare(task: Task) -> None:
    """Give up the environment and core files, then raise the wall."""
    for name in os.environ.keys() - processes.bare_environment().keys():
        del os.environ[name]
    if sys.platform != "win32":
        setrlimit(RLIMIT_CORE, (0, 0))
    if task.wall is not None:
        raise_wall(task.wall, task.trees)


@contextmanager
def _failures_told(sink: BinaryIO) -> Iterator[None]:
    """Send the type and the lines of what was raised: nothing passes the border of a process by itself."""
    try:
        yield
    except BrokenPipeError:
        return  # The parent has left: nobody to tell.
    except BaseException as error:  # noqa: BLE001 - told to the parent, which raises it
        frames.write(sink, Kind.FAILURE, wire.encode(failure(error)))


def _take_standard() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output for us alone."""
    requests, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    processes.fall_silent()
    return requests, sink


def _receive(requests: BinaryIO) -> Task:
    import pickle  # noqa: PLC0415 - a forked child does without

    return cast("Task", pickle.load(requests))  # noqa: S301 - from our own parent


def _end_with_parent(requests: BinaryIO) -> None:
    """Wait for the end of the request pipe: its other end is closed when the parent is gone."""
    requests.read(1)
    os._exit(1)
