"""The rule on skipped tests, on a tiny test suite of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from project.loading import PROJECT

ALLOWED = (
    'import pytest\n@pytest.mark.skip(reason="kun Windows: x")\ndef test_a(): pass\ndef test_b(): pass\n'
)
TIRED = 'import pytest\ndef test_a(): pytest.skip("træt")\ndef test_b(): pass\n'
MODULE = 'import pytest\npytest.importorskip("nonesuch")\ndef test_a(): pass\n'


def suite(folder: Path, tests: str, *options: str) -> "subprocess.CompletedProcess[str]":
    """Run a suite of one file under our conftest."""
    (folder / "test_one.py").write_text(tests, encoding="utf-8")
    (folder / "test_two.py").write_text("def test_c(): pass\n", encoding="utf-8")
    shutil.copy(PROJECT / "tests" / "conftest.py", folder)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "no:cacheprovider",
        f"--rootdir={folder}",
        *options,
        str(folder),
    ]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    return subprocess.run(
        command,
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=folder,
        env=environment | {"PYTHONUTF8": "1"},
    )


@pytest.mark.parametrize(
    ("tests", "options", "code"),
    [
        (ALLOWED, ["--strict-skips"], 0),
        (TIRED, [], 0),
        (TIRED, ["--strict-skips"], 1),
        (TIRED, ["--strict-skips", "-n2"], 1),
        (MODULE, ["--strict-skips"], 1),
    ],
    ids=["allowed", "not asked for", "not allowed", "in a worker", "whole module"],
)
def test_a_skip_without_an_allowed_reason_fails_the_run(
    tmp_path: Path, tests: str, options: list[str], code: int
) -> None:
    result = suite(tmp_path, tests, *options)
    assert result.returncode == code, result.stdout
    assert ("skipped without an allowed reason" in result.stdout) == bool(code)
