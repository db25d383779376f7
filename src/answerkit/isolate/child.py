"""What runs in a child: let go of the parent, raise the wall, work, send the results.

Both kinds of child pass here: a forked one through ``live``, a fresh Python through ``main``.
"""

from __future__ import annotations

import importlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final, Generic, TypeVar, cast

from answerkit.isolate import frames, measuring, processes, wire
from answerkit.isolate.fault import failure
from answerkit.isolate.frames import Kind
from answerkit.isolate.measuring import Measured
from answerkit.isolate.wall import Wall, raise_wall
from answerkit.model.frozen import dataclass

if sys.platform != "win32":
    from resource import RLIMIT_CORE, setrlimit
if TYPE_CHECKING:
    from coverage import Coverage


PATIENCE: Final = 600
"""Seconds in which a child has to come up with its next result; a large answer takes less than one."""

_STEPS_BACK: Final = 5
"""How much nicer a child is than its parent, which takes one child's results after the other's."""


A = TypeVar("A")
R = TypeVar("R")


class Named(Generic[A, R]):
    """A function at the top of a module, by its name: only the child that calls it imports the module.

    Args:
        module: the module's full name.
        name: the function's.
    """

    def __init__(self, module: str, name: str) -> None:
        self._module = module
        self._name = name

    def find(self) -> Callable[[A], Iterable[R]]:
        """The function."""
        function: Callable[[A], Iterable[R]] = getattr(importlib.import_module(self._module), self._name)
        return function

    def __call__(self, argument: A) -> Iterable[R]:
        """What the function gives."""
        return self.find()(argument)


@dataclass(frozen=True, slots=True)
class Task:
    """What a child is to do, with what, behind which wall. It comes from the parent, and is trusted."""

    work: Callable[[Any], Iterable[object]]
    argument: object
    wall: Wall | None
    trees: tuple[Path, ...]


def live(task: Task, coverage: Coverage | None, parent: int, writing: int) -> None:
    """The life of a forked child of the process ``parent``; ``writing`` is its end of the pipe."""
    from answerkit.isolate import forking  # noqa: PLC0415 - Linux only

    with forking.leave_parent(writing, parent) as sink:
        _answer(sink, coverage, lambda: _work(task, sink))


def main() -> None:
    """The life of a child that is a fresh Python: the task on standard input, results on standard output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # An interrupt is the parent's to answer.
    requests, sink = _take_standard()
    try:
        coverage = measuring.begin(cast("Measured | None", _receive(requests)))
        _answer(sink, coverage, lambda: _work_on_request(requests, sink))
    finally:
        # At once: a Python that ends the usual way would wait for the thread that still reads.
        os._exit(0)


def _answer(sink: BinaryIO, coverage: Coverage | None, work: Callable[[], None]) -> None:
    """Send what ``work`` sends, then what was measured, then the last word: all done, or a failure."""
    kind, data = Kind.DONE, b""
    try:
        work()
    except BaseException as error:  # noqa: BLE001 - the parent raises it; nothing passes the border by itself
        kind, data = Kind.FAILURE, wire.encode(failure(error))
    if coverage is not None:
        frames.write(sink, Kind.MEASURED, wire.encode(measuring.end(coverage)))
    frames.write(sink, kind, data)


def _work_on_request(requests: BinaryIO, sink: BinaryIO) -> None:
    """Do the task that comes, for as long as there is somebody who waits for it."""
    task = cast("Task", _receive(requests))
    _prepare(task)
    # Not before: Landlock leaves threads alone that are there already.
    threading.Thread(target=_end_with_parent, args=(requests,), daemon=True).start()
    _send(task, sink)


def _work(task: Task, sink: BinaryIO) -> None:
    """Do the task that was there before the child."""
    _prepare(task)
    _send(task, sink)


def _send(task: Task, sink: BinaryIO) -> None:
    """Send each result as it comes."""
    for result in _timely(task.work(task.argument)):
        frames.write(sink, Kind.RESULT, wire.encode(result))


def _timely(results: Iterable[object]) -> Iterator[object]:
    """The results, each of which has to come in time; the time that its reader takes does not count."""
    waiting = iter(results)
    while True:
        _set_alarm(PATIENCE)
        try:
            result = next(waiting)
        except StopIteration:
            return
        finally:
            _set_alarm(0)
        yield result


def _set_alarm(seconds: int) -> None:
    """Have the system end this process in so many seconds, whatever it is busy with; never for 0.

    Windows has no such alarm: there a child that hangs is waited for until somebody interrupts its parent.
    """
    if sys.platform != "win32":
        signal.alarm(seconds)


def _prepare(task: Task) -> None:
    """Import what the work needs, give up all that it need not have, raise the wall.

    That is the environment, core files, the handling of alarms, and its turn where its parent wants to go on.
    """
    if isinstance(task.work, Named):
        task.work.find()
    for name in os.environ.keys() - processes.bare_environment().keys():
        del os.environ[name]
    if sys.platform != "win32":
        setrlimit(RLIMIT_CORE, (0, 0))
        os.nice(_STEPS_BACK)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
    if task.wall is not None:
        raise_wall(task.wall, task.trees)


def _take_standard() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output for us alone."""
    requests, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    processes.fall_silent()
    return requests, sink


def _receive(requests: BinaryIO) -> object:
    import pickle  # noqa: PLC0415 - a forked child does without

    return pickle.load(requests)  # noqa: S301 - from our own parent


def _end_with_parent(requests: BinaryIO) -> None:
    """Wait for the end of the request pipe: its other end is closed when the parent is gone."""
    requests.read(1)
    os._exit(1)
