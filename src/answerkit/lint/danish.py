"""Numbers and persons in Danish prose, as several rules look for them."""

from __future__ import annotations

import re

GAP = "[ \u00a0]"

_NUMBERS = {
    "en": 1, "et": 1, "én": 1, "ét": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7,
    "otte": 8, "ni": 9, "ti": 10, "elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14, "femten": 15,
    "seksten": 16, "sytten": 17, "atten": 18, "nitten": 19, "tyve": 20, "tredive": 30, "fyrre": 40,
    "halvtreds": 50, "tres": 60, "halvfjerds": 70, "firs": 80, "halvfems": 90, "hundrede": 100,
}  # fmt: skip

COUNT_WORDS = "|".join(sorted((word for word in _NUMBERS if _NUMBERS[word] > 1), key=len, reverse=True))
"""Number words from two up; »en« and »et« are mostly articles."""

DIGITS = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
"""A number in digits, with or without points between thousands."""

PERSONS = (
    r"(?:[a-zæøå]*borgere?|unge|ung|børn|barn|drenge?|piger?|kvinder?|mænd|mand|person(?:er)?|elev(?:er)?"
    r"|familier?|(?:\d+-)?[a-zæøå]*årige?|klient(?:er)?|beboere?|løsladte|førstegangskriminelle|anbragte|sigtede|dømte)"
)
"""Nouns for the persons that a municipality's work is about. Staff are none of them."""

CASES = r"(?!års)[a-zæøå]*sag(?:er)?"
"""Cases, each of which is somebody's; »årsager« are none."""


_DIGIT, _WORD = re.compile(r"\d"), re.compile(r"\w+")
_COUNTS = frozenset(word for word in _NUMBERS if _NUMBERS[word] > 1)


def may_count(text: str) -> bool:
    """Whether digits or one of ``COUNT_WORDS`` stand in a text: a quick look before a thorough one."""
    return bool(_DIGIT.search(text)) or not _COUNTS.isdisjoint(_WORD.findall(text.lower()))


def value(text: str) -> int:
    """A whole number in digits or in words; decimals are cut off."""
    word = text.lower()
    return _NUMBERS[word] if word in _NUMBERS else int(text.replace(".", "").partition(",")[0])


def pattern(text: str) -> re.Pattern[str]:
    """A pattern in which letters count whatever their case."""
    return re.compile(text, re.IGNORECASE)
