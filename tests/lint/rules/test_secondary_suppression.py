from pathlib import Path

import pytest

from answerkit.lint.rules.secondary_suppression import secondary_suppression
from lint.tiny import answer, figure, found, hints, subject, table

HIDDEN = "{below: 5}"
LINE = "answers/svar:18"


def _table(*values: str, total: str) -> list[dict[str, str]]:
    names = [f"a{number}" for number in range(len(values))]
    figures = [figure(name, f"2024-01-01 {value}") for name, value in zip(names, values, strict=True)]
    return [*figures, figure("t", f"2024-01-01 {total}"), answer(table(*names, total="t"))]


FOUND = {
    "one hidden": (_table(HIDDEN, "10", "20", total="33"), [f"{LINE} a0"]),
    "one that has yet to be hidden": (_table("3", "10", "20", total="33"), [f"{LINE} a0"]),
    "one in a table that does not add up": (_table("3", "10", "20", total="50"), [f"{LINE} a0"]),
    "two of which nothing is left": (_table(HIDDEN, HIDDEN, "20", total="20"), [f"{LINE} a0", f"{LINE} a1"]),
    "two that must be full": (_table(HIDDEN, HIDDEN, "20", total="28"), [f"{LINE} a0", f"{LINE} a1"]),
    "a hidden total of what is shown": (_table("0", "0", total=HIDDEN), ["answers/svar:21 t"]),
    "a count from one day on": (
        [figure("a", "2024-02-01 12 | period_from: 2024-01-01", "2024-01-15 10 | period_from: 2024-01-01")],
        ["figures/a:10 2024-02-01 minus 2024-01-15"],
    ),
    "the difference of two answers' totals": (
        [
            figure("a", f"2024-01-01 {HIDDEN}"),
            figure("b", f"2024-01-01 {HIDDEN}"),
            figure("c", f"2024-01-01 {HIDDEN}"),
            figure("t", "2024-01-01 6"),
            figure("u", "2024-01-01 9"),
            answer(table("a", "b", total="t"), name="foer", dated="2024-04-01"),
            answer(table("a", "b", "c", total="u")),
        ],
        ["answers/svar:18 c, jf. svaret foer"],
    ),
    "two tables of one answer and a hidden total": (
        [
            figure("a", f"2024-01-01 {HIDDEN}"),
            figure("b", f"2024-01-01 {HIDDEN}"),
            figure("c", f"2024-01-01 {HIDDEN}"),
            figure("t", "2024-01-01 {below: 12}"),
            figure("u", "2024-01-01 14"),
            answer(table("a", "b", total="t"), name="foer", dated="2024-04-01"),
            answer(
                f"{table('a', 'b', 'c', total='u')}",
                questions="- id: a\n      text: Hvad?\n      answered_in: [arbejdet, mere]\n",
                sections="  - id: mere\n    heading: Mere\n    content:\n      - table: [t]\n        id: x\n"
                "        caption: X\n        total: v\n",
            ),
            figure("v", "2024-01-01 11"),
        ],
        ["answers/svar:18 c, jf. svaret foer", "answers/svar:25 t"],
    ),
}
LEFT = {
    "nothing hidden": _table("10", "20", total="30"),
    "two hidden": _table(HIDDEN, HIDDEN, "20", total="25"),
    "a small part and its total": _table("1", "0", total=HIDDEN),
    "no total": [figure("a", f"2024-01-01 {HIDDEN}"), answer(table("a"))],
    "the total is hidden too": _table(HIDDEN, "10", total="{below: 20}"),
    "a total about right": _table(HIDDEN, "10", total="13 | precision: circa"),
    "staff": [
        figure("a", "2024-01-01 3", counts="staff", unit="årsværk"),
        figure("t", "2024-01-01 3", counts="staff", unit="årsværk"),
        answer(table("a", total="t")),
    ],
    "a count from two days on": [
        figure("a", "2024-02-01 12 | period_from: 2024-01-01", "2024-01-15 10 | period_from: 2023-12-01")
    ],
    "a difference that is no small count": [
        figure("a", "2024-02-01 15 | period_from: 2024-01-01", "2024-01-15 10 | period_from: 2024-01-01")
    ],
    "no difference": [
        figure("a", "2024-02-01 10 | period_from: 2024-01-01", "2024-01-15 10 | period_from: 2024-01-01")
    ],
    "a difference of what is about right": [
        figure(
            "a",
            "2024-02-01 12 | period_from: 2024-01-01; precision: circa",
            "2024-01-15 10 | period_from: 2024-01-01",
        )
    ],
    "a difference of what is hidden": [
        figure(
            "a", "2024-02-01 6 | period_from: 2024-01-01", f"2024-01-15 {HIDDEN} | period_from: 2024-01-01"
        )
    ],
    "totals of other days": [
        figure("a", "2024-04-15 {below: 5}", "2024-01-01 {below: 5}"),
        figure("b", "2024-04-15 {below: 5}", "2024-01-01 {below: 5}"),
        figure("c", "2024-04-15 {below: 5}"),
        figure("t", "2024-01-01 6"),
        figure("u", "2024-04-15 9"),
        answer(table("a", "b", total="t"), name="foer", dated="2024-04-01"),
        answer(table("a", "b", "c", total="u")),
    ],
}


@pytest.mark.parametrize("case", FOUND)
def test_found(case: str, tmp_path: Path) -> None:
    files, expected = FOUND[case]
    assert found(secondary_suppression, subject(tmp_path, files)) == expected


@pytest.mark.parametrize("case", LEFT)
def test_left_alone(case: str, tmp_path: Path) -> None:
    assert found(secondary_suppression, subject(tmp_path, LEFT[case])) == []


@pytest.mark.parametrize(
    ("values", "total", "proposal"),
    [
        ((HIDDEN, "10", "20"), "33", "skjul også a1 (fx value: {below: 20}), eller udelad summen"),
        ((HIDDEN, "30", "12"), "45", "skjul også a2 (fx value: {below: 20}), eller udelad summen"),
        ((HIDDEN, "0", "12"), "15", "skjul også a2 (fx value: {below: 20}), eller udelad summen"),
        ((HIDDEN, "{below: 9}", "0"), "12", "udelad summen, eller slå rækker sammen"),
    ],
)
def test_the_smallest_further_cell_is_proposed(
    values: tuple[str, ...], total: str, proposal: str, tmp_path: Path
) -> None:
    judged = subject(tmp_path, _table(*values, total=total))
    assert set(hints(secondary_suppression, judged)) == {proposal}


def test_what_is_proposed_is_enough(tmp_path: Path) -> None:
    judged = subject(tmp_path, _table(HIDDEN, "{below: 20}", "20", total="33"))
    assert found(secondary_suppression, judged) == []
