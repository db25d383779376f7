"""The desk of one edition: takes its lane's results, publishes them, and keeps the folder's record."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, assert_never

from answerkit.lanes.outcome import Failed, Kept, Known, LaneResult, LeftOut, Made
from answerkit.lanes.project import PublicPaths
from answerkit.model.codes import Code
from answerkit.model.document import Edition
from answerkit.model.finding import Finding
from answerkit.model.problem import Place, Problem, Severity, problem
from answerkit.model.result import Event, Extent, FileResult, Note, Planned, Status
from answerkit.publish.edition import OutputFolder, cannot_write, lying, publish, unchanged
from answerkit.publish.files import goes_through_link
from answerkit.publish.record import RECORD_NAME, Entry, Record, read_record, write_record
from answerkit.publish.sealing import Seal, is_sealed

if TYPE_CHECKING:  # only whoever opens the confidential tree pays for it
    from answerkit.lanes.content_gate import ContentGate
    from answerkit.lanes.edition_gate import EditionGate

_BESIDE = ("html", "pdf")
"""What may lie beside an answer's Word file."""

_SEALED = "filen på disken er krypteret og er ikke bygget igen: brug --encrypt, eller slet den"


def _key(answer: str, kind: str) -> str:
    """Under which name the record holds a file: a Word file under the answer's, which has no full stop."""
    return answer if kind == "docx" else f"{answer}.{kind}"


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


