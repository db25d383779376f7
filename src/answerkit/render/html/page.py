"""A composed edition as the bytes of an HTML file."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

from answerkit.model.document import Document, Edition, Footnote, Part
from answerkit.render.html.blocks import blocks
from answerkit.render.html.lines import line, mark_id, note_id
from answerkit.render.html.tags import NEW_LINE, opening, tag
from answerkit.render.markup import NOTHING, Xml, fragment, text


def render_html(document: Document, css: str) -> bytes:
    """The edition as one HTML file: the same bytes for the same document, on any machine.

    Args:
        document: the edition.
        css: the style sheet; no ``</`` stands in it, and its lines end in line feeds.

    Raises:
        UnreadablePictureError: when a picture is no PNG.
        IllegalCharacterError: when a text holds a character that no XML can.
    """
    confidential = document.edition is Edition.CONFIDENTIAL
    body = tag("body", {"class": "confidential-edition" if confidential else ""}, NEW_LINE, *_body(document))
    root = tag("html", {"lang": "da"}, NEW_LINE, _head(document, css), NEW_LINE, body, NEW_LINE)
    return f"<!DOCTYPE html>\n{root}\n".encode()


def _head(document: Document, css: str) -> Xml:
    """Title, publisher, style sheet, and what a browser may do: show what stands in the file.

    Source: Content Security Policy Level 3, 2.3 (source lists: a hash allows the one sheet that has it).
    """
    digest = b64encode(sha256(css.encode()).digest()).decode("ascii")
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    metas = (
        {"charset": "utf-8"},
        {"http-equiv": "Content-Security-Policy", "content": policy},
        {"name": "viewport", "content": "width=device-width, initial-scale=1"},
        {"name": "author", "content": document.authority},
    )
    lines = [fragment((opening("meta", meta), NEW_LINE)) for meta in metas]
    title = tag("title", None, text(document.title))
    style = tag("style", None, Xml(css))
    return tag("head", None, NEW_LINE, *lines, title, NEW_LINE, style, NEW_LINE)


def _body(document: Document) -> Iterable[Xml]:
    publisher = tag("p", {"class": "publisher"}, text(document.authority))
    banner = tag("p", {"class": "banner"}, text(document.banner))
    yield tag("header", None, NEW_LINE, publisher, NEW_LINE, banner, NEW_LINE)
    yield NEW_LINE
    title = tag("h1", None, text(document.title))
    yield tag(
        "main", None, NEW_LINE, title, NEW_LINE, *map(_part, document.parts), _notes(document.footnotes)
    )
    yield NEW_LINE


def _part(part: Part) -> Xml:
    """What is confidential stands in a box that says so to the eye, as the bar in Word does."""
    inside = blocks(part.nodes)
    if not part.confidential:
        return inside
    return fragment((tag("div", {"class": "confidential"}, NEW_LINE, inside), NEW_LINE))


def _notes(notes: Iterable[Footnote]) -> Xml:
    """The footnotes, each with the way back to where it is called."""
    rows = [fragment((_note(note), NEW_LINE)) for note in notes]
    if not rows:
        return NOTHING
    section = {"role": "doc-endnotes", "aria-label": "Noter"}
    return fragment((tag("section", section, NEW_LINE, tag("ol", None, NEW_LINE, *rows)), NEW_LINE))


def _note(note: Footnote) -> Xml:
    attributes = {
        "href": f"#{mark_id(note.number)}",
        "role": "doc-backlink",
        "aria-label": f"Tilbage til teksten fra note {note.number}",
    }
    *lines, last = [line(block.children) for block in note.blocks] or [NOTHING]
    lines.append(fragment((last, tag("a", attributes, text("↩")))))
    paragraphs = [fragment((tag("p", None, shown), NEW_LINE)) for shown in lines]
    return tag("li", {"id": note_id(note.number)}, NEW_LINE, *paragraphs)
