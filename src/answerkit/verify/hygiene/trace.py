"""What a check of one part found, before the part's name is put to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from answerkit.model.frozen import dataclass
from answerkit.verify.extract.found import Source
from answerkit.verify.extract.markup import Element
from answerkit.verify.hygiene.codes import Rule


@dataclass(frozen=True, slots=True)
class Trace:
    """Something that a program left. ``place`` never holds text from the file."""

    rule: Rule
    place: str = ""


XmlCheck: TypeAlias = Callable[[Element], Iterator[Trace]]
BytesCheck: TypeAlias = Callable[[Source, frozenset[str]], Iterator[Trace]]
"""Looks at a file; the second argument are authors that may stand in it."""
