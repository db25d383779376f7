"""Block-level nodes, one function each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import assert_never

from answerkit.model.document import (
    BulletList,
    Chart,
    FactList,
    Heading,
    Inline,
    Node,
    Notice,
    NumberedList,
    Paragraph,
    PartsList,
    Picture,
    Table,
)
from answerkit.render.markup import NOTHING, Xml, element, fragment
from answerkit.render.paragraphs import (
    TAB,
    Look,
    Setting,
    bookmarked,
    characters,
    internal_link,
    line,
    list_of_items,
    paragraph,
    plain_text,
)
from answerkit.render.pictures import chart, picture
from answerkit.render.styles import BULLETS, CONTINUATIONS, HEADINGS, NUMBERS, Style
from answerkit.render.tables import table

# Source: ISO/IEC 29500-1, 17.9 (numId): 0 takes the style's numbering off the paragraph.
_UNNUMBERED = element("w:numPr", None, element("w:ilvl", {"w:val": "0"}), element("w:numId", {"w:val": "0"}))
_BOLD = Look(bold=True)
_LED = (BulletList, NumberedList, PartsList, Table)
"""What a paragraph that ends in a colon leads up to; it stays on the same page."""

_DEEPEST = len(BULLETS) - 1


def blocks(setting: Setting, nodes: Iterable[Node]) -> Xml:
    """The paragraphs and tables of the nodes, in order."""
    here = tuple(nodes)
    return fragment(list(map(partial(_block, setting), here, (*here[1:], None))))


def _block(setting: Setting, node: Node, following: Node | None) -> Xml:  # noqa: C901, PLR0911 - one case per kind
    match node:
        case Heading():
            return _heading(setting, node)
        case Paragraph(children):
            keep_next = _leads_up(children, following)
            return paragraph(setting, _running_style(setting), line(setting, children), keep_next=keep_next)
        case Notice():
            return _notice(setting, node)
        case BulletList(items):
            return _list(setting, items, BULLETS, start=1)
        case NumberedList(items, start):
            return _list(setting, items, NUMBERS, start)
        case Table():
            return table(setting, node)
        case Picture():
            return picture(setting, node)
        case Chart():
            return chart(setting, node)
        case FactList():
            return _facts(setting, node)
        case PartsList():
            return _parts(setting, node)
        case _:
            assert_never(node)


def _leads_up(children: Iterable[Inline], following: Node | None) -> bool:
    return isinstance(following, _LED) and plain_text(children).endswith(":")


def _running_style(setting: Setting) -> Style:
    """The style of a plain paragraph: in a list it stands under the text of its item."""
    if setting.depth:
        return CONTINUATIONS[min(setting.depth - 1, _DEEPEST)]
    return Style.CONFIDENTIAL if setting.confidential else Style.NORMAL


def _heading(setting: Setting, heading: Heading) -> Xml:
    """A heading; the number comes from the list that the style is linked to."""
    content = bookmarked(setting, heading.anchor, characters(setting.reference, heading.text))
    style = HEADINGS[heading.level - 1]
    unnumbered = not heading.number and style in setting.reference.numbered
    return paragraph(setting, style, content, numbering=_UNNUMBERED if unnumbered else NOTHING)


def _notice(setting: Setting, notice: Notice) -> Xml:
    style = Style.CONFIDENTIAL_NOTICE if setting.confidential else Style.NOTICE
    return fragment([paragraph(setting, style, line(setting, block.children)) for block in notice.blocks])


def _list(setting: Setting, items: Iterable[tuple[Node, ...]], styles: tuple[Style, ...], start: int) -> Xml:
    """A list of its own: it starts at ``start`` whatever stood before it."""
    level = min(setting.depth, _DEEPEST)
    numbering = list_of_items(setting, styles[level], level, start)
    inside = replace(setting, depth=setting.depth + 1)
    return fragment([_item(inside, item, styles[level], numbering) for item in items])


def _item(inside: Setting, nodes: tuple[Node, ...], style: Style, numbering: Xml) -> Xml:
    """An item: its first paragraph carries the mark; an item that starts otherwise gets an empty one."""
    opening: tuple[Inline, ...] = ()
    rest = nodes
    if nodes and isinstance(nodes[0], Paragraph):
        opening, rest = nodes[0].children, nodes[1:]
    keep_next = _leads_up(opening, next(iter(rest), None))
    marked = paragraph(inside, style, line(inside, opening), numbering=numbering, keep_next=keep_next)
    return fragment((marked, blocks(inside, rest)))


def _facts(setting: Setting, facts: FactList) -> Xml:
    """The case facts, a paragraph each: label, tab, value."""
    return fragment(
        [
            paragraph(
                setting,
                Style.CASE_FACT,
                characters(setting.reference, label, _BOLD),
                TAB,
                line(setting, value),
            )
            for label, value in facts.facts
        ]
    )


def _parts(setting: Setting, parts: PartsList) -> Xml:
    """The list of parts: links without page numbers, which would differ from machine to machine."""
    return fragment(
        [
            paragraph(setting, Style.PART_ENTRY, internal_link(setting, part.anchor, part.text))
            for part in parts.parts
        ]
    )
