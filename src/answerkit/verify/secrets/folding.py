"""What is left of a text when its spelling is taken away: only the letters a to z and digits.

Two spellings of the same text fold to the same characters: case, accents, invisible characters, look-alikes
from other scripts and forms for compatibility are gone. Danish letters fold to their plain ones.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

_PAIRS = (
    # Cyrillic, then Greek (capitals apart, since they look like other letters), Armenian, Cherokee, others
    "аaвbгrеeёeиuкkмmнhоoпnрpсcтtуyхxьbѕsіiїiјjһhԁdԛqԝwӏlԍgѵvөoӕa"
    "ΑaΒbΕeΖzΗhΙiΚkΜmΝnΟoΡpΤtΥyΧxαaβbγyδdεeηnθoιiκkνvοoρpςsσoτtυuχxωwϲcϳjµuμu"
    "օoսuհhոnցgաwոnօoＯoᎠdᎡrᎢtᎪaᎫjᎬeᎳwᎷmᎻhᎶgᎷmᏃzᏚsᏢpᏞlᏟcᏦkᏴbᏙvᎩyᏀg"
    "ɑaɡgꞵbǀlǃlⅼlʘoΌoⲟoⲣpⲥcæaœoøoåaßsþtðdđdłlħhıiŧtŋnƒf"
)
_LOOKALIKES = {ord(_PAIRS[at]): _PAIRS[at + 1] for at in range(0, len(_PAIRS), 2)}
"""Characters that look like a Latin letter, or are one without a plain form of their own.

Source: Unicode Technical Standard 39, section 4, confusables.txt (a selection; single letters only).
"""

_LATIN = re.compile(
    r"(?:MODIFIER LETTER |FEMININE |MASCULINE )?LATIN (?:SMALL |CAPITAL )?LETTER "
    r"(?:SMALL CAPITAL |TURNED |REVERSED |DOTLESS |SCRIPT |INVERTED |SMALL )*([A-Z])(?: WITH .*)?"
)
_ENCLOSED = re.compile(
    r"(?:NEGATIVE|CROSSED|REGIONAL INDICATOR|DINGBAT) [A-Z -]*?"
    r"(?:LETTER ([A-Z])|DIGIT (ZERO|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE))"
)
_DIGITS = ["ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE"]
_BLANK = frozenset("ᅟᅠㅤﾠ឴឵")
"""Characters that Unicode calls letters but that show nothing."""

_JOINING = frozenset("'’‘`´ʼ")
"""Marks inside a word: ``Hansen's`` is one word."""

_BROKEN_WORD = re.compile(r"[-‐‑­](?<=[^\W\d_].)[ \t]*\r?\n[ \t]*(?=[^\W\d_])")


def skeleton(char: str) -> str:
    """The letters a to z and digits that a character stands for; a space for what separates words.

    Empty for what shows nothing. A letter of another script that looks like no Latin one gives its number,
    so that texts in such a script still differ.
    """
    shown = _SKELETONS.get(char)
    if shown is None:
        shown = _SKELETONS[char] = _skeleton(char)
    return shown


_SKELETONS: dict[str, str] = {}


def _skeleton(char: str) -> str:
    if char.isascii() and char.isalnum():
        return char.lower()
    if ord(char) in _LOOKALIKES:
        return _LOOKALIKES[ord(char)]
    if "\U000e0020" <= char <= "\U000e007e":  # tags: invisible copies of ASCII
        return skeleton(chr(ord(char) - 0xE0000))
    lower = char.lower()
    if len(lower) == 1 and lower != char:
        return skeleton(lower)
    decomposed = unicodedata.normalize("NFKD", char)
    if decomposed != char and char not in _JOINING:
        parts = "".join(map(skeleton, decomposed))
        return parts.replace(" ", "") or parts[:1]
    return _by_category(char)


def _by_category(char: str) -> str:
    name = unicodedata.name(char, "")
    if enclosed := _ENCLOSED.fullmatch(name):
        letter, digit = enclosed.groups()
        return letter.lower() if letter else str(_DIGITS.index(digit))
    category = unicodedata.category(char)
    if category in {"Mn", "Me", "Cf"} or char in _BLANK or char in _JOINING:
        return ""
    if category == "Cc":
        return " " if char.isspace() else ""
    if category == "Nd":
        return str(unicodedata.digit(char))
    if category[0] != "L":
        return " "
    latin = _LATIN.fullmatch(name)
    return latin.group(1).lower() if latin else f"u{ord(char):x}"


_LATIN_1 = "".join((skeleton(chr(code)) or "\0")[0] for code in range(256)).encode()
"""One byte for each character of Latin-1; zero for what shows nothing."""

_NOTHING = bytes(code for code in range(256) if _LATIN_1[code] == 0)


def words(text: str) -> list[str]:
    """The words and numbers of a text, in order; a word broken by a hyphen at the end of a line is one.

    Danish letters and their usual substitutes fold to the same, so that ``Aagaard`` and ``Ågård`` agree.
    """
    return unified(plain(text)).split()


def plain(text: str) -> str:
    """The words of a text as skeletons, with one or more spaces between them."""
    if "\n" in text:
        text = _BROKEN_WORD.sub("", text)
    return _latin_1(text).translate(_LATIN_1, _NOTHING).decode("ascii")


def unified(skeletons: str) -> str:
    """Skeletons with one spelling for what stands for æ, ø and å."""
    return skeletons.replace("aa", "a").replace("ae", "a").replace("oe", "o")


def _latin_1(text: str) -> bytes:
    return text.encode("latin-1", _SKELETON_ERRORS)


def _skeletons(error: UnicodeError) -> tuple[str, int]:
    """What stands in for the characters beyond Latin-1; the codec calls it for each run of them."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(skeleton, error.object[error.start : error.end])), error.end


_SKELETON_ERRORS = "answerkit.skeleton"
codecs.register_error(_SKELETON_ERRORS, _skeletons)


def word_spans(text: str) -> list[tuple[int, int]]:
    """For each of ``words(text)`` where it begins and ends in the text."""
    broken = {at for found in _BROKEN_WORD.finditer(text) for at in range(*found.span())}
    spans: list[tuple[int, int]] = []
    apart = True
    for at, char in enumerate(text):
        shown = "" if at in broken else skeleton(char)
        if not shown.strip():
            apart = apart or shown == " "
        elif apart:
            spans.append((at, at + 1))
            apart = False
        else:
            spans[-1] = (spans[-1][0], at + 1)
    return spans
