"""How each command ends when several things are wrong at once: 70 > 4 > 3 > 1, and warnings alone are 0."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import TypeAlias

import pytest

from cli.conftest import Answerkit
from lanes.small import CANARY, CLOSED, Small

BLOCK = "content/public/blocks/text/arbejdet.yaml"


def lint_error(small: Small) -> None:
    """A number that is no figure."""
    small.change(BLOCK, "  Der er", "  Der var 17 sager i byen.\n  Der er")


def content_error(small: Small) -> None:
    """One of the two answers refers to nothing."""
    small.change(f"content/public/answers/{CLOSED}.yaml", "block: text/arbejdet", "block: text/arbejde")


def settings_error(small: Small) -> None:
    """For a command that reads no content."""
    small.change("answerkit.toml", "authority", "authorty")


def leak(small: Small) -> None:
    """A word of the confidential tree, and a CPR number."""
    small.change(BLOCK, "  Der er", f"  {CANARY} i titlen, 241236-4321.\n  Der er")


def fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """Something breaks down where every command tells what it heard."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("answerkit.report.tally.Tally.add", fail)


Cause: TypeAlias = Callable[[Small], None]

EXITS: dict[str, dict[Cause, int]] = {
    "build": {lint_error: 0, content_error: 3, leak: 4},
    "lint": {lint_error: 1, content_error: 3, leak: 0},
    "check": {lint_error: 1, content_error: 3, leak: 4},
    "scan content/public": {lint_error: 0, settings_error: 3, leak: 4},
}
"""How each command ends when it meets one thing alone; what is no business of its own is nothing."""

SEVERAL = [
    pytest.param(command, causes, id="+".join([command, *(cause.__name__ for cause in causes)]))
    for command, known in EXITS.items()
    for count in range(len(known) + 1)
    for causes in combinations(known, count)
    if command != "check" or count in {1, len(known)}  # which takes its time
]


@pytest.mark.parametrize(("command", "causes"), SEVERAL)
def test_the_worst_of_all_that_is_wrong_counts(
    small: Small, answerkit: Answerkit, command: str, causes: tuple[Cause, ...]
) -> None:
    for cause in causes:
        cause(small)
    expected = max((EXITS[command][cause] for cause in causes), default=0)
    assert answerkit(*command.split()).code == expected


@pytest.mark.parametrize("command", EXITS)
def test_a_fault_is_worse_than_all_of_it(
    small: Small, answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    for cause in EXITS[command]:
        cause(small)
    fault(monkeypatch)
    run = answerkit(*command.split())
    assert run.code == 70
    assert CANARY not in run.out + run.err


@pytest.mark.parametrize(("command", "code"), [("lint", "L302"), ("scan content/public", "P105")])
def test_warnings_alone_are_no_failure(small: Small, answerkit: Answerkit, command: str, code: str) -> None:
    small.change(BLOCK, "id: text", "# https://example.org/?utm_source=x\nid: text")
    run = answerkit(*command.split())
    assert run.code == 0
    assert f"{code} advarsel: " in run.err
