"""A program run as a process of its own, in a home of its own."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from answerkit import __version__
from answerkit.isolate.fault import WorkerFault
from answerkit.isolate.program import ANSWERKIT, Run, run_all

TOLD = """
import os, pathlib, sys, tempfile
print(tempfile.gettempdir(), pathlib.Path.home(), os.getcwd(), os.environ["XDG_CACHE_HOME"], sep="\\n")
print(sys.stdin.read(), file=sys.stderr, end="")
sys.exit(int(sys.argv[1]))
"""


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path, Path]:
    found = tuple(tmp_path / name for name in ("here", "tmp", "home"))
    for place in found:
        place.mkdir()
    here, temporary, home = found
    return here, temporary, home


def python(places: tuple[Path, Path, Path], code: str, *arguments: str) -> Run:
    return Run((sys.executable, "-c", code, *arguments), *places)


def test_what_each_said_in_the_order_given(places: tuple[Path, Path, Path]) -> None:
    codes = ("import time; time.sleep(0.3); print(1)", "print(2)")
    assert [said.out.strip() for said in run_all(python(places, code) for code in codes)] == [b"1", b"2"]


@pytest.mark.skipif(os.name != "posix", reason="kun Windows: en anden hjemmemappe")
def test_a_run_has_places_of_its_own(places: tuple[Path, Path, Path]) -> None:
    (said,) = run_all([python(places, TOLD, "3")])
    here, temporary, home = places
    assert said.out.decode().split() == [str(temporary), str(home), str(here), str(home)]
    assert (said.status, said.err) == (3, b"")


def test_it_is_this_answerkit(places: tuple[Path, Path, Path]) -> None:
    (said,) = run_all([Run((*ANSWERKIT, "--version"), *places)])
    assert said.out.decode().strip() == f"answerkit {__version__}"


def test_what_was_said_does_not_show_in_a_failing_test(places: tuple[Path, Path, Path]) -> None:
    (said,) = run_all([python(places, "print('Hemmelig')")])
    assert "Hemmelig" not in repr(said)


def test_one_that_takes_too_long_is_ended(places: tuple[Path, Path, Path]) -> None:
    code = "print('Hemmelig', flush=True); import time; time.sleep(60)"
    start = time.monotonic()
    with pytest.raises(WorkerFault, match="ikke i tide") as caught:
        list(run_all([python(places, code)] * 2, patience=0.5))
    assert time.monotonic() - start < 30
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_leaving_early_ends_those_that_still_run(places: tuple[Path, Path, Path]) -> None:
    runs = [python(places, "print(1)"), python(places, "import time; time.sleep(60)")]
    start = time.monotonic()
    said = run_all(runs)
    next(said)
    said.close()
    assert time.monotonic() - start < 30
