"""Which characters are hidden: held against the Unicode database, and seen in a text."""

import sys
import unicodedata

import pytest

from answerkit.load.characters import HIDDEN, REPORTED, hidden_characters, without_hidden
from answerkit.model.problem import Place

FILE = Place("a.yaml")
ALLOWED = {"\n", " ", "\u00a0", "\u202f"}
ALL = "".join(map(chr, range(sys.maxunicode + 1)))
FOUND = set(HIDDEN.findall(ALL))


def test_every_control_format_private_and_space_character_is_hidden() -> None:
    categories = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp", "Zs"}
    hidden = {character for character in ALL if unicodedata.category(character) in categories} - ALLOWED
    assert [f"U+{ord(c):04X}" for c in sorted(hidden - FOUND)] == []


def test_nothing_that_can_be_seen_is_hidden() -> None:
    seen = {c for c in FOUND if unicodedata.category(c)[0] in "LNPS" and ord(c) < 0x40000}
    fillers = {"\u115f", "\u1160", "\u3164", "\uffa0", "\u2800", "\ufffc", "\U0001d159"}
    assert [f"U+{ord(c):04X}" for c in sorted(seen - fillers)] == []


def test_every_hidden_character_is_found_in_a_text() -> None:
    """The first, fast look lets none of them pass. The planes that are hidden as a whole are sampled."""
    for character in (c for c in FOUND if ord(c) < 0x40000 or ord(c) % 4099 == 0):
        assert hidden_characters(character, FILE), f"U+{ord(character):04X}"


@pytest.mark.parametrize("text", ["", "Æblegrød – »§ 27« ≥ 14,8 %", "a\u00a0b\u202fc\n", "Ж中😀é", "\ufffd"])
def test_ordinary_text_has_none(text: str) -> None:
    assert hidden_characters(text, FILE) == ()
    assert without_hidden(text) == text


def test_places_count_characters() -> None:
    problems = hidden_characters("a\u200bb\n😀\t\n\n\u00ad", FILE)
    assert [(item.place.line, item.place.column, item.detail) for item in problems] == [
        (1, 2, "U+200B"),
        (2, 2, "tabulator"),
        (4, 1, "U+00AD"),
    ]


def test_a_stand_in_takes_the_same_room() -> None:
    assert without_hidden("a\u200bb\tc\U000e0041") == "a\ufffdb c\ufffd"


def test_a_damaged_file_gives_a_limited_number() -> None:
    assert len(hidden_characters("\x00" * 10_000, FILE)) == REPORTED
