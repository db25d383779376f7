"""Tables, their captions and their notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from answerkit.model.document import Cell, CellList, Paragraph, Table
from answerkit.render.markup import NOTHING, Xml, element, fragment
from answerkit.render.paragraphs import (
    Setting,
    bookmarked,
    characters,
    line,
    list_of_items,
    paragraph,
    plain_text,
)
from answerkit.render.styles import CONTINUATIONS, TABLE_LISTS, Style

_UNBREAKABLE = element("w:cantSplit")
_REPEATED = element("w:tblHeader")

# A table of numbers this short moves to the next page rather than break; of a longer one, and of one whose
# cells are running text, only the ends hold together.
_SHORT = 12

# Widths in twips: a character of a word takes 110 at most in the table styles' 9.5 pt Arial, also bold.
_CHARACTER = 110
_PADDING = 240
_WIDEST_WISH = 60


def table(setting: Setting, node: Table) -> Xml:
    """Caption, table and note."""
    outside = CONTINUATIONS[min(setting.depth, len(CONTINUATIONS)) - 1] if setting.depth else Style.NORMAL
    indent = setting.reference.indents[outside].text
    mark = max(setting.reference.indents[style].text for style in TABLE_LISTS)
    widths = column_widths((node.header, *node.rows), setting.reference.page.text_width - indent, mark)
    caption = _caption(setting, node)
    grid = element("w:tblGrid", None, *[element("w:gridCol", {"w:w": str(width)}) for width in widths])
    properties = _properties(setting, sum(widths), indent, total=node.total)
    rows = _rows(setting, node, widths)
    return fragment((caption, element("w:tbl", None, properties, grid, rows), _note(setting, node)))


def _caption(setting: Setting, node: Table) -> Xml:
    """The caption; without one, an empty paragraph behind a table, for two in a row would be one."""
    if not node.number:
        unmarked = replace(setting, confidential=False)
        return paragraph(unmarked, Style.TABLE_NOTE) if setting.draft.below_table else NOTHING
    words = characters(setting.reference, f"Tabel {node.number}: {node.caption}")
    return paragraph(setting, Style.CAPTION, bookmarked(setting, node.anchor, words), keep_next=True)


def _note(setting: Setting, node: Table) -> Xml:
    """The note, if there is one; what follows a table without note keeps the distance."""
    if node.note:
        return paragraph(setting, Style.TABLE_NOTE, characters(setting.reference, node.note))
    setting.draft.below_table = True
    return NOTHING


def _properties(setting: Setting, width: int, indent: int, *, total: bool) -> Xml:
    """The table's ``w:tblPr``.

    Source: ISO/IEC 29500-1, 17.4 (tblPr: the order of the properties; tblLook: which rows the table style
    treats in a special way).
    """
    reference = setting.reference
    bar = element("w:tblBorders", None, element("w:left", {**reference.bar, "w:space": "0"}))
    look = {
        "w:val": "0660" if total else "0620",
        "w:firstRow": "1",
        "w:lastRow": "1" if total else "0",
        "w:firstColumn": "0",
        "w:lastColumn": "0",
        "w:noHBand": "1",
        "w:noVBand": "1",
    }
    return element(
        "w:tblPr",
        None,
        element("w:tblStyle", {"w:val": reference.ids[Style.TABLE]}),
        element("w:tblW", {"w:w": str(width), "w:type": "dxa"}),
        element("w:tblInd", {"w:w": str(indent), "w:type": "dxa"}),
        bar if setting.confidential else NOTHING,
        element("w:tblLayout", {"w:type": "fixed"}),
        element("w:tblLook", look),
    )


def _rows(setting: Setting, node: Table, widths: Sequence[int]) -> Xml:
    """All rows; which of them hold on to the next one depends on the table's length."""
    cells = replace(setting, confidential=False)
    heading = _row(cells, node.header, widths, _REPEATED, keep_next=True)
    rows = [heading]
    whole = len(node.rows) <= _SHORT and any(cell.number for cell in node.header)
    for ahead, row in zip(reversed(range(len(node.rows))), node.rows, strict=True):
        keep_next = bool(node.note) if ahead == 0 else ahead == 1 or whole
        rows.append(_row(cells, row, widths, NOTHING, keep_next=keep_next))
    return fragment(rows)


