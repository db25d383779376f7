"""The desk of one edition: takes its lane's results, publishes them, and keeps the folder's record."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, assert_never

from answerkit.lanes.gate import StructureGate, structure_gate
from answerkit.lanes.outcome import Failed, Kept, Known, LaneResult, LeftOut, Made
from answerkit.lanes.project import PublicPaths
from answerkit.model.codes import Code
from answerkit.model.document import Edition
from answerkit.model.finding import Finding
from answerkit.model.problem import Place, Problem, Severity, problem
from answerkit.model.result import Event, Extent, FileResult, Planned, Status
from answerkit.publish.edition import OutputFolder, Published, cannot_write, publish, unchanged
from answerkit.publish.files import goes_through_link
from answerkit.publish.record import RECORD_NAME, Entry, Record, read_record, write_record

if TYPE_CHECKING:  # only whoever opens the confidential tree pays for it
    from answerkit.lanes.content_gate import ContentGate


class Desk:
    """Publishes what one edition's lanes send.

    Args:
        edition: whose files come here.
        paths: the project.
        force: write files that are as they were, and over edited ones.

    Attributes:
        content_gate: what each file is held against, or None where nothing confidential may be known.
    """

    def __init__(self, edition: Edition, paths: PublicPaths, *, force: bool) -> None:
        folder = paths.base / "outputs" / edition.value
        self.edition = edition
        self.content_gate: ContentGate | None = None
        self.output = OutputFolder(paths.base, folder, private=edition is Edition.CONFIDENTIAL)
        self._paths = paths
        self._force = force
        self._earlier = self._read()
        self._new: dict[str, Entry] = {}

    def known(self) -> tuple[Known, ...]:
        """What need not be built again if nothing changed that goes into it; nothing at all by force."""
        entries = {} if self._force else self._earlier.entries
        return tuple(
            Known(answer, entry.fingerprint, entry.inputs)
            for answer, entry in entries.items()
            if unchanged(self.output, answer, entry.sha256) is not None
        )

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
            case Planned() | Problem() | Finding():
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
        if (yield from self._stopped(made.answer, made.data)):
            return
        earlier = self._earlier.entries.get(made.answer)
        recorded = earlier.sha256 if earlier else ""
        outcome = publish(self.output, made.answer, made.data, recorded, force=self._force)
        match outcome:
            case Problem():
                yield outcome
                yield self._line(made.answer, Status.FAILED)
            case Published(written=written, backup=backup):
                digest = sha256(made.data).hexdigest()
                entry = Entry(digest, made.fingerprint, made.inputs, self._told(made.extent))
                self._new[made.answer] = entry
                status = Status.BUILT if written else Status.UNCHANGED
                yield self._line(made.answer, status, entry, backup=backup)
            case _:
                assert_never(outcome)

    def _verify_again(self, kept: Kept) -> Iterator[Event]:
        """The file was not built, but what lies there is what would be published: look at it again."""
        entry = self._earlier.entries[kept.answer]
        name = self.output.name(self.output.path(kept.answer))
        data = unchanged(self.output, kept.answer, entry.sha256)
        if data is None:
            yield problem(Code.AK601, Place(name))
            yield self._line(kept.answer, Status.FAILED)
            return
        rejected = tuple(self._gate.rejections(data, name, kept.title))
        yield from rejected
        if rejected:
            yield self._line(kept.answer, Status.FAILED, entry)
        elif not (yield from self._stopped(kept.answer, data)):
            yield self._line(kept.answer, Status.UNCHANGED, entry)

    def _stopped(self, answer: str, data: bytes) -> Generator[Event, None, bool]:
        """Whether the content gate forbids to publish a file; if so, all is told."""
        gate = self.content_gate
        if gate is None:
            return False
        said = tuple(gate.verdict(data, self.output.name(self.output.path(answer))))
        yield from said
        if all(item.severity is Severity.WARNING for item in said):
            return False
        shown = gate.shown(answer)
        yield self._line(shown, Status.FAILED)
        return True

    @cached_property
    def _gate(self) -> StructureGate:
        """Made when the first file is to be looked at again."""
        return structure_gate(self._paths, self.edition)

    def _told(self, measured: Extent) -> Extent | None:
        """Of a confidential file nobody is told how long it is."""
        return measured if self.edition is Edition.PUBLIC else None

    def _line(
        self, answer: str, status: Status, entry: Entry | None = None, *, reason: str = "", backup: str = ""
    ) -> FileResult:
        path = self.output.name(self.output.path(answer))
        if entry is None or self.edition is Edition.CONFIDENTIAL:
            return FileResult(answer, self.edition, status, path, reason, backup)
        return FileResult(answer, self.edition, status, path, reason, backup, entry.extent, entry.sha256)
