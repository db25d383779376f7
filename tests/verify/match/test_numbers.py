"""Confidential figures: a small number is found beside its unit and its group only."""

from datetime import date
from decimal import Decimal

import pytest

from answerkit.model.content import Below, Counted, Exact, Figure, Library, Measurement, Range, Value
from answerkit.model.overlay import ConfidentialLibrary
from answerkit.model.problem import Place, Where
from answerkit.model.text import Piece, Role
from answerkit.model.watchlist import Watchlist
from answerkit.verify.match.matcher import Matcher
from answerkit.verify.secrets.derive import derive

WHERE: Where = {"": Place("content/confidential/figures/anbragte.yaml", 1, 1, confidential=True)}


def figure(value: Value) -> Figure:
    return Figure(
        id="anbragte",
        title="Anbragte på Rævehiet",
        unit="anbringelser",
        unit_one="anbringelse",
        group="piger på Rævehiet",
        counts=Counted.PERSONS,
        owner="Afdelingen",
        series=(Measurement(value, circa=False, as_of=date(2021, 1, 1), source="Optælling", where=WHERE),),
        where=WHERE,
    )


def codes(value: Value, text: str) -> list[str]:
    secrets = derive(ConfidentialLibrary(figures={"anbragte": figure(value)}), Library(), Watchlist())
    findings = Matcher(secrets).find("svar.docx", [Piece("word/document.xml", "p[1]", Role.BODY, text)])
    return [item.code for item in findings]


SEVENTEEN = Exact(Decimal(17))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (SEVENTEEN, "Der er 17 anbringelser blandt piger på Rævehiet."),
        (SEVENTEEN, "PIGER PÅ RÆVEHIET: ANBRINGELSER 17"),
        (SEVENTEEN, "Piger på Rævehiet\tAnbringelser\t17"),
        (SEVENTEEN, "For pigerne på Raevehiet er det 17 nye anbringelser"),
        (Exact(Decimal("14.8")), "14,8 anbringelser af piger på Rævehiet"),
        (Exact(Decimal(12345)), "12.345 anbringelser af piger på Rævehiet"),
        (Exact(Decimal(3)), "tre anbringelser af piger på Rævehiet"),
        (Range(Decimal(5), Decimal(8)), "5-8 anbringelser af piger på Rævehiet"),
        (Range(Decimal(5), Decimal(8)), "5 til 8 anbringelser af piger på Rævehiet"),
    ],
)
def test_a_number_is_found_beside_its_unit_and_group(value: Value, text: str) -> None:
    assert "C105" in codes(value, text)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (SEVENTEEN, "Der er 17 anbringelser."),
        (SEVENTEEN, "Der er 17 piger på Rævehiet."),
        (SEVENTEEN, "Der er 18 anbringelser blandt piger på Rævehiet."),
        (SEVENTEEN, "Der er 117 anbringelser blandt piger på Rævehiet."),
        (
            SEVENTEEN,
            "Den 17. maj blev der i byrådet talt om piger på Rævehiet, ikke om nogen andre anbringelser.",
        ),
        (Range(Decimal(5), Decimal(8)), "5 anbringelser af piger på Rævehiet"),
        (Below(5), "under 5 anbringelser af piger på Rævehiet"),
    ],
)
def test_a_number_is_left_alone_elsewhere(value: Value, text: str) -> None:
    assert "C105" not in codes(value, text)
