"""Markdown with slots as a tree, read once and used in every edition that contains it.

Source: CommonMark 0.31 with GFM tables, and the footnotes, definition lists and containers of
mdit-py-plugins. HTML is switched off, so tags in prose are text. A list in the container ``::: table`` is a
table, as in reStructuredText's ``list-table``; a container of another name, or without an end, is read too,
lest it be printed, or more be taken for table. A date at the start of a line is no item of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from answerkit.model.frozen import dataclass
from answerkit.prose.danish import MONTHS
from answerkit.prose.slots import Slot

_MARKDOWN = (
    MarkdownIt("commonmark", {"html": False})
    .enable("table")
    .use(footnote_plugin)
    .use(deflist_plugin)
    .use(container_plugin, "table", validate=lambda name, _: name.strip() == "table")
    .use(container_plugin, "unknown", validate=lambda *_: True)
)
_LINE_START = r"^((?:[ >]|[-+*] |\d{1,9}[.)] |\[\^[^\]\s]+\]:)*"
_DATE = re.compile(rf"{_LINE_START}\d{{1,2}})\.(?= +(?:{'|'.join(MONTHS)})\b(?!-))", re.MULTILINE)
_FOOTNOTE_MARK = re.compile(r"\[\^([^\]\s]+)\]")


@dataclass(frozen=True, slots=True)
class Element:
    """A node of the Markdown tree.

    Attributes:
        kind: markdown-it's token type without ``_open``, e.g. ``paragraph``, ``strong``, ``text``.
        line: 1-based in the Markdown; inside a line, that of its block.
        footnote: index into the fragment's footnotes, or -1.
    """

    kind: str
    line: int
    text: str = ""
    attributes: Mapping[str, str | int | float] = field(default_factory=dict)
    children: tuple[Element, ...] = ()
    level: int = 0
    footnote: int = -1


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of Markdown.

    Attributes:
        footnotes: by index; the children are a footnote's blocks.
        loose_footnotes: 1-based lines of footnote marks without text and texts without mark.
    """

    elements: tuple[Element, ...]
    slots: tuple[Slot, ...]
    footnotes: tuple[Element, ...]
    loose_footnotes: tuple[int, ...]


def read_fragment(markdown: str, slots: tuple[Slot, ...]) -> Fragment:
    """The tree of a piece of Markdown; every text is Markdown of some kind, so this cannot fail."""
    environment: dict[str, Mapping[str, Mapping[str, int]]] = {}
    tokens = _MARKDOWN.parse(_DATE.sub(r"\1\.", markdown), environment)
    elements = _tree(iter(_with_ends(tokens, markdown.split("\n"))), 1)
    footnotes = elements[-1].children if elements and elements[-1].kind == "footnote_block" else ()
    body = elements[:-1] if footnotes else elements
    unused = [key[1:] for key, use in environment.get("footnotes", {}).get("refs", {}).items() if use < 0]
    loose = tuple(sorted({*_loose_marks(body), *_lines_of(unused, markdown)}))
    return Fragment(body, slots, footnotes, loose)


def _with_ends(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Token]:
    """The tokens; a table written as a list whose end was forgotten is none."""
    for token in tokens:
        if token.type == "container_table_open" and not _has_end(token, lines):
            token.type = "container_endless_open"
        yield token


def _has_end(container: Token, lines: Sequence[str]) -> bool:
    """Whether a line of colons, as many as before its name, ends the container, not its parent."""
    end = container.map[1] if container.map else len(lines)
    return end < len(lines) and lines[end].strip().startswith(container.markup)


def _tree(tokens: Iterator[Token], line: int) -> tuple[Element, ...]:
    """The elements up to the closing token of their parent, or to the end."""
    elements: list[Element] = []
    for token in tokens:
        if token.nesting < 0:
            break
        here = token.map[0] + 1 if token.map else line
        if token.nesting > 0:
            elements.append(_element(token, here, _tree(tokens, here)))
        elif token.type == "inline":
            elements.extend(_tree(iter(token.children or ()), here))
        elif token.type != "footnote_anchor":
            elements.append(_element(token, here, ()))
    return tuple(elements)


def _element(token: Token, line: int, children: tuple[Element, ...]) -> Element:
    return Element(
        kind=token.type.removesuffix("_open"),
        line=line,
        text=token.content,
        attributes=token.attrs,
        children=children,
        level=int(token.tag[1]) if token.type == "heading_open" else 0,
        footnote=int(token.meta.get("id", -1)) if token.type == "footnote_ref" else -1,
    )


def _loose_marks(elements: Sequence[Element]) -> Iterator[int]:
    for element in elements:
        if element.kind == "text" and _FOOTNOTE_MARK.search(element.text):
            yield element.line
        yield from _loose_marks(element.children)


def _lines_of(labels: Sequence[str], markdown: str) -> Iterator[int]:
    for number, line in enumerate(markdown.split("\n"), 1):
        if any(line.lstrip().upper().startswith(f"[^{label.upper()}]:") for label in labels):
            yield number
