"""The styles of the reference file.

Lengths are in twips (twentieths of a point) unless a name says otherwise; colours are RRGGBB.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from answerkit.render.frame import LANGUAGE, NAMESPACES
from answerkit.render.markup import NOTHING, Xml, element, fragment

NAVY, GREY, DARK_RED, LINK = "123B5D", "555555", "8B1A1A", "0B5394"
BLUE_TINT, RED_TINT, HAIRLINE, WHITE = "E8EEF5", "FBEAEA", "B8C4CE", "FFFFFF"

FONT = "Arial"
TEXT_WIDTH = 9072
LIST_STEP = 340
TABLE_BULLET_STEP = 227
TABLE_NUMBER_STEP = 312


class List(IntEnum):
    """The lists of the reference file, by ``w:numId``; 0 is none."""

    NONE = 0
    HEADINGS = 1
    BULLETS = 2
    NUMBERS = 3
    TABLE_BULLETS = 4
    TABLE_NUMBERS = 5


@dataclass(frozen=True, slots=True)
class Edge:
    """A border: its side, width in eighths of a point, distance from the text in points, and colour."""

    side: str
    width: int
    space: int
    color: str

    def xml(self) -> Xml:
        """The border as an element of ``w:pBdr``, ``w:tblBorders`` or ``w:tcBorders``."""
        attributes = {"w:sz": str(self.width), "w:space": str(self.space), "w:color": self.color}
        return element(f"w:{self.side}", {"w:val": "single"} | attributes)


def bar(color: str, tint: str) -> tuple[Edge, ...]:
    """A bar on the left; the other edges are tint, to keep the text off the end of the shading."""
    return (Edge("top", 4, 5, tint), Edge("left", 24, 8, color), Edge("bottom", 4, 5, tint))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph style; what is None or empty comes from the style it is based on."""

    name: str
    based_on: str = "Normal"
    following: str = ""
    ours: bool = False
    size_pt: float | None = None
    bold: bool = False
    italic: bool = False
    color: str = ""
    before: int | None = None
    after: int | None = None
    line: int | None = None
    left: int = 0
    hanging: int = 0
    right: int = 0
    to_the_right: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    numbered: tuple[List, int] | None = None
    close: bool = False
    edges: tuple[Edge, ...] = ()
    fill: str = ""
    tab: tuple[str, int] | None = None
    outline: int | None = None


def list_style(name: str, level: int, numbering: List) -> Paragraph:
    """A list's paragraph at a 0-based level; one without mark stands under the text of the others."""
    left = LIST_STEP * (level + 1)
    if numbering is List.NONE:
        return Paragraph(name, after=100, left=left)
    return Paragraph(name, after=100, left=left, hanging=LIST_STEP, numbered=(numbering, level))


def list_styles(name: str, numbering: List) -> tuple[Paragraph, ...]:
    """The three levels of a kind of list."""
    return tuple(list_style(f"{name} {n + 1}" if n else name, n, numbering) for n in range(3))


def table_list_style(name: str, step: int, numbering: List) -> Paragraph:
    """A paragraph of a list in a table's cell, where there is one level and little room: for 99 items."""
    return Paragraph(
        name, "Table Text", ours=True, left=step, hanging=step, numbered=(numbering, 0), close=True
    )


