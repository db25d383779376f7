"""The work of ``answerkit check``."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from answerkit.cli.check import CheckOrder
from answerkit.cli.console import today
from answerkit.cli.listener import Listener
from answerkit.lanes.check import CheckRequest, check
from answerkit.lanes.project import PublicPaths, find_project, open_project


def run(order: CheckOrder) -> int:
    """Check the project, tell what was found and what was shown; gives the exit code.

    Raises:
        AnswerkitError: the order means nothing, or the check cannot be made.
    """
    request = _request(order)
    with Listener(order.output) as listener, closing(check(request)) as events:
        for event in events:
            listener.hear(event)
    return listener.tally.exit_code


def _request(order: CheckOrder) -> CheckRequest:
    here = Path.cwd()
    paths = PublicPaths(find_project(here) if order.project is None else open_project(here / order.project))
    return CheckRequest(
        paths=paths,
        confidential=None if order.confidential is None else here / order.confidential,
        require_isolation=order.require_isolation,
        require_clearance=order.require_clearance,
        verdict=None if order.verdict is None else here / order.verdict,
        today=today(),
    )
