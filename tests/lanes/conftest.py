"""The tiny project."""

from pathlib import Path

import pytest

from lanes.small import Small, small_project, work_here


@pytest.fixture
def children() -> None:
    """Asked for by a test that wants real child processes; the others do without, and are quick."""


@pytest.fixture(autouse=True)
def _workers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "children" not in request.fixturenames:
        work_here(monkeypatch)


@pytest.fixture
def small(tmp_path: Path) -> Small:
    return small_project(tmp_path / "project")
