"""A question that is said to be answered where nothing stands."""

from __future__ import annotations

from collections.abc import Iterator

from answerkit.lint.coverage import has_content
from answerkit.lint.passages import all_sections
from answerkit.lint.rule import library_rule
from answerkit.lint.subject import Subject
from answerkit.model.codes import Code
from answerkit.model.content import Answered
from answerkit.model.problem import Problem, Severity, problem


@library_rule(Code.L301, Severity.ERROR)
def empty_section(subject: Subject) -> Iterator[Problem]:
    """Et spørgsmål siges at være besvaret i et afsnit, som er tomt.

    Skriv afsnittet, henvis til et andet, eller udskyd spørgsmålet med en begrundelse (deferred). Et
    spørgsmål, der hverken er besvaret, udskudt eller afvist, afvises allerede, når svaret læses (AK310).
    """
    for answer in subject.answers:
        sections = {section.id: section for section in all_sections(answer.sections)}
        for question in answer.enquiry.questions:
            if not isinstance(question.outcome, Answered):
                continue
            for index, name in enumerate(question.outcome.sections):
                if name in sections and not has_content(sections[name]):
                    yield problem(Code.L301, question.where["answered_in", index], name)
