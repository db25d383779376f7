"""HTML in the one form that answerkit writes: which tags there may be, and what may stand in what.

A list of what may stand, not of what may not: a browser forgives much, and what it forgives differs.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import Final

from answerkit.model.frozen import dataclass

_VALUE: Final = r'(?:[^<>&"\n]|&(?:amp|lt|gt|quot);)*+'
_ID: Final = r' id="[a-z0-9-]+"'
_FORMS: Final = {
    "header": "",
    "main": "",
    "h1": "",
    **dict.fromkeys(("h2", "h3", "h4", "h5"), f"(?:{_ID})?"),
    "p": r'(?: class="(?:publisher|banner|table-note)")?',
    "div": r'(?: class="(?:confidential|notice" role="note)")?',
    "ul": "",
    "ol": r'(?: start="[0-9]{1,9}")?',
    "li": r'(?: id="fodnote-[1-9][0-9]{0,3}")?',
    "dl": "",
    "dt": "",
    "dd": "",
    "nav": ' aria-label="Besvarelsens dele"',
    "section": ' role="doc-endnotes" aria-label="Noter"',
    "table": f"(?:{_ID})?",
    "caption": "",
    "thead": "",
    "tbody": "",
    "tr": r'(?: class="total")?',
    "th": r' scope="col"(?: class="(?:number|long)")?',
    "td": r'(?: class="(?:number|long)")?',
    "figure": f"(?:{_ID})?",
    "figcaption": "",
    "img": (
        r' src="data:image/(?:png|svg\+xml);base64,[A-Za-z0-9+/]++={0,2}"'
        rf' alt="{_VALUE}" width="[1-9][0-9]{{0,4}}" height="[1-9][0-9]{{0,4}}"'
    ),
    "span": r' class="number"| lang="[a-z]{2}-[A-Z]{2}"',
    "em": "",
    "strong": "",
    "sup": "",
    "br": "",
    "a": (
        rf'(?: href="{_VALUE}"'
        r'| id="fodnotetegn-([1-9][0-9]{0,3})" href="#fodnote-\1" role="doc-noteref"'
        r'| href="#fodnotetegn-([1-9][0-9]{0,3})" role="doc-backlink"'
        r' aria-label="Tilbage til teksten fra note \2")'
    ),
}
_ATTRIBUTES: Final = {name: re.compile(form) for name, form in _FORMS.items()}
_VOID: Final = frozenset(("br", "img"))
_BACK: Final = "↩"
"""All that a link from a note back to the text shows; it is no part of the note's line."""

_INLINE: Final = frozenset(("em", "strong", "sup", "a", "br", "span"))
_BLOCKS: Final = frozenset(("h2", "h3", "h4", "h5", "p", "div", "ul", "ol", "dl", "nav", "table", "figure"))
IN_CELL: Final = frozenset(("p", "ul", "ol"))
_LINES: Final = ("h1", "h2", "h3", "h4", "h5", "p", "dt", "dd", "caption", "th", "td", "figcaption")
_INSIDE: Final = {
    "body": frozenset(("header", "main")),
    "header": frozenset(("p",)),
    "main": _BLOCKS | {"h1", "section"},
    "div": _BLOCKS | {"dt", "dd"},
    "ul": frozenset(("li",)),
    "ol": frozenset(("li",)),
    "li": _BLOCKS | {"a"},  # a link in the list of parts
    "dl": frozenset(("div",)),
    "nav": frozenset(("ul",)),
    "section": frozenset(("ol",)),
    "table": frozenset(("caption", "thead", "tbody")),
    "thead": frozenset(("tr",)),
    "tbody": frozenset(("tr",)),
    "tr": frozenset(("th", "td")),
    "figure": frozenset(("img", "figcaption")),
    **dict.fromkeys(_LINES, _INLINE),
    "td": _INLINE | IN_CELL,
    "em": _INLINE,
    "strong": _INLINE,
    "a": frozenset(("em", "strong", "br")),
    "sup": frozenset(("a",)),
    "span": frozenset[str](),
}
_WORDS: Final = frozenset((*_LINES, "em", "strong", "a", "span"))
"""Elements whose text a reader sees; in the others there is none but line ends."""

