"""Accepted findings: silent until their day, counted, and never a CPR number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from answerkit.lanes.baseline import Ledger, without_accepted
from answerkit.load.baseline import BASELINE_FILE
from answerkit.model.codes import Code
from answerkit.model.finding import Finding, Gate
from answerkit.model.problem import Problem, Severity
from answerkit.model.result import Event, Note, Scanned

TODAY = date(2026, 11, 25)
AUTHOR = Finding(
    "outputs/public/a.docx",
    "docProps/core.xml",
    "creator",
    Gate.HYGIENE,
    "H105",
    "en forfatter",
    kind="author",
)


def baseline(base: Path, *found: Finding, expires: str = "2026-11-25") -> None:
    lines = ["classification: public", "accepted:"]
    for item in found:
        facts = {"file": item.file, "part": item.part, "place": item.place, "code": item.code}
        facts |= {"class": item.kind, "reason": "Fordi.", "owner": "Os", "expires": expires}
        told = [
            f"{key}: '{value}'" if key != "expires" else f"{key}: {value}"
            for key, value in facts.items()
            if value
        ]
        lines.append("  - " + "\n    ".join(told))
    (base / BASELINE_FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")


def told(
    base: Path, *events: Event, here: str = ".", covered: Sequence[str] = ("outputs",), today: date = TODAY
) -> list[Event]:
    place = (base / here).resolve()
    ledger = Ledger(base, place, today, tuple(base / name for name in covered))
    return list(without_accepted((event for event in events), ledger))


def codes(events: list[Event]) -> list[Code]:
    return [event.code for event in events if isinstance(event, Problem)]


def test_without_a_baseline_everything_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, AUTHOR, Scanned()) == [AUTHOR, Scanned()]


def test_an_accepted_finding_is_counted_and_not_told(tmp_path: Path) -> None:
    baseline(tmp_path, AUTHOR)
    shown = told(tmp_path, AUTHOR, Scanned(), replace(AUTHOR, message="en anden", length=7))
    assert shown == [Scanned(), Note("2 fund er accepteret i .answerkit-baseline.yaml")]
    assert told(tmp_path, AUTHOR)[-1] == Note("1 fund er accepteret i .answerkit-baseline.yaml")


@pytest.mark.parametrize(
    "other",
    [
        replace(AUTHOR, file="outputs/public/b.docx"),
        replace(AUTHOR, part="docProps/app.xml"),
        replace(AUTHOR, place="lastModifiedBy"),
        replace(AUTHOR, place=""),
        replace(AUTHOR, code="H106"),
        replace(AUTHOR, kind="comment"),
    ],
)
def test_a_finding_anywhere_else_or_of_another_class_is_told(tmp_path: Path, other: Finding) -> None:
    baseline(tmp_path, AUTHOR)
    assert other in told(tmp_path, other)


@pytest.mark.parametrize(
    ("here", "file"),
    [("outputs", "public/a.docx"), ("outputs/public", "./a.docx"), ("outputs", "../outputs/public/a.docx")],
)
def test_a_file_is_the_same_from_wherever_it_is_named(tmp_path: Path, here: str, file: str) -> None:
    (tmp_path / "outputs" / "public").mkdir(parents=True)
    baseline(tmp_path, AUTHOR)
    assert not [
        event for event in told(tmp_path, replace(AUTHOR, file=file), here=here) if isinstance(event, Finding)
    ]
    absolute = replace(AUTHOR, file=(tmp_path / AUTHOR.file).as_posix())
    assert absolute not in told(tmp_path, absolute, here=here)


def test_a_file_outside_the_project_keeps_its_name(tmp_path: Path) -> None:
    baseline(tmp_path, AUTHOR)
    outside = replace(AUTHOR, file=(tmp_path.parent / "a.docx").as_posix())
    assert outside in told(tmp_path, outside)


@pytest.mark.parametrize(
    ("gate", "code", "kind"),
    [
        (Gate.PATTERN, "P101", "cpr"),
        (Gate.PATTERN, "P102", "cpr"),
        (Gate.PATTERN, "P103", "phone"),
        (Gate.PATTERN, "P104", "mail"),
        (Gate.CONTENT, "C100", "unknown"),
        (Gate.CONTENT, "C101", "case_number"),
        (Gate.CONTENT, "C101", "long_number"),
        (Gate.CONTENT, "C101", "address"),
        (Gate.CONTENT, "G102", "classification"),
        (Gate.PROOF, "B101", ""),
        (Gate.HYGIENE, "H999", "cpr"),
    ],
)
def test_identifiers_and_doubts_cannot_be_accepted(tmp_path: Path, gate: Gate, code: str, kind: str) -> None:
    found = replace(AUTHOR, gate=gate, code=code, kind=kind)
    baseline(tmp_path, found, AUTHOR)
    shown = told(tmp_path, found, AUTHOR)
    assert shown[:2] == [found, AUTHOR]
    (problem,) = shown[2:]
    assert isinstance(problem, Problem)
    assert (problem.code, problem.place.line, problem.severity) == (Code.AK701, 3, Severity.ERROR)


def test_a_cpr_number_that_an_entry_would_fit_but_for_its_class_is_told(tmp_path: Path) -> None:
    baseline(tmp_path, replace(AUTHOR, code="C104", kind="sentence"))
    found = replace(AUTHOR, code="C104", kind="cpr")
    assert found in told(tmp_path, found)


def test_an_expired_entry_accepts_nothing_and_says_so(tmp_path: Path) -> None:
    baseline(tmp_path, AUTHOR, expires="2026-11-24")
    shown = told(tmp_path, AUTHOR)
    assert shown[0] == AUTHOR
    (problem,) = shown[1:]
    assert isinstance(problem, Problem)
    assert (problem.code, problem.severity) == (Code.AK702, Severity.WARNING)
    assert "H105, 2026-11-24" in problem.message


def test_it_stands_on_its_last_day(tmp_path: Path) -> None:
    baseline(tmp_path, AUTHOR, expires="2026-11-25")
    assert AUTHOR not in told(tmp_path, AUTHOR)
    assert AUTHOR in told(tmp_path, AUTHOR, today=date(2026, 11, 26))


@pytest.mark.parametrize(
    ("covered", "expected"),
    [
        (["outputs"], [Code.AK703]),
        (["."], [Code.AK703]),
        (["outputs/public/a.docx"], [Code.AK703]),
        (["content"], []),
    ],
)
def test_an_unused_entry_is_told_where_its_file_was_looked_at(
    tmp_path: Path, covered: list[str], expected: list[Code]
) -> None:
    baseline(tmp_path, AUTHOR)
    shown = told(tmp_path, Scanned(), covered=covered)
    assert codes(shown) == expected
    assert all(event.severity is Severity.WARNING for event in shown if isinstance(event, Problem))


def test_a_files_verdict_does_not_count_what_is_accepted(tmp_path: Path) -> None:
    baseline(tmp_path, AUTHOR)
    other, faint = replace(AUTHOR, code="H106"), replace(AUTHOR, severity=Severity.WARNING)
    shown = told(
        tmp_path, AUTHOR, faint, other, Scanned("a", 2, 1), AUTHOR, Scanned("b", 1, 0), Scanned("c", 1)
    )
    assert [event for event in shown if isinstance(event, Scanned)] == [
        Scanned("a", 1, 0), Scanned("b", 0, 0), Scanned("c", 1, 0),
    ]  # fmt: skip


def test_a_baseline_that_cannot_be_read_accepts_nothing(tmp_path: Path) -> None:
    baseline(tmp_path, AUTHOR)
    path = tmp_path / BASELINE_FILE
    path.write_text(path.read_text(encoding="utf-8").replace("owner", "ejer"), encoding="utf-8")
    shown = told(tmp_path, AUTHOR)
    assert shown[0] == AUTHOR
    assert set(codes(shown)) == {Code.AK201, Code.AK202}
