"""Documents of every shape, as hypothesis puts them together: numbered as answerkit numbers them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import count

from hypothesis import strategies as st

from answerkit.model.document import (
    BulletList,
    Cell,
    CellList,
    CrossReference,
    Document,
    Edition,
    Emphasis,
    FactList,
    Footnote,
    FootnoteMark,
    Heading,
    Inline,
    LineBreak,
    Link,
    Node,
    Notice,
    NumberedList,
    Paragraph,
    Part,
    PartsList,
    Picture,
    Strong,
    Table,
    Text,
)
from verify.built.clean import ALT, DRAWN, LINK, ORIGIN, document, png

_LETTERS = 'abcdeæøåÆØÅé0123456789.,;:-–»«"&<>§½()\xa0'
WORDS = st.text(_LETTERS, min_size=1, max_size=12).filter(lambda text: "\xa0\xa0" not in text)


def _inlines(depth: int = 2) -> st.SearchStrategy[tuple[Inline, ...]]:
    plain: st.SearchStrategy[Inline] = st.builds(Text, WORDS)
    if not depth:
        return st.tuples(plain)
    inner = _inlines(depth - 1)
    linked = st.lists(st.one_of(plain, st.builds(Strong, st.tuples(plain))), min_size=1, max_size=3)
    links = st.builds(Link, st.just(LINK), linked.map(tuple))
    options = (plain, st.builds(Emphasis, inner), st.builds(Strong, inner), st.just(LineBreak()), links)
    return st.lists(st.one_of(*options), min_size=1, max_size=4).map(tuple)


PARAGRAPHS = st.builds(Paragraph, _inlines(), st.just(ORIGIN))
"""Never empty; an item and a cell begin with one."""


def _lists(depth: int) -> st.SearchStrategy[Node]:
    inner: st.SearchStrategy[Node] = PARAGRAPHS
    if depth:
        inner = st.one_of(PARAGRAPHS, _lists(depth - 1), _tables())
    item = st.tuples(PARAGRAPHS) | st.tuples(PARAGRAPHS, inner)
    items = st.lists(item, min_size=1, max_size=3).map(tuple)
    start = st.integers(0, 999)
    return st.one_of(
        st.builds(BulletList, items, st.just(ORIGIN)), st.builds(NumberedList, items, start, st.just(ORIGIN))
    )


_LINE_CELLS = st.builds(
    Cell, st.lists(st.builds(Paragraph, _inlines(1), st.just(ORIGIN)), max_size=1).map(tuple), st.booleans()
)
_CELL_LISTS = st.builds(
    CellList, st.lists(PARAGRAPHS, min_size=1, max_size=3).map(tuple), st.none() | st.integers(0, 999)
)
_LISTED_CELLS = st.builds(Cell, st.lists(PARAGRAPHS | _CELL_LISTS, min_size=1, max_size=3).map(tuple))


@st.composite
def _tables(draw: st.DrawFn) -> Node:
    columns = draw(st.integers(1, 6))
    header = draw(st.tuples(*[_LINE_CELLS] * columns))
    rows = draw(st.lists(st.tuples(*[_LINE_CELLS | _LISTED_CELLS] * columns), max_size=3))
    captioned = draw(st.booleans())
    return Table(
        header,
        tuple(rows),
        ORIGIN,
        number=int(captioned),
        caption=draw(WORDS) if captioned else "",
        total=draw(st.booleans()),
        note=draw(st.one_of(st.just(""), WORDS)),
    )


_PICTURES = st.builds(
    Picture,
    st.just(""),
    st.just(1),
    WORDS,
    st.just(ALT),
    st.just(png()),
    st.just(DRAWN),
    st.just(Decimal(60)),
    st.just(ORIGIN),
)
_NODES: st.SearchStrategy[Node] = st.one_of(
    PARAGRAPHS,
    _lists(2),
    _tables(),
    _PICTURES,
    st.builds(Heading, st.integers(1, 4), st.just(""), WORDS, st.just(""), st.just(ORIGIN)),
    st.builds(Notice, st.lists(PARAGRAPHS, min_size=1, max_size=2).map(tuple), st.just(ORIGIN)),
    st.builds(FactList, st.tuples(st.tuples(WORDS, _inlines())), st.just(ORIGIN)),
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A public or a confidential edition; sections, tables and pictures are numbered in reading order."""
    body = [*_sections(draw), *draw(st.lists(_NODES, max_size=6))]
    tables, pictures = count(1), count(1)
    numbered = tuple(_numbered(node, tables, pictures) for node in body)
    notes = draw(st.lists(st.lists(PARAGRAPHS, max_size=2).map(tuple), max_size=2))
    marks = tuple(Paragraph((Text("x"), FootnoteMark(n)), ORIGIN) for n, _ in enumerate(notes, 1))
    built = document(*numbered, *marks, notes=tuple(Footnote(n, blocks) for n, blocks in enumerate(notes, 1)))
    if draw(st.booleans()):
        return built
    hidden = Part(tuple(draw(st.lists(PARAGRAPHS, max_size=2))), confidential=True)
    return replace(built, edition=Edition.CONFIDENTIAL, banner=draw(WORDS), parts=(hidden, *built.parts))


def _sections(draw: st.DrawFn) -> list[Node]:
    """Numbered headings, one after another, and the list of the first level."""
    counts = draw(st.lists(st.integers(0, 2), max_size=3))
    found: list[Node] = []
    entries = tuple(CrossReference(f"afsnit-{n}", draw(WORDS)) for n, _ in enumerate(counts, 1))
    if entries:
        found.append(PartsList(entries, ORIGIN))
    for first, inner in enumerate(counts, 1):
        found.append(Heading(1, f"Ad {first})", draw(WORDS), f"afsnit-{first}", ORIGIN))
        found += [
            Heading(2, f"{first}.{n}", draw(WORDS), f"afsnit-{first}-{n}", ORIGIN)
            for n in range(1, inner + 1)
        ]
    return found


def _numbered(node: Node, tables: count[int], pictures: count[int]) -> Node:
    """The node with the next number, where it is one that has a number; also inside a list."""
    match node:
        case Table(number=1):
            number = next(tables)
            return replace(node, number=number, anchor=f"tabel-{number}")
        case Picture():
            number = next(pictures)
            return replace(node, number=number, anchor=f"figur-{number}")
        case BulletList() | NumberedList():
            return replace(
                node,
                items=tuple(tuple(_numbered(each, tables, pictures) for each in item) for item in node.items),
            )
        case _:
            return node
