"""A unit that contradicts what is counted, what a table adds up, or the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import assert_never

from answerkit.lint.cells import declared_sum
from answerkit.lint.rule import library_rule
from answerkit.lint.subject import Subject
from answerkit.model.codes import Code
from answerkit.model.content import Counted, Exact, Figure
from answerkit.model.problem import Problem, Severity, problem

_SHARE = re.compile(r"%|‰|procent(?:point)?|pct\.|promille", re.IGNORECASE)
_MONEY = re.compile(r".*\b(?:kr\.?|kroner|euro|DKK)", re.IGNORECASE)
_ONE = Exact(Decimal(1))
_COMMON = frozenset(
    (
        *("%", "procent", "pct.", "kr.", "kroner", "sag", "sager", "borger", "borgere", "ung", "unge"),
        *("barn", "børn", "person", "personer", "årsværk"),
    )
)
_FIGURE = re.compile(
    r"\{\{\s*figure\(\s*[\"'](?P<id>[^\"']+)[\"']\s*(?:,\s*unit\s*=\s*(?P<flag>true|false)\s*)?\)\s*\}\}"
    r"[ \u00a0](?P<word>%|[a-zæøåA-ZÆØÅ]+\.?)"
)


@library_rule(Code.L107, Severity.ERROR)
def units(subject: Subject) -> Iterator[Problem]:
    """Enheden passer ikke til det, der tælles, til tabellen, til diagrammet eller til teksten.

    Andele har %, penge har kr., og personer, sager og årsværk har ingen af delene. Rækkerne i en tabel med
    sum har samme enhed som summen, og søjlerne i et diagram har alle samme enhed. Efter {{ figure("navn") }}
    må enheden ikke skrives igen, for den er med. Er en værdi 1, skal tallet også have unit_one, fx »sag«.
    """
    for figure in subject.judged_figures:
        yield from _of_figure(figure)
    yield from _in_tables(subject)
    yield from _in_charts(subject)
    yield from _in_prose(subject)


def _of_figure(figure: Figure) -> Iterator[Problem]:
    if not _fits(figure):
        yield problem(Code.L107, figure.where["unit"], f"{figure.unit}, counts: {figure.counts.value}")
    if any(measured.value == _ONE for measured in figure.series) and not figure.unit_one:
        yield problem(Code.L107, figure.where["unit"], f"1 {figure.unit}", "tilføj unit_one")


def _fits(figure: Figure) -> bool:
    share, money = bool(_SHARE.fullmatch(figure.unit)), bool(_MONEY.match(figure.unit))
    match figure.counts:
        case Counted.SHARE:
            return share
        case Counted.MONEY:
            return money
        case Counted.PERSONS | Counted.CASES | Counted.STAFF:
            return not (share or money)
        case Counted.OTHER:
            return True
        case _:
            assert_never(figure.counts)


def _in_tables(subject: Subject) -> Iterator[Problem]:
    for answer in subject.answers:
        for some in subject.all_uses(answer):
            for table in some.tables:
                found = declared_sum(table, answer, subject)
                for cell in found.parts if found else ():
                    if found and cell.figure.unit != found.total.figure.unit:
                        detail = f"{cell.figure.id} har {cell.figure.unit}, summen {found.total.figure.unit}"
                        yield problem(Code.L107, cell.place, detail)


def _in_charts(subject: Subject) -> Iterator[Problem]:
    charts = (
        chart for answer in subject.answers for some in subject.all_uses(answer) for chart in some.charts
    )
    for chart in charts:
        first = subject.figures.get(chart.figures[0])
        for index, name in enumerate(chart.figures):
            figure = subject.figures.get(name)
            if first and figure and figure.unit != first.unit:
                detail = f"{name} har {figure.unit}, den første søjle {first.unit}"
                yield problem(Code.L107, chart.where["chart", index], detail)


def _in_prose(subject: Subject) -> Iterator[Problem]:
    for passage in subject.passages:
        for match in _FIGURE.finditer(passage.prose.text) if "figure(" in passage.prose.text else ():
            figure = subject.figures.get(match["id"])
            word = _clashing(figure, match) if figure else ""
            if word:
                yield problem(Code.L107, passage.place(match.start("word")), word)


def _clashing(figure: Figure, match: re.Match[str]) -> str:
    """The word behind a figure that repeats its unit, or that is another one; empty when it fits."""
    words, own = (match["word"], match["word"].rstrip(".")), {figure.unit, figure.unit_one}
    others = own if match["flag"] != "false" else _COMMON - own
    return next((word for word in words if word in others), "")
