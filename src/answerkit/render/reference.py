"""The reference file: what all documents have in common, read once.

Colours, fonts, sizes, numbering and margins stand there and nowhere else, so the look can be changed without
touching the program.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping

import docx
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.styles.style import BaseStyle
from lxml.etree import XMLSyntaxError

from answerkit.errors import AnswerkitError
from answerkit.model.frozen import dataclass
from answerkit.render.letterhead import Letterhead, read_letterhead
from answerkit.render.styles import BULLETS, LISTS, NUMBERS, Style

_NEEDED = (RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.SETTINGS, RELATIONSHIP_TYPE.NUMBERING)
_LEVELS = dict.fromkeys(LISTS, "0") | {
    style: str(level) for family in (BULLETS, NUMBERS) for level, style in enumerate(family)
}
_FIXED = (
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.THEME,
)
_MEASURES = (
    "page_width",
    "page_height",
    "top_margin",
    "right_margin",
    "bottom_margin",
    "left_margin",
    "header_distance",
    "footer_distance",
)
_UNREADABLE = (zipfile.BadZipFile, XMLSyntaxError, KeyError, ValueError)
_LAST_LIST = b"</w:num>"

# LibreOffice 25.2 writes a level's style before its format.
# Source: ISO/IEC 29500-1, 17.9.6 (lvl): start, numFmt, lvlRestart, pStyle.
_TURNED = re.compile(rb"(<w:pStyle [^<>]*/>)(<w:numFmt [^<>]*/>)")
_EMU_PER_TWIP = 635


class UnfitReferenceError(AnswerkitError):
    """The reference file cannot carry a document.

    Attributes:
        defects: everything that is wrong with it, in Danish.
    """

    def __init__(self, defects: tuple[str, ...]) -> None:
        message = f"referencefilen kan ikke bruges: {'; '.join(defects)}"
        super().__init__(message, "kør »answerkit template check«, og ret det, den viser")
        self.defects = defects


@dataclass(frozen=True, slots=True)
class Page:
    """The paper and its margins, in twips (twentieths of a point)."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: int
    footer: int

    @property
    def text_width(self) -> int:
        """From margin to margin, in twips."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        """From margin to margin, in twips."""
        return self.height - self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Numbering:
    """The reference file's numbering part, cut where the lists of a document belong.

    Attributes:
        head: bytes up to and including the last ``w:num``, each level's children in the standard's order.
        tail: the bytes behind.
        definitions: style of a list's items → ``w:abstractNumId`` of such lists.
        free: the first ``w:numId`` that the file does not use.
    """

    head: bytes
    tail: bytes
    definitions: Mapping[Style, str]
    free: int


@dataclass(frozen=True, slots=True)
class Indent:
    """How far a style's text stands from the margin, and the start of its first line, in twips."""

    text: int
    first: int


@dataclass(frozen=True, slots=True)
class Reference:
    """What a document takes over from the reference file.

    Attributes:
        ids: style → its ``w:styleId``.
        numbered: styles that are linked to a list.
        indents: paragraph style → how far it is indented by itself.
        bar: attributes of the left border that marks what is confidential (``w:val``, ``w:sz``, …).
        letterhead: the header of the first page; None for a first page like all others.
        fixed: relationship type and part, for parts that every document gets with the same bytes.
    """

    ids: Mapping[Style, str]
    numbered: frozenset[Style]
    indents: Mapping[Style, Indent]
    bar: Mapping[str, str]
    page: Page
    numbering: Numbering
    letterhead: Letterhead | None
    fixed: tuple[tuple[str, Part], ...]


def read_reference(data: bytes) -> Reference:
    """What documents take over from a reference file's bytes.

    Raises:
        UnfitReferenceError: when it is no Word file, or lacks anything; names all that it lacks.
    """
    try:
        word = docx.Document(io.BytesIO(data))
        blobs = _blobs(data)
        parts = _parts(word)
        styles = {str(style.name).casefold(): style for style in word.styles}
    except _UNREADABLE:
        raise UnfitReferenceError(("den er ikke en Word-fil",)) from None
    letterhead, strange = _letterhead(word, blobs)
    lists = _lists(word) if RELATIONSHIP_TYPE.NUMBERING in parts else {}
    defects = (*strange, *_part_defects(parts), *_style_defects(styles, lists), *_page_defects(word))
    if defects:
        raise UnfitReferenceError(defects)
    found = {style: styles[style.value] for style in Style}
    return Reference(
        ids={style: word_style.style_id for style, word_style in found.items()},
        numbered=frozenset(style for style, word_style in found.items() if _number_id(word_style)),
        indents={style: _indent(word_style) for style, word_style in found.items()},
        bar=_bar(found[Style.CONFIDENTIAL]),
        page=_page(word),
        numbering=_numbering(word, lists, found, blobs),
        letterhead=letterhead,
        fixed=tuple(
            (kind, Part(part.partname, part.content_type, blobs[part.partname.membername]))
            for kind, part in sorted(parts.items())
            if kind in _FIXED
        ),
    )


