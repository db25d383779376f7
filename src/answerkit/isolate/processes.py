"""Making a child process: by fork where that is sound, by a fresh Python elsewhere.

A fork costs a millisecond and copies the parent's memory, so a caller forks before it opens what the child
must not know. A process with more than one thread is never forked: another thread's locks would stay locked
in the child for good (Python 3.12 and later warn of it). A fresh Python is slower by its imports, and knows
nothing of its parent.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, Protocol, cast

if TYPE_CHECKING:
    import subprocess

STANDARD: Final = (0, 1, 2)
"""The descriptors of standard input, output and error."""

_KEPT_VARIABLES: Final = ("SYSTEMROOT", "WINDIR", "LD_LIBRARY_PATH")
"""What Python cannot start or make random numbers without: on Windows, and where its library lies apart."""

_ENTRY: Final = "import sys; sys.path[:] = sys.argv[1:]; from answerkit.isolate import child; child.main()"


class Process(Protocol):
    """A child: what it sends, and its end."""

    @property
    def results(self) -> BinaryIO:
        """The reading end of its pipe."""

    def end(self) -> int:
        """Kill it if it still runs and leave no zombie; how it ended: -9 means signal 9."""


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
    if sys.platform == "linux":
        from answerkit.isolate import kernel  # noqa: PLC0415 - Linux only

        with suppress(OSError):
            return kernel.threads() == 1
    return False


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
    if sys.platform == "linux":
        from answerkit.isolate import kernel  # noqa: PLC0415 - Linux only

        kernel.widen(results.fileno())
    with suppress(OSError):  # It died; reading its results will tell.
        requests.write(request)
        requests.flush()
    return Spawned(process, requests, results)


def bare_environment() -> dict[str, str]:
    """The few variables that a child keeps."""
    return {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}


def fall_silent() -> None:
    """Have standard input, output and error be the null device, whatever Python writes them to."""
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in STANDARD:
        os.dup2(null, descriptor)
    if null not in STANDARD:  # As it is where the parent was started with one of them closed.
        os.close(null)
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    sys.stdout = sys.stderr = os.fdopen(1, "w", encoding="utf-8", closefd=False)
