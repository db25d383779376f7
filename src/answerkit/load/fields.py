"""How one value is read, by what it is meant to be: a line, prose, a date, a number and so on.

Each reader takes a node and gives a value or a ``Fault``. Whether a text stands in quotes never matters,
except that a plain ``5``, ``true`` or ``null`` is no text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Generic, TypeVar

from answerkit.load.nodes import CoreType, Node, ScalarNode
from answerkit.model.codes import Code
from answerkit.model.content import Prose
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Place

T = TypeVar("T")
E = TypeVar("E", bound=Enum)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a node is not the value that was asked for."""

    code: Code
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """A type of value.

    Attributes:
        read: the value of a node, or what is wrong with it.
        placeholder: goes on in place of a value that cannot be read; a file with such a value is discarded.
    """

    read: Callable[[Node], T | Fault]
    placeholder: T


_EMPTY = "udfyld værdien, eller slet nøglen"
_NO_TEXT = Fault(Code.AK203, "skriv værdien som tekst")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,6})?")
_HTTPS = re.compile(r"https://[^\s/?#@:\"'<>\\]+\.[^\s/?#@:\"'<>\\]+(:[0-9]+)?([/?#][^\s\"<>\\]*)?")
_ANCHOR = re.compile(r"[a-z0-9-]+")


def read_text(node: Node) -> str | Fault:
    """A text as it is, but for the line breaks at its end; never empty or blank."""
    match node:
        case ScalarNode(text="", plain=True):
            return Fault(Code.AK203, _EMPTY)
        case ScalarNode() if node.core_type is not CoreType.TEXT:
            return Fault(Code.AK203, "sæt værdien i anførselstegn")
        case ScalarNode():
            return node.text.rstrip("\n") if node.text.strip() else Fault(Code.AK204, _EMPTY)
        case _:
            return _NO_TEXT


def _read_line(node: Node) -> str | Fault:
    text = read_text(node)
    if isinstance(text, Fault):
        return text
    if "\n" in text:
        return Fault(Code.AK204, "skriv værdien på én linje")
    if text != text.strip():
        return Fault(Code.AK204, "slet mellemrum før og efter teksten")
    return text


def _read_sentences(node: Node) -> str | Fault:
    text = read_text(node)
    if isinstance(text, Fault):
        return text
    lines = [line.strip() for line in text.split("\n")]
    return " ".join(lines) if all(lines) else Fault(Code.AK204, "slet den tomme linje")


def _read_prose(node: Node) -> Prose | Fault:
    match node:
        case ScalarNode():
            text = read_text(node)
            return text if isinstance(text, Fault) else Prose(text, node.content, node.indent, node.exact)
        case _:
            return _NO_TEXT


def _read_date(node: Node) -> date | Fault:
    if not isinstance(node, ScalarNode) or not _DATE.fullmatch(node.text):
        return Fault(Code.AK203, "skriv en dato som 2021-11-08")
    try:
        return date.fromisoformat(node.text)
    except ValueError:
        return Fault(Code.AK204, "datoen findes ikke i kalenderen")


def read_number(node: Node) -> Decimal | Fault:
    """A number with the decimals that it is written with."""
    if not isinstance(node, ScalarNode) or node.core_type is not CoreType.NUMBER:
        return Fault(Code.AK203, "skriv et tal uden anførselstegn, fx 550 eller 14.8")
    if not _NUMBER.fullmatch(node.text):
        return Fault(Code.AK204, "skriv tallet med højst 15 cifre og 6 decimaler, fx 550 eller 14.8")
    return Decimal(node.text)


def _read_boolean(node: Node) -> bool | Fault:
    if not isinstance(node, ScalarNode) or node.core_type is not CoreType.BOOLEAN:
        return Fault(Code.AK203, "skriv true eller false, uden anførselstegn")
    return node.text.lower() == "true"


def _matching(pattern: re.Pattern[str], hint: str) -> Field[str]:
    def read(node: Node) -> str | Fault:
        line = _read_line(node)
        if isinstance(line, Fault) or pattern.fullmatch(line):
            return line
        return Fault(Code.AK204, hint)

    return Field(read, "")


def choice(options: type[E]) -> Field[E]:
    """One of an enumeration's values, written as text."""
    names = {str(option.value): option for option in options}

    def read(node: Node) -> E | Fault:
        name = node.text if isinstance(node, ScalarNode) else ""
        return names.get(name) or Fault(Code.AK204, f"skriv én af: {', '.join(names)}")

    return Field(read, next(iter(options)))


LINE = Field(_read_line, "")
"""Text on one line."""

SENTENCES = Field(_read_sentences, "")
"""One paragraph, which the file may spread over lines; a space stands for each line break."""

NOTE = Field(read_text, "")
"""Text for editors, with its line breaks."""

PROSE = Field(_read_prose, Prose("", Place("")))
DATE = Field(_read_date, date.min)
BOOLEAN = Field(_read_boolean, False)  # noqa: FBT003 - a placeholder
HTTPS = _matching(_HTTPS, "skriv en adresse, der begynder med https://")
ANCHOR = _matching(_ANCHOR, "brug kun a-z, 0-9 og -")
