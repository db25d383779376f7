"""The private folder: nobody else's, and gone afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from answerkit.convert.folder import private_folder, sweep

STAYS = """
import sys, time
from pathlib import Path
from answerkit.convert.folder import private_folder
with private_folder(Path(sys.argv[1])) as folder:
    print(folder, flush=True)
    time.sleep(600)
"""


def test_it_is_its_owners_alone_and_gone_afterwards(tmp_path: Path) -> None:
    with private_folder(tmp_path) as folder:
        (folder / "a" / "b").mkdir(parents=True)
        (folder / "a" / "b" / "fil").write_bytes(b"x")
        if os.name == "posix":
            assert folder.stat().st_mode & 0o777 == 0o700
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("end", [ValueError, KeyboardInterrupt, SystemExit])
def test_it_is_gone_whatever_happens(tmp_path: Path, end: type[BaseException]) -> None:
    def ended() -> None:
        with private_folder(tmp_path) as folder:
            (folder / "fil").write_bytes(b"x")
            raise end

    with pytest.raises(end):
        ended()
    assert list(tmp_path.iterdir()) == []


def test_what_a_crash_left_is_swept_at_the_next_start(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", STAYS, str(tmp_path)], stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    with process:
        assert process.stdout is not None
        folder = Path(process.stdout.readline().strip())
        (folder / "fil").write_bytes(b"x")
        with private_folder(tmp_path):
            assert folder.is_dir()  # somebody works there
        process.kill()
        process.wait()
    assert folder.is_dir()
    with private_folder(tmp_path) as own:
        assert list(tmp_path.iterdir()) == [own]


def test_a_folder_without_a_lock_is_swept_and_others_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".answerkit-pdf-0123" / "profile").mkdir(parents=True)
    (tmp_path / "svar").mkdir()
    (tmp_path / ".answerkit-pdf-fil").write_bytes(b"x")
    sweep(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".answerkit-pdf-fil", "svar"]
