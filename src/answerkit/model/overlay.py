"""What the confidential tree adds to an answer. Nothing on the public lane may import this module."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from answerkit.model.content import Block, Figure, Item, Prose
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Where


@dataclass(frozen=True, slots=True)
class Filling:
    """The content of one withheld section: its own prose first, then items by id."""

    section: str
    grounds: tuple[str, ...]
    text: Prose
    where: Where
    content: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Overlay:
    """The confidential part of one answer.

    Attributes:
        extends: the answer's id.
        sample: the text is invented and says so; only such a tree may lie in a public repository.
        recipients: who gets the confidential edition; printed on its first page.
    """

    id: str
    extends: str
    sample: bool
    recipients: tuple[str, ...]
    fillings: tuple[Filling, ...]
    where: Where
    note: str = ""


@dataclass(frozen=True, slots=True)
class ConfidentialLibrary:
    """A confidential root, read and checked. ``overlays`` goes from answer id to its one overlay."""

    overlays: Mapping[str, Overlay] = field(default_factory=dict)
    blocks: Mapping[str, Block] = field(default_factory=dict)
    figures: Mapping[str, Figure] = field(default_factory=dict)
    broken: frozenset[tuple[str, str]] = frozenset()
    digests: Mapping[str, str] = field(default_factory=dict)
