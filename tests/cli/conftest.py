"""The tiny project, and the program run in this process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from answerkit.__main__ import main
from lanes.small import Small, small_project, work_here


@dataclass(frozen=True)
class Run:
    """What a run of the program gave."""

    code: int
    out: str
    err: str


Answerkit = Callable[..., Run]


@pytest.fixture
def children() -> None:
    """Asked for by a test that wants real child processes; the others do without, and are quick."""


@pytest.fixture(autouse=True)
def _workers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "children" not in request.fixturenames:
        work_here(monkeypatch)


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Small:
    project = small_project(tmp_path / "project")
    monkeypatch.chdir(project.base)
    return project


@pytest.fixture
def answerkit(capsys: pytest.CaptureFixture[str]) -> Answerkit:
    def run(*arguments: str) -> Run:
        code = main(arguments)
        out, err = capsys.readouterr()
        return Run(code, out, err)

    return run