class Desk:
    """Publishes what one edition's lanes send.

    Args:
        edition: whose files come here.
        paths: the project.
        force: write files that are as they were, and over edited ones.
        html: an HTML file belongs beside each Word file.
        pdf: a PDF will be asked for beside each Word file.
        seal: what Word files are encrypted with; None to write them as they are.

    Attributes:
        words: where PDF files will be asked for, answer → its Word file, for those that lie there and were
            found to be in order in this run.
        content_gate: what each file is held against, or None where nothing confidential may be known.
    """

    def __init__(  # noqa: PLR0913 - what is to lie there, and how
        self,
        edition: Edition,
        paths: PublicPaths,
        *,
        force: bool,
        html: bool = False,
        pdf: bool = False,
        seal: Seal | None = None,
    ) -> None:
        folder = paths.base / "outputs" / edition.value
        self.edition = edition
        self.content_gate: ContentGate | None = None
        self.output = OutputFolder(paths.base, folder, private=edition is Edition.CONFIDENTIAL)
        self._paths = paths
        self._force = force
        self._seal = seal
        self._kinds = ("docx", "html") if html else ("docx",)
        self._left = tuple(kind for kind, made in zip(_BESIDE, (html, pdf), strict=True) if not made)
        self.words: dict[str, bytes] = {}
        self._pdf = pdf
        self._earlier = self._read()
        self._new: dict[str, Entry] = {}

    def known(self) -> tuple[Known, ...]:
        """What need not be built again if nothing changed that goes into it.

        Nothing at all by force; nor of encrypted files, which have to be compared with what would be written.
        """
        entries = {} if self._force or self._seal else self._earlier.entries
        return tuple(
            Known(answer, entry.fingerprint, entry.inputs)
            for answer, entry in entries.items()
            if "." not in answer and all(self._lies_there(answer, kind) for kind in self._kinds)
        )

    def _lies_there(self, answer: str, kind: str) -> bool:
        """Whether the answer's file of that kind is as the same build left it that left the Word file."""
        entry = self._earlier.entries.get(_key(answer, kind))
        if entry is None or entry.fingerprint != self._earlier.entries[answer].fingerprint:
            return False
        return unchanged(self.output, answer, entry.sha256, kind) is not None

    def receive(self, result: LaneResult) -> Iterator[Event]:
        """Do what a result asks for, and say what became of it."""
        match result:
            case Made():
                yield from self._publish(result)
            case Kept():
                yield from self._verify_again(result)
            case Failed(answer=answer):
                yield self._line(answer, Status.FAILED)
            case LeftOut(answer=answer, reason=reason):
                yield self._line(answer, Status.LEFT_OUT, reason=reason)
            case Planned() | Problem():
                yield result
            case _:
                assert_never(result)

    def close(self) -> tuple[Problem, ...]:
        """Write the record. Other builds may have written theirs meanwhile, so it is read again first."""
        path = self.output.folder / RECORD_NAME
        if not self._new or goes_through_link(self.output.base, path):
            return ()
        record = Record({**self._read().entries, **self._new})
        try:
            write_record(self.output.folder, record, private=self.output.private)
        except OSError as error:
            return (cannot_write(self.output, path, error),)
        return ()

    def _read(self) -> Record:
        linked = goes_through_link(self.output.base, self.output.folder / RECORD_NAME)
        return Record() if linked else read_record(self.output.folder)

    def _publish(self, made: Made) -> Iterator[Event]:
        """The Word file; and when it lies there, the HTML file."""
        if not (yield from self._passes(made)):
            yield self._line(made.answer, Status.FAILED)
            return
        guarded = self._guarded(made)
        if guarded is None:
            yield self._line(made.answer, Status.LEFT_OUT, reason=_SEALED)
            return
        data, fingerprint = guarded
        entry = Entry(_digest(data), fingerprint, made.inputs, self._told(made.extent))
        written = yield from self._put(made.answer, "docx", data, entry)
        if written is None:
            return
        self._remember(made.answer, made.data)
        if made.page:
            page = Entry(_digest(made.page), made.fingerprint, made.inputs)
            yield from self._put(made.answer, "html", made.page, page)
        earlier = self._earlier.entries.get(made.answer)
        if written and (earlier is None or earlier.sha256 != entry.sha256):
            yield from self._outdated(made.answer)

    def _passes(self, made: Made) -> Generator[Event, None, bool]:
        """Whether all files of an answer may be published; if not, all that stands against it is told."""
        word, page = (self.output.name(self.output.path(made.answer, kind)) for kind in ("docx", "html"))
        rejected = self._gate.word_rejections(made.data, word, made.title)
        if made.page and not rejected:
            rejected = self._gate.page_rejections(made.page, made.data, page)
        yield from rejected
        return not rejected

    def _remember(self, answer: str, word: bytes) -> None:
        """Only for the PDF: a thousand Word files are much to keep."""
        if self._pdf:
            self.words[answer] = word

    def kept_pdf(self, answer: str, fingerprint: str) -> bytes | None:
        """The answer's PDF, if it lies there as an earlier build made it of the same; by force never."""
        entry = self._earlier.entries.get(_key(answer, "pdf"))
        if self._force or entry is None or entry.fingerprint != fingerprint:
            return None
        return self._still(answer, "pdf")

    def put_pdf(self, answer: str, data: bytes, fingerprint: str) -> Iterator[Event]:
        """Publish a PDF that has passed its gates; ``fingerprint`` is of what it was made of."""
        yield from self._put(answer, "pdf", data, Entry(_digest(data), fingerprint, ()))

    def fail(self, answer: str, kind: str) -> Iterator[Event]:
        """Say that a file cannot be had; why was said before."""
        yield self._line(answer, Status.FAILED, kind=kind)

    def _put(self, answer: str, kind: str, data: bytes, entry: Entry) -> Generator[Event, None, bool | None]:
        """Put one file in its place: whether it was written, or None when it does not lie there."""
        if (yield from self._stopped(answer, data, kind)):
            return None
        earlier = self._earlier.entries.get(_key(answer, kind))
        recorded = earlier.sha256 if earlier else ""
        outcome = publish(self.output, answer, data, recorded, force=self._force, kind=kind)
        if isinstance(outcome, Problem):
            yield outcome
            yield self._line(answer, Status.FAILED, kind=kind)
            return None
        self._new[_key(answer, kind)] = entry
        status = Status.BUILT if outcome.written else Status.UNCHANGED
        yield self._line(answer, status, entry, backup=outcome.backup, kind=kind)
        return outcome.written

    def _guarded(self, made: Made) -> tuple[bytes, str] | None:
        """What to write, and its fingerprint; None where that would take the password off a file.

        A file that holds the same behind the same password stays as it is. An encrypted file has no
        fingerprint: it can only be judged by whoever has the password.
        """
        there = lying(self.output, made.answer) if self.output.private else None
        if self._seal is None:
            return None if is_sealed(there) else (made.data, made.fingerprint)
        if there is not None and not self._force and self._seal.open(there) == made.data:
            return there, ""
        return self._seal.close(made.data), ""

    def _outdated(self, answer: str) -> Iterator[Note]:
        """That files which earlier builds made of the answer say what the answer said then."""
        for kind in self._left:
            path = self.output.path(answer, kind)
            if _key(answer, kind) in self._earlier.entries and path.is_file():
                name = self.output.name(path)
                yield Note(f"{name} er af ældre dato; byg den igen med --{kind}, eller slet den")

    def _still(self, answer: str, kind: str) -> bytes | None:
        return unchanged(self.output, answer, self._earlier.entries[_key(answer, kind)].sha256, kind)

    def _verify_again(self, kept: Kept) -> Iterator[Event]:
        """The files were not built, but what lies there is what would be published: look at it again."""
        found = {kind: self._still(kept.answer, kind) for kind in self._kinds}
        docx = found["docx"]
        for kind, data in found.items():
            if data is None or docx is None:
                yield problem(Code.AK601, Place(self.output.name(self.output.path(kept.answer, kind))))
                yield self._line(kept.answer, Status.FAILED, kind=kind)
            else:
                yield from self._judge_again(kept, kind, data, docx)

    def _judge_again(self, kept: Kept, kind: str, data: bytes, docx: bytes) -> Iterator[Event]:
        name = self.output.name(self.output.path(kept.answer, kind))
        rejected = (
            self._gate.word_rejections(data, name, kept.title)
            if kind == "docx"
            else self._gate.page_rejections(data, docx, name)
        )
        yield from rejected
        entry = self._earlier.entries[_key(kept.answer, kind)]
        if rejected:
            yield self._line(kept.answer, Status.FAILED, entry, kind=kind)
        elif not (yield from self._stopped(kept.answer, data, kind)):
            if kind == "docx":
                self._remember(kept.answer, data)
            yield self._line(kept.answer, Status.UNCHANGED, entry, kind=kind)

    def _stopped(self, answer: str, data: bytes, kind: str) -> Generator[Event, None, bool]:
        """Whether the content gate forbids to publish a file; if so, all is told."""
        gate = self.content_gate
        if gate is None:
            return False
        said = tuple(gate.verdict(data, self.output.name(self.output.path(answer, kind))))
        yield from said
        if not any(isinstance(item, Problem | Finding) and item.severity is Severity.ERROR for item in said):
            return False
        shown = gate.shown(answer)
        yield self._line(shown, Status.FAILED, kind=kind)
        return True

    def prepare(self) -> None:
        """Get ready to look at files, which takes a while, before the first one comes."""
        self._gate.prepare()

    @cached_property
    def _gate(self) -> EditionGate:
        from answerkit.lanes.edition_gate import EditionGate  # noqa: PLC0415 - while the lanes are at work

        return EditionGate(self._paths, self.edition)

    def _told(self, measured: Extent) -> Extent | None:
        """Of a confidential file nobody is told how long it is."""
        return measured if self.edition is Edition.PUBLIC else None

    def _line(  # noqa: PLR0913 - all that a line says
        self,
        answer: str,
        status: Status,
        entry: Entry | None = None,
        *,
        reason: str = "",
        backup: str = "",
        kind: str = "docx",
    ) -> FileResult:
        path = self.output.name(self.output.path(answer, kind))
        if entry is None or self.edition is Edition.CONFIDENTIAL:
            return FileResult(answer, self.edition, status, path, reason, backup)
        return FileResult(answer, self.edition, status, path, reason, backup, entry.extent, entry.sha256)
