"""The lint lane: read both trees as far as they may be read, and let the rules judge them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from answerkit.lanes.project import PublicPaths
from answerkit.lint.registry import lint
from answerkit.lint.subject import Subject
from answerkit.load.config import load_config
from answerkit.load.excerpt import with_excerpts
from answerkit.load.overlay import LoadedConfidential, load_confidential
from answerkit.load.public import load_public
from answerkit.model.config import Config
from answerkit.model.content import Library
from answerkit.model.frozen import dataclass
from answerkit.model.overlay import ConfidentialLibrary
from answerkit.model.problem import Problem, sort_key
from answerkit.model.result import Event, Note

_NOT_READ = "den fortrolige mappe er ikke læst"


@dataclass(frozen=True, slots=True)
class LintRequest:
    """What to judge.

    Attributes:
        paths: the project.
        confidential: the confidential root, or None to leave it closed.
        answers: ids; empty for the whole library.
    """

    paths: PublicPaths
    confidential: Path | None = None
    answers: tuple[str, ...] = ()


def run_lint(request: LintRequest) -> Iterator[Event]:
    """Everything that is wrong with the content, by place, with the source line of public files."""
    paths = request.paths
    config, problems = load_config(paths.config, paths.base)
    public = load_public(paths.content, paths.base)
    closed = _confidential(request, public.library)
    if closed is None:
        yield Note(_NOT_READ)
    found = [*problems, *public.problems, *(closed.problems if closed else ())]
    if config:
        found += lint(_subject(request, config, public.library, closed.library if closed else None))
    yield from _told(found, paths.base)


def _confidential(request: LintRequest, library: Library) -> LoadedConfidential | None:
    root = request.confidential
    if root is None or not root.is_dir():
        return None
    return load_confidential(root, request.paths.base, library)


def _subject(
    request: LintRequest, config: Config, library: Library, confidential: ConfidentialLibrary | None
) -> Subject:
    return Subject(library, config.lint, config.deadline, confidential, request.answers)


def _told(problems: list[Problem], base: Path) -> Iterator[Problem]:
    yield from with_excerpts(sorted(set(problems), key=sort_key), base)
