"""The deadline: which days count, which are closed, and what is told of them."""

from __future__ import annotations

from datetime import date

import pytest

from answerkit.lint.deadline import closed_by, count_deadline, told
from answerkit.model.config import DeadlinePolicy

TEN = DeadlinePolicy()
WORKING = DeadlinePolicy(working_days=True)
NOTHING_ELSE = DeadlinePolicy(closed_yearly=())

CLOSED = {
    "2024-01-01": "nytårsdag",
    "2024-03-28": "skærtorsdag",
    "2024-03-29": "langfredag",
    "2024-03-31": "påskedag",
    "2024-04-01": "anden påskedag",
    "2024-05-09": "Kristi himmelfartsdag",
    "2024-05-19": "pinsedag",
    "2024-05-20": "anden pinsedag",
    "2024-12-25": "juledag",
    "2024-12-26": "anden juledag",
    "2023-05-05": "store bededag",
    "2024-12-24": "lukket",
    "2024-12-31": "lukket",
    "2024-06-05": "lukket",
    "2024-04-27": "lørdag",
    "2024-04-28": "søndag",
}
OPEN = ["2024-04-26", "2025-05-16", "2024-12-23", "2024-05-10", "2024-05-01"]
"""Friday 26 April 2024 would have been store bededag, as Friday 16 May 2025 would."""

LAST = [
    ("2024-04-19", TEN, "2024-04-29"),
    ("2024-04-19", DeadlinePolicy(counts_receipt=True), "2024-04-29"),  # Sunday the 28th moves on
    ("2024-04-22", DeadlinePolicy(counts_receipt=True), "2024-05-01"),
    ("2024-04-22", TEN, "2024-05-02"),
    ("2024-04-19", WORKING, "2024-05-03"),
    ("2023-04-19", WORKING, "2023-05-03"),
    ("2023-04-21", WORKING, "2023-05-08"),  # over store bededag
    ("2024-04-26", WORKING, "2024-05-13"),  # no store bededag, but Kristi himmelfartsdag
    ("2024-04-22", DeadlinePolicy(working_days=True, counts_receipt=True), "2024-05-03"),
    ("2024-04-20", DeadlinePolicy(working_days=True, counts_receipt=True), "2024-05-03"),
    ("2024-12-14", TEN, "2024-12-27"),
    ("2024-12-14", NOTHING_ELSE, "2024-12-24"),
    ("2024-05-26", TEN, "2024-06-06"),
    ("2024-12-20", WORKING, "2025-01-10"),
    ("2024-04-19", DeadlinePolicy(days=1), "2024-04-22"),
    ("2024-04-30", DeadlinePolicy(closed_days=(date(2024, 5, 10),)), "2024-05-13"),
]


@pytest.mark.parametrize("day", CLOSED)
def test_a_closed_day_says_why(day: str) -> None:
    assert closed_by(date.fromisoformat(day), TEN) == CLOSED[day]


@pytest.mark.parametrize("day", OPEN)
def test_an_open_day(day: str) -> None:
    assert closed_by(date.fromisoformat(day), TEN) == ""


@pytest.mark.parametrize("day", ["2024-12-24", "2024-12-31", "2024-06-05"])
def test_what_is_closed_besides_holidays_is_policy(day: str) -> None:
    assert closed_by(date.fromisoformat(day), NOTHING_ELSE) == ""


@pytest.mark.parametrize(("received", "policy", "last"), LAST)
def test_the_last_day(received: str, policy: DeadlinePolicy, last: str) -> None:
    counted = count_deadline(date.fromisoformat(received), policy)
    assert counted.last.isoformat() == last
    assert max(step.number for step in counted.steps) == policy.days
    assert not closed_by(counted.last, policy)


def test_the_counting_is_told_day_by_day() -> None:
    policy = DeadlinePolicy(days=3, working_days=True)
    assert list(told(count_deadline(date(2024, 3, 27), policy))) == [
        "  onsdag 27. marts 2024: modtaget, tæller ikke med",
        "  torsdag 28. marts 2024: tæller ikke med (skærtorsdag)",
        "  fredag 29. marts 2024: tæller ikke med (langfredag)",
        "  lørdag 30. marts 2024: tæller ikke med",
        "  søndag 31. marts 2024: tæller ikke med (påskedag)",
        "  mandag 1. april 2024: tæller ikke med (anden påskedag)",
        "  tirsdag 2. april 2024: dag 1",
        "  onsdag 3. april 2024: dag 2",
        "  torsdag 4. april 2024: dag 3, fristen",
    ]


def test_a_moved_deadline_says_so() -> None:
    lines = list(told(count_deadline(date(2024, 4, 18), DeadlinePolicy(counts_receipt=True))))
    assert lines[0] == "  torsdag 18. april 2024: dag 1"
    assert lines[-3:] == [
        "  lørdag 27. april 2024: dag 10",
        "  søndag 28. april 2024: tæller ikke med",
        "  mandag 29. april 2024: fristen, flyttet hertil fra en lukket dag",
    ]
