"""A figure that an answer takes and that has no value at its date."""

from __future__ import annotations

from collections.abc import Iterator

from answerkit.lint.rule import library_rule
from answerkit.lint.subject import Subject, measurement
from answerkit.model.codes import Code
from answerkit.model.problem import Problem, Severity, problem


@library_rule(Code.L111, Severity.ERROR)
def absent_value(subject: Subject) -> Iterator[Problem]:
    """Et svar bruger et tal, der ingen værdi har på svarets dato.

    Alle tallets værdier er fra senere dage, så svaret kan ikke bygges (AK308). Tilføj en værdi, hvis as_of
    ikke er senere end svarets dato, eller brug et andet tal. Meddelelsen viser stedet, hvor tallet bruges.
    """
    for answer in subject.answers:
        for mention in subject.figures_of(answer):
            figure = subject.figures.get(mention.id)
            if figure and measurement(figure, answer) is None:
                yield problem(Code.L111, mention.place, f"{mention.id}, svaret {answer.id}")
