"""The tables ``[lint]`` and ``[deadline]`` of ``answerkit.toml``: what is read, and what is wrong where."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from answerkit.load.config import load_config
from answerkit.model.codes import Code
from answerkit.model.config import Config, DeadlinePolicy, LintSettings
from answerkit.model.problem import Severity

HEAD = 'authority = "A"\n'


def _load(base: Path, text: str) -> tuple[Config | None, list[tuple[int, Code, str]]]:
    path = base / "answerkit.toml"
    path.write_text(HEAD + text, encoding="utf-8")
    config, problems = load_config(path, base)
    return config, [(item.place.line, item.code, item.detail) for item in problems]


def test_without_tables_the_defaults_apply(tmp_path: Path) -> None:
    assert _load(tmp_path, "") == (Config("A", LintSettings(), DeadlinePolicy()), [])


def test_all_settings_of_lint(tmp_path: Path) -> None:
    text = """
[lint]
small_count = 3
law_review_days = 100
law_expiry_days = 0
sentence_words = 20

[lint.severity]
L302 = "error"
L101 = "warning"

[lint.preferred]
"ØJP" = "Østjyllands Politi"
"Århus" = "Aarhus"
"""
    config, problems = _load(tmp_path, text)
    assert problems == []
    assert config
    assert config.lint == LintSettings(
        severities=((Code.L101, Severity.WARNING), (Code.L302, Severity.ERROR)),
        small_count=3,
        law_review_days=100,
        law_expiry_days=0,
        sentence_words=20,
        preferred=(("ØJP", "Østjyllands Politi"), ("Århus", "Aarhus")),
    )


def test_all_settings_of_the_deadline(tmp_path: Path) -> None:
    text = """
[deadline]
days = 14
count = "working"
count_receipt = true
closed = ["12-24", "02-29", 2025-05-30]
"""
    config, problems = _load(tmp_path, text)
    assert problems == []
    assert config
    assert config.deadline == DeadlinePolicy(14, True, True, ((2, 29), (12, 24)), (date(2025, 5, 30),))  # noqa: FBT003


WRONG = {
    "an unknown setting": ("[lint]\nsmal_count = 5", [(3, Code.AK201, "smal_count")]),
    "a threshold that protects nobody": ("[lint]\nsmall_count = 2", [(3, Code.AK204, "small_count")]),
    "no number": ('[lint]\nsmall_count = "5"', [(3, Code.AK203, "small_count")]),
    "a truth for a number": ("[lint]\nsmall_count = true", [(3, Code.AK203, "small_count")]),
    "an unknown rule": ('[lint.severity]\nL999 = "warning"', [(3, Code.AK201, "L999")]),
    "a code that is no rule": ('[lint.severity]\nAK101 = "warning"', [(3, Code.AK201, "AK101")]),
    "a rule switched off": ('[lint.severity]\nL101 = "off"', [(3, Code.AK204, "L101")]),
    "a severity that is no text": ("[lint.severity]\nL101 = 1", [(3, Code.AK203, "L101")]),
    "an empty preferred name": ('[lint.preferred]\n"ØJP" = ""', [(3, Code.AK204, "ØJP")]),
    "no table": ("lint = 5", [(2, Code.AK203, "lint")]),
    "no days": ("[deadline]\ndays = 0", [(3, Code.AK204, "days")]),
    "an unknown way to count": ('[deadline]\ncount = "banking"', [(3, Code.AK204, "count")]),
    "no truth": ('[deadline]\ncount_receipt = "ja"', [(3, Code.AK203, "count_receipt")]),
    "a day that is none": ('[deadline]\nclosed = ["13-01"]', [(3, Code.AK204, "closed")]),
    "a day written otherwise": ('[deadline]\nclosed = ["24/12"]', [(3, Code.AK204, "closed")]),
    "no list of days": ('[deadline]\nclosed = "12-24"', [(3, Code.AK203, "closed")]),
    "a time among the days": ("[deadline]\nclosed = [2025-05-30T10:00:00]", [(3, Code.AK203, "closed")]),
    "the second table's own line": (
        "[lint]\nsmall_count = 5\n[deadline]\nsmall_count = 5",
        [(5, Code.AK201, "small_count")],
    ),
    "two at once": (
        "[lint]\nsmall_count = 1\nsentence_words = 1",
        [(3, Code.AK204, "small_count"), (4, Code.AK204, "sentence_words")],
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_found_at_its_line(case: str, tmp_path: Path) -> None:
    text, problems = WRONG[case]
    assert _load(tmp_path, text) == (None, problems)


def test_a_misspelt_rule_gets_a_suggestion(tmp_path: Path) -> None:
    path = tmp_path / "answerkit.toml"
    path.write_text(f'{HEAD}[lint.severity]\nL1O1 = "warning"', encoding="utf-8")
    _, problems = load_config(path, tmp_path)
    assert problems[0].hint.startswith("mente du »L")


def test_that_a_rule_cannot_be_switched_off_is_said(tmp_path: Path) -> None:
    path = tmp_path / "answerkit.toml"
    path.write_text(f'{HEAD}[lint.severity]\nL101 = "off"', encoding="utf-8")
    _, problems = load_config(path, tmp_path)
    assert "kan ikke slås fra" in problems[0].hint
