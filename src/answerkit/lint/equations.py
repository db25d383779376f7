"""The sums of all public tables as linear equations: which hidden numbers follow from them together.

A hidden number is an unknown wherever it stands, in whichever answer: so what an earlier answer
stated counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from answerkit.model.frozen import dataclass

Unknown: TypeAlias = tuple[str, date]
"""A figure's id and the date of the measurement."""


@dataclass(frozen=True, slots=True)
class Equation:
    """A declared sum. ``terms`` are its hidden numbers; all else in it is printed. ``answer`` prints it."""

    terms: dict[Unknown, Fraction]
    answer: str


@dataclass(frozen=True, slots=True)
class Solved:
    """A hidden number that can be computed, and the ids of the answers that it takes."""

    unknown: Unknown
    answers: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Row:
    terms: dict[Unknown, Fraction]
    answers: frozenset[str]

    def minus(self, other: _Row, pivot: Unknown) -> _Row:
        """The row without the pivot, which is 1 in the other."""
        factor = self.terms.get(pivot)
        if not factor:
            return self
        keys = self.terms.keys() | other.terms.keys()
        terms = {key: self.terms.get(key, _NONE) - factor * other.terms.get(key, _NONE) for key in keys}
        return _Row({key: value for key, value in terms.items() if value}, self.answers | other.answers)


_NONE = Fraction(0)


def solved(equations: Iterable[Equation]) -> Iterator[Solved]:
    """The hidden numbers that the equations determine, by Gauss-Jordan elimination."""
    rows: dict[Unknown, _Row] = {}
    for equation in equations:
        row = _Row(equation.terms, frozenset({equation.answer}))
        for pivot, known in rows.items():
            row = row.minus(known, pivot)
        if row.terms:
            pivot = min(row.terms)
            factor = row.terms[pivot]
            row = _Row({key: value / factor for key, value in row.terms.items()}, row.answers)
            rows = {key: known.minus(row, pivot) for key, known in rows.items()} | {pivot: row}
    for pivot, row in rows.items():
        if len(row.terms) == 1:
            yield Solved(pivot, row.answers)
