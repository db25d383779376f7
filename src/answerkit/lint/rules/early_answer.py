"""An answer dated before what it answers."""

from __future__ import annotations

from collections.abc import Iterator

from answerkit.lint.rule import library_rule
from answerkit.lint.subject import Subject
from answerkit.model.codes import Code
from answerkit.model.problem import Problem, Severity, problem
from answerkit.prose import danish


@library_rule(Code.L502, Severity.ERROR)
def early_answer(subject: Subject) -> Iterator[Problem]:
    """Svaret, eller det foreløbige svar, er dateret, før forespørgslen er modtaget.

    En af datoerne er forkert, og lov og tal bedømmes efter svarets dato.
    """
    for answer in subject.answers:
        received, reply = answer.enquiry.received, answer.enquiry.holding_reply
        if received and answer.dated < received:
            yield problem(Code.L502, answer.where["dated"], f"modtaget {danish.day(received)}")
        if received and reply and reply < received:
            place = answer.enquiry.where["holding_reply"]
            yield problem(Code.L502, place, f"modtaget {danish.day(received)}")
