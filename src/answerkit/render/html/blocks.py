"""Block-level nodes, one function each."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from decimal import Decimal
from typing import assert_never

from answerkit.model.document import (
    BulletList,
    Cell,
    CellList,
    Chart,
    FactList,
    Heading,
    Node,
    Notice,
    NumberedList,
    Paragraph,
    PartsList,
    Picture,
    Table,
)
from answerkit.render.html.lines import internal_link, labelled, line
from answerkit.render.html.tags import NEW_LINE, opening, tag
from answerkit.render.markup import NOTHING, Xml, fragment, text
from answerkit.render.measures import pixels
from answerkit.render.paragraphs import plain_text

# Source: CSS Values and Units 4, 6.2 (absolute lengths): 96 pixels to the inch.
_PIXELS_PER_MM = Decimal(96) / Decimal("25.4")

_LONG = 30
"""Letters of the longest word that a cell keeps whole."""

Items = tuple[tuple[Node, ...], ...]


def blocks(nodes: Iterable[Node]) -> Xml:
    """The nodes in order, each from a line of its own."""
    return fragment([fragment((_block(node), NEW_LINE)) for node in nodes])


def _block(node: Node) -> Xml:  # noqa: C901, PLR0911 - one case per kind of node
    match node:
        case Heading():
            return _heading(node)
        case Paragraph(children):
            return tag("p", None, line(children))
        case Notice(inside):
            return tag("div", {"class": "notice", "role": "note"}, NEW_LINE, blocks(inside))
        case BulletList(items):
            return _bullets(items)
        case NumberedList(items, start):
            return _numbers(items, start)
        case Table():
            return _table(node)
        case Picture():
            return _picture(node)
        case Chart():
            return _chart(node)
        case FactList():
            return _facts(node)
        case PartsList():
            return _parts(node)
        case _:
            assert_never(node)


def _heading(heading: Heading) -> Xml:
    """The document's title is the one ``h1``, so the first level of headings is ``h2``."""
    return tag(f"h{heading.level + 1}", {"id": heading.anchor}, labelled(heading.number, heading.text))


def _bullets(items: Items) -> Xml:
    return tag("ul", None, NEW_LINE, _items(items))


def _numbers(items: Items, start: int) -> Xml:
    return tag("ol", {"start": "" if start == 1 else str(start)}, NEW_LINE, _items(items))


def _items(items: Items) -> Xml:
    return fragment([fragment((tag("li", None, NEW_LINE, blocks(item)), NEW_LINE)) for item in items])


def _table(node: Table) -> Xml:
    """Caption, table and note; the note stands behind, as on paper."""
    caption = tag("caption", None, text(f"Tabel {node.number}: {node.caption}")) if node.number else NOTHING
    head = tag("thead", None, _row(node.header, head=True))
    last = len(node.rows) - 1
    rows = [
        fragment((_row(row, total=node.total and index == last), NEW_LINE))
        for index, row in enumerate(node.rows)
    ]
    body = tag("tbody", None, NEW_LINE, *rows)
    table = tag("table", {"id": node.anchor}, NEW_LINE, caption, head, NEW_LINE, body)
    return fragment((table, tag("p", {"class": "table-note"}, text(node.note)))) if node.note else table


def _row(cells: Iterable[Cell], *, head: bool = False, total: bool = False) -> Xml:
    return tag("tr", {"class": "total" if total else ""}, *[_cell(cell, head=head) for cell in cells])


def _cell(cell: Cell, *, head: bool) -> Xml:
    """A heading says of what it is one; an empty one would be read out as a heading of nothing."""
    kind = {"class": "number" if cell.number else "long" if _has_long_word(cell) else ""}
    if head and cell.blocks:
        return tag("th", {"scope": "col"} | kind, _in_cell(cell))
    return tag("td", kind, _in_cell(cell))


def _in_cell(cell: Cell) -> Xml:
    """A single paragraph as a line; more than that with tags of its own."""
    match cell.blocks:
        case (Paragraph(children),):
            return line(children)
        case _:
            return fragment(map(_cell_block, cell.blocks))


def _cell_block(block: Paragraph | CellList) -> Xml:
    if isinstance(block, Paragraph):
        return _block(block)
    items = tuple((item,) for item in block.items)
    return _bullets(items) if block.start is None else _numbers(items, block.start)


def _has_long_word(cell: Cell) -> bool:
    """Whether a word must be broken lest the table become wider than a narrow window."""
    return any(len(word) > _LONG for each in cell.lines for word in plain_text(each.children).split())


def _picture(node: Picture) -> Xml:
    """The picture, sharp where it can be, and beneath it its caption.

    Raises:
        UnreadablePictureError: when the PNG bytes are none.
    """
    across, down = pixels(node)
    width = round(node.width_mm * _PIXELS_PER_MM)
    kind, data = ("png", node.png) if node.svg is None else ("svg+xml", node.svg)
    image = {
        "src": f"data:image/{kind};base64,{b64encode(data).decode('ascii')}",
        "alt": node.alt,
        "width": str(width),
        "height": str(max(1, width * down // across)),
    }
    caption = tag("figcaption", None, text(f"Figur {node.number}: {node.caption}"))
    return tag("figure", {"id": node.anchor}, NEW_LINE, opening("img", image), NEW_LINE, caption)


def _chart(node: Chart) -> Xml:
    """The chart as a picture; its note stands behind, as on paper."""
    from answerkit.render.bars import pictured  # noqa: PLC0415 - few documents have one

    return fragment((_picture(pictured(node)), NEW_LINE, tag("p", {"class": "table-note"}, text(node.note))))


def _facts(facts: FactList) -> Xml:
    """The case facts: label and value."""
    rows = [
        fragment((tag("div", None, tag("dt", None, text(label)), tag("dd", None, line(value))), NEW_LINE))
        for label, value in facts.facts
    ]
    return tag("dl", None, NEW_LINE, *rows)


def _parts(parts: PartsList) -> Xml:
    """The list of parts, each a link."""
    rows = [
        fragment((tag("li", None, internal_link(part.anchor, part.text)), NEW_LINE)) for part in parts.parts
    ]
    return tag("nav", {"aria-label": "Besvarelsens dele"}, tag("ul", None, NEW_LINE, *rows))
