"""Runs programs and measures them: wall time, and memory while they run."""

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, PIPE

PROC = Path("/proc")

AS_USERS_HAVE = {
    name: value
    for name, value in os.environ.items()
    if name not in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")
}
"""The environment of all that is measured: a start compiles what it imports at most once."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two programs run in turn.

    Attributes:
        ours: seconds, median.
        theirs: seconds, median.
        ratio: median of the pairs' ratios, ours to theirs.
    """

    ours: float
    theirs: float
    ratio: float


@dataclass(frozen=True, slots=True)
class Run:
    """One program's run: seconds, and MiB after a tenth of its lines, after the last, and at most in between.

    The memory is the whole process tree's, each shared page counted once; None where it cannot be measured.
    """

    seconds: float
    early: float | None
    late: float | None
    peak: float | None


def compare(ours: Callable[[], float], theirs: Callable[[], float], pairs: int) -> Comparison:
    """Run both in turn, after one run of each that does not count."""
    ours()
    theirs()
    seconds = [(ours(), theirs()) for _ in range(pairs)]
    return Comparison(
        statistics.median(mine for mine, _ in seconds),
        statistics.median(other for _, other in seconds),
        statistics.median(mine / other for mine, other in seconds),
    )


def timed(command: Sequence[str], folder: Path) -> float:
    """Seconds that a program takes from its start to its end.

    Raises:
        subprocess.CalledProcessError: when it fails.
    """
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, env=AS_USERS_HAVE, check=True, stdin=DEVNULL, stdout=DEVNULL)
    return time.perf_counter() - start


def followed(command: Sequence[str], folder: Path, lines: int) -> Run:
    """Run a program that prints ``lines`` lines or more, and measure its memory at each tenth of them.

    Raises:
        subprocess.CalledProcessError: when it fails.
    """
    start = time.perf_counter()
    sizes: list[float | None] = []
    with subprocess.Popen(command, cwd=folder, env=AS_USERS_HAVE, stdin=DEVNULL, stdout=PIPE) as process:
        for number, _ in enumerate(process.stdout or (), start=1):
            if number % (lines // 10) == 0:
                sizes.append(memory(process.pid))
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    known = [size for size in sizes if size is not None]
    seconds = time.perf_counter() - start
    return Run(seconds, known[0], known[-1], max(known)) if known else Run(seconds, None, None, None)


def memory(pid: int) -> float | None:
    """MiB that a process and those it started hold, or None where the system does not tell (only Linux does).

    Source: proc_pid_smaps_rollup(5): ``Pss`` shares each page among those who map it.
    """
    pages = [_proportional_kib(found) for found in (pid, *descendants(pid))]
    return sum(pages) / 1024 if any(pages) else None


def descendants(pid: int) -> tuple[int, ...]:
    """Ids of the processes that a process started, directly or not, and that still run."""
    children: list[int] = []
    with suppress(OSError):  # the process or the thread has ended meanwhile
        for listing in PROC.glob(f"{pid}/task/*/children"):
            children.extend(int(child) for child in listing.read_text(encoding="ascii").split())
    return tuple(found for child in children for found in (child, *descendants(child)))


def _proportional_kib(pid: int) -> int:
    try:
        rollup = (PROC / str(pid) / "smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0  # the process has ended meanwhile, or the system has no such file
    return next((int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")), 0)


def script(name: str, python: Path) -> str:
    """The command of that name which stands beside a virtual environment's Python."""
    return str(python.with_name(name + (".exe" if os.name == "nt" else "")))
