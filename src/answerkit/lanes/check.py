"""The check: all that can be shown of a project before its public files leave the house.

The public editions are built in a private place and pass every gate; so does what lies in the output folder.
The proof is made, the content is linted. The output folders stay as they are.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Final

from answerkit.isolate.program import ANSWERKIT
from answerkit.isolate.worker import Wall
from answerkit.lanes.baseline import Ledger, without_accepted
from answerkit.lanes.build import BuildRequest, build, keep_apart
from answerkit.lanes.clearing import clear_project
from answerkit.lanes.copies import Copy, copy_public, private_folder
from answerkit.lanes.inspection import inspect
from answerkit.lanes.lint import LintRequest, run_lint
from answerkit.lanes.project import PublicPaths, no_confidential_root, own_confidential_root
from answerkit.lanes.proof import ProofRequest, prove
from answerkit.lanes.proof_rules import DOUBTS, PUBLIC_OUTPUT, Rule
from answerkit.lanes.verdict import Verdict, make_room, said, write_verdict
from answerkit.model.document import Edition
from answerkit.model.finding import Finding
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Problem
from answerkit.model.result import Event, FileResult, Note, Status, Step, Walled
from answerkit.publish.record import RECORD_NAME

_PROVED: Final = (
    "bevist: de offentlige filer er de samme uden og med fortrolig mappe, "
    "og opdigtet fortrolig tekst kom ingen steder hen"
)
_NOT_CLEARED: Final = (
    "den fortrolige mappe findes ikke: ingen offentlig fil er holdt op mod den, "
    "og beviset er ført med opdigtede fortrolige mapper alene"
)


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """What to check, and how much must be shown.

    Attributes:
        paths: the project.
        confidential: the confidential root; None for the project's own.
        require_isolation: that only the weaker wall stood is a finding.
        require_clearance: that there is no confidential root to hold files against is a finding.
        verdict: where to write the verdict; None for nowhere.
        program: the command that is put to the proof.
        today: the day that the expiry of accepted findings is judged by; None to accept none.
    """

    paths: PublicPaths
    confidential: Path | None = None
    require_isolation: bool = False
    require_clearance: bool = False
    verdict: Path | None = None
    program: tuple[str, ...] = ANSWERKIT
    today: date | None = None

    @property
    def root(self) -> Path:
        """The confidential root."""
        return self.confidential or own_confidential_root(self.paths.base)


def check(request: CheckRequest) -> Generator[Event]:
    """Check a project, and say what was found while it is.

    Yields:
        Problems and findings in the order they turn up, and notes on what was shown and what could not be.

    Raises:
        UsageError: the named confidential root does not exist, or it and the public one lie in each other, or
            something else than a verdict lies where the verdict is to be written.
        AnswerkitError: a build broke down, or something cannot be copied or written.
    """
    keep_apart(BuildRequest(request.paths, request.confidential))
    if request.confidential and not request.confidential.is_dir():
        raise no_confidential_root()
    if request.verdict:
        make_room(request.verdict)
    heard: list[Event] = []
    with private_folder() as folder:
        built = copy_public(request.paths, folder / "built")
        for event in _unaccepted(request, _checked(request, built, folder)):
            heard.append(event)
            yield event
        files = tuple(sorted(_digest(path) for path in built.built().values() if path.name != RECORD_NAME))
    if request.verdict:
        wall = "".join(event.wall for event in heard if isinstance(event, Walled))
        proved = not any(isinstance(event, Finding) and event.code in DOUBTS for event in heard)
        verdict = Verdict(files, request.root.is_dir(), wall, proved, said(heard))
        write_verdict(request.verdict, verdict)


def _unaccepted(request: CheckRequest, events: Generator[Event]) -> Generator[Event]:
    paths = request.paths
    if request.today is None:
        return events
    covered = (*paths.readable, paths.base / PUBLIC_OUTPUT)
    return without_accepted(events, Ledger(paths.base, paths.base, request.today, covered))


def _checked(request: CheckRequest, built: Copy, folder: Path) -> Generator[Event]:
    # First of all: its child has a copy of what this process knows, which must be nothing.
    early: list[Problem] = []
    for event in _built(request, built):
        if isinstance(event, Problem):
            early.append(event)  # until it is known what must not be told
        else:
            yield event
    known = request.root.is_dir()
    yield from () if known else _not_cleared(request)
    html = any((request.paths.base / PUBLIC_OUTPUT).rglob("*.html"))
    proof = ProofRequest(request.paths, request.root if known else None, html, request.program)
    yield from _proved(proof, folder / "proof")
    clearance = clear_project(request.paths, request.root) if known else None
    yield from clearance.problems if clearance else ()
    yield from map(clearance.told, early) if clearance else early
    yield from inspect(request.paths, built.built(), clearance)
    lint = run_lint(LintRequest(request.paths, request.root if known else None))
    problems = (event for event in lint if isinstance(event, Problem))
    yield from map(clearance.told, problems) if clearance else problems


def _built(request: CheckRequest, built: Copy) -> Iterator[Event]:
    """Build the public editions in the copy; that one was built is told when all is well with all of them."""
    with closing(build(BuildRequest(built.paths, editions=(Edition.PUBLIC,)))) as events:
        for event in events:
            match event:
                case FileResult(status=Status.BUILT):
                    yield Step()
                case Walled(wall=wall):
                    yield event
                    yield Note(f"muren om den offentlige udgave: {wall}")
                    if request.require_isolation and wall != Wall.LANDLOCK.value:
                        yield Rule.B202.finding()
                case Note():
                    pass  # that the confidential root stays closed holds for this step alone
                case _:
                    yield event


def _proved(request: ProofRequest, folder: Path) -> Iterator[Event]:
    """The proof, and when nothing stands against it, that it was made."""
    doubted = False
    for event in prove(request, folder):
        doubted = doubted or isinstance(event, Finding)
        yield event
    if not doubted:
        yield Note(_PROVED)


def _not_cleared(request: CheckRequest) -> Iterator[Event]:
    yield Note(_NOT_CLEARED)
    if request.require_clearance:
        yield Rule.B203.finding()


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
