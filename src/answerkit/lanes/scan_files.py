"""The scan of files and folders: what to hold them against, and each file's findings as they come."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

from answerkit.errors import UsageError
from answerkit.isolate.worker import start_plain
from answerkit.lanes.clearance import Clearance
from answerkit.lanes.clearing import clear_against, clear_project
from answerkit.lanes.gate import StructureGate, structure_gate
from answerkit.lanes.judging import judged
from answerkit.lanes.project import PublicPaths, own_confidential_root
from answerkit.lanes.scan import Profile, Scanner
from answerkit.lanes.walk import Target, targets
from answerkit.load.config import load_config
from answerkit.model.document import Edition
from answerkit.model.finding import Finding, Witness
from answerkit.model.frozen import dataclass
from answerkit.model.policy import PatternPolicy
from answerkit.model.problem import Severity
from answerkit.model.result import Event, Note, Planned, Scanned

_NOT_HELD = "filerne er ikke holdt op mod noget fortroligt: der er hverken en fortrolig mappe eller --against"


@dataclass(frozen=True, slots=True)
class ScanRequest:
    """What to scan, and what to hold it against.

    Attributes:
        paths: files, folders and archives, as typed.
        profile: what the files claim to be.
        project: whose settings, public content and confidential root hold; None outside of any project.
        confidential: the confidential root; None for the project's own, if it is there.
        against: a file or folder of which every word is secret; the project's own root is then left closed.
        jobs: how many processes share the work, at least 1.
        accessible: as of ``Scanner``.
        witness: as of ``Scanner``; with one, this process does all the work, since no text leaves another.
    """

    paths: tuple[Path, ...]
    profile: Profile = Profile.EDITED
    project: PublicPaths | None = None
    confidential: Path | None = None
    against: Path | None = None
    jobs: int = 1
    witness: Witness | None = None
    accessible: bool = False


def run_scan(request: ScanRequest) -> Generator[Event]:
    """Scan file by file: the findings of each, then that it was scanned; several processes take turns.

    Raises:
        UsageError: a path does not exist, or files cannot be held against a project that is not there.
        WorkerFault: a process broke down.
    """
    found = tuple(enumerate(targets(request.paths), 1))
    scanner = yield from make_scanner(request)
    yield Planned(len(found))
    count = 1 if request.witness else max(1, min(request.jobs, len(found)))
    shares = [_Share(scanner, found[index::count]) for index in range(count)]
    if count == 1:
        yield from _work(shares[0])
        return
    with ExitStack() as stack:
        yield from _taken_in_turn([stack.enter_context(start_plain(_work, share)) for share in shares])


def make_scanner(request: ScanRequest) -> Generator[Event, None, Scanner]:
    """Read what files are held against, and say what of it cannot be read; the scanner is what is returned.

    Raises:
        UsageError: files cannot be held against a project that is not there.
    """
    policy, own = PatternPolicy(), frozenset[str]()
    if request.project:
        config, problems = load_config(request.project.config, request.project.base)
        yield from problems
        if config:
            policy, own = config.patterns, frozenset({config.authority})
    clearance = _clearance(request)
    yield from clearance.problems if clearance else (Note(_NOT_HELD),)
    return Scanner(policy, own, _structure(request), clearance, request.witness, request.accessible)


def _structure(request: ScanRequest) -> StructureGate | None:
    if request.profile is Profile.EDITED:
        return None
    if request.project is None:
        raise UsageError("byggede filer hører til et projekt", "angiv projektets mappe med --project")
    try:
        return structure_gate(request.project, Edition.PUBLIC)
    except OSError:
        raise UsageError(
            "templates/reference.docx kan ikke læses", "hent den frem igen, og prøv en gang til"
        ) from None


def _clearance(request: ScanRequest) -> Clearance | None:
    """All that is secret: what was pointed at, else what the project's own confidential root says."""
    root = _root(request)
    parts = []
    if request.against:
        _must_exist(request.against, "--against")
        parts.append(clear_against(request.against, request.project))
    if root and request.project:
        parts.append(clear_project(request.project, root))
    return _joined(parts)


def _root(request: ScanRequest) -> Path | None:
    """The confidential root to open."""
    if request.confidential:
        _must_exist(request.confidential, "--confidential")
        if request.project is None:
            raise UsageError(
                "en fortrolig mappe hører til et projekt", "angiv projektets mappe med --project"
            )
        return request.confidential
    if request.project is None or request.against:
        return None
    own = own_confidential_root(request.project.base)
    return own if own.is_dir() else None


def _must_exist(path: Path, option: str) -> None:
    if not path.exists():
        raise UsageError(f"stien efter {option} findes ikke", "ret stien, og prøv igen")


def _joined(parts: list[Clearance]) -> Clearance | None:
    if len(parts) < 2:  # noqa: PLR2004 - there is nothing to join
        return parts[0] if parts else None
    first, second = parts
    return Clearance(first.secrets.joined(second.secrets), (*first.problems, *second.problems))


@dataclass(frozen=True, slots=True)
class _Share:
    """One process's part of the work: files with their numbers in the whole run."""

    scanner: Scanner
    targets: tuple[tuple[int, Target], ...]


def _work(share: _Share) -> Iterator[Finding | Scanned]:
    scanner = share.scanner
    for ordinal, target in share.targets:
        found = judged(scanner, target, ordinal)
        yield from found
        errors = sum(item.severity is Severity.ERROR for item in found)
        yield Scanned(scanner.name(target.name, ordinal), errors, len(found) - errors)


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
