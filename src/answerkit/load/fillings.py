"""Overlays, from ``overlays/`` of the confidential root, and whether each fits the answer that it extends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from answerkit.load.fields import BOOLEAN, LINE, NOTE, PROSE
from answerkit.load.items import Stock, all_sections, item_anchors, section_anchors
from answerkit.load.known import Known, place_of, repeated
from answerkit.load.record import Record
from answerkit.load.sections import read_grounds, read_item
from answerkit.model.codes import Code
from answerkit.model.content import Answer, Section
from answerkit.model.frozen import dataclass
from answerkit.model.overlay import Filling, Overlay
from answerkit.model.problem import Problem, problem


def read_overlay(record: Record) -> Overlay:
    """An overlay. Whether it fits its answer is judged by ``OverlayCheck``."""
    return Overlay(
        id=record.id,
        sample=record.may("sample", BOOLEAN, default=False),
        extends=record.must("extends", LINE),
        note=record.may("note", NOTE, ""),
        recipients=record.at_least_one("recipients", LINE),
        fillings=record.at_least_one_record("sections", _filling),
        where=record.where,
    )


def _filling(record: Record) -> Filling:
    return Filling(
        section=record.must("fills", LINE),
        grounds=read_grounds(record),
        text=record.must("text", PROSE),
        content=record.records("content", read_item),
        where=record.where,
    )


@dataclass(frozen=True, slots=True)
class OverlayCheck:
    """What overlays are held against.

    Attributes:
        known_answers: all answers that there are.
        answers: those without problems.
        extended: answer id → id of the overlay that extends it; of several, the first.
    """

    stock: Stock
    known_answers: Known
    known_grounds: Known
    answers: Mapping[str, Answer]
    extended: Mapping[str, str]

    def problems(self, overlay: Overlay) -> Iterator[Problem]:
        """What is wrong with an overlay's references, and with how it fills its answer."""
        place = place_of(overlay.where, "extends")
        yield from self.known_answers.check(overlay.extends, place)
        if self.extended.get(overlay.extends, overlay.id) != overlay.id:
            yield problem(Code.AK303, place)
        for filling in overlay.fillings:
            yield from self.known_grounds.check_list(filling.grounds, filling.where, "grounds")
            yield from self.stock.check(filling.content)
        if overlay.extends in self.answers:
            yield from _misfits(overlay, self.answers[overlay.extends])


def _misfits(overlay: Overlay, answer: Answer) -> Iterator[Problem]:
    """Where an overlay does not fill each withheld section once, and nothing else."""
    sections = {section.id: section for section in all_sections(answer.sections)}
    filled = [(filling.section, place_of(filling.where, "fills")) for filling in overlay.fillings]
    for name, place in filled:
        yield from Known(sections).check(name, place)
        if name in sections and not sections[name].withheld:
            yield problem(Code.AK306, place)
    yield from repeated(filled)
    if _withheld(sections) - {name for name, _ in filled}:
        yield problem(Code.AK307, place_of(overlay.where, "sections"))
    taken = chain.from_iterable(section_anchors(section) for section in sections.values())
    added = chain.from_iterable(item_anchors(filling.content) for filling in overlay.fillings)
    yield from repeated(chain(taken, added))


def _withheld(sections: Mapping[str, Section]) -> set[str]:
    return {name for name, section in sections.items() if section.withheld}
