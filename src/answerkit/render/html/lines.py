"""What stands inside a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from answerkit.model.document import (
    CrossReference,
    Emphasis,
    FootnoteMark,
    Inline,
    LineBreak,
    Link,
    Strong,
    Text,
)
from answerkit.render.html.tags import BREAK, tag
from answerkit.render.markup import Xml, fragment, text


def line(children: Iterable[Inline]) -> Xml:
    """The text and links of a line, in order."""
    return fragment([_inline(child) for child in children])


def _inline(child: Inline) -> Xml:  # noqa: PLR0911 - one case per kind
    match child:
        case Text(shown, language=language):
            return tag("span", {"lang": language}, text(shown)) if language else text(shown)
        case Emphasis(children):
            return tag("em", None, line(children))
        case Strong(children):
            return tag("strong", None, line(children))
        case Link(href, children):
            # A link cannot stand in a link, so the notes of its text are called behind it.
            return fragment((tag("a", {"href": href}, line(_unmarked(children))), line(_marks(children))))
        case CrossReference(anchor, shown):
            return internal_link(anchor, shown)
        case FootnoteMark(number):
            return tag("sup", None, _mark(number))
        case LineBreak():
            return BREAK
        case _:
            assert_never(child)


def internal_link(anchor: str, shown: str) -> Xml:
    """A link to a place in this document."""
    return tag("a", {"href": f"#{anchor}"}, text(shown))


def _mark(number: int) -> Xml:
    attributes = {"id": mark_id(number), "href": f"#{note_id(number)}", "role": "doc-noteref"}
    return tag("a", attributes, text(str(number)))


def note_id(number: int) -> str:
    """Where a footnote stands."""
    return f"fodnote-{number}"


def mark_id(number: int) -> str:
    """Where a footnote is called."""
    return f"fodnotetegn-{number}"


def _unmarked(children: Iterable[Inline]) -> Iterator[Inline]:
    for child in children:
        match child:
            case FootnoteMark():
                pass
            case Emphasis(inside):
                yield Emphasis(tuple(_unmarked(inside)))
            case Strong(inside):
                yield Strong(tuple(_unmarked(inside)))
            case _:
                yield child


def _marks(children: Iterable[Inline]) -> Iterator[FootnoteMark]:
    for child in children:
        match child:
            case FootnoteMark():
                yield child
            case Emphasis(inside) | Strong(inside):
                yield from _marks(inside)
            case _:
                pass


def labelled(number: str, shown: str) -> Xml:
    """A heading's number and its text; the number stands by itself, as Word counts it by itself."""
    if not number:
        return text(shown)
    return fragment((tag("span", {"class": "number"}, text(number)), text(f" {shown}")))
