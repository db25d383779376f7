"""The part ``lint``: a library against PyYAML's C loader, a large one against a small one, and an edit."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bench.library import edit, write_library
from bench.processes import Comparison, compare
from bench.projects import copy_project

SMALL, LARGE = 300, 5000


def compared(folder: Path) -> Iterator[tuple[str, Comparison, float]]:
    """What is compared, how it came out, and the goal."""
    small, large = library(folder / "small", SMALL), library(folder / "large", LARGE)
    judged, peer = partial(linted, small, "plain"), partial(linted, small, "peer")
    yield f"lint of {SMALL} blocks : PyYAML's C loader", compare(judged, peer, pairs=7), 5.0
    each = compare(partial(linted, large, "plain"), judged, pairs=3)
    share = SMALL / LARGE
    growth = Comparison(each.ours * share, each.theirs, each.ratio * share)
    yield f"lint of {LARGE} blocks, for each {SMALL} : of {SMALL}", growth, 1.0
    for project, count in ((small, SMALL), (large, LARGE)):
        again = compare(partial(after_edit, project), partial(anew, project), pairs=3)
        yield f"lint of {count} blocks after an edit : the first run", again, 0.33


def library(folder: Path, count: int) -> Path:
    """A library of so many blocks, beside a small one that is judged before it is measured."""
    project = copy_project(folder)
    shutil.copytree(project, folder / "warm-up")
    write_library(project, count)
    return project


def linted(project: Path, work: str) -> float:
    """Seconds of processor time for one kind of work on a library; see ``linted.py``."""
    script = Path(__file__).with_name("linted.py")
    run = subprocess.run([sys.executable, script, project, work], check=True, capture_output=True, text=True)
    return float(run.stdout)


def anew(project: Path) -> float:
    """The first run, which finds nothing remembered and leaves word to later ones."""
    shutil.rmtree(project / ".answerkit", ignore_errors=True)
    return linted(project, "remembering")


def after_edit(project: Path) -> float:
    """A run after one block was edited and nothing else."""
    linted(project, "remembering")
    edit(project)
    return linted(project, "remembering")
