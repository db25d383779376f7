"""The list of all rules, and what is done with what they find."""

from __future__ import annotations

import pkgutil
from pathlib import Path

import pytest

import answerkit.lint.rules
from answerkit.lint.registry import RULES, lint, told_changes
from answerkit.lint.rule import Rule, explanation
from answerkit.model.codes import Code
from answerkit.model.config import LintSettings
from answerkit.model.problem import Severity
from lint.tiny import CANARY, PARAGRAPH_27, WITHHELD, answer, block, figure, overlay, subject

TESTS = Path(__file__).parent / "rules"


def test_every_code_of_a_rule_has_its_rule_in_order() -> None:
    assert [rule.code for rule in RULES] == [code for code in Code if code.is_lint]


def test_every_file_among_the_rules_holds_one() -> None:
    names = {module.name for module in pkgutil.iter_modules(answerkit.lint.rules.__path__)}
    assert {rule.judge.__module__.rpartition(".")[2] for rule in RULES} == names
    assert len(names) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code.name)
def test_every_rule_is_tested_under_its_name(rule: Rule) -> None:
    name = rule.judge.__name__
    assert any(f"import {name}\n" in file.read_text(encoding="utf-8") for file in TESTS.glob("test_*.py"))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code.name)
def test_every_rule_explains_itself_in_danish(rule: Rule) -> None:
    told = explanation(rule)
    assert told.summary.endswith(".")
    assert told.paragraphs
    assert any(letter in " ".join((told.summary, *told.paragraphs)) for letter in "æøå")


def test_a_severity_is_the_projects(tmp_path: Path) -> None:
    settings = LintSettings(severities=((Code.L101, Severity.WARNING),))
    judged = subject(tmp_path, [block(text="Der er 12 sager.")], settings=settings)
    assert [item.severity for item in lint(judged) if item.code is Code.L101] == [Severity.WARNING]


def test_a_changed_severity_is_told() -> None:
    severities = ((Code.L101, Severity.WARNING), (Code.L302, Severity.ERROR), (Code.L303, Severity.ERROR))
    assert list(told_changes(LintSettings(severities=severities))) == [
        "L101 er advarsel i dette projekt (answerkit.toml), ellers fejl",
        "L302 er fejl i dette projekt (answerkit.toml), ellers advarsel",
    ]


def test_a_changed_limit_is_told() -> None:
    assert list(told_changes(LintSettings(small_count=3, sentence_words=50))) == [
        "small_count er 3 i dette projekt (answerkit.toml), ellers 5",
        "sentence_words er 50 i dette projekt (answerkit.toml), ellers 35",
    ]
    assert list(told_changes(LintSettings())) == []


def test_with_answers_named_only_what_they_use_is_judged(tmp_path: Path) -> None:
    files = [
        block(text="Der er 12 sager."),
        block("text/b", "Der er 13 sager."),
        answer(),
        answer("- block: text/b", name="andet"),
    ]
    judged = subject(tmp_path, files, only=("andet",))
    assert {item.detail for item in lint(judged) if item.code is Code.L101} == {"13 sager"}


def test_no_problem_repeats_a_confidential_text(tmp_path: Path) -> None:
    bad = f"{CANARY} har 12 sager  og 14, 8 fra 30-15 borgere, MSBX."
    public = [PARAGRAPH_27, answer("", sections=WITHHELD)]
    closed = [overlay(bad), figure(CANARY, "2024-01-01 3", unit="%", closed=True)]
    problems = [item for item in lint(subject(tmp_path, public, closed)) if item.place.confidential]
    assert {Code.L101, Code.L107} <= {item.code for item in problems}
    for item in problems:
        assert (item.detail, item.excerpt, item.hint) == ("", "", item.code.advice)
