"""The confidential lane: a load of the public root of its own, and the overlays on top."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from answerkit.compose.confidential import ConfidentialComposer
from answerkit.lanes.content import Content, read_content
from answerkit.lanes.fingerprint import Fingerprints
from answerkit.lanes.orders import ConfidentialRequest
from answerkit.lanes.outcome import Failed, LaneResult, LeftOut
from answerkit.lanes.project import PublicPaths
from answerkit.lanes.telling import Told, tell
from answerkit.lanes.workshop import Tools, Workshop, get_tools, report, stops
from answerkit.model.codes import Code
from answerkit.model.content import Section
from answerkit.model.problem import Place, problem
from answerkit.model.result import Planned
from answerkit.verify.secrets.secret import Secret


def run_confidential(request: ConfidentialRequest) -> Iterator[LaneResult | Secret | Told]:
    """Build the confidential editions: how many to expect, the content's problems, then answer by answer.

    First of all, before anything is made of the content, what is secret in it: the first of several lanes
    tells the gate.
    """
    paths = request.paths
    content = read_content(paths, request.root)
    if request.share.index == 0:
        yield from _secrets(paths, request.root, content)
    public = content.public
    answers = request.share.of(request.answers or content.answers)
    yield Planned(len(answers) * (1 + request.html))
    tools, problems = get_tools(paths, html=request.html)
    composer = _composer(content, tools, paths.templates) if tools else None
    template_problems = composer.problems if composer else ()
    yield from report((*problems, *content.problems, *template_problems), paths.base)
    if tools is None or composer is None or public.halted or stops(template_problems):
        yield from map(Failed, answers)
        return
    fingerprints = Fingerprints(tools.common, content.digests)
    known = {item.answer: item for item in request.known}
    workshop = Workshop(paths.base, tools, fingerprints, known, request.html)
    for name in answers:
        yield from _results(name, content, composer, workshop)


def _secrets(paths: PublicPaths, root: Path, content: Content) -> Iterator[Secret | Told]:
    from answerkit.lanes.confiding import confided  # noqa: PLC0415 - a lane that tells nothing does without

    yield from tell(confided(paths, root, content))


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
