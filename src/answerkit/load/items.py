"""What the items of a section name, and the names that they give."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from answerkit.load.known import Known, place_of
from answerkit.model.content import BlockItem, ChartItem, Item, PictureItem, Section, TableItem
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Place, Problem


@dataclass(frozen=True, slots=True)
class Stock:
    """What items are made of."""

    blocks: Known
    figures: Known
    assets: Known

    def check(self, items: Iterable[Item]) -> Iterator[Problem]:
        """The problems of what the items name."""
        for item in items:
            match item:
                case BlockItem():
                    yield from self.blocks.check(item.block, place_of(item.where, "block"))
                case TableItem():
                    yield from self.figures.check_list(item.figures, item.where, "table")
                    yield from self.figures.check(item.total, place_of(item.where, "total"))
                case ChartItem():
                    yield from self.figures.check_list(item.figures, item.where, "chart")
                case PictureItem():
                    yield from self.assets.check(item.asset, item.where["picture"])
                case _:
                    assert_never(item)


def all_sections(sections: Iterable[Section]) -> Iterator[Section]:
    """The sections and all beneath them, in reading order."""
    for section in sections:
        yield section
        yield from all_sections(section.sections)


def section_anchors(section: Section) -> Iterator[tuple[str, Place]]:
    """The names that cross references may use for a section and its items, with their places."""
    yield section.id, place_of(section.where, "id")
    yield from item_anchors(section.content)


def item_anchors(items: Iterable[Item]) -> Iterator[tuple[str, Place]]:
    """The names that cross references may use for items: a table's or chart's id, a picture's asset."""
    for item in items:
        match item:
            case TableItem() | ChartItem():
                yield item.id, place_of(item.where, "id")
            case PictureItem():
                yield item.asset, item.where["picture"]
            case BlockItem():
                pass
            case _:
                assert_never(item)
