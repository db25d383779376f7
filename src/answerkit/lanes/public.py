"""The public lane. It takes the public root, the templates and the settings, and knows of nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from answerkit.compose.public import PublicComposer
from answerkit.lanes.fingerprint import Fingerprints
from answerkit.lanes.orders import PublicRequest
from answerkit.lanes.outcome import Failed, LaneResult
from answerkit.lanes.workshop import Workshop, get_tools, report, stops
from answerkit.load.public import load_public
from answerkit.model.result import Planned


def run_public(request: PublicRequest) -> Iterator[LaneResult]:
    """Build the public editions: how many to expect, the content's problems, then answer by answer."""
    paths = request.paths
    loaded = load_public(paths.content, paths.base)
    library = loaded.library
    answers = request.share.of(request.answers or tuple(sorted({*library.answers, *loaded.failed_answers})))
    yield Planned(len(answers) * (1 + request.html))
    tools, problems = get_tools(paths, html=request.html)
    composer = PublicComposer(library, tools.config, paths.templates) if tools else None
    template_problems = composer.problems if composer else ()
    yield from report((*problems, *loaded.problems, *template_problems), paths.base)
    if tools is None or composer is None or loaded.halted or stops(template_problems):
        yield from map(Failed, answers)
        return
    fingerprints = Fingerprints(tools.common, library.digests)
    known = {item.answer: item for item in request.known}
    workshop = Workshop(paths.base, tools, fingerprints, known, request.html)
    for name in answers:
        answer = None if name in loaded.failed_answers else library.answers.get(name)
        if answer is None:
            yield Failed(name)
        else:
            yield from workshop.results(answer, partial(composer.compose, answer))
