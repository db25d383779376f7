"""Every text of the content that a reader will see, with the place where each stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cached_property
from typing import assert_never

from answerkit.lint.abbreviations import Abbreviation, abbreviations
from answerkit.model.content import (
    Answer,
    Answered,
    Asset,
    Block,
    BlockItem,
    BlockKind,
    ChartItem,
    Declined,
    Deferred,
    Figure,
    Item,
    PictureItem,
    Prose,
    Question,
    Section,
    TableItem,
)
from answerkit.model.overlay import Overlay
from answerkit.model.problem import Place, Problem, Where
from answerkit.prose.expressions import slot_prose
from answerkit.prose.slots import Slot

BLANK = "\ue000"
"""Stands in ``Passage.readable`` for each character that is not the writer's own word."""

_NOT_READ = re.compile(r"\{\{.*?\}\}|\]\([^)\n]*\)|https?://\S+|`[^`\n]*`|\[\^[^\]\n]*\]:?")


class Kind(Enum):
    """What a passage is."""

    PROSE = "prose"
    HEADING = "heading"
    CAPTION = "caption"
    LABEL = "label"
    QUESTION = "question"


class Passage:
    """A text that is read as one.

    Attributes:
        prose: the text with the place where it stands.
        kind: what it is.
        record: the id of the block, figure, answer, asset or overlay.
    """

    def __init__(self, prose: Prose, kind: Kind, record: str) -> None:
        self.prose, self.kind, self.record = prose, kind, record

    @property
    def confidential(self) -> bool:
        """Whether it stands in the confidential tree."""
        return self.prose.start.confidential

    @cached_property
    def readable(self) -> str:
        """The text with ``BLANK`` for every character of an expression, a link's target, code or a mark."""
        text = self.prose.text
        if not any(mark in text for mark in ("{{", "](", "://", "`", "[^")):
            return text
        return _NOT_READ.sub(lambda match: BLANK * len(match.group()), text)

    @cached_property
    def abbreviations(self) -> tuple[Abbreviation, ...]:
        """Those that it writes itself, in order; what ``term`` writes is not among them."""
        return tuple(abbreviations(self.readable))

    @cached_property
    def _slotted(self) -> tuple[tuple[Slot, ...], tuple[Problem, ...]]:
        slotted = slot_prose(self.prose)
        return slotted.slots, slotted.problems

    @property
    def slots(self) -> tuple[Slot, ...]:
        """What its expressions name, in reading order."""
        return self._slotted[0]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Its expressions that cannot be read."""
        return self._slotted[1]

    def place(self, offset: int) -> Place:
        """Where in the file the character at an offset of the text stands."""
        text = self.prose.text
        return self.prose.place(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def of_block(block: Block) -> Iterator[Passage]:
    """A block's text; its title too, which is printed above it unless the block is a mere text."""
    if block.kind is not BlockKind.TEXT:
        yield _line(block.title, block.where, "title", Kind.HEADING, block.id)
    yield Passage(block.text, Kind.PROSE, block.id)


def of_figure(figure: Figure) -> Iterator[Passage]:
    """A figure's title, which names its row in a table, and its sources, which stand beneath the table."""
    yield _line(figure.title, figure.where, "title", Kind.LABEL, figure.id)
    for measured in figure.series:
        yield _line(measured.source, measured.where, "source", Kind.LABEL, figure.id)


def of_asset(asset: Asset) -> Iterator[Passage]:
    """A picture's caption and its text for those who cannot see it."""
    yield _line(asset.caption, asset.where, "caption", Kind.CAPTION, asset.id)
    yield _line(asset.alt, asset.where, "alt", Kind.CAPTION, asset.id)


def of_answer(answer: Answer) -> Iterator[Passage]:
    """An answer's title, background, questions, headings and captions, in reading order."""
    yield _line(answer.title, answer.where, "title", Kind.HEADING, answer.id)
    yield Passage(answer.enquiry.background, Kind.PROSE, answer.id)
    for question in answer.enquiry.questions:
        yield from _question(question, answer.id)
    for section in all_sections(answer.sections):
        yield _line(section.heading, section.where, "heading", Kind.HEADING, answer.id)
        yield from _captions(section.content, answer.id)


def of_overlay(overlay: Overlay) -> Iterator[Passage]:
    """An overlay's texts and captions."""
    for filling in overlay.fillings:
        yield Passage(filling.text, Kind.PROSE, overlay.id)
        yield from _captions(filling.content, overlay.id)


def all_sections(sections: Iterable[Section]) -> Iterator[Section]:
    """The sections and all beneath them, in reading order."""
    for section in sections:
        yield section
        yield from all_sections(section.sections)


def _question(question: Question, record: str) -> Iterator[Passage]:
    yield _line(question.text, question.where, "text", Kind.QUESTION, record)
    match question.outcome:
        case Deferred(reason):
            yield _line(reason, question.where, "deferred", Kind.PROSE, record)
        case Declined(reason):
            yield _line(reason, question.where, "declined", Kind.PROSE, record)
        case Answered():
            pass
        case _:
            assert_never(question.outcome)


def _captions(items: Iterable[Item], record: str) -> Iterator[Passage]:
    for item in items:
        match item:
            case TableItem() | ChartItem():
                yield _line(item.caption, item.where, "caption", Kind.CAPTION, record)
            case BlockItem() | PictureItem():
                pass
            case _:
                assert_never(item)


def _line(text: str, where: Where, key: str, kind: Kind, record: str) -> Passage:
    """A value on one line; quotes and folding are gone, so only its start can be pointed at."""
    return Passage(Prose(text, where.get(key, where[""]), exact=False), kind, record)
