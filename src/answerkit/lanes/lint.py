"""The lint lane: read both trees as far as they may be read, and let the rules judge them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from answerkit.errors import UsageError
from answerkit.lanes.content import Content
from answerkit.lanes.project import PROJECT_FILE, PublicPaths
from answerkit.lint.coverage import told_coverage
from answerkit.lint.deadline import count_deadline, told
from answerkit.lint.registry import lint, told_changes
from answerkit.lint.subject import Subject
from answerkit.load.config import load_config
from answerkit.load.dictionary import find_dictionary
from answerkit.load.excerpt import with_excerpts
from answerkit.load.memory_file import remembering
from answerkit.load.overlay import LoadedConfidential, load_confidential
from answerkit.load.public import LoadedPublic, load_public
from answerkit.model.config import Config
from answerkit.model.content import Library
from answerkit.model.frozen import dataclass
from answerkit.model.memory import Memory
from answerkit.model.overlay import ConfidentialLibrary
from answerkit.model.problem import Problem, sort_key
from answerkit.model.result import Event, Note
from answerkit.prose import danish

if TYPE_CHECKING:
    from answerkit.lanes.clearance import Clearance

_NO_DICTIONARY = "L413 er slået fra: stavekontrollen er ikke installeret (se docs/da/lint.md)"
_NOT_READ = "den fortrolige mappe er ikke læst"


@dataclass(frozen=True, slots=True)
class LintRequest:
    """What to judge.

    Attributes:
        paths: the project.
        confidential: the confidential root, or None to leave it closed.
        answers: ids; empty for the whole library.
        remember: use what earlier runs found out of public content, and leave word to later ones. A gate
            does not: it believes nothing but the files.
    """

    paths: PublicPaths
    confidential: Path | None = None
    answers: tuple[str, ...] = ()
    remember: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What there is to judge.

    Attributes:
        subject: None where the settings cannot be read.
        problems: what is wrong with the files themselves, in no order.
        cleared: whether the confidential root was read.
        clear: gives what must not be told of public files; None where that is not known.
    """

    subject: Subject | None
    problems: tuple[Problem, ...]
    cleared: bool
    clear: Callable[[], Clearance] | None = None


def read_all(request: LintRequest, memory: Memory | None = None) -> Reading:
    """Read the settings and both trees, as far as they may be read."""
    paths = request.paths
    config, problems = load_config(paths.config, paths.base)
    public = load_public(paths.content, paths.base, memory)
    closed = _confidential(request, public.library)
    found = (*problems, *public.problems, *(closed.problems if closed else ()))
    subject = None
    if config:
        subject = _subject(request, config, public.library, closed.library if closed else None, memory)
    if closed is None or request.confidential is None:
        return Reading(subject, found, cleared=False)
    clear = partial(_clear, paths, request.confidential, public, closed)
    return Reading(subject, found, cleared=True, clear=clear)


def _clear(paths: PublicPaths, root: Path, public: LoadedPublic, closed: LoadedConfidential) -> Clearance:
    from answerkit.lanes.clearing import clear_loaded  # noqa: PLC0415 - only where there is a problem to tell

    return clear_loaded(paths, root, Content(public, closed))


def run_lint(request: LintRequest) -> Iterator[Event]:
    """Everything that is wrong with the content, by place, with the source line of public files."""
    with remembering(request.paths.base) if request.remember else nullcontext() as memory:
        yield from _judged(request, memory)


def _judged(request: LintRequest, memory: Memory | None) -> Iterator[Event]:
    reading = read_all(request, memory)
    if not reading.cleared:
        yield Note(_NOT_READ)
    found = [*reading.problems]
    if subject := reading.subject:
        if subject.speller is None:
            yield Note(_NO_DICTIONARY)
        found += [item for passage in subject.passages for item in passage.problems]
        found += lint(subject)
        yield from (Note(told) for told in told_changes(subject.settings))
        yield from (Note(told_coverage(answer)) for answer in subject.answers)
    yield from _told(found, request.paths.base, reading.clear)


def told_deadlines(request: LintRequest) -> Iterator[str]:
    """The answers' deadlines in Danish, counted day by day.

    Raises:
        UsageError: the settings cannot be read.
    """
    paths = request.paths
    config, _ = load_config(paths.config, paths.base)
    if config is None:
        raise UsageError(f"{PROJECT_FILE} kan ikke læses", "ret det, som »answerkit lint« viser")
    library = load_public(paths.content, paths.base).library
    for answer in Subject(library, config.lint, only=request.answers).answers:
        received = answer.enquiry.received
        if received is None:
            yield f"{answer.id}: datoen for modtagelsen er ikke oplyst (received)"
        else:
            counted = count_deadline(received, config.deadline)
            yield f"{answer.id}: modtaget {danish.day(received)}, frist {danish.day(counted.last)}"
            yield from told(counted)


def _confidential(request: LintRequest, library: Library) -> LoadedConfidential | None:
    root = request.confidential
    if root is None or not root.is_dir():
        return None
    return load_confidential(root, request.paths.base, library)


def _subject(
    request: LintRequest,
    config: Config,
    library: Library,
    confidential: ConfidentialLibrary | None,
    memory: Memory | None,
) -> Subject:
    return Subject(
        library,
        config.lint,
        deadline=config.deadline,
        confidential=confidential,
        only=request.answers,
        speller=find_dictionary(),
        memory=memory,
    )


def _told(problems: list[Problem], base: Path, clear: Callable[[], Clearance] | None) -> Iterator[Problem]:
    told = with_excerpts(sorted(set(problems), key=sort_key), base)
    yield from map(clear().told, told) if clear and problems else told
