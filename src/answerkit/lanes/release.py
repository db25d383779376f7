"""The last mile: a file that somebody edited after the build, or its PDF, leaves the house when it is clean.

The file is read once. What is scanned is what is written, whatever becomes of the file meanwhile.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from answerkit.errors import AnswerkitError, ExitCode, UsageError
from answerkit.lanes.build import BuildRequest, keep_apart
from answerkit.lanes.clearing import clear_project
from answerkit.lanes.inspection import plain_scanner
from answerkit.lanes.project import PublicPaths, own_confidential_root
from answerkit.lanes.proof_rules import Rule
from answerkit.lanes.verdict import Verdict, make_room, write_verdict
from answerkit.load.config import load_config
from answerkit.model.document import Edition
from answerkit.model.finding import Finding
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Problem, Severity
from answerkit.model.result import Event, FileResult, Note, Status
from answerkit.publish.files import read_once, replace_file
from answerkit.verify.extract.found import Source
from answerkit.verify.extract.kind import Kind, judge
from answerkit.verify.extract.limits import LIMITS

_KINDS: Final = {".docx": Kind.ZIP, ".pdf": Kind.PDF}
_DIGITS: Final = 16
_WARNED: Final = "advarslerne står ikke i vejen: læs dem, før filen offentliggøres"


class NotClearedError(AnswerkitError):
    """The file lies where nothing may leave (exit 4)."""

    exit_code = ExitCode.LEAK


@dataclass(frozen=True, slots=True)
class ReleaseRequest:
    """What is to leave, and where to.

    Attributes:
        file: a Word file or a PDF.
        to: an existing folder.
        paths: the project that the file comes from.
        confidential: its confidential root; None for the project's own.
    """

    file: Path
    to: Path
    paths: PublicPaths
    confidential: Path | None = None

    @property
    def root(self) -> Path:
        """The confidential root."""
        return self.confidential or own_confidential_root(self.paths.base)


def release(request: ReleaseRequest) -> Generator[Event]:
    """Hold a file against all that is known, and copy it when it is clean, under a name that says nothing.

    Yields:
        Problems and findings; an error among them means that nothing was copied. Else the copy, last.

    Raises:
        UsageError: the file or the folder cannot be meant.
        NotClearedError: the file lies among what is confidential.
        AnswerkitError: the copy cannot be written.
    """
    keep_apart(BuildRequest(request.paths, request.confidential))
    folder = _folder(request)
    data = _read(request)
    if not request.root.is_dir():
        yield Rule.B203.finding("content/confidential")
        return
    name = f"svar-{sha256(data).hexdigest()[:_DIGITS]}{request.file.suffix.lower()}"
    said = tuple(_judged(request, name, data))
    yield from said
    if all(item.severity is Severity.WARNING for item in said):
        yield from (Note(_WARNED),) if said else ()
        yield _copied(folder, name, data, said, request.to)


def _folder(request: ReleaseRequest) -> Path:
    """The real folder to copy to, which lies neither in what files are made of nor in what is made."""
    try:
        folder = request.to.resolve(strict=True)
    except OSError:
        folder = None
    if folder is None or not folder.is_dir():
        raise UsageError("mappen efter --to findes ikke", "opret den, og prøv igen")
    base = request.paths.base
    taken = (*request.paths.readable, base / "content", base / "outputs", request.root)
    if any(folder.is_relative_to(place.resolve()) for place in taken):
        raise UsageError(
            "filen kan ikke frigives til en mappe i content, templates, outputs eller den fortrolige mappe",
            "angiv en mappe uden for dem med --to",
        )
    return folder


def _read(request: ReleaseRequest) -> bytes:
    """The file's bytes: of a Word file or a PDF, by name and by content."""
    try:
        data = read_once(request.file, LIMITS.file)
    except OSError:
        raise UsageError(
            "filen findes ikke, kan ikke læses, er for stor eller er et link", "angiv selve filen"
        ) from None
    kind = _KINDS.get(request.file.suffix.lower())
    if kind is None or judge(Source(request.file.name, data)) is not kind:
        raise UsageError("kun Word-filer (.docx) og PDF-filer frigives", "gem filen i en af de to former")
    real = request.file.resolve()
    closed = (request.root, request.paths.base / "outputs" / "confidential")
    if any(real.is_relative_to(place.resolve()) for place in closed):
        raise NotClearedError(
            "filen ligger blandt det fortrolige og frigives ikke", "frigiv den offentlige udgave"
        )
    return data


def _judged(request: ReleaseRequest, name: str, data: bytes) -> Iterator[Problem | Finding]:
    """What stands against the file; it is searched by the name that it is going to have."""
    config, problems = load_config(request.paths.config, request.paths.base)
    clearance = clear_project(request.paths, request.root)
    yield from (*problems, *clearance.problems)
    scanner = plain_scanner(config, clearance)
    shown = scanner.name(request.file.as_posix(), 1)
    yield from (replace(item, file=shown) for item in scanner.scan(name, data))


def _copied(
    folder: Path, name: str, data: bytes, said: tuple[Problem | Finding, ...], to: Path
) -> FileResult:
    """Write the verdict, then the file: none is ever there without its verdict."""
    digest = sha256(data).hexdigest()
    beside = (folder / name).with_suffix(".json")
    make_room(beside)
    write_verdict(beside, Verdict((digest,), cleared=True, events=said))
    try:
        replace_file(folder / name, data, private=False)
    except OSError:
        beside.unlink(missing_ok=True)
        raise AnswerkitError(
            "filen kan ikke skrives i mappen efter --to",
            "se efter, om du må skrive i den, og om der er plads",
        ) from None
    return FileResult("", Edition.PUBLIC, Status.RELEASED, (to / name).as_posix(), sha256=digest)
