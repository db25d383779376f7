"""The work of ``answerkit build``."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from answerkit.cli.build import BuildOrder, EditionChoice
from answerkit.cli.listener import Listener
from answerkit.cli.password import password_source
from answerkit.lanes.build import BuildRequest, build
from answerkit.lanes.early import look_for_garbage
from answerkit.lanes.project import PublicPaths, find_project, open_project, select_answers
from answerkit.model.document import Edition

if TYPE_CHECKING:  # see ``_pdf``
    from answerkit.lanes.pdf import PdfOrder

_EDITIONS = {
    EditionChoice.PUBLIC: (Edition.PUBLIC,),
    EditionChoice.CONFIDENTIAL: (Edition.CONFIDENTIAL,),
    EditionChoice.BOTH: (Edition.PUBLIC, Edition.CONFIDENTIAL),
}


def run_build(order: BuildOrder) -> int:
    """Build what was asked for, tell each file as it comes and the rest at the end; gives the exit code.

    Raises:
        AnswerkitError: the order means nothing, or nothing more can be built.
    """
    request = _request(order)
    look_for_garbage()
    with Listener(order.output) as listener, closing(build(request)) as events:
        for event in events:
            listener.hear(event)
    return listener.tally.exit_code


def _request(order: BuildOrder) -> BuildRequest:
    here = Path.cwd()
    password = password_source(order)
    paths = PublicPaths(find_project(here) if order.project is None else open_project(here / order.project))
    return BuildRequest(
        paths=paths,
        confidential=None if order.confidential is None else here / order.confidential,
        answers=select_answers(paths, order.answers, here),
        editions=_EDITIONS[order.edition],
        force=order.force,
        jobs=order.jobs,
        html=order.html,
        password=password,
        require_isolation=order.require_isolation,
        pdf=_pdf(order, here) if order.pdf else None,
    )


def _pdf(order: BuildOrder, here: Path) -> PdfOrder:
    from answerkit.lanes.pdf import PdfOrder  # noqa: PLC0415 - a build without PDF does without

    return PdfOrder(here / order.libreoffice if order.libreoffice else None, dict(os.environ))
