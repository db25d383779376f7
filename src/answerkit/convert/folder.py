"""A private folder to work in, gone afterwards; those that a crash left behind are swept away.

A running process holds a lock on a file in its folder, so nobody sweeps what is in use.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

_PREFIX: Final = ".answerkit-pdf-"
_LOCK: Final = "lock"


@contextmanager
def private_folder(home: Path) -> Iterator[Path]:
    """A new folder in ``home`` that nobody but the user can read; removed with all in it when the block ends.

    Raises:
        OSError: no folder can be made there.
    """
    sweep(home)
    folder = home / f"{_PREFIX}{os.urandom(8).hex()}"
    folder.mkdir(mode=0o700)
    try:
        with (folder / _LOCK).open("wb") as lock:
            _hold(lock)
            yield folder
    finally:
        _remove(folder)


def sweep(home: Path) -> None:
    """Remove the folders that nobody works in any more."""
    for folder in home.glob(f"{_PREFIX}*"):
        if folder.is_dir() and not folder.is_symlink() and _is_abandoned(folder):
            _remove(folder)


def _remove(folder: Path) -> None:
    """On Windows a program that has just ended may keep a file for a moment; the next start sweeps again."""
    shutil.rmtree(folder, ignore_errors=True)


if sys.platform == "win32":

    def _hold(lock: BinaryIO) -> None:
        """Nothing to do: Windows removes no file that a program has open."""

    def _is_abandoned(folder: Path) -> bool:
        try:
            (folder / _LOCK).unlink(missing_ok=True)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _hold(lock: BinaryIO) -> None:
        """The lock goes when the process goes, however it ends."""
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _is_abandoned(folder: Path) -> bool:
        try:
            with (folder / _LOCK).open("rb") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True
