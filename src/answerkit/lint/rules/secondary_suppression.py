"""A small count that is hidden, or should be, and can be worked out from what is shown beside it.

Source: Danmarks Statistik's and Eurostat's practice for tables: a suppressed cell needs a second one in each
sum that it is part of. What a reader can derive is worked out with spans, so several hidden cells count too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from answerkit.lint.cells import Cell, Span, Sum, added, declared_sum, derived, is_count, is_small
from answerkit.lint.equations import Equation, Unknown, solved
from answerkit.lint.passages import all_sections
from answerkit.lint.rule import library_rule
from answerkit.lint.subject import Subject
from answerkit.model.codes import Code
from answerkit.model.content import Answer, Below, Exact, Figure, Measurement, TableItem
from answerkit.model.problem import Problem, Severity, problem

_STEP = 5
"""Limits proposed for further cells are multiples of this."""

_MOST_CELLS = 3
"""So many further cells are tried together; with more the table has little left to show."""


@library_rule(Code.L110, Severity.ERROR)
def secondary_suppression(subject: Subject) -> Iterator[Problem]:
    """Et skjult antal kan regnes ud af tabellens sum og de andre rækker, eller af en tidligere værdi.

    Er kun én række skjult, kan alle trække de andre fra summen. Skjul også de foreslåede rækker, fx med
    value: {below: 25}, eller udelad summen. Også to tabeller kan tilsammen røbe et skjult tal, selv når den
    ene står i et tidligere svar. Tæller to værdier i samme fil fra samme dag (period_from), kan
    forskellen mellem dem også vise et for lille antal; skjul så den ene.
    """
    sums = tuple(_sums(subject))
    for answer, found in sums:
        if answer in subject.answers:
            yield from _in_table(found, subject.settings.small_count)
    yield from _in_several(sums, subject)
    for figure in subject.judged_figures:
        if is_count(figure) and not figure.where[""].confidential:
            yield from _in_series(figure, subject.settings.small_count)


def _sums(subject: Subject) -> Iterator[tuple[Answer, Sum]]:
    """The public sums of counts; those of answers that are not judged, too, for what is out is out."""
    for answer in subject.library.answers.values():
        for section in all_sections(answer.sections):
            for table in section.content:
                found = declared_sum(table, answer, subject) if isinstance(table, TableItem) else None
                if found and all(is_count(cell.figure) for cell in found.parts):
                    yield answer, found


def _in_several(sums: Sequence[tuple[Answer, Sum]], subject: Subject) -> Iterator[Problem]:
    """The hidden cells that only several tables together give away, where judged answers print them."""
    limit = subject.settings.small_count
    equations = [Equation(_terms(found, limit), answer.id) for answer, found in sums if _is_exact(found)]
    given = {item.unknown: item.answers for item in solved(equations)}
    for answer, found in sums:
        for cell in found.parts if answer in subject.answers else ():
            others = given.get(_unknown(cell), frozenset()) - {answer.id}
            if others and not _alone(found, cell, limit):
                detail = f"{cell.figure.id}, jf. svaret {', '.join(sorted(others))}"
                yield problem(Code.L110, cell.place, detail, "udelad den ene sum, eller skjul flere rækker")


def _is_exact(found: Sum) -> bool:
    """Whether every number of the sum is hidden or can be told to the last digit."""
    cells = (*found.parts, found.total)
    return all(cell.span.is_known or isinstance(cell.measured.value, Below) for cell in cells)


def _terms(found: Sum, limit: int) -> dict[Unknown, Fraction]:
    terms: Counter[Unknown] = Counter()
    terms.update(_unknown(cell) for cell in found.parts if _is_hidden(cell, limit))
    if _is_hidden(found.total, limit):
        terms.subtract([_unknown(found.total)])
    return {unknown: Fraction(count) for unknown, count in terms.items() if count}


def _unknown(cell: Cell) -> Unknown:
    return cell.figure.id, cell.measured.as_of


def _alone(found: Sum, cell: Cell, limit: int) -> bool:
    """Whether the one table gives the cell away, so that it has been said already."""
    spans = [_shown(part, limit) for part in found.parts]
    return derived(spans, _shown(found.total, limit), found.parts.index(cell)).is_known


def _in_table(found: Sum, limit: int) -> Iterator[Problem]:
    """The hidden cells of a table that its other cells give away, with what to hide besides."""
    spans = [_shown(cell, limit) for cell in found.parts]
    total = _total(found, limit)
    hidden = [index for index, cell in enumerate(found.parts) if _is_hidden(cell, limit)]
    for index in hidden:
        if derived(spans, total, index).is_known:
            name = found.parts[index].figure.id
            yield problem(Code.L110, found.parts[index].place, name, _proposal(found, spans, total, limit))
    if _is_hidden(found.total, limit) and all(span.is_known for span in spans):
        yield problem(Code.L110, found.total.place, found.total.figure.id)


def _total(found: Sum, limit: int) -> Span:
    """What a reader is told of the total; where it does not add up, what it should be."""
    shown, given = _shown(found.total, limit), added([cell.span for cell in found.parts])
    return given if shown.is_known and given.is_known else shown


def _is_hidden(cell: Cell, limit: int) -> bool:
    """Whether the cell's number is a small count that is hidden, or that another rule wants hidden."""
    return isinstance(cell.measured.value, Below) or is_small(cell.measured.value, limit)


