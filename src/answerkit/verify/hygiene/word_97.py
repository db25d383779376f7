"""Word's binary files: comments, tracked changes, hidden letters.

Source: MS-DOC 2.5.1 (FibBase), 2.5.6 (FibRgFcLcb97), 2.8.6 (PlcBteChpx), 2.9.33 (ChpxFkp), 2.2.5.1 (Sprm),
2.6.1 (character properties).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from typing import Final

from answerkit.verify.hygiene.codes import Rule

_FLAGS: Final = 0x0A
_SECOND_TABLE: Final = 0x0200
_COMMENTS: Final = 0xBA
_PAGES: Final = 0xFA
"""Where the header says where something stands in the table stream, and how long it is."""

_PAGE: Final = 512
_PAGE_NUMBER: Final = 0x3FFFFF
_MOST_PAGES: Final = 100_000

_TELLING: Final[Mapping[int, Rule]] = {
    0x0800: Rule.H102,  # sprmCFRMarkDel
    0x0801: Rule.H102,  # sprmCFRMark
    0xCA57: Rule.H102,  # sprmCPropRMark90
    0xCA89: Rule.H102,  # sprmCPropRMark
    0x083C: Rule.H103,  # sprmCFVanish
}
_SIZES: Final = (1, 1, 2, 4, 2, 2, 0, 3)
"""How many bytes follow a property, by its highest three bits; 0 where a byte gives the number."""


def table_name(document: bytes) -> str:
    """The stream that the header says the tables stand in."""
    (flags,) = struct.unpack_from("<H", document, _FLAGS)
    return "1Table" if flags & _SECOND_TABLE else "0Table"


def document_rules(document: bytes, table: bytes) -> Iterator[Rule]:
    """What the streams ``WordDocument`` and of its tables hold beside the text, each place for itself.

    Raises:
        struct.error: the streams are cut.
        IndexError: likewise.
    """
    _, comments = struct.unpack_from("<2L", document, _COMMENTS)
    if comments:
        yield Rule.H101
    start, length = struct.unpack_from("<2L", document, _PAGES)
    count = min((length - 4) // 8, _MOST_PAGES)
    for number in range(count):
        (page,) = struct.unpack_from("<L", table, start + 4 * (count + 1 + number))
        yield from _page(document[(page & _PAGE_NUMBER) * _PAGE :][:_PAGE])


def _page(page: bytes) -> Iterator[Rule]:
    """A page of character properties: where each run's stand, and then they themselves."""
    runs = page[_PAGE - 1]
    for number in range(runs):
        start = 2 * page[4 * (runs + 1) + number]
        if start:
            yield from _properties(page[start + 1 : start + 1 + page[start]])


def _properties(run: bytes) -> Iterator[Rule]:
    position = 0
    while position + 2 < len(run):
        (name,) = struct.unpack_from("<H", run, position)
        size = _SIZES[name >> 13] or 1 + run[position + 2]
        if name in _TELLING and run[position + 2]:
            yield _TELLING[name]
        position += 2 + size
