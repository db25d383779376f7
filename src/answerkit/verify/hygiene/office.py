"""Spreadsheets, presentations and drawings of Office packages: what is hidden, cropped, noted, embedded.

Source: ECMA-376-1, 18.2.19 (sheet), 18.3.1.73 (row), 18.3.1.13 (col), 18.7 (comments), 19.3.1.38 (sld),
19.4 (comments), 20.1.2.2.8 (cNvPr), 20.1.8.55 (srcRect).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from answerkit.verify.extract.markup import Element
from answerkit.verify.hygiene.codes import Rule
from answerkit.verify.hygiene.trace import Trace

_FAMILIES: Final = (
    "/spreadsheetml/",
    "/presentationml/",
    "/drawingml/",
    "/wordprocessingml/",
    "microsoft.com",
)
_ON: Final = frozenset({"1", "true", "on"})
_HIDDEN_PARTS: Final = frozenset({"row", "col", "definedName"})
_OWN_NAMES: Final = "_xlnm."
"""Names that Excel makes for itself, e.g. of a filter; hidden by nature."""
_COMMENTS: Final = frozenset({"comment", "threadedComment", "cm"})
_OBJECTS: Final = frozenset({"OLEObject", "oleObj", "oleObject", "control", "externalData"})
_UNSEEN = re.compile(r"(?:visibility|display)\s*:\s*(?:hidden|none)", re.IGNORECASE)
_UNSHOWN_FORMAT = re.compile(r"\s*;\s*;\s*;?\s*")
_EDGES: Final = ("l", "t", "r", "b")
_DRAWING_TEXT: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_NUMBER = re.compile(r"[0-9]*")


def office_traces(root: Element) -> Iterator[Trace]:
    """What a part of a package holds that its pages do not show."""
    if not any(family in root.tag for family in _FAMILIES):
        return
    for element in root.iter("*"):
        local = element.tag.rpartition("}")[2]
        if rule := _rule(local, element):
            yield Trace(rule, local if local in _SHOWN else "")
    if root.tag.endswith("}notes") and any(_is_told(text) for text in root.iter(_DRAWING_TEXT)):
        yield Trace(Rule.H113)


_SHOWN: Final = _HIDDEN_PARTS | {"sheet", "sld"}


def _rule(local: str, element: Element) -> Rule | None:  # noqa: PLR0911 - one for each thing
    if _is_set(element, "hidden") and local in _HIDDEN_PARTS:
        return None if element.get("name", "").startswith(_OWN_NAMES) else Rule.H104
    if (local == "sheet" and element.get("state", "visible") != "visible") or (
        local == "sld" and element.get("show", "1") in {"0", "false"}
    ):
        return Rule.H104
    if local in _COMMENTS and "/wordprocessingml/" not in element.tag:
        return Rule.H101
    if local in _OBJECTS and "/wordprocessingml/" not in element.tag:
        return Rule.H105
    if _is_unseen(local, element):
        return Rule.H103
    if local == "srcRect" and any(element.get(edge, "0")[:1] not in "0-" for edge in _EDGES):
        return Rule.H116
    return None


def _is_unseen(local: str, element: Element) -> bool:
    """A hidden shape, or a cell's format that shows nothing."""
    if local in {"cNvPr", "docPr", "anchor"} and _is_set(element, "hidden"):
        return True
    if local == "numFmt" and _UNSHOWN_FORMAT.fullmatch(element.get("formatCode", "x")):
        return True
    return local in {"shape", "rect", "textbox"} and bool(_UNSEEN.search(element.get("style", "")))


def _is_set(element: Element, name: str) -> bool:
    return element.get(name, "").lower() in _ON


def _is_told(text: Element) -> bool:
    """Whether a run of notes says more than the slide's number."""
    return not _NUMBER.fullmatch((text.text or "").strip())
