"""Tables, pictures, links, and what stands beside the text instead of in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerkit.verify.a11y.codes import Rule
from answerkit.verify.a11y.opening import (
    NAMES,
    Fault,
    Opened,
    W,
    find,
    local,
    place,
    text_of,
    value,
)
from answerkit.verify.extract.markup import Element

_OFF = ("0", "false", "off")
_VML = f"{{{NAMES['v']}}}"
_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp)", re.IGNORECASE)
_SAYS_NOTHING = re.compile(r"(?:et )?(?:billede|foto|figur|graf|image|picture|grafik)[ \d.:]*", re.IGNORECASE)
_POINTING = re.compile(
    r"(?:klik |tryk |se |læs )?(?:her|mere|mere her|dette link|linket|link|hjemmesiden|siden|denne side)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*", re.IGNORECASE)


def table_faults(file: Opened) -> Iterator[Fault]:
    """Tables without a header row, with merged cells, or inside each other."""
    for part, root in file.texts:
        for table in root.iter(f"{W}tbl"):
            if any(local(node) == "tc" for node in table.iterancestors()):
                yield Fault(Rule.A132, part, place(table))
            if not _has_header(table):
                yield Fault(Rule.A130, part, place(table))
            if _is_merged(table):
                yield Fault(Rule.A131, part, place(table))


def _has_header(table: Element) -> bool:
    marks = find(table, "w:tr[1]/w:trPr/w:tblHeader")
    return bool(marks) and marks[0].get(f"{W}val") not in _OFF


def _is_merged(table: Element) -> bool:
    spans = (value(cell, "w:tcPr/w:gridSpan") for cell in find(table, "w:tr/w:tc"))
    merges = find(table, "w:tr/w:tc/w:tcPr/w:vMerge") or find(table, "w:tr/w:tc/w:tcPr/w:hMerge")
    return bool(merges) or any(span not in ("", "1") for span in spans)


def picture_faults(file: Opened) -> Iterator[Fault]:
    """Pictures, charts and shapes that say nothing to those who cannot see them."""
    for part, root in file.stories:
        for drawing in root.iter(f"{{{NAMES['wp']}}}docPr"):
            if not find(drawing, ".//adec:decorative[@val='1']"):
                yield from _alt_faults(part, drawing, drawing.get("descr", ""))
        for shape in root.iter(f"{_VML}shape", f"{_VML}rect"):
            if find(shape, "v:imagedata"):
                yield from _alt_faults(part, shape, shape.get("alt", ""))


def _alt_faults(part: str, drawing: Element, alt: str) -> Iterator[Fault]:
    words = alt.strip()
    if not words:
        yield Fault(Rule.A140, part, place(drawing))
    elif _FILE_NAME.fullmatch(words) or _SAYS_NOTHING.fullmatch(words):
        yield Fault(Rule.A141, part, place(drawing))


def link_faults(file: Opened) -> Iterator[Fault]:
    """Links of which the text alone does not say where they lead: screen readers list them without the rest.

    Source: WCAG 2.1, 2.4.4 (link purpose).
    """
    for part, root in file.texts:
        for link in root.iter(f"{W}hyperlink"):
            words = text_of(link).strip()
            rule = _link_rule(words)
            if rule is not None and not (rule is Rule.A152 and find(link, ".//w:drawing")):
                yield Fault(rule, part, place(link))


def _link_rule(words: str) -> Rule | None:
    if not words:
        return Rule.A152
    if _ADDRESS.fullmatch(words):
        return Rule.A151
    return Rule.A150 if _POINTING.fullmatch(words.rstrip(" .:»>")) else None


def order_faults(file: Opened) -> Iterator[Fault]:
    """What stands beside the text: it is read before or after it, nobody knows when."""
    for part, root in file.texts:
        floating = (*root.iter(f"{{{NAMES['wp']}}}anchor"), *_floating_shapes(root))
        yield from (Fault(Rule.A160, part, place(item)) for item in floating)
        framed = (*root.iter(f"{W}framePr"), *root.iter(f"{W}tblpPr"))
        yield from (Fault(Rule.A161, part, place(item)) for item in framed)
        columns = [item for item in root.iter(f"{W}cols") if item.get(f"{W}num", "1") not in ("0", "1")]
        yield from (Fault(Rule.A162, part, place(item)) for item in columns)


def _floating_shapes(root: Element) -> Iterator[Element]:
    """Shapes of Word's older drawing language; what stands in the line has no position of its own."""
    for shape in root.iter(f"{_VML}shape", f"{_VML}rect", f"{_VML}group"):
        if "position:absolute" in shape.get("style", "").replace(" ", ""):
            yield shape
