"""The project's settings, from ``answerkit.toml``."""

from __future__ import annotations

from datetime import date

from answerkit.model.codes import Code
from answerkit.model.frozen import dataclass
from answerkit.model.policy import PatternPolicy
from answerkit.model.problem import Severity
from answerkit.model.theme import Theme


@dataclass(frozen=True, slots=True)
class LintSettings:
    """How strict ``answerkit lint`` is.

    Attributes:
        severities: rules whose severity is not their own; sorted by code.
        small_count: fewer persons than this are a small count.
        law_review_days: a law or ground verified longer ago than this, at the answer's date, is in doubt.
        law_expiry_days: a law that ends within so many days after the answer's date is pointed out.
        sentence_words: the most words that a sentence should have.
        preferred: (name to avoid, name to use), in order of the file.
        words: words that the dictionary lacks and that are right.
    """

    severities: tuple[tuple[Code, Severity], ...] = ()
    small_count: int = 5
    law_review_days: int = 365
    law_expiry_days: int = 90
    sentence_words: int = 35
    preferred: tuple[tuple[str, str], ...] = ()
    words: tuple[str, ...] = ()

    def severity(self, code: Code, default: Severity) -> Severity:
        """The rule's severity in this project."""
        return dict(self.severities).get(code, default)


@dataclass(frozen=True, slots=True)
class DeadlinePolicy:
    """How the last day for an answer is counted from the day of receipt.

    Attributes:
        days: how many.
        working_days: only working days count; otherwise all do, and a last day that is closed moves on.
        counts_receipt: the day of receipt is day one.
        closed_yearly: (month, day) of days that are closed every year besides public holidays.
        closed_days: single days that are closed.
    """

    days: int = 10
    working_days: bool = False
    counts_receipt: bool = False
    closed_yearly: tuple[tuple[int, int], ...] = ((6, 5), (12, 24), (12, 31))
    closed_days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """What is the same for every answer.

    Attributes:
        authority: printed as the publisher.
        theme: from a file of its own, ``templates/theme.toml``.
        libreoffice: path of the program that makes PDF files, relative to the project; empty to look for it.
    """

    authority: str
    lint: LintSettings = LintSettings()
    deadline: DeadlinePolicy = DeadlinePolicy()
    theme: Theme = Theme()
    patterns: PatternPolicy = PatternPolicy()
    libreoffice: str = ""
