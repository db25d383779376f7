"""Folding, stems and what is ordinary."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerkit.verify.secrets.danish import stem
from answerkit.verify.secrets.folding import skeleton, word_spans, words
from answerkit.verify.secrets.ordinary import (
    is_common,
    is_frequent,
    is_given_name,
    is_known_name,
    is_ordinary,
    is_surname,
    says_something,
)
from project.loading import load_script

SAME = [
    ("Prøvestrup", "PRØVESTRUP", "Proevestrup", "Provestrup", "Prö\u00advestrup", "Prø\u200bvestrup"),
    ("Ågård", "Aagaard", "Agard", "Å\u030agård", "Ａａgaard"),
    ("Æblegade", "Aeblegade", "ÆBLEGADE", "Äblegade"),
    ("Hansens", "Hansen's", "Hansen’s", "Han-\nsens", "Han\u00ad\n  sens"),
    ("paypal", "рауpаl", "ρaypal", "𝗽𝗮𝘆𝗽𝗮𝗹", "ⓟⓐⓨⓟⓐⓛ", "ᴘᴀʏᴘᴀʟ", "p̶a̶y̶p̶a̶l̶"),
    ("12", "１２", "١٢", "⑫", "𝟏𝟐"),
]


@pytest.mark.parametrize("spellings", SAME)
def test_spellings_fold_to_the_same(spellings: tuple[str, ...]) -> None:
    assert len({tuple(words(text)) for text in spellings}) == 1


def test_words_are_apart() -> None:
    assert words("En, to\u00a0– tre/fire_fem…seks") == ["en", "to", "tre", "fire", "fem", "seks"]


def test_other_scripts_still_differ() -> None:
    assert words("дом") != words("дым")
    assert words("家") != words("山")


@given(st.text())
def test_every_word_has_its_span(text: str) -> None:
    spans = word_spans(text)
    assert len(spans) == len(words(text))
    assert all(start < end for start, end in spans)


@given(st.characters())
def test_a_skeleton_is_plain(char: str) -> None:
    shown = skeleton(char)
    assert shown in {"", " "} or (shown.isascii() and shown.isalnum() and shown == shown.lower())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sag", "sagerne"),
        ("regel", "reglerne"),
        ("middel", "midlernes"),
        ("ven", "vennernes"),
        ("flytte", "flytter"),
        ("forespørgsel", "forespørgslen"),
        ("mand", "mænd"),
        ("kommune", "kommunens"),
        ("stoppe", "stoppede"),
    ],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(words(one)[0]) == stem(words(other)[0])


@pytest.mark.parametrize(
    "word",
    ["og", "kommunens", "borgerne", "vurderer", "møderne", "beskæftigelse", "lokalt", "rigtigt", "hændelsen"],
)
def test_common_words_are_common(word: str) -> None:
    assert is_common(words(word)[0])
    assert is_ordinary(words(word)[0])


@pytest.mark.parametrize(
    "word", ["kontaktpersonen", "sagsbehandlingstid", "ungecenter", "skolebestyrelsen", "omklædningsrum"]
)
def test_compounds_of_common_words_are_ordinary(word: str) -> None:
    assert is_ordinary(words(word)[0])


@pytest.mark.parametrize(
    "word", ["prøvestrup", "krümelgaard", "skizofreni", "hansted", "fiktivsen", "iphigenia", "tolder"]
)
def test_rare_words_are_not_ordinary(word: str) -> None:
    assert not is_ordinary(words(word)[0])
    assert says_something(words(word)[0])


def test_lists_know_names() -> None:
    assert is_given_name("mads")
    assert is_given_name("balders")
    assert is_surname("jensen")
    assert is_surname("jensens")
    assert is_known_name(words("Aarhus")[0])
    assert not is_given_name("provestrup")
    assert is_frequent("kommunens")
    assert not is_frequent("brosten")
    assert not says_something("kommunen")


def test_texts_are_only_folded_when_they_are_encoded() -> None:
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("utf-8", "answerkit.skeleton")


def test_the_stems_are_those_of_the_listed_words() -> None:
    tool = load_script("tools/make_stems.py")
    assert tool.STEMS.read_text(encoding="utf-8") == tool.made(), "run tools/make_stems.py"


@pytest.mark.parametrize(
    ("char", "letters"), [("🅰", "a"), ("🄱", "b"), ("➀", "1"), ("ⓩ", "z"), ("٥", "5"), ("ᎠᎡ"[0], "d")]
)
def test_characters_that_show_a_letter_or_digit(char: str, letters: str) -> None:
    assert skeleton(char) == letters
