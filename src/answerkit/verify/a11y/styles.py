"""What a file's styles say of a paragraph or a run, their bases included.

Source: ISO/IEC 29500-1, 17.7.2 (style hierarchy): defaults, table, paragraph, character, direct formatting.
"""

from __future__ import annotations

from collections.abc import Iterator

from answerkit.verify.a11y.opening import STYLES, Opened, W, find, value
from answerkit.verify.extract.markup import Element

_OFF = ("0", "false", "off")
_DEEPEST = 20


class Styles:
    """The styles of a file; one that has none has only defaults."""

    def __init__(self, file: Opened) -> None:
        root = file.roots.get(STYLES)
        found = [] if root is None else find(root, "w:style")
        self._styles = {style.get(f"{W}styleId", ""): style for style in found}
        self._defaults = None if root is None else root.find("w:docDefaults", {"w": W[1:-1]})
        self._ids = {
            value(style, "w:name").casefold(): style.get(f"{W}styleId", "") for style in reversed(found)
        }
        self._known: dict[tuple[str, str, str], str] = {}
        self._plain = {
            style.get(f"{W}type", ""): style.get(f"{W}styleId", "")
            for style in found
            if style.get(f"{W}default") not in (None, *_OFF)
        }

    @property
    def language(self) -> str:
        """The language of text that says nothing else."""
        return self._first(self._plain.get("paragraph", ""), "w:rPr/w:lang") or self._default("w:lang")

    def outline(self, paragraph: Element) -> int | None:
        """The 0-based level of a heading; None for what is none."""
        level = self.of_paragraph(paragraph, "w:outlineLvl")
        return int(level) if level.isdecimal() and int(level) < 9 else None  # noqa: PLR2004 - 9 is "body text"

    def is_listed(self, paragraph: Element) -> bool:
        """Whether it is an item of a list that Word knows."""
        return self.of_paragraph(paragraph, "w:numPr/w:numId") not in ("", "0")

    def of_paragraph(self, paragraph: Element, path: str, attribute: str = "val") -> str:
        """An attribute of a paragraph's property: its own, or that of its style."""
        own = value(paragraph, f"w:pPr/{path}", attribute)
        return own or self._first(self.style_of(paragraph), f"w:pPr/{path}", attribute)

    def of_run(self, run: Element, paragraph: Element, path: str, attribute: str = "val") -> str:
        """An attribute of a run's property: its own, its style's, its paragraph's style's, or the default."""
        return (
            value(run, f"w:rPr/{path}", attribute)
            or self._first(value(run, "w:rPr/w:rStyle"), f"w:rPr/{path}", attribute)
            or self._first(self.style_of(paragraph), f"w:rPr/{path}", attribute)
            or self._default(path, attribute)
        )

    def of_table(self, style: str, path: str, attribute: str = "val") -> str:
        """An attribute of a table style's property."""
        return self._first(style, path, attribute)

    def of_name(self, name: str, path: str, attribute: str = "val") -> str:
        """An attribute of the style of that name, in lower case; empty where there is none."""
        return self._first(self._ids.get(name, ""), path, attribute)

    def style_of(self, paragraph: Element) -> str:
        """The id of a paragraph's style."""
        return value(paragraph, "w:pPr/w:pStyle") or self._plain.get("paragraph", "")

    def _default(self, path: str, attribute: str = "val") -> str:
        return (
            "" if self._defaults is None else value(self._defaults, f"w:rPrDefault/w:rPr/{path}", attribute)
        )

    def _first(self, style: str, path: str, attribute: str = "val") -> str:
        key = style, path, attribute
        if key not in self._known:
            found = (value(element, path, attribute) for element in self._chain(style))
            self._known[key] = next((item for item in found if item), "")
        return self._known[key]

    def _chain(self, style: str) -> Iterator[Element]:
        """The style, what it is based on, and so on."""
        for _ in range(_DEEPEST):
            element = self._styles.get(style)
            if element is None:
                return
            yield element
            style = value(element, "w:basedOn")
