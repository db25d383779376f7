"""Numbers and anchors of an answer's sections, tables and pictures, the same in both editions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from answerkit.model.content import Answer, BlockItem, ChartItem, Item, PictureItem, Section, TableItem
from answerkit.model.document import CrossReference
from answerkit.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """What a cross reference leads to.

    Attributes:
        number: as printed at the target: ``Ad 1)``, ``1.1`` or, of a table or picture, its number.
        name: as printed in running text: ``afsnit 1.1``, ``tabel 1``, ``figur 1``.
    """

    anchor: str
    number: str
    name: str

    @property
    def reference(self) -> CrossReference:
        """A link in running text."""
        return CrossReference(self.anchor, self.name)


def targets(answer: Answer, added: Iterable[Item] = ()) -> Mapping[str, Target]:
    """Everything that can be referred to, by id.

    ``added`` are items of the confidential edition: their tables and pictures are numbered behind all public
    ones, so that both editions number alike.
    """
    items = chain(_items(answer.sections), added)
    return dict(chain(_sections(answer.sections, ()), _captioned(items, tables=int(answer.coverage))))


def coverage_target(answer: Answer) -> Target | None:
    """The table of the enquiry's questions, which is the first one; None where not both editions have it."""
    return _table(1) if answer.coverage else None


def _sections(sections: tuple[Section, ...], above: tuple[int, ...]) -> Iterator[tuple[str, Target]]:
    for index, section in enumerate(sections, 1):
        path = (*above, index)
        yield section.id, _section(section, path)
        yield from _sections(section.sections, path)


def _section(section: Section, path: tuple[int, ...]) -> Target:
    anchor = "afsnit-" + "-".join(map(str, path))
    match path:
        case (first,):
            return Target(anchor, f"Ad {first})", f"afsnit {first}")
        case (first, second):
            return Target(anchor, f"{first}.{second}", f"afsnit {first}.{second}")
        case _:
            return Target(anchor, "", f"afsnittet »{section.heading}«")


def _items(sections: tuple[Section, ...]) -> Iterator[Item]:
    for section in sections:
        yield from section.content
        yield from _items(section.sections)


def _captioned(items: Iterable[Item], tables: int) -> Iterator[tuple[str, Target]]:
    """The items that have a caption; ``tables`` stand before them."""
    pictures = 0
    for item in items:
        if isinstance(item, TableItem):
            tables += 1
            yield name_of(item), _table(tables)
        elif not isinstance(item, BlockItem):
            pictures += 1
            yield name_of(item), Target(f"figur-{pictures}", str(pictures), f"figur {pictures}")


def _table(number: int) -> Target:
    return Target(f"tabel-{number}", str(number), f"tabel {number}")


def name_of(item: TableItem | ChartItem | PictureItem) -> str:
    """The name that a cross reference uses for a table, a chart or a picture."""
    return item.asset if isinstance(item, PictureItem) else item.id
