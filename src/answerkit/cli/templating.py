"""The work of ``answerkit template check``."""

from __future__ import annotations

from pathlib import Path

from answerkit.cli.listener import Listener
from answerkit.cli.template import TemplateOrder
from answerkit.lanes.project import PublicPaths, find_project, open_project
from answerkit.lanes.template import check_template


def run(order: TemplateOrder) -> int:
    """Look at the file and tell what was found; gives the exit code.

    Raises:
        AnswerkitError: the order means nothing.
    """
    here = Path.cwd()
    paths = PublicPaths(find_project(here) if order.project is None else open_project(here / order.project))
    with Listener(order.output) as listener:
        for event in check_template(paths, None if order.file is None else here / order.file):
            listener.hear(event)
    return listener.tally.exit_code
