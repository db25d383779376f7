"""A declared total that its parts do not add up to."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from answerkit.lint.cells import Span, Sum, added, declared_sum
from answerkit.lint.rule import library_rule
from answerkit.lint.subject import Subject
from answerkit.model.codes import Code
from answerkit.model.content import Counted, Exact
from answerkit.model.problem import Problem, Severity, problem
from answerkit.prose import danish


@library_rule(Code.L105, Severity.ERROR)
def totals(subject: Subject) -> Iterator[Problem]:
    """Summen i en tabel passer ikke med rækkerne over den.

    Tabellens tal lægges sammen, som de er på svarets dato. Afrundede procenter må afvige med afrundingen.
    Med intervaller og skjulte tal skal summen være mulig; med ca.-tal efterprøves den ikke.
    """
    for answer in subject.answers:
        for some in subject.all_uses(answer):
            for table in some.tables:
                found = declared_sum(table, answer, subject)
                if found and not _fits(found):
                    yield problem(Code.L105, found.total.place, _difference(found))


def _fits(found: Sum) -> bool:
    parts = added([cell.span for cell in found.parts])
    slack = _rounding(found)
    total = found.total.span
    return parts.low - slack <= total.high and total.low <= parts.high + slack


def _rounding(found: Sum) -> Decimal:
    """By how much rounded shares may miss their total: half of the last digit for each."""
    shares = [cell for cell in found.parts if cell.figure.counts is Counted.SHARE]
    if len(shares) < len(found.parts):
        return Decimal(0)
    digits = [_last_digit(cell.measured.value) for cell in (*found.parts, found.total)]
    return sum(digits, Decimal(0)) / 2


def _last_digit(value: object) -> Decimal:
    exponent = value.number.as_tuple().exponent if isinstance(value, Exact) else 0
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def _difference(found: Sum) -> str:
    parts: Span = added([cell.span for cell in found.parts])
    stated = danish.amount(found.total.measured.value)
    if parts.is_known:
        return f"rækkerne giver {danish.number(parts.low)}, summen siger {stated}"
    return f"rækkerne kan ikke give {stated}"
