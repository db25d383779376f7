"""The files of a content root, found and read without following a link out of it."""

from __future__ import annotations

import os
import unicodedata
from enum import Enum, auto
from io import FileIO
from pathlib import Path

from answerkit.load.characters import without_hidden
from answerkit.model.codes import Code
from answerkit.model.frozen import dataclass
from answerkit.model.lock_files import is_lock_file
from answerkit.model.problem import Place, Problem, problem

MAX_FILES = 50_000
MAX_YAML_BYTES = 1024 * 1024
MAX_PICTURE_BYTES = 10 * 1024 * 1024

_IGNORED = frozenset({".ds_store", "thumbs.db", ".gitkeep"})
_IGNORED_AT_TOP = frozenset({".git", ".gitattributes", ".gitignore"})
"""A root may be a repository of its own."""


@dataclass(frozen=True, slots=True)
class Root:
    """A content root and how its files are named in messages.

    Attributes:
        name: POSIX path relative to the project, or to the root's parent when it lies outside the project.
    """

    path: Path
    name: str
    confidential: bool

    def place(self, name: str = "") -> Place:
        """The place that means a whole file, by its name under the root; without one, the root itself."""
        parts = [part for part in (self.name, name) if part]
        return Place("/".join(parts), confidential=self.confidential)


@dataclass(frozen=True, slots=True)
class Found:
    """A regular file. ``name`` is its POSIX path under the root, in normal form C and fit to be printed."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class Walk:
    """The files of a root in order of their names, and what stood in the way of finding them all."""

    files: tuple[Found, ...]
    problems: tuple[Problem, ...]


class _Kind(Enum):
    LINK = auto()
    FOLDER = auto()
    FILE = auto()
    IGNORED = auto()
    SPECIAL = auto()


_REFUSED = {_Kind.LINK: Code.AK105, _Kind.SPECIAL: Code.AK106}


def root_at(path: Path, base: Path, *, confidential: bool) -> Root:
    """The content root at a path, seen from the project's folder ``base``."""
    absolute, project = Path(os.path.abspath(path)), Path(os.path.abspath(base))  # noqa: PTH100 - keeps links
    if absolute.is_relative_to(project):
        relative = absolute.relative_to(project).as_posix()
        return Root(path, _printable(relative) if relative != "." else "", confidential)
    return Root(path, _printable(absolute.name), confidential)


def walk(root: Root) -> Walk:
    """Every file under the root, links and what belongs to the operating system or to git left out."""
    files: list[Found] = []
    problems: list[Problem] = []
    real = os.path.realpath(root.path)
    pending = [""]
    while pending and len(files) <= MAX_FILES:
        folder = pending.pop()
        for entry in _entries(root, folder, problems):
            name = f"{folder}/{entry.name}" if folder else entry.name
            kind = _kind(entry, name, real)
            if kind is _Kind.FOLDER:
                pending.append(name)
            elif kind is _Kind.FILE:
                files.append(Found(entry.path, _printable(name)))
            elif kind in _REFUSED:
                problems.append(problem(_REFUSED[kind], root.place(_printable(name))))
    if len(files) > MAX_FILES:
        problems.append(problem(Code.AK113, root.place()))
    return Walk(tuple(sorted(files, key=lambda found: found.name)), tuple(problems))


def _entries(root: Root, folder: str, problems: list[Problem]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(root.path / folder) as entries:
            return list(entries)
    except OSError:
        problems.append(problem(Code.AK110, root.place(_printable(folder))))
        return []


def _kind(entry: os.DirEntry[str], name: str, real: str) -> _Kind:
    """What an entry is. A Windows junction is a folder, not a link, but its real path is elsewhere."""
    is_folder = entry.is_dir(follow_symlinks=False)
    if entry.is_symlink() or (is_folder and _leads_away(entry.path, real, name)):
        return _Kind.LINK
    if is_lock_file(entry.name) or entry.name.lower() in _IGNORED or name in _IGNORED_AT_TOP:
        return _Kind.IGNORED
    if is_folder:
        return _Kind.FOLDER
    return _Kind.FILE if entry.is_file(follow_symlinks=False) else _Kind.SPECIAL


def _leads_away(path: str, real: str, name: str) -> bool:
    expected = os.path.join(real, *name.split("/"))  # noqa: PTH118 - to be compared with a real path
    return os.path.normcase(os.path.realpath(path)) != os.path.normcase(expected)


def _printable(name: str) -> str:
    """A path as it may be printed: bytes that are no UTF-8 written out, hidden characters made visible."""
    if name.isascii() and name.isprintable():
        return name
    text = name.encode("utf-8", "backslashreplace").decode("utf-8")
    return without_hidden(unicodedata.normalize("NFC", text))


def read_bytes(root: Root, found: Found, most: int) -> bytes | Problem:
    """A file's bytes, or why they cannot be had; a file of more than ``most`` bytes is not read."""
    file = root.place(found.name)
    try:
        with FileIO(found.path) as stream:
            size = os.fstat(stream.fileno()).st_size
            if size > most:
                return problem(Code.AK103, file)
            data = stream.read(size + 1)  # one call to the system, where reading to the end takes four
            if len(data) != size:
                data += stream.readall()
    except OSError:
        return problem(Code.AK110, file)
    return data
