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
code = main(sys.argv[1:])
print(*log, sep="\\n", file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.usefixtures("children")
@pytest.mark.parametrize(
    ("arguments", "public", "plain"),
    [
        (("build",), 1, 0),
        (("build", "--jobs", "2"), 2, 2),
        (("build", "--edition", "public"), 1, 0),
        (("check",), 1, 0),
    ],
)
def test_forks_come_first(small: Small, arguments: tuple[str, ...], public: int, plain: int) -> None:
    if sys.platform != "linux" or best_wall() is not Wall.LANDLOCK:
        pytest.skip("denne kerne har ikke Landlock")
    done = subprocess.run(
        [sys.executable, "-P", "-c", WATCHED, *arguments, "--project", str(small.base)],
        env=os.environ,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    log = [
        line for line in done.stderr.splitlines() if line in {"content", "output"} or line.startswith("fork ")
    ]
    forks = [line for line in log if line.startswith("fork ")]
    assert forks == ["fork 1 1"] * (public + plain)
    touched = log.index("content") if "content" in log else len(log)
    assert log[:touched].count("fork 1 1") >= public
    assert ("content" in log) == (arguments[-1] != "public")
