"""Every text that the confidential tree holds itself, with its place; not what it takes by id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import assert_never

from answerkit.model.content import Block, BlockItem, ChartItem, Figure, Item, PictureItem, TableItem
from answerkit.model.frozen import dataclass
from answerkit.model.overlay import ConfidentialLibrary, Overlay
from answerkit.model.problem import Key, Place, Where


@dataclass(frozen=True, slots=True)
class Literal:
    """A text of the confidential tree. ``label``: a title, a unit or a name rather than prose."""

    text: str = field(repr=False)
    place: Place
    label: bool = False


def literals(library: ConfidentialLibrary) -> Iterator[Literal]:
    """The texts of overlays, blocks and figures, notes and ids among them."""
    for overlay in library.overlays.values():
        yield from _overlay(overlay)
    for block in library.blocks.values():
        yield from _block(block)
    for figure in library.figures.values():
        yield from _figure(figure)


def _overlay(overlay: Overlay) -> Iterator[Literal]:
    if overlay.id != overlay.extends:  # else it is the public answer's name
        yield _label(overlay.id, overlay.where, "id")
    yield Literal(overlay.note, _place(overlay.where, "note"))
    for index, recipient in enumerate(overlay.recipients):
        yield _label(recipient, overlay.where, ("recipients", index))
    for filling in overlay.fillings:
        yield Literal(filling.text.text, filling.text.start)
        for item in filling.content:
            yield from _item(item)


def _item(item: Item) -> Iterator[Literal]:
    match item:
        case TableItem() | ChartItem():
            yield _label(item.caption, item.where, "caption")
            yield _label(item.id, item.where, "id")
        case BlockItem() | PictureItem():
            pass
        case _:
            assert_never(item)


def _block(block: Block) -> Iterator[Literal]:
    yield _label(block.id.partition("/")[2], block.where, "id")
    yield _label(block.title, block.where, "title")
    yield _label(block.owner, block.where, "owner")
    yield Literal(block.note, _place(block.where, "note"))
    yield Literal(block.text.text, block.text.start)


def _figure(figure: Figure) -> Iterator[Literal]:
    yield _label(figure.id, figure.where, "id")
    for key, text in (
        ("title", figure.title),
        ("unit", figure.unit),
        ("unit_one", figure.unit_one),
        ("group", figure.group),
        ("owner", figure.owner),
    ):
        yield _label(text, figure.where, key)
    yield Literal(figure.note, _place(figure.where, "note"))
    for measurement in figure.series:
        yield Literal(measurement.source, _place(measurement.where, "source"))
        yield Literal(measurement.note, _place(measurement.where, "note"))


def _label(text: str, where: Where, key: Key) -> Literal:
    return Literal(text, _place(where, key), label=True)


def _place(where: Where, key: Key) -> Place:
    return where.get(key) or where.get("") or Place("", confidential=True)
