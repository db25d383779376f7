"""The tiny project."""

from pathlib import Path

import pytest

from lanes.small import Small, small_project


@pytest.fixture
def small(tmp_path: Path) -> Small:
    return small_project(tmp_path / "project")
