"""Counting words: all that is printed once, and nothing that the page counts for itself."""

from __future__ import annotations

from decimal import Decimal

import pytest

from answerkit.lanes.extent import extent
from answerkit.model.document import (
    BulletList,
    Cell,
    CrossReference,
    Document,
    Edition,
    Emphasis,
    FactList,
    Footnote,
    FootnoteMark,
    Heading,
    LineBreak,
    Link,
    Node,
    Notice,
    NumberedList,
    Origin,
    Paragraph,
    Part,
    PartsList,
    Picture,
    Strong,
    Table,
    Text,
)
from answerkit.model.problem import Place
from answerkit.model.result import Extent

ORIGIN = Origin("text/a", Place("content/public/blocks/text/a.yaml", 1))
TWO = Paragraph((Text("to ord"),), ORIGIN)
CELL = Cell((Paragraph((Text("en celle"),), ORIGIN),))


def document(*nodes: Node, footnotes: tuple[Footnote, ...] = ()) -> Document:
    return Document(
        id="a",
        edition=Edition.PUBLIC,
        title="Titel",
        authority="Kommunen tæller ikke",
        banner="Heller ikke",
        parts=(Part(nodes),),
        footnotes=footnotes,
        sources=(),
        blocks=("text/a", "text/b"),
        figures=("tal",),
    )


@pytest.mark.parametrize(
    ("node", "words"),
    [
        (Heading(1, "Ad 1)", "Tre små ord", "a", ORIGIN), 3),
        (TWO, 2),
        (Paragraph((Text("ca.\u00a0550"), Text("-", figure="x"), Text("tallet")), ORIGIN), 2),
        (Paragraph((Emphasis((Text("kur"),)), Strong((Text("siv"),))), ORIGIN), 1),
        (Paragraph((Text("før"), LineBreak(), Text("efter"), FootnoteMark(1)), ORIGIN), 2),
        (
            Paragraph(
                (Link("https://x.dk", (Text("et link"),)), CrossReference("a", " og afsnit 1")), ORIGIN
            ),
            5,
        ),
        (Notice((TWO, TWO), ORIGIN), 4),
        (BulletList(((TWO,), (TWO, TWO)), ORIGIN), 6),
        (NumberedList(((TWO,), (BulletList(((TWO,),), ORIGIN),)), 1, ORIGIN), 4),
        (Table((CELL, CELL), ((CELL, CELL),), ORIGIN, "t", 1, "Tabellens navn", note="Og en note"), 13),
        (Picture("p", 1, "Hvad ses", "Alt tæller ikke", b"", None, Decimal(9), ORIGIN), 2),
        (FactList((("Stillet af", (Text("Et parti"),)),), ORIGIN), 4),
        (PartsList((CrossReference("a", "Ad 1) Arbejdet"),), ORIGIN), 3),
    ],
)
def test_the_words_of_a_node(node: Node, words: int) -> None:
    assert extent(document(node)) == Extent(words + 1, blocks=2, figures=1)


def test_footnotes_count() -> None:
    assert extent(document(footnotes=(Footnote(1, (TWO,)),))).words == 3
