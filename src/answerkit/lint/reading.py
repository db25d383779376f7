"""An answer's texts in the order in which its editions print them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from answerkit.lint.passages import Kind, Passage, all_sections
from answerkit.lint.subject import Subject
from answerkit.model.content import Answer, BlockItem, Item, Section
from answerkit.model.frozen import dataclass
from answerkit.model.overlay import Overlay
from answerkit.model.problem import Place


@dataclass(frozen=True, slots=True)
class Read:
    """A passage in an edition.

    Attributes:
        public: whether the public edition prints it too.
        item: where the section names the block that it stands in; None for the answer's own prose.
    """

    passage: Passage
    public: bool = True
    item: Place | None = None

    def told_at(self, place: Place) -> Place:
        """Where to tell what is wrong: there, unless that would tell what an overlay takes."""
        return self.item if self.item and self.item.confidential and not place.confidential else place


def in_order(answer: Answer, subject: Subject) -> Iterator[Read]:
    """The answer's own passages, then all prose of its sections and of its overlay, section by section."""
    yield from (Read(passage) for passage in subject.passages_of_answer(answer))
    overlay = subject.overlay_of(answer)
    for section in all_sections(answer.sections):
        yield from _blocks(section.content, subject, public=True)
        if overlay and section.withheld:
            yield from _filled(overlay, section, subject)


def _filled(overlay: Overlay, section: Section, subject: Subject) -> Iterator[Read]:
    for filling in overlay.fillings:
        if filling.section == section.id:
            yield Read(Passage(filling.text, Kind.PROSE, overlay.id), public=False)
            yield from _blocks(filling.content, subject, public=False)


def _blocks(items: Iterable[Item], subject: Subject, *, public: bool) -> Iterator[Read]:
    for item in items:
        block = subject.blocks.get(item.block) if isinstance(item, BlockItem) else None
        if block:
            place = item.where.get("block", item.where[""])
            yield from (Read(passage, public, place) for passage in subject.passages_of(block))
