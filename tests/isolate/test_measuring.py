"""Coverage of what runs in children, as a measured run of a tiny test suite sees it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from answerkit.isolate import measuring
from answerkit.isolate.wall import Wall, best_wall

WAYS = {
    "forked": (True, Wall.LANDLOCK),
    "plain": (True, None),
    "fresh": (False, Wall.LANDLOCK),
    "tripwire": (False, Wall.TRIPWIRE),
}

WORK = """
def work(number):
    if number > 1:
        yield "large"
    else:
        yield "small"
    raise_at_the_end(number)


def raise_at_the_end(number):
    if number == 3:
        raise ValueError(number)
"""

SUITE = """
import pytest
import {modules}
from answerkit.isolate import processes
from answerkit.isolate.worker import Wall, WorkerFault, start, start_plain


@pytest.mark.parametrize(("work", "forked", "wall"), [{ways}])
@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
def test_work(monkeypatch, tmp_path, work, forked, wall):
    monkeypatch.setattr(processes, "may_fork", lambda: forked)
    for number in (2, 3):
        with start(work, number, [tmp_path], wall=wall) if wall else start_plain(work, number) as results:
            assert next(results) == "large"
            if number == 3:
                with pytest.raises(WorkerFault):
                    next(results)
            else:
                assert list(results) == []
"""


def measure(folder: Path, *options: str) -> dict[str, tuple[set[int], set[tuple[int, int]]]]:
    """For each way, lines and branches of its work that ran, by a run of pytest with coverage."""
    for name in WAYS:
        (folder / f"work_{name}.py").write_text(WORK, encoding="utf-8")
    ways = ", ".join(f"(work_{name}.work, {forked}, {wall})" for name, (forked, wall) in WAYS.items())
    suite = SUITE.format(modules=", ".join(f"work_{name}" for name in WAYS), ways=ways)
    (folder / "test_work.py").write_text(suite, encoding="utf-8")
    (folder / ".coveragerc").write_text("[run]\nbranch = True\n", encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-W",
        "error",
        "-p",
        "pytest_cov",
        "-p",
        "xdist",
        f"--rootdir={folder}",
        *options,
    ]
    measured = [f"--cov=work_{name}" for name in WAYS]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "COV"))}
    kept["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    done = subprocess.run(
        [*command, *measured, "--cov-config=.coveragerc", "--cov-report=json"],
        cwd=folder,
        env={**kept, "PYTHONPATH": str(folder)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    files = json.loads((folder / "coverage.json").read_text(encoding="utf-8"))["files"]
    return {
        name: (set(found["executed_lines"]), {(start, end) for start, end in found["executed_branches"]})
        for name, found in ((Path(file).stem.removeprefix("work_"), found) for file, found in files.items())
    }


@pytest.mark.parametrize("options", [(), ("-n1",)])
def test_lines_and_branches_of_a_child_are_seen(tmp_path: Path, options: tuple[str, ...]) -> None:
    if best_wall() is not Wall.LANDLOCK:
        pytest.skip("denne kerne har ikke Landlock")
    seen = ({2, 3, 4, 7, 10, 11, 12}, {(3, 4), (11, 12), (11, -10)})
    assert measure(tmp_path, *options) == dict.fromkeys(WAYS, seen)


def test_nothing_is_measured_when_nobody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "coverage", raising=False)
    assert measuring.wanted() is None
    assert measuring.begin(None) is None
    measuring.merge({"a.py": [1]})
    assert "coverage" not in sys.modules
