"""A question put off or declined with words that give no reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from answerkit.lint.rule import library_rule
from answerkit.lint.subject import Subject
from answerkit.model.codes import Code
from answerkit.model.content import Answered, Declined, Deferred, Outcome
from answerkit.model.problem import Problem, Severity, problem

_FEWEST_WORDS = 3


@library_rule(Code.L303, Severity.ERROR)
def empty_reason(subject: Subject) -> Iterator[Problem]:
    """Et spørgsmål er udskudt eller afvist med en begrundelse på under tre ord, fx »kommer«.

    Den, der har spurgt, skal kunne se hvorfor, og ved et udskudt spørgsmål også hvornår svaret kommer.
    """
    for answer in subject.answers:
        for question in answer.enquiry.questions:
            key, reason = _reason(question.outcome)
            if key and len(reason.split()) < _FEWEST_WORDS:
                yield problem(Code.L303, question.where[key], reason)


def _reason(outcome: Outcome) -> tuple[str, str]:
    """The key and the words of a reason; both empty for an answer, which needs none."""
    match outcome:
        case Deferred(reason):
            return "deferred", reason
        case Declined(reason):
            return "declined", reason
        case Answered():
            return "", ""
        case _:
            assert_never(outcome)
