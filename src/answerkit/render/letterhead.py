"""The letterhead: the header of the reference file's first page, with its logo, as somebody drew it in Word.

It is taken over as it stands. What every page's header says is added behind it, so that the first page, too,
says whose edition it is.

Source: ISO/IEC 29500-1, 17.10.6 (titlePg): the first page has a header of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn

from answerkit.model.frozen import dataclass
from answerkit.render.markup import Xml

_END = b"</w:hdr>"
_DRAWING = re.compile(rb'(<wp:docPr\b[^>]*?\bid=")[0-9]+(?=")')
_FIRST_DRAWING = 9001
"""Drawings of the letterhead are counted from here, out of the way of the document's own."""

_TYPES = {"png": CONTENT_TYPE.PNG, "svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands on the first page before all else.

    Attributes:
        head: the bytes of the header's part, less its end.
        pictures: id of the relationship, extension, bytes; in the order of the ids.
    """

    head: bytes
    pictures: tuple[tuple[str, str, bytes], ...]


def read_letterhead(word: WordFile, blobs: Mapping[str, bytes]) -> Letterhead | None:
    """The reference file's letterhead; None where the first page has no header of its own.

    Args:
        word: the file.
        blobs: name of an entry → its bytes as they stand in the file.

    Raises:
        ValueError: it leads to anything but PNG and SVG pictures, or is no header that can be added to.
    """
    part = _first_header(word)
    if part is None:
        return None
    head, end, _ = blobs[part.partname.membername].rpartition(_END)
    if not end:
        raise ValueError
    numbers = iter(range(_FIRST_DRAWING, _FIRST_DRAWING + len(head)))
    head = _DRAWING.sub(lambda found: found[1] + b"%d" % next(numbers), head)
    return Letterhead(head, tuple(sorted(_pictures(part), key=lambda item: (len(item[0]), item[0]))))


def _first_header(word: WordFile) -> Part | None:
    sections = word.element.body.findall(qn("w:sectPr"))
    for section in sections:
        references = section.findall(qn("w:headerReference"))
        first = [item.get(qn("r:id"), "") for item in references if item.get(qn("w:type")) == "first"]
        title = section.find(qn("w:titlePg"))
        if first and title is not None and title.get(qn("w:val")) not in ("0", "false", "off"):
            target: Part = word.part.rels[first[0]].target_part
            return target
    return None


def _pictures(part: Part) -> Iterator[tuple[str, str, bytes]]:
    for identifier, relation in part.rels.items():
        if relation.is_external or relation.reltype != RELATIONSHIP_TYPE.IMAGE:
            raise ValueError
        extension = relation.target_part.partname.ext.lower()
        if extension not in _TYPES:
            raise ValueError
        yield identifier, extension, relation.target_part.blob


class LetterheadPart(Part):
    """The first page's header: the letterhead, and behind it what every page's header says."""

    def __init__(self, letterhead: Letterhead, header: Xml) -> None:
        super().__init__(PackURI("/word/header2.xml"), CONTENT_TYPE.WML_HEADER)
        self._bytes = letterhead.head + header.encode("utf-8") + _END
        for number, (identifier, extension, data) in enumerate(letterhead.pictures, 1):
            name = PackURI(f"/word/media/letterhead{number}.{extension}")
            self.load_rel(RELATIONSHIP_TYPE.IMAGE, Part(name, _TYPES[extension], data), identifier)

    @property
    def blob(self) -> bytes:
        """The part's bytes."""
        return self._bytes