def _letterhead(word: WordFile, blobs: Mapping[str, bytes]) -> tuple[Letterhead | None, tuple[str, ...]]:
    try:
        return read_letterhead(word, blobs), ()
    except ValueError:
        return None, ("brevhovedet rummer andet end tekst og billeder i PNG eller SVG",)


def _blobs(data: bytes) -> dict[str, bytes]:
    """Entry name → bytes as they stand in the file: python-docx would write its XML parts anew."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _parts(word: WordFile) -> dict[str, Part]:
    """Relationship type → part, for those types that a document can take over."""
    relations = [relation for relation in word.part.rels.values() if not relation.is_external]
    kinds = {*_NEEDED, *_FIXED}
    return {relation.reltype: relation.target_part for relation in relations if relation.reltype in kinds}


def _part_defects(parts: Mapping[str, Part]) -> Iterator[str]:
    missing = [kind.rpartition("/")[2] for kind in _NEEDED if kind not in parts]
    if missing:
        yield f"den mangler {', '.join(missing)}"
    linking = sorted(part.partname for part in parts.values() if part.rels)
    if linking:
        yield f"en del henviser til andre filer: {', '.join(linking)}"


def _style_defects(styles: Mapping[str, BaseStyle], lists: Mapping[str, str]) -> Iterator[str]:
    missing = [style.value for style in Style if style.value not in styles]
    if missing:
        yield f"den mangler typografierne {', '.join(missing)}"
    present = [style for style in LISTS if style.value in styles]
    unnumbered = [style.value for style in present if _number_id(styles[style.value]) not in lists]
    if unnumbered:
        yield f"typografierne har ingen nummerering: {', '.join(unnumbered)}"
    misplaced = [style.value for style in present if _level(styles[style.value]) != _LEVELS[style]]
    if misplaced and not unnumbered:
        yield f"typografierne står ikke på niveauet, som deres navn siger, i en liste: {', '.join(misplaced)}"
    marked = styles.get(Style.CONFIDENTIAL.value)
    if marked is not None and not _bar(marked):
        yield f"typografien {Style.CONFIDENTIAL.value} har ingen venstre kant"


def _page_defects(word: WordFile) -> Iterator[str]:
    section = word.sections[0] if len(word.sections) else None
    if any(getattr(section, measure, None) is None for measure in _MEASURES):
        yield "den mangler sidens mål eller margener"


def _page(word: WordFile) -> Page:
    return Page(*[getattr(word.sections[0], measure) // _EMU_PER_TWIP for measure in _MEASURES])


def _first(style: BaseStyle, path: str) -> BaseOxmlElement | None:
    element: BaseOxmlElement = style.element
    found: list[BaseOxmlElement] = element.xpath(path)
    return found[0] if found else None


def _number_id(style: BaseStyle) -> str:
    found = _first(style, "w:pPr/w:numPr/w:numId")
    return "" if found is None else str(found.get(qn("w:val"), ""))


def _level(style: BaseStyle) -> str:
    """The 0-based level of its list that a style stands at."""
    found = _first(style, "w:pPr/w:numPr/w:ilvl")
    return "0" if found is None else str(found.get(qn("w:val"), "0"))


def _lists(word: WordFile) -> dict[str, str]:
    """``w:numId`` → ``w:abstractNumId``."""
    return {str(num.numId): str(num.abstractNumId.val) for num in word.part.numbering_part.element.num_lst}


def _bar(style: BaseStyle) -> dict[str, str]:
    found = _first(style, "w:pPr/w:pBdr/w:left")
    keys = ("w:val", "w:sz", "w:space", "w:color")
    return {} if found is None else {key: str(found.get(qn(key), "0")) for key in keys}


def _indent(style: BaseStyle) -> Indent:
    found = _first(style, "w:pPr/w:ind")
    if found is None:
        return Indent(0, 0)
    left = int(found.get(qn("w:left"), "0"))
    return Indent(left, left + int(found.get(qn("w:firstLine"), "0")) - int(found.get(qn("w:hanging"), "0")))


def _numbering(
    word: WordFile,
    lists: Mapping[str, str],
    styles: Mapping[Style, BaseStyle],
    blobs: Mapping[str, bytes],
) -> Numbering:
    part = word.part.numbering_part
    data = _TURNED.sub(rb"\2\1", blobs[part.partname.membername])
    head, cut, tail = data.rpartition(_LAST_LIST)
    return Numbering(
        head=head + cut,
        tail=tail,
        definitions={style: lists[_number_id(styles[style])] for style in LISTS},
        free=max(map(int, lists)) + 1,
    )
