"""How many words of a sentence are enough to know it by, and how much words tell."""

import pytest

from answerkit.verify.secrets.folding import words
from answerkit.verify.secrets.names import telling_words
from answerkit.verify.secrets.recognising import is_enough
from answerkit.verify.secrets.secret import Tells
from answerkit.verify.secrets.weights import is_set_phrase, weigh


def tells(degrees: str) -> list[Tells]:
    return [Tells(int(degree)) for degree in degrees]


@pytest.mark.parametrize(
    ("degrees", "missing", "expected"),
    [
        ("20002", 0, True),
        ("2002", 0, False),
        ("20001", 0, False),
        ("20002", 1, False),
        ("200023", 1, True),
        ("100101", 0, True),
        ("10010", 0, False),
        ("0002002", 0, True),
        ("0001001", 0, False),
        ("100101", 1, False),
        ("1001010", 1, True),
        ("2232", 0, True),
        ("2222", 0, False),
        ("2232", 2, False),
        ("22032", 5, True),
        ("22032", 6, False),
        ("000000000000", 0, False),
    ],
)
def test_words_are_enough_or_not(degrees: str, missing: int, expected: bool) -> None:  # noqa: FBT001 - a table
    assert is_enough(tells(degrees), missing) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("han kom til kommunen med en brosten", "0101003"),
        ("hun fik socialpædagogisk støtte i eget hjem", "0120000"),
        ("udvalget træffer afgørelse om anbringelse uden samtykke", "1000002"),
        ("den 4. februar 2019 kom han", "000110"),
        ("den 4. februar kom han", "00110"),
        ("4 unge og 2019 andre", "11010"),
        ("you should have been there", "00000"),
    ],
)
def test_words_tell_more_or_less(text: str, expected: str) -> None:
    assert "".join(str(int(degree)) for degree in weigh(words(text), set())) == expected


def test_what_is_declared_tells_nothing() -> None:
    assert weigh(words("en brosten i gryden"), {1}) == tuple(tells("0003"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("psykologisk rådgivning", True),
        ("Pædagogisk Psykologisk Rådgivning", True),
        ("psykologisk støtte", False),
        ("rådgivning psykologisk", False),
    ],
)
def test_a_part_of_a_set_phrase_is_known(text: str, expected: bool) -> None:  # noqa: FBT001 - a table
    assert is_set_phrase(words(text)) is expected


@pytest.mark.parametrize(
    ("term", "found"),
    [
        ("Den gule Hasselkrog", 1),
        ("mødes med Kommunen og Hasselkrogen", 1),
        ("hos Kommunen", 0),
        ("hos Peter Hansen", 0),
        ("Hasselkrogen", 0),
    ],
)
def test_a_word_of_a_term_tells_by_itself_when_it_is_rare(term: str, found: int) -> None:
    assert len(list(telling_words(term))) == found
