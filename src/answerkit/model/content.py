"""What a project's content says, as read from YAML; every record knows where each of its values stands.

Prose is kept as written: nothing here is rendered, dated or numbered yet. Ids are paths: that of
``content/public/blocks/measure/tus.yaml`` is ``measure/tus``. All lists keep the order of the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from answerkit.model.frozen import dataclass
from answerkit.model.problem import Place, Where


@dataclass(frozen=True, slots=True)
class Prose:
    r"""Markdown with expressions, as it stands in a file.

    Attributes:
        text: lines separated by ``\n``.
        start: place of the first character.
        indent: columns that the file puts before each further line (0 for a plain or quoted scalar).
        exact: whether the lines stand in the file as they are; not so when it folds or escapes them.
    """

    text: str
    start: Place
    indent: int = 0
    exact: bool = True

    def place(self, line: int, column: int = 1) -> Place:
        """Where in the file the 1-based line and column of ``text`` stand; its start when not exact."""
        if not self.exact:
            return self.start
        offset = self.start.column - 1 if line == 1 else self.indent
        return Place(self.start.file, self.start.line + line - 1, column + offset, self.start.confidential)


class BlockKind(Enum):
    """What a block is for; also the name of its folder and of its template."""

    FRAMEWORK = "framework"
    COLLABORATION = "collaboration"
    MEASURE = "measure"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Block:
    """A reusable piece of prose."""

    id: str
    kind: BlockKind
    title: str
    text: Prose
    where: Where
    laws: tuple[str, ...] = ()
    owner: str = ""
    reviewed: date | None = None
    review_by: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Exact:
    """One number, with the decimals that are to be printed."""

    number: Decimal


@dataclass(frozen=True, slots=True)
class Range:
    """A span of numbers, both ends included."""

    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Below:
    """A suppressed small count: all that may be said is that it is under ``limit``."""

    limit: int


Value: TypeAlias = Exact | Range | Below


@dataclass(frozen=True, slots=True)
class Measurement:
    """A figure's value from one date until a later measurement; ``as_of`` is the last day it describes."""

    value: Value
    circa: bool
    as_of: date
    source: str
    where: Where
    period_from: date | None = None
    review_after: date | None = None
    note: str = ""


class Counted(Enum):
    """What a figure counts; rules for small counts depend on it."""

    PERSONS = "persons"
    CASES = "cases"
    STAFF = "staff"
    MONEY = "money"
    SHARE = "share"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Figure:
    """A volume that prose, tables and charts take by id. ``series`` is newest first and never empty."""

    id: str
    title: str
    unit: str
    unit_one: str
    group: str
    counts: Counted
    owner: str
    series: tuple[Measurement, ...]
    where: Where
    note: str = ""

    def at(self, day: date) -> Measurement | None:
        """The newest measurement not after ``day``, or None when all are later."""
        return next((m for m in self.series if m.as_of <= day), None)


@dataclass(frozen=True, slots=True)
class Law:
    """A set of provisions that came into force, and perhaps out of it, as one.

    Attributes:
        short: how prose names it, e.g. ``serviceloven``.
        title: the act's full name.
        provisions: which of the act's provisions are meant; empty for all.
        number: the official number, e.g. ``lov nr. 1705 af 27. december 2018``.
        valid_until: last day in force, or None while no end is known.
        verified_on: when a jurist last confirmed the facts, or None when none has.
        url: the act's permanent address.
    """

    id: str
    short: str
    title: str
    provisions: str
    number: str
    valid_from: date
    url: str
    source: str
    where: Where
    valid_until: date | None = None
    superseded_by: tuple[str, ...] = ()
    verified_on: date | None = None
    note: str = ""

    def in_force(self, day: date) -> bool:
        """Whether the provisions apply on ``day``, both ends included."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True, slots=True)
class Ground:
    """A legal ground for withholding. ``public`` says whether a public text may name it."""

    id: str
    citation: str
    title: str
    public: bool
    source: str
    url: str
    where: Where
    verified_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """An abbreviation. An empty expansion says that it is printed as it is."""

    id: str
    expansion: str
    where: Where
    note: str = ""


@dataclass(frozen=True, slots=True)
class Asset:
    """A picture: PNG bytes, sharper SVG bytes where there are any, and what it shows in words."""

    id: str
    caption: str
    alt: str
    png: bytes
    svg: bytes | None
    width_mm: Decimal
    where: Where
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class BlockItem:
    """A block's place in a section."""

    block: str
    where: Where


@dataclass(frozen=True, slots=True)
class TableItem:
    """A table made of figures, a row each; ``total`` is a figure too and stands last."""

    id: str
    caption: str
    figures: tuple[str, ...]
    where: Where
    total: str = ""


@dataclass(frozen=True, slots=True)
class PictureItem:
    """An asset's place in a section; cross references name it by the asset's id."""

    asset: str
    where: Where


@dataclass(frozen=True, slots=True)
class ChartItem:
    """A bar chart made of figures, a bar each."""

    id: str
    caption: str
    figures: tuple[str, ...]
    where: Where


Item: TypeAlias = BlockItem | TableItem | PictureItem | ChartItem


@dataclass(frozen=True, slots=True)
class Withheld:
    """Says of a section that its content is confidential, and by which grounds that may be named."""

    grounds: tuple[str, ...]
    where: Where


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of an answer. ``withheld`` is None for one whose content is public."""

    id: str
    heading: str
    where: Where
    content: tuple[Item, ...] = ()
    sections: tuple[Section, ...] = ()
    withheld: Withheld | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """Where a question is answered: section ids."""

    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deferred:
    """The question is answered later."""

    reason: str


@dataclass(frozen=True, slots=True)
class Declined:
    """The question is not answered."""

    reason: str


Outcome: TypeAlias = Answered | Deferred | Declined


@dataclass(frozen=True, slots=True)
class Question:
    """One of the enquiry's sub-questions."""

    id: str
    text: str
    outcome: Outcome
    where: Where


@dataclass(frozen=True, slots=True)
class Enquiry:
    """What was asked, by whom.

    Attributes:
        received: None where the enquiry's date is not known.
        holding_reply: when the asker was told that the answer would be late, or None.
    """

    asker: str
    background: Prose
    questions: tuple[Question, ...]
    where: Where
    received: date | None = None
    holding_reply: date | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as published; a confidential overlay may name it, but it never names an overlay.

    Attributes:
        dated: the date of the answer; law and figures are judged by it, never by today.
        date_note: printed in brackets behind the date, e.g. ``antaget``.
        coverage: the public edition, too, shows a table of where each question is answered.
        pins: figure id → the ``as_of`` that this answer states, where it is not the newest at its date.
    """

    id: str
    title: str
    department: str
    dated: date
    enquiry: Enquiry
    sections: tuple[Section, ...]
    where: Where
    date_note: str = ""
    pins: Mapping[str, date] = field(default_factory=dict)
    note: str = ""
    coverage: bool = False


@dataclass(frozen=True, slots=True)
class Library:
    """A content root, read and checked: each mapping goes from id to record, in order of the ids.

    Attributes:
        broken: ``(collection, id)`` of the files that exist but could not be read.
        digests: project-relative path → sha256 (hex) of each file that was read.
    """

    blocks: Mapping[str, Block] = field(default_factory=dict)
    figures: Mapping[str, Figure] = field(default_factory=dict)
    laws: Mapping[str, Law] = field(default_factory=dict)
    grounds: Mapping[str, Ground] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    assets: Mapping[str, Asset] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    broken: frozenset[tuple[str, str]] = frozenset()
    digests: Mapping[str, str] = field(default_factory=dict)
