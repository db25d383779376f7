"""Whether text can be told from what is behind it.

Where a colour is ``auto``, Word takes black or white, whichever can be read. Theme colours count as they are
written out beside their names, which is what programs without themes show.

Source: WCAG 2.1, 1.4.3; ISO/IEC 29500-1, 17.3.2.6 (color), 17.3.5 (shading), 17.7.6 (conditional formatting).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerkit.model.color import READABLE, contrast
from answerkit.verify.a11y.codes import Rule
from answerkit.verify.a11y.opening import Fault, Opened, W, find, local, place, text_of, value
from answerkit.verify.a11y.styles import Styles
from answerkit.verify.extract.markup import Element

_COLOR = re.compile(r"[0-9A-Fa-f]{6}")
_WHITE = "FFFFFF"

# Source: ISO/IEC 29500-1, 17.18.40 (ST_HighlightColor).
_HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF",
    "red": "FF0000", "yellow": "FFFF00", "white": _WHITE, "darkBlue": "000080", "darkCyan": "008080",
    "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000",
    "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip


def contrast_faults(file: Opened, styles: Styles) -> Iterator[Fault]:
    """Runs that cannot be read well."""
    for part, root in file.stories:
        for paragraph in root.iter(f"{W}p"):
            behind = _behind(paragraph, styles)
            for run in find(paragraph, ".//w:r"):
                if text_of(run).strip() and not _can_be_read(run, paragraph, behind, styles):
                    yield Fault(Rule.A180, part, place(run))


def _can_be_read(run: Element, paragraph: Element, behind: str, styles: Styles) -> bool:
    color = styles.of_run(run, paragraph, "w:color")
    if not _COLOR.fullmatch(color):
        color = _table_color(paragraph, styles)
    highlight = _HIGHLIGHTS.get(styles.of_run(run, paragraph, "w:highlight"), "")
    shaded = styles.of_run(run, paragraph, "w:shd", "fill")
    ground = highlight or (shaded if _COLOR.fullmatch(shaded) else behind)
    return not color or contrast(color, ground) >= READABLE


def _behind(paragraph: Element, styles: Styles) -> str:
    """The colour behind a paragraph: its own, its cell's, its table's, or the paper's."""
    found = [styles.of_paragraph(paragraph, "w:shd", "fill")]
    for node in paragraph.iterancestors():
        if local(node) == "tc":
            found.append(value(node, "w:tcPr/w:shd", "fill"))
        elif local(node) == "tr":
            found.append(_of_row(node, styles, "w:tcPr/w:shd", "fill"))
    return next((fill for fill in found if _COLOR.fullmatch(fill)), _WHITE)


def _table_color(paragraph: Element, styles: Styles) -> str:
    """The colour that a table's style gives to the text of a row; empty for none."""
    rows = (node for node in paragraph.iterancestors() if local(node) == "tr")
    color = next((_of_row(row, styles, "w:rPr/w:color", "val") for row in rows), "")
    return color if _COLOR.fullmatch(color) else ""


def _of_row(row: Element, styles: Styles, path: str, attribute: str) -> str:
    """What the table's style says of a row: of the first or last one, or of all."""
    table = row.getparent()
    if table is None:
        return ""
    style = value(table, "w:tblPr/w:tblStyle")
    special = (
        styles.of_table(style, f"w:tblStylePr[@w:type='{end}']/{path}", attribute)
        for end in _ends(row)
        if _is_special(table, end)
    )
    return next((found for found in special if found), "") or styles.of_table(style, path, attribute)


def _ends(row: Element) -> Iterator[str]:
    """Which ends of its table a row is."""
    if next(row.itersiblings(row.tag, preceding=True), None) is None:
        yield "firstRow"
    if next(row.itersiblings(row.tag), None) is None:
        yield "lastRow"


def _is_special(table: Element, row: str) -> bool:
    """Whether the table asks for its style's first or last row.

    Source: ISO/IEC 29500-1, 17.4.55 (tblLook): 0020 is the first row, 0040 the last.
    """
    named = value(table, "w:tblPr/w:tblLook", row)
    if named:
        return named in ("1", "true", "on")
    bits = value(table, "w:tblPr/w:tblLook")
    mask = 0x20 if row == "firstRow" else 0x40
    return bool(re.fullmatch(r"[0-9A-Fa-f]{1,4}", bits) and int(bits, 16) & mask)
