"""The PDF of one Word file, as somebody edited it after the build.

A public one is held against all that a scan looks for, before and after LibreOffice has worked: what a scan
finds in the Word file, or in the PDF, is reason enough to write none. That is no clearance: nobody has
compared the file with what was built.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import Final

from answerkit.convert.office import find_office
from answerkit.convert.pdf import Converted, Failure, convert
from answerkit.errors import UsageError
from answerkit.lanes.pdf import PdfOrder, failed, ticking, warned
from answerkit.lanes.project import PublicPaths
from answerkit.lanes.scan import Scanner
from answerkit.lanes.scan_files import ScanRequest, make_scanner
from answerkit.load.config import load_config
from answerkit.model.document import Edition
from answerkit.model.finding import Finding
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Problem, Severity
from answerkit.model.result import Event, FileResult, Note, Planned, Status
from answerkit.publish.edition import OutputFolder, cannot_write, publish
from answerkit.verify.extract.limits import LIMITS
from answerkit.verify.pdf.gate import verify_pdf

_NO_CLEARANCE: Final = (
    "filerne er set efter som ved »answerkit scan«; det er ingen godkendelse: læs dem, før de offentliggøres"
)
_UNJUDGED: Final = "filen er fortrolig: den er ikke holdt op mod reglerne for offentlige filer"


@dataclass(frozen=True, slots=True)
class PdfRequest:
    """What to make a PDF of.

    Attributes:
        file: the Word file, as typed; the PDF is written beside it, under the same name.
        edition: who may read it.
        order: the LibreOffice to use.
        project: whose settings and confidential root hold; None outside of any project.
        confidential: the confidential root; None for the project's own, if it is there.
        force: write over a PDF that is there already, after copying it.
    """

    file: Path
    edition: Edition
    order: PdfOrder
    project: PublicPaths | None = None
    confidential: Path | None = None
    force: bool = False

    @property
    def name(self) -> str:
        """How messages call the PDF."""
        return self.file.with_suffix(".pdf").as_posix()


def run_pdf(request: PdfRequest) -> Generator[Event]:
    """Make the PDF, if nothing speaks against it.

    Raises:
        UsageError: the file is no Word file that can be read.
        NoOfficeError: there is no LibreOffice.
    """
    word = _read(request.file)
    office = find_office(_named(request), request.order.environment)
    yield Planned(1)
    scanner = yield from _scanner(request)
    result = _Result(request, scanner.name(request.name, 1) if scanner else request.name)
    if scanner and (yield from _stopped(scanner.scan(request.file.as_posix(), word))):
        yield result.line(Status.FAILED)
        return
    try:
        made = yield from ticking(convert(office, (word,), result.folder.folder))
    except OSError as error:
        yield cannot_write(result.folder, result.folder.path(request.file.stem, "pdf"), error)
        made = (Failure.NOTHING,)
    yield from _judged(result, scanner, made[0])
    yield from warned(made)


@dataclass(frozen=True, slots=True)
class _Result:
    """What becomes of a request; ``shown`` is the PDF's name, or a number where the name itself is secret."""

    request: PdfRequest
    shown: str

    @property
    def folder(self) -> OutputFolder:
        """Where the PDF belongs: beside the Word file."""
        home = self.request.file.resolve().parent
        return OutputFolder(home, home, private=self.request.edition is Edition.CONFIDENTIAL, given=True)

    def line(self, status: Status, backup: str = "") -> FileResult:
        """What is told of the PDF."""
        return FileResult("", self.request.edition, status, self.shown, backup=backup)


def _judged(result: _Result, scanner: Scanner | None, pdf: Converted) -> Iterator[Event]:
    """The PDF published, or why not."""
    request = result.request
    if isinstance(pdf, Failure):
        yield failed(pdf, result.shown)
        yield result.line(Status.FAILED)
        return
    found = verify_pdf(pdf, None, name=result.shown)
    if scanner:
        found = (*found, *scanner.scan(request.name, pdf))
    if (yield from _stopped(found)):
        yield result.line(Status.FAILED)
        return
    outcome = publish(result.folder, request.file.stem, pdf, "", force=request.force, kind="pdf")
    if isinstance(outcome, Problem):
        yield outcome
        yield result.line(Status.FAILED)
        return
    yield result.line(Status.BUILT if outcome.written else Status.UNCHANGED, outcome.backup)
    yield Note(_NO_CLEARANCE if request.edition is Edition.PUBLIC else _UNJUDGED)


def _read(file: Path) -> bytes:
    if file.suffix.lower() != ".docx":
        raise UsageError("kun Word-filer kan blive til PDF", "angiv en fil, der ender på .docx")
    try:
        if file.stat().st_size <= LIMITS.file:
            return file.read_bytes()
    except OSError:
        raise UsageError("filen kan ikke læses", "se efter, om stien er rigtig") from None
    raise UsageError("filen er for stor", "gem billederne i filen i en mindre størrelse")


def _named(request: PdfRequest) -> Path | None:
    """Where the user, or else the project's settings, say that LibreOffice is."""
    if request.order.named or request.project is None:
        return request.order.named
    config, _ = load_config(request.project.config, request.project.base)
    return request.project.base / config.libreoffice if config and config.libreoffice else None


def _scanner(request: PdfRequest) -> Generator[Event, None, Scanner | None]:
    if request.edition is Edition.CONFIDENTIAL:
        return None
    scan = ScanRequest((request.file,), project=request.project, confidential=request.confidential)
    return (yield from make_scanner(scan))


def _stopped(findings: Iterable[Finding]) -> Generator[Event, None, bool]:
    """Tell the findings; whether one is more than a warning."""
    found = tuple(findings)
    yield from found
    return any(item.severity is Severity.ERROR for item in found)
