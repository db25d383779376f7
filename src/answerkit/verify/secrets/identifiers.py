"""Identifiers in a text: what points at one person, case or place by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field

from answerkit.model.frozen import dataclass
from answerkit.verify.secrets.folding import words
from answerkit.verify.secrets.ordinary import is_given_name, is_ordinary, is_surname, street_ends
from answerkit.verify.secrets.secret import Form


@dataclass(frozen=True, slots=True)
class Spotted:
    """An identifier and where it stands in the text that was read."""

    form: Form
    text: str = field(repr=False)
    start: int
    end: int


_MONTH_DAY = r"(?:0[1-9]|1[0-2])[./-]?(?:0[1-9]|[12]\d|3[01])"
_DATE = re.compile(
    rf"(?<!\d)(?:\d{{1,2}}[./-] ?\d{{1,2}}[./ -] ?(?:\d{{4}}|\d{{2}})|(?:19|20)\d\d[./-]?{_MONTH_DAY}"
    r"|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])20\d\d)"
    r"(?![\d/-])"
)
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d)(?!\d)")
_ACT = re.compile(
    r"(?:\(E[UØ]F?\)|forordning(?:en)?|direktiv(?:et)?|\bnr\.?|beslutning)\s*(?:nr\.?\s*)?(?:19|20)?\d{2,4}/\d{1,4}\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"(?<![\d.,])\d{1,3}(?:[.  ]\d{3})+(?:,\d{1,2})?(?![\d.]|[ ]\d)|(?<![\w.])\d+,\d+(?!\d)")
_NOT_IDENTIFIERS = (_DATE, _YEARS, _ACT)

_MAY_HOLD = re.compile(r"[\d@]")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+")
_CPR = re.compile(
    r"(?<![\d.-])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])[ .]?(?:0[1-9]|1[0-2])[ .]?(?:\d\d)"
    r"\s?[-–—−‐‑./ ]?\s?\d{4}(?![\d-])"
)
_PHONE = re.compile(
    r"(?<![\d./-])(?:(?:\+|00)\d{2}\s?)?\(?\d\d[ .-]?\d\d\)?[ .-]?\d\d[ .-]?\d\d(?![\d/]|[.-]\d)"
    r"|(?<!\d)\+\d[\d ()-]{7,14}\d"
)
_CASE_NUMBER = re.compile(
    r"(?<![\w./-])[^\W_]+(?:[./_–-][^\W_]+)+(?![\w/])|(?<!\w)[A-ZÆØÅ]{1,5}(?:-?\d{5,}| \d{5})(?!\w)"
)
_ACCOUNT = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?!\w)")
"""Source: ISO 13616, International Bank Account Number."""

_DOMAIN = re.compile(r"[^\W\d_][\w-]*(?:\.[\w-]+)*\.[a-z]{2,}(?:/|$)")
_PLATE = re.compile(r"(?<!\w)[A-ZÆØÅ]{2} ?\d\d ?\d{3}(?!\w)")
_LONG_NUMBER = re.compile(r"(?<![\w.,])(?:\d{6,}|\d{4}[ -]\d{6,10}|\d{3,}(?:-\d{3,})+)(?!\w|[.,]\d)")
_BEFORE_STREET = re.compile(
    r"(?:nord|sønd|søndr|nordr|østr|vestr|nørr|øst|vest)(?:re|er|e)|gammel|gl\.|nye?|lille|lil\.|store|st\.|[iy]ndre|ydre"
    r"|sankt|s[kc]t\.|øvre|nedre|(?:ndr|sdr|vstr|østr|nr)\.",
    re.IGNORECASE,
)
_STREET = r"[A-ZÆØÅ][\w.'’-]*(?:[  ](?:[A-ZÆØÅ][\w.'’-]*|(?:af|den)(?=[  ][A-ZÆØÅ]))){0,3}"
_ADDRESS = re.compile(
    rf"(?<!\w)({_STREET})[  ](?:nr\.?[  ])?(\d{{1,3}})[  ]?([A-Za-z](?!\w))?(?![\w%]|[.]\d)"
)
_FLOOR = re.compile(r",?\s*(?:\d{1,2}\.|st\.?|kld?\.?|tv\b|th\b|mf\b|(?:DK-)?\d{4}\s[A-ZÆØÅ])")

_LONG_AMOUNT = re.compile(r"(?<![\w.,])\d{1,3}(?:[.\u00a0 ]\d{3})+(?![\w]|[.,]\d)")

_FEWEST_DIGITS = 6
_FEWEST_CASE_DIGITS = 5
_FEWEST_SIGNIFICANT = 4
_FEWEST_OF_AMOUNT = 5


def identifiers(text: str) -> Iterator[Spotted]:
    """The identifiers of a text, without any that stands inside another."""
    if not _MAY_HOLD.search(text):
        return
    taken = [found.span() for pattern in _NOT_IDENTIFIERS for found in pattern.finditer(text)]
    for spotted in _candidates(text):
        if not any(start < spotted.end and spotted.start < end for start, end in taken):
            taken.append((spotted.start, spotted.end))
            yield spotted


def _candidates(text: str) -> Iterator[Spotted]:
    yield from _all(_MAIL, Form.MAIL, text) if "@" in text else ()
    yield from _addresses(text)
    if sum(map(str.isdigit, text)) < _FEWEST_CASE_DIGITS:
        return
    yield from _all(_CPR, Form.CPR, text)
    yield from (
        spotted for spotted in _all(_CASE_NUMBER, Form.CASE_NUMBER, text) if _is_case_number(spotted.text)
    )
    yield from _all(_ACCOUNT, Form.NUMBER, text)
    yield from _all(_PLATE, Form.NUMBER, text)
    yield from _all(_PHONE, Form.PHONE, text)
    yield from (spotted for spotted in _all(_LONG_NUMBER, Form.NUMBER, text) if is_long(spotted.text))
    for spotted in _all(_LONG_AMOUNT, Form.NUMBER, text):
        if is_long(spotted.text, _FEWEST_OF_AMOUNT):
            yield spotted


def _all(pattern: re.Pattern[str], form: Form, text: str) -> Iterator[Spotted]:
    for found in pattern.finditer(text):
        yield Spotted(form, found.group(), found.start(), found.end())


def _is_case_number(text: str) -> bool:
    digits = sum(char.isdigit() for char in text)
    return digits >= _FEWEST_CASE_DIGITS and not _AMOUNT.fullmatch(text) and not _DOMAIN.match(text)


def is_long(text: str, significant: int = _FEWEST_SIGNIFICANT) -> bool:
    """Whether a number is long enough to be somebody's, and not just a round amount."""
    digits = "".join(char for char in text if char.isdigit())
    return len(digits) >= _FEWEST_DIGITS and len(digits.strip("0")) >= significant


def _addresses(text: str) -> Iterator[Spotted]:
    for found in _ADDRESS.finditer(text):
        street = _street(found.group(1))
        if _is_street(street[-1]) or (_FLOOR.match(text, found.end()) and not _is_plain(street[-1])):
            start = found.end(1) - len(" ".join(street))
            yield Spotted(Form.ADDRESS, text[start : found.end()], start, found.end())


def _street(words_before_number: str) -> list[str]:
    """The street's name: its last word, and those before it that it cannot do without."""
    street = words_before_number.replace("\u00a0", " ").split(" ")
    if street[-1].lower() in street_ends():
        while len(street) > 1 and _is_plain(street[0]):
            street = street[1:]
        return street
    return street[-2:] if street[-2:-1] and _BEFORE_STREET.fullmatch(street[-2]) else street[-1:]


def _is_street(word: str) -> bool:
    return word.lower().endswith(street_ends())


def _is_plain(word: str) -> bool:
    """Whether a word before a street's name is no part of it: neither an ordinary one nor somebody's name."""
    folded = words(word)
    named = len(folded) > 1 or any(is_given_name(part) or is_surname(part) for part in folded)
    return not named and all(map(is_ordinary, folded))
