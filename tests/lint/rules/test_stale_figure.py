from pathlib import Path

import pytest

from answerkit.lint.rules.stale_figure import stale_figure
from lint.tiny import PARAGRAPH_27, WITHHELD, answer, block, figure, found, overlay, subject, table

OLD = "2023-01-01 12 | review_after: 2024-01-01"
USED = block(text='Der er {{ figure("a") }}.')

FOUND = {
    "in prose": ([OLD], answer()),
    "in a table": ([OLD], answer(table("a"))),
    "the day before": (["2023-01-01 12 | review_after: 2024-04-30"], answer()),
    "the one in use of two": (["2024-06-01 13", OLD], answer()),
    "pinned": (["2024-04-01 13", OLD], answer(extra="pins:\n  a: 2023-01-01\n")),
}
LEFT = {
    "on the day": (["2023-01-01 12 | review_after: 2024-05-01"], answer()),
    "no date": (["2023-01-01 12"], answer()),
    "an older value": (["2024-04-01 13", OLD], answer()),
    "not used": ([OLD], answer("")),
    "an answer before it": ([OLD], answer(dated="2023-12-01")),
}


@pytest.mark.parametrize("case", FOUND)
def test_found(case: str, tmp_path: Path) -> None:
    values, told = FOUND[case]
    (item,) = found(stale_figure, subject(tmp_path, [USED, figure("a", *values), told]))
    assert item.startswith("figures/a:")
    assert item.endswith(", svaret svar")


@pytest.mark.parametrize("case", LEFT)
def test_left_alone(case: str, tmp_path: Path) -> None:
    values, told = LEFT[case]
    assert found(stale_figure, subject(tmp_path, [USED, figure("a", *values), told])) == []


def test_an_overlay_is_judged_without_a_word_on_what_it_takes(tmp_path: Path) -> None:
    public = [USED, figure("a", OLD), PARAGRAPH_27, answer("", sections=WITHHELD)]
    judged = subject(tmp_path, public, [overlay('Der er {{ figure("a") }}.', content="- block: text/a")])
    assert found(stale_figure, judged) == ["!overlays/svar:10", "!overlays/svar:12"]
