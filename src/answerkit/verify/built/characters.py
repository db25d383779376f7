"""Which characters a built file may hold: those that a Danish reader sees and tells apart.

A list of what may stand, not of what may not: invisible characters, those that turn the direction of reading,
and letters of other scripts that look like Latin ones come in too many kinds. Latin letters of all European
languages and of Vietnamese are there, since people bear them in their names.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from answerkit.verify.built.codes import Rule
from answerkit.verify.built.diagnosis import MOST_REPORTED, place
from answerkit.verify.built.fault import Fault
from answerkit.verify.built.notation import Grammar, tokens

# Left out of the blocks below: the soft hyphen, letters that fall apart into others by compatibility, the
# letters that look like f, q and an apostrophe.
# Source: Unicode 15, blocks Basic Latin to Latin Extended-A, Latin Extended Additional; UAX #15.
_STRANGE = re.compile(
    "[^\\n\\x20-\\x7e\xa0-\xac\xae-\u0131\u0134-\u0137\u0139-\u013e\u0141-\u0148\u014a-\u017e"
    "\u0218-\u021b\u1e00-\u1e99\u1e9e\u1ea0-\u1ef9"
    "\u202f\u2011\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a"
    "\u20ac\u2103\u2116\u2122\u2190-\u2193\u2212\u2248\u2260\u2264\u2265\u2713]"
)
_OTHER_BLANKS = ("\xa0", "\u202f", "\n")
_TOO_MANY = " " * 3
_END = "</w:p>"
_WORDS = re.compile(">([^<>]+)<")


def character_faults(part: str, text: str, grammar: Grammar) -> Iterator[Fault]:
    """What is wrong with the characters of a part's XML, attributes and escapes included."""
    shown = text.replace("&#10;", "\n")
    if _STRANGE.search(shown):
        yield from _strange(part, text, grammar)
    if not unicodedata.is_normalized("NFC", shown):
        yield Fault(Rule.S132, part)
    for blank in _OTHER_BLANKS:
        shown = shown.replace(blank, " ")
    # Runs may share a gap among them; then one of them has two blanks in a row, or nothing but a blank.
    shared = "  " in shown or "> <" in shown
    if _TOO_MANY in shown or (shared and _TOO_MANY in _words(shown)):
        yield Fault(Rule.S131, part)


def _words(text: str) -> str:
    """The text of all runs, with a sign between paragraphs."""
    return "".join(_WORDS.findall(text.replace(_END, f"{_END}|")))


def _strange(part: str, text: str, grammar: Grammar) -> Iterator[Fault]:
    """A fault for each of the first tags and texts that hold a strange character."""
    found = tokens(text)
    marked = ((index, len(_STRANGE.findall(token))) for index, token in enumerate(found))
    for index, length in islice((item for item in marked if item[1]), MOST_REPORTED):
        yield Fault(Rule.S130, part, place(found, index, grammar), length)
