"""The scan: any file's bytes → everything that must not be in a public file, by all gates that can run."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import ExitStack
from enum import Enum
from pathlib import Path

from answerkit.isolate.worker import start_plain
from answerkit.lanes.gate import StructureGate
from answerkit.lanes.walk import Target, targets
from answerkit.model.finding import Finding, Gate
from answerkit.model.frozen import dataclass
from answerkit.model.policy import PatternPolicy
from answerkit.model.result import Event, Planned, Scanned
from answerkit.model.text import Piece, Role
from answerkit.verify.built.gate import verify_built
from answerkit.verify.extract.codes import Rule
from answerkit.verify.extract.read import extract
from answerkit.verify.hygiene.inspect import Inspection
from answerkit.verify.match.matcher import Matcher
from answerkit.verify.match.shown import hide_names
from answerkit.verify.patterns.search import search_patterns, tells
from answerkit.verify.secrets.secret import Secrets

_FOLDER = "mappe"


class Profile(Enum):
    """What a file claims to be: as answerkit built it, or edited since then in another program."""

    BUILT = "built"
    EDITED = "edited"


@dataclass(frozen=True, slots=True)
class Scanner:
    """What files are held against. One scanner serves many files.

    Attributes:
        policy: which contacts may stand in a file.
        own: authors that may stand in an edited file, e.g. the authority's name.
        structure: what a built file is held against; None where files may have been edited.
        matcher: looks for what is secret; None where nothing secret is at hand.
    """

    policy: PatternPolicy = PatternPolicy()
    own: frozenset[str] = frozenset()
    structure: StructureGate | None = None
    matcher: Matcher | None = None

    @property
    def profile(self) -> Profile:
        """What the files are taken to be."""
        return Profile.BUILT if self.structure else Profile.EDITED

    def scan(self, name: str, data: bytes, ordinal: int = 1, folder: str = "") -> tuple[Finding, ...]:
        """What is wrong with a file, sorted; nothing when it may be published. Never raises.

        Args:
            name: the file as the user named it; shown by its ordinal where it is itself secret.
            data: the file.
            ordinal: the file's number in the run, 1-based.
            folder: names of folders that the user did not type, and that are to be searched as well.
        """
        inspection = None if self.structure else Inspection(self.own)
        extracted = extract(name, data, look=inspection.look if inspection else None)
        pieces = extracted.pieces
        if folder:
            pieces = (Piece("", _FOLDER, Role.NAME, folder), *pieces)
        found = [*extracted.findings, *search_patterns(name, pieces, self.policy)]
        if inspection:
            found += inspection.findings(name)
        if self.structure:
            gate = self.structure
            found += verify_built(data, name=name, reference=gate.reference, public=gate.facts)
        if self.matcher:
            found += self.matcher.find(name, pieces, ordinal)
        return self.shown(found, ordinal)

    def unread(self, name: str, rule: Rule, ordinal: int = 1, folder: str = "") -> tuple[Finding, ...]:
        """The same for a file that was not read: why, and what its name says."""
        last = name.rpartition("/")[2]
        pieces = [Piece("", _FOLDER, Role.NAME, folder), Piece("", "", Role.NAME, last)]
        found = [Finding(name, "", "", Gate.UNREADABLE, rule.name, rule.message, rule.severity)]
        found += search_patterns(name, pieces, self.policy)
        if self.matcher:
            found += self.matcher.find(name, pieces, ordinal)
        return self.shown(found, ordinal)

    def shown(self, findings: list[Finding], ordinal: int) -> tuple[Finding, ...]:
        """The findings of all gates, each once, with numbers for names that must not be told."""
        if self.matcher:
            findings = self.matcher.hide_names(findings, ordinal)
        findings = hide_names(findings, ordinal, lambda name: tells(name, self.policy))
        return tuple(sorted(set(findings), key=_order))


def _order(found: Finding) -> tuple[str, str, int, str, str, str, int]:
    return found.file, found.part, found.line, found.place, found.code, found.kind, found.length


@dataclass(frozen=True, slots=True)
class ScanRequest:
    """What to scan.

    Attributes:
        paths: files, folders and archives, as typed.
        policy, own, structure: as of ``Scanner``.
        secrets: what to look for; None where nothing secret is at hand.
        jobs: how many processes share the work, at least 1.
    """

    paths: tuple[Path, ...]
    policy: PatternPolicy = PatternPolicy()
    own: frozenset[str] = frozenset()
    structure: StructureGate | None = None
    secrets: Secrets | None = None
    jobs: int = 1


def run_scan(request: ScanRequest) -> Generator[Event]:
    """Scan file by file: the findings of each, then that it was scanned; the order of files is not theirs.

    Raises:
        UsageError: a path does not exist.
        WorkerFault: a process broke down.
    """
    found = tuple(enumerate(targets(request.paths), 1))
    yield Planned(len(found))
    count = max(1, min(request.jobs, len(found)))
    if count == 1:
        yield from _work(_Share(request, found))
        return
    with ExitStack() as stack:
        shares = [_Share(request, found[index::count]) for index in range(count)]
        yield from _taken_in_turn(stack.enter_context(start_plain(_work, share)) for share in shares)


@dataclass(frozen=True, slots=True)
class _Share:
    """One process's part of the work: files with their numbers in the whole run."""

    request: ScanRequest
    targets: tuple[tuple[int, Target], ...]


def _work(share: _Share) -> Iterator[Finding | Scanned]:
    request = share.request
    matcher = Matcher(request.secrets) if request.secrets is not None else None
    scanner = Scanner(request.policy, request.own, request.structure, matcher)
    for ordinal, target in share.targets:
        data = target.read()
        if isinstance(data, Rule):
            yield from scanner.unread(target.name, data, ordinal, target.folder)
        else:
            yield from scanner.scan(target.name, data, ordinal, target.folder)
        yield Scanned()


def _taken_in_turn(workers: Iterable[Iterator[Finding | Scanned]]) -> Iterator[Finding | Scanned]:
    """A file's events from each worker in turn, so that none waits long for its reader."""
    waiting = deque(workers)
    while waiting:
        worker = waiting.popleft()
        for event in worker:
            yield event
            if isinstance(event, Scanned):
                waiting.append(worker)
                break
