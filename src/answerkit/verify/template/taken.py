"""The parts that every edition takes from the reference file: nothing in them may tell anything.

This is asked at every build, so it reads each part once, tag by tag.

Source: ISO/IEC 29500-1, 17.3.2 (hidden text), 17.13.5 (revisions), 17.15.1 (settings), 17.14 (mail merge).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from answerkit.model.frozen import dataclass
from answerkit.verify.built.letterhead import Letterhead, find_letterhead
from answerkit.verify.built.png import png_rule
from answerkit.verify.built.svg import svg_rule
from answerkit.verify.extract.found import UnreadableError
from answerkit.verify.extract.markup import Element, parse
from answerkit.verify.template.codes import Rule

TAKEN = (
    "word/fontTable.xml",
    "word/numbering.xml",
    "word/settings.xml",
    "word/styles.xml",
    "word/theme/theme1.xml",
)
"""Names of the parts; those that Word itself gives them."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HIDING = ("vanish", "webHidden", "specVanish")
_CHANGES: Final = (
    "ins del moveFrom moveTo cellIns cellDel cellMerge rPrChange pPrChange sectPrChange tblPrChange"
    " tcPrChange trPrChange tblGridChange tblPrExChange numberingChange trackRevisions"
)
_STORED: Final = (
    "docVars docVar mailMerge documentProtection writeProtection attachedSchema saveThroughXslt schemaLibrary"
)
_NO_LETTERHEAD: Final = (
    "hyperlink fldSimple fldChar instrText object sdt AlternateContent txbxContent pict altChunk"
    " bookmarkStart customXml smartTag footnoteReference endnoteReference chart relIds oleObj ruby permStart"
)
_RULES = {
    **dict.fromkeys((f"{_W}{name}" for name in _HIDING), Rule.T101),
    **dict.fromkeys((f"{_W}{name}" for name in _CHANGES.split()), Rule.T103),
    **dict.fromkeys((f"{_W}{name}" for name in _STORED.split()), Rule.T108),
    f"{_W}attachedTemplate": Rule.T107,
}
_STYLES = "word/styles.xml"
_UNSEEN = "H103"
_OFF = ("0", "false", "off")
_VALUE = f"{_W}val"
_LEVEL = f"{_W}lvl"
_LONGEST_VALUE = 255


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that is broken in a part; ``place`` is the number of an element in it, or empty."""

    rule: Rule
    part: str = ""
    place: str = ""


def taken_faults(parts: Mapping[str, bytes]) -> Iterator[Fault]:
    """What may not be in the parts that every edition takes over."""
    for name in TAKEN:
        if name in parts:
            yield from part_faults(name, parts[name])
    try:
        letterhead = find_letterhead(parts)
    except (UnreadableError, KeyError):
        yield Fault(Rule.T100)
        return
    if letterhead is not None:
        yield from _letterhead_faults(letterhead)
        yield from _unseen_faults(letterhead, parts.get(_STYLES, b""))


def _letterhead_faults(letterhead: Letterhead) -> Iterator[Fault]:
    """What may not be in the header of the first page, which shows text and pictures."""
    try:
        root = parse(letterhead.data)
    except UnreadableError:
        yield Fault(Rule.T100, letterhead.name)
        return
    for number, element in enumerate(root.iter(), 1):
        rule = _letterhead_rule(element)
        if rule is not None:
            yield Fault(rule, letterhead.name, f"element[{number}]")
    for name, data in letterhead.pictures.values():
        if _picture_rule(name, data) is not None:
            yield Fault(Rule.T111, name)


def _unseen_faults(letterhead: Letterhead, styles: bytes) -> Iterator[Fault]:
    """Letters that are white on white or too small to be read, by themselves or by their style."""
    from answerkit.verify.hygiene.unseen import UnseenStyles  # noqa: PLC0415 - few files have a letterhead
    from answerkit.verify.hygiene.word import word_traces  # noqa: PLC0415

    name, worn = letterhead.name, UnseenStyles()
    try:
        root = parse(letterhead.data)
        worn.look(_STYLES, parse(styles))
    except UnreadableError:
        return  # told already
    worn.look(name, root)
    places = [trace.place for trace in word_traces(root) if trace.rule.name == _UNSEEN]
    yield from (Fault(Rule.T101, name, place) for place in (*places, *(place for _, place in worn.found())))


def _letterhead_rule(element: Element) -> Rule | None:
    if callable(element.tag):
        return Rule.T109
    local = str(element.tag).rpartition("}")[2]
    if local in _NO_LETTERHEAD.split():
        return Rule.T110
    if local != "t" and (element.text or "").strip():
        return Rule.T109
    return element_rule(element)


def _picture_rule(name: str, data: bytes) -> object:
    """What is wrong with a picture, as the structure gate sees it; None for nothing."""
    if name.lower().endswith(".png"):
        return png_rule(data)
    return svg_rule(data) if name.lower().endswith(".svg") else Rule.T111


def part_faults(name: str, data: bytes) -> Iterator[Fault]:
    """What may not be in a part that shows no text."""
    try:
        root = parse(data)
    except UnreadableError:
        yield Fault(Rule.T109, name)
        return
    if root.getprevious() is not None or root.getnext() is not None:
        yield Fault(Rule.T109, name)
    for number, element in enumerate(root.iter(), 1):
        rule = element_rule(element) or _telling_rule(element)
        if rule is not None:
            yield Fault(rule, name, f"element[{number}]")


def element_rule(element: Element) -> Rule | None:
    """The rule that an element breaks by being there; one that is switched off breaks none."""
    rule = _RULES.get(str(element.tag))
    return None if rule in (Rule.T101, Rule.T103) and element.get(_VALUE) in _OFF else rule


def _telling_rule(element: Element) -> Rule | None:
    if _tells(element):
        return Rule.T109
    return Rule.T101 if element.tag == _LEVEL and _has_unseen_mark(element) else None


def _has_unseen_mark(level: Element) -> bool:
    """Whether the marks of a list's level are white or too small to be read.

    Source: ISO/IEC 29500-1, 17.9.24 (rPr): a level's own look is that of its marks.
    """
    colour, size = (level.find(f"{_W}rPr/{_W}{name}") for name in ("color", "sz"))
    if colour is None and size is None:
        return False
    from answerkit.verify.hygiene.word import SMALLEST, is_white  # noqa: PLC0415 - few levels have a look

    points = "" if size is None else size.get(_VALUE, "")
    tiny = points.isdecimal() and int(points) < SMALLEST
    return tiny or (colour is not None and is_white(colour))


def _tells(element: Element) -> bool:
    """Whether it is a comment or an instruction, holds text, or has a value that is long enough to tell."""
    texts = (element.text, element.tail)
    if callable(element.tag) or any(text and not text.isspace() for text in texts):
        return True
    return any(len(value) > _LONGEST_VALUE for value in element.attrib.values())
