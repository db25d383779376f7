"""A YAML file as a tree, before any field says what it wants: scalars, sequences and mappings with places."""

from __future__ import annotations

import re
from enum import Enum
from typing import TypeAlias

from answerkit.model.frozen import dataclass
from answerkit.model.problem import Place


class CoreType(Enum):
    """What a plain scalar is by YAML's core schema."""

    TEXT = "text"
    NULL = "null"
    BOOLEAN = "boolean"
    NUMBER = "number"


_NULL = re.compile(r"null|Null|NULL|~|")
_BOOLEAN = re.compile(r"true|True|TRUE|false|False|FALSE")
_NUMBER = re.compile(
    r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
    r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
_LEADING_ZERO = re.compile(r"0[0-9]+")


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """A value without parts.

    Attributes:
        plain: without quotes and not as a block, so that it may be a number, a boolean or null.
        place: where the value begins, its quote or ``|`` included.
        content: where its first character stands.
        indent: columns before each further line of a literal block; 0 for all other scalars.
        exact: whether the lines of ``text`` stand in the file as they are; not so when folded or escaped.
    """

    text: str
    plain: bool
    place: Place
    content: Place
    indent: int = 0
    exact: bool = True

    @property
    def core_type(self) -> CoreType:
        """The type by the core schema, except that digits behind a leading zero are text.

        The schema makes ``0101671234`` the number 101671234. Nobody who writes such a zero means a number.

        Source: YAML 1.2.2, section 10.3.2, tag resolution.
        """
        if not self.plain or _LEADING_ZERO.fullmatch(self.text):
            return CoreType.TEXT
        if _NULL.fullmatch(self.text):
            return CoreType.NULL
        if _BOOLEAN.fullmatch(self.text):
            return CoreType.BOOLEAN
        return CoreType.NUMBER if _NUMBER.fullmatch(self.text) else CoreType.TEXT


@dataclass(frozen=True, slots=True)
class SequenceNode:
    """A list, in order of the file."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Pair:
    """A key and its value."""

    key: ScalarNode
    value: Node


@dataclass(frozen=True, slots=True)
class MappingNode:
    """Keys and values, in order of the file; no key occurs twice."""

    pairs: tuple[Pair, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class RefusedNode:
    """A value written in a way that is not allowed (alias or tag); the problem is reported already."""

    place: Place


Node: TypeAlias = ScalarNode | SequenceNode | MappingNode | RefusedNode
