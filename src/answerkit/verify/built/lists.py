"""Lists: the reference file's numbering, and behind it one instance for each list of the document.

Source: ISO/IEC 29500-1, 17.9 (num, startOverride).
"""

from collections.abc import Iterator

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

_FAMILIES = ("list bullet", "list number")
_DEPTHS = {"": "0", " 2": "1", " 3": "2"}


def list_faults(content: Content) -> Iterator[Fault]:
    """What is wrong between the lists and the paragraphs that belong to them."""
    numbers = [row["w:numId"] for row in content.lists.all("w:num")]
    first = content.first_list
    used = dict.fromkeys(number["w:val"] for _, _, number in _items(content.body))
    if numbers != [str(first + index) for index in range(len(numbers))] or numbers != list(used):
        yield Fault(Rule.S156, NUMBERING, "num")
    else:
        yield from _item_faults(content)


def _items(body: Story) -> list[tuple[Element, Element, Element]]:
    """Style, level and list of each paragraph that has a list."""
    styles = {element.position: element for element in body.all("w:pStyle")}
    pairs = zip(body.all("w:ilvl"), body.all("w:numId"), strict=True)
    # Behind the style stands ``w:numPr``, and behind that the level.
    return [(styles[level.position - 2], level, number) for level, number in pairs if number["w:val"] != "0"]


def _item_faults(content: Content) -> Iterator[Fault]:
    """All items of a list are of one kind and one level, and so is the style that they have."""
    families = {
        content.styles.get(f"{family}{suffix}"): (family, depth)
        for family in _FAMILIES
        for suffix, depth in _DEPTHS.items()
    }
    rows = (
        content.lists.all("w:num"),
        content.lists.all("w:abstractNumId"),
        content.lists.all("w:lvlOverride"),
    )
    lists = {row["w:numId"]: (kind["w:val"], level["w:ilvl"]) for row, kind, level in zip(*rows, strict=True)}
    kinds: dict[str, str] = {}
    for ordinal, (style, level, number) in enumerate(_items(content.body), 1):
        family, depth = families[style["w:val"]]
        kind, own_level = lists[number["w:val"]]
        if not level["w:val"] == own_level == depth or kinds.setdefault(family, kind) != kind:
            yield Fault(Rule.S156, BODY, f"numPr[{ordinal}]")
