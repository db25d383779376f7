"""The fixed order of the keys in each kind of file, so that a diff shows what changed and nothing else.

A key that is not named here may stand anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypeAlias

Order: TypeAlias = tuple[str, ...]

_HEAD = ("id", "classification")

COLLECTIONS: Mapping[str, Order] = {
    "blocks": (*_HEAD, "title", "laws", "owner", "reviewed", "review_by", "note", "text"),
    "figures": (*_HEAD, "title", "unit", "unit_one", "group", "counts", "owner", "note", "values"),
    "laws": (
        *(*_HEAD, "short", "title", "provisions", "number", "url", "valid_from", "valid_until"),
        *("superseded_by", "verified_on", "source", "note"),
    ),
    "grounds": (*_HEAD, "citation", "title", "public", "url", "verified_on", "source", "note"),
    "terms": (*_HEAD, "expansion", "note"),
    "assets": (*_HEAD, "caption", "alt", "width_mm", "source", "note"),
    "answers": (
        *(*_HEAD, "title", "department", "dated", "date_note", "note", "pins", "coverage", "enquiry"),
        "sections",
    ),
    "overlays": (*_HEAD, "sample", "extends", "note", "recipients", "sections"),
}
"""Name of a collection's folder → the keys of its files."""

MEASUREMENT: Order = ("as_of", "period_from", "value", "precision", "source", "review_after", "note")
ENQUIRY: Order = ("asker", "received", "holding_reply", "background", "questions")
QUESTION: Order = ("id", "text", "answered_in", "deferred", "declined")
SECTION: Order = ("id", "heading", "withheld", "content", "sections")
FILLING: Order = ("fills", "grounds", "text", "content")
ITEM: Order = ("block", "picture", "table", "chart", "id", "caption", "total")

NESTED: Mapping[tuple[str, str], Order] = {
    ("figures", "values"): MEASUREMENT,
    ("answers", "enquiry"): ENQUIRY,
    ("answers", "questions"): QUESTION,
    ("answers", "sections"): SECTION,
    ("answers", "content"): ITEM,
    ("overlays", "sections"): FILLING,
    ("overlays", "content"): ITEM,
}
"""Collection and key → the keys of the mapping, or of each mapping in the list, that stands under the key."""


@cache
def _ranks(order: Order) -> Mapping[str, int]:
    return {key: rank for rank, key in enumerate(order)}


def is_sorted(keys: Iterable[str], order: Order) -> bool:
    """Whether the keys stand in their order; one without a place of its own may stand anywhere."""
    ranks = _ranks(order)
    found = [ranks[key] for key in keys if key in ranks]
    return found == sorted(found)


def sorted_keys(keys: Iterable[str], order: Order) -> list[str]:
    """The keys in their order; one without a place of its own stays behind the key that it stands behind."""
    groups: list[tuple[int, list[str]]] = [(-1, [])]
    for key in keys:
        if key in order:
            groups.append((order.index(key), [key]))
        else:
            groups[-1][1].append(key)
    return [key for _, group in sorted(groups, key=lambda group: group[0]) for key in group]
