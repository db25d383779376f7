"""The work of ``answerkit scan``."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from time import monotonic

from answerkit.cli.console import say, today
from answerkit.cli.formats import Format
from answerkit.cli.listener import Listener
from answerkit.cli.matches import terminal_witness
from answerkit.cli.scan import ScanOrder
from answerkit.errors import UsageError
from answerkit.lanes.baseline import Ledger, without_accepted
from answerkit.lanes.project import PublicPaths, find_project, open_project
from answerkit.lanes.scan import Profile
from answerkit.lanes.scan_files import ScanRequest, run_scan
from answerkit.model.result import Event
from answerkit.report.json_text import as_findings
from answerkit.report.text import duration_line


def run(order: ScanOrder) -> int:
    """Scan what was asked for, tell each file's verdict as it comes and the findings at the end.

    Raises:
        AnswerkitError: the order means nothing.
    """
    start = monotonic()
    with Listener(order.output, json=as_findings) as listener:
        request = _request(order, listener)
        with closing(_events(request)) as events:
            for event in events:
                listener.hear(event)
    if order.output is Format.TEXT:
        say(duration_line(listener.tally, monotonic() - start))
    return listener.tally.exit_code


def _request(order: ScanOrder, listener: Listener) -> ScanRequest:
    return ScanRequest(
        order.paths,
        Profile(order.profile),
        project_around(order.project),
        order.confidential,
        order.against,
        order.jobs,
        terminal_witness(order.output, listener.progress) if order.show_matches else None,
        accessible=order.a11y,
    )


def _events(request: ScanRequest) -> Generator[Event]:
    """What the scan says, but for what the project has accepted."""
    events = run_scan(request)
    if request.project is None:
        return events
    return without_accepted(events, Ledger(request.project.base, Path.cwd(), today(), request.paths))


def project_around(named: Path | None) -> PublicPaths | None:
    """The project that was named, or else the one around; a file may be scanned outside of any."""
    if named is not None:
        return PublicPaths(open_project(Path.cwd() / named))
    try:
        return PublicPaths(find_project(Path.cwd()))
    except UsageError:
        return None
