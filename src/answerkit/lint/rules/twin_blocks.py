"""Two blocks with nearly the same text, of which one will be forgotten when the other is mended."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

from answerkit.lint.recalling import recalled
from answerkit.lint.rule import library_rule
from answerkit.lint.shingles import are_alike, meeting, sketch, words
from answerkit.lint.subject import Subject
from answerkit.model.codes import Code
from answerkit.model.content import Block
from answerkit.model.problem import Problem, Severity, problem
from answerkit.prose.slots import FigureSlot, LawSlot

_LEAST = 90.0
"""Per cent: in a text of forty words, some four may differ."""


@library_rule(Code.L405, Severity.WARNING)
def twin_blocks(subject: Subject) -> Iterator[Problem]:
    """To blokke har næsten samme tekst.

    Rettes den ene, bliver den anden glemt. Behold én, og brug den begge steder. Blokke, der henviser til
    forskellige love eller tal, siger forskellige ting og regnes ikke for ens.
    """
    blocks, named = subject.blocks, cache(partial(_named, subject))
    sketches = ((block.id, _sketch(block, subject)) for block in blocks.values())
    for one, other in meeting(sketches):
        first, second = blocks[one], blocks[other]
        judged = subject.whole or {one, other} & subject.used_blocks
        if judged and named(one) == named(other) and are_alike(first.text.text, second.text.text, _LEAST):
            yield problem(Code.L405, second.text.start, f"{one} og {other}")


def _sketch(block: Block, subject: Subject) -> list[int]:
    text = block.text.text
    memory = subject.memory_for(subject.passages_of(block)[-1])
    return recalled(memory, "sketch", text, lambda: sketch(words(text)))


def _named(subject: Subject, name: str) -> frozenset[str]:
    """The laws and figures that a block is about."""
    block = subject.blocks[name]
    slots = [slot for passage in subject.passages_of(block) for slot in passage.slots]
    return frozenset((*block.laws, *(slot.id for slot in slots if isinstance(slot, LawSlot | FigureSlot))))
