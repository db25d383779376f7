"""The accessibility of a reference file: what its styles and its first page say before a word is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerkit.model.color import READABLE, contrast
from answerkit.model.finding import Finding, Gate
from answerkit.verify.a11y.codes import Rule
from answerkit.verify.a11y.contrast import contrast_faults
from answerkit.verify.a11y.objects import picture_faults
from answerkit.verify.a11y.opening import LANGUAGE, STYLES, Fault, Opened, open_file
from answerkit.verify.a11y.styles import Styles
from answerkit.verify.built.vocabulary import CONFIDENTIAL_STYLES, PUBLIC_STYLES

_COLOR = re.compile(r"[0-9A-Fa-f]{6}")
_WHITE = "FFFFFF"
_TABLE = "answer table"
_HEADINGS = ("table heading", "table heading number")


def verify_look(data: bytes, *, name: str) -> tuple[Finding, ...]:
    """What in a reference file would keep people from reading every edition, by part and place.

    Args:
        data: the file's bytes; any bytes at all.
        name: how findings call the file.
    """
    file = open_file(data)
    faults = [Fault(Rule.A100)] if file is None else list(_faults(file))
    return tuple(
        Finding(name, fault.part, fault.place, Gate.A11Y, fault.rule.name, fault.rule.message)
        for fault in faults
    )


def _faults(file: Opened) -> Iterator[Fault]:
    styles = Styles(file)
    if not LANGUAGE.fullmatch(styles.language):
        yield Fault(Rule.A102, STYLES)
    for style in (*PUBLIC_STYLES, *CONFIDENTIAL_STYLES):
        if contrast(_ink(style, styles), _ground(style, styles)) < READABLE:
            yield Fault(Rule.A180, STYLES, f"style[{style}]")
    yield from picture_faults(file)
    yield from contrast_faults(file, styles)


def _ink(style: str, styles: Styles) -> str:
    """The colour of a style's words; where none is given, whichever can be read."""
    found = styles.of_name(style, "w:rPr/w:color")
    ground = _ground(style, styles)
    readable = _WHITE if contrast(_WHITE, ground) >= READABLE else "000000"
    return found if _COLOR.fullmatch(found) else readable


def _ground(style: str, styles: Styles) -> str:
    """The colour behind a style's words: its own, that of a table's first row, or the paper's."""
    found = styles.of_name(style, "w:pPr/w:shd", "fill")
    if style in _HEADINGS and not _COLOR.fullmatch(found):
        found = styles.of_name(_TABLE, "w:tblStylePr[@w:type='firstRow']/w:tcPr/w:shd", "fill")
    return found if _COLOR.fullmatch(found) else _WHITE
