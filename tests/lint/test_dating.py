"""Figures without a value at the answer's date are told where the answer states them."""

from __future__ import annotations

from pathlib import Path

import pytest

from answerkit.lint.dating import undated_figures
from answerkit.model.codes import Code
from lint.tiny import (
    CANARY,
    PARAGRAPH_27,
    WITHHELD,
    Files,
    answer,
    block,
    figure,
    overlay,
    subject,
    table,
    where,
)

LATE = figure("a", "2024-05-02 12")
PROSE = block(text='Der er\n{{ figure("a") }}.')
CHART = "- chart: [b, a]\n  id: graf\n  caption: Graf"

FOUND = {
    "in prose": ([PROSE, answer()], ["blocks/text/a:6"]),
    "in a table": ([answer(table("b", "a"))], ["answers/svar:18"]),
    "as a total": ([answer(table("b", total="a"))], ["answers/svar:21"]),
    "in a chart": ([answer(CHART)], ["answers/svar:18"]),
    "all values later": (
        [figure("a", "2024-06-01 13", "2024-05-02 12"), PROSE, answer()],
        ["blocks/text/a:6"],
    ),
}
LEFT = {
    "on the day": [figure("a", "2024-05-01 12"), PROSE, answer()],
    "an older value too": [figure("a", "2024-05-02 13", "2020-01-01 12"), PROSE, answer()],
    "a later answer": [PROSE, answer(dated="2024-05-02")],
    "not used": [PROSE, answer("")],
}


@pytest.mark.parametrize("case", FOUND)
def test_found(case: str, tmp_path: Path) -> None:
    files, places = FOUND[case]
    problems = list(undated_figures(subject(tmp_path, _with_late(files))))
    assert [where(item) for item in problems] == places
    assert {(item.code, item.detail) for item in problems} == {(Code.AK308, "a, svaret svar")}


@pytest.mark.parametrize("case", LEFT)
def test_left_alone(case: str, tmp_path: Path) -> None:
    assert not list(undated_figures(subject(tmp_path, _with_late(LEFT[case]))))


def test_each_answer_that_states_it_is_named(tmp_path: Path) -> None:
    files = [PROSE, answer(), answer(name="andet"), answer(name="nyt", dated="2024-06-01")]
    details = {item.detail for item in undated_figures(subject(tmp_path, _with_late(files)))}
    assert details == {"a, svaret svar", "a, svaret andet"}


def test_what_an_overlay_takes_is_told_there_alone(tmp_path: Path) -> None:
    public = [*_with_late([PROSE]), PARAGRAPH_27, answer("", sections=WITHHELD)]
    closed = [
        figure(CANARY, "2024-05-02 12", closed=True),
        overlay(f'Der er {{{{ figure("{CANARY}") }}}}.', content="- block: text/a"),
    ]
    problems = list(undated_figures(subject(tmp_path, public, closed)))
    assert [where(item) for item in problems] == ["!overlays/svar:10", "!overlays/svar:12"]
    assert [item.detail for item in problems] == ["", ""]


def _with_late(files: list[dict[str, str]]) -> list[Files]:
    return [LATE, figure("b", "2024-01-01 20"), *files]
