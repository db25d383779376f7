"""The settings of ``answerkit lint``: the tables ``[lint]`` and ``[deadline]`` of ``answerkit.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from answerkit.load.settings import Settings
from answerkit.load.shown import did_you_mean
from answerkit.model.codes import Code
from answerkit.model.config import DeadlinePolicy, LintSettings
from answerkit.model.problem import Severity

_YEARS = 3660
_LEAP_YEAR = 2024
_DAY = re.compile(r"([0-9]{2})-([0-9]{2})")
_RULES = {code.name: code for code in Code if code.is_lint}
_SEVERITIES = {severity.value: severity for severity in Severity}


def read_lint(table: Settings) -> LintSettings:
    """How strict the rules are. Small counts may be set down to 3, never to nothing."""
    own = LintSettings()
    severities, preferred = table.table("severity"), table.table("preferred")
    settings = LintSettings(
        severities=tuple(sorted(_severities(severities), key=lambda entry: entry[0].name)),
        small_count=table.count("small_count", own.small_count, 3, 100),
        law_review_days=table.count("law_review_days", own.law_review_days, 1, _YEARS),
        law_expiry_days=table.count("law_expiry_days", own.law_expiry_days, 0, _YEARS),
        sentence_words=table.count("sentence_words", own.sentence_words, 5, 200),
        preferred=preferred.lines(),
        words=table.words("words"),
    )
    table.finish()
    return settings


def _severities(table: Settings) -> Iterable[tuple[Code, Severity]]:
    """The severities of rules; a rule cannot be switched off, for then nobody would hear of it again."""
    for name, value in table.lines():
        if name not in _RULES:
            table.report(Code.AK201, name, did_you_mean(name, _RULES))
        elif value not in _SEVERITIES:
            table.report(Code.AK204, name, "skriv error eller warning; en regel kan ikke slås fra")
        else:
            yield _RULES[name], _SEVERITIES[value]


def read_deadline(table: Settings) -> DeadlinePolicy:
    """How the deadline is counted."""
    own = DeadlinePolicy()
    yearly, single = _closed(table)
    policy = DeadlinePolicy(
        days=table.count("days", own.days, 1, 366),
        working_days=table.choice("count", {"calendar": False, "working": True}, default=own.working_days),
        counts_receipt=table.flag("count_receipt", default=own.counts_receipt),
        closed_yearly=own.closed_yearly if yearly is None else yearly,
        closed_days=single,
    )
    table.finish()
    return policy


def _closed(table: Settings) -> tuple[tuple[tuple[int, int], ...] | None, tuple[date, ...]]:
    days = table.days("closed")
    if days is None:
        return None, ()
    yearly = [_yearly(day) for day in days if isinstance(day, str)]
    if None in yearly:
        table.report(
            Code.AK204,
            "closed",
            'skriv "12-24" om hvert år, og en enkelt dag som 2025-05-30 uden anførselstegn',
        )
    found = sorted({day for day in yearly if day is not None})
    return tuple(found), tuple(sorted({day for day in days if isinstance(day, date)}))


def _yearly(text: str) -> tuple[int, int] | None:
    """Month and day; the 29th of February counts as a day."""
    match = _DAY.fullmatch(text)
    try:
        day = date(_LEAP_YEAR, int(match[1]), int(match[2])) if match else None
    except ValueError:
        return None
    return (day.month, day.day) if day else None
