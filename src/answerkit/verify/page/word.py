"""The lines of a Word file that has passed the structure gate."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from answerkit.verify.page.line import Line, Piece, look_of, looks_of

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_NAMES: Final = {
    "w": _W[1:-1],
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
}
_KINDS: Final = {
    "title": "h1",
    "heading 1": "h2",
    "heading 2": "h3",
    "heading 3": "h4",
    "heading 4": "h5",
    "case fact": "fact",
    "toc 1": "part",
    "notice": "notice",
    "confidential notice": "notice",
    "caption": "caption",
    "picture": "picture",
    "table note": "note",
    "footnote text": "footnote",
}
"""Style → kind of line; what is not here is running text."""
_MARKED: Final = ("confidential", "confidential notice")
_NUMBERS: Final = ("number", "heading number")
"""Styles of a table, without that word, that stand to the right."""
_SIGNS: Final = {f"{_W}br": " ", f"{_W}tab": "\t"}


def word_lines(docx: bytes) -> tuple[Line, ...]:
    """The lines of a built file: header, body, footnotes.

    Raises:
        ValueError, KeyError, LookupError, zipfile.BadZipFile, etree.LxmlError: it is no built file.
    """
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        reading = _Reading({name: archive.read(name) for name in archive.namelist()})
    return tuple(reading.lines())


class _Reading:
    """One file while it is read."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self._parts = parts
        styles = self._tree("word/styles.xml").iter(f"{_W}style")
        self._styles = {style.get(f"{_W}styleId", ""): _value(style, "w:name").lower() for style in styles}
        self._numbers = self._heading_numbers()
        self._counts = [0] * 9
        self._starts = self._list_starts()
        self._targets: dict[str, str] = {}

    def lines(self) -> Iterator[Line]:
        header = self._tree("word/header1.xml").iter(f"{_W}t")
        publisher, banner = (text.text or "" for text in header)
        yield Line("publisher", publisher)
        yield Line("banner", banner)
        self._targets = self._relations("word/_rels/document.xml.rels")
        body = self._tree("word/document.xml")[0]
        for block in body:
            if not _parts_tables(block):
                yield from self._block(block)
        self._targets = self._relations("word/_rels/footnotes.xml.rels")
        for note in self._tree("word/footnotes.xml"):
            if note.get(f"{_W}type") is None:
                yield from self._note(note)

    def _tree(self, name: str) -> Element:
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        return etree.fromstring(self._parts[name], parser)

    def _relations(self, name: str) -> dict[str, str]:
        rows = self._tree(name) if name in self._parts else ()
        return {row.get("Id", ""): row.get("Target", "") for row in rows}

    def _heading_numbers(self) -> dict[str, tuple[int, str]]:
        """Style id → level and form of the number, e.g. ``%1.%2``, for headings that Word counts.

        Source: ISO/IEC 29500-1, 17.9 (lvl, lvlText, pStyle).
        """
        levels = self._tree("word/numbering.xml").iter(f"{_W}lvl")
        return {
            style: (int(level.get(f"{_W}ilvl", "0")), _value(level, "w:lvlText"))
            for level in levels
            if (style := _value(level, "w:pStyle")) and self._styles.get(style, "").startswith("heading")
        }

    def _list_starts(self) -> dict[str, int]:
        """List id → what its next item counts as."""
        lists = self._tree("word/numbering.xml").iter(f"{_W}num")
        return {
            each.get(f"{_W}numId", ""): int(_value(each, "w:lvlOverride/w:startOverride") or "1")
            for each in lists
        }

    def _block(self, block: Element) -> Iterator[Line]:
        if block.tag == f"{_W}p":
            yield from self._paragraph(block)
        elif block.tag == f"{_W}tbl":
            yield from self._table(block)

    def _table(self, table: Element) -> Iterator[Line]:
        """Row by row; the style of the table makes the last one stand out where ``tblLook`` says so."""
        marked = table.find("w:tblPr/w:tblBorders", _NAMES) is not None
        look = table.find("w:tblPr/w:tblLook", _NAMES)
        total = look is not None and look.get(f"{_W}lastRow") == "1"
        for row in table.iter(f"{_W}tr"):
            yield Line("row total" if total and row.getnext() is None else "row", marked=marked)
            head = row.find("w:trPr/w:tblHeader", _NAMES) is not None
            for cell in row.iter(f"{_W}tc"):
                yield from self._cell(cell, "head" if head else "cell", marked=marked)

    def _cell(self, cell: Element, kind: str, *, marked: bool) -> Iterator[Line]:
        """A cell's first line, be it empty because a list comes first, and what stands below."""
        for index, paragraph in enumerate(cell.iter(f"{_W}p")):
            inside = self._inside_cell(paragraph)
            if index == 0 and inside.startswith("item"):
                yield Line(kind, marked=marked)
            elif index == 0:
                inside = inside.replace("text", kind)
            yield self._numbered(self._line(paragraph, inside, marked=marked), paragraph)

    def _inside_cell(self, paragraph: Element) -> str:
        """The kind of a line in a cell; a number stands to the right, by its paragraph's style."""
        style = self._styles[_value(paragraph, "w:pPr/w:pStyle")].removeprefix("table ")
        return "text number" if style in _NUMBERS else _kind(style)

    def _note(self, note: Element) -> Iterator[Line]:
        """A footnote; between its number and its text stands a space."""
        kind = f"footnote {note.get(f'{_W}id')}"
        for index, paragraph in enumerate(note.iter(f"{_W}p")):
            yield self._line(paragraph, kind, marked=False, spaced=not index)

    def _paragraph(self, paragraph: Element) -> Iterator[Line]:
        identifier = _value(paragraph, "w:pPr/w:pStyle")
        style = self._styles[identifier]
        marked = style in _MARKED or paragraph.find("w:pPr/w:pBdr", _NAMES) is not None
        drawing = paragraph.find(".//wp:inline", _NAMES)
        if drawing is not None:
            yield self._picture(drawing, marked=marked)
            return
        line = self._line(paragraph, _kind(style), marked=marked, number=self._number(paragraph, identifier))
        yield self._numbered(line, paragraph)

    def _numbered(self, line: Line, paragraph: Element) -> Line:
        """The line with what Word prints before it as a number, if it is an item that has one."""
        return replace(line, number=self._counted(paragraph)) if line.kind == "item number" else line

    def _counted(self, item: Element) -> int:
        identifier = _value(item, "w:pPr/w:numPr/w:numId")
        count = self._starts[identifier]
        self._starts[identifier] = count + 1
        return count

    def _line(
        self, element: Element, kind: str, *, marked: bool, number: str = "", spaced: bool = False
    ) -> Line:
        """A line; ``spaced`` when its first space only parts it from its mark."""
        pieces = [("", f"{number} " if number else ""), *_pieces(element)]
        if spaced and len(pieces) > 1:
            look, text = pieces[1]
            pieces[1] = look, text.removeprefix(" ")
        start = element.find("w:bookmarkStart", _NAMES)
        return Line(
            kind,
            "".join(text for _, text in pieces),
            "" if start is None else start.get(f"{_W}name", ""),
            tuple((self._target(link), _text(link)) for link in element.iter(f"{_W}hyperlink")),
            tuple(mark.get(f"{_W}id", "") for mark in element.iter(f"{_W}footnoteReference")),
            marked,
            looks=looks_of(pieces),
        )

    def _target(self, link: Element) -> str:
        anchor = link.get(f"{_W}anchor")
        return f"#{anchor}" if anchor else self._targets[link.get(f"{_R}id", "")]

    def _number(self, paragraph: Element, style: str) -> str:
        """The number that Word prints before a heading; a heading without one is not counted."""
        if style not in self._numbers or _value(paragraph, "w:pPr/w:numPr/w:numId") == "0":
            return ""
        level, form = self._numbers[style]
        self._counts[level:] = [self._counts[level] + 1, *[0] * (len(self._counts) - level - 1)]
        for index, count in enumerate(self._counts, 1):
            form = form.replace(f"%{index}", str(count))
        return form

    def _picture(self, drawing: Element, *, marked: bool) -> Line:
        """A picture, as a program shows it that can draw SVG."""
        blip = drawing.find(".//asvg:svgBlip", _NAMES)
        shown = drawing.find(".//a:blip", _NAMES) if blip is None else blip
        identifier = "" if shown is None else shown.get(f"{_R}embed", "")
        data = self._parts[f"word/{self._targets[identifier]}"]
        properties = drawing.find("wp:docPr", _NAMES)
        alt = "" if properties is None else properties.get("descr", "")
        return Line("picture", alt, marked=marked, picture=sha256(data).hexdigest())