PARAGRAPHS = (
    Paragraph(
        "Title", following="Normal", size_pt=23, bold=True, color=NAVY, after=280, line=264, keep_next=True
    ),
    Paragraph(
        "heading 1",
        following="Normal",
        size_pt=15,
        bold=True,
        color=NAVY,
        before=440,
        after=120,
        keep_next=True,
        keep_lines=True,
        numbered=(List.HEADINGS, 0),
        outline=0,
    ),
    Paragraph(
        "heading 2",
        following="Normal",
        size_pt=12,
        bold=True,
        color=NAVY,
        before=320,
        after=80,
        keep_next=True,
        keep_lines=True,
        numbered=(List.HEADINGS, 1),
        outline=1,
    ),
    Paragraph(
        "heading 3",
        following="Normal",
        bold=True,
        before=240,
        after=60,
        keep_next=True,
        keep_lines=True,
        outline=2,
    ),
    Paragraph(
        "heading 4",
        following="Normal",
        bold=True,
        italic=True,
        before=200,
        after=60,
        keep_next=True,
        keep_lines=True,
        outline=3,
    ),
    Paragraph("Case Fact", ours=True, after=40, left=2268, hanging=2268, tab=("left", 2268)),
    Paragraph("toc 1", after=60),
    *list_styles("List Bullet", List.BULLETS),
    *list_styles("List Number", List.NUMBERS),
    *list_styles("List Continue", List.NONE),
    Paragraph("caption", size_pt=9, bold=True, color=GREY, before=120, after=100, keep_lines=True),
    Paragraph("Picture", following="caption", ours=True, before=160, after=60, line=240, keep_next=True),
    Paragraph(
        "Notice",
        ours=True,
        before=120,
        after=160,
        left=200,
        right=60,
        close=True,
        edges=bar(NAVY, BLUE_TINT),
        fill=BLUE_TINT,
    ),
    Paragraph("Confidential", ours=True, edges=(Edge("left", 24, 8, DARK_RED),)),
    Paragraph(
        "Confidential Notice",
        ours=True,
        keep_next=True,
        bold=True,
        color=DARK_RED,
        before=120,
        after=160,
        close=True,
        edges=bar(DARK_RED, RED_TINT),
        fill=RED_TINT,
    ),
    Paragraph("Table Text", ours=True, size_pt=9.5, after=60, line=264),
    Paragraph("Table Number", "Table Text", ours=True, to_the_right=True),
    table_list_style("Table List Bullet", TABLE_BULLET_STEP, List.TABLE_BULLETS),
    table_list_style("Table List Number", TABLE_NUMBER_STEP, List.TABLE_NUMBERS),
    Paragraph("Table Heading", "Table Text", ours=True, bold=True, color=WHITE, keep_next=True),
    Paragraph("Table Heading Number", "Table Heading", ours=True, to_the_right=True),
    Paragraph("Table Note", ours=True, size_pt=8.5, color=GREY, before=60, after=160, line=264),
    Paragraph("header", size_pt=8.5, color=GREY, after=120, line=264, tab=("right", TEXT_WIDTH)),
    Paragraph(
        "Header Banner",
        "header",
        ours=True,
        size_pt=10,
        bold=True,
        color=DARK_RED,
        before=60,
        after=220,
        left=120,
        right=120,
        edges=tuple(Edge(side, 8, 4, DARK_RED) for side in ("top", "left", "bottom", "right")),
        fill=RED_TINT,
    ),
    Paragraph("footer", size_pt=8.5, color=GREY, after=0, line=264, to_the_right=True),
    Paragraph("footnote text", size_pt=8.5, after=40, line=252),
)


def style_id(name: str) -> str:
    """The id of a style, as Word forms it: the words of its English name, capitalised and run together."""
    return "TOC1" if name == "toc 1" else "".join(word[0].upper() + word[1:] for word in name.split())


def value(name: str, setting: str) -> Xml:
    """An element that only has a ``w:val``."""
    return element(name, {"w:val": setting})


def flag(name: str, *, on: bool) -> Xml:
    """An element that is there or not."""
    return element(name) if on else NOTHING


def paragraph_style(style: Paragraph) -> Xml:
    """A paragraph style as ``w:style``.

    Source: ISO/IEC 29500-1, 17.7.4 (style): name, basedOn, next, uiPriority, qFormat, pPr, rPr in this order.
    """
    custom = {"w:customStyle": "1"} if style.ours else {}
    return element(
        "w:style",
        {"w:type": "paragraph"} | custom | {"w:styleId": style_id(style.name)},
        value("w:name", style.name),
        value("w:basedOn", style_id(style.based_on)),
        value("w:next", style_id(style.following)) if style.following else NOTHING,
        element("w:qFormat"),
        element("w:pPr", None, paragraph_properties(style)),
        element("w:rPr", None, run_properties(style)),
    )


def paragraph_properties(style: Paragraph) -> Xml:
    """What stands in a style's ``w:pPr``, in the schema's order."""
    return fragment(
        (
            flag("w:keepNext", on=style.keep_next),
            flag("w:keepLines", on=style.keep_lines),
            number_properties(style.numbered) if style.numbered else NOTHING,
            element("w:pBdr", None, *[edge.xml() for edge in style.edges]) if style.edges else NOTHING,
            shading(style.fill) if style.fill else NOTHING,
            element("w:tabs", None, tab(*style.tab)) if style.tab else NOTHING,
            spacing(style),
            indentation(style.left, style.hanging, style.right),
            flag("w:contextualSpacing", on=style.close),
            value("w:jc", "right") if style.to_the_right else NOTHING,
            NOTHING if style.outline is None else value("w:outlineLvl", str(style.outline)),
        )
    )


def number_properties(numbered: tuple[List, int]) -> Xml:
    """The list and its level that a style is linked to."""
    number, level = numbered
    return element("w:numPr", None, value("w:ilvl", str(level)), value("w:numId", str(number)))


def shading(fill: str) -> Xml:
    """A plain background."""
    return element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": fill})


def tab(kind: str, position: int) -> Xml:
    """A tab stop."""
    return element("w:tab", {"w:val": kind, "w:pos": str(position)})


def spacing(style: Paragraph) -> Xml:
    """Space above and below, and the height of a line in 240ths."""
    amounts = {"w:before": style.before, "w:after": style.after, "w:line": style.line}
    attributes = {name: str(amount) for name, amount in amounts.items() if amount is not None}
    rule = {"w:lineRule": "auto"} if style.line else {}
    return element("w:spacing", attributes | rule) if attributes else NOTHING


