"""Formats without a reader of their own: what can be read in their bytes as they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from answerkit.verify.extract.codes import Rule
from answerkit.verify.extract.found import ARCHIVE, Flaw, Found, Inner, Reader, Source, Text
from answerkit.verify.extract.limits import Limits
from answerkit.verify.extract.raw import raw_texts

_LEAST_HEAD: Final = 4
_EDGE: Final = 1024 * 1024
"""Of a larger file only so much is searched at either end; it is a finding in any case."""


def opaque(rule: Rule) -> Reader:
    """A reader that reports the rule, what raw strings there are, and a file that hangs on behind."""

    def read(source: Source, _limits: Limits) -> Iterator[Found]:
        yield Flaw(rule)
        data = source.data
        if packed := ARCHIVE.search(data, _LEAST_HEAD):
            yield Flaw(Rule.U114, f"byte[{packed.start()}]")
            yield Inner(f"byte[{packed.start()}]", Source("", data[packed.start() :]))
        if len(data) > 2 * _EDGE:
            yield Flaw(Rule.U104)  # whatever the rule: what stands in the middle is not searched
        yield from edges(data)

    return read


def edges(data: bytes) -> Iterator[Text]:
    """The raw strings of bytes that nobody can read, of many bytes only those at either end."""
    yield from raw_texts(data[:_EDGE])
    if len(data) > _EDGE:
        yield from raw_texts(data[max(_EDGE, len(data) - _EDGE) :], "byte fra slutningen")


def read_nothing(_source: Source, _limits: Limits) -> Iterator[Found]:
    """An empty file says nothing."""
    return iter(())
