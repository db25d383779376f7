"""The items of a section: blocks, tables of figures, and pictures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from answerkit.compose.draft import Draft
from answerkit.compose.manuscript import Manuscript, Manuscripts
from answerkit.compose.nodes import NodeReader
from answerkit.model.content import Block, BlockItem, Figure, Item, Measurement, PictureItem, TableItem
from answerkit.model.document import Cell, Node, Origin, Picture, Table, Text
from answerkit.prose import danish

Row = tuple[Figure, Measurement]


def item_nodes(draft: Draft, manuscripts: Manuscripts, item: Item, level: int) -> tuple[Node, ...]:
    """What an item puts on the page under a heading of the given level; nothing if something is missing."""
    match item:
        case BlockItem():
            return _block(draft, manuscripts, item, level)
        case TableItem():
            return _table(draft, item)
        case PictureItem():
            return _picture(draft, item)
        case _:
            assert_never(item)


def _block(draft: Draft, manuscripts: Manuscripts, item: BlockItem, level: int) -> tuple[Node, ...]:
    place = item.where[""]
    block = draft.look_up(draft.library.blocks, draft.public.blocks, item.block, place)
    if block is None:
        return ()
    draft.blocks.add(block.id)
    return NodeReader(draft, manuscripts, _manuscript(draft, manuscripts, block), level).nodes()


def _manuscript(draft: Draft, manuscripts: Manuscripts, block: Block) -> Manuscript:
    laws = [
        law
        for index, name in enumerate(block.laws)
        if (law := draft.look_up(draft.library.laws, draft.public.laws, name, block.where["laws", index]))
    ]
    values = {"title": block.title, "text": block.text, "laws": laws}
    return manuscripts.block(block.id, f"blocks/{block.kind.value}", values, block.where[""])


def _table(draft: Draft, item: TableItem) -> tuple[Node, ...]:
    names = [*item.figures, *([item.total] if item.total else [])]
    rows = [row for name in names if (row := draft.figure(name, item.where[""]))]
    if len(rows) < len(names):
        return ()
    target = draft.targets[item.id]
    units = {figure.unit for figure, _ in rows}
    return (
        Table(
            header=(Cell((Text("Opgørelse"),)), Cell((Text(_heading(units)),), number=True)),
            rows=tuple(_row(row, with_unit=len(units) > 1) for row in rows),
            origin=Origin(draft.answer.id, item.where[""]),
            anchor=target.anchor,
            number=int(target.number),
            caption=item.caption,
            total=bool(item.total),
            note=_note([measurement for _, measurement in rows]),
        ),
    )


def _heading(units: set[str]) -> str:
    unit = next(iter(units)) if len(units) == 1 else "antal"
    return unit[:1].upper() + unit[1:]


def _row(row: Row, *, with_unit: bool) -> tuple[Cell, Cell]:
    figure, measurement = row
    amount = danish.amount(measurement.value, circa=measurement.circa)
    text = danish.quantity(figure, measurement) if with_unit else amount
    return Cell((Text(figure.title),)), Cell((Text(text, figure.id),), number=True)


def _note(measurements: Iterable[Measurement]) -> str:
    """Date and source of the rows, each said once, in order of the rows."""
    dated: dict[str, list[str]] = {}
    for measurement in measurements:
        sources = dated.setdefault(_period(measurement), [])
        if measurement.source not in sources:
            sources.append(measurement.source)
    return " ".join(f"{period}. Kilde: {'; '.join(sources)}." for period, sources in dated.items())


def _period(measurement: Measurement) -> str:
    if measurement.period_from:
        return f"Perioden {danish.day(measurement.period_from)}–{danish.day(measurement.as_of)}"
    return f"Opgjort pr. {danish.day(measurement.as_of)}"


def _picture(draft: Draft, item: PictureItem) -> tuple[Node, ...]:
    asset = draft.look_up(draft.library.assets, draft.public.assets, item.asset, item.where[""])
    if asset is None:
        return ()
    draft.sources.update(_files(asset.where[""].file, svg=asset.svg is not None))
    target = draft.targets[item.asset]
    return (
        Picture(
            anchor=target.anchor,
            number=int(target.number),
            caption=asset.caption,
            alt=asset.alt,
            png=asset.png,
            svg=asset.svg,
            width_mm=asset.width_mm,
            origin=Origin(asset.id, asset.where[""]),
        ),
    )


def _files(record: str, *, svg: bool) -> tuple[str, ...]:
    stem = record.removesuffix(".yaml")
    return (f"{stem}.png", f"{stem}.svg") if svg else (f"{stem}.png",)
