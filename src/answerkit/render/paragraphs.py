"""Paragraphs, runs, and what stands inside a line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache
from hashlib import sha256
from typing import assert_never

from docx.opc.constants import RELATIONSHIP_TYPE

from answerkit.model.document import (
    CrossReference,
    Emphasis,
    FootnoteMark,
    Inline,
    LineBreak,
    Link,
    Strong,
    Text,
)
from answerkit.model.frozen import dataclass
from answerkit.render.draft import Draft, Story
from answerkit.render.markup import NOTHING, Xml, element, fragment, text
from answerkit.render.reference import Reference
from answerkit.render.styles import BULLETS, CONTINUATIONS, NUMBERS, Style

LINE_BREAK = element("w:r", None, element("w:br"))
TAB = element("w:r", None, element("w:tab"))

_KEEP_NEXT = element("w:keepNext")
_BOLD = element("w:b")
_ITALIC = element("w:i")
_SPACE_KEPT = {"xml:space": "preserve"}
_STAND_OFF = element("w:spacing", {"w:before": "160"})
_RUNNING = (Style.NORMAL, Style.CONFIDENTIAL, *BULLETS, *NUMBERS, *CONTINUATIONS)
_OWN_BAR = (Style.CONFIDENTIAL, Style.CONFIDENTIAL_NOTICE)
_TWIPS_PER_POINT = 20
_MOST_REMEMBERED = 1 << 14

# Source: Word's own limit for the space between border and text, in points.
_WIDEST_SPACE = 31

# Source: Word's own limit; it drops longer names, and links to them lead nowhere.
_LONGEST_BOOKMARK = 40
_DIGEST = 8

# Source: the limit that the Open XML SDK's validator sets on w:tooltip.
_LONGEST_TOOLTIP = 260


@dataclass(frozen=True, slots=True)
class Look:
    """How the characters of a run look, beside their paragraph's style."""

    style: Style | None = None
    bold: bool = False
    italic: bool = False
    language: str = ""


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Setting:
    """Where something is being written.

    Attributes:
        confidential: whether the page must show that it is.
        depth: how many lists stand around it.
    """

    draft: Draft
    story: Story
    confidential: bool = False
    depth: int = 0

    @property
    def reference(self) -> Reference:
        """What the document takes over from the reference file."""
        return self.draft.reference


def paragraph(
    setting: Setting, style: Style, *content: Xml, keep_next: bool = False, numbering: Xml = NOTHING
) -> Xml:
    """A ``w:p`` of a style; in a confidential part with the bar at the margin.

    Running text straight below a table stands off from it; other styles do so by themselves.

    Source: ISO/IEC 29500-1, 17.3.1 (pPr): the order of the properties is fixed.
    """
    below_table, setting.draft.below_table = setting.draft.below_table, False
    properties = element(
        "w:pPr",
        None,
        _style(setting.reference.ids[style]),
        _KEEP_NEXT if keep_next else NOTHING,
        numbering,
        _bar(setting.reference, style) if setting.confidential and style not in _OWN_BAR else NOTHING,
        _STAND_OFF if below_table and style in _RUNNING else NOTHING,
    )
    return element("w:p", None, properties, *content)


def list_of_items(setting: Setting, style: Style, level: int, start: int) -> Xml:
    """The ``w:numPr`` of the items of a new list, which counts from ``start`` whatever stood before it."""
    number = setting.draft.lists.add(style, level, start)
    return element(
        "w:numPr", None, element("w:ilvl", {"w:val": str(level)}), element("w:numId", {"w:val": number})
    )


@cache
def _style(identifier: str) -> Xml:
    return element("w:pStyle", {"w:val": identifier})


def _bar(reference: Reference, style: Style) -> Xml:
    """The bar, as far out of an indented paragraph as the margin is."""
    outwards = max(0, reference.indents[style].first) // _TWIPS_PER_POINT
    space = min(_WIDEST_SPACE, int(reference.bar["w:space"]) + outwards)
    return element("w:pBdr", None, element("w:left", {**reference.bar, "w:space": str(space)}))


def run(reference: Reference, look: Look, content: Xml) -> Xml:
    """A ``w:r`` around what it shows."""
    style = reference.ids[look.style] if look.style else ""
    properties = _run_properties(style, look.language, bold=look.bold, italic=look.italic)
    return element("w:r", None, properties, content)


