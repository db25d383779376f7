"""OpenDocument: comments, changes, hidden text and sheets, objects, scripts, links.

Source: ODF 1.3 part 3, 5.5 (change tracking), 14.1 (annotations), 7.7.3-7.7.4 (hidden text), 9.1.3 (rows),
19.874 (xlink:href), 20.254 (table:display), 3.12 (scripts).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from answerkit.verify.extract.markup import Element
from answerkit.verify.hygiene.codes import Rule
from answerkit.verify.hygiene.relations import link_rule
from answerkit.verify.hygiene.trace import Trace

URN: Final = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, TABLE, DRAW, _SCRIPT = (
    f"{URN}{name}:1.0}}" for name in ("office", "text", "table", "drawing", "script")
)
_HREF: Final = "{http://www.w3.org/1999/xlink}href"
_TELLING: Final[Mapping[str, Rule]] = {
    f"{OFFICE}annotation": Rule.H101,
    f"{TEXT}changed-region": Rule.H102,
    f"{TABLE}tracked-changes": Rule.H102,
    f"{TEXT}hidden-text": Rule.H103,
    f"{TEXT}hidden-paragraph": Rule.H103,
    f"{DRAW}object": Rule.H105,
    f"{DRAW}object-ole": Rule.H105,
    f"{OFFICE}script": Rule.H107,
    f"{_SCRIPT}event-listener": Rule.H107,
    f"{OFFICE}dde-source": Rule.H108,
}
_UNSHOWN: Final = (
    (f"{TEXT}display", ("none", "condition"), Rule.H103),
    (f"{TABLE}display", ("false",), Rule.H104),
    (f"{TABLE}visibility", ("collapse", "filter"), Rule.H104),
)
_LINK: Final = f"{TEXT}a"
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|\.\./\.\.|//|\\\\")
_NOTES: Final = "{urn:oasis:names:tc:opendocument:xmlns:presentation:1.0}notes"


def odf_traces(root: Element) -> Iterator[Trace]:
    """What a part of an OpenDocument file holds beside what its pages show."""
    if not root.tag.startswith(OFFICE):
        return
    for element in root.iter("*"):
        if element.tag in _TELLING:
            yield Trace(_TELLING[element.tag])
        for name, values, rule in _UNSHOWN:
            if element.get(name) in values:
                yield Trace(rule)
        if target := _target_rule(element):
            yield Trace(target)
        if element.tag == _NOTES and any(text.text for text in element.iter(f"{TEXT}p", f"{TEXT}span")):
            yield Trace(Rule.H113)


def _target_rule(element: Element) -> Rule | None:
    target = element.get(_HREF, "")
    if element.tag == _LINK or not target:
        return link_rule(target)
    if element.tag.endswith("}template"):
        return Rule.H106
    return Rule.H108 if _ELSEWHERE.match(target) else None
