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

_VISITS: Final = ("os.chdir", "os.fwalk", "os.getxattr", "os.listdir", "os.listxattr", "os.scandir")
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
    {
        "os.add_dll_directory",
        "os.chflags",
        "os.chmod",
        "os.chown",
        "os.exec",
        "os.fork",
        "os.forkpty",
        "os.kill",
        "os.killpg",
        "os.link",
        "os.lockf",
        "os.mkdir",
        "os.posix_spawn",
        "os.remove",
        "os.removexattr",
        "os.rename",
        "os.rmdir",
        "os.setxattr",
        "os.spawn",
        "os.startfile",
        "os.startfile/2",
        "os.symlink",
        "os.system",
        "os.truncate",
        "os.utime",
    }
)


def install(readable: Iterable[Path]) -> None:
    """Refuse from now on, for the life of the process, all but reading at and under ``readable``.

    What is refused raises PermissionError, as it would behind the kernel's wall. A path that is itself a
    symbolic link gives no right.
    """
    sys.addaudithook(Guard(readable).judge)


class Guard:
    """Judges what Python is asked to audit, by the real paths of what may be read."""

    def __init__(self, readable: Iterable[Path]) -> None:
        self._trees = tuple(os.path.normcase(path.parent.resolve() / path.name) for path in readable)
        self._checks: Mapping[str, Callable[[tuple[Any, ...]], bool]] = {
            "open": self._may_open,
            "import": self._may_import,
            "sqlite3.connect": _is_in_memory,
            **dict.fromkeys(_VISITS, self._may_visit),
        }

    def judge(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Let the event go on.

        Raises:
            PermissionError: it must not.
        """
        if not self.allows(event, arguments):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    def allows(self, event: str, arguments: tuple[Any, ...]) -> bool:
        """Whether the event, as Python names it, with these arguments, may go on."""
        check = self._checks.get(event)
        if check is not None:
            return check(arguments)
        return event not in _REFUSED_EVENTS and event.partition(".")[0] not in _REFUSED_FAMILIES

    def _may_open(self, arguments: tuple[Any, ...]) -> bool:
        """``path, mode, flags``; ``os.open``, whose mode is None, may count from another folder."""
        path, mode, flags = arguments
        if isinstance(path, int):
            return True
        from_folder = mode is None and not Path(os.fsdecode(path)).is_absolute()
        return not flags & _WRITING and not from_folder and self._holds(path)

    def _may_visit(self, arguments: tuple[Any, ...]) -> bool:
        """A folder, or None for the current one; a descriptor was judged when it was opened."""
        return isinstance(arguments[0], int) or self._holds(arguments[0] or os.curdir)

    def _may_import(self, arguments: tuple[Any, ...]) -> bool:
        """``module, file, …``; the file is given when a compiled module is loaded."""
        return arguments[1] is None or self._holds(arguments[1])

    def _holds(self, path: str | bytes | os.PathLike[Any]) -> bool:
        real = os.path.normcase(os.path.realpath(os.fsdecode(path)))
        return any(real == tree or real.startswith(tree + os.sep) for tree in self._trees)


def _is_in_memory(arguments: tuple[Any, ...]) -> bool:
    """Whether a database is no file; measuring test coverage keeps one in memory."""
    return str(arguments[0]).endswith("?mode=memory&cache=shared") or arguments[0] == ":memory:"
