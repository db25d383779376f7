"""What stands between the lines: from Markdown elements to the document's blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from answerkit.compose.cells import line_cell, list_rows, misfits
from answerkit.compose.draft import Draft
from answerkit.compose.inlines import InlineReader
from answerkit.compose.manuscript import Manuscript, Manuscripts
from answerkit.model.codes import Code
from answerkit.model.document import (
    BulletList,
    Cell,
    CellList,
    FactList,
    Heading,
    Inline,
    Node,
    Notice,
    NumberedList,
    Origin,
    Paragraph,
    Table,
)
from answerkit.prose.fragment import Element
from answerkit.prose.slots import PATTERN, ProseSlot, Slot

MAX_LEVEL = 4
MAX_START = 999
"""What is more is a year or some other number, which a search for numbers must see as text."""


class NodeReader:
    """Turns one manuscript into nodes of a draft.

    Args:
        level: the heading level above it: ``#`` in the manuscript is one deeper.
        standing: what the slots stand for that are neither prose nor inside a line.
    """

    def __init__(
        self,
        draft: Draft,
        manuscripts: Manuscripts,
        manuscript: Manuscript,
        level: int,
        standing: Mapping[Slot, Node] = MappingProxyType({}),
    ) -> None:
        self._draft, self._manuscripts, self._manuscript = draft, manuscripts, manuscript
        self._above = self._level = level
        self._standing = standing
        self._inlines = InlineReader(draft, manuscript.fragment, manuscript.place, self._footnote)

    def nodes(self) -> tuple[Node, ...]:
        """The manuscript's nodes in reading order."""
        self._draft.problems.extend(self._manuscript.problems)
        for line in self._manuscript.fragment.loose_footnotes:
            self._draft.report(Code.AK407, self._manuscript.place(line))
        return self._read(self._manuscript.fragment.elements)

    def _read(self, elements: Iterable[Element]) -> tuple[Node, ...]:
        return tuple(node for element in elements for node in self._nodes(element))

    def _nodes(self, element: Element) -> Iterator[Node]:
        origin = self._manuscript.origin(element.line)
        match element.kind:
            case "paragraph":
                yield from self._paragraph(element, origin)
            case "heading":
                yield from self._heading(element, origin)
            case "bullet_list" | "ordered_list":
                yield self._list(element, origin)
            case "table":
                yield self._table(element, origin)
            case "container_table":
                yield from self._list_table(element, origin)
            case "blockquote" if not self._manuscript.is_prose:
                yield Notice(self._paragraphs(element), origin)
            case "dl" if not self._manuscript.is_prose:
                yield FactList(tuple(self._facts(element)), origin)
            case strange:
                code = Code.AK413 if strange.startswith("container") else Code.AK404
                self._draft.report(code, self._manuscript.place(element.line))

    def _paragraph(self, element: Element, origin: Origin) -> Iterator[Node]:
        alone = PATTERN.fullmatch(element.children[0].text) if len(element.children) == 1 else None
        slot = self._manuscript.fragment.slots[int(alone[1])] if alone else None
        if isinstance(slot, ProseSlot):
            prose = self._manuscripts.prose(slot.prose, origin.id)
            yield from NodeReader(self._draft, self._manuscripts, prose, self._level).nodes()
        elif slot and slot in self._standing:
            yield self._standing[slot]
        else:
            yield Paragraph(self._inlines.read(element.children), origin)

    def _heading(self, element: Element, origin: Origin) -> Iterator[Node]:
        level = self._above + element.level
        if level > min(self._level + 1, MAX_LEVEL):
            self._draft.report(Code.AK408, self._manuscript.place(element.line))
            return
        self._level = level
        yield Heading(level, "", self._inlines.plain(element.children), "", origin)

    def _list(self, element: Element, origin: Origin) -> BulletList | NumberedList:
        items, start = self._items(element), self._start(element)
        return BulletList(items, origin) if start is None else NumberedList(items, start, origin)

    def _start(self, element: Element) -> int | None:
        """What a list's first item counts as; None for bullets."""
        if element.kind != "ordered_list":
            return None
        start = int(element.attributes.get("start", 1))
        if start > MAX_START:
            self._draft.report(Code.AK416, self._manuscript.place(element.line))
        return start

    def _items(self, element: Element) -> tuple[tuple[Node, ...], ...]:
        return tuple(self._item(item) for item in element.children)

    def _item(self, item: Element) -> tuple[Node, ...]:
        """An item's nodes; without text first, its mark would stand on a line of nothing."""
        if not item.children or item.children[0].kind != "paragraph":
            self._draft.report(Code.AK410, self._manuscript.place(item.line))
        return self._read(item.children)

    def _paragraphs(self, element: Element) -> tuple[Paragraph, ...]:
        nodes = self._read(element.children)
        paragraphs = tuple(node for node in nodes if isinstance(node, Paragraph))
        if len(paragraphs) < len(nodes):
            self._draft.report(Code.AK404, self._manuscript.place(element.children[0].line))
        return paragraphs

    def _table(self, element: Element, origin: Origin) -> Table:
        rows = [self._row(row) for part in element.children for row in part.children]
        return self._of_rows(rows, element, origin)

    def _of_rows(self, rows: Sequence[tuple[Cell, ...]], element: Element, origin: Origin) -> Table:
        """A table whose first row must say what the others hold."""
        if not any(cell.blocks for cell in rows[0]):
            self._draft.report(Code.AK415, self._manuscript.place(element.line))
        return Table(rows[0], tuple(rows[1:]), origin)

    def _row(self, row: Element) -> tuple[Cell, ...]:
        origin = self._manuscript.origin(row.line)
        return tuple(
            line_cell(origin, *self._inlines.read(cell.children), number=_is_right(cell))
            for cell in row.children
        )

    def _list_table(self, element: Element, origin: Origin) -> Iterator[Table]:
        found = tuple(misfits(element))
        for code, line in found:
            self._draft.report(code, self._manuscript.place(line))
        if not found:
            rows = [tuple(map(self._cell, cells)) for cells in list_rows(element)]
            yield self._of_rows(rows, element, origin)

    def _cell(self, cell: Element) -> Cell:
        return Cell(tuple(map(self._cell_block, cell.children)))

    def _cell_block(self, block: Element) -> Paragraph | CellList:
        if block.kind == "paragraph":
            return self._line(block)
        return CellList(tuple(self._line(item.children[0]) for item in block.children), self._start(block))

    def _line(self, element: Element) -> Paragraph:
        return Paragraph(self._inlines.read(element.children), self._manuscript.origin(element.line))

    def _facts(self, element: Element) -> Iterator[tuple[str, tuple[Inline, ...]]]:
        label = ""
        for child in element.children:
            if child.kind == "dt":
                label = self._inlines.plain(child.children)
            else:
                lines = self._paragraphs(child)
                yield label, tuple(inline for line in lines for inline in line.children)

    def _footnote(self, index: int) -> int:
        lines: list[Paragraph] = []
        for block in self._manuscript.fragment.footnotes[index].children:
            if block.kind == "paragraph":
                lines.append(self._line(block))
            else:
                self._draft.report(Code.AK414, self._manuscript.place(block.line))
        return self._draft.footnote(tuple(lines))


def _is_right(cell: Element) -> bool:
    return cell.attributes.get("style") == "text-align:right"
