"""Relationships of office packages that point out of the file.

Source: ECMA-376-2, 6.5 (relationships); ECMA-376-1, 15.2-15.3 (their types).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from answerkit.verify.extract.markup import Element
from answerkit.verify.hygiene.codes import Rule
from answerkit.verify.hygiene.trace import Trace

_RELATIONS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationships"
_PUBLIC = re.compile(r"(?:https?|mailto|tel):(?!\\)", re.IGNORECASE)
_INSIDE = re.compile(r"#[^#]*")


def relation_traces(root: Element) -> Iterator[Trace]:
    """Templates, pictures and data elsewhere, and links to workplaces."""
    if root.tag != _RELATIONS:
        return
    for number, relation in enumerate(root, 1):
        if relation.get("TargetMode", "").lower() == "external":
            rule = _rule(relation.get("Type", "").rpartition("/")[2], relation.get("Target", ""))
            if rule:
                yield Trace(rule, f"Relationship[{number}]")


def _rule(kind: str, target: str) -> Rule | None:
    match kind:
        case "attachedTemplate":
            return Rule.H106
        case "hyperlink":
            return link_rule(target)
        case _:
            return Rule.H108


def link_rule(target: str) -> Rule | None:
    """What is wrong with a link for readers: that it only works on somebody's machine or network."""
    harmless = not target.strip() or _PUBLIC.match(target.strip()) or _INSIDE.fullmatch(target.strip())
    return None if harmless else Rule.H109
