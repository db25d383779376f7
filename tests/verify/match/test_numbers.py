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


def figure(value: Value, unit: str = "anbringelser", group: str = "piger på Rævehiet") -> Figure:
    return Figure(
        id="anbragte",
        title="Anbragte på Rævehiet",
        unit=unit,
        unit_one=unit.removesuffix("r"),
        group=group,
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
        (SEVENTEEN, "Nogle piger har haft 17 anbringelser i alt."),
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
        (SEVENTEEN, "Der er 17 anbringelser. Piger er der ikke blandt dem."),
        (SEVENTEEN, "Nogle piger har haft anbringelser, og der var 17 i alt."),
        (SEVENTEEN, "Der er 17 anbringelser på Rævehiet."),
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


def test_a_long_number_is_found_alone() -> None:
    closed = ConfidentialLibrary(figures={"anbragte": figure(Exact(Decimal(862500)))})
    matcher = Matcher(derive(closed, Library(), Watchlist()))
    found = matcher.find("svar.docx", [Piece("a", "p[1]", Role.BODY, "Det blev til 862.500 i alt.")])
    assert [(item.code, item.kind) for item in found] == [("C101", "long_number")]


@pytest.mark.parametrize(
    ("unit", "group", "text", "expected"),
    [
        ("timer", "eleven i klassen", "Elever får 17 timer om ugen.", False),
        ("timer", "eleven i klassen", "Eleven i klassen får 17 timer om ugen.", True),
    ],
)
def test_a_unit_of_measure_needs_the_whole_group(unit: str, group: str, text: str, expected: bool) -> None:  # noqa: FBT001 - a table
    closed = ConfidentialLibrary(figures={"anbragte": figure(SEVENTEEN, unit, group)})
    found = Matcher(derive(closed, Library(), Watchlist())).find("a", [Piece("a", "b", Role.BODY, text)])
    assert ("C105" in [item.code for item in found]) is expected
