"""The small registers: laws, grounds and terms, and the assets with their pictures."""

from collections.abc import Mapping
from decimal import Decimal

from answerkit.load.fields import BOOLEAN, DATE, HTTPS, LINE, NOTE, SENTENCES, Fault, Field, read_number
from answerkit.load.nodes import Node
from answerkit.load.record import Record
from answerkit.load.shown import shown
from answerkit.model.codes import Code
from answerkit.model.content import Asset, Ground, Law, Term

_PAGE_WIDTH_MM = 210


def read_law(record: Record) -> Law:
    """A set of provisions; its last day in force is not before its first."""
    law = Law(
        id=record.id,
        short=record.must("short", LINE),
        title=record.must("title", SENTENCES),
        provisions=record.may("provisions", SENTENCES, ""),
        number=record.must("number", LINE),
        url=record.must("url", HTTPS),
        valid_from=record.must("valid_from", DATE),
        valid_until=record.may("valid_until", DATE, None),
        superseded_by=record.values("superseded_by", LINE),
        verified_on=record.may("verified_on", DATE, None),
        source=record.must("source", SENTENCES),
        note=record.may("note", NOTE, ""),
        where=record.where,
    )
    if law.valid_until and law.valid_until < law.valid_from:
        hint = "loven ophører tidligst den dag, den træder i kraft"
        record.report(Code.AK204, "valid_until", "valid_until", hint)
    return law


def read_ground(record: Record) -> Ground:
    """A legal ground for withholding."""
    return Ground(
        id=record.id,
        citation=record.must("citation", LINE),
        title=record.must("title", SENTENCES),
        public=record.must("public", BOOLEAN),
        url=record.must("url", HTTPS),
        verified_on=record.may("verified_on", DATE, None),
        source=record.must("source", SENTENCES),
        note=record.may("note", NOTE, ""),
        where=record.where,
    )


def read_term(record: Record) -> Term:
    """An abbreviation."""
    return Term(
        id=record.id,
        expansion=record.may("expansion", LINE, ""),
        note=record.may("note", NOTE, ""),
        where=record.where,
    )


def read_asset(record: Record, pictures: Mapping[str, bytes]) -> Asset:
    """A picture and its words; ``pictures`` goes from id with ``.png`` or ``.svg`` to the file's bytes."""
    asset = Asset(
        id=record.id,
        caption=record.must("caption", SENTENCES),
        alt=record.may("alt", SENTENCES, ""),
        width_mm=record.must("width_mm", Field(_read_width, Decimal(0))),
        source=record.may("source", SENTENCES, ""),
        note=record.may("note", NOTE, ""),
        png=pictures.get(f"{record.id}.png", b""),
        svg=pictures.get(f"{record.id}.svg"),
        where=record.where,
    )
    if not record.has("alt"):
        record.report(Code.AK502, detail="alt")
    if f"{record.id}.png" not in pictures:
        hint = "læg et PNG-billede med samme navn ved siden af"
        record.report(Code.AK501, detail=shown(f"{record.id}.png"), hint=hint)
    return asset


def _read_width(node: Node) -> Decimal | Fault:
    width = read_number(node)
    if isinstance(width, Fault) or 0 < width <= _PAGE_WIDTH_MM:
        return width
    return Fault(Code.AK204, f"bredden er over 0 og højst {_PAGE_WIDTH_MM} mm")
