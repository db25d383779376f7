"""All rules, in order of their codes, and how they are applied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256
from typing import assert_never

from answerkit.lint.passages import Passage
from answerkit.lint.recalling import recalled
from answerkit.lint.rule import LibraryRule, PassageRule, Rule
from answerkit.lint.rules import (
    absent_value,
    bad_link,
    bare_volume,
    contradiction,
    double_space,
    early_answer,
    empty_reason,
    empty_section,
    ground_unverified,
    idle_section,
    key_order,
    late_answer,
    law_expired,
    law_expires_soon,
    law_not_yet,
    law_unverified,
    long_sentence,
    misspelling,
    other_name,
    said_too_much,
    secondary_suppression,
    silent_source,
    skipped_heading,
    small_figure,
    small_prose,
    split_number,
    stale_figure,
    straight_range,
    telling_ground,
    totals,
    twin_blocks,
    unexplained_abbreviation,
    units,
    unknown_abbreviation,
    unreviewed_block,
    unused_block,
    upside_down,
)
from answerkit.lint.subject import Subject
from answerkit.model.codes import Code
from answerkit.model.config import LintSettings
from answerkit.model.problem import Problem, Severity, problem

RULES: tuple[Rule, ...] = (
    bare_volume.bare_volume,
    silent_source.silent_source,
    stale_figure.stale_figure,
    contradiction.contradiction,
    totals.totals,
    upside_down.upside_down,
    units.units,
    small_figure.small_figure,
    small_prose.small_prose,
    secondary_suppression.secondary_suppression,
    absent_value.absent_value,
    law_expired.law_expired,
    law_not_yet.law_not_yet,
    law_unverified.law_unverified,
    law_expires_soon.law_expires_soon,
    ground_unverified.ground_unverified,
    telling_ground.telling_ground,
    said_too_much.said_too_much,
    empty_section.empty_section,
    idle_section.idle_section,
    empty_reason.empty_reason,
    unknown_abbreviation.unknown_abbreviation,
    unexplained_abbreviation.unexplained_abbreviation,
    unreviewed_block.unreviewed_block,
    unused_block.unused_block,
    twin_blocks.twin_blocks,
    bad_link.bad_link,
    skipped_heading.skipped_heading,
    double_space.double_space,
    split_number.split_number,
    straight_range.straight_range,
    long_sentence.long_sentence,
    other_name.other_name,
    misspelling.misspelling,
    key_order.key_order,
    late_answer.late_answer,
    early_answer.early_answer,
)

_LIMITS = ("small_count", "law_review_days", "law_expiry_days", "sentence_words")
"""The settings that make a rule milder or stricter."""

SEVERITIES = {Severity.ERROR: "fejl", Severity.WARNING: "advarsel"}
"""The severities in Danish."""


def lint(subject: Subject, rules: Sequence[Rule] = RULES) -> Iterator[Problem]:
    """What the rules find, in no order, each with the severity that the project gives it."""
    severities = {rule.code: subject.settings.severity(rule.code, rule.severity) for rule in rules}
    for found in _found(rules, subject):
        severity = severities[found.code]
        yield found if found.severity is severity else replace(found, severity=severity)


def told_changes(settings: LintSettings) -> Iterator[str]:
    """What the project has made of the rules' own severities and limits, in Danish: nothing in silence."""
    for rule in RULES:
        severity = settings.severity(rule.code, rule.severity)
        if severity is not rule.severity:
            told = f"{rule.code.name} er {SEVERITIES[severity]} i dette projekt (answerkit.toml)"
            yield f"{told}, ellers {SEVERITIES[rule.severity]}"
    own = LintSettings()
    for name in _LIMITS:
        limit, usual = getattr(settings, name), getattr(own, name)
        if limit != usual:
            yield f"{name} er {limit} i dette projekt (answerkit.toml), ellers {usual}"


def _found(rules: Iterable[Rule], subject: Subject) -> Iterator[Problem]:
    of_passages: list[PassageRule] = []
    for rule in rules:
        match rule:
            case PassageRule():
                of_passages.append(rule)
            case LibraryRule():
                yield from rule.judge(subject)
            case _:
                assert_never(rule)
    if of_passages:
        yield from _of_passages(of_passages, subject)


def _of_passages(rules: list[PassageRule], subject: Subject) -> Iterator[Problem]:
    about = sha256(f"{[rule.code.name for rule in rules]} {subject.settings}".encode()).hexdigest()
    for passage in subject.passages:
        facts = recalled(
            subject.memory_for(passage),
            f"{about} {passage.kind.name}",
            passage.prose.text,
            partial(_remarks, rules, passage, subject.settings),
        )
        for code, offset, detail, hint in facts:
            yield problem(Code[code], passage.place(offset), detail, hint)


def _remarks(
    rules: list[PassageRule], passage: Passage, settings: LintSettings
) -> list[tuple[str, int, str, str]]:
    """Code, offset, detail and hint of all that the rules remark on."""
    return [
        (rule.code.name, remark.offset, remark.detail, remark.hint)
        for rule in rules
        for remark in rule.judge(passage, settings)
    ]


def judge_passage(rule: PassageRule, passage: Passage, settings: LintSettings) -> Iterator[Problem]:
    """The rule's remarks on a passage, as problems at their places."""
    for remark in rule.judge(passage, settings):
        yield problem(rule.code, passage.place(remark.offset), remark.detail, remark.hint)
