"""The build: both lanes at work, and each file published as it comes.

Every public child is started before anything confidential is touched, be it only to see whether it is there:
a forked child has a copy of its parent's memory.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from answerkit.errors import UsageError
from answerkit.isolate.worker import Named, Wall, best_wall, start, start_plain
from answerkit.lanes.desk import Desk
from answerkit.lanes.orders import ConfidentialRequest, PublicRequest
from answerkit.lanes.outcome import WHOLE, Done, LaneResult, Share
from answerkit.lanes.project import PublicPaths, answer_ids, no_confidential_root, own_confidential_root
from answerkit.lanes.proof_rules import Rule
from answerkit.model.codes import Code
from answerkit.model.document import Edition
from answerkit.model.finding import Finding, Gate
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Place, Problem, problem
from answerkit.model.result import Event, Note, Walled
from answerkit.publish.files import POSIX_MODES
from answerkit.publish.sealing import Seal

if TYPE_CHECKING:  # see ``_finish``
    from answerkit.lanes.content_gate import ContentGate
    from answerkit.lanes.pdf import PdfOrder

_NO_MODES = "dette system har ingen POSIX-rettigheder: den fortrolige fil har mappens rettigheder"
_NOT_OPENED = "den fortrolige mappe er ikke åbnet: den offentlige udgave er ikke holdt op mod den"
_WHAT_TO_DO = (
    "den offentlige fil er ikke skrevet: slet personnummeret, eller hvad der ellers er fundet, de steder i "
    "content/public, templates og answerkit.toml, der er vist"
)
_NO_TREE = (
    "den fortrolige mappe findes ikke: den fortrolige udgave er udeladt, "
    "og den offentlige er ikke holdt op mod noget fortroligt"
)

run_public: Final = Named[PublicRequest, LaneResult]("answerkit.lanes.public", "run_public")
run_confidential: Final = Named[ConfidentialRequest, LaneResult](
    "answerkit.lanes.confidential", "run_confidential"
)
"""What the first of these lanes tells before its results is for the content gate alone."""

Finish: TypeAlias = Callable[[Desk], Iterator[Event]]


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What to build.

    Attributes:
        paths: the project.
        confidential: the confidential root; None for the project's own.
        answers: ids; empty for all.
        editions: which of the two.
        force: build what is unchanged, and write over edited files after copying them.
        jobs: processes for each edition, at least 1.
        html: whether an HTML file is made beside each Word file.
        require_isolation: build no public edition behind the weaker wall.
        pdf: that a PDF is made beside each Word file, and with what; None for none.
        password: gives the password that confidential Word files are encrypted with; None not to encrypt.
            Asked when the public lane's processes have started, so that none of them has it.
    """

    paths: PublicPaths
    confidential: Path | None = None
    answers: tuple[str, ...] = ()
    editions: tuple[Edition, ...] = (Edition.PUBLIC, Edition.CONFIDENTIAL)
    force: bool = False
    jobs: int = 1
    html: bool = False
    require_isolation: bool = False
    pdf: PdfOrder | None = None
    password: Callable[[], str] | None = None

    @property
    def root(self) -> Path:
        """The confidential root."""
        return self.confidential or own_confidential_root(self.paths.base)

    def desk(self, edition: Edition, seal: Seal | None = None) -> Desk:
        """Where the edition's files are published."""
        pdf = self.pdf is not None
        return Desk(edition, self.paths, force=self.force, html=self.html, pdf=pdf, seal=seal)

    def shares(self) -> tuple[Share, ...]:
        """How the answers are dealt out: to no more processes than there are answers."""
        if self.jobs == 1:
            return (WHOLE,)
        count = max(1, min(self.jobs, len(self.answers or answer_ids(self.paths))))
        return tuple(Share(index, count) for index in range(count))


@dataclass(frozen=True, slots=True)
class _Lane:
    """Results on their way to a desk."""

    desk: Desk
    results: Iterator[LaneResult]


def build(request: BuildRequest) -> Generator[Event]:
    """Build and publish, and say what happens while it does.

    Yields:
        Notes, problems and findings in the order they turn up, and a ``FileResult`` for each file. Several
        lanes may send the same problem. Close the generator to stop early: what is published stays.

    Raises:
        UsageError: the named confidential root does not exist, or it and the public one lie in each other.
        NoOfficeError: PDF files are wanted, and there is no LibreOffice.
        WorkerFault: a lane broke down.
    """
    if request.require_isolation and Edition.PUBLIC in request.editions and best_wall() is Wall.TRIPWIRE:
        yield Walled(Wall.TRIPWIRE.value)
        yield Rule.B202.finding()
        return
    finish = _finish(request)
    with ExitStack() as stack:
        public = (yield from _start_public(request, stack)) if Edition.PUBLIC in request.editions else []
        confidential = yield from _start_confidential(request, stack)
        for lane in (*public, *confidential):
            lane.desk.prepare()
        gate = _hold_against(request.paths, confidential, public)
        events = _published((*public, *confidential), finish)
        yield from _traced(gate.discreet(events) if gate else events, request.paths, gate)


