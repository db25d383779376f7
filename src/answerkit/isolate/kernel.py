"""The Linux system calls that Python has no name for. Import it on Linux only.

Source: Linux ``include/uapi/linux/prctl.h`` and ``include/uapi/asm-generic/unistd.h``; the three numbers from
444 on are the same on every architecture.
"""

import ctypes
import os
import signal
from contextlib import suppress
from fcntl import F_SETPIPE_SZ, fcntl
from pathlib import Path
from typing import Final

CREATE_RULESET: Final = 444
ADD_RULE: Final = 445
RESTRICT_SELF: Final = 446

_SET_PARENT_DEATH_SIGNAL: Final = 1
_SET_NO_NEW_PRIVILEGES: Final = 38
_PIPE_SIZE: Final = 1 << 20
_TASKS: Final = Path("/proc/self/task")

_LIBC: Final = ctypes.CDLL(None, use_errno=True)


def call(number: int, *arguments: object) -> int:
    """The result of a system call; integers go as they are, so each must fit a C int.

    Raises:
        OSError: the kernel refused.
    """
    return _checked(_LIBC.syscall(number, *arguments))


def die_with_parent(parent: int) -> None:
    """Have the kernel kill this process when the thread of ``parent`` (a process id) that made it is gone.

    Raises:
        ProcessLookupError: it is gone already.
    """
    _set(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    if os.getppid() != parent:
        raise ProcessLookupError


def refuse_new_privileges() -> None:
    """Give up for good what set-user-ID programs could give; Landlock asks for it."""
    _set(_SET_NO_NEW_PRIVILEGES, 1)


def threads() -> int:
    """How many threads this process has, those that Python knows nothing of included.

    Raises:
        OSError: there is no ``/proc``.
    """
    return sum(1 for _ in _TASKS.iterdir())


def widen(pipe: int) -> None:
    """Let a child be ahead of its reader by a mebibyte, where the system grants it."""
    with suppress(OSError):
        fcntl(pipe, F_SETPIPE_SZ, _PIPE_SIZE)


def _set(option: int, value: int) -> None:
    zero = ctypes.c_ulong(0)
    _checked(_LIBC.prctl(option, ctypes.c_ulong(value), zero, zero, zero))


def _checked(result: int) -> int:
    if result < 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))
    return result
