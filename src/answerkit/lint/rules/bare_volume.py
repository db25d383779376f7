"""A volume written into prose as a number, without the date and source that a figure has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerkit.lint.danish import (
    CASES,
    COUNT_WORDS,
    COUNTS,
    DIGITS,
    GAP,
    PERSONS,
    SPACE,
    counts_behind,
    matches,
    pattern,
    plain_words,
    value,
)
from answerkit.lint.passages import Kind, Passage
from answerkit.lint.rule import Remark, passage_rule
from answerkit.model.codes import Code
from answerkit.model.config import LintSettings
from answerkit.model.problem import Severity

_UNITS = (
    rf"{PERSONS}|{CASES}|årsværk|medarbejdere|ansatte|stillinger|anbringelser|underretninger|henvendelser"
    r"|pladser|sigtelser|anmeldelser|procent(?:point)?|kroner|indbyggere"
)
_VOLUME = pattern(
    rf"(?<![\w.,–§/-])(?:(?P<number>{DIGITS})(?:{GAP}?[–-]{GAP}?(?P<high>{DIGITS}))?|(?P<word>{COUNT_WORDS}))"
    rf"(?:\**{GAP}?%|{SPACE}(?:(?:mio|mia)\.{GAP}|tusinde?{GAP}|millioner{GAP}|milliarder{GAP})?"
    rf"(?:pct\.|kr\.|(?:[a-zæøå]+e{SPACE})?(?P<unit>{_UNITS})(?!\w)))"
)
_MONEY = pattern(rf"\bkr\.{GAP}?(?:{DIGITS})(?!\w)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNTED = pattern(rf"{PERSONS}|{CASES}")


@passage_rule(Code.L101, Severity.ERROR)
def bare_volume(passage: Passage, settings: LintSettings) -> Iterator[Remark]:
    """Et antal med en enhed som sager, borgere, unge, årsværk, kr. eller % står direkte i teksten.

    Et antal har en dato og en kilde, og det skal være det samme overalt. Opret det under figures/, og skriv
    {{ figure("navn") }} i teksten. Alder og varighed (18 år, 10 uger) er ikke antal.
    """
    if passage.kind is not Kind.PROSE:
        return
    for match in matches(_VOLUME, passage.readable, COUNTS):
        if not (_is_year(match) or _is_small(match, passage, settings)):
            yield Remark(match.start(), plain_words(match.group()))
    for match in counts_behind(passage.readable, _UNITS):
        if passage.confidential or match.start() not in _small_behind(passage, settings):
            yield Remark(match.start(), match.group())
    for match in _MONEY.finditer(passage.readable):
        yield Remark(match.start(), match.group())


def _small_behind(passage: Passage, settings: LintSettings) -> frozenset[int]:
    """The offsets of the numbers of which ``small_prose`` says the same in stronger words."""
    found = counts_behind(passage.readable, rf"{PERSONS}|{CASES}")
    return frozenset(match.start() for match in found if 0 < value(match["number"]) < settings.small_count)


def _is_year(match: re.Match[str]) -> bool:
    """Whether the number is a year that happens to stand before a noun: »i 2020 unge nok«."""
    return match["unit"] is not None and _YEAR.fullmatch(match["number"] or "") is not None


def _is_small(match: re.Match[str], passage: Passage, settings: LintSettings) -> bool:
    """Whether ``small_prose`` says the same in stronger words."""
    is_count = match["unit"] is not None and _COUNTED.fullmatch(match["unit"]) is not None
    number = value(match["high"] or match["number"] or match["word"])
    return is_count and not passage.confidential and 0 < number < settings.small_count
