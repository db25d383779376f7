"""HTML: programs, what is fetched when the page is shown, and what a browser does not show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerkit.verify.extract.found import Source
from answerkit.verify.hygiene.codes import Rule
from answerkit.verify.hygiene.trace import Trace

_TRACES = (
    (re.compile(rb"<script\b|\son[a-z]{3,20}\s*=|javascript:", re.IGNORECASE), Rule.H107),
    (re.compile(rb"<!--(?!\[|>)|<!--\[if", re.IGNORECASE), Rule.H101),
    (
        re.compile(
            rb"display\s*:\s*none|visibility\s*:\s*hidden|type\s*=\s*[\"']?hidden|\shidden[\s>=]"
            rb"|(?:font-size|opacity)\s*:\s*0*\.?0+\s*(?:px|pt|em|rem|%)?\s*[;\"'}!]",
            re.IGNORECASE,
        ),
        Rule.H103,
    ),
    (
        re.compile(rb"<(?:img|iframe|embed|object|link|video|audio|source)\b[^<>]{0,2000}?(?:src|href|data)\s*=\s*[\"']?"
                   rb"(?:https?:|//|file:|\\\\)", re.IGNORECASE),
        Rule.H108,
    ),
)  # fmt: skip


def html_traces(source: Source, _own: frozenset[str]) -> Iterator[Trace]:
    """What a page holds beside what it shows."""
    for pattern, rule in _TRACES:
        for _ in pattern.finditer(source.data):
            yield Trace(rule)