def _parts_tables(block: Element) -> bool:
    """Whether it is the empty paragraph that Word needs lest two tables be one; HTML needs none."""
    before, behind = block.getprevious(), block.getnext()
    if before is None or behind is None or block.tag != f"{_W}p":
        return False
    return before.tag == behind.tag == f"{_W}tbl" and all(part.tag == f"{_W}pPr" for part in block)


def _kind(style: str) -> str:
    if style.startswith(("list bullet", "list number")):
        return f"item {style.split()[1]}"
    return _KINDS.get(style, "text")


def _value(element: Element, path: str) -> str:
    found = element.find(path, _NAMES)
    return "" if found is None else found.get(f"{_W}val", "")


def _text(element: Element) -> str:
    return "".join(text for _, text in _pieces(element))


def _pieces(element: Element) -> Iterator[Piece]:
    for piece in element.iter(f"{_W}t", *_SIGNS):
        yield _look(piece), _SIGNS.get(str(piece.tag)) or piece.text or ""


def _look(piece: Element) -> str:
    """How the run around it looks by itself, beside its paragraph's style."""
    bold, italic, language = (piece.find(f"../w:rPr/w:{name}", _NAMES) for name in ("b", "i", "lang"))
    spoken = "" if language is None else language.get(f"{_W}val", "")
    return look_of(bold=bold is not None, italic=italic is not None, language=spoken)
