"""A built file that keeps every rule, made by the project's own renderer, and tools to spoil it."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from decimal import Decimal
from functools import cache
from hashlib import sha256
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
    Origin,
    Paragraph,
    Part,
    PartsList,
    Picture,
    Strong,
    Table,
    Text,
)
from answerkit.model.finding import Finding
from answerkit.model.problem import Place
from answerkit.render.docx import Renderer
from answerkit.verify.built.facts import PublicFacts, PublicPicture
from answerkit.verify.built.gate import verify_built

PROJECT = Path(__file__).resolve().parents[3]
REFERENCE = (PROJECT / "templates" / "reference.docx").read_bytes()
RENDERER = Renderer(REFERENCE)
ORIGIN = Origin("text/prøve", Place("content/public/blocks/text/proeve.yaml", 1, 1))

TITLE = 'Svar på en forespørgsel om »prøver« & "mål"'
LINK = "https://example.org/vejledning#afsnit"
NOTE_LINK = "https://example.org/a&b"
OTHER_ALT = "Et andet billede"
ALT = 'En rød "trekant" & en flade'

BODY = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"
NOTES = "word/footnotes.xml"
NOTE_RELATIONS = "word/_rels/footnotes.xml.rels"
HEADER = "word/header1.xml"
FOOTER = "word/footer1.xml"
CORE = "docProps/core.xml"
NUMBERING = "word/numbering.xml"
STYLES = "word/styles.xml"
SETTINGS = "word/settings.xml"
TYPES = "[Content_Types].xml"
PNG = "word/media/image1.png"
SVG = "word/media/image2.svg"


def chunk(kind: bytes, data: bytes) -> bytes:
    """A piece of a PNG file."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(
    *between: bytes, header: bytes | None = None, rows: bytes | None = None, trailer: bytes = b""
) -> bytes:
    """A white picture, 40 by 20 pixels, with chunks between header and pixels."""
    head = header or struct.pack(">IIBBBBB", 40, 20, 8, 0, 0, 0, 0)
    pixels = rows if rows is not None else (b"\0" + b"\xff" * 40) * 20
    body = chunk(b"IHDR", head) + b"".join(between) + chunk(b"IDAT", zlib.compress(pixels))
    return b"\x89PNG\r\n\x1a\n" + body + chunk(b"IEND", b"") + trailer


DRAWN = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><g fill="#123B5D" transform="scale(2 1)">'
    b'<path d="M0,0h20v10.5z"/></g><rect x="1" y="1" width="3" height="2" stroke="black"/></svg>'
)


ENGLISH = Text("tough love", language="en-GB")


def words(*pieces: Inline | str) -> tuple[Inline, ...]:
    """A line; a str stands for plain text."""
    return tuple(Text(piece) if isinstance(piece, str) else piece for piece in pieces)


def para(*pieces: Inline | str) -> Paragraph:
    """A paragraph."""
    return Paragraph(words(*pieces), ORIGIN)


def cell(text: str, *, number: bool = False) -> Cell:
    """A cell of plain text."""
    return Cell((para(text),), number)


def listed() -> Cell:
    """A cell with a list between paragraphs, and one that counts."""
    bullets, numbers = CellList((para("b"), para("c"))), CellList((para("d"), para("e")), 3)
    return Cell((para("Det er:"), bullets, para("og"), numbers))


def counts() -> Table:
    """A table of numbers."""
    header = (cell("Hvad"), cell("Antal", number=True))
    rows = ((cell("Sager"), cell("7", number=True)), (cell("I alt"), cell("7", number=True)))
    return Table(header, rows, ORIGIN, "tabel-1", 1, "Sager", total=True, note="Kilde: en optælling.")


def nodes() -> tuple[Node, ...]:
    """Something of every kind."""
    inner = NumberedList(((para("a"),), (para("b"), para("mere"))), 3, ORIGIN)
    link = Link(LINK, words("link ", Emphasis(words("ud"))))
    bold = Strong(words("fed ", Emphasis(words("kursiv"))))
    line = ("Tekst med ", bold, ", og et ", link, ".", FootnoteMark(1), LineBreak(), ENGLISH, ". Se ")
    parts = (CrossReference("afsnit-1", "Ad 1) Tekst"), CrossReference("afsnit-2", "Ad 2) Mål"))
    facts = (("Spørger", words("Prøvelisten")), ("Dato", words("8. november 2021")))
    return (
        FactList(facts, ORIGIN),
        PartsList(parts, ORIGIN),
        Heading(1, "Ad 1)", "Tekst", "afsnit-1", ORIGIN),
        para(*line, CrossReference("tabel-1", "tabel 1"), ": 14,8\xa0årsværk."),
        Heading(2, "1.1", "Lister", "afsnit-1-1", ORIGIN),
        BulletList(((para("første"), inner), (para("anden"),)), ORIGIN),
        Heading(3, "", "Uden nummer", "", ORIGIN),
        counts(),
        Table((cell("Led"),), ((cell("a"),), (listed(),)), ORIGIN),
        Heading(1, "Ad 2)", "Mål", "afsnit-2", ORIGIN),
        Picture("figur-1", 1, "En trekant", ALT, png(), DRAWN, Decimal(60), ORIGIN),
        Notice((para("Afsnittet er fortroligt."), para("Hjemmel: loven § 1.")), ORIGIN),
        para("Slut."),
    )


NOTE = Footnote(1, (para("Se ", Link(NOTE_LINK, words("noten & mere")), "."), para("Andet afsnit.")))


def document(*body: Node, notes: tuple[Footnote, ...] = ()) -> Document:
    """A public edition of the nodes."""
    parts = (Part(body),)
    return Document("p", Edition.PUBLIC, TITLE, "Prøve Kommune", "Offentlig udgave", parts, notes, (), (), ())


def full() -> Document:
    """The public edition that the tests spoil."""
    return document(*nodes(), notes=(NOTE,))


def confidential() -> Document:
    """A confidential edition with everything in it, half of it marked."""
    built = full()
    added = replace(counts(), number=2, anchor="tabel-2")
    parts = (Part((para("Kun til modtagerne."),), confidential=True), *built.parts)
    parts = (*parts, Part((added, nodes()[5], para("fortroligt")), confidential=True))
    return replace(
        built,
        edition=Edition.CONFIDENTIAL,
        banner="FORTROLIG · loven § 1",
        parts=parts,
        watermark="FORTROLIG",
    )


@cache
def clean() -> bytes:
    """The bytes of the public edition."""
    return RENDERER.render(full())


@cache
def facts() -> PublicFacts:
    """What the public content knows of that edition."""
    picture = PublicPicture(ALT, sha256(png()).hexdigest(), sha256(DRAWN).hexdigest())
    other = PublicPicture(OTHER_ALT, sha256(DRAWN).hexdigest())
    return PublicFacts(frozenset((LINK, NOTE_LINK)), frozenset((picture, other)))


def check(data: bytes) -> tuple[Finding, ...]:
    """What the gate says of a public file, with all that it can know."""
    return verify_built(data, name="f.docx", title=TITLE, reference=REFERENCE, public=facts())


def codes(data: bytes) -> set[str]:
    """The rules that a public file breaks."""
    return {finding.code for finding in check(data)}
