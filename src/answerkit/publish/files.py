"""Writing a file so that it is there whole or not at all, and reading what lies there.

Nothing here looks at what the bytes mean. Every function may raise ``OSError``.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

POSIX_MODES = os.name == "posix"
"""Whether the system keeps modes; elsewhere a file has the rights of its folder."""

_PRIVATE_FILE = 0o600
_PRIVATE_FOLDER = 0o700
_SHARED_FILE = 0o666  # less the user's umask, as for any file of his
_JUNCTION = 0xA0000003  # IO_REPARSE_TAG_MOUNT_POINT; the stat module names it on Windows only


class NotAFileError(OSError):
    """Something lies at a file's place that is no ordinary file."""


class ChangedFileError(OSError):
    """A file is no longer what it was when it was read."""


def is_link(path: Path) -> bool:
    """Whether the path itself is a symbolic link or a Windows junction; False when nothing is there."""
    try:
        status = path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) == _JUNCTION


def goes_through_link(base: Path, path: Path) -> bool:
    """Whether ``path`` or a folder between it and ``base`` is a link; ``base`` itself may be one."""
    return any(is_link(step) for step in _steps(base, path))


def _steps(base: Path, path: Path) -> list[Path]:
    """The folders from below ``base`` down to ``path``, ``path`` included."""
    steps = [path, *path.parents]
    return steps[: steps.index(base)][::-1]


def read_file(path: Path) -> bytes | None:
    """The file's bytes, or None when there is no file.

    Raises:
        NotAFileError: a folder, a pipe or a device lies there.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(mode):
        raise NotAFileError
    return path.read_bytes()


def read_once(path: Path, most: int) -> bytes:
    """The bytes of a file of at most so many, which nothing can have been put in place of meanwhile.

    Raises:
        FileNotFoundError: nothing is there.
        NotAFileError: a link, a folder, a pipe or a device lies there, or a larger file.
    """
    before = path.lstat()
    if not stat.S_ISREG(before.st_mode) or is_link(path):
        raise NotAFileError
    with path.open("rb") as stream:
        data = stream.read(most + 1)
        if not os.path.samestat(before, os.fstat(stream.fileno())) or len(data) > most:
            raise NotAFileError
    return data


def make_folder(base: Path, folder: Path, *, private: bool) -> None:
    """Make the folders between ``base`` and ``folder``, and ``folder`` itself.

    The mode of a private folder is set on those that exist as well: version control does not keep modes.
    Those above the private ones are made as usual.
    """
    for step in _steps(base, folder):
        if not step.is_dir():
            step.mkdir(mode=_PRIVATE_FOLDER if private else 0o777)
        if private:
            keep_private(step)


def keep_private(path: Path) -> None:
    """Set the mode of a private file or folder, where modes exist."""
    if POSIX_MODES:
        path.chmod(_PRIVATE_FOLDER if path.is_dir() else _PRIVATE_FILE)


def replace_file(path: Path, data: bytes, *, private: bool, previous: bytes | None = None) -> Path | None:
    """Put the bytes in the file's place in one step; on any failure all is as it was.

    Args:
        path: a file in an existing folder.
        data: the new content.
        private: nobody but the owner may read the file, from its first byte on.
        previous: content to be kept in a copy beside, which never replaces an older copy.

    Returns:
        The copy's path, or None where none was asked for.
    """
    fresh = _fresh_name(path)
    with _removed_on_failure(fresh):
        _write_new(fresh, data, private=private)
        if previous is None:
            fresh.replace(path)
            return None
        backup = _free_name(path)
        _write_new(backup, previous, private=private)
        with _removed_on_failure(backup):
            fresh.replace(path)
            return backup


def rewrite_file(path: Path, data: bytes, *, expected: bytes) -> None:
    """Put other bytes in the place of ``expected`` in one step; the file keeps its mode.

    Raises:
        ChangedFileError: the file holds something else by now; it is left alone.
    """
    fresh = _fresh_name(path)
    with _removed_on_failure(fresh):
        _write_new(fresh, data, private=True)
        if POSIX_MODES:
            fresh.chmod(stat.S_IMODE(path.stat().st_mode))
        if read_file(path) != expected:
            raise ChangedFileError
        fresh.replace(path)


def _fresh_name(path: Path) -> Path:
    """A name beside the file that nobody has. Guard it before it is taken: an interrupt comes at any time."""
    return path.with_name(f".answerkit-{os.urandom(8).hex()}.tmp")


def _write_new(path: Path, data: bytes, *, private: bool) -> None:
    """Create the file with its final mode, and wait until the bytes are on the disk."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, _PRIVATE_FILE if private else _SHARED_FILE)
    with _removed_on_failure(path), os.fdopen(descriptor, "wb") as stream:
        if private:
            keep_private(path)  # a umask that takes rights from the owner took them above
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _free_name(path: Path) -> Path:
    """The first of ``NAME.bak-1.docx``, ``NAME.bak-2.docx`` … that nothing has."""
    number = 1
    while os.path.lexists(path.with_name(f"{path.stem}.bak-{number}{path.suffix}")):
        number += 1
    return path.with_name(f"{path.stem}.bak-{number}{path.suffix}")


@contextmanager
def _removed_on_failure(path: Path) -> Iterator[None]:
    """Remove the file when the block does not end well, be it by an interrupt."""
    done = False
    try:
        yield
        done = True
    finally:
        if not done:
            path.unlink(missing_ok=True)