def _traced(events: Generator[Event], paths: PublicPaths, gate: ContentGate | None) -> Iterator[Event]:
    """The events, and where in the sources there stands what a pattern forbids in a public file."""
    forbidden = False
    with closing(events):
        for event in events:
            forbidden = forbidden or (isinstance(event, Finding) and event.gate is Gate.PATTERN)
            yield event
    if forbidden:
        from answerkit.lanes.inspection import pattern_sources  # noqa: PLC0415 - most builds find none

        yield from pattern_sources(paths, gate.clearance if gate else None)
        yield Note(_WHAT_TO_DO)


def _finish(request: BuildRequest) -> Finish:
    """What is done at a desk when all Word files lie there."""
    if request.pdf is None:
        return lambda _: iter(())
    from answerkit.lanes.pdf import get_press, print_pdfs  # noqa: PLC0415 - a build without PDF does without

    return partial(print_pdfs, press=get_press(request.pdf, request.paths))


def _start_public(request: BuildRequest, stack: ExitStack) -> Generator[Event, None, list[_Lane]]:
    desk = request.desk(Edition.PUBLIC)
    known = desk.known()
    jobs = [
        PublicRequest(request.paths, request.answers, share, known, request.html)
        for share in request.shares()
    ]
    workers = [stack.enter_context(start(run_public, job, request.paths.readable)) for job in jobs]
    yield Walled(workers[0].wall.value)
    return [_Lane(desk, worker) for worker in workers]


def _start_confidential(request: BuildRequest, stack: ExitStack) -> Generator[Event, None, list[_Lane]]:
    if Edition.CONFIDENTIAL not in request.editions:
        yield Note(_NOT_OPENED)
        return []
    keep_apart(request)
    if not request.root.is_dir():
        yield _missing(request)
        return []
    if not POSIX_MODES:
        yield Note(_NO_MODES)
    desk = request.desk(Edition.CONFIDENTIAL, Seal(request.password()) if request.password else None)
    known = desk.known()
    jobs = [
        ConfidentialRequest(request.paths, request.root, request.answers, share, known, request.html)
        for share in request.shares()
    ]
    return [_Lane(desk, stack.enter_context(start_plain(run_confidential, job))) for job in jobs]


def _hold_against(
    paths: PublicPaths, confidential: list[_Lane], public: Iterable[_Lane]
) -> ContentGate | None:
    """From now on no public file is published that the confidential tree speaks against, if it is there."""
    if not confidential:
        return None
    from answerkit.lanes.content_gate import ContentGate  # noqa: PLC0415 - the public lane does without it

    gate = ContentGate(paths, confidential[0].results)
    gate.prepare()
    confidential[0] = replace(confidential[0], results=gate.rest())
    for lane in public:
        lane.desk.content_gate = gate
    return gate


def _missing(request: BuildRequest) -> Note | Problem:
    """Without a confidential root there is less to build, unless it was asked for."""
    if Edition.PUBLIC in request.editions:
        if request.confidential is not None:
            raise no_confidential_root()
        return Note(_NO_TREE)
    root = request.root
    base = request.paths.base
    name = root.relative_to(base).as_posix() if root.is_relative_to(base) else root.name
    return problem(Code.AK112, Place(name))


def keep_apart(request: BuildRequest) -> None:
    """A root inside the other would be read by the wrong lane."""
    secret = request.root.resolve()
    for path in request.paths.readable:
        shown = path.resolve()
        if secret.is_relative_to(shown) or shown.is_relative_to(secret):
            raise UsageError(
                "den fortrolige og den offentlige mappe må ikke ligge i hinanden",
                "angiv en anden mappe med --confidential",
            )


def _published(lanes: Iterable[_Lane], finish: Finish) -> Generator[Event]:
    """Take a file from each lane in turn, so that no lane waits long; write the records at the end."""
    waiting = deque(lanes)
    desks = tuple({id(lane.desk): lane.desk for lane in waiting}.values())
    problems: list[Problem] = []
    try:
        while waiting:
            lane = waiting.popleft()
            for result in lane.results:
                yield from lane.desk.receive(result)
                if isinstance(result, Done):
                    waiting.append(lane)
                    break
        for desk in desks:
            yield from finish(desk)
    finally:
        for desk in desks:
            problems.extend(desk.close())
    yield from problems
