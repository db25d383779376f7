"""The title, who publishes, and which edition it is: said once in the file's properties, once on the page.

Source: ECMA-376-2 (Open Packaging Conventions), 11 (core properties).
"""

from collections.abc import Iterator

from answerkit.verify.built.codes import Rule
from answerkit.verify.built.content import Content
from answerkit.verify.built.fault import Fault
from answerkit.verify.built.notation import Rules
from answerkit.verify.built.parts import BODY, CORE, PAGE_FOOTER, PAGE_HEADER
from answerkit.verify.built.story import Story, unescaped, words
from answerkit.verify.built.vocabulary import CONFIDENTIAL_STYLES
from answerkit.verify.built.watermark import DRAWN

PROPERTIES: Rules = {
    "core start": (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{text}</dc:title>'
    ),
    "core": "<dc:creator>{text}</dc:creator>",
    "core end": "<dc:language>{text}</dc:language></cp:coreProperties>",
}
"""The grammar of the core properties: no date, no person, no program."""

_PUBLIC_BANNER = "Offentlig udgave"
_CONFIDENTIAL_BANNER = "FORTROLIG · "
_LANGUAGE = "da-DK"
_FOOTER = ["Side ", " PAGE ", "1", " af ", " NUMPAGES ", "1"]
_BARS = ("<w:pBdr>", "<w:tblBorders>", DRAWN)


def title_faults(content: Content, title: str | None) -> Iterator[Fault]:
    """What is wrong with the properties, the header and the footer; ``title`` is the answer's, if known."""
    named, *creators, language = _texts(content.core)
    shown = words(content.body.until(0, "/w:p>"))
    publisher, *banner = _texts(content.header)
    if named != shown:
        yield Fault(Rule.S140, CORE, "title[1]")
    if title is not None and shown != title:
        yield Fault(Rule.S141, BODY, "body/p[1]")
    if creators != [publisher]:
        yield Fault(Rule.S142, CORE, "creator[1]")
    if language != _LANGUAGE:
        yield Fault(Rule.S125, CORE, "language[1]")
    if len(banner) != 1:
        yield Fault(Rule.S127, PAGE_HEADER)
    if _texts(content.footer) != _FOOTER:
        yield Fault(Rule.S129, PAGE_FOOTER)


def edition_faults(content: Content) -> Iterator[Fault]:
    """Marks of the confidential edition in a public file."""
    if _texts(content.header)[1:] != [_PUBLIC_BANNER]:
        yield Fault(Rule.S157, PAGE_HEADER)
    ids = [content.styles[name] for name in CONFIDENTIAL_STYLES if name in content.styles]
    marks = (*_BARS, *(f'<w:pStyle w:val="{style}"/>' for style in ids))
    for part in (BODY, PAGE_HEADER):
        if any(mark in content.package.texts[part] for mark in marks):
            yield Fault(Rule.S157, part)


def mark_faults(content: Content) -> Iterator[Fault]:
    """What a confidential edition lacks of its marks: in the header of each page, and across the page."""
    *_, banner = ("", *_texts(content.header))
    if not banner.startswith(_CONFIDENTIAL_BANNER) or DRAWN not in content.package.texts[PAGE_HEADER]:
        yield Fault(Rule.S143, PAGE_HEADER)


def _texts(story: Story) -> list[str]:
    """Each text of a story, in order."""
    texts = (piece.partition(">")[2] for piece in story.pieces)
    return [unescaped(text) for text in texts if text]
