"""Every public child is forked before this process opens anything confidential or starts a thread."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from answerkit.isolate.wall import Wall, best_wall
from lanes.small import Small

WATCHED = """
import os, sys, threading
from answerkit.__main__ import main

log = []

def watch(event, arguments):
    if event == "os.fork":
        log.append(f"fork {threading.active_count()} {len(os.listdir('/proc/self/task'))}")
    elif event in ("open", "os.scandir", "os.listdir") and "confidential" in str(arguments[0]):
        log.append("content" if "content" in str(arguments[0]) else "output")

sys.addaudithook(watch)
code = main(sys.argv[1:] if OF_ANOTHER else None)
print(*log, sep="\\n", file=sys.stderr)
sys.exit(code)
"""


def watched(small: Small, arguments: tuple[str, ...], *, of_another: bool) -> list[str]:
    """What the program did, in order: be it that another program calls it, or that it is one of its own."""
    done = subprocess.run(
        [
            sys.executable,
            "-P",
            "-c",
            f"OF_ANOTHER = {of_another}\n{WATCHED}",
            *arguments,
            "--project",
            str(small.base),
        ],
        env=os.environ,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    told = done.stderr.splitlines()
    return [line for line in told if line in {"content", "output"} or line.startswith("fork ")]


@pytest.mark.usefixtures("children")
@pytest.mark.parametrize(
    ("arguments", "public", "plain"),
    [
        (("build",), 1, 1),
        (("build", "--jobs", "2"), 2, 2),
        (("build", "--edition", "public"), 1, 0),
        (("check",), 1, 0),
    ],
)
def test_forks_come_first(small: Small, arguments: tuple[str, ...], public: int, plain: int) -> None:
    if sys.platform != "linux" or best_wall() is not Wall.LANDLOCK:
        pytest.skip("denne kerne har ikke Landlock")
    log = watched(small, arguments, of_another=True)
    forks = [line for line in log if line.startswith("fork ")]
    assert forks == ["fork 1 1"] * (public + plain)
    touched = log.index("content") if "content" in log else len(log)
    assert log[:touched].count("fork 1 1") >= public
    assert ("content" in log) == (arguments == ("check",))  # of a build, only the confidential lane opens it


@pytest.mark.usefixtures("children")
@pytest.mark.parametrize(
    ("options", "own", "served"), [((), 0, 1), (("--edition", "public"), 0, 1), (("--jobs", "2"), 2, 1)]
)
def test_a_build_of_its_own_forks_before_all_else(
    small: Small, options: tuple[str, ...], own: int, served: int
) -> None:
    """The process from which the lanes are forked; of more lanes than it can make, this process itself."""
    if sys.platform != "linux" or best_wall() is not Wall.LANDLOCK:
        pytest.skip("denne kerne har ikke Landlock")
    log = watched(small, ("build", *options), of_another=False)
    assert log.count("fork 1 1") == own + served
    assert log[: own + served] == ["fork 1 1"] * (own + served)
    assert "content" not in log
