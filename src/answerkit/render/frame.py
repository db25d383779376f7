"""What stands around the text: header, footer, footnotes, the page, and the file's properties."""

from __future__ import annotations

from collections.abc import Iterable

from docx.opc.constants import CONTENT_TYPE

from answerkit.model.document import Document, Edition, Footnote
from answerkit.render.draft import Draft, Story
from answerkit.render.markup import NOTHING, Xml, element, fragment, text
from answerkit.render.paragraphs import PLAIN, TAB, Look, Setting, characters, line, paragraph, run
from answerkit.render.reference import Page, Reference
from answerkit.render.styles import Style
from answerkit.render.watermark import watermark

NAMESPACES = {
    "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "xmlns:wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
"""Prefixes that every story declares."""

LANGUAGE = "da-DK"

_CORE = {
    "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}

# Source: ISO/IEC 29500-1, 17.11 (separator, continuationSeparator); -1 and 0 are the ids that Word gives
# them, and that the reference file's settings name.
_SEPARATORS = (("-1", "separator"), ("0", "continuationSeparator"))


def header(lines: Xml) -> Story:
    """The header of every page, but for the first where that has a letterhead."""
    story = Story("/word/header1.xml", CONTENT_TYPE.WML_HEADER)
    story.root = element("w:hdr", NAMESPACES, lines)
    return story


def header_lines(draft: Draft, document: Document) -> Xml:
    """What the header says: who publishes, and which edition this is.

    In the confidential edition the banner has a line of its own, in a style that nobody overlooks, and a word
    lies across the page.
    """
    setting = Setting(draft, draft.body)
    publisher = characters(draft.reference, document.authority)
    banner = characters(draft.reference, document.banner)
    if document.edition is Edition.PUBLIC:
        return paragraph(setting, Style.HEADER, publisher, TAB, banner)
    across = watermark(document.watermark)
    warning = paragraph(setting, Style.HEADER_BANNER, banner)
    return fragment((paragraph(setting, Style.HEADER, across, publisher), warning))


def footer(draft: Draft) -> Story:
    """The footer of every page: ``Side n af m``."""
    story = Story("/word/footer1.xml", CONTENT_TYPE.WML_FOOTER)
    setting = Setting(draft, story)
    content = (
        characters(draft.reference, "Side "),
        _field(draft.reference, "PAGE"),
        characters(draft.reference, " af "),
        _field(draft.reference, "NUMPAGES"),
    )
    story.root = element("w:ftr", NAMESPACES, paragraph(setting, Style.FOOTER, *content))
    return story


def _field(reference: Reference, instruction: str) -> Xml:
    """A field that Word and LibreOffice work out when they lay out the page.

    Until then 1 stands in it in every document: a true number would depend on the machine that laid it out.

    Source: ISO/IEC 29500-1, 17.16 (fldChar, instrText).
    """
    code = element("w:instrText", {"xml:space": "preserve"}, text(f" {instruction} "))
    return fragment(
        (
            _field_end(reference, "begin"),
            run(reference, PLAIN, code),
            _field_end(reference, "separate"),
            characters(reference, "1"),
            _field_end(reference, "end"),
        )
    )


def _field_end(reference: Reference, kind: str) -> Xml:
    return run(reference, PLAIN, element("w:fldChar", {"w:fldCharType": kind}))


def footnotes(draft: Draft, notes: Iterable[Footnote]) -> Xml:
    """The root of the footnotes part; the two separators are there without any note too."""
    setting = Setting(draft, draft.notes)
    separators = [
        element("w:footnote", {"w:type": kind, "w:id": number}, _separator(setting, kind))
        for number, kind in _SEPARATORS
    ]
    written = [_footnote(setting, note) for note in notes]
    return element("w:footnotes", NAMESPACES, *separators, *written)


def _separator(setting: Setting, kind: str) -> Xml:
    return paragraph(setting, Style.FOOTNOTE_TEXT, element("w:r", None, element(f"w:{kind}")))


def _footnote(setting: Setting, note: Footnote) -> Xml:
    """A note: its number, a space, and its paragraphs."""
    reference = setting.reference
    number = run(reference, Look(Style.FOOTNOTE_REFERENCE), element("w:footnoteRef"))
    opening = fragment((number, characters(reference, " ")))
    lines = [line(setting, block.children) for block in note.blocks] or [NOTHING]
    paragraphs = [
        paragraph(setting, Style.FOOTNOTE_TEXT, NOTHING if index else opening, content)
        for index, content in enumerate(lines)
    ]
    return element("w:footnote", {"w:id": str(note.number)}, *paragraphs)


def section(page: Page, header_id: str, footer_id: str, first_id: str = "") -> Xml:
    """The paper, with the reference file's margins; ``first_id`` is the first page's own header, if any.

    Source: ISO/IEC 29500-1, 17.6 (sectPr): header and footer come first.
    """
    size = {"w:w": page.width, "w:h": page.height}
    margins = {
        "w:top": page.top,
        "w:right": page.right,
        "w:bottom": page.bottom,
        "w:left": page.left,
        "w:header": page.header,
        "w:footer": page.footer,
        "w:gutter": 0,
    }
    return element(
        "w:sectPr",
        None,
        element("w:headerReference", {"w:type": "default", "r:id": header_id}),
        element("w:footerReference", {"w:type": "default", "r:id": footer_id}),
        *_first_page(first_id, footer_id),
        element("w:pgSz", {key: str(value) for key, value in size.items()}),
        element("w:pgMar", {key: str(value) for key, value in margins.items()}),
        element("w:titlePg") if first_id else NOTHING,
    )


def _first_page(header_id: str, footer_id: str) -> tuple[Xml, ...]:
    """The first page's own header; a page that has one would have no footer, were it not named as well."""
    if not header_id:
        return ()
    return (
        element("w:headerReference", {"w:type": "first", "r:id": header_id}),
        element("w:footerReference", {"w:type": "first", "r:id": footer_id}),
    )


def core_properties(document: Document) -> Story:
    """Title, publisher and language; no date, no person and no program."""
    story = Story("/docProps/core.xml", CONTENT_TYPE.OPC_CORE_PROPERTIES)
    story.root = element(
        "cp:coreProperties",
        _CORE,
        element("dc:title", None, text(document.title)),
        element("dc:creator", None, text(document.authority)),
        element("dc:language", None, text(LANGUAGE)),
    )
    return story
