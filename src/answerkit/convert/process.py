"""A program and all that it starts: waited for, and ended together."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

_GRACE: Final = 5.0  # seconds for what was killed to be gone


@contextmanager
def running(
    command: Sequence[str], environment: Mapping[str, str], folder: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """The program while it runs, in a group of its own; when the block ends, so does every process of it.

    What it prints is thrown away: it may name files.

    Raises:
        OSError: it cannot be started.
    """
    process = subprocess.Popen(  # noqa: S603 - no shell; the user names the program
        command,
        env=environment,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        _end(process, environment)


def _end(process: subprocess.Popen[bytes], environment: Mapping[str, str]) -> None:
    if sys.platform == "win32":
        if process.poll() is None:
            taskkill = Path(environment.get("SYSTEMROOT", "C:/Windows"), "System32", "taskkill.exe")
            command = [str(taskkill), "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - the system's own program
    else:
        with suppress(ProcessLookupError, PermissionError):  # all of the group is gone
            os.killpg(process.pid, signal.SIGKILL)
    with suppress(subprocess.TimeoutExpired):
        process.wait(_GRACE)
