"""A section that nobody asked for."""

from __future__ import annotations

from collections.abc import Iterator

from answerkit.lint.passages import all_sections
from answerkit.lint.rule import library_rule
from answerkit.lint.subject import Subject
from answerkit.model.codes import Code
from answerkit.model.content import Answer, Answered
from answerkit.model.problem import Problem, Severity, problem


@library_rule(Code.L302, Severity.WARNING)
def idle_section(subject: Subject) -> Iterator[Problem]:
    """Et afsnit på øverste niveau, eller et af dets underafsnit, nævnes ikke under noget spørgsmål.

    Måske er et spørgsmål glemt, eller også er afsnittet overflødigt. Nævn afsnittet under answered_in, hvor
    det besvarer noget.
    """
    for answer in subject.answers:
        named = _named(answer)
        for section in answer.sections:
            if not any(part.id in named for part in all_sections([section])):
                yield problem(Code.L302, section.where["id"], section.id)


def _named(answer: Answer) -> set[str]:
    outcomes = (question.outcome for question in answer.enquiry.questions)
    return {name for outcome in outcomes if isinstance(outcome, Answered) for name in outcome.sections}
