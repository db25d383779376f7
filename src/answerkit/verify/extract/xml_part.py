"""XML of any vocabulary, and HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from answerkit.verify.extract import mixed, paragraphs
from answerkit.verify.extract.characters import decoded
from answerkit.verify.extract.codes import Rule
from answerkit.verify.extract.found import Found, Source, Text, UnreadableError
from answerkit.verify.extract.limits import Limits
from answerkit.verify.extract.markup import Element, beside_text, packed_files, parse, pictures_apart
from answerkit.verify.extract.mixed import SHEET, mixed_texts
from answerkit.verify.extract.paragraphs import is_office_text, run_texts
from answerkit.verify.extract.plain import lines
from answerkit.verify.extract.sheets import WORKSHEET, sheet_texts

_COUNTED: Final = mixed.PARAGRAPHS | paragraphs.PARAGRAPHS
_SAYS_XML = re.compile(r"\s*(?:<\?xml\s|<[\w.:-]+\s[^>]*xmlns)")
_NAMED_XML: Final = frozenset({".xml", ".rels", ".svg", ".vml"})
_TAG = re.compile(r"<[^<>]*>")


def read_xml(source: Source, _limits: Limits) -> Iterator[Found]:
    """All text of an XML file or part, and what stands beside it.

    Raises:
        UnreadableError: it says that it is XML, but is not well-formed or declares a document type.
    """
    try:
        root = parse(source.data)
    except UnreadableError as error:
        text = decoded(source.data) or ""
        yield from lines(text)
        yield from lines(_TAG.sub("", text))
        if error.rule is Rule.U110 or source.extension in _NAMED_XML or _SAYS_XML.match(text):
            raise
        return
    yield from beside_text(root, source.data, _COUNTED)
    yield from packed_files(root, source.data)
    yield from _texts(root, source.strings)


def _texts(root: Element, strings: tuple[str, ...]) -> Iterator[Text]:
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    if is_office_text(root):
        yield from run_texts(root)
    elif root.tag == WORKSHEET:
        yield from sheet_texts(root, strings)
        for rows in root.findall(f"{SHEET}sheetData"):
            root.remove(rows)
        yield from mixed_texts(root)
    else:
        yield from mixed_texts(root)


def read_html(source: Source, _limits: Limits) -> Iterator[Found]:
    """The source line by line, then the text as a browser shows it, and what stands beside it."""
    text, pictures = pictures_apart(decoded(source.data) or "")
    yield from pictures
    yield from lines(text)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    root = etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    if root is not None:  # as it is where nothing but space was read, whatever the stubs say
        yield from beside_text(root, b"", _COUNTED)
        yield from packed_files(root, source.data)
        yield from _texts(root, ())
