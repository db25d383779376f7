"""A child made by fork: a copy of its parent that forgets it. Import it on Linux only; see ``processes``."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from fcntl import F_DUPFD_CLOEXEC, fcntl
from pathlib import Path
from typing import BinaryIO, Final, NoReturn

from answerkit.isolate import kernel
from answerkit.isolate.processes import STANDARD, fall_silent

_OPEN_DESCRIPTORS: Final = Path("/proc/self/fd")
_UNKNOWN_STATUS: Final = 255


class Forked:
    """A child made by fork."""

    def __init__(self, pid: int, results: BinaryIO) -> None:
        self._pid = pid
        self.results = results
        self._status: int | None = None

    def end(self) -> int:
        """Kill it if it still runs and leave no zombie; how it ended: -9 means signal 9."""
        if self._status is None:
            self.results.close()
            self._status = self._kill()
        return self._status

    def _kill(self) -> int:
        try:
            # Not awaited yet, so the id is still its own.
            os.kill(self._pid, signal.SIGKILL)
            return os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])
        except (ProcessLookupError, ChildProcessError):
            return _UNKNOWN_STATUS  # Whoever started us made the system forget ended children by itself.


def fork(live: Callable[[int], None]) -> Forked:
    """A child that does ``live(descriptor)``, with the writing end of its pipe, and ends."""
    reading, writing = os.pipe()
    kernel.widen(writing)
    with _interrupts_held():
        try:
            pid = os.fork()
        except OSError:
            os.close(reading)
            os.close(writing)
            raise
        if pid == 0:
            _live(live, writing)
        os.close(writing)
        return Forked(pid, os.fdopen(reading, "rb"))


def leave_parent(writing: int, parent: int) -> BinaryIO:
    """In a forked child: let go of all that came from the parent but the pipe, which comes back as a file.

    Raises:
        ProcessLookupError: the parent is gone already.
    """
    kernel.die_with_parent(parent)
    _forget_signals()
    # Objects of the parent still hold numbers of descriptors; collected here, they would close new ones.
    gc.freeze()
    sink = _above_standard(writing)
    for descriptor in [int(entry.name) for entry in _OPEN_DESCRIPTORS.iterdir()]:
        if descriptor not in (*STANDARD, sink):
            with suppress(OSError):  # The listing's own is closed already.
                os.close(descriptor)
    # Only now: what a parent's file still had to write is lost with it, as it should be.
    fall_silent()
    return os.fdopen(sink, "wb")


def _live(live: Callable[[int], None], writing: int) -> NoReturn:
    """Live and die: whatever happens, the child never comes back into its parent's code."""
    status = 1
    try:
        live(writing)
        status = 0
    finally:
        os._exit(status)


def _above_standard(descriptor: int) -> int:
    """A copy above the standard three, any of which the parent may have had closed."""
    return fcntl(descriptor, F_DUPFD_CLOEXEC, len(STANDARD))


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
