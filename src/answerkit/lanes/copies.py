"""Copies of a project's public part, in a private folder that is gone afterwards.

Nothing confidential is ever copied: who wants the confidential tree beside a copy points at where it lies.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from answerkit.errors import AnswerkitError
from answerkit.isolate.program import Run
from answerkit.lanes.project import PublicPaths, own_confidential_root
from answerkit.model.frozen import dataclass
from answerkit.model.lock_files import PATTERNS

_CLOSED_OUTPUT: Final = "outputs/confidential"
_OUTPUT_FOLDERS: Final = frozenset(
    {"project/outputs", "project/outputs/public", "project/outputs/confidential"}
)


@contextmanager
def private_folder() -> Iterator[Path]:
    """A new folder for its owner alone (POSIX: mode 0700); it is removed at the end, come what may."""
    with TemporaryDirectory(prefix="answerkit-", ignore_cleanup_errors=True) as name:
        yield Path(name).resolve()


@dataclass(frozen=True, slots=True)
class Copy:
    """A project's public part, with places of its own for what a run may leave.

    Attributes:
        folder: holds the copy and those places.
    """

    folder: Path

    @property
    def paths(self) -> PublicPaths:
        """The project in the copy."""
        return PublicPaths(self.folder / "project")

    @property
    def confidential(self) -> Path:
        """Where the copy's own confidential tree would lie."""
        return own_confidential_root(self.paths.base)

    def run(self, command: tuple[str, ...]) -> Run:
        """The command, to be run in the copy."""
        return Run(command, self.paths.base, self.folder / "tmp", self.folder / "home")

    def seal(self) -> None:
        """Let no confidential edition be written: a file lies where its folder would have to be made."""
        self.paths.base.joinpath("outputs").mkdir()
        self.paths.base.joinpath(_CLOSED_OUTPUT).touch()

    def left(self) -> frozenset[tuple[str, bytes]]:
        """Everything in the folder that is no output: POSIX path, and a digest of what is there.

        In the output folders, links, empty folders and whatever else is no file count as well.
        """
        found = ((path, path.relative_to(self.folder).as_posix()) for path in self.folder.rglob("*"))
        return frozenset((name, _digest(path)) for path, name in found if not _is_output(path, name))

    def built(self) -> dict[str, Path]:
        """The files in the output folders, less the confidential one: path in messages → where it lies.

        Sorted by path.
        """
        base = self.paths.base
        found = {
            path.relative_to(base).as_posix(): path
            for path in (base / "outputs").rglob("*")
            if path.is_file()
        }
        return {
            name: found[name] for name in sorted(found) if not f"{name}/".startswith(f"{_CLOSED_OUTPUT}/")
        }

    def secret(self, answer: str) -> Path:
        """Where the confidential edition of an answer lies, if it was built."""
        return self.paths.base / _CLOSED_OUTPUT / f"{answer}.docx"


def copy_public(paths: PublicPaths, folder: Path) -> Copy:
    """Copy what the public lane reads into a new folder. Links are copied as links, and never followed.

    Raises:
        AnswerkitError: something cannot be read, or is neither file, folder nor link.
    """
    copy = Copy(folder)
    for place in ("tmp", "home", "project"):
        (folder / place).mkdir(parents=True)
    try:
        for source in paths.readable:
            _copy(source, copy.paths.base / source.relative_to(paths.base))
    except OSError:
        # From None: the message lists paths of all kinds.
        raise AnswerkitError(
            "indholdet kan ikke kopieres til en midlertidig mappe",
            "se efter, om alle filer må læses, og om der er plads på disken",
        ) from None
    return copy


def _is_output(path: Path, name: str) -> bool:
    """Whether something is a built file, or a folder that has to be there for one."""
    if name in _OUTPUT_FOLDERS or name.startswith(f"project/{_CLOSED_OUTPUT}/"):
        return True
    if not name.startswith("project/outputs/") or path.is_symlink():
        return False
    return path.is_file() or (path.is_dir() and any(path.iterdir()))


def _digest(path: Path) -> bytes:
    """Of a file its bytes', of a link its target's; of a folder none."""
    if path.is_symlink():
        return sha256(os.fsencode(path.readlink())).digest()
    return sha256(path.read_bytes()).digest() if path.is_file() else b""


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, symlinks=True, ignore=shutil.ignore_patterns(*PATTERNS, ".git"))
    elif source.exists():
        shutil.copyfile(source, target)
