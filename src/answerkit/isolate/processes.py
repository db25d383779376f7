"""Making a child process: by fork where that is sound, by a fresh Python elsewhere.

A fork costs a millisecond and copies the parent's memory, so a caller forks before it opens what the child
must not know. A process with more than one thread is never forked: another thread's locks would stay locked
in the child for good (Python 3.12 and later warn of it). A fresh Python is slower by its imports, and knows
nothing of its parent.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, NoReturn, Protocol, cast

if TYPE_CHECKING:
    import subprocess
if sys.platform == "linux":
    from fcntl import F_DUPFD_CLOEXEC, F_SETPIPE_SZ, fcntl

_KEPT_VARIABLES: Final = ("SYSTEMROOT", "WINDIR", "LD_LIBRARY_PATH")
"""What Python cannot start or make random numbers without: on Windows, and where its library lies apart."""

_ENTRY: Final = "import sys; sys.path[:] = sys.argv[1:]; from answerkit.isolate import child; child.main()"
_OPEN_DESCRIPTORS: Final = Path("/proc/self/fd")
_STANDARD: Final = (0, 1, 2)
_UNKNOWN_STATUS: Final = 255
_PIPE_SIZE: Final = 1 << 20


class Process(Protocol):
    """A child: what it sends, and its end."""

    @property
    def results(self) -> BinaryIO:
        """The reading end of its pipe."""

    def end(self) -> int:
        """Kill it if it still runs and leave no zombie; how it ended: -9 means signal 9."""


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


class Spawned:
    """A child made by starting Python anew; it ends by itself when its request pipe is closed."""

    def __init__(self, process: subprocess.Popen[bytes], request: BinaryIO, results: BinaryIO) -> None:
        self._process = process
        self._request = request
        self.results = results

    def end(self) -> int:
        """Kill it if it still runs and leave no zombie; how it ended: -9 means signal 9."""
        self.results.close()
        with suppress(OSError):
            self._request.close()
        self._process.kill()
        return self._process.wait()


def may_fork() -> bool:
    """Whether this process may be forked: on Linux, with one thread, and ``/proc`` to tell so."""
    if sys.platform != "linux":
        return False
    from answerkit.isolate import kernel  # noqa: PLC0415 - Linux only

    try:
        return kernel.threads() == 1
    except OSError:
        return False


def fork(live: Callable[[int], None]) -> Forked:
    """A child that does ``live(descriptor)``, with the writing end of its pipe, and ends."""
    reading, writing = os.pipe()
    _widen(writing)
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


def spawn(request: bytes) -> Spawned:
    """A fresh Python that runs ``child.main`` on ``request``, with next to no environment."""
    import subprocess  # noqa: PLC0415 - a fork does without

    folders = [path or str(Path.cwd()) for path in sys.path]
    process = subprocess.Popen(  # noqa: S603 - our own interpreter, no shell
        [sys.executable, "-I", "-B", "-X", "utf8", "-c", _ENTRY, *folders],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=bare_environment(),
    )
    requests, results = cast("BinaryIO", process.stdin), cast("BinaryIO", process.stdout)
    _widen(results.fileno())
    with suppress(OSError):  # It died; reading its results will tell.
        requests.write(request)
        requests.flush()
    return Spawned(process, requests, results)


def bare_environment() -> dict[str, str]:
    """The few variables that a child keeps."""
    return {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}


def leave_parent(writing: int, parent: int) -> BinaryIO:
    """In a forked child: let go of all that came from the parent but the pipe, which comes back as a file.

    Raises:
        ProcessLookupError: the parent is gone already.
    """
    from answerkit.isolate import kernel  # noqa: PLC0415 - Linux only

    kernel.die_with_parent(parent)
    _forget_signals()
    # Objects of the parent still hold numbers of descriptors; collected here, they would close new ones.
    gc.freeze()
    sink = _above_standard(writing)
    fall_silent()
    for descriptor in [int(entry.name) for entry in _OPEN_DESCRIPTORS.iterdir()]:
        if descriptor not in (*_STANDARD, sink):
            with suppress(OSError):  # The listing's own is closed already.
                os.close(descriptor)
    return os.fdopen(sink, "wb")


def fall_silent() -> None:
    """Have standard input, output and error be the null device, whatever Python writes them to."""
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in _STANDARD:
        os.dup2(null, descriptor)
    os.close(null)
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    sys.stdout = sys.stderr = os.fdopen(1, "w", encoding="utf-8", closefd=False)


def _live(live: Callable[[int], None], writing: int) -> NoReturn:
    """Live and die: whatever happens, the child never comes back into its parent's code."""
    status = 1
    try:
        live(writing)
        status = 0
    finally:
        os._exit(status)


def _widen(pipe: int) -> None:
    """Let a child be ahead of its reader by a mebibyte, where the system grants it."""
    if sys.platform == "linux":
        with suppress(OSError):
            fcntl(pipe, F_SETPIPE_SZ, _PIPE_SIZE)


def _above_standard(descriptor: int) -> int:
    """A copy above the standard three, any of which the parent may have had closed."""
    return fcntl(descriptor, F_DUPFD_CLOEXEC, len(_STANDARD))


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
