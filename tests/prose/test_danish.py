from datetime import date
from decimal import Decimal

import pytest

from answerkit.model.content import Below, Exact, Range
from answerkit.prose import danish
from compose.samples import figure, measurement


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("14.8", "14,8"),
        ("1234", "1.234"),
        ("1234567.50", "1.234.567,50"),
        ("550", "550"),
        ("0", "0"),
        ("-3.5", "−3,5"),
        ("1E+3", "1.000"),
    ],
)
def test_numbers_have_danish_marks(value: str, printed: str) -> None:
    assert danish.number(Decimal(value)) == printed


def test_a_date_is_spelt_out() -> None:
    assert danish.day(date(2021, 11, 8)) == "8. november 2021"
    assert danish.day(date(2024, 1, 31)) == "31. januar 2024"


def test_amounts_of_each_kind() -> None:
    assert danish.amount(Exact(Decimal(550)), circa=True) == "ca.\u00a0550"
    assert danish.amount(Range(Decimal(100), Decimal(120))) == "100–120"
    assert danish.amount(Below(5)) == "færre end\u00a05"


def test_unit_stands_behind_a_no_break_space_in_the_right_number() -> None:
    one, many = measurement(Exact(Decimal(1))), measurement(Exact(Decimal(2)))
    cases = figure("x", one)
    assert danish.quantity(cases, one) == "1\u00a0sag"
    assert danish.quantity(cases, many) == "2\u00a0sager"
    assert danish.quantity(figure("y", one, unit="årsværk", unit_one=""), one) == "1\u00a0årsværk"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("serviceloven § 12, stk. 2, nr. 3", "serviceloven §\u00a012, stk.\u00a02, nr.\u00a03"),
        ("§§ 8-9, kap. 4", "§§\u00a08-9, kap.\u00a04"),
        ("Ca. 40 mødte kl. 10", "Ca.\u00a040 mødte kl.\u00a010"),
        ("fra den 1. januar til 31. december", "fra den 1.\u00a0januar til 31.\u00a0december"),
        ("kap. 1. maj, 2.1. maj, 3. majs", "kap.\u00a01.\u00a0maj, 2.1. maj, 3. majs"),
        ("på amatr. 7 og § otte", "på amatr. 7 og § otte"),
    ],
)
def test_a_number_stays_with_its_sign(text: str, printed: str) -> None:
    assert danish.bound(text) == printed
