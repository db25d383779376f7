"""Lists: the reference file's numbering, and behind it one instance for each list of the document.

Source: ISO/IEC 29500-1, 17.9 (num, startOverride).
"""

from collections.abc import Iterable, Iterator, Mapping

from answerkit.model.frozen import dataclass
from answerkit.verify.built.codes import Rule
from answerkit.verify.built.content import Content
from answerkit.verify.built.fault import Fault
from answerkit.verify.built.notation import Rules
from answerkit.verify.built.parts import BODY, NUMBERING
from answerkit.verify.built.story import Element, Story

LISTS: Rules = {
    "lists start": "<w:numbering>",
    "list": (
        '<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/><w:lvlOverride w:ilvl="{level}">'
        '<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
    ),
    "lists end": "</w:numbering>",
}
"""The grammar of the lists that a document adds, between two tags that are put around them."""

_DEPTHS = {
    "list bullet": "0",
    "list bullet 2": "1",
    "list bullet 3": "2",
    "list number": "0",
    "list number 2": "1",
    "list number 3": "2",
    "table list bullet": "0",
    "table list number": "0",
}
"""Name of a list's style → its 0-based level."""


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph of a list: its style's id, its 0-based level, and its list."""

    style: str
    level: str
    number: str


def list_faults(content: Content) -> Iterator[Fault]:
    """What is wrong between the lists and the paragraphs that belong to them."""
    items = _items(content.body)
    rows = (
        content.lists.all("w:num"),
        content.lists.all("w:abstractNumId"),
        content.lists.all("w:lvlOverride"),
    )
    lists = {row["w:numId"]: (kind["w:val"], level["w:ilvl"]) for row, kind, level in zip(*rows, strict=True)}
    numbers = [str(content.first_list + index) for index in range(len(rows[0]))]
    if list(lists) != numbers or numbers != list(dict.fromkeys(item.number for item in items)):
        yield Fault(Rule.S156, NUMBERING, "num")
    else:
        yield from _item_faults(items, lists, content)


def _items(body: Story) -> list[Item]:
    pairs = zip(body.all("w:ilvl"), body.all("w:numId"), strict=True)
    return [
        Item(_style(body, level.position), level["w:val"], number["w:val"])
        for level, number in pairs
        if number["w:val"] != "0"
    ]


def _style(body: Story, level: int) -> str:
    """The style of the item whose level stands there: between them stand ``w:numPr`` and what keeps it."""
    before = level - 2
    return Element(body.pieces[before - (body.pieces[before] == _KEPT)])["w:val"]


_KEPT = "w:keepNext/>"


def _item_faults(
    items: Iterable[Item], lists: Mapping[str, tuple[str, str]], content: Content
) -> Iterator[Fault]:
    """An item's list is of the kind and the level that its style has; other kinds print other marks."""
    depths = {content.styles.get(name): depth for name, depth in _DEPTHS.items()}
    for ordinal, item in enumerate(items, 1):
        kind, level = lists[item.number]
        if not item.level == level == depths[item.style] or content.list_kinds.get(item.style) != kind:
            yield Fault(Rule.S156, BODY, f"numPr[{ordinal}]")
