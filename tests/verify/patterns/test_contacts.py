"""Telephone numbers, mail addresses and links that track."""

import pytest

from answerkit.model.policy import PatternPolicy
from answerkit.model.text import Piece, Role
from answerkit.verify.patterns.search import search_patterns

STRICT = PatternPolicy(phones=False, mails=False, exceptions=("33 66 33 66", "@kk.dk", "Post@Aarhus.dk"))


def codes(text: str, policy: PatternPolicy = STRICT) -> list[str]:
    return [item.code for item in search_patterns("f.txt", [Piece("", "", Role.BODY, text, 1)], policy)]


@pytest.mark.parametrize(
    "text",
    [
        "+45 20 30 40 50",
        "0045 20304050",
        "(+45) 2030 4050",
        "+4520304050",
        "tlf. 20304050",
        "Mobil: 2030 4050",
        "telefonnummer 20 30 40 50",
        "ring 203 04 050",
        "20 30 40 50",
        "Kontakt\u00a020\u00a030\u00a040\u00a050",
    ],
)
def test_a_telephone_number_is_found_where_it_is_forbidden(text: str) -> None:
    assert codes(text) == ["P103"]
    assert codes(text, PatternPolicy()) == []


@pytest.mark.parametrize(
    "text",
    [
        "33663366 er CVR",
        "+45 33 66 33 66",
        "tlf. 33663366",
        "20210304",
        "10 20 30 40 50 60",
        "20.304.050 kr.",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize("text", ["a.b@example.com", "mailto:x+y@mail.example.org", "<søren@example.dk>"])
def test_a_mail_address_is_found_where_it_is_forbidden(text: str) -> None:
    assert codes(text) == ["P104"]
    assert codes(text, PatternPolicy()) == []


@pytest.mark.parametrize(
    "text", ["navn@kk.dk", "post@aarhus.dk", "POST@AARHUS.DK", "@navn", "a@b", "x @ y.dk"]
)
def test_other_addresses_are_left_alone(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/a?utm_source=brev",
        "https://example.org/a?b=1&fbclid=x",
        "https://example.org/a?b=1&amp;gclid=x",
        "https://example.org/#mc_eid=1",
        "https://eur02.safelinks.protection.outlook.com/?url=x",
    ],
)
def test_a_link_that_tracks_is_a_warning(text: str) -> None:
    assert codes(text) == ["P105"]


@pytest.mark.parametrize("text", ["https://example.org/a?id=1", "utm_source=brev", "https://gclid.example/"])
def test_other_links_are_left_alone(text: str) -> None:
    assert codes(text) == []
