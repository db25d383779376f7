"""The torture document: every kind of node, at its worst, in both editions.

``python -m render.torture FOLDER`` writes both, for programs that judge Word files and for eyes. Its pictures
and words are invented.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

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
from answerkit.render.docx import Renderer
from answerkit.render.html.page import render_html
from render.samples import ORIGIN, PROJECT, REFERENCE, line_cell, png, table

ROWS = 200
LONG_WORD = "speciallægepraksisplanlægningsstabiliseringsperiode" * 3
LONG_ADDRESS = "https://example.org/" + "en-meget-lang-sti-uden-mellemrum/" * 6
TRIANGLE = PROJECT / "content" / "public" / "assets" / "forebyggelsestrekanten"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0,0h2v1z" fill="#123B5D"/></svg>'
SENTENCE = (
    "Kommunen følger op på indsatsen hvert halve år og inddrager både skole, familie og fritidstilbud. "
)


def main(folder: Path) -> None:
    """Write both editions into a folder, which is made, as Word files and as HTML."""
    folder.mkdir(parents=True, exist_ok=True)
    renderer = Renderer(REFERENCE.read_bytes())
    css = (PROJECT / "templates" / "edition.css").read_text(encoding="utf-8")
    for name, built in (("public", torture()), ("confidential", confidential_torture())):
        (folder / f"torture-{name}.docx").write_bytes(renderer.render(built))
        (folder / f"torture-{name}.html").write_bytes(render_html(built, css))


def torture() -> Document:
    """The public edition."""
    return Document(
        id="tortur",
        edition=Edition.PUBLIC,
        title='Prøvesvar på alt: »æøå ÆØÅ«, "citat", <tegn> & en titel, der er så lang, at den deles',
        authority="Prøve Kommune & Omegn",
        banner="Offentlig udgave",
        parts=(Part((*_front(), *_prose(), *_lists(), *_tables(), *_pictures())),),
        footnotes=_footnotes(),
        sources=(),
        blocks=(),
        figures=(),
    )


def confidential_torture() -> Document:
    """The confidential edition: the same, half of it marked as confidential, and a page before all else."""
    public = torture()
    cover = Notice((_para(_strong("Fortrolig udgave.")), _para("Modtagere: Prøveudvalget.")), ORIGIN)
    return replace(
        public,
        edition=Edition.CONFIDENTIAL,
        banner="FORTROLIG · forvaltningsloven § 27, offentlighedsloven § 30",
        watermark="FORTROLIG",
        parts=(
            Part((cover,), confidential=True),
            Part(_front()),
            Part(_prose(), confidential=True),
            *_half_marked(_lists()),
            *_half_marked(_tables()),
            *_half_marked(_pictures()),
        ),
    )


def _half_marked(nodes: tuple[Node, ...]) -> tuple[Part, ...]:
    """The first half as in public, the other marked as confidential."""
    half = len(nodes) // 2
    return Part(nodes[:half]), Part(nodes[half:], confidential=True)


def _text(*children: Inline | str) -> tuple[Inline, ...]:
    return tuple(Text(child) if isinstance(child, str) else child for child in children)


def _para(*children: Inline | str) -> Paragraph:
    return Paragraph(_text(*children), ORIGIN)


def _strong(*children: Inline | str) -> Strong:
    return Strong(_text(*children))


def _heading(level: int, text: str, anchor: str = "", number: str = "") -> Heading:
    return Heading(level, number, text, anchor, ORIGIN)


def _front() -> tuple[Node, ...]:
    """Case facts, and the list of parts."""
    facts = (
        ("Spørger", _text("Byrådsmedlem Ærø Østergård")),
        ("En etiket, der er for lang til sin plads", _text(SENTENCE * 2)),
        (
            "Se også",
            _text(Link("https://example.org/a?b=1&c=2", _text("kilden & dens <bilag>")), ", uddybet"),
        ),
    )
    parts = (
        CrossReference("afsnit-1", "Ad 1) Tekst"),
        CrossReference(
            "afsnit-2", "Ad 2) Lister, en del med en overskrift, der er lang nok til to linjer i alt"
        ),
        CrossReference("afsnit-3", "Ad 3) Tabeller"),
        CrossReference("afsnit-4", "Ad 4) Billeder"),
    )
    return (
        FactList(facts, ORIGIN),
        _heading(1, "Baggrund"),
        _para(SENTENCE * 3),
        _heading(1, "Besvarelsens dele"),
        _para("Besvarelsen består af:"),
        PartsList(parts, ORIGIN),
    )


def _prose() -> tuple[Node, ...]:
    """All that a line can hold, headings to the fourth level, and a notice."""
    both = Emphasis((Text("kursiv "), _strong("og fed")))
    link = Link("https://example.org/vejledning#side&2", _text("vejledningen om ", both, " & mere"))
    line = _text(
        "Tekst, ", Text("tough love", language="en-GB"), Strong((Text("Härte", language="de-DE"),)),
        both, ", ", _strong("fed"), LineBreak(), "ny linje; ", link, " og ",
        CrossReference("tabel-1", "tabel 1"), ".", FootnoteMark(1),
    )  # fmt: skip
    return (
        _heading(1, "Tekst", "afsnit-1", "Ad 1)"),
        Paragraph(line, ORIGIN),
        _heading(2, "Underafsnit", "afsnit-1-1", "1.1"),
        _para(SENTENCE * 8, FootnoteMark(2)),
        _heading(3, "Tredje niveau"),
        _para(
            f"Et langt ord: {LONG_WORD}, og en lang adresse: {LONG_ADDRESS} ",
            Link(LONG_ADDRESS, _text("Vejledning")),
        ),
        _heading(4, "Fjerde niveau"),
        _para("ca.\xa0550 sager, 14,8\xa0årsværk, 100–120 borgere, §\xa027 & §\xa030, 1 < 2 > 0 “citat”"),
        Notice((_para("Afsnittet er tilbageholdt."), _para("Hjemmel: ", Emphasis(_text("§\xa027")))), ORIGIN),
    )


def _lists() -> tuple[Node, ...]:
    """Lists in lists, with notes, paragraphs and a table in their items."""
    deep = BulletList(((_para("tredje niveau"),), (_para("igen ", Emphasis(_text("kursiv"))),)), ORIGIN)
    second = NumberedList(
        ((_para("bogstav a"), deep), (_para("bogstav b"), _para("et afsnit til")), (_para("bogstav c"),)),
        1,
        ORIGIN,
    )
    first = BulletList(
        ((_para("første", FootnoteMark(3)), second), (_para(SENTENCE * 2),), (_para("tabel:"), _small())),
        ORIGIN,
    )
    return (
        _heading(1, "Lister", "afsnit-2", "Ad 2)"),
        first,
        NumberedList(((_para("syv"),), (_para("otte"),)), 7, ORIGIN),
        _para("Ny liste begynder forfra:"),
        NumberedList(((_para("en"),), (_para("to", LineBreak(), "samme punkt"),)), 1, ORIGIN),
    )


def _small() -> Table:
    """A table of prose, without caption."""
    return table((line_cell("Led"), line_cell("Svar")), (line_cell("a"), _numbered("en", "to")))


def _tables() -> tuple[Node, ...]:
    """A short table with a total, one of two hundred rows, and one with words that are too long for it."""
    header = (line_cell("Hvad"), line_cell("Antal", number=True))
    total = Table(
        header,
        tuple((line_cell(what), line_cell(count, number=True)) for what, count in _COUNTS),
        ORIGIN,
        "tabel-1",
        1,
        "Borgere i forløb",
        total=True,
        note="Opgjort pr. 8. november 2021. Kilde: fagsystemet & en optælling.",
    )
    rows = tuple((line_cell(f"Række {n}"), line_cell(f"{n * 7}", number=True)) for n in range(1, ROWS + 1))
    long = Table(header, rows, ORIGIN, "tabel-2", 2, "To hundrede rækker", note="Kilde: opdigtet.")
    return _heading(1, "Tabeller", "afsnit-3", "Ad 3)"), total, long, _crowded(), _with_lists(), _small()


def _with_lists() -> Table:
    """Lists between paragraphs, beginning a cell and being one; all that a line can hold; a row of a page."""
    link = Link("https://example.org/skema?a=1&b=2", _text("skemaet & mere"))
    bullets = CellList(
        (_para("en ", _strong("fed")), _para(link, LineBreak(), "ny linje"), _para(f"et {LONG_WORD}"))
    )
    noted = CellList((_para("med note", FootnoteMark(5)), _para(SENTENCE)))
    tall = Cell((CellList(tuple(_para(f"Punkt {n}") for n in range(1, 61))),))
    both = Cell((*_numbered("syvende", start=7).blocks, bullets))
    return table(
        (line_cell("Indsats"), line_cell("Hvad den kan"), line_cell()),
        (line_cell("Først tekst"), Cell((_para("Det er:"), bullets, _para("Bagefter."))), Cell((noted,))),
        (line_cell("Tal"), _numbered(*(f"led {n}" for n in range(8, 12)), start=8), both),
        (line_cell("Afsnit"), Cell((_para(SENTENCE), _para(SENTENCE))), _numbered("første", "anden")),
        (line_cell("Lang"), tall, line_cell()),
    )


def _numbered(*items: str, start: int = 1) -> Cell:
    return Cell((CellList(tuple(map(_para, items)), start),))


_COUNTS = (
    ("Under 18 år", "1.234"),
    ("Over 18 år, der er i et længere forløb", "færre end 5"),
    ("I alt", "1.240"),
)


def _crowded() -> Table:
    """Five columns, long words, links, notes and empty cells."""
    link = Link("https://example.org/?q=æøå&x=1", _text("et link"))
    return Table(
        tuple(line_cell(f"Kolonne {n}", number=n > 3) for n in range(1, 6)),
        (
            (
                line_cell(LONG_WORD),
                line_cell(link),
                line_cell("note", FootnoteMark(4)),
                line_cell(),
                line_cell(),
            ),
            tuple(line_cell(_strong(f"{n}"), number=n > 2) for n in range(5)),
        ),
        ORIGIN,
        "tabel-3",
        3,
        "Lange ord",
    )


def _pictures() -> tuple[Node, ...]:
    """The triangle, a picture without SVG, one wider than the page, and one higher."""
    triangle = Picture(
        "figur-1", 1, "Forebyggelsestrekanten", 'Trekant i tre "lag" & <farver>',
        TRIANGLE.with_suffix(".png").read_bytes(), TRIANGLE.with_suffix(".svg").read_bytes(),
        Decimal(140), ORIGIN,
    )  # fmt: skip
    plain = Picture("figur-2", 2, "Uden SVG", "Hvid flade", png(40, 20), None, Decimal(40), ORIGIN)
    wide = replace(plain, anchor="figur-3", number=3, caption="For bred", svg=SVG, width_mm=Decimal(400))
    high = replace(plain, anchor="figur-4", number=4, caption="For høj", png=png(4, 40), width_mm=Decimal(90))
    return _heading(1, "Billeder", "afsnit-4", "Ad 4)"), triangle, plain, wide, high


def _footnotes() -> tuple[Footnote, ...]:
    """Notes of one paragraph and of several, with links of their own."""
    link = Link("https://example.org/note?a=1&b=2", _text("noten & mere"))
    return (
        Footnote(1, (_para("Se ", link, "."),)),
        Footnote(2, (_para(SENTENCE * 2), _para("Andet afsnit."))),
        Footnote(3, (_para("I en liste ", Emphasis(_text("kursiv"))),)),
        Footnote(4, (_para("I en tabel."),)),
        Footnote(5, (_para("I en liste i en celle."),)),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
