"""Every seeded fault is caught by the test that is named for it. Without faults these same tests pass."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from faults.seeds import SEEDS

HOUSE = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def failed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bool]:
    """Fault → whether its test failed; all in one run of pytest in a process of its own."""
    if sys.platform != "linux":
        pytest.skip("kun Linux: nogle af testene bruger fork")
    told = tmp_path_factory.mktemp("faults") / "failed.json"
    files = sorted({seed.test.partition("::")[0] for seed in SEEDS.values()})
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "COV"))}
    environment = {"PYTHONPATH": str(HOUSE / "tests"), "ANSWERKIT_TEST_FAULTS": str(told)}
    options = ("-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "faults.plugin")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, *files],
        cwd=HOUSE,
        env={**kept, **environment},
        capture_output=True,
        check=False,
    )
    assert done.returncode == pytest.ExitCode.TESTS_FAILED
    found: dict[str, bool] = json.loads(told.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("name", SEEDS)
def test_it_is_caught(failed: Mapping[str, bool], name: str) -> None:
    assert failed[name]


def test_they_are_many() -> None:
    assert len(SEEDS) >= 20
    assert len({seed.test for seed in SEEDS.values()}) == len(SEEDS)
