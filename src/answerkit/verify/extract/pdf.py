"""PDF: the text of each page, and every string and stream of every object, superseded ones too."""

from __future__ import annotations

import io
import logging
import re
import struct
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from answerkit.model.text import Role
from answerkit.verify.extract.codes import Rule
from answerkit.verify.extract.found import Flaw, Found, Inner, Source, Text, UnreadableError
from answerkit.verify.extract.kind import Kind, judge
from answerkit.verify.extract.limits import Limits
from answerkit.verify.extract.pdf_objects import PdfObject, objects
from answerkit.verify.extract.pdf_text import (
    CharacterMap,
    as_text,
    character_map,
    drawn_text,
    font_names,
    names,
    strings,
    to_unicode,
)
from answerkit.verify.extract.raw import raw_texts

if TYPE_CHECKING:
    from pypdf import PageObject

_ENCRYPTED = re.compile(rb"/Encrypt\b")
_STARTS_TEXT = re.compile(rb"\bBT\b")
_DRAWS_TEXT = re.compile(rb"Tj|TJ|'|\"")
_PAINTS = re.compile(rb"\b(?:Do|f\*?|S|s|B\*?|b\*?|F|sh|EI)\b")
_SAYS_NOTHING = re.compile(rb"/Image\b|/XRef\b|/ObjStm\b")
"""Pixels; and streams of objects, which are read as objects."""
_TABLE: Final = b"beginbf"
_FAULTS: Final = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError, RuntimeError, TypeError,
    ValueError, struct.error, zlib.error,
)  # fmt: skip
"""What the library raises for files that are not as they should be, apart from its own errors."""
_OPAQUE: Final = frozenset({Kind.EMPTY, Kind.TEXT, Kind.UNKNOWN, Kind.FONT, Kind.SETTINGS, Kind.PICTURE})


def read_pdf(source: Source, limits: Limits) -> Iterator[Found]:
    """Objects, what stands outside of streams, and the text of each page.

    Raises:
        UnreadableError: no page can be read.
    """
    data = source.data
    start, end = data.index(b"%PDF-"), data.rfind(b"%%EOF")
    yield from _outside(data[:start], 0)
    if end < 0:
        yield Flaw(Rule.U102)
    else:
        yield from _outside(data[end + len(b"%%EOF") :], end)
    if _ENCRYPTED.search(data):
        yield Flaw(Rule.U103)
        yield from raw_texts(data)
        return
    found = list(objects(data, limits))
    yield from _objects(found)
    yield from raw_texts(_without_streams(data, found))
    yield from _pages(data)


def _outside(data: bytes, position: int) -> Iterator[Found]:
    if data.strip(b"\x00 \t\r\n"):
        yield Flaw(Rule.U114, f"byte[{position}]")
        yield Inner(f"byte[{position}]", Source("", data))


def _without_streams(data: bytes, found: Sequence[PdfObject]) -> bytes:
    parts, position = [], 0
    for item in found:
        parts.append(data[position : item.start])
        position = max(position, item.end)
    return b"\n".join((*parts, data[position:]))


def _objects(found: Sequence[PdfObject]) -> Iterator[Found]:
    fonts = _fonts(found)
    every_name: set[str] = set()
    for item in found:
        place = f"obj[{item.number}]"
        every_name.update(names(item.text))
        words = "\n".join(filter(None, map(as_text, strings(item.text))))
        if words:
            yield Text(place, Role.METADATA, words)
        if item.stream:
            yield from _stream(item, item.stream, place, fonts)
    yield Text("navne", Role.NAME, "\n".join(sorted(every_name)))


def _fonts(found: Sequence[PdfObject]) -> Mapping[bytes, tuple[CharacterMap, ...]]:
    """By resource name, the tables of characters of all fonts of that name, whatever page they serve."""
    tables: dict[int, list[CharacterMap]] = defaultdict(list)
    table_of: dict[int, list[int]] = defaultdict(list)
    fonts: dict[bytes, tuple[CharacterMap, ...]] = {}
    for item in found:
        if item.stream and _TABLE in item.stream:
            tables[item.number].append(character_map(item.stream))
        if table := to_unicode(item.text):
            table_of[item.number].append(table)
    for item in found:
        for name, number in font_names(item.text):
            more = [table for holder in table_of.get(number, ()) for table in tables.get(holder, ())]
            known = fonts.get(name, ())
            fonts[name] = (*known, *(table for table in more if table not in known))
    return fonts


def _stream(
    item: PdfObject, stream: bytes, place: str, fonts: Mapping[bytes, tuple[CharacterMap, ...]]
) -> Iterator[Found]:
    if item.broken:
        yield Flaw(Rule.U102, place)
    if b"/EmbeddedFile" in item.text or judge(Source("", stream)) not in _OPAQUE:
        yield Inner(place, Source("", stream))
    elif _draws_text(stream):
        yield Text(place, Role.BODY, drawn_text(stream, fonts))
    elif not _SAYS_NOTHING.search(item.text):
        yield from raw_texts(stream, place)


def _draws_text(stream: bytes) -> bool:
    start = _STARTS_TEXT.search(stream)
    return start is not None and _DRAWS_TEXT.search(stream, start.end()) is not None


def _pages(data: bytes) -> Iterator[Found]:
    """What a reader sees; a page that draws something and has no letters cannot be judged.

    Raises:
        UnreadableError: the file has no pages that can be read.
    """
    import pypdf  # noqa: PLC0415 - only a PDF file pays for it

    logging.getLogger("pypdf").setLevel(
        logging.CRITICAL + 1
    )  # its warnings may repeat what stands in the file
    faults = (pypdf.errors.PyPdfError, *_FAULTS)
    try:
        pages = list(pypdf.PdfReader(io.BytesIO(data)).pages)
    except faults:
        raise UnreadableError(Rule.U102) from None
    for number, page in enumerate(pages, 1):
        try:
            text, paints = page.extract_text(), _paints(page)
        except faults:
            yield Flaw(Rule.U102, f"side[{number}]")
            continue
        yield Text(f"side[{number}]", Role.BODY, text)
        if paints and not any(map(str.isalpha, text)):
            yield Flaw(Rule.U109, f"side[{number}]")


def _paints(page: PageObject) -> bool:
    contents = page.get_contents()
    return contents is not None and _PAINTS.search(contents.get_data()) is not None
