"""The letters that charts are drawn with."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerkit.prose.letters import SIZE, is_drawable, letters, outline, width, wrapped

DANISH = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅabcdefghijklmnopqrstuvwxyzæøå0123456789 .,:;-–()»«§%/&\u00a0"
TITLES = st.text(alphabet=sorted(letters()), min_size=1, max_size=60)


def test_danish_can_be_drawn() -> None:
    assert is_drawable(DANISH)
    assert all(0 < letters()[character].width <= 1.1 * SIZE for character in DANISH)


@pytest.mark.parametrize("words", ["Привет", "数", "a\u200bb", "\U0001f600", "e\u0301"])
def test_what_has_no_outline_cannot(words: str) -> None:
    assert not is_drawable(words)


def test_digits_are_equally_wide() -> None:
    assert len({width(digit) for digit in "0123456789"}) == 1


def test_blanks_take_room_and_show_nothing() -> None:
    assert outline(" \u00a0", 0, 0) == ""
    assert width(" \u00a0") == 2 * width(" ") > 0


def test_words_are_outlines_one_behind_the_other() -> None:
    alone = [float(x) for x in re.findall(r"M(-?\d+),", outline("ll", 100, 50))]
    assert alone[1] - alone[0] == width("l")
    assert outline("l", 0, 0).endswith("z")


def test_an_outline_is_steps_between_the_edges_of_its_letter() -> None:
    for letter in letters().values():
        for x, y, steps in letter.outlines:
            assert re.fullmatch(r"(?:[lq]-?\d+(?:,?-?\d+)*)+z", steps)
            assert -SIZE < x < 2 * SIZE
            assert -1.2 * SIZE < y < SIZE


@given(TITLES, st.integers(1_500, 20_000))
def test_lines_hold_all_words_and_none_is_too_long(words: str, available: int) -> None:
    lines = wrapped(words, available)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert all(width(line) <= available for line in lines)


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("TUS", ("TUS",)),
        ("en to tre", ("en to", "tre")),
        ("en  to", ("en to",)),
        ("en\u00a0to\u00a0tre", ("en\u00a0to\u00a0", "tre")),
        ("langtord", ("langt", "ord")),
        ("en langtord to", ("en", "langt", "ord to")),
        ("i lllllllllW", ("i", "lllllllll", "W")),
        ("", ("",)),
    ],
)
def test_lines_break_at_blanks_and_inside_long_words(words: str, lines: tuple[str, ...]) -> None:
    assert wrapped(words, 2_700) == lines
