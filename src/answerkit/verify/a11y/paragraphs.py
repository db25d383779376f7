"""Headings, lists and empty paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from answerkit.verify.a11y.codes import Rule
from answerkit.verify.a11y.opening import BODY, Fault, Opened, W, find, local, place, text_of, value
from answerkit.verify.a11y.styles import Styles
from answerkit.verify.extract.markup import Element

_OBJECTS = ("drawing", "pict", "object", "footnoteReference", "endnoteReference", "fldChar", "fldSimple")
_SHORT = 90
_ENDS = (".", ":", "!", "?", ",", ";")
_OFF = ("0", "false", "off")
_MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_MARK = re.compile(r"[ \t\xa0]*(?:[-–—*o][ \t\xa0]|[•·▪◦‣●○■□➢✓][ \t\xa0]?)\S")
_NUMBER = re.compile(rf"[ \t\xa0]*\(?([0-9]{{1,3}}|[a-z])[.)][ \t\xa0]+(?!(?:{_MONTHS})\b)\S", re.IGNORECASE)


def paragraph_faults(file: Opened, styles: Styles) -> Iterator[Fault]:
    """What is wrong with headings, lists and paragraphs."""
    yield from _heading_faults(file.body, styles)
    for part, root in file.texts:
        paragraphs = list(root.iter(f"{W}p"))
        yield from (Fault(Rule.A170, part, place(item)) for item in paragraphs if _is_empty(item))
        plain = [item for item in paragraphs if not styles.is_listed(item)]
        yield from (Fault(Rule.A120, part, place(item)) for item in _typed_items(plain))
        yield from (Fault(Rule.A112, part, place(item)) for item in plain if _poses(item, styles))


def _heading_faults(body: Element, styles: Styles) -> Iterator[Fault]:
    """Levels count from 0; the first heading may have the highest level only."""
    headings = [(level, item) for item in body.iter(f"{W}p") if (level := styles.outline(item)) is not None]
    if not headings:
        yield Fault(Rule.A110, BODY)
        return
    levels = [-1, *(level for level, _ in headings)]
    for (earlier, later), (_, item) in zip(pairwise(levels), headings, strict=True):
        if later > earlier + 1:
            yield Fault(Rule.A111, BODY, place(item))


def _is_empty(paragraph: Element) -> bool:
    """Whether nothing stands there; where the format asks for a paragraph, it may be empty.

    Source: ISO/IEC 29500-1, 17.4.65 (tc): a cell ends with a paragraph. Without one between them, two tables
    are one.
    """
    if text_of(paragraph).strip() or any(local(node) in _OBJECTS for node in paragraph.iter("*")):
        return False
    if _parent(paragraph) == "tc" and len(_blocks(paragraph.getparent())) == 1:
        return False
    before, behind = paragraph.getprevious(), paragraph.getnext()
    after_table = before is not None and local(before) == "tbl"
    is_needed = after_table and (behind is None or local(behind) in ("tbl", "sectPr"))
    return not is_needed and paragraph.find(f"{W}r/{W}separator") is None and not _separates(paragraph)


def _separates(paragraph: Element) -> bool:
    """Whether it is the line above footnotes, or ends a section."""
    return (
        paragraph.find(f"{W}r/{W}continuationSeparator") is not None
        or paragraph.find(f"{W}pPr/{W}sectPr") is not None
    )


def _parent(element: Element) -> str:
    """The name of the element around."""
    parent = element.getparent()
    return "" if parent is None else local(parent)


def _blocks(cell: Element | None) -> list[Element]:
    return [] if cell is None else [node for node in cell if local(node) in ("p", "tbl")]


def _typed_items(paragraphs: list[Element]) -> Iterator[Element]:
    """Paragraphs that begin, or have lines that begin, with a mark; or with a number that counts on."""
    for paragraph in paragraphs:
        lines = text_of(paragraph).split("\n")
        if any(_MARK.match(line) for line in lines) or any(map(_counts_on, lines, lines[1:])):
            yield paragraph
    for earlier, later in pairwise(paragraphs):
        if _counts_on(text_of(earlier), text_of(later)):
            yield later


def _counts_on(earlier: str, later: str) -> bool:
    """Whether two lines begin with 1. and 2., or with a) and b)."""
    first, second = _NUMBER.match(earlier), _NUMBER.match(later)
    if first is None or second is None:
        return False
    one, two = first[1].lower(), second[1].lower()
    if one.isdecimal() and two.isdecimal():
        return int(two) == int(one) + 1
    return not one.isdecimal() and not two.isdecimal() and ord(two) == ord(one) + 1


def _poses(paragraph: Element, styles: Styles) -> bool:
    """Whether it is one short line, all of it bold by hand, that looks like a heading and is none."""
    words = text_of(paragraph).strip()
    if not words or len(words) > _SHORT or words.endswith(_ENDS) or styles.outline(paragraph) is not None:
        return False
    runs = [run for run in find(paragraph, ".//w:r") if text_of(run).strip()]
    in_table = any(local(node) == "tc" for node in paragraph.iterancestors())
    return not in_table and all(_is_bold(run) for run in runs)


def _is_bold(run: Element) -> bool:
    return bool(find(run, "w:rPr/w:b")) and value(run, "w:rPr/w:b") not in _OFF
