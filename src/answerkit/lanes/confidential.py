"""The confidential lane: a load of the public root of its own, and the overlays on top."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeAlias

from answerkit.compose.confidential import ConfidentialComposer
from answerkit.lanes.fingerprint import Fingerprints
from answerkit.lanes.outcome import WHOLE, Failed, Known, LaneResult, LeftOut, Share
from answerkit.lanes.project import PublicPaths
from answerkit.lanes.workshop import Tools, Workshop, get_tools, report, stops
from answerkit.load.overlay import LoadedConfidential, load_confidential
from answerkit.load.public import LoadedPublic, load_public
from answerkit.model.codes import Code
from answerkit.model.content import Answer, Section
from answerkit.model.document import Edition
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Place, Problem, problem
from answerkit.model.result import Planned


@dataclass(frozen=True, slots=True)
class ConfidentialRequest:
    """What to build; as for the public lane, and the confidential root."""

    paths: PublicPaths
    root: Path
    folder: str
    answers: tuple[str, ...] = ()
    share: Share = WHOLE
    known: tuple[Known, ...] = ()
    html: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """Both roots, read."""

    public: LoadedPublic
    confidential: LoadedConfidential

    @property
    def digests(self) -> dict[str, str]:
        """Path of a content file → its sha256 (hex), in both roots."""
        return {**self.public.library.digests, **self.confidential.library.digests}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the content, the public root's first."""
        return (*self.public.problems, *self.confidential.problems)

    @property
    def answers(self) -> tuple[str, ...]:
        """Ids of all answers, those with problems too."""
        return tuple(sorted({*self.public.library.answers, *self.public.failed_answers}))

    def sound(self, name: str) -> Answer | None:
        """The answer, unless something that either edition of it needs is missing or broken."""
        failed = name in self.public.failed_answers or name in self.confidential.failed_answers
        return None if failed else self.public.library.answers.get(name)


def read_content(paths: PublicPaths, root: Path) -> Content:
    """Read a project's public root, and its confidential one at ``root``."""
    public = load_public(paths.content, paths.base)
    return Content(public, load_confidential(root, paths.base, public.library))


Read: TypeAlias = Callable[[PublicPaths, Path], Content]
"""Gives both roots of a project, read."""


def run_confidential(request: ConfidentialRequest, read: Read = read_content) -> Iterator[LaneResult]:
    """Build the confidential editions: how many to expect, the content's problems, then answer by answer.

    Where somebody else has to know the content as well, ``read`` may remember it.
    """
    paths = request.paths
    content = read(paths, request.root)
    public = content.public
    answers = request.share.of(request.answers or content.answers)
    yield Planned(len(answers) * (1 + request.html))
    tools, problems = get_tools(paths, Edition.CONFIDENTIAL, html=request.html)
    composer = _composer(content, tools, paths.templates) if tools else None
    template_problems = composer.problems if composer else ()
    yield from report((*problems, *content.problems, *template_problems), paths.base)
    if tools is None or composer is None or public.halted or stops(template_problems):
        yield from map(Failed, answers)
        return
    fingerprints = Fingerprints(tools.common, content.digests)
    known = {item.answer: item for item in request.known}
    workshop = Workshop(paths.base, request.folder, tools, fingerprints, known, request.html)
    for name in answers:
        yield from _results(name, content, composer, workshop)


def _composer(content: Content, tools: Tools, templates: Path) -> ConfidentialComposer:
    return ConfidentialComposer(content.public.library, content.confidential.library, tools.config, templates)


def _results(
    name: str, content: Content, composer: ConfidentialComposer, workshop: Workshop
) -> Iterator[LaneResult]:
    answer = content.sound(name)
    overlay = content.confidential.library.overlays.get(name)
    if answer is None:
        yield Failed(name)
    elif overlay is not None:
        yield from workshop.results(answer, partial(composer.compose, answer, overlay))
    elif withheld := tuple(_withheld(answer.sections)):
        yield from report((problem(Code.AK307, place) for place in withheld), workshop.base)
        yield Failed(name)
    else:
        yield LeftOut(name, "svaret har ingen fortrolig del")


def _withheld(sections: Iterable[Section]) -> Iterator[Place]:
    """Where the answer says of a section that its content is confidential."""
    for section in sections:
        if section.withheld is not None:
            yield section.withheld.where[""]
        yield from _withheld(section.sections)
