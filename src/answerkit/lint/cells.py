"""A table's numbers as spans: what a reader is told of each, and what follows from all of them together."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import assert_never

from answerkit.lint.subject import Subject, measurement
from answerkit.model.content import (
    Answer,
    Below,
    Counted,
    Exact,
    Figure,
    Measurement,
    Range,
    TableItem,
    Value,
)
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Place

INFINITE = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Span:
    """What is known of a number: both ends included."""

    low: Decimal
    high: Decimal

    @property
    def is_known(self) -> bool:
        """Whether there is but one number that it can be."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure's number in a table, where the table names it, and what the reader is told of it."""

    figure: Figure
    measured: Measurement
    place: Place
    span: Span


@dataclass(frozen=True, slots=True)
class Sum:
    """The parts of a declared table, in order, and their total."""

    parts: tuple[Cell, ...]
    total: Cell


def told(value: Value, *, circa: bool) -> Span:
    """What a printed value tells; a circa value may be anything, for nobody says how it was rounded."""
    if circa:
        return Span(Decimal(0), INFINITE)
    match value:
        case Exact(number):
            return Span(number, number)
        case Range(low, high):
            return Span(low, high)
        case Below(limit):
            return Span(Decimal(0), Decimal(limit - 1))
        case _:
            assert_never(value)


def declared_sum(table: TableItem, answer: Answer, subject: Subject) -> Sum | None:
    """The table's sum at the answer's date; None when it declares none or a number is missing."""
    if not table.total:
        return None
    names = [(name, table.where["table", index]) for index, name in enumerate(table.figures)]
    names.append((table.total, table.where["total"]))
    cells = [cell for name, place in names if (cell := _cell(name, place, answer, subject))]
    return Sum(tuple(cells[:-1]), cells[-1]) if len(cells) == len(names) else None


def _cell(name: str, place: Place, answer: Answer, subject: Subject) -> Cell | None:
    figure = subject.figures.get(name)
    found = measurement(figure, answer) if figure else None
    if figure is None or found is None:
        return None
    return Cell(figure, found, place, told(found.value, circa=found.circa))


def added(spans: Sequence[Span]) -> Span:
    """What is known of the sum."""
    return Span(sum((span.low for span in spans), Decimal(0)), sum((span.high for span in spans), Decimal(0)))


def derived(parts: Sequence[Span], total: Span, index: int) -> Span:
    """What is told of the part at an index, and what follows for it from the total and all other parts."""
    others = added([span for number, span in enumerate(parts) if number != index])
    own = parts[index]
    low = total.low - others.high if others.high.is_finite() else own.low
    high = total.high - others.low if total.high.is_finite() else own.high
    return Span(max(own.low, low), min(own.high, high))


def is_count(figure: Figure) -> bool:
    """Whether the figure counts persons, or cases, each of which is somebody's."""
    return figure.counts in (Counted.PERSONS, Counted.CASES)


def is_small(value: Value, limit: int) -> bool:
    """Whether a value shows that it is a small count: under the limit, but not nought."""
    match value:
        case Exact(number):
            return 0 < number < limit
        case Range(_, high):
            return 0 < high < limit
        case Below(own):
            return own < limit
        case _:
            assert_never(value)
