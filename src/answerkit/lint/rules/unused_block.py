"""A block in which nobody has an interest any more."""

from __future__ import annotations

from collections.abc import Iterator

from answerkit.lint.rule import library_rule
from answerkit.lint.subject import Subject
from answerkit.model.codes import Code
from answerkit.model.problem import Problem, Severity, problem


@library_rule(Code.L404, Severity.WARNING)
def unused_block(subject: Subject) -> Iterator[Problem]:
    """En blok bruges ikke i noget svar.

    Den ligger stadig i indholdet, og ingen ser den efter. Brug den, eller slet den; den kan findes igen i
    historikken. Reglen gælder kun, når alt indhold ses efter, og når alle svar kan læses.
    """
    if not subject.whole or subject.has_broken("answers", "overlays"):
        return
    for block in subject.blocks.values():
        if block.id not in subject.used_blocks:
            yield problem(Code.L404, block.where.get("id", block.where[""]), block.id)
