"""A process from which workers are forked, made before anything else. Import it on Linux only.

While its parent still reads the command line, it imports what the work needs; each worker is a copy of it. It
never opens a file of a project, so no worker has in its memory what another one, or their parent, reads.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from answerkit.isolate import child, forking, frames, measuring, wire
from answerkit.isolate.child import Task
from answerkit.isolate.forking import UNKNOWN_STATUS, Forked
from answerkit.isolate.frames import Frame, Kind
from answerkit.isolate.measuring import Measured
from answerkit.model.frozen import dataclass

if TYPE_CHECKING:
    from coverage import Coverage

_SLOTS: Final = 2
"""How many workers it can make, each with a pipe that was there before it: one for each lane."""

_running: Final[list[Forkserver]] = []


@dataclass(frozen=True, slots=True)
class _Fork:
    """Asks for a worker that writes into the pipe ``slot``. It comes from the parent, and is trusted."""

    slot: int
    task: Task
    measured: Measured | None


@dataclass(frozen=True, slots=True)
class _End:
    """Asks to end the worker of ``slot``; the answer says how it ended."""

    slot: int


class Forkserver:
    """The process as its parent sees it.

    Args:
        prepare: what it does at once, e.g. import. What raises raises again in a worker, which can tell.
    """

    def __init__(self, prepare: Callable[[], object]) -> None:
        pipes = [forking.pipe() for _ in range(_SLOTS)]
        reading, asking = forking.pipe()
        slots = [writing for _, writing in pipes]
        measured, parent = measuring.wanted(), os.getpid()
        self._process = forking.fork(
            lambda writing: _live(prepare, reading, slots, measuring.begin(measured), parent, writing)
        )
        self._requests = os.fdopen(asking, "wb")
        self._results = [os.fdopen(results, "rb") for results, _ in pipes]
        self._taken = 0
        for descriptor in (reading, *slots):
            os.close(descriptor)

    def fork(self, task: Task, measured: Measured | None) -> Forked | None:
        """A worker at work on the task; None when all that can be made were."""
        if self._taken == _SLOTS:
            return None
        slot, self._taken = self._taken, self._taken + 1
        self._ask(_Fork(slot, task, measured))
        return Forked(self._results[slot], partial(self._end, slot))

    def close(self) -> None:
        """End it and all its workers."""
        with suppress(OSError):  # it is gone, with something unsent
            self._requests.close()
        frame = self._answer()
        if frame is not None and frame.kind is Kind.MEASURED:
            measuring.merge(cast("measuring.Lines", wire.decode(frame.data)))
        self._process.end()
        for results in self._results:
            results.close()

    def _end(self, slot: int) -> int:
        self._ask(_End(slot))
        frame = self._answer()
        return self._process.end() if frame is None else cast("int", wire.decode(frame.data))

    def _ask(self, request: _Fork | _End) -> None:
        with suppress(BrokenPipeError):  # it is gone; what it was to answer will be missing
            pickle.dump(request, self._requests)
            self._requests.flush()

    def _answer(self) -> Frame | None:
        """What comes next; None when it is gone."""
        return None if self._process.results.closed else frames.read(self._process.results)


@contextmanager
def serving(prepare: Callable[[], object]) -> Iterator[None]:
    """Within, the next workers are forked from a process that does ``prepare`` now."""
    server = Forkserver(prepare)
    _running.append(server)
    try:
        yield
    finally:
        _running.remove(server)
        server.close()


def fork(task: Task, measured: Measured | None) -> Forked | None:
    """A worker of the forkserver that was made last; None where there is none that can make one."""
    return _running[-1].fork(task, measured) if _running else None


def _live(  # noqa: PLR0913, PLR0917 - all that a process is given
    prepare: Callable[[], object],
    requests: int,
    slots: list[int],
    coverage: Coverage | None,
    parent: int,
    writing: int,
) -> None:
    """The life of the process; ``writing`` is its end of the pipe to its parent."""
    with forking.leave_parent(writing, parent, (requests, *slots)) as sink:
        with suppress(Exception):
            prepare()
        with os.fdopen(requests, "rb") as source:
            _serve(source, slots, sink)
        _tell(coverage, sink)


def _tell(coverage: Coverage | None, sink: BinaryIO) -> None:
    """What was measured, if anything was."""
    if coverage is not None:
        frames.write(sink, Kind.MEASURED, wire.encode(measuring.end(coverage)))


def _serve(requests: BinaryIO, slots: list[int], sink: BinaryIO) -> None:
    """Do what is asked for until nobody can ask any more; then end all workers."""
    workers: dict[int, int] = {}
    for request in _requests(requests):
        if isinstance(request, _Fork):
            with suppress(OSError):  # no process is to be had: the pipe says so, by its end
                workers[request.slot] = _worker(request, slots[request.slot])
            os.close(slots[request.slot])
        else:
            pid = workers.pop(request.slot, None)
            status = UNKNOWN_STATUS if pid is None else forking.kill(pid)
            frames.write(sink, Kind.RESULT, wire.encode(status))
    for pid in workers.values():
        forking.kill(pid)


def _requests(source: BinaryIO) -> Iterator[_Fork | _End]:
    with suppress(EOFError):
        while True:
            yield pickle.load(source)  # noqa: S301 - from our own parent


def _worker(request: _Fork, writing: int) -> int:
    parent = os.getpid()
    return forking.fork_onto(
        writing,
        lambda end: child.live(request.task, measuring.begin(request.measured), parent, end),
    )
