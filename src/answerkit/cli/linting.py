"""The work of ``answerkit lint``."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from answerkit.cli.console import show
from answerkit.cli.lint import LintOrder
from answerkit.cli.listener import Listener
from answerkit.errors import ExitCode
from answerkit.lanes.lint import LintRequest, run_lint, told_deadlines
from answerkit.lanes.mend import mend
from answerkit.lanes.project import PublicPaths, confidential_root, find_project, open_project, select_answers
from answerkit.lanes.rules import told_rules


def run(order: LintOrder) -> int:
    """Judge what was asked for and tell what was found; gives the exit code.

    Raises:
        AnswerkitError: the order means nothing.
    """
    if order.rules:
        for line in told_rules():
            show(line)
        return ExitCode.OK
    if order.deadline:
        for line in told_deadlines(_request(order)):
            show(line)
        return ExitCode.OK
    request = _request(order)
    with Listener(order.output) as listener:
        for event in chain(mend(request) if order.fix else (), run_lint(request)):
            listener.hear(event)
    return listener.tally.exit_code


def _request(order: LintOrder) -> LintRequest:
    here = Path.cwd()
    paths = PublicPaths(find_project(here) if order.project is None else open_project(here / order.project))
    named = None if order.confidential is None else here / order.confidential
    return LintRequest(
        paths=paths,
        confidential=None if order.public_only else confidential_root(named, paths),
        answers=select_answers(paths, order.answers, here),
        remember=True,
    )
