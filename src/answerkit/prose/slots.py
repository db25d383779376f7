"""Slots: what stands in Markdown where a value will stand on the page.

A slot is one index between two private-use characters. Values travel beside the Markdown, never through
it, so there is no value that Markdown could read as anything but text.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from answerkit.model.content import Prose
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Place

OPEN, CLOSE = "\ue000", "\ue001"
PATTERN = re.compile(f"{OPEN}([0-9]+){CLOSE}")


@dataclass(frozen=True, slots=True)
class TextSlot:
    """A value, printed as it is."""

    text: str


@dataclass(frozen=True, slots=True)
class FigureSlot:
    """A figure at the answer's date, with or without its unit."""

    id: str
    place: Place
    unit: bool = True


@dataclass(frozen=True, slots=True)
class LawSlot:
    """A law's short name."""

    id: str
    place: Place


@dataclass(frozen=True, slots=True)
class TermSlot:
    """An abbreviation, spelt out at its first use in the edition."""

    id: str
    place: Place


@dataclass(frozen=True, slots=True)
class RefSlot:
    """A cross reference to a section, table or picture of the answer."""

    id: str
    place: Place


@dataclass(frozen=True, slots=True)
class ForeignSlot:
    """Words of another language, printed as they are; ``language`` is a key of ``LANGUAGES``."""

    language: str
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class ProseSlot:
    """Prose of its own, in a paragraph of its own; its nodes take the paragraph's place."""

    prose: Prose


@dataclass(frozen=True, slots=True)
class PartsSlot:
    """The list of the answer's parts, in a paragraph of its own."""


@dataclass(frozen=True, slots=True)
class CoverageSlot:
    """The table of the enquiry's questions, in a paragraph of its own."""


InlineSlot: TypeAlias = TextSlot | FigureSlot | LawSlot | TermSlot | RefSlot | ForeignSlot
BlockSlot: TypeAlias = ProseSlot | PartsSlot | CoverageSlot
Slot: TypeAlias = InlineSlot | BlockSlot


class SlotTable:
    """The slots of one piece of Markdown, in the order in which they were put in."""

    def __init__(self) -> None:
        self._slots: list[Slot] = []

    def put(self, slot: Slot) -> str:
        """Keep a slot; what comes back stands for it in the Markdown."""
        self._slots.append(slot)
        return f"{OPEN}{len(self._slots) - 1}{CLOSE}"

    def freeze(self) -> tuple[Slot, ...]:
        """All slots; a slot's index is the number in its mark."""
        return tuple(self._slots)


def has_slot(text: str) -> bool:
    """Whether a mark, or half of one, stands in the text, as it is or percent-encoded (as in a link)."""
    return OPEN in text or CLOSE in text or "%EE%80%80" in text.upper()
