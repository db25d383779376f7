"""What stands inside a line: from Markdown elements to the document's inlines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from answerkit.compose.draft import Draft
from answerkit.model.codes import Code
from answerkit.model.document import Emphasis, FootnoteMark, Inline, LineBreak, Link, Strong, Text
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Place
from answerkit.prose.danish import bound
from answerkit.prose.fragment import Element, Fragment
from answerkit.prose.slots import (
    PATTERN,
    CoverageSlot,
    InlineSlot,
    PartsSlot,
    ProseSlot,
    Slot,
    TextSlot,
    has_slot,
)

# Absolute, no user name in front of the host, and no query string: that is where trackers put their marks.
_LINK = re.compile(r"https://[^@?\s]+|mailto:[^?\s]+")

# Tags that people write into Markdown; it would print them. Other words may stand in angle brackets.
_TAG = re.compile(
    r"</?(?:a|b|br|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|script|span|strong|style|su[bp]|table|t[dhr]|u|ul)"
    r"\b[^<>]*>|<!--",
    re.IGNORECASE,
)
_MOST_REMEMBERED = 1 << 14


@dataclass(frozen=True, slots=True)
class InlineReader:
    """Reads the lines of one fragment.

    Attributes:
        place: 1-based line of the fragment → place in the file it came from.
        footnote: index of a footnote → its number in the document.
    """

    draft: Draft
    fragment: Fragment
    place: Callable[[int], Place]
    footnote: Callable[[int], int]

    def read(self, elements: Iterable[Element]) -> tuple[Inline, ...]:
        """The inlines in order, neighbouring text joined."""
        return tuple(_joined(inline for element in elements for inline in self._inlines(element)))

    def plain(self, elements: Iterable[Element]) -> str:
        """Text without any expression, as a heading needs it."""
        return "".join(self._plain(element) for element in elements)

    def _inlines(self, element: Element) -> Iterator[Inline]:
        match element.kind:
            case "text":
                yield from self._text(element)
            case "softbreak":
                yield Text(" ")
            case "hardbreak":
                yield LineBreak()
            case "em":
                yield Emphasis(self.read(element.children))
            case "strong":
                yield Strong(self.read(element.children))
            case "link":
                yield from self._link(element)
            case "footnote_ref":
                yield FootnoteMark(self.footnote(element.footnote))
            case _:
                code = Code.AK403 if has_slot(element.text) else Code.AK404
                self.draft.report(code, self.place(element.line))

    def _text(self, element: Element) -> Iterator[Inline]:
        for index, piece in enumerate(PATTERN.split(element.text)):
            if index % 2 == 0:
                yield from self._words(piece, element)
            else:
                yield from self._slot(self.fragment.slots[int(piece)], element)

    def _words(self, words: str, element: Element) -> Iterator[Text]:
        text, tag = _read_words(words)
        if tag:
            self.draft.report(Code.AK404, self.place(element.line), tag)
        if text.text:
            yield text

    def _slot(self, slot: Slot, element: Element) -> tuple[Inline, ...]:
        if isinstance(slot, ProseSlot | PartsSlot | CoverageSlot):
            self.draft.report(Code.AK406, self.place(element.line))
            return ()
        return self.draft.inline(_at(slot, self.place(element.line)))

    def _link(self, element: Element) -> Iterator[Inline]:
        href = str(element.attributes["href"])
        if has_slot(href):
            self.draft.report(Code.AK403, self.place(element.line))
        elif not _LINK.fullmatch(href):
            self.draft.report(Code.AK405, self.place(element.line), href)
        elif "title" in element.attributes:
            self.draft.report(Code.AK404, self.place(element.line))
        else:
            yield Link(href, self.read(element.children))

    def _plain(self, element: Element) -> str:
        if element.kind == "softbreak":
            return " "
        if element.kind != "text":
            self.draft.report(Code.AK404, self.place(element.line))
            return ""
        pieces = PATTERN.split(element.text)
        marks = [self.fragment.slots[int(piece)] for piece in pieces[1::2]]
        if not all(isinstance(mark, TextSlot) for mark in marks):
            self.draft.report(Code.AK403, self.place(element.line))
        texts = [mark.text if isinstance(mark, TextSlot) else "" for mark in marks]
        return bound("".join(a + b for a, b in zip(pieces[::2], [*texts, ""], strict=True)))


@lru_cache(maxsize=_MOST_REMEMBERED)
def _read_words(words: str) -> tuple[Text, str]:
    """Words as they stand on the page, and the first tag in them; they recur with their block."""
    tag = _TAG.search(words)
    return Text(bound(words)), tag[0] if tag else ""


def _at(slot: InlineSlot, place: Place) -> InlineSlot:
    """A slot that a template put in knows no line: it takes that of the paragraph that it stands in."""
    if isinstance(slot, TextSlot) or slot.place.line:
        return slot
    return replace(slot, place=place)


def _joined(inlines: Iterable[Inline]) -> Iterator[Inline]:
    held: Text | None = None
    for inline in inlines:
        if isinstance(inline, Text) and not (inline.figure or inline.language):
            held = Text(held.text + inline.text) if held else inline
            continue
        if held:
            yield held
        held = None
        yield inline
    if held:
        yield held
