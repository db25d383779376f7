"""The set of hiding places: each is a way to put a text into a clean file, and is known by a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from verify.foreign.packages import Parts, word, zipped

Hide: TypeAlias = Callable[[str], bytes]
HideInWord: TypeAlias = Callable[[Parts, str], Parts]

PLACES: dict[str, Place] = {}
WORD_PLACES: dict[str, HideInWord] = {}


@dataclass(frozen=True)
class Place:
    """A hiding place: the name of the file that is made, and how."""

    file: str
    hide: Hide


def place(name: str, file: str) -> Callable[[Hide], Hide]:
    """Register a hiding place in a file of its own."""

    def register(hide: Hide) -> Hide:
        assert name not in PLACES
        PLACES[name] = Place(file, hide)
        return hide

    return register


def in_word(name: str, hide: HideInWord) -> None:
    """Register a hiding place in the parts of any Word file."""
    WORD_PLACES[name] = hide
    place(f"word: {name}", "svar.docx")(lambda secret: zipped(hide(word(), secret)))


def manifest(text: str) -> Iterator[tuple[str, str, bytes]]:
    """Every hiding place with the name of its file and the file's bytes."""
    for name, each in PLACES.items():
        yield name, each.file, each.hide(text)
