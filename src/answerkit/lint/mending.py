"""What ``lint --fix`` makes of a text: spaces, decimals, ranges and tracked links, and nothing else.

A text keeps its lines. What is mended here is what L406, L408, L409 and L410 find.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from answerkit.lint.links import addresses, without_tracking
from answerkit.lint.passages import Passage
from answerkit.lint.rules.key_order import key_order
from answerkit.lint.spacing import double_spaces, ranges, split_numbers
from answerkit.lint.subject import Subject
from answerkit.model.content import Ground, Law, Prose
from answerkit.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Mended:
    """A text that can be mended, and what it becomes."""

    prose: Prose
    text: str


@dataclass(frozen=True, slots=True)
class _Patch:
    start: int
    end: int
    text: str


def mended(subject: Subject) -> Iterator[Mended]:
    """Every text of the content to judge that can be mended."""
    for passage in subject.passages:
        text = mended_text(passage)
        if text != passage.prose.text:
            yield Mended(passage.prose, text)
    library = subject.library
    registers: tuple[Law | Ground, ...] = (*library.laws.values(), *library.grounds.values())
    for record in registers if subject.whole else ():
        url = without_tracking(record.url)
        if url != record.url:
            yield Mended(Prose(record.url, record.where["url"], exact=False), url)


def disordered(subject: Subject) -> frozenset[str]:
    """The files whose keys do not stand in the fixed order."""
    return frozenset(item.place.file for item in key_order.judge(subject))


def mended_text(passage: Passage) -> str:
    """The passage's text after mending."""
    text, end = passage.prose.text, 0
    pieces: list[str] = []
    for patch in sorted(_patches(passage), key=lambda patch: patch.start):
        if patch.start >= end:
            pieces += (text[end : patch.start], patch.text)
            end = patch.end
    return "".join((*pieces, text[end:]))


def _patches(passage: Passage) -> Iterable[_Patch]:
    text = passage.readable
    for start, end in double_spaces(text):
        yield _Patch(start, end, " ")
    for match in split_numbers(text):
        yield _Patch(*match.span(), f"{match['whole']},{match['part']}")
    for found in ranges(text):
        yield _Patch(found.start, found.end, found.mended)
    for address in addresses(passage.prose.text):
        clean = without_tracking(address.text)
        if clean != address.text:
            yield _Patch(address.offset, address.offset + len(address.text), clean)
