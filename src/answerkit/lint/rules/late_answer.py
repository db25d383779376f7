"""An answer dated after its deadline, without word to the asker before it."""

from __future__ import annotations

from collections.abc import Iterator

from answerkit.lint.deadline import count_deadline
from answerkit.lint.rule import library_rule
from answerkit.lint.subject import Subject
from answerkit.model.codes import Code
from answerkit.model.problem import Problem, Severity, problem
from answerkit.prose import danish


@library_rule(Code.L501, Severity.WARNING)
def late_answer(subject: Subject) -> Iterator[Problem]:
    """Svaret er dateret efter fristen, og der er ikke sendt et foreløbigt svar inden den.

    Fristen tælles fra received efter [deadline] i answerkit.toml. Se optællingen dag for dag med answerkit
    lint --deadline. Er der sendt et foreløbigt svar, skrives datoen i holding_reply.
    """
    for answer in subject.answers:
        enquiry = answer.enquiry
        if enquiry.received is None or answer.dated <= enquiry.received:
            continue
        last = count_deadline(enquiry.received, subject.deadline).last
        told_in_time = enquiry.holding_reply is not None and enquiry.holding_reply <= last
        if answer.dated > last and not told_in_time:
            yield problem(Code.L501, answer.where["dated"], f"fristen var {danish.day(last)}")
