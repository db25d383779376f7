"""The only place where XML comes into being: what these functions return is well-formed and escaped.

Everything else in this stage puts their results together. A ``str`` is never an ``Xml`` by itself, so text
that nobody escaped does not pass the type checker.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NewType

Xml = NewType("Xml", str)
"""Well-formed content of an element: elements and text, escaped."""

NOTHING = Xml("")

# Source: XML 1.0 (Fifth Edition) 2.2, production [2] Char. Both patterns name what is rare; naming the rest
# of Unicode instead would take milliseconds to compile.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

# Nearly all texts hold nothing that needs a second look: none of the above, nor any of & < > " or line ends.
_RARE = re.compile('[\x00-\x1f"&<>\ud800-\udfff\ufffe\uffff]')


class IllegalCharacterError(ValueError):
    """A character that XML cannot hold, not even escaped: a fault, as loading refuses such content."""

    def __init__(self) -> None:
        super().__init__("character outside XML 1.0")


def text(characters: str) -> Xml:
    """The characters as element content; parsing gives exactly the same characters back.

    Raises:
        IllegalCharacterError: for a control character, a lone surrogate or a noncharacter.
    """
    if not _RARE.search(characters):
        return Xml(characters)
    if _ILLEGAL.search(characters):
        raise IllegalCharacterError
    escaped = characters.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # A parser turns a bare carriage return into a line feed (XML 1.0, 2.11).
    return Xml(escaped.replace("\r", "&#13;"))


def _attribute(value: str) -> str:
    if not _RARE.search(value):
        return value
    # A parser turns bare tabs and line feeds of an attribute into spaces (XML 1.0, 3.3.3).
    return text(value).replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;")


def element(name: str, attributes: Mapping[str, str] | None = None, *children: Xml) -> Xml:
    """An element with its attributes in the order given; self-closing when it has no content.

    Args:
        name: the qualified name, a literal of this program (names are not escaped).
        attributes: qualified name → value, unescaped.
        children: the content, in order.

    Raises:
        IllegalCharacterError: for an attribute that XML cannot hold.
    """
    opening = f"<{name}"
    if attributes:
        opening += "".join([f' {key}="{_attribute(value)}"' for key, value in attributes.items()])
    content = "".join(children)
    return Xml(f"{opening}>{content}</{name}>" if content else f"{opening}/>")


def fragment(pieces: Iterable[Xml]) -> Xml:
    """The pieces one after another."""
    return Xml("".join(pieces))


def document(root: Xml) -> bytes:
    """The bytes of a part of which ``root`` is the one element."""
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + root.encode("utf-8")
