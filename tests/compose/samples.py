"""A tiny library made in memory, for composing without files on disk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from answerkit.compose.composed import Composed
from answerkit.compose.public import PublicComposer
from answerkit.model.config import Config
from answerkit.model.content import (
    Answer,
    Answered,
    Asset,
    Block,
    BlockItem,
    BlockKind,
    Counted,
    Deferred,
    Enquiry,
    Exact,
    Figure,
    Ground,
    Item,
    Law,
    Library,
    Measurement,
    Prose,
    Question,
    Section,
    TableItem,
    Term,
    Value,
    Withheld,
)
from answerkit.model.document import (
    BulletList,
    Cell,
    CellList,
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
from answerkit.model.problem import Place, Where

TEMPLATES = Path(__file__).parents[2] / "templates"
CONFIG = Config("Prøve Kommune")
DAY = date(2021, 11, 8)


def where(file: str, *, confidential: bool = False) -> Where:
    """Every value of a record at the file's first line."""
    place = Place(file, 1, 1, confidential)
    return defaultdict(lambda: place, {"": place})


def prose(text: str, file: str = "content/public/blocks/text/a.yaml", *, confidential: bool = False) -> Prose:
    """Prose as a literal block that begins in line 4 with an indent of two."""
    return Prose(text, Place(file, 4, 3, confidential), 2)


def block(text: str, name: str = "text/a", kind: BlockKind = BlockKind.TEXT) -> Block:
    """A block with that prose."""
    file = f"content/public/blocks/{name}.yaml"
    return Block(name, kind, f"Titel på {name}", prose(text, file), where(file))


def measurement(value: Value, as_of: date = DAY, *, circa: bool = False) -> Measurement:
    """A measurement with an invented source."""
    return Measurement(value, circa, as_of, "Opdigtet opgørelse", where("f.yaml"))


def figure(name: str, *series: Measurement, unit: str = "sager", unit_one: str = "sag") -> Figure:
    """A figure of cases."""
    file = f"content/public/figures/{name}.yaml"
    return Figure(
        name, f"Række {name}", unit, unit_one, "alle", Counted.CASES, "Kontoret", series, where(file)
    )


def law(name: str = "proeveloven") -> Law:
    """A law that does not exist."""
    file = f"content/public/laws/{name}.yaml"
    url = "https://example.dk/lov"
    return Law(name, name, f"Lov om {name}", "", "lov nr. 1", date(2020, 1, 1), url, "Opdigtet", where(file))


def ground(name: str, citation: str) -> Ground:
    """A ground that does not exist."""
    file = f"content/public/grounds/{name}.yaml"
    return Ground(
        name, citation, "Opdigtet", name.endswith("1"), "Opdigtet", "https://example.dk", where(file)
    )


def section(name: str, *items: Item, sections: tuple[Section, ...] = ()) -> Section:
    """A public section."""
    return Section(name, f"Overskrift {name}", where("a.yaml"), items, sections)


def withheld(name: str, *grounds: str) -> Section:
    """A section whose content is confidential."""
    return replace(section(name), withheld=Withheld(grounds, where("a.yaml")))


def uses(*names: str) -> tuple[Item, ...]:
    """Block items."""
    return tuple(BlockItem(name, where("content/public/answers/svar.yaml")) for name in names)


def table(name: str, *figures: str, total: str = "") -> TableItem:
    """A table item."""
    return TableItem(name, f"Billedtekst {name}", figures, where("content/public/answers/svar.yaml"), total)


def answer(*sections: Section, pins: dict[str, date] | None = None) -> Answer:
    """An answer with one answered and one deferred question."""
    file = "content/public/answers/svar.yaml"
    questions = (
        Question("hvad", "Hvad gøres der?", Answered((sections[0].id,)), where(file)),
        Question("pris", "Hvad koster det?", Deferred("Tallene er ikke klar."), where(file)),
    )
    enquiry = Enquiry("Prøvelisten", prose("Baggrunden er opdigtet.", file), questions, where(file))
    return Answer("svar", "Svar", "Afdelingen", DAY, enquiry, sections, where(file), pins=pins or {})


def library(
    blocks: Iterable[Block] = (),
    figures: Iterable[Figure] = (),
    laws: Iterable[Law] = (),
    terms: Iterable[Term] = (),
    assets: Iterable[Asset] = (),
) -> Library:
    """A library of those records and two grounds."""
    grounds = (ground("prøveloven-1", "prøveloven § 1"), ground("prøveloven-2", "prøveloven § 2"))
    return Library(
        blocks={record.id: record for record in blocks},
        figures={record.id: record for record in figures},
        laws={record.id: record for record in laws},
        terms={record.id: record for record in terms},
        assets={record.id: record for record in assets},
        grounds={record.id: record for record in grounds},
    )


