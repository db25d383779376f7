from pathlib import Path

import pytest

from answerkit.lint.rules.contradiction import contradiction
from lint.tiny import answer, block, figure, found, subject

USED = block(text='Der er {{ figure("a") }}.')
PINNED = "pins:\n  a: 2024-01-01\n"

FOUND = {
    "twins": (
        [figure("a", "2024-01-01 12", title="T"), figure("b", "2024-01-01 13", title="t")],
        ["figures/b:10 12 (a), 13 (b)"],
    ),
    "twins in older values": (
        [
            figure("a", "2024-02-01 9", "2024-01-01 12", title="T"),
            figure("b", "2024-01-01 [12, 14]", title="T"),
        ],
        ["figures/b:10 12 (a), 12–14 (b)"],
    ),
    "three of a kind": (
        [
            figure(name, f"2024-01-01 {value}", title="T")
            for name, value in zip("abc", (5, 6, 7), strict=True)
        ],
        ["figures/b:10 5 (a), 6 (b)", "figures/c:10 6 (b), 7 (c)"],
    ),
    "an answer pins what an earlier one has newer": (
        [
            USED,
            figure("a", "2024-03-01 13", "2024-01-01 12"),
            answer(name="foer", dated="2024-04-01"),
            answer(extra=PINNED),
        ],
        ["answers/svar:7 a, jf. svaret foer"],
    ),
}
LEFT = {
    "equal twins": [figure("a", "2024-01-01 12", title="T"), figure("b", "2024-01-01 12", title="T")],
    "another day": [figure("a", "2024-01-01 12", title="T"), figure("b", "2024-01-02 13", title="T")],
    "another unit": [
        figure("a", "2024-01-01 12", title="T"),
        figure("b", "2024-01-01 13", title="T", unit="sager"),
    ],
    "another period": [
        figure("a", "2024-01-01 12 | period_from: 2023-01-01", title="T"),
        figure("b", "2024-01-01 13", title="T"),
    ],
    "the earlier answer pins it too": [
        USED,
        figure("a", "2024-03-01 13", "2024-01-01 12"),
        answer(name="foer", dated="2024-04-01", extra=PINNED),
        answer(extra=PINNED),
    ],
    "a later answer has it newer": [
        USED,
        figure("a", "2024-03-01 13", "2024-01-01 12"),
        answer(extra=PINNED),
        answer(name="siden", dated="2024-06-01"),
    ],
    "the newer value is the same": [
        USED,
        figure("a", "2024-03-01 12", "2024-01-01 12"),
        answer(name="foer", dated="2024-04-01"),
        answer(extra=PINNED),
    ],
    "the earlier answer does not use it": [
        USED,
        figure("a", "2024-03-01 13", "2024-01-01 12"),
        answer("", name="foer", dated="2024-04-01"),
        answer(extra=PINNED),
    ],
}


@pytest.mark.parametrize("case", FOUND)
def test_found(case: str, tmp_path: Path) -> None:
    files, expected = FOUND[case]
    assert found(contradiction, subject(tmp_path, files)) == expected


@pytest.mark.parametrize("case", LEFT)
def test_left_alone(case: str, tmp_path: Path) -> None:
    assert found(contradiction, subject(tmp_path, LEFT[case])) == []


@pytest.mark.parametrize(
    ("public", "closed", "expected"),
    [
        ("12", "13", ["!figures/b:10"]),
        ("12", "12", []),
        ("{below: 5}", "3", []),
        ("[10, 20]", "13", []),
        ("12 | precision: circa", "13", []),
    ],
)
def test_a_confidential_twin_may_only_be_more_exact(
    public: str, closed: str, expected: list[str], tmp_path: Path
) -> None:
    own = [figure("a", f"2024-01-01 {public}", title="T")]
    other = [figure("b", f"2024-01-01 {closed}", title="T", closed=True)]
    assert found(contradiction, subject(tmp_path, own, other)) == expected


@pytest.mark.parametrize("only", ["foer", "svar"])
def test_one_answer_is_compared_with_all(only: str, tmp_path: Path) -> None:
    files, expected = FOUND["an answer pins what an earlier one has newer"]
    assert found(contradiction, subject(tmp_path, files, only=(only,))) == expected


def test_an_answers_figure_is_compared_with_one_it_does_not_use(tmp_path: Path) -> None:
    files = [USED, figure("a", "2024-01-01 12", title="T"), figure("b", "2024-01-01 13", title="T"), answer()]
    assert found(contradiction, subject(tmp_path, files, only=("svar",))) == ["figures/b:10 12 (a), 13 (b)"]


def test_what_other_answers_alone_differ_on_is_not_told(tmp_path: Path) -> None:
    files, _ = FOUND["an answer pins what an earlier one has newer"]
    judged = subject(tmp_path, [*files, answer("", name="tredje")], only=("tredje",))
    assert found(contradiction, judged) == []
