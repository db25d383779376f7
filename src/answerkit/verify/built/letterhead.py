"""The letterhead of a built file is the reference file's, byte for byte, with every page's header behind it.

Source: ISO/IEC 29500-1, 17.10.5 (headerReference), 17.10.6 (titlePg).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from answerkit.model.frozen import dataclass
from answerkit.verify.built.vocabulary import HEADER, WORD_NAMESPACES
from answerkit.verify.extract.markup import Element, parse

FIRST_HEADER = "word/header2.xml"
FIRST_RELATIONS = "word/_rels/header2.xml.rels"
LOGO = re.compile(r"word/media/letterhead[1-9][0-9]?\.(?:png|svg)")
"""Names of a letterhead's parts in a built file."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_END = b"</w:hdr>"
_START = f"{HEADER}<w:hdr {WORD_NAMESPACES}>".encode()
_DRAWING = re.compile(rb'(<wp:docPr\b[^>]*?\bid=")[0-9]+(?=")')
_FIRST_DRAWING = 9001


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The header of a reference file's first page.

    Attributes:
        name: of its part in the reference file.
        data: the part's bytes.
        pictures: id of the relation → name and bytes of the picture in the reference file.
    """

    name: str
    data: bytes
    pictures: Mapping[str, tuple[str, bytes]]

    def parts(self, header: bytes) -> Mapping[str, bytes]:
        """Name → bytes of what a built file must have of it; ``header`` is every page's header."""
        head = self.data.rpartition(_END)[0]
        numbers = iter(range(_FIRST_DRAWING, _FIRST_DRAWING + len(head)))
        head = _DRAWING.sub(lambda found: found[1] + b"%d" % next(numbers), head)
        lines = header.removeprefix(_START).removesuffix(_END)
        named = {
            identifier: (f"media/letterhead{number}.{name.rpartition('.')[2].lower()}", data)
            for number, (identifier, (name, data)) in enumerate(self.pictures.items(), 1)
        }
        logos = {f"word/{name}": data for name, data in named.values()}
        relations = {FIRST_RELATIONS: _relations({key: name for key, (name, _) in named.items()})}
        return {FIRST_HEADER: head + lines + _END, **logos, **(relations if named else {})}


def _relations(targets: Mapping[str, str]) -> bytes:
    rows = [
        f'<Relationship Id="{identifier}" Type="{_IMAGE}" Target="{target}"/>'
        for identifier, target in targets.items()
    ]
    return f'{HEADER}<Relationships xmlns="{_PACKAGE}">{"".join(rows)}</Relationships>'.encode()


def find_letterhead(parts: Mapping[str, bytes]) -> Letterhead | None:
    """The letterhead among a reference file's parts; None where its first page has no header of its own.

    Raises:
        UnreadableError: one of the parts is no XML.
        KeyError: it leads to a part that is not there.
    """
    identifier = _first_header(parse(parts["word/document.xml"]))
    if not identifier:
        return None
    name = _targets(parts, "word/document.xml")[identifier]
    pictures = {key: (target, parts[target]) for key, target in _targets(parts, name).items()}
    ordered = dict(sorted(pictures.items(), key=lambda item: (len(item[0]), item[0])))
    return Letterhead(name, parts[name], ordered)


def _first_header(document: Element) -> str:
    for section in document.iterfind(f"{_W}body/{_W}sectPr"):
        title = section.find(f"{_W}titlePg")
        if title is None or title.get(f"{_W}val") in ("0", "false", "off"):
            continue
        for reference in section.iterfind(f"{_W}headerReference"):
            if reference.get(f"{_W}type") == "first":
                return reference.get(f"{_R}id") or ""
    return ""


def _targets(parts: Mapping[str, bytes], name: str) -> dict[str, str]:
    """Id → name of the part, for the relations of a part that stay in the file."""
    folder, _, last = name.rpartition("/")
    relations = parts.get(f"{folder}/_rels/{last}.rels")
    rows = [] if relations is None else parse(relations).iterfind(f"{{{_PACKAGE}}}Relationship")
    return {
        row.get("Id", ""): posixpath.normpath(posixpath.join(f"/{folder}", row.get("Target", "")))[1:]
        for row in rows
        if row.get("TargetMode") != "External"
    }
