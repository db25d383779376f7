"""Cells of tables: how a list is one, and what stands in cells that no Markdown was written for."""

from __future__ import annotations

from collections.abc import Iterator

from answerkit.model.codes import Code
from answerkit.model.document import Cell, Inline, Origin, Paragraph, Text
from answerkit.prose.danish import bound
from answerkit.prose.fragment import Element

_LISTS = ("bullet_list", "ordered_list")


def line_cell(origin: Origin, *children: Inline, number: bool = False) -> Cell:
    """A cell of one line; empty if nothing stands in it."""
    return Cell((Paragraph(children, origin),) if children else (), number)


def text_cell(origin: Origin, text: str, figure: str = "", *, number: bool = False) -> Cell:
    """A cell of plain text, which states the figure of that id, if any."""
    return line_cell(origin, Text(bound(text), figure), number=number)


def list_rows(table: Element) -> tuple[tuple[Element, ...], ...]:
    """The cells of a table that is written as a list, row by row; a row that is none has no cells."""
    return tuple(_cells(row) for rows in table.children[:1] for row in rows.children)


def misfits(table: Element) -> Iterator[tuple[Code, int]]:
    """What keeps a list from being a table: codes, and lines of the manuscript."""
    rows = list_rows(table)
    beside = _beside_rows(table)
    if beside or not rows:
        yield Code.AK411, beside[0].line if beside else table.line
        return
    columns = len(rows[0])
    if len(rows) == 1:
        yield Code.AK411, table.line
    for index, (row, cells) in enumerate(zip(table.children[0].children, rows, strict=True)):
        if not cells or len(cells) != columns:
            yield Code.AK411, row.line
        for cell in cells:
            yield from ((Code.AK412, line) for line in _strange_lines(cell, head=index == 0))


def _beside_rows(table: Element) -> tuple[Element, ...]:
    """What stands in the table and is not its list of rows, which comes first."""
    first = [part.kind for part in table.children[:1]]
    return table.children[1:] if first == ["bullet_list"] else table.children


def _cells(row: Element) -> tuple[Element, ...]:
    """A row's cells; none unless it is a list and nothing else."""
    return row.children[0].children if [part.kind for part in row.children] == ["bullet_list"] else ()


def _strange_lines(cell: Element, *, head: bool) -> Iterator[int]:
    """Lines of what cannot stand in a cell; in the first row that is all but one paragraph."""
    for index, block in enumerate(cell.children):
        if block.kind in _LISTS and not head:
            yield from (item.line for item in block.children if not _is_line(item))
        elif block.kind != "paragraph" or (head and index):
            yield block.line


def _is_line(item: Element) -> bool:
    return [part.kind for part in item.children] == ["paragraph"]
