"""Days on which something happened: found beside what it was, however they are written."""

import pytest

from answerkit.verify.secrets.days import days_in, year_words
from answerkit.verify.secrets.folding import words
from verify.match.planted import found, is_found

EVENT = "- **4. februar 2031:** Skolen skrev til politiet om brosten og om venner fra kælderen."


@pytest.mark.parametrize(
    "planted",
    [
        "Den 4. februar 2031 handlede det om brosten.",
        "Om brosten kom der noget frem 4/2-2031.",
        "Brosten, 04.02.2031.",
        "2031-02-04: en brosten",
        "20310204 brosten",
        "04022031: brosten",
        "En brosten den 4. feb. 2031",
        "En brosten den 4/2-31",
        "On February 4, 2031, om brosten",
        "Den 4. februar 2031 var skolen hos politiet og vennerne.",
    ],
)
def test_a_day_is_found_beside_what_happened(planted: str) -> None:
    assert is_found(EVENT, planted)


@pytest.mark.parametrize(
    "planted",
    [
        "Den 4. februar 2031 vedtog byrådet en plan.",
        "Den 5. februar 2031 handlede det om brosten.",
        "Den 4. februar 2032 handlede det om brosten.",
        "Den 4. februar 2031 vedtog byrådet en plan. Den handler ikke om brosten.",
        "Den 4. februar 2031 var skolen åben.",
        "Den 4. februar 2031\n\nBrosten",
        "Nummer 2031 kom 4 gange til 2 brosten.",
        "2031",
    ],
)
def test_a_day_of_something_else_is_left_alone(planted: str) -> None:
    assert found(EVENT, planted) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4. februar 2031", [(2031, 2, 4)]),
        ("fra 4/2-2031 til 2031.03.05", [(2031, 2, 4), (2031, 3, 5)]),
        ("31.12.30", [(2030, 12, 31)]),
        ("32.12.2030 og 1.13.2030", []),
        ("20319999", []),
        ("nr. 400 februar 2031", []),
        ("februar 2031", []),
    ],
)
def test_days_are_read(text: str, expected: list[tuple[int, int, int]]) -> None:
    assert list(days_in(words(text))) == expected


def test_a_year_may_stand_in_four_ways() -> None:
    assert list(year_words((2031, 2, 4))) == ["2031", "31", "20310204", "04022031"]
