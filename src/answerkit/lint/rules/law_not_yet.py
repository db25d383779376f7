"""Provisions that did not apply yet on the answer's date."""

from __future__ import annotations

from collections.abc import Iterator

from answerkit.lint.rule import library_rule
from answerkit.lint.statutes import advice, citations, named, predecessors
from answerkit.lint.subject import Subject
from answerkit.model.codes import Code
from answerkit.model.problem import Problem, Severity, problem
from answerkit.prose import danish


@library_rule(Code.L202, Severity.ERROR)
def law_not_yet(subject: Subject) -> Iterator[Problem]:
    """Et svar nævner bestemmelser, som endnu ikke var trådt i kraft på svarets dato.

    Meddelelsen nævner de bestemmelser, der gjaldt dengang, og de blokke, som bruger dem.
    """
    for citation in citations(subject):
        law, day = citation.law, citation.answer.dated
        if law.valid_from > day:
            detail = f"{named(law)}, fra {danish.day(law.valid_from)} (svaret {citation.answer.id})"
            hint = advice(predecessors(law, day, subject), subject)
            yield problem(Code.L202, citation.place, detail, hint)
