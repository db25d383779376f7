"""The accessibility check: a Word file's bytes → findings, each with a place and a remedy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerkit.model.finding import Finding, Gate
from answerkit.verify.a11y.codes import Rule
from answerkit.verify.a11y.contrast import contrast_faults
from answerkit.verify.a11y.objects import link_faults, order_faults, picture_faults, table_faults
from answerkit.verify.a11y.opening import (
    CORE,
    LANGUAGE,
    NAMES,
    STYLES,
    Fault,
    Opened,
    W,
    open_file,
    place,
)
from answerkit.verify.a11y.paragraphs import paragraph_faults
from answerkit.verify.a11y.styles import Styles


def verify_accessible(data: bytes, *, name: str) -> tuple[Finding, ...]:
    """What keeps people from reading a Word file, by part and place; nothing when all can.

    Args:
        data: the file's bytes; any bytes at all.
        name: how findings call the file.
    """
    file = open_file(data)
    faults = [Fault(Rule.A100)] if file is None else sorted(set(_faults(file)), key=_order)
    return tuple(
        Finding(name, fault.part, fault.place, Gate.A11Y, fault.rule.name, fault.rule.message)
        for fault in faults
    )


def _order(fault: Fault) -> tuple[str, list[tuple[str, int]], str]:
    """By part, then as one reads: the tenth paragraph after the second."""
    steps = re.findall(r"([A-Za-z]+)(?:\[([0-9]+)\])?", fault.place)
    return fault.part, [(step, int(number or 0)) for step, number in steps], fault.rule.name


def _faults(file: Opened) -> Iterator[Fault]:
    styles = Styles(file)
    yield from _file_faults(file, styles)
    yield from paragraph_faults(file, styles)
    yield from table_faults(file)
    yield from picture_faults(file)
    yield from link_faults(file)
    yield from order_faults(file)
    yield from contrast_faults(file, styles)


def _file_faults(file: Opened, styles: Styles) -> Iterator[Fault]:
    """What is wrong with title and language."""
    core = file.roots.get(CORE)
    if core is None or not (core.findtext("dc:title", "", NAMES)).strip():
        yield Fault(Rule.A101, CORE)
    if not LANGUAGE.fullmatch(styles.language):
        yield Fault(Rule.A102, STYLES)
    for part, root in file.stories:
        for language in root.iter(f"{W}lang"):
            written = (language.get(f"{W}{kind}") for kind in ("val", "eastAsia", "bidi"))
            if any(code is not None and not LANGUAGE.fullmatch(code) for code in written):
                yield Fault(Rule.A103, part, place(language))
