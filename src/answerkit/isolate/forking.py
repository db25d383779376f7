"""A child made by fork: a copy of its parent that forgets it. Import it on Linux only; see ``processes``."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from fcntl import F_DUPFD_CLOEXEC, fcntl
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final, NoReturn

from answerkit.isolate import kernel
from answerkit.isolate.processes import STANDARD, fall_silent

_OPEN_DESCRIPTORS: Final = Path("/proc/self/fd")
UNKNOWN_STATUS: Final = 255


class Forked:
    """A child made by fork.

    Args:
        results: the reading end of its pipe.
        kill: ends it, once, and gives how it ended.
    """

    def __init__(self, results: BinaryIO, kill: Callable[[], int]) -> None:
        self.results = results
        self._kill = kill
        self._status: int | None = None

    def end(self) -> int:
        """Kill it if it still runs and leave no zombie; how it ended: -9 means signal 9."""
        if self._status is None:
            self.results.close()
            self._status = self._kill()
        return self._status


def kill(pid: int) -> int:
    """End a child that was not awaited yet, so its id is still its own; how it ended: -9 means signal 9."""
    try:
        os.kill(pid, signal.SIGKILL)
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    except (ProcessLookupError, ChildProcessError):
        return UNKNOWN_STATUS  # Whoever started us made the system forget ended children by itself.


def fork(live: Callable[[int], None]) -> Forked:
    """A child that does ``live(descriptor)``, with the writing end of its pipe, and ends."""
    reading, writing = pipe()
    with _interrupts_held():
        try:
            pid = fork_onto(writing, live)
        except OSError:
            os.close(reading)
            raise
        finally:
            os.close(writing)
        return Forked(os.fdopen(reading, "rb"), partial(kill, pid))


def pipe() -> tuple[int, int]:
    """The reading and the writing end of a pipe, above the standard three, of which some may be closed."""
    ends = os.pipe()
    reading, writing = (fcntl(end, F_DUPFD_CLOEXEC, len(STANDARD)) for end in ends)
    for end in ends:
        os.close(end)
    kernel.widen(writing)
    return reading, writing


def fork_onto(writing: int, live: Callable[[int], None]) -> int:
    """The id of a child that does ``live(writing)`` and ends; here the descriptor stays open."""
    pid = os.fork()
    if pid == 0:
        _live(live, writing)
    return pid


def leave_parent(writing: int, parent: int, kept: Collection[int] = ()) -> BinaryIO:
    """In a forked child: let go of all that came from the parent but the pipe, which comes back as a file.

    Args:
        writing: the pipe's end.
        parent: the parent's process id.
        kept: further ends of pipes that stay open.

    Raises:
        ProcessLookupError: the parent is gone already.
    """
    kernel.die_with_parent(parent)
    _forget_signals()
    # Objects of the parent still hold numbers of descriptors; collected here, they would close new ones.
    gc.freeze()
    for descriptor in [int(entry.name) for entry in _OPEN_DESCRIPTORS.iterdir()]:
        if descriptor not in (*STANDARD, writing, *kept):
            with suppress(OSError):  # The listing's own is closed already.
                os.close(descriptor)
    # Only now: what a parent's file still had to write is lost with it, as it should be.
    fall_silent()
    return os.fdopen(writing, "wb")


def _live(live: Callable[[int], None], writing: int) -> NoReturn:
    """Live and die: whatever happens, the child never comes back into its parent's code."""
    status = 1
    try:
        live(writing)
        status = 0
    finally:
        os._exit(status)


def _forget_signals() -> None:
    """No handler of the parent's runs in a child; an interrupt is the parent's to answer."""
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGALRM, signal.SIGCHLD):
        if callable(signal.getsignal(number)):
            signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C waits, so that no child is made and lost."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
