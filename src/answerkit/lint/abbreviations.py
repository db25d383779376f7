"""Abbreviations in capitals, as prose writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from answerkit.model.content import Term
from answerkit.model.frozen import dataclass

_CAPITALS = re.compile(
    r"(?P<name>[A-ZÆØÅ](?<![\w/.@-][A-ZÆØÅ])[A-ZÆØÅ0-9]*[A-ZÆØÅ]\+?)(?=(?:['’]?(?:s|et?s?|en?s?|erne?s?))?(?![\w@]))"
)
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_SHOUTED = 6
"""From so many capitals on it is a word that shouts, or a name."""


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation and the offset of its first letter in the text."""

    name: str
    offset: int


def abbreviations(readable: str) -> Iterator[Abbreviation]:
    """Those that a readable text writes itself, in order; what ``term`` writes is not among them."""
    for match in _CAPITALS.finditer(readable):
        name = match["name"]
        if len(name) < _SHOUTED and not _ROMAN.fullmatch(name):
            yield Abbreviation(name, match.start())


def explained(text: str, terms: Mapping[str, Term]) -> frozenset[str]:
    """The names that a text explains in its own words: »Sociale Forhold (SF)« or »SF (Sociale Forhold)«."""
    if "(" not in text:
        return frozenset()
    words = text.casefold()
    return frozenset(
        term.id
        for term in terms.values()
        if term.expansion and any(form in words for form in _forms(term.id, term.expansion))
    )


def _forms(name: str, expansion: str) -> tuple[str, str]:
    return f"{expansion} ({name})".casefold(), f"{name} ({expansion})".casefold()
