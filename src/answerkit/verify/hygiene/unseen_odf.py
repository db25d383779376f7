"""OpenDocument: letters that are white or too small to be read, by a style of their own or a common one.

Source: ODF 1.3 part 3, 16.2 (style:style), 16.29.2 (style:text-properties), 20.187 (fo:color), 20.190
(fo:font-size), 20.183 (fo:background-color); 3.15.3: automatic styles belong to their part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, TypeAlias

from answerkit.verify.extract.markup import Element
from answerkit.verify.hygiene.odf import DRAW, OFFICE, TABLE, TEXT, URN
from answerkit.verify.hygiene.unseen import package_of

_STYLE: Final = f"{URN}style:1.0}}"
_FO: Final = f"{URN}xsl-fo-compatible:1.0}}"
_PARAGRAPHS: Final = (f"{TEXT}p", f"{TEXT}h")
_LETTERS: Final = (*_PARAGRAPHS, f"{TEXT}span", f"{TEXT}a")
_GROUNDED: Final = (f"{TABLE}table-cell", f"{DRAW}frame", f"{DRAW}custom-shape")
"""What may have a colour of its own, so that white letters can be seen."""

_WHITE = re.compile(r"#[Ff].[Ff].[Ff].")
_POINTS = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,9})?)pt")
_SMALLEST: Final = 4
"""Points; what is smaller is not read by anybody."""
_DEEPEST: Final = 20

_Name: TypeAlias = tuple[str, str]
"""A style's family and name."""
_Shelf: TypeAlias = dict[_Name, Element]


class UnseenInOdf:
    """The styles of a file's packages, and what is written in them; parts come in any order."""

    def __init__(self) -> None:
        self._own: dict[str, _Shelf] = {}
        self._common: dict[str, _Shelf] = {}
        self._worn: dict[tuple[str, tuple[_Name, ...]], list[str]] = {}

    def look(self, part: str, root: Element) -> None:
        """Remember a part's styles, and which of them letters have that nothing sets off."""
        if not root.tag.startswith(OFFICE):
            return
        self._own[part] = _shelf(root, "automatic-styles")
        self._common.setdefault(package_of(part), {}).update(_shelf(root, "styles"))
        for styles, place in _worn(root):
            self._worn.setdefault((part, styles), []).append(place)

    def found(self) -> Iterator[tuple[str, str]]:
        """Part and place of all that cannot be seen."""
        for (part, styles), places in self._worn.items():
            chain = [element for style in styles for element in self._chain(part, style)]
            if _is_unseen(chain):
                yield from ((part, place) for place in places)

    def _chain(self, part: str, name: _Name) -> Iterator[Element]:
        """The style, its parent, and so on."""
        for _ in range(_DEEPEST):
            style = self._own[part].get(name, self._common[package_of(part)].get(name))
            if style is None:
                return
            yield style
            name = name[0], style.get(f"{_STYLE}parent-style-name", "")


def _shelf(root: Element, kind: str) -> _Shelf:
    return {
        (style.get(f"{_STYLE}family", ""), style.get(f"{_STYLE}name", "")): style
        for shelf in root.iter(f"{OFFICE}{kind}")
        for style in shelf.iter(f"{_STYLE}style")
    }


def _worn(root: Element) -> Iterator[tuple[tuple[_Name, ...], str]]:
    """The styles of each piece of text, from the inside to its paragraph, and where it stands."""
    number = 0
    for element in root.iter(*_LETTERS):
        number += element.tag in _PARAGRAPHS
        grounded = next(element.iterancestors(*_GROUNDED), None) is not None
        if not grounded and _has_letters(element):
            yield tuple(_styles(element)), f"p[{number}]"


def _has_letters(element: Element) -> bool:
    return any(text and not text.isspace() for text in (element.text, *(child.tail for child in element)))


def _styles(element: Element) -> Iterator[_Name]:
    for around in (element, *element.iterancestors()):
        of_paragraph = around.tag in _PARAGRAPHS
        yield "paragraph" if of_paragraph else "text", around.get(f"{TEXT}style-name", "")
        if of_paragraph:
            return


def _is_unseen(chain: list[Element]) -> bool:
    """Whether letters with these styles, the nearest first, are tiny, or white on the page's own ground."""
    size = _POINTS.fullmatch(_first(chain, "font-size"))
    if size and float(size[1]) < _SMALLEST:
        return True
    grounds = (each.get(f"{_FO}background-color", "transparent") for style in chain for each in style)
    return _WHITE.fullmatch(_first(chain, "color")) is not None and set(grounds) == {"transparent"}


def _first(chain: list[Element], name: str) -> str:
    """The nearest style's value of a property of letters; empty where none gives one."""
    for style in chain:
        for letters in style.iter(f"{_STYLE}text-properties"):
            if value := letters.get(f"{_FO}{name}"):
                return value
    return ""
