"""Publishing one edition of one answer into its output folder."""

from __future__ import annotations

import errno
from hashlib import sha256
from pathlib import Path

from answerkit.model.codes import Code
from answerkit.model.frozen import dataclass
from answerkit.model.lock_files import lock_files_of
from answerkit.model.problem import Place, Problem, problem
from answerkit.publish.files import (
    NotAFileError,
    goes_through_link,
    keep_private,
    make_folder,
    read_file,
    replace_file,
)


@dataclass(frozen=True, slots=True)
class OutputFolder:
    """Where the files of one edition lie.

    Attributes:
        base: the project's folder; no link is followed below it.
        folder: below ``base``.
        private: the files are for their owner alone.
        given: the folder is the user's own; it is there, and its mode is left as it is.
    """

    base: Path
    folder: Path
    private: bool
    given: bool = False

    def path(self, answer: str, kind: str = "docx") -> Path:
        """The answer's file of a kind (an extension); an id with a slash lies in a subfolder."""
        return self.folder / f"{answer}.{kind}"

    def name(self, path: Path) -> str:
        """How messages call a file of the folder: relative to the project, with forward slashes."""
        return path.relative_to(self.base).as_posix()


@dataclass(frozen=True, slots=True)
class Published:
    """The file lies in its place.

    Attributes:
        written: False when it held the very same bytes already.
        backup: the copy of the edited file that it replaced, as messages call it; empty when there is none.
    """

    written: bool
    backup: str = ""


def publish(  # noqa: PLR0913 - what, where, and how
    output: OutputFolder, answer: str, data: bytes, recorded: str, *, force: bool, kind: str = "docx"
) -> Published | Problem:
    """Put an edition in its place, or say why not; then the file that lies there is as it was.

    Args:
        output: the edition's folder, which is made if need be.
        answer: the answer's id.
        data: the file.
        recorded: sha256 (hex) of what was written there the last time; empty when that is not known.
        force: write although the file is the same or was edited; an edited one is copied first.
        kind: the file's extension.
    """
    path = output.path(answer, kind)
    try:
        return _publish(output, path, data, recorded, force=force)
    except OSError as error:
        return cannot_write(output, path, error)


def unchanged(output: OutputFolder, answer: str, recorded: str, kind: str = "docx") -> bytes | None:
    """The bytes of the answer's file of a kind if they are still those that were recorded, else None.

    The mode of a private file is set anew on the way.
    """
    path = output.path(answer, kind)
    try:
        data = None if goes_through_link(output.base, path) else read_file(path)
        if data is None or sha256(data).hexdigest() != recorded:
            return None
        if output.private:
            keep_private(path)
    except OSError:
        return None
    return data


def lying(output: OutputFolder, answer: str) -> bytes | None:
    """The bytes of the answer's Word file, whoever wrote it; None where none can be read."""
    path = output.path(answer)
    try:
        return None if goes_through_link(output.base, path) else read_file(path)
    except OSError:
        return None


def cannot_write(output: OutputFolder, path: Path, error: OSError) -> Problem:
    """The problem that the system's refusal to write is; the system's own words are not repeated."""
    place = Place(output.name(path))
    if _open_elsewhere(path):
        return problem(Code.AK602, place, "den er åben i et andet program")
    if isinstance(error, NotAFileError):
        return problem(Code.AK602, place, "der ligger noget andet end en fil", "flyt det, og prøv igen")
    return problem(Code.AK602, place, *_REFUSALS.get(error.errno or 0, ()))


def _publish(
    output: OutputFolder, path: Path, data: bytes, recorded: str, *, force: bool
) -> Published | Problem:
    place = Place(output.name(path))
    if goes_through_link(output.base, path):
        return problem(Code.AK602, place, "stien går gennem et symbolsk link", "slet linket")
    _make_folders(output, path.parent)
    there = read_file(path)
    if there == data and not force:
        if output.private:
            keep_private(path)
        return Published(written=False)
    edited = there is not None and there != data and sha256(there).hexdigest() != recorded
    if edited and not force:
        return problem(Code.AK601, place)
    backup = replace_file(path, data, private=output.private, previous=there if edited else None)
    return Published(written=True, backup=output.name(backup) if backup else "")


def _make_folders(output: OutputFolder, folder: Path) -> None:
    """The edition's folder and those below it are private where the edition is; those above are not."""
    if output.given:
        return
    make_folder(output.base, output.folder.parent, private=False)
    make_folder(output.folder.parent, folder, private=output.private)


_REFUSALS = {
    errno.EACCES: ("adgang nægtet", "luk filen i Word, eller få skriveret til mappen"),
    errno.EPERM: ("adgang nægtet", "luk filen i Word, eller få skriveret til mappen"),
    errno.ENOSPC: ("der er ikke plads på disken", "gør plads, og prøv igen"),
    errno.EDQUOT: ("der er ikke plads på disken", "gør plads, og prøv igen"),
    errno.EROFS: ("disken er skrivebeskyttet", "læg projektet et andet sted"),
    errno.ENAMETOOLONG: ("stien er for lang", "giv svaret et kortere id, eller flyt projektet"),
    errno.ENOTDIR: ("en fil ligger, hvor der skal være en mappe", "flyt filen, og prøv igen"),
    errno.EEXIST: ("en fil ligger, hvor der skal være en mappe", "flyt filen, og prøv igen"),
}


def _open_elsewhere(path: Path) -> bool:
    """Whether Word or LibreOffice left its mark beside the file."""
    return any((path.parent / mark).exists() for mark in lock_files_of(path.name))
