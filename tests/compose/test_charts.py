"""Bar charts of figures: what they show, in bars and in words, and what cannot be one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from answerkit.compose.composed import Composed
from answerkit.compose.confidential import ConfidentialComposer
from answerkit.compose.public import PublicComposer
from answerkit.model.content import Below, ChartItem, Figure, Range
from answerkit.model.document import RASTERISER, Bar, Chart, Table
from answerkit.model.overlay import ConfidentialLibrary, Filling, Overlay
from compose.samples import (
    CONFIG,
    TEMPLATES,
    answer,
    block,
    document,
    dump,
    exact,
    figure,
    found,
    library,
    line,
    measurement,
    prose,
    section,
    table,
    uses,
    where,
    withheld,
)

OVERLAY = "content/confidential/overlays/svar.yaml"


def item(*figures: str, name: str = "diagram") -> ChartItem:
    return ChartItem(name, "Sager i tal.", figures, where("content/public/answers/svar.yaml"))


def composed(*figures: Figure, pins: dict[str, date] | None = None) -> Composed:
    names = [record.id for record in figures]
    return PublicComposer(library(figures=figures), CONFIG, TEMPLATES).compose(
        answer(section("et", item(*names)), pins=pins)
    )


def chart(*figures: Figure) -> Chart:
    nodes = [node for part in document(composed(*figures)).parts for node in part.nodes]
    return next(node for node in nodes if isinstance(node, Chart))


KINDS = (
    figure("a", measurement(exact("1234.5"))),
    figure("b", measurement(exact("550"), circa=True)),
    figure("c", measurement(Range(Decimal(100), Decimal(120)))),
    figure("d", measurement(Below(5))),
    figure("e", measurement(exact("1"))),
)


def test_a_bar_goes_as_far_as_is_certain_and_as_far_as_is_possible() -> None:
    assert chart(*KINDS).bars == (
        Bar("Række a", "1.234,5", Decimal("1234.5"), Decimal("1234.5"), circa=False, figure="a"),
        Bar("Række b", "ca.\u00a0550", Decimal(550), Decimal(550), circa=True, figure="b"),
        Bar("Række c", "100–120", Decimal(100), Decimal(120), circa=False, figure="c"),
        Bar("Række d", "færre end\u00a05", Decimal(0), Decimal(5), circa=False, figure="d"),
        Bar("Række e", "1", Decimal(1), Decimal(1), circa=False, figure="e"),
    )


def test_what_it_shows_is_said_in_words() -> None:
    assert chart(*KINDS).alt == (
        "Søjlediagram: Sager i tal. Række a: 1.234,5\u00a0sager. Række b: ca.\u00a0550\u00a0sager. "
        "Række c: 100–120\u00a0sager. Række d: færre end\u00a05\u00a0sager. Række e: 1\u00a0sag. "
        "Opgjort pr. 8. november 2021."
    )


def test_each_bar_has_its_date_where_they_differ() -> None:
    older = replace(measurement(exact("7"), date(2021, 3, 31)), period_from=date(2021, 1, 1))
    made = chart(KINDS[0], figure("f", older))
    assert made.alt.endswith(
        "Række a: 1.234,5\u00a0sager (Opgjort pr. 8. november 2021). "
        "Række f: 7\u00a0sager (Perioden 1. januar 2021–31. marts 2021)."
    )
    assert made.note == (
        "Opgjort pr. 8. november 2021. Kilde: Opdigtet opgørelse. "
        "Perioden 1. januar 2021–31. marts 2021. Kilde: Opdigtet opgørelse."
    )


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        (KINDS[0], ""),
        (KINDS[1], " Lys søjle: omtrentligt tal."),
        (KINDS[2], " Hvid ende: tallet ligger i intervallet."),
        (KINDS[3], " Hvid søjle: tallet er så lille, at det ikke nævnes."),
    ],
)
def test_the_note_has_date_and_source_and_explains_the_looks_that_occur(kind: Figure, key: str) -> None:
    assert chart(kind).note == f"Opgjort pr. 8. november 2021. Kilde: Opdigtet opgørelse.{key}"


def test_charts_and_pictures_count_together_and_can_be_referred_to() -> None:
    known = library([block("Se {{ ref('diagram') }} og {{ ref('andet') }}.")], KINDS)
    of = answer(section("et", *uses("text/a"), item("a"), item("b", name="andet")))
    made = dump(document(PublicComposer(known, CONFIG, TEMPLATES).compose(of)))
    assert "Se figur 1→#figur-1 og figur 2→#figur-2." in made
    assert "[diagram 2 Sager i tal. #figur-2: " in made


def test_one_figure_is_one_number_in_prose_tables_and_charts() -> None:
    series = (
        measurement(exact("900"), date(2022, 1, 1)),
        measurement(exact("1200"), date(2021, 6, 1), circa=True),
        measurement(exact("700"), date(2020, 1, 1)),
    )
    known = library([block("I alt {{ figure('a', unit=false) }}.")], [figure("a", *series)])
    for pins, number in (({}, "ca.\u00a01.200"), ({"a": date(2020, 1, 1)}, "700")):
        of = answer(section("et", *uses("text/a"), table("tabel", "a"), item("a")), pins=pins)
        made = document(PublicComposer(known, CONFIG, TEMPLATES).compose(of))
        nodes = [node for part in made.parts for node in part.nodes]
        assert f"I alt {number}‹a›." in dump(made)
        cells = [node.rows[0][1] for node in nodes if isinstance(node, Table)]
        assert [line(each.lines[0].children) for each in cells] == [f"{number}‹a›"]
        assert [node.bars[0].value for node in nodes if isinstance(node, Chart)] == [number]


def measured(number: str, **kinds: str) -> Figure:
    return replace(figure("x", measurement(exact(number))), **kinds)  # type: ignore[arg-type] # a test's shorthand


@pytest.mark.parametrize(
    ("second", "hint"),
    [
        (measured("1", unit="borgere"), "brug kun tal med samme enhed"),
        (measured("-1"), "brug kun tal, der ikke er under 0"),
        (figure("x", measurement(Range(Decimal(-1), Decimal(1)))), "brug kun tal, der ikke er under 0"),
        (
            figure("x", measurement(Range(Decimal("1" * 15), Decimal("2" * 15)))),
            "brug kortere tal, eller vis dem i en tabel",
        ),
        (measured("1", title="數"), "skriv titel og enhed med almindelige bogstaver og tegn"),
    ],
)
def test_what_cannot_stand_on_one_scale_is_reported(second: Figure, hint: str) -> None:
    made = composed(KINDS[0], second)
    assert made.document is None
    assert [(problem.code.name, problem.detail, problem.hint) for problem in made.problems] == [
        ("AK312", "x", hint)
    ]


def test_a_unit_that_cannot_be_drawn_is_reported_of_each() -> None:
    strange = [replace(figure(name, measurement(exact("1"))), unit="Ж") for name in ("x", "y")]
    assert {code for code, _, _ in found(composed(*strange))} == {"AK312"}


def test_a_figure_without_value_at_the_date_gives_no_chart() -> None:
    late = figure("x", measurement(exact("1"), date(2022, 1, 1)))
    assert [code for code, _, _ in found(composed(KINDS[0], late))] == ["AK308"]


@pytest.mark.parametrize(
    ("unit", "heading"), [("årsværk", "Årsværk"), ("%", "%"), ("µg", "µg"), ("Danskere", "Danskere")]
)
def test_the_unit_stands_above_the_bars(unit: str, heading: str) -> None:
    assert chart(replace(KINDS[0], unit=unit)).unit == heading


def test_nought_alone_is_a_chart() -> None:
    assert chart(figure("x", measurement(exact("0")))).bars[0].high == 0


def test_what_draws_it_is_one_of_its_inputs() -> None:
    assert RASTERISER in document(composed(KINDS[0])).sources
    plain = PublicComposer(library(figures=KINDS), CONFIG, TEMPLATES).compose(answer(section("et")))
    assert RASTERISER not in document(plain).sources


def confidential(*items: ChartItem, known: tuple[Figure, ...], hidden: tuple[Figure, ...]) -> Composed:
    place = where(OVERLAY, confidential=True)
    fillings = (Filling("to", ("prøveloven-2",), prose("x", OVERLAY, confidential=True), place, items),)
    over = Overlay("svar", "svar", sample=True, recipients=("M",), fillings=fillings, where=place)
    closed = ConfidentialLibrary(figures={record.id: record for record in hidden})
    composer = ConfidentialComposer(library(figures=known), closed, CONFIG, TEMPLATES)
    return composer.compose(answer(section("et", item("a")), withheld("to", "prøveloven-1")), over)


def test_a_chart_of_the_overlay_is_numbered_behind_the_public_ones() -> None:
    own = replace(item("h", name="skjult"), where=where(OVERLAY, confidential=True))
    made = document(confidential(own, known=KINDS, hidden=(figure("h", measurement(exact("3"))),)))
    shown = [
        (part.confidential, node.number)
        for part in made.parts
        for node in part.nodes
        if isinstance(node, Chart)
    ]
    assert shown == [(False, 1), (True, 2)]


def test_a_problem_with_a_confidential_chart_repeats_nothing() -> None:
    own = replace(item("a", "hemmelig", name="skjult"), where=where(OVERLAY, confidential=True))
    secret = replace(figure("hemmelig", measurement(exact("3"))), unit="hemmeligheder")
    made = confidential(own, known=KINDS, hidden=(secret,))
    assert [problem.code.name for problem in made.problems] == ["AK312"]
    assert not any("hemmelig" in f"{p.message}{p.detail}{p.hint}" for p in made.problems)


def test_the_overlay_cannot_take_the_name_of_a_public_chart() -> None:
    own = replace(item("a"), where=where(OVERLAY, confidential=True))
    assert "AK303" in {code for code, _, _ in found(confidential(own, known=KINDS, hidden=()))}


def test_suppressed_numbers_and_mixed_units_in_a_table() -> None:
    other = replace(figure("x", measurement(exact("2"))), unit="borgere")
    of = answer(section("et", table("en", "c", "d", total="a"), table("to", "e", "x")))
    made = dump(document(PublicComposer(library(figures=(*KINDS, other)), CONFIG, TEMPLATES).compose(of)))
    rows = "Række c | >100–120‹c›\nRække d | >færre end\u00a05‹d›\nRække a | >1.234,5‹a›"
    assert f"Opgørelse | >Sager\n{rows}" in made
    assert "Opgørelse | >Antal\nRække e | >1\u00a0sag‹e›\nRække x | >2\u00a0borgere‹x›" in made


def test_a_figure_without_value_at_the_date_gives_no_table() -> None:
    late = figure("x", measurement(exact("1"), date(2022, 1, 1)))
    made = PublicComposer(library(figures=[late]), CONFIG, TEMPLATES).compose(
        answer(section("et", table("t", "x")))
    )
    assert [code for code, _, _ in found(made)] == ["AK308"]
