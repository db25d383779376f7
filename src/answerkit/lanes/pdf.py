"""PDF files of an edition's Word files: made in one run of LibreOffice, judged, and published."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import field
from hashlib import sha256
from pathlib import Path
from typing import Final

from answerkit.convert.office import Office, find_office
from answerkit.convert.pdf import Converted, Failure, convert
from answerkit.lanes.desk import Desk
from answerkit.lanes.project import PublicPaths
from answerkit.lanes.scan import Scanner
from answerkit.lanes.workshop import get_config
from answerkit.model.codes import Code
from answerkit.model.document import Edition
from answerkit.model.finding import Finding
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Place, Problem, Severity, problem
from answerkit.model.result import Event, Note, Planned
from answerkit.publish.edition import cannot_write
from answerkit.verify.pdf.gate import release, verify_pdf

ACCESSIBLE_SINCE: Final = (25, 2)
"""The first release of LibreOffice whose PDF files were found to keep PDF/UA-1."""

_TOO_OLD: Final = "LibreOffice {} er ældre end 25.2: der gives intet løfte om, at PDF-filerne følger PDF/UA"


@dataclass(frozen=True, slots=True)
class PdfOrder:
    """That PDF files are wanted.

    Attributes:
        named: where the user says that LibreOffice is; None to look in the settings and the usual places.
        environment: what LibreOffice is started with.
    """

    named: Path | None = None
    environment: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)


@dataclass(frozen=True, slots=True)
class Press:
    """What PDF files are made with, and what public ones are held against."""

    office: Office
    scanner: Scanner


def get_press(order: PdfOrder, paths: PublicPaths) -> Press:
    """Find LibreOffice, and read what the project allows.

    Raises:
        NoOfficeError: there is no LibreOffice.
    """
    config, _ = get_config(paths)  # whoever builds says what is wrong with it
    named = order.named
    if named is None and config and config.libreoffice:
        named = paths.base / config.libreoffice
    office = find_office(named, order.environment)
    if config is None:
        return Press(office, Scanner())
    return Press(office, Scanner(config.patterns, frozenset({config.authority})))


def print_pdfs(desk: Desk, press: Press) -> Iterator[Event]:
    """Make and publish the PDF of each Word file that this run left in its place, but of no other."""
    words = desk.words
    yield Planned(len(words))
    waiting = []
    for answer, word in words.items():
        kept = desk.kept_pdf(answer, _fingerprint(press, word))
        if kept is None:
            waiting.append(answer)
        else:
            yield from _put(desk, press, answer, kept)
    if waiting:
        yield from _print(desk, press, waiting)


def _print(desk: Desk, press: Press, answers: Sequence[str]) -> Iterator[Event]:
    words = [desk.words[answer] for answer in answers]
    try:
        made = yield from ticking(convert(press.office, words, desk.output.folder))
    except OSError as error:
        yield cannot_write(desk.output, desk.output.folder, error)
        made = (Failure.NOTHING,) * len(answers)
    for answer, pdf in zip(answers, made, strict=True):
        if isinstance(pdf, Failure):
            yield failed(pdf, desk.output.name(desk.output.path(answer, "pdf")))
            yield from desk.fail(answer, "pdf")
        else:
            yield from _put(desk, press, answer, pdf)
    yield from warned(made)


def _put(desk: Desk, press: Press, answer: str, pdf: bytes) -> Iterator[Event]:
    name = desk.output.name(desk.output.path(answer, "pdf"))
    word = desk.words[answer]
    rejected = tuple(_rejections(desk, press, pdf, word, name))
    yield from rejected
    if any(item.severity is Severity.ERROR for item in rejected):
        yield from desk.fail(answer, "pdf")
    else:
        yield from desk.put_pdf(answer, pdf, _fingerprint(press, word))


def _rejections(desk: Desk, press: Press, pdf: bytes, word: bytes, name: str) -> Iterator[Problem | Finding]:
    """What there is to say of a PDF; of a confidential one no finding is told, as of the Word file."""
    findings = verify_pdf(pdf, word, name=name)
    if findings:
        yield problem(Code.AK603, Place(name), ", ".join(item.code for item in findings))
    if desk.edition is Edition.PUBLIC:
        yield from findings
        yield from press.scanner.scan(name, pdf)


def ticking(
    work: Generator[None, None, tuple[Converted, ...]],
) -> Generator[Event, None, tuple[Converted, ...]]:
    """Do the work; each of its pauses is an event that says nothing, so that progress can be shown."""
    while True:
        try:
            next(work)
        except StopIteration as done:
            made: tuple[Converted, ...] = done.value
            return made
        yield Planned(0)


def failed(failure: Failure, name: str) -> Problem:
    """That there is no PDF."""
    return problem(Code.AK604, Place(name), failure.meaning, failure.advice)


def warned(made: Sequence[Converted]) -> Iterator[Note]:
    """That LibreOffice is too old for the files to be promised accessible."""
    for pdf in made:
        if isinstance(pdf, bytes) and (found := release(pdf)) < ACCESSIBLE_SINCE:
            yield Note(_TOO_OLD.format(".".join(map(str, found)) or "af ukendt version"))
            return


def _fingerprint(press: Press, word: bytes) -> str:
    """Of all that goes into a PDF: the Word file, and the LibreOffice that stands there."""
    return sha256(f"{press.office.mark}\n{sha256(word).hexdigest()}".encode()).hexdigest()
