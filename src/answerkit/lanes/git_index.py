"""What git is about to commit: the names and bytes in its index, not those in the working folder."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Final, cast

from answerkit.errors import AnswerkitError, UsageError
from answerkit.model.frozen import dataclass
from answerkit.verify.extract.codes import Rule
from answerkit.verify.extract.limits import LIMITS

MOST: Final = LIMITS.file
"""Bytes of a file that are read; more are too many to be scanned."""

_LINK: Final = "120000"
_FOLDER_OF_ANOTHER: Final = "160000"


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the index.

    Attributes:
        name: POSIX path from the top of the repository.
        mode: git's, in octal.
        object_id: hex.
    """

    name: str
    mode: str
    object_id: str

    @property
    def is_submodule(self) -> bool:
        """Whether it is another repository's commit, of which nothing lies in this one."""
        return self.mode == _FOLDER_OF_ANOTHER


class GitIndex:
    """The index of the repository around a folder; git itself is asked, so its own settings hold.

    Raises:
        AnswerkitError: there is no git.
        UsageError: the folder lies in no repository.
    """

    def __init__(self, here: Path) -> None:
        self._here = here
        top = self._ask("rev-parse", "--show-toplevel")
        if top is None:
            raise UsageError("mappen hører ikke til et git-arkiv", "kør kommandoen i projektets mappe")
        self.top = Path(os.fsdecode(top.rstrip(b"\n")))

    def entries(self) -> tuple[Entry, ...]:
        """Every tracked file, by name."""
        # each record is MODE ID STAGE<tab>NAME
        records = (
            os.fsdecode(record).partition("\t")
            for record in self._list("ls-files", "-s", "-z", "--full-name", ":/")
        )
        return tuple(Entry(name, *facts.split(" ")[:2]) for facts, _, name in records)

    def staged(self) -> frozenset[str]:
        """Names of the files that the next commit adds or changes, as ``entries`` has them."""
        changed = self._list(
            "diff", "--cached", "--name-only", "-z", "--no-renames", "--diff-filter=d", "--no-ext-diff"
        )
        return frozenset(map(os.fsdecode, changed))

    def read(self, entries: Iterable[Entry]) -> Iterator[tuple[Entry, bytes | Rule]]:
        """Each file's bytes as they are to be committed, or why they are not read; no submodules."""
        files = tuple(entry for entry in entries if not entry.is_submodule)
        with self._start("cat-file", "--batch") as reader:
            for entry in files:
                yield entry, Rule.U119 if entry.mode == _LINK else _one(reader, entry.object_id)
            reader.communicate()

    def _list(self, *arguments: str) -> list[bytes]:
        told = self._ask(*arguments)
        if told is None:
            raise AnswerkitError("git kan ikke læse arkivets indeks", "se, hvad »git status« siger")
        return [record for record in told.split(b"\0") if record]

    def _ask(self, *arguments: str) -> bytes | None:
        """What git answers; None when it refuses."""
        with self._start(*arguments) as asked:
            told, _ = asked.communicate()
        return told if asked.returncode == 0 else None

    def _start(self, *arguments: str) -> subprocess.Popen[bytes]:
        try:
            return subprocess.Popen(  # noqa: S603 - fixed words and hex
                ["git", *arguments],  # noqa: S607 - the user's own git, as any hook
                cwd=self._here,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # what git says may hold names
            )
        except OSError:
            raise AnswerkitError("git findes ikke", "installér git, og prøv igen") from None


def _one(reader: subprocess.Popen[bytes], object_id: str) -> bytes | Rule:
    """The next object of ``git cat-file --batch``: a line ``ID TYPE SIZE``, the bytes and a line break."""
    asked, told = cast("IO[bytes]", reader.stdin), cast("IO[bytes]", reader.stdout)
    asked.write(f"{object_id}\n".encode())
    asked.flush()
    facts = told.readline().split()
    if len(facts) != 3:  # noqa: PLR2004 - git has no such object
        return Rule.U121
    left = int(facts[2])
    if left <= MOST:
        return told.read(left + 1)[:-1]
    while left >= 0:
        left -= len(told.read(min(left + 1, MOST)))
    return Rule.U104
