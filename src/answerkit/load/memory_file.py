"""The memory of a project: a SQLite file that may be deleted at any time.

It belongs to one state of the program: when the program's files change, when the file cannot be read, or when
it is not what this module wrote, it starts anew. What is not used in a run is forgotten.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from zlib import crc32

FOLDER = ".answerkit"
"""In the project's folder; git ignores it by the file that is put into it."""

_NAME = "lint.sqlite"
_PACKAGE = Path(__file__).parents[1]
_JUDGING = ("lint", "lint/rules", "load", "model", "prose")
_ABSENT = -1
_BASIC = 0xFF  # of an extended error code
_LONGEST = 64 * 1024 * 1024
_WAIT = 0.5  # seconds for another run to finish its writing


class MemoryFile:
    """Texts by key: those of earlier runs, and what this run adds."""

    def __init__(self, known: Mapping[str, tuple[str, int]]) -> None:
        self._known = known
        self._used: set[str] = set()
        self._new: dict[str, str] = {}

    def recall(self, key: str) -> str | None:
        """The text that was kept under the key; None when there is none."""
        text, checksum = self._known.get(key, ("", _ABSENT))
        if checksum != _checksum(text):
            return None
        self._used.add(key)
        return text

    def keep(self, key: str, text: str) -> None:
        """Keep a text for later runs."""
        self._new[key] = text

    def changes(self) -> tuple[dict[str, str], set[str]]:
        """What is new, and the keys that nobody asked for."""
        return self._new, self._known.keys() - self._used


def _checksum(text: str) -> int:
    """Tells a damaged text from a whole one."""
    return crc32(text.encode("utf-8", "surrogatepass"))


@contextmanager
def remembering(base: Path) -> Iterator[MemoryFile]:
    """The memory of the project in a folder; what is new is written when the block ends well.

    That it cannot be read or written is no failure: the run takes longer, and that is all.
    """
    path = base / FOLDER / _NAME
    stamp = _stamp()
    memory = MemoryFile(_read(path, stamp))
    yield memory
    fresh, unused = memory.changes()
    if fresh or unused:
        with suppress(OSError, UnicodeError, sqlite3.Error):
            _write(path, stamp, fresh, unused)


def _stamp() -> str:
    """What changes whenever a file does by which content is read or judged."""
    found = []
    for folder in _JUDGING:
        with os.scandir(_PACKAGE / folder) as entries:
            files = [(entry.path, entry.stat()) for entry in entries if entry.is_file()]
        found += [(path, status.st_size, status.st_mtime_ns) for path, status in files]
    return hashlib.sha256(repr(sorted(found)).encode("utf-8", "surrogateescape")).hexdigest()


def _read(path: Path, stamp: str) -> dict[str, tuple[str, int]]:
    try:
        if path.is_symlink() or not 0 < path.stat().st_size <= _LONGEST:
            return {}
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=_WAIT)) as file:
            rows = file.execute("SELECT key, text, checksum FROM memory").fetchall()
    except (OSError, sqlite3.Error):
        return {}
    known = {key: (text, checksum) for key, text, checksum in rows if isinstance(text, str)}
    return known if known.pop("", ("", 0))[0] == stamp else {}


def _write(path: Path, stamp: str, fresh: dict[str, str], unused: set[str]) -> None:
    _prepare(path)
    try:
        _update(path, stamp, fresh, unused)
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & _BASIC == sqlite3.SQLITE_BUSY:
            return  # another run is writing
        path.unlink()
        _prepare(path)
        _update(path, stamp, fresh, set())


def _prepare(path: Path) -> None:
    """Make the folder, which keeps itself out of version control, and a file for nobody but its owner."""
    path.parent.mkdir(mode=0o700, exist_ok=True)
    ignore = path.parent / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="ascii")
    path.touch(mode=0o600, exist_ok=True)


def _update(path: Path, stamp: str, fresh: dict[str, str], unused: set[str]) -> None:
    with closing(sqlite3.connect(path, timeout=_WAIT)) as file, file:
        file.execute("PRAGMA synchronous = OFF")  # after a crash it may be damaged: then it starts anew
        file.execute("PRAGMA secure_delete = ON")  # what was typed by mistake and mended is gone here too
        columns = "key TEXT PRIMARY KEY, text TEXT, checksum INTEGER"
        file.execute(f"CREATE TABLE IF NOT EXISTS memory ({columns}) WITHOUT ROWID")
        if file.execute("SELECT text FROM memory WHERE key = ''").fetchone() != (stamp,):
            file.execute("DELETE FROM memory")
        file.executemany("DELETE FROM memory WHERE key = ?", ((key,) for key in unused))
        rows = ((key, text, _checksum(text)) for key, text in (("", stamp), *fresh.items()))
        file.executemany("REPLACE INTO memory VALUES (?, ?, ?)", rows)
