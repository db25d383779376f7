"""Whether everything fits the page: what lies beside the paper, or in a column without width, nobody reads.

Source: ISO/IEC 29500-1, 17.4 (tables) and 17.6 (sections); lengths are in twips (twentieths of a point).
"""

from collections.abc import Iterator, Mapping, Sequence

from answerkit.verify.built.codes import Rule
from answerkit.verify.built.content import Content
from answerkit.verify.built.fault import Fault
from answerkit.verify.built.parts import BODY
from answerkit.verify.built.story import Element, Story

PAPER = ("w:w", "w:h", "w:top", "w:right", "w:bottom", "w:left", "w:header", "w:footer")
"""The measures of a page that a document takes from the reference file."""

# A column holds at least the padding of its cells, left and right.
_NARROWEST_COLUMN = 240
_JOINED = "</w:tbl><w:tbl>"
"""Two tables that a reader takes for one."""

_SMALLEST_TEXT = 4000
_LARGEST_PAPER = 24_000


def paper(story: Story) -> Mapping[str, int]:
    """The measures of a document's first page, by the names of ``PAPER``.

    Raises:
        ValueError: a measure is missing, or is no whole number.
    """
    elements = (*story.all("w:pgSz")[:1], *story.all("w:pgMar")[:1])
    return {name: int("".join([element[name] for element in elements])) for name in PAPER}


def layout_faults(content: Content, expected: Mapping[str, int] | None) -> Iterator[Fault]:
    """What is wrong with the page and the tables; ``expected`` is the reference file's paper, if known."""
    measures = paper(content.body)
    width = measures["w:w"] - measures["w:left"] - measures["w:right"]
    height = measures["w:h"] - measures["w:top"] - measures["w:bottom"]
    readable = min(width, height) >= _SMALLEST_TEXT and max(measures.values()) <= _LARGEST_PAPER
    if not readable or (expected is not None and measures != expected):
        yield Fault(Rule.S159, BODY, "body/sectPr[1]")
    if _JOINED in content.package.texts[BODY]:
        yield Fault(Rule.S127, BODY, "tbl")
    for ordinal, table in enumerate(content.body.all("w:tblW"), 1):
        if not _fits(content.body.until(table.position, "/w:tbl>"), width):
            yield Fault(Rule.S158, BODY, f"tbl[{ordinal}]")


def _fits(table: Sequence[str], width: int) -> bool:
    """Whether a table is as wide as the text, and every row has the table's columns."""
    whole, indent = (int(Element(piece)["w:w"]) for piece in table[:2])
    columns = _widths(table, "w:gridCol ")
    cells = _widths(table, "w:tcW ")
    rows = table.count("w:tr>")
    return (
        whole == sum(columns)
        and whole + indent == width
        and min(columns) >= _NARROWEST_COLUMN
        and cells == columns * rows
        and all(count == len(columns) for count in _cells_per_row(table))
    )


def _widths(table: Sequence[str], name: str) -> list[int]:
    return [int(Element(piece)["w:w"]) for piece in table if piece.startswith(name)]


def _cells_per_row(table: Sequence[str]) -> Iterator[int]:
    cells = 0
    for piece in table:
        cells += piece == "w:tc>"
        if piece == "/w:tr>":
            yield cells
            cells = 0
