"""Document properties: who wrote the file, for whom, with what; and what other programs put there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from answerkit.verify.extract.found import Source
from answerkit.verify.extract.markup import Element
from answerkit.verify.hygiene.codes import Rule
from answerkit.verify.hygiene.trace import Trace

# Sources: ECMA-376-2, 11.1 (core properties); ECMA-376-1, 22.2 (extended), 22.3 (custom); ODF 1.3 part 3, 4.3
_AUTHORS: Final = frozenset({
    "creator", "lastModifiedBy", "keywords", "description", "category", "contentStatus", "identifier",
    "subject", "initial-creator", "printed-by", "keyword",
})  # fmt: skip
_ORGANISATION: Final = frozenset({"Company", "Manager", "HyperlinkBase", "Template"})
_USUAL_TEMPLATES: Final = frozenset({"Normal", "Normal.dotm", "Normal.dot"})
_CORE: Final = ("coreProperties", "document-meta")
_CUSTOM_XML = re.compile(r"(?:^|/)customXml/[^/]+\.xml$")
_PLUMBING: Final = "datastoreItem"
_SOURCES: Final = "Sources"
"""Word's own list of literature, which it adds to any file; empty, it says nothing."""


def property_traces(root: Element, source: Source, own: frozenset[str]) -> Iterator[Trace]:
    """What a part of properties or of other programs' data holds.

    Args:
        root: the part.
        source: its name says whether it is a part of custom XML.
        own: author's names that say nothing new.
    """
    local = _local(root)
    if local in _CORE:
        yield from _filled(root, _AUTHORS, own)
        yield from (
            Trace(Rule.H111) for each in root.iter("*") if _local(each) == "user-defined" and each.text
        )
    elif local == "Properties" and root.tag.endswith("/extended-properties}Properties"):
        yield from _filled(root, _ORGANISATION, own | _USUAL_TEMPLATES)
    elif local == "Properties" and root.tag.endswith("/custom-properties}Properties"):
        yield from (Trace(Rule.H111) for _ in root)
    elif _CUSTOM_XML.search(source.name) and local != _PLUMBING and (local != _SOURCES or len(root)):
        yield Trace(Rule.H110)


def _filled(root: Element, names: frozenset[str], own: frozenset[str]) -> Iterator[Trace]:
    for element in root.iter("*"):
        name, text = _local(element), (element.text or "").strip()
        if name in names and text and text not in own:
            yield Trace(Rule.H112, name)


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]
