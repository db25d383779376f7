"""Two values for one thing: two figures that describe the same, or two answers that differ on a figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import TypeAlias

from answerkit.lint.rule import library_rule
from answerkit.lint.subject import Subject, measurement
from answerkit.model.codes import Code
from answerkit.model.content import Answer, Exact, Figure, Measurement
from answerkit.model.problem import Problem, Severity, problem
from answerkit.prose import danish

_Key: TypeAlias = tuple[str, str, str, date, date | None]


@library_rule(Code.L104, Severity.ERROR)
def contradiction(subject: Subject) -> Iterator[Problem]:
    """Det samme har to forskellige værdier.

    Enten er der to tal med samme titel, gruppe, enhed og dato, men med forskellig værdi. Behold det ene.
    Eller også angiver et svar med pins en ældre værdi af et tal, end et tidligere eller samtidigt svar gør.
    Slet datoen under pins, eller skriv i svaret, hvorfor den ældre værdi er brugt.
    """
    yield from _twins(subject)
    answers = sorted(subject.library.answers.values(), key=lambda answer: answer.dated)
    for answer in answers:
        for index, name in enumerate(answer.pins):
            figure = subject.figures.get(name)
            if figure and (other := _newer_elsewhere(figure, answer, answers, subject)):
                yield problem(Code.L104, answer.where["pins", index], f"{name}, jf. svaret {other}")


def _twins(subject: Subject) -> Iterator[Problem]:
    known: dict[_Key, list[tuple[Figure, Measurement]]] = defaultdict(list)
    for figure in subject.figures.values():
        for measured in figure.series:
            known[_key(figure, measured)].append((figure, measured))
    for same in known.values():
        for (first, one), (second, other) in pairwise(same):
            if _differ(one, other) and (subject.judges(first) or subject.judges(second)):
                amounts = (
                    f"{danish.amount(one.value)} ({first.id}), {danish.amount(other.value)} ({second.id})"
                )
                yield problem(Code.L104, other.where["value"], amounts)


def _key(figure: Figure, measured: Measurement) -> _Key:
    title, group = figure.title.casefold(), figure.group.casefold()
    return title, group, figure.unit.casefold(), measured.as_of, measured.period_from


def _differ(one: Measurement, other: Measurement) -> bool:
    """Whether both cannot be right; a confidential value may be more exact than its public twin."""
    if one.where["value"].confidential == other.where["value"].confidential:
        return one.value != other.value
    exact = isinstance(one.value, Exact) and isinstance(other.value, Exact)
    return exact and not one.circa and one.value != other.value


def _newer_elsewhere(figure: Figure, answer: Answer, answers: list[Answer], subject: Subject) -> str:
    """Id of an answer, not later than this one, that states another and newer value; or nothing."""
    own = measurement(figure, answer)
    for other in answers:
        if other is answer or other.dated > answer.dated or own is None:
            continue
        if answer not in subject.answers and other not in subject.answers:
            continue
        stated = measurement(figure, other)
        newer = stated and stated.as_of > own.as_of and stated.value != own.value
        if newer and figure.id in subject.stated_figures(other):
            return other.id
    return ""