_TOKEN: Final = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?P<attributes>[^<>]*)>|(?P<text>[^<>]+)")
_ATTRIBUTE: Final = re.compile(r' ([a-z-]+)="([^"]*)"')
_TEXT: Final = re.compile(r"(?:[^&]|&(?:amp|lt|gt|#13);)++")
_DEEPEST: Final = 60


class StrayError(Exception):
    """A tag or a text that does not belong. Holds a place, and nothing of the file.

    Attributes:
        nested: whether the tag is known, and only its place is wrong.
    """

    def __init__(self, place: str, *, nested: bool = False) -> None:
        super().__init__(place)
        self.place = place
        self.nested = nested


@dataclass(frozen=True, slots=True)
class Element:
    """An element with what stands in it; attributes and texts are unescaped."""

    name: str
    attributes: dict[str, str]
    children: list[Element | str]

    def __getitem__(self, attribute: str) -> str:
        """The attribute's value; empty for one that is not there."""
        return self.attributes.get(attribute, "")

    def elements(self) -> Iterator[Element]:
        """The children that are elements, in order."""
        return (child for child in self.children if isinstance(child, Element))


def read_body(body: str) -> Element:
    """What stands between the tags of ``body``.

    Raises:
        StrayError: something that answerkit does not write.
    """
    root = Element("body", {}, [])
    open_elements = [root]
    position = 0
    for number, token in enumerate(_TOKEN.finditer(body)):
        place = f"element[{number}]"
        if token.start() != position:
            raise StrayError(place)
        position = token.end()
        _take(token, open_elements, place)
    if position != len(body) or open_elements != [root]:
        raise StrayError("body", nested=True)
    return root


def _take(token: re.Match[str], open_elements: list[Element], place: str) -> None:
    parent, name = open_elements[-1], token["name"]
    if token["text"] is not None:
        _take_text(token["text"], parent, place)
    elif token["end"]:
        if parent.name != name or token["attributes"] or len(open_elements) == 1:
            raise StrayError(place, nested=True)
        open_elements.pop()
        if not _is_whole(parent, open_elements):
            raise StrayError(place, nested=True)
    else:
        child = _element(name, token["attributes"], place)
        if name not in _INSIDE[parent.name] or len(open_elements) > _DEEPEST:
            raise StrayError(place, nested=True)
        parent.children.append(child)
        if name not in _VOID:
            open_elements.append(child)


def _is_whole(element: Element, outside: Sequence[Element]) -> bool:
    """Whether there is something in it that a reader sees, and in the order that a line asks for."""
    match element.name:
        case "td":
            return not _is_mixed(element)
        case "a" if element["role"] == "doc-backlink":
            return element.children == [_BACK]
        case "li":
            return _is_item(element, {each.name for each in outside})
        case name:
            return name in _WORDS or any(element.elements())


def _is_item(item: Element, outside: set[str]) -> bool:
    """Whether it begins with a line, lest its mark stand alone; in a cell it is that line."""
    inside = [child.name for child in item.elements()]
    if bool(item["id"]) != ("section" in outside):
        return False
    if "nav" in outside:
        return inside == ["a"]
    return inside == ["p"] if "td" in outside else inside[:1] == ["p"] and "a" not in inside


def _is_mixed(element: Element) -> bool:
    """Whether a cell is neither one line nor paragraphs and lists alone; a number is a line."""
    if not any(child.name in IN_CELL for child in element.elements()):
        return False
    inside = [child.name if isinstance(child, Element) else child for child in element.children]
    return element["class"] == "number" or any(each not in {*IN_CELL, "\n"} for each in inside)


def _take_text(text: str, parent: Element, place: str) -> None:
    if parent.name in _WORDS and _TEXT.fullmatch(text):
        parent.children.append(html.unescape(text))
    elif text != "\n":
        raise StrayError(place)


def _element(name: str, attributes: str, place: str) -> Element:
    if name not in _ATTRIBUTES or not _ATTRIBUTES[name].fullmatch(attributes):
        raise StrayError(place)
    return Element(name, {key: html.unescape(value) for key, value in _ATTRIBUTE.findall(attributes)}, [])
