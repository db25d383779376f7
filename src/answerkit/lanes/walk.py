"""The files that a scan is to read: what the user named, and all that lies in the folders among it.

No link in a folder is followed, so a scan never leaves what was named, and never goes round in a circle.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from answerkit.errors import UsageError
from answerkit.model.frozen import dataclass
from answerkit.verify.extract.codes import Rule
from answerkit.verify.extract.limits import LIMITS

_MISSING: Final = "en af stierne findes ikke"


@dataclass(frozen=True, slots=True)
class Target:
    """A file to read, or something that cannot be read.

    Attributes:
        name: as the user named it, or the folder it lies in; POSIX.
        folder: the part of the name that the user did not type, without the file's own; may be empty.
        flaw: why it is not to be read.
    """

    path: Path
    name: str
    folder: str = ""
    flaw: Rule | None = None

    def read(self) -> bytes | Rule:
        """The file's bytes, or why there are none."""
        if self.flaw:
            return self.flaw
        try:
            with self.path.open("rb") as file:
                return Rule.U104 if os.fstat(file.fileno()).st_size > LIMITS.file else file.read()
        except OSError:
            return Rule.U121


def targets(paths: Iterable[Path]) -> tuple[Target, ...]:
    """Every file that the paths name or hold, sorted within each path, each once.

    Raises:
        UsageError: a path does not exist.
    """
    found = [target for path in paths for target in _named(path)]
    return tuple({target.path: target for target in found}.values())


def _named(path: Path) -> Iterator[Target]:
    """What one path means; a link that the user named is followed."""
    name = path.as_posix()
    try:
        if not path.exists():
            raise UsageError(_MISSING, "ret stien, og prøv igen")
    except OSError:
        yield Target(path, name, flaw=Rule.U121)
        return
    if path.is_dir():
        yield from _inside(path, "" if name == "." else name)
    else:
        yield Target(path, name, flaw=None if path.is_file() else Rule.U120)


def _inside(root: Path, root_name: str) -> Iterator[Target]:
    """All that a folder holds, at any depth."""
    waiting = [(root, "")]
    while waiting:
        path, inner = waiting.pop()
        try:
            with os.scandir(path) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError:
            yield Target(path, "/".join(filter(None, (root_name, inner))), inner, Rule.U121)
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append((Path(entry.path), f"{inner}/{entry.name}".lstrip("/")))
            else:
                name = "/".join(filter(None, (root_name, inner, entry.name)))
                yield Target(Path(entry.path), name, inner, _flaw(entry))


def _flaw(entry: os.DirEntry[str]) -> Rule | None:
    if entry.is_symlink():
        return Rule.U119
    return None if entry.is_file(follow_symlinks=False) else Rule.U120
