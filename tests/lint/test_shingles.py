"""Texts that are nearly the same meet, however many others there are."""

from __future__ import annotations

import random

from answerkit.lint.shingles import are_alike, meeting, sketch, words

WORDS = [f"ord{number}" for number in range(500)]


def _texts(count: int) -> dict[str, str]:
    chance = random.Random(7)  # noqa: S311 - the same texts each time
    return {f"t{number:04}": " ".join(chance.choices(WORDS, k=40)) for number in range(count)}


def _alike(texts: dict[str, str]) -> list[tuple[str, str]]:
    sketches = [(name, sketch(text)) for name, text in texts.items()]
    return [(one, other) for one, other in meeting(sketches) if are_alike(texts[one], texts[other], 90)]


def _changed(text: str) -> str:
    found = text.split(" ")
    return " ".join((*found[:20], "andet", *found[21:]))


def test_words_are_what_letters_say() -> None:
    assert words("Et  TO,\ntre–fire!") == "et to tre fire"


def test_a_text_with_a_word_changed_meets_its_like_among_many() -> None:
    texts = _texts(300)
    twins = {f"u{name}": _changed(text) for name, text in texts.items()}
    assert set(_alike({**texts, **twins})) == {(name, f"u{name}") for name in texts}


def test_texts_that_have_little_in_common_do_not_meet() -> None:
    assert _alike(_texts(300)) == []


def test_a_common_beginning_costs_little_and_is_no_likeness() -> None:
    texts = {name: f"det samme står i begyndelsen af dem alle {text}" for name, text in _texts(300).items()}
    assert _alike(texts) == []


def test_texts_shorter_than_a_run_are_compared_whole() -> None:
    assert _alike({"a": "tak", "b": "tak", "c": "nej tak", "d": ""}) == [("a", "b")]
