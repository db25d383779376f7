from pathlib import Path

import pytest

from answerkit.lint.rules.small_figure import small_figure
from answerkit.model.config import LintSettings
from lint.tiny import figure, found, hints, subject

FOUND = {
    "exact": (figure("a", "2024-01-01 3"), ["figures/a:10 3\u00a0borgere"]),
    "circa": (figure("a", "2024-01-01 4 | precision: circa"), ["figures/a:10 ca.\u00a04\u00a0borgere"]),
    "a range": (figure("a", "2024-01-01 [1, 4]"), ["figures/a:10 1–4\u00a0borgere"]),
    "a limit too low": (figure("a", "2024-01-01 {below: 3}"), ["figures/a:10 færre end\u00a03\u00a0borgere"]),
    "cases": (figure("a", "2024-01-01 2", counts="cases", unit="sager"), ["figures/a:10 2\u00a0sager"]),
    "an old value": (figure("a", "2024-02-01 9", "2024-01-01 2"), ["figures/a:13 2\u00a0borgere"]),
}
LEFT = {
    "enough": figure("a", "2024-01-01 5"),
    "none": figure("a", "2024-01-01 0"),
    "hidden": figure("a", "2024-01-01 {below: 5}"),
    "a range that reaches over it": figure("a", "2024-01-01 [2, 9]"),
    "staff": figure("a", "2024-01-01 3", counts="staff", unit="årsværk"),
    "a share": figure("a", "2024-01-01 3", counts="share", unit="%"),
    "money": figure("a", "2024-01-01 3", counts="money", unit="kr."),
}


@pytest.mark.parametrize("case", FOUND)
def test_found(case: str, tmp_path: Path) -> None:
    file, expected = FOUND[case]
    assert found(small_figure, subject(tmp_path, [file])) == expected


@pytest.mark.parametrize("case", LEFT)
def test_left_alone(case: str, tmp_path: Path) -> None:
    assert found(small_figure, subject(tmp_path, [LEFT[case]])) == []


def test_the_exact_value_may_stand_in_the_confidential_tree(tmp_path: Path) -> None:
    assert found(small_figure, subject(tmp_path, [], [figure("a", "2024-01-01 3", closed=True)])) == []


@pytest.mark.parametrize(("threshold", "count"), [(3, 0), (4, 1)])
def test_the_threshold_is_the_projects(threshold: int, count: int, tmp_path: Path) -> None:
    judged = subject(tmp_path, [figure("a", "2024-01-01 3")], settings=LintSettings(small_count=threshold))
    assert len(found(small_figure, judged)) == count


def test_the_advice_is_the_suppressed_form(tmp_path: Path) -> None:
    (hint,) = hints(small_figure, subject(tmp_path, [figure("a", "2024-01-01 3")]))
    assert "value: {below: 5}" in hint
