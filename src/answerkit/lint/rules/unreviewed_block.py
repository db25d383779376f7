"""A block whose owner wanted to see it again before the answer's date."""

from __future__ import annotations

from collections.abc import Iterator

from answerkit.lint.rule import library_rule
from answerkit.lint.subject import Subject
from answerkit.model.codes import Code
from answerkit.model.problem import Problem, Severity, problem
from answerkit.prose import danish


@library_rule(Code.L403, Severity.WARNING)
def unreviewed_block(subject: Subject) -> Iterator[Problem]:
    """Et svar bruger en blok, hvis review_by ligger før svarets dato.

    Læs teksten igennem med den, der ejer den. Ret den, eller flyt review_by, og skriv dagen under reviewed.
    """
    for answer in subject.answers:
        for mention in (mention for some in subject.all_uses(answer) for mention in some.blocks):
            block = subject.blocks.get(mention.id)
            if block and block.review_by and block.review_by < answer.dated:
                detail = f"{danish.day(block.review_by)}, svaret {answer.id}"
                yield problem(Code.L403, mention.told_at(block.where["review_by"]), detail)
