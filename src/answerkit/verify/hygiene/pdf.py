"""PDF: annotations, attachments, programs, hidden layers, earlier versions, authors.

Source: ISO 32000-2, 7.5.6 (incremental updates), 7.11.4 (embedded files), 8.11 (optional content), 9.3.6
(rendering modes), 12.5 (annotations), 12.6.4 (actions), 14.3.3 (document information).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from answerkit.verify.extract.found import Source
from answerkit.verify.extract.limits import LIMITS
from answerkit.verify.extract.pdf_objects import PdfObject, objects
from answerkit.verify.extract.pdf_text import as_text, strings
from answerkit.verify.hygiene.codes import Rule
from answerkit.verify.hygiene.trace import Trace

_MARKS: Final = (
    rb"Text|FreeText|Line|Square|Circle|Polygon|PolyLine|Highlight|Underline|Squiggly|StrikeOut|Stamp|Caret|Ink"
    rb"|Popup|Redact"
)
_DICTIONARY: Final = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (rb"/Subtype\s*/(?:" + _MARKS + rb")\b", Rule.H101),
        (rb"/Type\s*/EmbeddedFile\b|/EmbeddedFiles\b", Rule.H105),
        (rb"/Subtype\s*/(?:FileAttachment|3D|RichMedia|Sound|Movie|Screen)\b", Rule.H105),
        (rb"/S\s*/(?:JavaScript|Launch|SubmitForm|ImportData|Rendition)\b|/JavaScript\b|/JS\b", Rule.H107),
        (rb"/S\s*/GoToR\b|/URI\s*\((?:file:|\\\\)", Rule.H109),
        (rb"/OFF\s*\[\s*[0-9]", Rule.H103),
        (rb"/PieceInfo\b", Rule.H111),
    )
)
_INFORMATION = re.compile(rb"/(?:Author|Company|Manager)\s*(?=[(<][^<])")
_UNSEEN_TEXT = re.compile(rb"\b3\s+Tr\b")
_DRAWS = re.compile(rb"\bT[jJ]\b")
_OBJECT = re.compile(rb"\s[0-9]{1,9}\s+[0-9]{1,5}\s+obj\b")
_END: Final = b"%%EOF"
_LINEARIZED: Final = b"/Linearized"


def pdf_traces(source: Source, own: frozenset[str]) -> Iterator[Trace]:
    """What a PDF holds beside what its pages show; ``own`` are authors that may stand in it."""
    data = source.data
    if _was_updated(data):
        yield Trace(Rule.H115)
    if b"/Encrypt" in data:
        return
    for item in objects(data, LIMITS):
        for rule in _rules(item, own):
            yield Trace(rule, f"obj[{item.number}]")


def _rules(item: PdfObject, own: frozenset[str]) -> Iterator[Rule]:
    for pattern, rule in _DICTIONARY:
        if pattern.search(item.text):
            yield rule
    for key in _INFORMATION.finditer(item.text):
        name = as_text(next(strings(item.text[key.end() :]), b"")).strip()
        if name and name not in own:
            yield Rule.H112
    if item.stream and _UNSEEN_TEXT.search(item.stream) and _DRAWS.search(item.stream):
        yield Rule.H118


def _was_updated(data: bytes) -> bool:
    """Whether objects stand behind the end of a finished file; a file made for the web has two ends."""
    ends = [found.end() for found in re.finditer(_END, data)]
    finished = ends[1:] if _LINEARIZED in data[:2048] else ends
    return bool(finished) and _OBJECT.search(data, finished[0]) is not None
