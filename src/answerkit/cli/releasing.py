"""The work of ``answerkit release``."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from answerkit.cli.listener import Listener
from answerkit.cli.release import ReleaseOrder
from answerkit.lanes.project import PublicPaths, confidential_root, find_project, open_project
from answerkit.lanes.release import ReleaseRequest, release


def run(order: ReleaseOrder) -> int:
    """Release the file, or tell why not; gives the exit code.

    Raises:
        AnswerkitError: the order means nothing, or the file cannot be copied.
    """
    here = Path.cwd()
    paths = PublicPaths(find_project(here) if order.project is None else open_project(here / order.project))
    named = None if order.confidential is None else here / order.confidential
    request = ReleaseRequest(order.file, order.to, paths, confidential_root(named, paths))
    with Listener(order.output) as listener, closing(release(request)) as events:
        for event in events:
            listener.hear(event)
    return listener.tally.exit_code
