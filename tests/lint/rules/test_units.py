from pathlib import Path

import pytest

from answerkit.lint.rules.units import units
from lint.tiny import answer, block, figure, found, subject, table

FIGURES = {
    "persons in per cent": (figure("a", "2024-01-01 12", unit="%"), "%, counts: persons"),
    "money in cases": (figure("a", "2024-01-01 12", counts="money", unit="sager"), "sager, counts: money"),
    "a share of cases": (figure("a", "2024-01-01 12", counts="share", unit="sager"), "sager, counts: share"),
    "staff in crowns": (figure("a", "2024-01-01 12", counts="staff", unit="kr."), "kr., counts: staff"),
    "one without its word": (figure("a", "2024-01-01 1", counts="cases", unit="sager"), "1 sager"),
}
FITTING = {
    "persons": figure("a", "2024-01-01 12"),
    "a share": figure("a", "2024-01-01 12", counts="share", unit="%"),
    "money": figure("a", "2024-01-01 12", counts="money", unit="mio. kr."),
    "staff": figure("a", "2024-01-01 12", counts="staff", unit="årsværk"),
    "something else": figure("a", "2024-01-01 12", counts="other", unit="%"),
    "one with its word": figure("a", "2024-01-01 1", extra="unit_one: borger\n"),
}
PROSE = {
    'Der er {{ figure("a") }} borgere.': "borgere",
    "Der er {{ figure('a', unit=false) }} sager.": "sager",
    'Der er {{ figure("a", unit=true) }} borgere.': "borgere",
    'Der er {{ figure("a", unit=false) }} %.': "%",
}
FITTING_PROSE = [
    'Der er {{ figure("a") }} i alt.',
    'Der er {{ figure("a", unit=false) }} borgere.',
    'Der er {{ figure("a", unit=false) }} hjemløse.',
    'Der er {{ figure("a") }}.',
]


@pytest.mark.parametrize("case", FIGURES)
def test_found_in_a_figure(case: str, tmp_path: Path) -> None:
    file, detail = FIGURES[case]
    assert found(units, subject(tmp_path, [file])) == [f"figures/a:4 {detail}"]


@pytest.mark.parametrize("case", FITTING)
def test_left_alone_in_a_figure(case: str, tmp_path: Path) -> None:
    assert found(units, subject(tmp_path, [FITTING[case]])) == []


@pytest.mark.parametrize("text", PROSE)
def test_found_in_prose(text: str, tmp_path: Path) -> None:
    judged = subject(tmp_path, [figure("a", "2024-01-01 12"), block(text=text)])
    assert found(units, judged) == [f"blocks/text/a:5 {PROSE[text]}"]


@pytest.mark.parametrize("text", FITTING_PROSE)
def test_left_alone_in_prose(text: str, tmp_path: Path) -> None:
    assert found(units, subject(tmp_path, [figure("a", "2024-01-01 12"), block(text=text)])) == []


def test_an_unknown_figure_is_the_builders_concern(tmp_path: Path) -> None:
    assert found(units, subject(tmp_path, [block(text='{{ figure("b") }} borgere')])) == []


@pytest.mark.parametrize(("unit", "expected"), [("sager", 1), ("borgere", 0)])
def test_a_table_adds_up_one_unit(unit: str, expected: int, tmp_path: Path) -> None:
    files = [figure("a", "2024-01-01 12"), figure("t", "2024-01-01 12", unit=unit)]
    items = found(units, subject(tmp_path, [*files, answer(table("a", total="t"))]))
    assert items == ["answers/svar:18 a har borgere, summen sager"][:expected]


@pytest.mark.parametrize(("unit", "expected"), [("sager", 1), ("borgere", 0)])
def test_the_bars_of_a_chart_have_one_unit(unit: str, expected: int, tmp_path: Path) -> None:
    files = [figure("a", "2024-01-01 12"), figure("b", "2024-01-01 12", unit=unit)]
    chart = "- chart: [a, b]\n  id: diagram\n  caption: Diagram"
    items = found(units, subject(tmp_path, [*files, answer(chart)]))
    assert items == ["answers/svar:18 b har sager, den første søjle borgere"][:expected]
