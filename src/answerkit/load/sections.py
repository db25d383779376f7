"""The parts of an answer: its sections, and the items that make their content."""

from answerkit.load.fields import ANCHOR, LINE, SENTENCES
from answerkit.load.record import Record
from answerkit.model.codes import Code
from answerkit.model.content import (
    BlockItem,
    ChartItem,
    Item,
    PictureItem,
    Section,
    TableItem,
    Withheld,
)

MAX_LEVEL = 3
MOST_BARS = 12


def read_section(record: Record) -> Section:
    """A section of the first level, with all beneath it."""
    return _section(record, 1)


def _section(record: Record, level: int) -> Section:
    section = Section(
        id=record.must("id", ANCHOR),
        heading=record.must("heading", LINE),
        content=record.records("content", read_item),
        sections=record.records("sections", lambda nested: _section(nested, level + 1)),
        withheld=record.optional_record("withheld", _withheld),
        where=record.where,
    )
    if level == MAX_LEVEL and record.has("sections"):
        record.report(Code.AK204, "sections", "sections", f"brug højst {MAX_LEVEL} niveauer")
    if section.withheld:
        for key in ("content", "sections"):
            if record.has(key):
                record.report(Code.AK305, key, key)
    return section


def _withheld(record: Record) -> Withheld:
    return Withheld(read_grounds(record), record.where)


def read_grounds(record: Record) -> tuple[str, ...]:
    """The ids under ``grounds``, of which there must be one."""
    if record.is_empty("grounds"):
        record.report(Code.AK311, "grounds")
    return record.values("grounds", LINE)


def read_item(record: Record) -> Item:
    """A block, a table, a chart or a picture, told by its key."""
    match [key for key in ("block", "table", "chart", "picture") if record.has(key)]:
        case ["block"]:
            return BlockItem(record.must("block", LINE), record.where)
        case ["table"]:
            return _table(record)
        case ["chart"]:
            return _chart(record)
        case ["picture"]:
            return PictureItem(record.must("picture", LINE), record.where)
        case _:
            record.report(Code.AK204, "", "content", "skriv netop én af: block, table, chart, picture")
            return BlockItem("", record.where)


def _table(record: Record) -> TableItem:
    return TableItem(
        id=record.must("id", ANCHOR),
        caption=record.must("caption", SENTENCES),
        figures=record.at_least_one("table", LINE),
        total=record.may("total", LINE, ""),
        where=record.where,
    )


def _chart(record: Record) -> ChartItem:
    figures = record.at_least_one("chart", LINE)
    if len(figures) > MOST_BARS:
        record.report(Code.AK204, "chart", "chart", f"vis højst {MOST_BARS} tal i et diagram")
    return ChartItem(
        id=record.must("id", ANCHOR),
        caption=record.must("caption", SENTENCES),
        figures=figures,
        where=record.where,
    )
