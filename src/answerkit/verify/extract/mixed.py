"""Text of XML and HTML whose letters stand in and between elements: ODF, XHTML, SVG, properties and so on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, cast

from answerkit.model.text import Role
from answerkit.verify.extract.found import Text
from answerkit.verify.extract.markup import Element, line_of, shown

_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_XHTML: Final = "{http://www.w3.org/1999/xhtml}"
_SVG: Final = "{http://www.w3.org/2000/svg}"

SHEET: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

_BLOCK_NAMES: Final = (
    "p h1 h2 h3 h4 h5 h6 li dt dd td th caption figcaption summary legend label option title textarea button"
    " pre address blockquote"
)
_BLOCKS: Final = _BLOCK_NAMES.split()

PARAGRAPHS: Final = frozenset(
    (
        f"{_TEXT}p",
        f"{_TEXT}h",
        f"{_SVG}text",
        f"{SHEET}si",
        f"{SHEET}is",
        f"{SHEET}text",
        *_BLOCKS,
        *(_XHTML + local for local in _BLOCKS),
    )
)
_BREAKS: Final = {
    f"{_TEXT}tab": "\t",
    f"{_TEXT}line-break": "\n",
    "br": "\n",
    f"{_XHTML}br": "\n",
    "wbr": "",
}
_SPACES: Final = f"{_TEXT}s"
_COUNT: Final = f"{_TEXT}c"
_MOST_SPACES: Final = 100
_ROWS: Final = (f"{_TABLE}table-row", "tr", f"{_XHTML}tr")
_CELLS: Final = (
    f"{_TABLE}table-cell",
    f"{_TABLE}covered-table-cell",
    "td",
    "th",
    f"{_XHTML}td",
    f"{_XHTML}th",
)
_BLANKS = re.compile(r"[ \t\r\n]+")

_ROLES: Final = {
    "coreProperties": Role.PROPERTY, "Properties": Role.PROPERTY, "document-meta": Role.PROPERTY,
    "xmpmeta": Role.METADATA, "RDF": Role.METADATA,
}  # fmt: skip


def mixed_texts(root: Element) -> Iterator[Text]:
    """Paragraphs, other elements with text of their own, table rows, and all text of the part together."""
    role = _ROLES.get(root.tag.rpartition("}")[2], Role.BODY)
    _spell_out(root)
    told = []
    for number, element in enumerate(_telling(root), 1):
        place, line = f"{shown(element.tag)}[{number}]", line_of(element)
        whole, own = _flat(_all(element)), _flat(_own(element))
        told.append(own)
        for text in {whole: None, own: None}:
            if text:
                yield Text(place, role, text, line)
    together = "\n".join(filter(None, told))
    if "\n" in together:
        yield Text("", role, together)
    yield from _rows(root, role)


def _spell_out(root: Element) -> None:
    """Give tabs, breaks and counted spaces the text that they stand for."""
    for element in root.iter(*_BREAKS):
        element.text = _BREAKS[str(element.tag)]
    for element in root.iter(_SPACES):
        count = element.get(_COUNT, "1")
        element.text = " " * min(int(count), _MOST_SPACES) if count.isdecimal() else " "


def _telling(root: Element) -> Iterator[Element]:
    """Paragraphs, and outside of them the outermost elements with text of their own; in the part's order."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.tag in PARAGRAPHS or _speaks(element):
            yield element
            yield from element.iterdescendants(*PARAGRAPHS)
        else:
            waiting.extend(reversed(list(element.iterchildren("*"))))


def _speaks(element: Element) -> bool:
    if element.text is not None and not element.text.isspace():
        return True
    return any(child.tail is not None and not child.tail.isspace() for child in element)


def _flat(texts: Iterable[str]) -> str:
    """The texts as one, white space as a reader sees it."""
    return _BLANKS.sub(" ", "".join(texts)).strip()


def _all(element: Element) -> Iterable[str]:
    return cast("Iterable[str]", element.itertext())


def _own(element: Element) -> Iterator[str]:
    """The element's text without that of paragraphs inside it, such as notes, comments and text boxes."""
    yield element.text or ""
    for child in element:
        if child.tag not in PARAGRAPHS:
            yield from _own(child)
        yield child.tail or ""


def _rows(root: Element, role: Role) -> Iterator[Text]:
    for number, row in enumerate(root.iter(*_ROWS), 1):
        cells = [_flat(_all(cell)) for cell in row.iterchildren(*_CELLS)]
        if sum(map(bool, cells)) > 1:
            yield Text(f"{shown(row.tag)}[{number}]", role, "\t".join(cells), line_of(row))
