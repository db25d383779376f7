"""What an answer takes from the library, in reading order, with every place that names it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias, assert_never

from answerkit.lint.passages import Passage, all_sections
from answerkit.model.content import (
    Answer,
    Block,
    BlockItem,
    ChartItem,
    Item,
    PictureItem,
    TableItem,
)
from answerkit.model.frozen import dataclass
from answerkit.model.overlay import Overlay
from answerkit.model.problem import Place, Where
from answerkit.prose.slots import FigureSlot, LawSlot, Slot, TermSlot


@dataclass(frozen=True, slots=True)
class Mention:
    """A name and where it is mentioned. ``unit`` says of a figure whether its unit is printed with it."""

    id: str
    place: Place
    unit: bool = True

    def told_at(self, record: Place) -> Place:
        """Where to say what is wrong with the record: there, unless that would tell what an overlay takes."""
        return self.place if self.place.confidential else record


@dataclass(frozen=True, slots=True)
class Uses:
    """Mentions of each kind, in reading order; one thing may be mentioned many times."""

    blocks: tuple[Mention, ...] = ()
    figures: tuple[Mention, ...] = ()
    laws: tuple[Mention, ...] = ()
    terms: tuple[Mention, ...] = ()
    assets: tuple[Mention, ...] = ()
    tables: tuple[TableItem, ...] = ()
    charts: tuple[ChartItem, ...] = ()


Read: TypeAlias = Callable[[Block], Iterable[Passage]]
"""The passages of a block."""


def of_answer(answer: Answer, own: Iterable[Passage], blocks: Mapping[str, Block], read: Read) -> Uses:
    """What the public edition takes; ``own`` are the answer's own passages."""
    uses = _Gathering(blocks, read)
    uses.passages(own)
    for section in all_sections(answer.sections):
        uses.items(section.content)
    return uses.done()


def of_overlay(overlay: Overlay, own: Iterable[Passage], blocks: Mapping[str, Block], read: Read) -> Uses:
    """What the confidential edition takes besides; ``blocks`` are those of both trees.

    No place is public: what stands in a public block is placed where the overlay names the block, or a
    problem there would tell what the overlay takes.
    """
    uses = _Gathering(blocks, read)
    uses.passages(own)
    for filling in overlay.fillings:
        uses.items(filling.content)
    return uses.done()


class _Gathering:
    def __init__(self, blocks: Mapping[str, Block], read: Read) -> None:
        self._known, self._read = blocks, read
        self._outer: Place | None = None
        self._blocks: list[Mention] = []
        self._figures: list[Mention] = []
        self._laws: list[Mention] = []
        self._terms: list[Mention] = []
        self._assets: list[Mention] = []
        self._tables: list[TableItem] = []
        self._charts: list[ChartItem] = []

    def done(self) -> Uses:
        return Uses(
            tuple(self._blocks),
            tuple(self._figures),
            tuple(self._laws),
            tuple(self._terms),
            tuple(self._assets),
            tuple(self._tables),
            tuple(self._charts),
        )

    def passages(self, passages: Iterable[Passage]) -> None:
        for passage in passages:
            for slot in passage.slots:
                self._slot(slot)

    def items(self, items: Iterable[Item]) -> None:
        for item in items:
            match item:
                case BlockItem(name):
                    mention = Mention(name, _at(item.where, "block"))
                    self._blocks.append(mention)
                    self._block(mention)
                case TableItem():
                    self._tables.append(item)
                    self._figures.extend(of_table(item))
                case ChartItem():
                    self._charts.append(item)
                    self._figures.extend(of_chart(item))
                case PictureItem(name):
                    self._assets.append(Mention(name, item.where["picture"]))
                case _:
                    assert_never(item)

    def _block(self, mention: Mention) -> None:
        block = self._known.get(mention.id)
        if block is None:
            return
        self._outer = mention.place if mention.place.confidential else None
        for index, law in enumerate(block.laws):
            self._laws.append(Mention(law, self._seen(block.where["laws", index])))
        self.passages(self._read(block))
        self._outer = None

    def _seen(self, place: Place) -> Place:
        """The place, or that which named the public block in which it lies, if that is confidential."""
        return self._outer if self._outer and not place.confidential else place

    def _slot(self, slot: Slot) -> None:
        match slot:
            case FigureSlot(name, place, unit):
                self._figures.append(Mention(name, self._seen(place), unit))
            case LawSlot(name, place):
                self._laws.append(Mention(name, self._seen(place)))
            case TermSlot(name, place):
                self._terms.append(Mention(name, self._seen(place)))
            case _:
                pass


def of_table(item: TableItem) -> Iterator[Mention]:
    """The figures of a table, its total last."""
    for index, name in enumerate(item.figures):
        yield Mention(name, item.where["table", index])
    if item.total:
        yield Mention(item.total, item.where["total"])


def of_chart(item: ChartItem) -> Iterator[Mention]:
    """The figures of a chart, in order of its bars."""
    return (Mention(name, item.where["chart", index]) for index, name in enumerate(item.figures))


def _at(where: Where, key: str) -> Place:
    return where.get(key, where[""])
