"""A public count of so few persons that one of them may be recognised."""

from __future__ import annotations

from collections.abc import Iterator

from answerkit.lint.cells import is_count, is_small
from answerkit.lint.rule import library_rule
from answerkit.lint.subject import Subject
from answerkit.model.codes import Code
from answerkit.model.problem import Problem, Severity, problem
from answerkit.prose import danish


@library_rule(Code.L108, Severity.ERROR)
def small_figure(subject: Subject) -> Iterator[Problem]:
    """Et offentligt tal tæller færre personer eller sager end grænsen (small_count).

    Skriv value: {below: 5} i den offentlige fil. Den nøjagtige værdi må kun stå i den fortrolige del. Det
    gælder alle værdier i filen, også de gamle, for hele filen er offentlig. Medarbejdere, penge og andele
    tæller ikke som personer, og 0 er tilladt.
    """
    limit = subject.settings.small_count
    for figure in subject.judged_figures:
        if figure.where[""].confidential or not is_count(figure):
            continue
        for measured in figure.series:
            if is_small(measured.value, limit):
                hint = f"skriv value: {{below: {limit}}}; den nøjagtige værdi hører til i den fortrolige del"
                yield problem(Code.L108, measured.where["value"], danish.quantity(figure, measured), hint)
