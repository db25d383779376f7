"""The items of a section: blocks, tables and charts of figures, and pictures."""

from __future__ import annotations

from typing import assert_never

from answerkit.compose.cells import text_cell
from answerkit.compose.draft import Draft
from answerkit.compose.manuscript import Manuscript, Manuscripts
from answerkit.compose.nodes import NodeReader
from answerkit.compose.volumes import Volume, heading, origins, take
from answerkit.model.content import Block, BlockItem, ChartItem, Item, PictureItem, TableItem
from answerkit.model.document import Cell, Node, Origin, Picture, Table
from answerkit.prose.danish import bound


def item_nodes(draft: Draft, manuscripts: Manuscripts, item: Item, level: int) -> tuple[Node, ...]:
    """What an item puts on the page under a heading of the given level; nothing if something is missing."""
    match item:
        case BlockItem():
            return _block(draft, manuscripts, item, level)
        case TableItem():
            return _table(draft, item)
        case ChartItem():
            from answerkit.compose.charts import chart  # noqa: PLC0415 - few answers have one

            return chart(draft, item)
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
    names = (*item.figures, *([item.total] if item.total else ()))
    volumes = take(draft, names, item.where[""])
    if not volumes:
        return ()
    target = draft.targets[item.id]
    units = [volume.figure.unit for volume in volumes]
    origin = Origin(draft.answer.id, item.where[""])
    return (
        Table(
            header=(text_cell(origin, "Opgørelse"), text_cell(origin, heading(units), number=True)),
            rows=tuple(_row(origin, volume, with_unit=len(set(units)) > 1) for volume in volumes),
            origin=origin,
            anchor=target.anchor,
            number=int(target.number),
            caption=bound(item.caption),
            total=bool(item.total),
            note=origins(volumes),
        ),
    )


def _row(origin: Origin, volume: Volume, *, with_unit: bool) -> tuple[Cell, Cell]:
    text = volume.quantity if with_unit else volume.amount
    number = text_cell(origin, text, volume.figure.id, number=True)
    return text_cell(origin, volume.figure.title), number


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
            caption=bound(asset.caption),
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
