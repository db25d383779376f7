"""A composed edition as the bytes of a DOCX file."""

from __future__ import annotations

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage

from answerkit.model.document import Document
from answerkit.render.archive import pack
from answerkit.render.blocks import blocks
from answerkit.render.draft import Draft
from answerkit.render.frame import (
    NAMESPACES,
    core_properties,
    footer,
    footnotes,
    header,
    header_lines,
    section,
)
from answerkit.render.letterhead import LetterheadPart
from answerkit.render.markup import Xml, element, fragment
from answerkit.render.paragraphs import Setting, characters, paragraph
from answerkit.render.reference import read_reference
from answerkit.render.styles import Style


class Renderer:
    """Writes documents in the look of one reference file, which is read once.

    Raises:
        UnfitReferenceError: when the reference file lacks anything; names all that it lacks.
    """

    def __init__(self, reference: bytes) -> None:
        self._reference = read_reference(reference)

    def render(self, document: Document) -> bytes:
        """The edition as a Word file: the same bytes for the same document, on any machine.

        Raises:
            UnreadablePictureError: when a picture is no PNG.
            IllegalCharacterError: when a text holds a character that no XML can.
        """
        draft = Draft(self._reference)
        page = self._relate(draft, document)
        body = element("w:body", None, _title(draft, document), _parts(draft, document), page)
        draft.body.root = element("w:document", NAMESPACES, body)
        draft.notes.root = footnotes(draft, document.footnotes)
        package = OpcPackage()
        package.load_rel(RELATIONSHIP_TYPE.OFFICE_DOCUMENT, draft.body, "rId1")
        package.load_rel(RELATIONSHIP_TYPE.CORE_PROPERTIES, core_properties(document), "rId2")
        return pack(package)

    def _relate(self, draft: Draft, document: Document) -> Xml:
        """Put in the parts that every document has, in one order; the result is the page's properties."""
        for kind, part in self._reference.fixed:
            draft.body.relate(kind, part)
        draft.body.relate(RELATIONSHIP_TYPE.NUMBERING, draft.lists)
        draft.body.relate(RELATIONSHIP_TYPE.FOOTNOTES, draft.notes)
        lines, letterhead = header_lines(draft, document), self._reference.letterhead
        header_id = draft.body.relate(RELATIONSHIP_TYPE.HEADER, header(lines))
        footer_id = draft.body.relate(RELATIONSHIP_TYPE.FOOTER, footer(draft))
        first_id = ""
        if letterhead is not None:
            first_id = draft.body.relate(RELATIONSHIP_TYPE.HEADER, LetterheadPart(letterhead, lines))
        return section(self._reference.page, header_id, footer_id, first_id)


def _title(draft: Draft, document: Document) -> Xml:
    return paragraph(Setting(draft, draft.body), Style.TITLE, characters(draft.reference, document.title))


def _parts(draft: Draft, document: Document) -> Xml:
    return fragment(
        [blocks(Setting(draft, draft.body, part.confidential), part.nodes) for part in document.parts]
    )
