"""What holds for all tests: hypothesis's profiles, and the rule on skipped tests (``--strict-skips``)."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

ALLOWED_SKIPS = ("kun Windows", "kun macOS")
"""How the reason of a skip may begin: what the machine that runs the tests cannot be."""

settings.register_profile("local", deadline=None)
settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that ``.ci/run`` uses."""
    parser.addoption(
        "--strict-skips",
        action="store_true",
        help="fail when a test was skipped for another reason than: " + ", ".join(ALLOWED_SKIPS),
    )


def unexplained_skips(config: pytest.Config) -> Iterator[str]:
    """Places and reasons of the skips that the rule does not allow; nothing in a worker of xdist."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or not config.getoption("--strict-skips"):
        return
    for report in reporter.stats.get("skipped", []):
        path, line, text = report.longrepr
        reason = text.removeprefix("Skipped: ")
        if not reason.startswith(ALLOWED_SKIPS):
            yield f"{path}:{line}: {reason}"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say which skips broke the rule."""
    for skip in unexplained_skips(config):
        terminalreporter.line(f"skipped without an allowed reason: {skip}", red=True)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run that would else have passed with skips that break the rule."""
    if session.exitstatus == pytest.ExitCode.OK and any(unexplained_skips(session.config)):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
