"""An abbreviation that the register of terms does not hold."""

from __future__ import annotations

from collections.abc import Iterator

from answerkit.lint.passages import Kind
from answerkit.lint.rule import library_rule
from answerkit.lint.subject import Subject
from answerkit.model.codes import Code
from answerkit.model.problem import Problem, Severity, problem
from answerkit.model.suggest import suggestion


@library_rule(Code.L401, Severity.WARNING)
def unknown_abbreviation(subject: Subject) -> Iterator[Problem]:
    """En forkortelse med store bogstaver står ikke i content/public/terms.

    Læseren kan ikke vide, hvad den betyder. Opret den med en expansion, så den bliver skrevet ud første gang,
    eller uden, hvis alle kender den. Romertal og ord med seks eller flere store bogstaver tæller ikke med, og
    et spørgsmål gengives, som det er stillet.
    """
    terms, broken = subject.library.terms, subject.library.broken
    for passage in subject.passages:
        if passage.kind is Kind.QUESTION:
            continue
        for found in passage.abbreviations:
            if found.name not in terms and ("terms", found.name) not in broken:
                hint = "" if passage.confidential else suggestion(found.name, terms)
                yield problem(Code.L401, passage.place(found.offset), found.name, hint)
