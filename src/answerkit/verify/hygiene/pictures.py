"""Photographs and other pictures: where, when, with what and by whom they were made."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerkit.verify.extract.found import Source
from answerkit.verify.hygiene.codes import Rule
from answerkit.verify.hygiene.trace import Trace

_MADE_BY = re.compile(rb"Exif\x00\x00|eXIf|<x:xmpmeta|Photoshop 3\.0\x008BIM|ASCII\x00\x00\x00|"
                      rb"tEXt(?:Author|Copyright|Comment|Source|Creation Time)\x00")  # fmt: skip


def picture_traces(source: Source, _own: frozenset[str]) -> Iterator[Trace]:
    """Whether the picture holds metadata that cameras and editors write."""
    if _MADE_BY.search(source.data):
        yield Trace(Rule.H112)
