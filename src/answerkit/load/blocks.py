"""Blocks, from ``blocks/<kind>/``."""

from answerkit.load.fields import DATE, LINE, NOTE, PROSE
from answerkit.load.record import Record
from answerkit.model.content import Block, BlockKind


def read_block(record: Record) -> Block:
    """A block; its kind is the first folder of its id."""
    kind = BlockKind(record.id.partition("/")[0])
    return Block(
        id=record.id,
        kind=kind,
        title=record.must("title", LINE),
        laws=record.values("laws", LINE) if kind is BlockKind.FRAMEWORK else (),
        owner=record.may("owner", LINE, ""),
        reviewed=record.may("reviewed", DATE, None),
        review_by=record.may("review_by", DATE, None),
        note=record.may("note", NOTE, ""),
        text=record.must("text", PROSE),
        where=record.where,
    )
