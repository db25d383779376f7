"""Run a function in a child process, behind a wall, and take its results as they come.

``with start(work, argument, [public, templates]) as results: for result in results: …``. The child is there
from ``start`` on, so that a caller makes all its children before it opens what they must not know: a fork
copies memory. Several children work at the same time, each about a mebibyte ahead of its reader.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Generic, Self, TypeVar, assert_never, cast

from answerkit.isolate import child, fault, frames, measuring, processes, wire
from answerkit.isolate.child import Named, Task
from answerkit.isolate.fault import Failure, WallFault, WorkerFault
from answerkit.isolate.frames import Frame, FrameError, Kind
from answerkit.isolate.processes import Process
from answerkit.isolate.wall import Wall, best_wall, trees
from answerkit.isolate.wire import WireError

__all__ = [
    "Named",
    "Wall",
    "WallFault",
    "WalledWorker",
    "Worker",
    "WorkerFault",
    "best_wall",
    "start",
    "start_plain",
]

A = TypeVar("A")
R = TypeVar("R")


class Worker(Generic[R]):
    """A running child, and an iterator over its results; leaving its context ends it, come what may."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._ended = False

    def __enter__(self) -> Self:
        """The worker itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """End the child."""
        self.close()

    def __iter__(self) -> Self:
        """The worker itself."""
        return self

    def __next__(self) -> R:
        """The next result, as soon as it is there.

        Raises:
            WorkerFault: the child died, raised, or sent what is no result.
            StopIteration: that was all.
        """
        try:
            while not self._ended:
                frame = self._receive()
                match frame.kind:
                    case Kind.RESULT:
                        return cast("R", wire.decode(frame.data))
                    case Kind.MEASURED:
                        measuring.merge(cast("measuring.Lines", wire.decode(frame.data)))
                    case Kind.FAILURE:
                        raise _failure(wire.decode(frame.data)).fault()
                    case Kind.DONE:
                        self.close()  # Not awaited: it has nothing more to do.
                    case _:
                        assert_never(frame.kind)
        except (FrameError, WireError):
            self.close()
            raise fault.garbled() from None
        except WorkerFault:
            self.close()
            raise
        raise StopIteration

    def close(self) -> None:
        """End the child, also in the middle of its work, and take it off the system's list of processes."""
        self._ended = True
        self._process.end()

    def _receive(self) -> Frame:
        frame = frames.read(self._process.results)
        if frame is None:
            raise fault.died(self._process.end())
        return frame


class WalledWorker(Worker[R]):
    """A child behind a wall.

    Attributes:
        wall: which wall it is; the child does no work before it stands.
    """

    def __init__(self, process: Process, wall: Wall) -> None:
        super().__init__(process)
        self.wall = wall


def start(
    work: Callable[[A], Iterable[R]], argument: A, readable: Sequence[Path], *, wall: Wall | None = None
) -> WalledWorker[R]:
    """Start a child that does ``work(argument)`` and reads nothing but ``readable`` and Python's libraries.

    The child is forked where that is sound, and a fresh Python elsewhere (see ``processes``); a fork has what
    its parent has imported, and a fresh one imports the module of ``work``, before the wall stands. So that
    module has to import all that the work needs: behind Landlock, a compiled module (lxml, yaml, even zlib)
    does not find the system's libraries. A child has no environment, and what it prints is lost.

    Args:
        work: a function at the top of a module, or the name of one, which the child then imports. Its results
            are built-in values and containers, dates, decimals, pure paths, and frozen dataclasses and enums
            of answerkit.
        argument: what ``work`` is called with; must be picklable.
        readable: files and folders; one that does not exist, or is itself a symbolic link, gives no right.
        wall: the wall to stand behind; the best that this machine has when None.

    Raises:
        WallFault: Landlock was asked for and is not there.
    """
    chosen = best_wall() if wall is None else wall
    if chosen is Wall.LANDLOCK and best_wall() is not chosen:
        raise fault.no_landlock()
    task = Task(work, argument, chosen, trees(readable))
    return WalledWorker(_process(task), chosen)


def start_plain(work: Callable[[A], Iterable[R]], argument: A) -> Worker[R]:
    """Start a child that does ``work(argument)`` behind no wall; it reads and writes what its parent may.

    For the confidential lane's share of the work; see ``start`` for what ``work`` may be and give.
    """
    return Worker(_process(Task(work, argument, None, ())))


def _process(task: Task) -> Process:
    """A child that is at work on the task; the weaker wall is for a fresh Python, which knows nothing yet."""
    measured, parent = measuring.wanted(), os.getpid()
    if task.wall is not Wall.TRIPWIRE and processes.may_fork():
        from answerkit.isolate import forking, forkserver  # noqa: PLC0415 - Linux only

        served = forkserver.fork(task, measured)
        return served or forking.fork(
            lambda writing: child.live(task, measuring.begin(measured), parent, writing)
        )
    import pickle  # noqa: PLC0415 - a fork does without

    return processes.spawn(pickle.dumps(measured) + pickle.dumps(task))


def _failure(value: object) -> Failure:
    if not isinstance(value, Failure):
        raise WireError("no failure")
    return value
