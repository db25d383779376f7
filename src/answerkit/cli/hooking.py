"""The work of ``answerkit hook``."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from answerkit.cli.console import today
from answerkit.cli.hook import HookOrder
from answerkit.cli.listener import Listener
from answerkit.cli.scanning import project_around
from answerkit.lanes.hook import HookRequest, run_hook
from answerkit.report.json_text import as_findings


def run(order: HookOrder) -> int:
    """Judge what git is about to commit, and tell what was found; gives the exit code.

    Raises:
        AnswerkitError: the order means nothing, or git cannot be asked.
    """
    request = HookRequest(Path.cwd(), today(), order.files, project_around(order.project), order.names_only)
    with Listener(order.output, json=as_findings) as listener, closing(run_hook(request)) as events:
        for event in events:
            listener.hear(event)
    return listener.tally.exit_code
