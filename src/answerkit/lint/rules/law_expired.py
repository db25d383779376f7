"""Provisions that no longer applied on the answer's date."""

from __future__ import annotations

from collections.abc import Iterator

from answerkit.lint.rule import library_rule
from answerkit.lint.statutes import advice, citations, named, successors
from answerkit.lint.subject import Subject
from answerkit.model.codes import Code
from answerkit.model.problem import Problem, Severity, problem
from answerkit.prose import danish


@library_rule(Code.L201, Severity.ERROR)
def law_expired(subject: Subject) -> Iterator[Problem]:
    """Et svar nævner bestemmelser, som var ophørt på svarets dato.

    Meddelelsen nævner de bestemmelser, der har afløst dem, og de blokke, som allerede bruger de nye. Loven
    skiftes aldrig ud af sig selv, for teksten skal også passe til den. Det er svarets dato, der tæller,
    aldrig dagen i dag.
    """
    for citation in citations(subject):
        law, day = citation.law, citation.answer.dated
        if law.valid_until and law.valid_until < day:
            detail = f"{named(law)}, til {danish.day(law.valid_until)} (svaret {citation.answer.id})"
            hint = advice(successors(law, day, subject), subject)
            yield problem(Code.L201, citation.place, detail, hint)
