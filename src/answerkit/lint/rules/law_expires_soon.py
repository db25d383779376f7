"""Provisions that apply on the answer's date, but not for long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from answerkit.lint.rule import library_rule
from answerkit.lint.statutes import citations, named
from answerkit.lint.subject import Subject
from answerkit.model.codes import Code
from answerkit.model.problem import Problem, Severity, problem
from answerkit.prose import danish


@library_rule(Code.L204, Severity.WARNING)
def law_expires_soon(subject: Subject) -> Iterator[Problem]:
    """Et svar nævner bestemmelser, som ophører kort efter svarets dato.

    De gælder på svarets dato, men læseren bør vide, at de snart ikke gør. Hvor kort, bestemmer
    law_expiry_days i answerkit.toml.
    """
    soon = timedelta(days=subject.settings.law_expiry_days)
    for citation in citations(subject):
        law, day = citation.law, citation.answer.dated
        if law.valid_until and day <= law.valid_until <= day + soon:
            detail = f"{named(law)}, til {danish.day(law.valid_until)} (svaret {citation.answer.id})"
            yield problem(Code.L204, citation.place, detail)