def _row(
    setting: Setting, cells: Sequence[Cell], widths: Sequence[int], role: Xml, *, keep_next: bool
) -> Xml:
    properties = element("w:trPr", None, _UNBREAKABLE, role)
    styles = _CELL_STYLES[bool(role)]
    return element(
        "w:tr",
        None,
        properties,
        *[
            element(
                "w:tc",
                None,
                element("w:tcPr", None, element("w:tcW", {"w:w": str(width), "w:type": "dxa"})),
                _cell(setting, cell, styles[cell.number], keep_next=keep_next),
            )
            for cell, width in zip(cells, widths, strict=True)
        ],
    )


def _cell(setting: Setting, cell: Cell, style: Style, *, keep_next: bool) -> Xml:
    """What stands in a cell; in an empty one a paragraph of nothing, which Word needs.

    Source: ISO/IEC 29500-1, 17.4.65 (tc): a cell ends with a paragraph.
    """
    if not cell.blocks:
        return paragraph(setting, style, keep_next=keep_next)
    return fragment([_cell_block(setting, block, style, keep_next=keep_next) for block in cell.blocks])


def _cell_block(setting: Setting, block: Paragraph | CellList, style: Style, *, keep_next: bool) -> Xml:
    write = partial(paragraph, setting, keep_next=keep_next)
    if isinstance(block, Paragraph):
        return write(style, line(setting, block.children))
    item = Style.TABLE_BULLET if block.start is None else Style.TABLE_LIST_NUMBER
    numbering = list_of_items(setting, item, level=0, start=1 if block.start is None else block.start)
    return fragment([write(item, line(setting, each.children), numbering=numbering) for each in block.items])


_CELL_STYLES = {
    True: {False: Style.TABLE_HEADING, True: Style.TABLE_HEADING_NUMBER},
    False: {False: Style.TABLE_TEXT, True: Style.TABLE_NUMBER},
}


def column_widths(rows: Sequence[Sequence[Cell]], available: int, mark: int) -> tuple[int, ...]:
    """A width for each column, in the unit of ``available``, which is what they add up to.

    ``mark`` is the room that an item's mark takes.

    Each column gets room for its longest word; what remains goes where the longest texts are.
    When there is not even room for the words, the widest columns give way, and their words are broken.
    """
    columns = [[line for cell in column for line in _lines(cell, mark)] for column in zip(*rows, strict=True)]
    least = [
        _PADDING + max([room + _CHARACTER * _longest_word(words) for room, words in lines], default=0)
        for lines in columns
    ]
    wishes = [min(_WIDEST_WISH, max([len(words) for _, words in lines], default=0)) for lines in columns]
    if sum(least) > available:
        return _shared(available, _capped(least, available))
    return tuple(map(sum, zip(least, _shared(available - sum(least), wishes), strict=True)))


def _lines(cell: Cell, mark: int) -> Iterator[tuple[int, str]]:
    """The cell's lines, with the room that stands before each."""
    for block in cell.blocks:
        if isinstance(block, CellList):
            yield from ((mark, plain_text(item.children)) for item in block.items)
        else:
            yield 0, plain_text(block.children)


def _capped(widths: Sequence[int], available: int) -> tuple[int, ...]:
    """The widths, none above the one limit at which they fit."""
    room = available
    for left, width in zip(range(len(widths), 0, -1), sorted(widths), strict=True):
        limit = room // left
        if width > limit:
            return tuple(min(width, limit) for width in widths)
        room -= width
    return tuple(widths)


def _longest_word(shown: str) -> int:
    """Characters that no line break can part; a no-break space holds words together."""
    return max(len(word) for word in shown.replace("\n", " ").split(" "))


def _shared(amount: int, weights: Sequence[int]) -> tuple[int, ...]:
    """The amount split by weight into whole numbers; the first takes what rounding leaves."""
    total = sum(weights) or 1
    shares = [amount * weight // total for weight in weights]
    return (shares[0] + amount - sum(shares), *shares[1:])
