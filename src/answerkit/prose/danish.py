"""How numbers and dates are printed in Danish.

Source: Dansk Sprognævn, Retskrivningsordbogen § 57 (decimal comma, point between thousands) and § 42 (dates).
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import assert_never

from answerkit.model.content import Below, Exact, Figure, Measurement, Range, Value

NO_BREAK = "\u00a0"
MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)  # fmt: skip
_DIGIT = re.compile(r"\d")
_BEFORE_NUMBER = re.compile(r"(?<!\w)(§{1,2}|(?:stk|nr|kl|kap|ca)\.) (?=\d)", re.IGNORECASE)
_BEFORE_MONTH = re.compile(rf"(?<![\w.])(\d{{1,2}}\.) (?=(?:{'|'.join(MONTHS)})\b)")
_KEPT = rf"\1{NO_BREAK}"


def number(value: Decimal) -> str:
    """``1234.5`` as ``1.234,5``; a minus sign is U+2212; decimals are printed as they were written."""
    whole, _, decimals = f"{abs(value):,f}".partition(".")
    sign = "\u2212" if value < 0 else ""
    return sign + whole.replace(",", ".") + ("," + decimals if decimals else "")


def bound(text: str) -> str:
    """The text with a no-break space where numbers must stay: ``§ 12, stk. 2``, ``ca. 40``, ``3. maj``."""
    if not _DIGIT.search(text):
        return text
    return _BEFORE_MONTH.sub(_KEPT, _BEFORE_NUMBER.sub(_KEPT, text))


def day(value: date) -> str:
    """``2021-11-08`` as ``8. november 2021``."""
    return f"{value.day}. {MONTHS[value.month - 1]} {value.year}"


def amount(value: Value, *, circa: bool = False) -> str:
    """A value without its unit: ``14,8``, ``ca. 550``, ``100–120`` or ``færre end 5``, in one piece."""
    text = _bare(value)
    return f"ca.{NO_BREAK}{text}" if circa else text


def _bare(value: Value) -> str:
    match value:
        case Exact(exact):
            return number(exact)
        case Range(low, high):
            return f"{number(low)}–{number(high)}"
        case Below(limit):
            return f"færre end{NO_BREAK}{number(Decimal(limit))}"
        case _:
            assert_never(value)


def unit(figure: Figure, value: Value) -> str:
    """The figure's unit in the number that the value asks for."""
    one = isinstance(value, Exact) and value.number == 1
    return figure.unit_one if one and figure.unit_one else figure.unit


def quantity(figure: Figure, measurement: Measurement) -> str:
    """A value with its unit and a no-break space between: ``ca. 550 myndighedssager``."""
    text = amount(measurement.value, circa=measurement.circa)
    return f"{text}{NO_BREAK}{unit(figure, measurement.value)}"
