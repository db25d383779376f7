"""What a reader of one format says of the bytes that it was given; where they came from it does not know."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import field
from lzma import LZMAError
from typing import Final, TypeAlias

from answerkit.model.frozen import dataclass
from answerkit.model.text import Role
from answerkit.verify.extract.codes import Rule
from answerkit.verify.extract.limits import Limits


class UnreadableError(Exception):
    """The bytes cannot be read (further) as their format. Holds a rule, and nothing of the bytes."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule.name)
        self.rule = rule


BROKEN: Final = (
    UnreadableError,
    ValueError,
    LookupError,
    EOFError,
    OSError,
    OverflowError,
    RecursionError,
    struct.error,
    zlib.error,
    LZMAError,
)
"""What a reader may raise for bytes that are not what they claim to be."""


ARCHIVE: Final = re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1|PK\x03\x04[\x0a-\x3f]\x00|%PDF-[12]\.[0-9]")
"""Where in other bytes a file starts that can hold others."""


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes to read.

    Attributes:
        name: the name that the bytes go by, as their container spells it; may itself be confidential.
        strings: the shared strings that cells of a worksheet point at.
    """

    name: str = field(repr=False)
    data: bytes = field(repr=False)
    strings: tuple[str, ...] = field(default=(), repr=False)

    @property
    def extension(self) -> str:
        """The name's last extension in lower case with its dot, or an empty string."""
        stem, dot, last = self.name.replace("\\", "/").rpartition("/")[2].rpartition(".")
        return f".{last.lower()}" if dot and stem else ""


@dataclass(frozen=True, slots=True)
class Text:
    """Characters found; the attributes are those of a ``Piece``."""

    place: str
    role: Role
    text: str = field(repr=False)
    line: int = 0


@dataclass(frozen=True, slots=True)
class Flaw:
    """A rule that was broken, and where; ``place`` never holds text from the file."""

    rule: Rule
    place: str = ""


@dataclass(frozen=True, slots=True)
class Inner:
    """Bytes that stand in the file and are to be read in their own right.

    Attributes:
        label: how findings call them; never text from the file.
    """

    label: str
    source: Source


Found: TypeAlias = Text | Flaw | Inner
Reader: TypeAlias = Callable[[Source, Limits], Iterator[Found]]
"""A reader yields what it finds while it finds it.

It may raise ``UnreadableError``, or what Python raises for bytes that are not as they claim to be:
``ValueError``, ``LookupError``, ``EOFError``, ``struct.error``, ``zlib.error``. What it found before counts.
"""
