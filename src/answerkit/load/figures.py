"""Figures and their measurements, from ``figures/``."""

from decimal import Decimal
from enum import Enum
from itertools import pairwise

from answerkit.load.fields import DATE, LINE, NOTE, SENTENCES, Fault, Field, choice, read_number
from answerkit.load.nodes import MappingNode, Node, Pair, ScalarNode, SequenceNode
from answerkit.load.record import Record
from answerkit.model.codes import Code
from answerkit.model.content import Below, Counted, Exact, Figure, Measurement, Range, Value


class Precision(Enum):
    """How exact a value is; ``circa`` is printed."""

    EXACT = "exact"
    CIRCA = "circa"


def read_figure(record: Record) -> Figure:
    """A figure with its measurements, newest first."""
    figure = Figure(
        id=record.id,
        title=record.must("title", SENTENCES),
        unit=record.must("unit", LINE),
        unit_one=record.may("unit_one", LINE, ""),
        group=record.must("group", SENTENCES),
        counts=record.must("counts", choice(Counted)),
        owner=record.must("owner", LINE),
        note=record.may("note", NOTE, ""),
        series=record.at_least_one_record("values", _measurement),
        where=record.where,
    )
    for index, (newer, older) in enumerate(pairwise(figure.series), start=1):
        if older.as_of >= newer.as_of:
            hint = "sæt den nyeste værdi øverst, hver dato én gang"
            record.report(Code.AK204, ("values", index), "values", hint)
    return figure


def _measurement(record: Record) -> Measurement:
    measurement = Measurement(
        as_of=record.must("as_of", DATE),
        period_from=record.may("period_from", DATE, None),
        value=record.must("value", _VALUE),
        circa=record.may("precision", choice(Precision), Precision.EXACT) is Precision.CIRCA,
        source=record.must("source", SENTENCES),
        review_after=record.may("review_after", DATE, None),
        note=record.may("note", NOTE, ""),
        where=record.where,
    )
    if measurement.period_from and measurement.period_from > measurement.as_of:
        record.report(
            Code.AK204, "period_from", "period_from", "perioden begynder senest den dag, den slutter"
        )
    return measurement


def _read_value(node: Node) -> Value | Fault:
    match node:
        case ScalarNode():
            number = read_number(node)
            return number if isinstance(number, Fault) else Exact(number)
        case SequenceNode((low, high)):
            return _range(read_number(low), read_number(high))
        case MappingNode((Pair(ScalarNode("below"), limit),)):
            return _below(read_number(limit))
        case _:
            return Fault(Code.AK203, "skriv et tal, [mindst, højst] eller {below: 5}")


def _range(low: Decimal | Fault, high: Decimal | Fault) -> Range | Fault:
    if isinstance(low, Fault):
        return low
    if isinstance(high, Fault):
        return high
    return Range(low, high) if low <= high else Fault(Code.AK204, "skriv det mindste tal først")


def _below(limit: Decimal | Fault) -> Below | Fault:
    if isinstance(limit, Fault):
        return limit
    is_count = limit == limit.to_integral_value() and limit > 0
    return Below(int(limit)) if is_count else Fault(Code.AK204, "grænsen er et helt tal over 0")


_VALUE: Field[Value] = Field(_read_value, Exact(Decimal(0)))