@cache
def _run_properties(style: str, language: str, *, bold: bool, italic: bool) -> Xml:
    if not (style or language or bold or italic):
        return NOTHING
    return element(
        "w:rPr",
        None,
        element("w:rStyle", {"w:val": style}) if style else NOTHING,
        _BOLD if bold else NOTHING,
        _ITALIC if italic else NOTHING,
        element("w:lang", {"w:val": language}) if language else NOTHING,
    )


def characters(reference: Reference, shown: str, look: Look = PLAIN) -> Xml:
    """A run of text, its spaces kept; nothing for no text."""
    return run(reference, look, _characters(shown)) if shown else NOTHING


@lru_cache(maxsize=_MOST_REMEMBERED)
def _characters(shown: str) -> Xml:
    """A ``w:t``; it recurs with its block in other documents."""
    return element("w:t", _SPACE_KEPT, text(shown))


def line(setting: Setting, children: Iterable[Inline], look: Look = PLAIN) -> Xml:
    """The runs and links of a line of text, in order."""
    return fragment([_inline(setting, child, look) for child in children])


def _inline(setting: Setting, child: Inline, look: Look) -> Xml:  # noqa: PLR0911 - one case per kind
    match child:
        case Text(shown, language=language):
            spoken = replace(look, language=language) if language else look
            return characters(setting.reference, shown, spoken)
        case Emphasis(children):
            return line(setting, children, replace(look, italic=True))
        case Strong(children):
            return line(setting, children, replace(look, bold=True))
        case Link():
            return _link(setting, child, look)
        case CrossReference(anchor, shown):
            return internal_link(setting, anchor, shown, look)
        case FootnoteMark(number):
            mark = element("w:footnoteReference", {"w:id": str(number)})
            return run(setting.reference, Look(Style.FOOTNOTE_REFERENCE), mark)
        case LineBreak():
            return LINE_BREAK
        case _:
            assert_never(child)


def _link(setting: Setting, link: Link, look: Look) -> Xml:
    """A link out of the document; the tooltip says no more than the text, so nothing can hide there."""
    identifier = setting.story.relate(RELATIONSHIP_TYPE.HYPERLINK, link.href)
    shown = line(setting, link.children, replace(look, style=Style.HYPERLINK))
    tooltip = plain_text(link.children)[:_LONGEST_TOOLTIP]
    return element("w:hyperlink", {"r:id": identifier, "w:tooltip": tooltip}, shown)


def internal_link(setting: Setting, anchor: str, shown: str, look: Look = PLAIN) -> Xml:
    """A link to a bookmark of this document."""
    attributes = {"w:anchor": bookmark_name(anchor), "w:tooltip": shown[:_LONGEST_TOOLTIP]}
    content = characters(setting.reference, shown, replace(look, style=Style.HYPERLINK))
    return element("w:hyperlink", attributes, content)


def bookmarked(setting: Setting, anchor: str, content: Xml) -> Xml:
    """The content between the ends of its bookmark; as it is when nothing can name it."""
    if not anchor:
        return content
    identifier = setting.draft.bookmark()
    start = element("w:bookmarkStart", {"w:id": identifier, "w:name": bookmark_name(anchor)})
    return fragment((start, content, element("w:bookmarkEnd", {"w:id": identifier})))


def bookmark_name(anchor: str) -> str:
    """The bookmark of an anchor: ``a_`` and its words; a long one is cut and told apart by a digest.

    Source: Word's bookmarks are letters, digits and underscores, and start with a letter.
    """
    name = f"a_{anchor.replace('-', '_')}"
    if len(name) <= _LONGEST_BOOKMARK:
        return name
    digest = sha256(anchor.encode("utf-8")).hexdigest()[:_DIGEST]
    return f"{name[: _LONGEST_BOOKMARK - _DIGEST - 1]}_{digest}"


def plain_text(children: Iterable[Inline]) -> str:
    """The characters of a line as one reads them, without footnote marks; a line break is a space."""
    return "".join([_plain(child) for child in children])


def _plain(child: Inline) -> str:
    match child:
        case Text(shown) | CrossReference(text=shown):
            return shown
        case Emphasis(children) | Strong(children) | Link(children=children):
            return plain_text(children)
        case LineBreak():
            return " "
        case FootnoteMark():
            return ""
        case _:
            assert_never(child)
