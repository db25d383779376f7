"""WordprocessingML: comments, changes, hidden text, objects, fields that fetch.

Source: ECMA-376-1, 17.13.4 (comments), 17.13.5 (revisions), 17.3.2 (run properties), 17.16.5 (fields).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from answerkit.verify.extract.markup import Element
from answerkit.verify.hygiene.codes import Rule
from answerkit.verify.hygiene.trace import Trace

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHANGES: Final = (
    "ins del moveFrom moveTo rPrChange pPrChange sectPrChange tblPrChange tblGridChange trPrChange tcPrChange"
    " tblPrExChange numberingChange cellIns cellDel cellMerge moveFromRangeStart moveToRangeStart delText"
    " delInstrText customXmlInsRangeStart customXmlDelRangeStart customXmlMoveFromRangeStart"
    " customXmlMoveToRangeStart"
)
_TELLING: Final[Mapping[str, Rule]] = {
    **{W + name: Rule.H102 for name in _CHANGES.split()},
    **{W + name: Rule.H101 for name in ("comment", "commentReference", "commentRangeStart")},
    **{W + name: Rule.H105 for name in ("object", "control", "altChunk")},
    **{W + name: Rule.H108 for name in ("subDoc", "mailMerge")},
    **{W + name: Rule.H111 for name in ("docVar", "attachedSchema")},
}
PARAGRAPH: Final = f"{W}p"
_VANISH: Final = f"{W}vanish"
RUN: Final = f"{W}r"
RUN_PROPERTIES: Final = f"{W}rPr"
VALUE: Final = f"{W}val"
_OFF: Final = frozenset({"0", "false", "off"})
_FETCHING = re.compile(
    r"\b(?:INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DDE|DDEAUTO|DATABASE|RD)\s",
    re.IGNORECASE,
)
_CARRYING = re.compile(r"\b(?:ADDIN|PRIVATE|DOCVARIABLE)\b", re.IGNORECASE)
_CODES: Final = (f"{W}instrText", f"{W}delInstrText")
_SIMPLE: Final = f"{W}fldSimple"
_INSTRUCTION: Final = f"{W}instr"

_WHITE = re.compile(r"[Ff][A-Fa-f0-9](?:[Ff][A-Fa-f0-9]){2}")
_PAGE_COLOURS: Final = ("background1", "light1")
"""Colours of a theme that are the page's, unless a shade darkens them."""
SMALLEST: Final = 8
"""Half points; what is smaller than 4 pt is not read by anybody."""
_NARROWEST: Final = 20
"""Per cent of a letter's usual width."""
LETTERS: Final = (f"{W}t", f"{W}sym")
_GROUNDED: Final = (f"{W}tbl", f"{W}txbxContent")
"""What may have a colour of its own, so that white letters can be seen."""


def word_traces(root: Element) -> Iterator[Trace]:
    """What a part of a text document holds beside its text."""
    if not root.tag.startswith(W):
        return
    number = 0
    for element in root.iter(PARAGRAPH, _VANISH, RUN, *_CODES, _SIMPLE, *_TELLING):
        number += element.tag == PARAGRAPH
        place = f"p[{number}]" if number else ""
        for rule in _rules(element):
            yield Trace(rule, place)


def _rules(element: Element) -> Iterator[Rule]:
    tag = element.tag
    if tag in _TELLING:
        yield _TELLING[tag]
    elif (tag == _VANISH and _is_on(element)) or (tag == RUN and _cannot_be_seen(element)):
        yield Rule.H103
    elif tag in _CODES or tag == _SIMPLE:
        code = f"{element.text or ''} {element.get(_INSTRUCTION, '')} "
        if _FETCHING.search(code):
            yield Rule.H108
        if _CARRYING.search(code):
            yield Rule.H111


def _is_on(element: Element) -> bool:
    return element.get(VALUE, "1").lower() not in _OFF


def _cannot_be_seen(run: Element) -> bool:
    """Whether a run's letters are white on white, or too small or narrow to be read."""
    properties = run.find(RUN_PROPERTIES)
    if properties is None or next(run.iter(*LETTERS), None) is None:
        return False
    size, width = _number(properties, "sz"), _number(properties, "w")
    return 0 < size < SMALLEST or 0 < width < _NARROWEST or _is_white(run, properties)


def _number(properties: Element, name: str) -> int:
    found = properties.find(W + name)
    value = found.get(VALUE, "") if found is not None else ""
    return int(value) if value.isdecimal() else 0


def _is_white(run: Element, properties: Element) -> bool:
    """Whether letters are white (or nearly) and nothing around them is known to be dark."""
    colour = properties.find(f"{W}color")
    return colour is not None and is_white(colour) and not is_set_off(run, properties)


def is_white(colour: Element) -> bool:
    """Whether a colour is white or nearly, be it by the theme, which comes before the value beside it."""
    of_page = colour.get(f"{W}themeColor") in _PAGE_COLOURS and colour.get(f"{W}themeShade") is None
    return of_page or _WHITE.fullmatch(colour.get(VALUE, "")) is not None


def is_set_off(run: Element, properties: Element | None) -> bool:
    """Whether a run has a ground of its own, or stands in something that can have one."""
    own = properties is not None and any(
        properties.find(W + name) is not None for name in ("shd", "highlight")
    )
    paragraph = next(run.iterancestors(PARAGRAPH), None)
    shaded = paragraph is not None and paragraph.find(f"{W}pPr/{W}shd") is not None
    return own or shaded or next(run.iterancestors(*_GROUNDED), None) is not None
