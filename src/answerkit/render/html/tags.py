"""HTML elements. Text is escaped by ``markup.text``, whose result a browser reads as the same characters.

Source: WHATWG HTML, 13.1.2 (elements: void elements have no end tag, all others are given one here).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from answerkit.render.markup import Xml, fragment, text

BREAK: Final = Xml("<br>")
NEW_LINE: Final = Xml("\n")
"""Between blocks, so that one can read the source."""


def tag(name: str, attributes: Mapping[str, str] | None, *content: Xml) -> Xml:
    """An element with its attributes in the order given, and its end tag.

    Args:
        name: a literal of this program (names are not escaped).
        attributes: name → value, unescaped; those with an empty value are left out.
        content: in order.
    """
    return Xml(f"{opening(name, attributes)}{fragment(content)}</{name}>")


def opening(name: str, attributes: Mapping[str, str] | None = None) -> Xml:
    """A start tag, or all of a void element."""
    given = [f' {key}="{_value(value)}"' for key, value in (attributes or {}).items() if value]
    return Xml(f"<{name}{''.join(given)}>")


def _value(characters: str) -> str:
    return text(characters).replace('"', "&quot;")