def indentation(left: int, hanging: int, right: int) -> Xml:
    """The distance from the margins; ``hanging`` is how far the first line sticks out."""
    amounts = {"w:left": left, "w:right": right, "w:hanging": hanging}
    attributes = {name: str(amount) for name, amount in amounts.items() if amount}
    return element("w:ind", attributes) if attributes else NOTHING


def run_properties(style: Paragraph) -> Xml:
    """What stands in a style's ``w:rPr``, in the schema's order."""
    return fragment(
        (
            flag("w:b", on=style.bold),
            flag("w:i", on=style.italic),
            value("w:color", style.color) if style.color else NOTHING,
            NOTHING if style.size_pt is None else size(style.size_pt),
        )
    )


def size(points: float) -> Xml:
    """The size of characters; the file counts half points."""
    return fragment(value(name, str(round(points * 2))) for name in ("w:sz", "w:szCs"))


def language(name: str) -> Xml:
    """The language of the text, in whatever script."""
    return element(name, {"w:val": LANGUAGE, "w:eastAsia": LANGUAGE, "w:bidi": LANGUAGE})


def defaults() -> Xml:
    """What holds where no style says otherwise."""
    fonts = element("w:rFonts", {f"w:{script}": FONT for script in ("ascii", "hAnsi", "eastAsia", "cs")})
    run = element("w:rPr", None, fonts, size(10.5), language("w:lang"))
    lines = element("w:spacing", {"w:after": "140", "w:line": "288", "w:lineRule": "auto"})
    paragraph = element("w:pPr", None, element("w:widowControl"), lines)
    return element(
        "w:docDefaults", None, element("w:rPrDefault", None, run), element("w:pPrDefault", None, paragraph)
    )


def base_styles() -> Iterable[Xml]:
    """The four styles that everything is based on, and the two for characters."""

    def style(kind: str, name: str, identifier: str, *content: Xml) -> Xml:
        attributes = {"w:type": kind, "w:default": "1", "w:styleId": identifier}
        return element("w:style", attributes, value("w:name", name), *content)

    def character(name: str, *look: Xml) -> Xml:
        attributes = {"w:type": "character", "w:styleId": style_id(name)}
        base = value("w:basedOn", "DefaultParagraphFont")
        return element("w:style", attributes, value("w:name", name), base, element("w:rPr", None, *look))

    hidden = (element("w:uiPriority", {"w:val": "99"}), element("w:semiHidden"))
    sides = {"top": "0", "left": "108", "bottom": "0", "right": "108"}
    margins = [element(f"w:{side}", {"w:w": width, "w:type": "dxa"}) for side, width in sides.items()]
    plain = element(
        "w:tblPr",
        None,
        element("w:tblInd", {"w:w": "0", "w:type": "dxa"}),
        element("w:tblCellMar", None, *margins),
    )
    yield style(
        "paragraph", "Normal", "Normal", element("w:qFormat"), element("w:rPr", None, language("w:lang"))
    )
    yield style("character", "Default Paragraph Font", "DefaultParagraphFont", *hidden)
    yield style("table", "Normal Table", "TableNormal", *hidden, plain)
    yield style("numbering", "No List", "NoList", *hidden)
    yield character("Hyperlink", value("w:color", LINK), value("w:u", "single"))
    yield character("footnote reference", value("w:vertAlign", "superscript"))


def table_style() -> Xml:
    """Hairlines between rows, a dark header row, and a bold total; room below is the paragraphs' own.

    Source: ISO/IEC 29500-1, 17.7.6 (tblStylePr): what applies to a row that ``w:tblLook`` picks out.
    """
    sides = {"top": "60", "left": "100", "bottom": "0", "right": "100"}
    margins = [element(f"w:{side}", {"w:w": width, "w:type": "dxa"}) for side, width in sides.items()]
    lines = [Edge(side, 4, 0, HAIRLINE).xml() for side in ("top", "bottom", "insideH")]
    table = element(
        "w:tblPr", None, element("w:tblBorders", None, *lines), element("w:tblCellMar", None, *margins)
    )
    heading = element("w:tcPr", None, shading(NAVY), value("w:vAlign", "bottom"))
    rule = element("w:tcBorders", None, Edge("top", 8, 0, NAVY).xml())
    bold = element("w:rPr", None, element("w:b"))
    return element(
        "w:style",
        {"w:type": "table", "w:customStyle": "1", "w:styleId": "AnswerTable"},
        value("w:name", "Answer Table"),
        value("w:basedOn", "TableNormal"),
        table,
        element("w:tblStylePr", {"w:type": "firstRow"}, bold, heading),
        element("w:tblStylePr", {"w:type": "lastRow"}, bold, element("w:tcPr", None, rule)),
    )


def styles() -> Xml:
    """The root of the styles part."""
    written = [paragraph_style(style) for style in PARAGRAPHS]
    return element("w:styles", NAMESPACES, defaults(), *base_styles(), *written, table_style())
