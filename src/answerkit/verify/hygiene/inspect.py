"""The hygiene gate: it looks at each part while a file is read, and says what programs left there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final

from answerkit.model.finding import Finding, Gate
from answerkit.verify.extract.found import BROKEN, Source
from answerkit.verify.extract.kind import Kind
from answerkit.verify.extract.markup import parse
from answerkit.verify.hygiene.codes import Rule
from answerkit.verify.hygiene.html import html_traces
from answerkit.verify.hygiene.names import name_traces
from answerkit.verify.hygiene.odf import odf_traces
from answerkit.verify.hygiene.office import office_traces
from answerkit.verify.hygiene.old_office import ole_traces, rtf_traces
from answerkit.verify.hygiene.pdf import pdf_traces
from answerkit.verify.hygiene.pictures import picture_traces
from answerkit.verify.hygiene.properties import property_traces
from answerkit.verify.hygiene.relations import relation_traces
from answerkit.verify.hygiene.trace import BytesCheck, Trace, XmlCheck
from answerkit.verify.hygiene.unseen import UnseenStyles
from answerkit.verify.hygiene.unseen_odf import UnseenInOdf
from answerkit.verify.hygiene.word import word_traces

_BYTES: Final[Mapping[Kind, BytesCheck]] = {
    Kind.PDF: pdf_traces,
    Kind.RTF: rtf_traces,
    Kind.OLE: ole_traces,
    Kind.HTML: html_traces,
    Kind.PNG: picture_traces,
    Kind.JPEG: picture_traces,
    Kind.TIFF: picture_traces,
    Kind.RIFF: picture_traces,
}
_XML: Final[tuple[XmlCheck, ...]] = (word_traces, office_traces, odf_traces, relation_traces)


class Inspection:
    """What one file's parts were found to hold.

    Args:
        own: names that the project itself gives as author, e.g. the authority's.
    """

    def __init__(self, own: frozenset[str] = frozenset()) -> None:
        self._own = own
        self._traces: dict[tuple[str, Rule], Counter[str]] = {}
        self._unseen = (UnseenStyles(), UnseenInOdf())

    def look(self, part: str, kind: Kind, source: Source) -> None:
        """Look at a part. What cannot be read is the reader's finding, so nothing is said of it here."""
        try:
            for trace in self._seen(part, kind, source):
                self._traces.setdefault((part, trace.rule), Counter())[trace.place] += 1
        except BROKEN:
            return

    def _seen(self, part: str, kind: Kind, source: Source) -> Iterator[Trace]:
        yield from name_traces(source)
        if kind in _BYTES:
            yield from _BYTES[kind](source, self._own)
        if kind is Kind.XML:
            root = parse(source.data)
            for unseen in self._unseen:
                unseen.look(part, root)
            yield from property_traces(root, source, self._own)
            for check in _XML:
                yield from check(root)

    def findings(self, name: str) -> tuple[Finding, ...]:
        """One for each part and rule, at the first place, with the number of places.

        Args:
            name: the file as the user named it.
        """
        traces = {key: Counter(places) for key, places in self._traces.items()}
        for part, place in chain(*(unseen.found() for unseen in self._unseen)):
            traces.setdefault((part, Rule.H103), Counter())[place] += 1
        return tuple(_finding(name, part, rule, places) for (part, rule), places in traces.items())


def _finding(name: str, part: str, rule: Rule, places: Counter[str]) -> Finding:
    count = places.total()
    message = f"{rule.message} ({count} steder)" if count > 1 else rule.message
    return Finding(name, part, next(iter(places)), Gate.HYGIENE, rule.name, message, rule.severity)
