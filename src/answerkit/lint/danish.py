"""Numbers and persons in Danish prose, as several rules look for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

GAP = "[ \u00a0]"

SPACE = r"(?:\**[ \u00a0\n]\**)"
"""Between two words of a sentence: a line may end there, and emphasis may begin or end."""

_NUMBERS = {
    "en": 1, "et": 1, "én": 1, "ét": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7,
    "otte": 8, "ni": 9, "ti": 10, "elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14, "femten": 15,
    "seksten": 16, "sytten": 17, "atten": 18, "nitten": 19, "tyve": 20, "tredive": 30, "fyrre": 40,
    "halvtreds": 50, "tres": 60, "halvfjerds": 70, "firs": 80, "halvfems": 90, "hundrede": 100,
}  # fmt: skip

_ORDER = tuple(_NUMBERS)

COUNT_WORDS = "|".join(sorted((word for word in _NUMBERS if _NUMBERS[word] > 1), key=len, reverse=True))
"""Number words from two up; »en« and »et« are mostly articles."""

DIGITS = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
"""A number in digits, with or without points between thousands."""

PERSONS = (
    r"(?:[a-zæøå]*borgere?|unge|ung|(?:små|spæd|pleje)?børn|barn|drenge?|piger?|kvinder?|mænd|mand|person(?:er)?"
    r"|elev(?:er)?|familier?|(?:\d+-)?[a-zæøå]*årige?|klient(?:er)?|beboere?|løsladte|førstegangskriminelle"
    r"|anbragte|sigtede|dømte|indsatte|søskende|ægtepar|forældre|mødre|fædre|teenagere?|patient(?:er)?|flygtninge?"
    r"|brødre|søstre|ungt menneske|brugere?|deltagere|bandemedlem(?:mer)?|[a-zæøå]+modtagere?|hjemløse"
    r"|mennesker)"
)
"""Nouns for the persons that a municipality's work is about. Staff are none of them."""

ENDING = r"(?:ene|ne|en|et)?"
"""Of a noun of which some are meant."""

CASES = r"(?!års)[a-zæøå]*sag(?:er)?"
"""Cases, each of which is somebody's; »årsager« are none."""


_DIGITS = re.compile(r"\d+")

COUNTS = frozenset(word for word in _NUMBERS if _NUMBERS[word] > 1)
"""Number words from two up, for ``matches``."""

ALL_COUNTS = frozenset(_NUMBERS)
"""»En« and »et« too."""


def matches(
    pattern: re.Pattern[str], text: str, words: frozenset[str] = frozenset()
) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begins with digits or one of the words, from left to right.

    They are looked for where numbers begin, which is far quicker than everywhere.
    """
    end = 0
    for start, word in _starts(text):
        match = pattern.match(text, start) if start >= end and (not word or word in words) else None
        if match:
            yield match
            end = match.end()


@lru_cache(maxsize=1)
def _starts(text: str) -> tuple[tuple[int, str], ...]:
    """Where digits begin, or a number word with a space behind it, and the word."""
    starts = [(match.start(), "") for match in _DIGITS.finditer(text)]
    plain = text.lower().replace("\u00a0", " ").replace("\n", " ").replace("*", " ")
    if len(plain) != len(text):  # letters that are two in small; none of them is Danish
        plain = text
    for number, start, _ in _words().find_matches_as_indexes(plain, overlapping=True):
        if start == 0 or not plain[start - 1].isalpha():
            starts.append((start, _ORDER[number]))
    return tuple(sorted(starts))


@cache
def _words() -> AhoCorasick:
    from ahocorasick_rs import AhoCorasick  # noqa: PLC0415 - only where prose is judged

    return AhoCorasick([f"{word} " for word in _ORDER])


_BEHIND = re.compile(
    rf"(?<![\w.,–§/-])(?P<number>{COUNT_WORDS}|{DIGITS})"
    rf"(?!{SPACE}p(?:ct|rocent))(?={SPACE}(?:[a-zæøå]+t|i|om|på)(?!\w)|[.;](?!\d|{SPACE}[a-zæøå])|\n|$)",
    re.IGNORECASE,
)
_REACH = 80
"""So many characters before a number are read for what it counts."""


def counts_behind(text: str, nouns: str) -> Iterator[re.Match[str]]:
    """The numbers that stand behind what they count: »antal sager: 12«, »af de unge er to dømt«."""
    for match in _last_words(text):
        if _counted(nouns).search(text[max(0, match.start() - _REACH) : match.start()]):
            yield match


@lru_cache(maxsize=1)
def _last_words(text: str) -> tuple[re.Match[str], ...]:
    """The numbers that may stand behind what they count, by what follows them."""
    return tuple(matches(_BEHIND, text, COUNTS))


@cache
def _counted(nouns: str) -> re.Pattern[str]:
    """Matches where a number may follow that counts one of the nouns."""
    return pattern(
        rf"\b(?:antal(?:let{SPACE}af)?|af|blandt){SPACE}(?:(?:de|disse){SPACE})?(?:[a-zæøå]+e{SPACE})?"
        rf"(?:{nouns}){ENDING}(?:{SPACE}(?:i|på|fra|med){SPACE}\w+)?"
        rf"(?::|{SPACE}(?:er|var|blev|bliver|har|havde|udgør|udgjorde))(?:{SPACE}(?:kun|blot|alene))?{SPACE}\Z"
    )


def value(text: str) -> int:
    """A whole number in digits or in words; decimals are cut off."""
    word = text.lower()
    return _NUMBERS[word] if word in _NUMBERS else int(text.replace(".", "").partition(",")[0])


def plain_words(text: str) -> str:
    """The words of a match as they are told: on one line, without emphasis."""
    return " ".join(text.replace("*", "").split())


def pattern(text: str) -> re.Pattern[str]:
    """A pattern in which letters count whatever their case."""
    return re.compile(text, re.IGNORECASE)
