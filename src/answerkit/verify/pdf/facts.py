"""What a PDF says of itself, read by pypdf."""

from __future__ import annotations

import io
import logging
import re
import struct
import zlib
from collections.abc import Iterable, Iterator
from typing import Final

import pypdf
from pypdf.generic import DictionaryObject, IndirectObject

from answerkit.model.frozen import dataclass

_FAULTS: Final = (
    pypdf.errors.PyPdfError, ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError,
    RecursionError, TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip
"""What the library raises for files that are not as they should be."""

_RELEASE = re.compile(r"LibreOffice ([0-9]{1,3})\.([0-9]{1,3})")
_DESTINATION: Final = "/Dest"


class UnreadablePdfError(Exception):
    """The bytes are no PDF that can be read. Holds nothing of them."""


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """What stands in a PDF beside its pages' text.

    Attributes:
        pages: how many.
        catalog: keys of the catalogue, kinds of annotations that are no links, and signs of actions.
        properties: key → value of the document's information.
        outline: titles, in order.
        links: addresses out of the document, in order.
        tagged: whether it is marked up for reading aloud and says its language.
        release: LibreOffice's, e.g. (25, 2); empty where another program made the file.
    """

    pages: int
    catalog: frozenset[str]
    properties: tuple[tuple[str, str], ...]
    outline: tuple[str, ...]
    links: tuple[str, ...]
    tagged: bool
    release: tuple[int, ...]


def read_facts(data: bytes) -> PdfFacts:
    """The facts of a PDF.

    Raises:
        UnreadablePdfError: it is none, it is encrypted, or it has no pages.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # its warnings may quote the file
    try:
        facts = _facts(pypdf.PdfReader(io.BytesIO(data)))
    except _FAULTS:
        raise UnreadablePdfError from None
    if not facts.pages:
        raise UnreadablePdfError
    return facts


def _facts(reader: pypdf.PdfReader) -> PdfFacts:
    catalog = reader.root_object
    annotations = [item for page in reader.pages for item in _annotations(page)]
    properties = tuple((str(key), str(value)) for key, value in (reader.metadata or {}).items())
    mark = catalog.get("/MarkInfo", {})
    return PdfFacts(
        pages=len(reader.pages),
        catalog=frozenset((*map(str, catalog), *_strange(annotations), *_actions(catalog, reader.pages))),
        properties=properties,
        outline=tuple(_titles(reader.outline)),
        links=tuple(_addresses(annotations)),
        tagged=bool(mark.get("/Marked")) and "/StructTreeRoot" in catalog and bool(catalog.get("/Lang")),
        release=_release(dict(properties).get("/Producer", "")),
    )


def _annotations(page: pypdf.PageObject) -> Iterator[DictionaryObject]:
    for item in page.get("/Annots", ()):
        shown = item.get_object() if isinstance(item, IndirectObject) else item
        yield shown if isinstance(shown, DictionaryObject) else DictionaryObject()  # strange, as of no kind


def _strange(annotations: list[DictionaryObject]) -> Iterator[str]:
    """What an annotation is that is no link to a place in the file or to an address."""
    for item in annotations:
        kind, action = str(item.get("/Subtype")), item.get("/A", {})
        if kind != "/Link":
            yield kind
        elif _DESTINATION not in item and (action.get("/S"), len(action)) not in (("/URI", 3), ("/URI", 2)):
            yield str(action.get("/S"))


def _actions(catalog: DictionaryObject, pages: Iterable[DictionaryObject]) -> Iterator[str]:
    """Actions that no click calls: on opening the file, other than to show a place in it, and on pages."""
    if isinstance(catalog.get("/OpenAction"), DictionaryObject):
        yield "/S"
    yield from ("/AA" for page in pages if "/AA" in page)


def _addresses(annotations: list[DictionaryObject]) -> Iterator[str]:
    for item in annotations:
        action = item.get("/A", {})
        if "/URI" in action:
            yield str(action["/URI"])


def _titles(outline: object) -> Iterator[str]:
    """The titles of an outline, which pypdf gives as lists in lists."""
    if isinstance(outline, list):
        for entry in outline:
            yield from _titles(entry)
    else:
        yield str(getattr(outline, "title", ""))


def _release(producer: str) -> tuple[int, ...]:
    found = _RELEASE.match(producer)
    return tuple(map(int, found.groups())) if found else ()