def _shown(cell: Cell, limit: int) -> Span:
    """What a reader is told of a cell once its small count is hidden."""
    value = cell.measured.value
    if is_small(value, limit) and not isinstance(value, Below):
        return Span(Decimal(0), Decimal(limit - 1))
    return cell.span


def _proposal(found: Sum, spans: list[Span], total: Span, limit: int) -> str:
    """The fewest and smallest further cells that keep every hidden one hidden."""
    order = sorted(
        (index for index, span in enumerate(spans) if span.is_known and span.low > 0),
        key=lambda index: spans[index].low,
    )
    for count in range(1, _MOST_CELLS + 1):
        for chosen in combinations(order, count):
            if _is_safe(_with_hidden(spans, chosen, limit), total):
                cells = [_proposed(found.parts[index], spans[index], limit) for index in chosen]
                return f"skjul også {' og '.join(cells)}, eller udelad summen"
    return "udelad summen, eller slå rækker sammen"


def _with_hidden(spans: list[Span], chosen: tuple[int, ...], limit: int) -> list[Span]:
    return [
        Span(Decimal(0), Decimal(_limit(span, limit) - 1)) if index in chosen else span
        for index, span in enumerate(spans)
    ]


def _is_safe(spans: list[Span], total: Span) -> bool:
    """Whether nothing more follows for a hidden cell than is told of it."""
    unknown = [index for index, span in enumerate(spans) if not span.is_known]
    return all(not derived(spans, total, index).is_known for index in unknown)


def _limit(span: Span, limit: int) -> int:
    """A limit so far above the cell's number that the number does not follow from it."""
    return (int(span.low) + limit) // _STEP * _STEP + _STEP


def _proposed(cell: Cell, span: Span, limit: int) -> str:
    return f"{cell.figure.id} (fx value: {{below: {_limit(span, limit)}}})"


def _in_series(figure: Figure, limit: int) -> Iterator[Problem]:
    """Values that were counted from one day on: the difference is the count of the days between."""
    for index, newer in enumerate(figure.series):
        for older in figure.series[index + 1 :]:
            if newer.period_from and newer.period_from == older.period_from and _is_few(newer, older, limit):
                detail = f"{newer.as_of} minus {older.as_of}"
                yield problem(Code.L110, newer.where["value"], detail, "skjul den ene af de to værdier")


def _is_few(newer: Measurement, older: Measurement, limit: int) -> bool:
    if newer.circa or older.circa:
        return False
    match newer.value, older.value:
        case Exact(now), Exact(then):
            return 0 < now - then < limit
        case _:
            return False
