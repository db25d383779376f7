"""Figures that an answer states though they have no value at its date, as the build will find too."""

from __future__ import annotations

from collections.abc import Iterator

from answerkit.lint.subject import Subject, measurement
from answerkit.model.codes import Code
from answerkit.model.problem import Problem, problem


def undated_figures(subject: Subject) -> Iterator[Problem]:
    """The mentions of such figures, be it in prose, a table or a chart, of each answer and its overlay.

    A pin that names no measurement is told where the answer is read.
    """
    for answer in subject.answers:
        for mention in (mention for some in subject.all_uses(answer) for mention in some.figures):
            figure = subject.figures.get(mention.id)
            if figure and measurement(figure, answer) is None:
                yield problem(Code.AK308, mention.place, f"{mention.id}, svaret {answer.id}")
