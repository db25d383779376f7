"""A composed edition: what stands on the page, in order, with nothing left to look up.

No OOXML and no Markdown: text is text. Every block-level node knows the content it came from (``origin``).
Anchors are unique in a document and match ``[a-z0-9-]+``.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from answerkit.model.frozen import dataclass
from answerkit.model.problem import Place
from answerkit.model.theme import ChartColors


class Edition(Enum):
    """The two editions of an answer."""

    PUBLIC = "public"
    CONFIDENTIAL = "confidential"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a node came from: the id of its block, answer or overlay, and the place of its first line."""

    id: str
    place: Place


LANGUAGES = {
    "de": "de-DE",
    "en": "en-GB",
    "es": "es-ES",
    "fi": "fi-FI",
    "fo": "fo-FO",
    "fr": "fr-FR",
    "is": "is-IS",
    "it": "it-IT",
    "kl": "kl-GL",
    "nl": "nl-NL",
    "no": "nb-NO",
    "pl": "pl-PL",
    "sv": "sv-SE",
    "tr": "tr-TR",
}
"""Languages that words in prose may have: as people write them → as a file names them, for screen readers."""


# --- inside a line


@dataclass(frozen=True, slots=True)
class Text:
    """Characters.

    Attributes:
        figure: the id of the figure that they state, or empty.
        language: of words that are not Danish, one of ``LANGUAGES``' values; empty for Danish.
    """

    text: str
    figure: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Italics."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Bold."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link out of the document; ``href`` is an absolute https or mailto address."""

    href: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A link to an anchor of this document, e.g. ``afsnit 1.2``."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    """The raised number of ``Document.footnotes[number - 1]``; each footnote has one mark."""

    number: int


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line in the same paragraph."""


Inline: TypeAlias = Text | Emphasis | Strong | Link | CrossReference | FootnoteMark | LineBreak


# --- blocks


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. ``number`` is as printed, e.g. ``Ad 1)`` or ``1.1``; empty for an unnumbered one.

    Attributes:
        level: 1 to 4, without gaps; numbered headings are numbered by the document, level by level.
        anchor: where links land; empty for a heading that nothing can name.
    """

    level: int
    number: str
    text: str
    anchor: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    children: tuple[Inline, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Notice:
    """Paragraphs set off from the text: that a section is withheld, or confidential."""

    blocks: tuple[Paragraph, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class BulletList:
    """Items of one or more blocks; lists may nest."""

    items: tuple[tuple[Node, ...], ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list that counts from ``start``."""

    items: tuple[tuple[Node, ...], ...]
    start: int
    origin: Origin


@dataclass(frozen=True, slots=True)
class CellList:
    """A list in a cell; an item is one paragraph, for there is no room for more beside other columns.

    Attributes:
        start: what the first item counts as; None where bullets stand before the items.
    """

    items: tuple[Paragraph, ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: paragraphs and lists in reading order; none in an empty cell.

    Attributes:
        number: its one paragraph stands to the right.
    """

    blocks: tuple[Paragraph | CellList, ...]
    number: bool = False

    @property
    def lines(self) -> tuple[Paragraph, ...]:
        """All its paragraphs, those of its lists included."""
        return tuple(
            line
            for block in self.blocks
            for line in (block.items if isinstance(block, CellList) else (block,))
        )


@dataclass(frozen=True, slots=True)
class Table:
    """A header row and further rows, all of the same length.

    Attributes:
        header: cells of one paragraph at most.
        number: ``Tabel n``'s n, 1-based in the document; 0 for a table without caption.
        caption: without its number; empty for a table in prose.
        total: the last row is a total.
        note: printed beneath: date and source.
    """

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    origin: Origin
    anchor: str = ""
    number: int = 0
    caption: str = ""
    total: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its caption beneath; ``number`` is ``Figur n``'s n, 1-based in the document."""

    anchor: str
    number: int
    caption: str
    alt: str
    png: bytes
    svg: bytes | None
    width_mm: Decimal
    origin: Origin


RASTERISER = "resvg-py"
"""Stands among the sources of a document with a chart: the release of what draws it is an input, too."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart: from nought to ``low`` for certain, and from there to ``high`` perhaps.

    Attributes:
        value: the figure's number as printed, without its unit.
        circa: the number is not exact.
        figure: the id of the figure that is shown.
    """

    label: str
    value: str
    low: Decimal
    high: Decimal
    circa: bool
    figure: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart with its caption beneath; ``number`` is ``Figur n``'s n, 1-based in the document.

    Attributes:
        alt: what it shows, in words.
        unit: of all bars, as it stands above them.
        note: printed beneath: date and source, and what the looks of the bars mean.
    """

    anchor: str
    number: int
    caption: str
    alt: str
    unit: str
    bars: tuple[Bar, ...]
    note: str
    origin: Origin
    colors: ChartColors = ChartColors()


@dataclass(frozen=True, slots=True)
class FactList:
    """The case facts: label and value, a line each."""

    facts: tuple[tuple[str, tuple[Inline, ...]], ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class PartsList:
    """The list of the answer's parts, each a link."""

    parts: tuple[CrossReference, ...]
    origin: Origin


Node: TypeAlias = (
    Heading | Paragraph | Notice | BulletList | NumberedList | Table | Picture | Chart | FactList | PartsList
)


@dataclass(frozen=True, slots=True)
class Part:
    """A run of nodes of the same classification, in reading order."""

    nodes: tuple[Node, ...]
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class Footnote:
    """What stands at the foot of the page."""

    number: int
    blocks: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One edition of an answer.

    Attributes:
        authority: who publishes; stands in the header.
        banner: the edition's name and, in the confidential one, the grounds; stands in the header.
        watermark: the word across each page; empty for none.


        sources: project-relative paths of the content it was made of, and perhaps ``RASTERISER``, sorted.
        blocks: ids of the blocks used, sorted; figures: likewise.
    """

    id: str
    edition: Edition
    title: str
    authority: str
    banner: str
    parts: tuple[Part, ...]
    footnotes: tuple[Footnote, ...]
    sources: tuple[str, ...]
    blocks: tuple[str, ...]
    figures: tuple[str, ...]
    watermark: str = ""
