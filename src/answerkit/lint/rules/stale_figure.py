"""A value that its own owner wanted to see again before this day."""

from __future__ import annotations

from collections.abc import Iterator

from answerkit.lint.rule import library_rule
from answerkit.lint.subject import Subject, measurement
from answerkit.model.codes import Code
from answerkit.model.problem import Problem, Severity, problem
from answerkit.prose import danish


@library_rule(Code.L103, Severity.WARNING)
def stale_figure(subject: Subject) -> Iterator[Problem]:
    """Et svar bruger et tal, hvis review_after ligger før svarets dato.

    Værdien har selv en dato, hvorefter den bør ses efter. Tilføj en nyere værdi øverst under values, eller
    flyt review_after, når nogen har bekræftet, at værdien stadig gælder.
    """
    for answer in subject.answers:
        for mention in subject.figures_of(answer):
            figure = subject.figures.get(mention.id)
            found = measurement(figure, answer) if figure else None
            if found and found.review_after and found.review_after < answer.dated:
                detail = f"{danish.day(found.review_after)}, svaret {answer.id}"
                yield problem(Code.L103, mention.told_at(found.where["review_after"]), detail)
