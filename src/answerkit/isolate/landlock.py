"""The wall that the Linux kernel holds: after ``restrict`` a process can read the given files, and no other.

What Landlock does not refuse: ``stat``, ``readlink`` and ``access`` of any path (so presence, size and times
of other files can be seen; the proof by three builds covers that), a hard link in a readable folder, UDP, and
sockets that have a path (a service that listens on one can be asked to read). Descriptors that are open stay
open; before version 3 a file can still be truncated.

Source: Linux ``Documentation/userspace-api/landlock.rst`` and ``include/uapi/linux/landlock.h``.
"""

from __future__ import annotations

import ctypes
import os
import stat
import struct
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from answerkit.isolate import kernel
from answerkit.isolate.fault import WallFault

_RUNTIME: Final = "libgcc_s.so.1"
_VERSION: Final = 1
_PATH_BENEATH: Final = 1

_READ_FILE: Final = 1 << 2
_READ_DIR: Final = 1 << 3
_FS_RIGHTS: Final = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
"""Version → how many rights over files it knows, from bit 0 on; 6 and later know those of 5."""
_NEWEST_FS: Final = max(_FS_RIGHTS)
_TCP_SINCE: Final = 4
_TCP: Final = 0b11
_SCOPES_SINCE: Final = 6
_SCOPES: Final = 0b11
"""Abstract sockets, and signals, to processes outside."""


def version() -> int:
    """The version of Landlock that the kernel speaks; 0 where it is missing, off, or kept from us."""
    try:
        return kernel.call(kernel.CREATE_RULESET, None, ctypes.c_size_t(0), _VERSION)
    except OSError:
        return 0


def restrict(readable: Iterable[Path]) -> None:
    """Give up, for good, all access to files but reading at and under ``readable``, and TCP from version 4.

    A path that does not exist, or is itself a symbolic link, gives no right. Nothing can be executed or
    written.

    Raises:
        OSError: the kernel has no Landlock, or refused.
        WallFault: the process has further threads, which would keep their rights.
    """
    if kernel.threads() != 1:
        raise WallFault("muren kan ikke rejses bag flere tråde")
    _load_runtime()
    ruleset = _create_ruleset(version())
    try:
        for path in readable:
            _allow_reading(ruleset, path)
        kernel.refuse_new_privileges()
        kernel.call(kernel.RESTRICT_SELF, ruleset, 0)
    finally:
        os.close(ruleset)


def _load_runtime() -> None:
    """Load what compiled packages share but the system keeps: they may be imported late, behind the wall.

    Source: ``man 3 dlopen``: a library that is loaded already is not looked for again.
    """
    with suppress(OSError):  # a system without it has none of the packages that need it
        ctypes.CDLL(_RUNTIME)


def _create_ruleset(known: int) -> int:
    """A ruleset's descriptor; it handles, and so refuses, every right that this version knows."""
    files = (1 << _FS_RIGHTS[min(known, _NEWEST_FS)]) - 1
    net = _TCP if known >= _TCP_SINCE else 0
    scoped = _SCOPES if known >= _SCOPES_SINCE else 0
    # An older kernel takes the longer struct as long as what it does not know is zero.
    attributes = struct.pack("=QQQ", files, net, scoped)
    return kernel.call(kernel.CREATE_RULESET, attributes, ctypes.c_size_t(len(attributes)), 0)


def _allow_reading(ruleset: int, path: Path) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_NOFOLLOW | os.O_CLOEXEC)
    except (FileNotFoundError, NotADirectoryError):
        return
    try:
        mode = os.fstat(descriptor).st_mode
        rights = _READ_FILE | (_READ_DIR if stat.S_ISDIR(mode) else 0)
        if not stat.S_ISLNK(mode):
            rule = struct.pack("=Qi", rights, descriptor)
            kernel.call(kernel.ADD_RULE, ruleset, _PATH_BENEATH, rule, 0)
    finally:
        os.close(descriptor)
