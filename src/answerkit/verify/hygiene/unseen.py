"""Letters that a style of another part makes white or too small to be read.

Source: ECMA-376-1, 17.7.2 (style hierarchy), 17.3.2.6 (color), 17.3.2.38 (sz).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from answerkit.verify.extract.markup import Element
from answerkit.verify.hygiene.word import (
    LETTERS,
    PARAGRAPH,
    RUN,
    RUN_PROPERTIES,
    SMALLEST,
    VALUE,
    W,
    is_set_off,
    is_white,
)

_STYLES: Final = f"{W}styles"
_STYLE: Final = f"{W}style"
_STYLE_ID: Final = f"{W}styleId"
_TABLE: Final = "table"
_DEEPEST: Final = 20
_COLOUR: Final = "color"
_SIZE: Final = "sz"
_DARK: Final = ("rPr/shd", "rPr/highlight", "pPr/shd")


class UnseenStyles:
    """The styles of a file's packages, and which runs wear them; parts come in any order."""

    def __init__(self) -> None:
        self._styles: dict[str, dict[str, Element]] = {}
        self._worn: dict[tuple[str, str, str, str], list[str]] = {}

    def look(self, part: str, root: Element) -> None:
        """Remember the styles of a part that holds them, and the runs of one that has letters."""
        if root.tag == _STYLES:
            self._styles[package_of(part)] = {style.get(_STYLE_ID, ""): style for style in root.iter(_STYLE)}
        elif root.tag.startswith(W):
            for name, styles, place in _worn(root):
                self._worn.setdefault((part, name, *styles), []).append(place)

    def found(self) -> Iterator[tuple[str, str]]:
        """Part and place of each run that cannot be seen because of its style."""
        for (part, name, *styles), places in self._worn.items():
            known = self._styles.get(package_of(part), {})
            given, dark = _first(known, styles, name)
            if given is None:
                continue
            if _is_tiny(given) if name == _SIZE else is_white(given) and not dark:
                yield from ((part, place) for place in places)


def package_of(part: str) -> str:
    """The package that a part lies in; empty for the file itself."""
    return part.rpartition("!")[0]


def _worn(root: Element) -> Iterator[tuple[str, tuple[str, str], str]]:
    """What the runs with letters leave to their styles: property, styles of run and paragraph, place."""
    for number, paragraph in enumerate(root.iter(PARAGRAPH), 1):
        of_paragraph = _value(paragraph, "pPr/pStyle")
        for run in paragraph.iter(RUN):
            styles = (_value(run, "rPr/rStyle"), of_paragraph)
            if not any(styles) or next(run.iter(*LETTERS), None) is None:
                continue
            if _found(run, f"rPr/{_SIZE}") is None:
                yield _SIZE, styles, f"p[{number}]"
            if _found(run, f"rPr/{_COLOUR}") is None and not is_set_off(run, run.find(RUN_PROPERTIES)):
                yield _COLOUR, styles, f"p[{number}]"


def _first(known: dict[str, Element], styles: list[str], name: str) -> tuple[Element | None, bool]:
    """What first gives a property, and whether one of the styles has a ground of its own."""
    chain = [element for style in styles for element in _chain(known, style)]
    dark = any(_found(element, path) is not None for element in chain for path in _DARK)
    given = (_found(element, f"rPr/{name}") for element in chain)
    return next((element for element in given if element is not None), None), dark


def _chain(known: dict[str, Element], style: str) -> Iterator[Element]:
    """The style, what it is based on, and so on; a table's style is none of letters."""
    for _ in range(_DEEPEST):
        element = known.get(style)
        if element is None or element.get(f"{W}type") == _TABLE:
            return
        yield element
        style = _value(element, "basedOn")


def _found(element: Element, path: str) -> Element | None:
    return element.find("/".join(W + step for step in path.split("/")))


def _value(element: Element, path: str) -> str:
    found = _found(element, path)
    return "" if found is None else found.get(VALUE, "")


def _is_tiny(given: Element) -> bool:
    size = given.get(VALUE, "")
    return size.isdecimal() and 0 < int(size) < SMALLEST
