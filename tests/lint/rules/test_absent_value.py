from pathlib import Path

import pytest

from answerkit.lint.rules.absent_value import absent_value
from lint.tiny import PARAGRAPH_27, WITHHELD, answer, block, figure, found, overlay, subject, table

LATER = "2024-05-02 12"
USED = block(text='Der er {{ figure("a") }}.')
CHART = "- chart: [b, a]\n  id: graf\n  caption: Graf"
KNOWN = figure("b", "2024-01-01 20")

FOUND = {
    "in prose": ([LATER], answer(), "blocks/text/a:5 a, svaret svar"),
    "in a table": ([LATER], answer(table("a")), "answers/svar:18 a, svaret svar"),
    "as a total": ([LATER], answer(table("b", total="a")), "answers/svar:21 a, svaret svar"),
    "in a chart": ([LATER], answer(CHART), "answers/svar:18 a, svaret svar"),
    "all of two": (["2024-06-01 13", LATER], answer(), "blocks/text/a:5 a, svaret svar"),
}
LEFT = {
    "on the day": (["2024-05-01 12"], answer()),
    "an older value": ([LATER, "2023-01-01 12"], answer()),
    "pinned": ([LATER, "2023-01-01 12"], answer(extra="pins:\n  a: 2023-01-01\n")),
    "not used": ([LATER], answer("")),
    "a later answer": ([LATER], answer(dated="2024-05-02")),
}


@pytest.mark.parametrize("case", FOUND)
def test_found(case: str, tmp_path: Path) -> None:
    values, told, expected = FOUND[case]
    (item,) = found(absent_value, subject(tmp_path, [USED, KNOWN, figure("a", *values), told]))
    assert item.endswith(expected)


@pytest.mark.parametrize("case", LEFT)
def test_left_alone(case: str, tmp_path: Path) -> None:
    values, told = LEFT[case]
    assert found(absent_value, subject(tmp_path, [USED, KNOWN, figure("a", *values), told])) == []


def test_an_overlay_is_judged_without_a_word_on_what_it_takes(tmp_path: Path) -> None:
    public = [USED, figure("a", LATER), PARAGRAPH_27, answer("", sections=WITHHELD)]
    judged = subject(tmp_path, public, [overlay('Der er {{ figure("a") }}.', content="- block: text/a")])
    assert found(absent_value, judged) == ["!overlays/svar:10", "!overlays/svar:12"]