def compose(text: str, known: Library | None = None) -> Composed:
    """The public edition of an answer with one section of one block with that prose."""
    records = replace(known or library(), blocks={"text/a": block(text)})
    return PublicComposer(records, CONFIG, TEMPLATES).compose(answer(section("et", *uses("text/a"))))


def document(composed: Composed) -> Document:
    """The document of an answer that must have composed."""
    assert composed.document is not None, [problem.code for problem in composed.problems]
    return composed.document


def found(composed: Composed) -> list[tuple[str, int, int]]:
    """Code, line and column of each problem."""
    return [(problem.code.name, problem.place.line, problem.place.column) for problem in composed.problems]


def body(composed: Composed) -> list[Node]:
    """The nodes of the answer's sections, without what stands before the first of them."""
    nodes = [node for part in document(composed).parts for node in part.nodes]
    first = next(i for i, node in enumerate(nodes) if isinstance(node, Heading) and node.number)
    return nodes[first + 1 :]


def dump(document: Document) -> str:
    """The document as plain text: a line per paragraph, indented by depth, with the kind of each node."""
    lines = [f"{document.title} [{document.banner}]"]
    for part in document.parts:
        lines += ["=== fortroligt" if part.confidential else "=== offentligt"]
        lines += [line for node in part.nodes for line in _node(node)]
    lines += [f"fodnote {n.number}: {line(p.children)}" for n in document.footnotes for p in n.blocks]
    return "\n".join(lines) + "\n"


def line(inlines: tuple[Inline, ...]) -> str:
    """Inlines as text, with signs for what they are."""
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:  # noqa: PLR0911 - one case for each kind of inline
    match inline:
        case Text(text, name):
            return f"{text}‹{name}›" if name else text
        case Emphasis(children):
            return f"/{line(children)}/"
        case Strong(children):
            return f"*{line(children)}*"
        case Link(href, children):
            return f"{line(children)}→{href}"
        case CrossReference(anchor, text):
            return f"{text}→#{anchor}"
        case FootnoteMark(number):
            return f"^{number}"
        case LineBreak():
            return "⏎"


def _node(node: Node) -> Iterator[str]:  # noqa: C901 - one case for each kind of node
    match node:
        case Heading(level, number, text, anchor):
            yield f"{'#' * level} {number} {text} #{anchor}"
        case Paragraph(children):
            yield line(children)
        case Notice(blocks):
            yield from (f"! {line(block.children)}" for block in blocks)
        case BulletList(items):
            yield from _items(items, ["-"] * len(items))
        case NumberedList(items, start):
            yield from _items(items, [f"{start + index}." for index in range(len(items))])
        case Table():
            yield f"[tabel {node.number} {node.caption} #{node.anchor}]"
            yield from (_row(row) for row in (node.header, *node.rows))
            yield f"[{'sum ' if node.total else ''}{node.note}]"
        case Picture():
            yield f"[figur {node.number} {node.caption} #{node.anchor}: {node.alt}]"
        case Chart():
            yield f"[diagram {node.number} {node.caption} #{node.anchor}: {node.alt}]"
            yield from (f"{bar.label} = {bar.value} ‹{bar.figure}›" for bar in node.bars)
            yield f"[{node.note}]"
        case FactList(facts):
            yield from (f"{label}: {line(value)}" for label, value in facts)
        case PartsList(parts):
            yield from (f"> {part.text}→#{part.anchor}" for part in parts)


def _row(cells: tuple[Cell, ...]) -> str:
    return " | ".join(f"{'>' if cell.number else ''}{' / '.join(_cell(cell))}" for cell in cells)


def _cell(cell: Cell) -> Iterator[str]:
    for block in cell.blocks:
        match block:
            case Paragraph(children):
                yield line(children)
            case CellList(items, None):
                yield from (f"- {line(item.children)}" for item in items)
            case CellList(items, int(start)):
                yield from (f"{number}. {line(item.children)}" for number, item in enumerate(items, start))


def _items(items: tuple[tuple[Node, ...], ...], marks: list[str]) -> Iterator[str]:
    for mark, item in zip(marks, items, strict=True):
        lines = [text for node in item for text in _node(node)]
        yield f"{mark} {lines[0]}"
        yield from (f"  {text}" for text in lines[1:])


def exact(number: str) -> Exact:
    """One number."""
    return Exact(Decimal(number))
