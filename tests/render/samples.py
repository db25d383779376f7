"""Small documents, and what a program sees that opens their files."""

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from lxml import etree
from lxml.etree import _Element as XmlElement

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
from answerkit.model.problem import Place
from answerkit.render.docx import Renderer

PROJECT = Path(__file__).resolve().parent.parent.parent
REFERENCE = PROJECT / "templates" / "reference.docx"
ORIGIN = Origin("text/prøve", Place("content/public/blocks/text/prøve.yaml", 1, 1))
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0,0h2v1z"/></svg>'

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NAMES = {
    "w": W[1:-1],
    "r": R[1:-1],
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
}

RENDERER = Renderer(REFERENCE.read_bytes())


def png(width: int = 2, height: int = 1) -> bytes:
    """A white picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"".join(b"\0" + b"\xff" * width for _ in range(height))
    signature = b"\x89PNG\r\n\x1a\n"
    return signature + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def para(*children: Inline | str) -> Paragraph:
    """A paragraph; a str stands for plain text."""
    return Paragraph(tuple(Text(child) if isinstance(child, str) else child for child in children), ORIGIN)


def cell(text: str, *, number: bool = False) -> Cell:
    """A cell of plain text."""
    return line_cell(Text(text), number=number)


def line_cell(*children: Inline | str, number: bool = False) -> Cell:
    """A cell of one line; empty without children."""
    return Cell((para(*children),) if children else (), number)


def listed() -> Cell:
    """A cell with a paragraph and a list of each kind."""
    return Cell((para("y"), CellList((para("a"), para("b"))), CellList((para("c"),), 3)))


def heading(level: int, number: str, text: str, anchor: str = "") -> Heading:
    """A heading."""
    return Heading(level, number, text, anchor, ORIGIN)


def bullets(*items: tuple[Node, ...]) -> BulletList:
    """A bullet list."""
    return BulletList(items, ORIGIN)


def numbers(*items: tuple[Node, ...], start: int = 1) -> NumberedList:
    """A numbered list."""
    return NumberedList(items, start, ORIGIN)


def table(*rows: tuple[Cell, ...]) -> Table:
    """A table of a header row and others."""
    return Table(rows[0], rows[1:], ORIGIN)


def picture(alt: str = "Hvid flade", svg: bytes | None = None) -> Picture:
    """A picture 40 mm wide."""
    return Picture("figur", 1, "Et billede", alt, png(), svg, Decimal(40), ORIGIN)


def document(*nodes: Node, footnotes: tuple[Footnote, ...] = ()) -> Document:
    """A public edition of the nodes."""
    title, authority, banner = "Svar på en forespørgsel", "Prøve Kommune", "Offentlig udgave"
    parts = (Part(nodes),)
    return Document("prøve", Edition.PUBLIC, title, authority, banner, parts, footnotes, (), (), ())


def everything() -> Document:
    """A confidential edition with every kind of node, in each of the two classifications."""
    line = (
        Text("tekst "),
        Emphasis((Text("kursiv "), Strong((Text("begge"),)))),
        Strong((Text("fed"),)),
        LineBreak(),
        Link("https://example.org/a?b=1&c=2", (Text("et "), Emphasis((Text("link"),)))),
        CrossReference("indledning", "afsnit 1"),
    )
    nodes: tuple[Node, ...] = (
        FactList((("Dato", line),), ORIGIN),
        PartsList((CrossReference("indledning", "Ad 1) Indledning"),), ORIGIN),
        heading(1, "Ad 1)", "Indledning", "indledning"),
        Paragraph((*line, FootnoteMark(1)), ORIGIN),
        Notice((para("Afsnittet er tilbageholdt."), para("Hjemmel.")), ORIGIN),
        heading(2, "1.1", "Lister"),
        bullets((para("a"), numbers((para("i"), para("mere"), table((cell("x"),), (listed(),)))))),
        heading(3, "", "Billede"),
        picture(svg=SVG),
        heading(4, "", "Tabel"),
        replace(
            table(
                (cell("Hvad"), cell("Antal", number=True)),
                (cell("I alt"), cell("7", number=True)),
            ),
            anchor="tabel",
            number=1,
            caption="Antal",
            total=True,
            note="Kilde: prøve.",
        ),
    )
    hidden = (heading(2, "1.2", "Mere"), para("fortroligt", FootnoteMark(2)), *nodes[4:7], nodes[9], nodes[0])
    notes = (
        Footnote(1, (para("Se ", Link("https://example.org/note", (Text("noten"),))), para("andet afsnit"))),
        Footnote(2, (para("To"),)),
    )
    parts = (Part(nodes), Part(hidden, confidential=True), Part((para("slut"),)))
    banner = "FORTROLIG UDGAVE · forvaltningsloven § 27"
    return replace(document(footnotes=notes), edition=Edition.CONFIDENTIAL, banner=banner, parts=parts)


@dataclass(frozen=True, slots=True)
class Opened:
    """A file's parts as a program sees them."""

    entries: dict[str, bytes]

    def xml(self, name: str) -> XmlElement:
        """The root of a part under ``word/``, or of an entry by its whole name."""
        return etree.fromstring(self.entries.get(name) or self.entries[f"word/{name}.xml"])

    def find(self, path: str, name: str = "document") -> list[XmlElement]:
        """The elements at an XPath."""
        return [item for item in self._found(path, name) if isinstance(item, XmlElement)]

    def values(self, path: str, name: str = "document") -> list[str]:
        """The attributes or texts at an XPath."""
        return [str(item) for item in self._found(path, name) if isinstance(item, str)]

    def _found(self, path: str, name: str) -> list[object]:
        found = self.xml(name).xpath(path, namespaces=NAMES)
        assert isinstance(found, list)
        return list(found)


def opened(built: Document) -> Opened:
    """The file of a document, opened."""
    with zipfile.ZipFile(io.BytesIO(RENDERER.render(built))) as archive:
        return Opened({name: archive.read(name) for name in archive.namelist()})


def value(element: XmlElement, path: str) -> str:
    """The attribute or text at an XPath from an element; empty where there is none."""
    return str(element.xpath(f"string({path})", namespaces=NAMES))


def words(element: XmlElement) -> str:
    """The text of an element, a line break as a line feed and a tab as a tab."""
    marks = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(marks.get(str(item.tag), item.text or "") for item in element.iter(f"{W}t", *marks))
