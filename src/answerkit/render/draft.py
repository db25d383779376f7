"""What is counted over a whole document while it is written: parts, relationships, ids and lists."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from answerkit.render.markup import NOTHING, Xml, document, element, fragment
from answerkit.render.reference import Numbering, Reference
from answerkit.render.styles import Style

_SVG = "image/svg+xml"


class Story(Part):
    """A part with text of its own; its root element is set when all of it is written.

    Source: ISO/IEC 29500-1, 11.3: body, footnotes, headers and footers are stories, each with its own
    relationships.
    """

    def __init__(self, name: str, content_type: str) -> None:
        super().__init__(PackURI(name), content_type)
        self.root = NOTHING
        self._ids: dict[tuple[str, Part | str], str] = {}

    @property
    def blob(self) -> bytes:
        """The part's bytes."""
        return document(self.root)

    def relate(self, kind: str, target: Part | str) -> str:
        """Id of the relationship to a part, or to an address outside; the same for the same target.

        Ids count in the order of first use. python-docx's own ``relate_to`` looks through all relationships
        at each call, which a long list of links would feel.
        """
        key = kind, target
        if key not in self._ids:
            self._ids[key] = f"rId{len(self._ids) + 1}"
            self.load_rel(kind, target, self._ids[key], isinstance(target, str))
        return self._ids[key]


class ListsPart(Part):
    """The numbering part: that of the reference file, and a ``w:num`` for each list of the document."""

    def __init__(self, numbering: Numbering) -> None:
        super().__init__(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING)
        self._numbering = numbering
        self._lists: list[Xml] = []

    @property
    def blob(self) -> bytes:
        """The part's bytes."""
        return self._numbering.head + fragment(self._lists).encode("utf-8") + self._numbering.tail

    def add(self, style: Style, level: int, start: int) -> str:
        """Id of a new list whose items have the style and count from ``start`` at its (0-based) level.

        Source: ISO/IEC 29500-1, 17.9 (startOverride): lists of one definition go on counting without it.
        """
        number = str(self._numbering.free + len(self._lists))
        override = element("w:startOverride", {"w:val": str(start)})
        self._lists.append(
            element(
                "w:num",
                {"w:numId": number},
                element("w:abstractNumId", {"w:val": self._numbering.definitions[style]}),
                element("w:lvlOverride", {"w:ilvl": str(level)}, override),
            )
        )
        return number


class Draft:
    """A document in the making.

    Attributes:
        body: the main story; notes: the footnotes; lists: the numbering.
        below_table: whether what was written last is a table without a note, which keeps no distance.
    """

    def __init__(self, reference: Reference) -> None:
        self.reference = reference
        self.body = Story("/word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN)
        self.notes = Story("/word/footnotes.xml", CONTENT_TYPE.WML_FOOTNOTES)
        self.lists = ListsPart(reference.numbering)
        self.below_table = False
        self._media: dict[bytes, Part] = {}
        self._bookmarks = 0
        self._drawings = 0

    def bookmark(self) -> str:
        """The next ``w:id`` of a bookmark."""
        self._bookmarks += 1
        return str(self._bookmarks)

    def drawing(self) -> int:
        """The next id of a drawing, unique over all parts, from 1."""
        self._drawings += 1
        return self._drawings

    def png(self, data: bytes) -> str:
        """Id of the body's relationship to a PNG picture; the same bytes are kept once."""
        return self._picture(data, "png", CONTENT_TYPE.PNG)

    def svg(self, data: bytes) -> str:
        """Id of the body's relationship to an SVG picture; the same bytes are kept once."""
        return self._picture(data, "svg", _SVG)

    def _picture(self, data: bytes, extension: str, content_type: str) -> str:
        if data not in self._media:
            name = PackURI(f"/word/media/image{len(self._media) + 1}.{extension}")
            self._media[data] = Part(name, content_type, data)
        return self.body.relate(RELATIONSHIP_TYPE.IMAGE, self._media[data])
