"""The weaker wall, for systems without Landlock: Python itself refuses what it is asked to audit.

It stops what our own code could do by mistake: opening, listing, writing, programs, sockets, loading a
library. It does not stop C code that opens files by itself (lxml, SQLite's ``ATTACH``, a library loaded
before), what Python does not audit (``stat``, ``mkfifo``), nor anybody who means to go round it.

Source: Python, PEP 578 and the library reference's "Audit events table".
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final

_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

_REFUSED_FAMILIES: Final = frozenset(
    {
        "_winapi",
        "ctypes",
        "fcntl",
        "msvcrt",
        "pty",
        "shutil",
        "socket",
        "subprocess",
        "syslog",
        "tempfile",
        "winreg",
    }
)
_REFUSED_EVENTS: Final = frozenset(
    f"os.{name}"
    for name in (
        *(
            "add_dll_directory",
            "chflags",
            "chmod",
            "chown",
            "exec",
            "fork",
            "forkpty",
            "kill",
            "killpg",
            "link",
        ),
        *("lockf", "mkdir", "posix_spawn", "remove", "removexattr", "rename", "rmdir", "setxattr", "spawn"),
        *("startfile", "startfile/2", "symlink", "system", "truncate", "utime"),
    )
)


def install(readable: Iterable[Path]) -> None:
    """Refuse from now on, for the life of the process, all but reading at and under ``readable``.

    What is refused raises PermissionError, as it would behind the kernel's wall. A path that is itself a
    symbolic link gives no right.
    """
    guard = _Guard(readable)
    checks: Mapping[str, Callable[[tuple[Any, ...]], bool]] = {
        "open": guard.may_open,
        "import": guard.may_import,
        "sqlite3.connect": _is_in_memory,
        **dict.fromkeys(
            ("os.chdir", "os.fwalk", "os.getxattr", "os.listdir", "os.listxattr", "os.scandir"),
            guard.may_visit,
        ),
    }

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        check = checks.get(event)
        allowed = check(arguments) if check else not _is_refused(event)
        if not allowed:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    sys.addaudithook(hook)


def _is_refused(event: str) -> bool:
    return event in _REFUSED_EVENTS or event.partition(".")[0] in _REFUSED_FAMILIES


def _is_in_memory(arguments: tuple[Any, ...]) -> bool:
    """Whether a database is no file; measuring test coverage keeps one in memory."""
    return str(arguments[0]).endswith("?mode=memory&cache=shared") or arguments[0] == ":memory:"


class _Guard:
    """Knows the readable trees, by their real paths."""

    def __init__(self, readable: Iterable[Path]) -> None:
        self._trees = tuple(os.path.normcase(path.parent.resolve() / path.name) for path in readable)

    def may_open(self, arguments: tuple[Any, ...]) -> bool:
        """``path, mode, flags``; ``os.open``, whose mode is None, may count from another folder."""
        path, mode, flags = arguments
        if isinstance(path, int):
            return True
        from_folder = mode is None and not Path(os.fsdecode(path)).is_absolute()
        return not flags & _WRITING and not from_folder and self._holds(path)

    def may_visit(self, arguments: tuple[Any, ...]) -> bool:
        """A folder, or None for the current one; a descriptor was judged when it was opened."""
        return isinstance(arguments[0], int) or self._holds(arguments[0] or os.curdir)

    def may_import(self, arguments: tuple[Any, ...]) -> bool:
        """``module, file, …``; the file is given when a compiled module is loaded."""
        return arguments[1] is None or self._holds(arguments[1])

    def _holds(self, path: str | bytes | os.PathLike[Any]) -> bool:
        real = os.path.normcase(os.path.realpath(os.fsdecode(path)))
        return any(real == tree or real.startswith(tree + os.sep) for tree in self._trees)
