from pathlib import Path

import pytest

from answerkit.lint.rules.totals import totals
from lint.tiny import PARAGRAPH_27, WITHHELD, answer, figure, found, overlay, subject, table

FOUND = {
    "too small": (("10", "20"), "29", "persons", "borgere", "rækkerne giver 30, summen siger 29"),
    "too large": (("10", "20"), "31", "persons", "borgere", "rækkerne giver 30, summen siger 31"),
    "a range that cannot be": (
        ("[10, 12]", "20"),
        "33",
        "persons",
        "borgere",
        "rækkerne kan ikke give 33",
    ),
    "a hidden part that cannot be": (
        ("{below: 5}", "20"),
        "25",
        "persons",
        "borgere",
        "rækkerne kan ikke give 25",
    ),
    "shares beyond rounding": (
        ("33.3", "33.3", "33.3"),
        "101.0",
        "share",
        "%",
        "rækkerne giver 99,9, summen siger 101,0",
    ),
    "decimals": (("1.5", "2.5"), "4.1", "staff", "årsværk", "rækkerne giver 4,0, summen siger 4,1"),
}
LEFT = {
    "right": (("10", "20"), "30", "persons", "borgere"),
    "a range": (("[10, 12]", "20"), "31", "persons", "borgere"),
    "a hidden part": (("{below: 5}", "20"), "24", "persons", "borgere"),
    "circa": (("10 | precision: circa", "20"), "35", "persons", "borgere"),
    "shares within rounding": (("33.3", "33.3", "33.3"), "100.0", "share", "%"),
    "decimals": (("1.5", "2.5"), "4", "staff", "årsværk"),
}


def _files(parts: tuple[str, ...], total: str, counts: str, unit: str) -> list[dict[str, str]]:
    names = [f"a{number}" for number in range(len(parts))]
    figures = [
        figure(name, f"2024-01-01 {value}", counts=counts, unit=unit)
        for name, value in zip(names, parts, strict=True)
    ]
    return [*figures, figure("t", f"2024-01-01 {total}", counts=counts, unit=unit)]


def _table(parts: tuple[str, ...]) -> str:
    return table(*(f"a{number}" for number in range(len(parts))), total="t")


@pytest.mark.parametrize("case", FOUND)
def test_found(case: str, tmp_path: Path) -> None:
    parts, total, counts, unit, detail = FOUND[case]
    judged = subject(tmp_path, [*_files(parts, total, counts, unit), answer(_table(parts))])
    assert found(totals, judged) == [f"answers/svar:21 {detail}"]


@pytest.mark.parametrize("case", LEFT)
def test_left_alone(case: str, tmp_path: Path) -> None:
    parts, total, counts, unit = LEFT[case]
    judged = subject(tmp_path, [*_files(parts, total, counts, unit), answer(_table(parts))])
    assert found(totals, judged) == []


def test_the_values_are_those_of_the_answers_date(tmp_path: Path) -> None:
    files = [
        figure("a0", "2024-06-01 11", "2024-01-01 10"),
        figure("t", "2024-01-01 10"),
        answer(table("a0", total="t")),
        answer(table("a0", total="t"), name="siden", dated="2024-07-01"),
    ]
    assert found(totals, subject(tmp_path, files)) == ["answers/siden:21 rækkerne giver 11, summen siger 10"]


def test_a_table_without_total_or_with_a_number_to_come_adds_up_to_nothing(tmp_path: Path) -> None:
    files = [figure("a", "2024-01-01 10"), figure("b", "2024-06-01 10"), figure("t", "2024-01-01 99")]
    judged = subject(tmp_path, [*files, answer(f"{table('a')}\n{table('a', 'b', total='t', name='anden')}")])
    assert found(totals, judged) == []


def test_an_overlays_table_is_judged_without_a_number(tmp_path: Path) -> None:
    public = [figure("a", "2024-01-01 10"), figure("t", "2024-01-01 11"), PARAGRAPH_27]
    closed = [overlay(content=table("a", total="t"))]
    judged = subject(tmp_path, [*public, answer("", sections=WITHHELD)], closed)
    assert found(totals, judged) == ["!overlays/svar:15"]
