"""How much a document holds, for the line that a build prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import assert_never

from answerkit.model.document import (
    BulletList,
    Chart,
    CrossReference,
    Document,
    Emphasis,
    FactList,
    FootnoteMark,
    Heading,
    Inline,
    LineBreak,
    Link,
    Node,
    Notice,
    NumberedList,
    Paragraph,
    PartsList,
    Picture,
    Strong,
    Table,
    Text,
)
from answerkit.model.result import Extent


def extent(document: Document) -> Extent:
    """The document's words, blocks and figures.

    Words are counted in what is printed once, from the title to the footnotes: not in header and footer,
    and not in numbers that the page itself counts.
    """
    words = sum(len(line.split()) for line in _lines(document))
    return Extent(words, len(document.blocks), len(document.figures))


def _lines(document: Document) -> Iterator[str]:
    yield document.title
    for part in document.parts:
        yield from _all(part.nodes)
    for note in document.footnotes:
        yield from _all(note.blocks)


def _all(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        yield from _node(node)


def _node(node: Node) -> Iterator[str]:
    match node:
        case Heading(text=line) | Picture(caption=line) | Chart(caption=line):
            yield line
        case Paragraph(children=children):
            yield _inline(children)
        case Notice(blocks=blocks):
            yield from _all(blocks)
        case BulletList(items=items) | NumberedList(items=items):
            yield from _all(chain.from_iterable(items))
        case Table():
            yield from _table(node)
        case FactList(facts=facts):
            yield from (f"{label} {_inline(value)}" for label, value in facts)
        case PartsList(parts=parts):
            yield from (part.text for part in parts)
        case _:
            assert_never(node)


def _table(table: Table) -> Iterator[str]:
    yield table.caption
    yield table.note
    for row in (table.header, *table.rows):
        yield from chain.from_iterable(_all(cell.lines) for cell in row)


def _inline(children: Iterable[Inline]) -> str:
    return "".join(_characters(child) for child in children)


def _characters(child: Inline) -> str:
    match child:
        case Text(text=text) | CrossReference(text=text):
            return text
        case Emphasis(children=children) | Strong(children=children) | Link(children=children):
            return _inline(children)
        case FootnoteMark():
            return ""
        case LineBreak():
            return " "
        case _:
            assert_never(child)
