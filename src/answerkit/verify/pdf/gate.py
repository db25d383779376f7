"""The PDF gate: nothing but pages, the properties and bookmarks of the Word file, and links that it has too.

What the pages say is not compared here: other gates read it, by ``verify/extract``.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import unquote

from lxml import etree

from answerkit.model.finding import Finding, Gate
from answerkit.verify.page.line import Line
from answerkit.verify.page.word import word_lines
from answerkit.verify.pdf.codes import Rule
from answerkit.verify.pdf.facts import PdfFacts, UnreadablePdfError, read_facts

# Source: ISO 32000-1, 7.7.2 (document catalogue); OpenAction is where LibreOffice opens the file: page one.
_CATALOG: Final = frozenset((
    "/Type", "/Pages", "/OpenAction", "/ViewerPreferences", "/Outlines", "/StructTreeRoot", "/MarkInfo",
    "/Lang", "/Metadata", "/PageMode", "/PageLayout", "/Version",
))  # fmt: skip
_PROPERTIES: Final = frozenset(("/Title", "/Author", "/Creator", "/Producer"))
_UNREADABLE: Final = (ValueError, LookupError, zipfile.BadZipFile, etree.LxmlError, NotImplementedError)


def verify_pdf(data: bytes, word: bytes | None, *, name: str) -> tuple[Finding, ...]:
    """What is wrong with a PDF; nothing when it may be written.

    Args:
        data: the file's bytes; any bytes at all.
        word: the Word file that it was made of, as answerkit built it; None for one that was edited since,
            whose properties are its author's.
        name: how findings call the file.
    """
    rules = sorted(set(_broken(data, word)), key=str)
    return tuple(Finding(name, "", "", Gate.STRUCTURE, rule.name, rule.value) for rule in rules)


def release(data: bytes) -> tuple[int, ...]:
    """Of the LibreOffice that made the PDF, e.g. (25, 2); empty where that cannot be told."""
    try:
        return read_facts(data).release
    except UnreadablePdfError:
        return ()


def _broken(data: bytes, word: bytes | None) -> Iterator[Rule]:
    try:
        facts = read_facts(data)
    except UnreadablePdfError:
        yield Rule.S211
        return
    if not facts.catalog <= _CATALOG:
        yield Rule.S212
    if not facts.tagged:
        yield Rule.S217
    if word is not None:
        yield from _different(facts, word)


def _different(facts: PdfFacts, word: bytes) -> Iterator[Rule]:
    """Where the PDF says something else than the Word file."""
    try:
        lines = word_lines(word)
    except _UNREADABLE:
        yield Rule.S214
        return
    properties = dict(facts.properties)
    if not properties.keys() <= _PROPERTIES or not facts.release or properties.get("/Creator") != "Writer":
        yield Rule.S213
    publisher, _, title = (line.text for line in lines[:3])
    if (properties.get("/Title"), properties.get("/Author")) != (title, publisher):
        yield Rule.S214
    if list(facts.outline) != [line.text for line in lines if line.kind in ("h2", "h3", "h4", "h5")]:
        yield Rule.S215
    if not set(map(unquote, facts.links)) <= set(_addresses(lines)):
        yield Rule.S216


def _addresses(lines: Sequence[Line]) -> Iterator[str]:
    for line in lines:
        yield from (unquote(target) for target, _ in line.links)
