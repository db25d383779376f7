"""How a run ends: 70 > 4 > 3 > 1, and warnings alone are no failure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

import pytest

from answerkit.errors import ExitCode, worst
from answerkit.model.codes import Code
from answerkit.model.finding import Finding, Gate
from answerkit.model.problem import Place, Problem, Severity, problem
from answerkit.model.result import Event, FileResult, Note, Planned, Scanned, Walled
from report.runs import HIDDEN_RESULT, IN_DOCX, RESULT, summed

PLACE = Place("f", 1)
HARMLESS: tuple[Event, ...] = (RESULT, Note("n"), Planned(1), Scanned(), Walled("tripwire"))
LINT = problem(Code.L101, PLACE)
CONTENT = problem(Code.AK102, PLACE)

CAUSES: dict[ExitCode, tuple[Event, ...]] = {
    ExitCode.LINT: (LINT, replace(IN_DOCX, gate=Gate.LINT), replace(IN_DOCX, gate=Gate.A11Y)),
    ExitCode.CONTENT: (CONTENT, HIDDEN_RESULT),
    ExitCode.LEAK: tuple(
        replace(IN_DOCX, gate=gate)
        for gate in (Gate.CONTENT, Gate.PATTERN, Gate.STRUCTURE, Gate.HYGIENE, Gate.UNREADABLE)
    ),
}
ALL = [(cause, code) for code, causes in CAUSES.items() for cause in causes]


def warning(event: Event) -> Event:
    match event:
        case Problem() | Finding():
            return replace(event, severity=Severity.WARNING)
        case _:
            return event


@pytest.mark.parametrize(("cause", "code"), ALL)
def test_one_cause(cause: Event, code: ExitCode) -> None:
    assert summed(*HARMLESS, cause).exit_code is code


@pytest.mark.parametrize(("first", "second"), list(combinations(ALL, 2)))
def test_of_two_causes_the_worse_one_counts_whichever_comes_first(
    first: tuple[Event, ExitCode], second: tuple[Event, ExitCode]
) -> None:
    expected = max(first[1], second[1])
    assert summed(first[0], second[0]).exit_code is expected
    assert summed(second[0], first[0]).exit_code is expected


def test_warnings_alone_are_no_failure_and_change_none() -> None:
    warnings = [warning(cause) for cause, _ in ALL if not isinstance(cause, FileResult)]
    assert summed(*HARMLESS, *warnings).exit_code is ExitCode.OK
    for cause, code in ALL:
        assert summed(*warnings, cause).exit_code is code


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ((), ExitCode.OK),
        ((ExitCode.OK, ExitCode.LINT), ExitCode.LINT),
        ((ExitCode.LINT, ExitCode.CONTENT), ExitCode.CONTENT),
        ((ExitCode.LEAK, ExitCode.CONTENT), ExitCode.LEAK),
        ((ExitCode.LEAK, ExitCode.FAULT), ExitCode.FAULT),
        ((ExitCode.LINT, ExitCode.USAGE), ExitCode.USAGE),
        (tuple(ExitCode)[:-1], ExitCode.FAULT),
    ],
)
def test_precedence(codes: Iterable[ExitCode], expected: ExitCode) -> None:
    assert worst(*codes) is expected


def test_what_only_follows_from_another_mistake_comes_last() -> None:
    """So that who reads from the top begins where there is something to mend."""
    follows = problem(Code.AK309, Place("answers/a.yaml", 9))
    cause = problem(Code.AK107, Place("blocks/b.yaml", 3))
    assert summed(follows, LINT, cause).problems == (cause, LINT, follows)
