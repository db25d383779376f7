"""Worksheets of a workbook: rows as they are read, with the shared strings put in.

Source: ECMA-376-1, 18.3.1.4 (c), 18.4.8 (si), 18.18.11 (ST_CellType).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, cast

from lxml import etree

from answerkit.model.text import Role
from answerkit.verify.extract.found import Text
from answerkit.verify.extract.markup import Element, parse
from answerkit.verify.extract.mixed import SHEET

WORKSHEET: Final = f"{SHEET}worksheet"
_NAMESPACES: Final = {"x": SHEET[1:-1]}
_STRAY: Final = etree.XPath(
    "x:sheetData//text()[normalize-space() and not(parent::x:v or parent::x:f or parent::x:t)]",
    namespaces=_NAMESPACES,
)
_SHORTENED: Final = 9
"""Digits of a CPR number that lost its first zero because a cell holds it as a number."""


def shared_strings(data: bytes) -> tuple[str, ...]:
    """The texts that cells point at by number.

    Raises:
        UnreadableError: the part is no XML.
    """
    items = parse(data).iterchildren(f"{SHEET}si")
    return tuple("".join(text.text or "" for text in item.iter(f"{SHEET}t")) for item in items)


def sheet_texts(root: Element, strings: tuple[str, ...]) -> Iterator[Text]:
    """The rows of a worksheet, its formulas, and all rows together."""
    rows: list[str] = []
    for number, row in enumerate(root.iter(f"{SHEET}row"), 1):
        cells = [_shown(cell, strings) for cell in row.iterchildren(f"{SHEET}c")]
        rows.append("\t".join(filter(None, cells)))
        yield from _row(row, rows[-1], f"row[{number}]")
    if len(rows) > 1:
        yield Text("", Role.BODY, "\n".join(filter(None, rows)))
    for text in cast("list[str]", _STRAY(root)):
        yield Text("sheetData", Role.BODY, str(text))


def _row(row: Element, shown: str, place: str) -> Iterator[Text]:
    if shown:
        yield Text(place, Role.BODY, shown)
    for value in shown.split("\t"):
        if len(value) == _SHORTENED and value.isdecimal():
            yield Text(place, Role.BODY, f"0{value}")
    for formula in row.iter(f"{SHEET}f"):
        if formula.text:
            yield Text(place, Role.FIELD, formula.text)


def _shown(cell: Element, strings: tuple[str, ...]) -> str:
    value = cell.findtext(f"{SHEET}v", "")
    if cell.get("t") == "s":
        return strings[int(value)] if value.isdecimal() and int(value) < len(strings) else value
    return value + "".join(text.text or "" for text in cell.iter(f"{SHEET}t"))
