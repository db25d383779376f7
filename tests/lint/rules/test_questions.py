"""The rules on questions: L301 to L303."""

from pathlib import Path

import pytest

from answerkit.lint.coverage import told_coverage
from answerkit.lint.rules.empty_reason import empty_reason
from answerkit.lint.rules.empty_section import empty_section
from answerkit.lint.rules.idle_section import idle_section
from lint.tiny import ASKED, PARAGRAPH_27, WITHHELD, answer, block, found, subject

MORE = "  - id: mere\n    heading: Mere\n    content:\n      - block: text/a\n"
NESTED = """\
    sections:
      - id: inderst
        heading: Inderst
        content:
          - block: text/a
"""
EMPTY = "  - id: tomt\n    heading: Tomt\n"
ASKED_MORE = ASKED.replace("[arbejdet]", "[arbejdet, {}]")


def _question(outcome: str) -> str:
    return f"{ASKED}    - id: b\n      text: Hvad koster det?\n      {outcome}\n"


def test_a_question_answered_by_an_empty_section_is_found(tmp_path: Path) -> None:
    judged = subject(tmp_path, [block(), answer(questions=ASKED_MORE.format("tomt"), sections=EMPTY)])
    assert found(empty_section, judged) == ["answers/svar:13 tomt"]


@pytest.mark.parametrize(
    "told",
    [
        answer(),
        answer(questions=ASKED_MORE.format("sagen"), sections=WITHHELD),
        answer("", sections=NESTED),
        answer(questions=_question("deferred: Svaret kommer til maj."), sections=EMPTY),
    ],
)
def test_content_beneath_or_withheld_is_an_answer(told: dict[str, str], tmp_path: Path) -> None:
    assert found(empty_section, subject(tmp_path, [block(), PARAGRAPH_27, told])) == []


def test_a_section_that_nobody_asked_for_is_found(tmp_path: Path) -> None:
    assert found(idle_section, subject(tmp_path, [block(), answer(sections=MORE)])) == [
        "answers/svar:19 mere"
    ]


@pytest.mark.parametrize(
    "told",
    [
        answer(),
        answer(questions=ASKED_MORE.format("mere"), sections=MORE),
        answer("", questions=ASKED.replace("arbejdet", "inderst"), sections=NESTED),
    ],
)
def test_a_section_named_itself_or_beneath_is_left_alone(told: dict[str, str], tmp_path: Path) -> None:
    assert found(idle_section, subject(tmp_path, [block(), told])) == []


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        ("deferred: Kommer senere", ["answers/svar:16 Kommer senere"]),
        ("declined: Nej.", ["answers/svar:16 Nej."]),
        ("deferred: Regnskabet er ikke afsluttet.", []),
        ("declined: Det ved kommunen ikke.", []),
        ("answered_in: [arbejdet]", []),
    ],
)
def test_a_reason_says_something(outcome: str, expected: list[str], tmp_path: Path) -> None:
    judged = subject(tmp_path, [block(), answer(questions=_question(outcome))])
    assert found(empty_reason, judged) == expected


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        ("answered_in: [arbejdet]", "svar: 2 af 2 spørgsmål er besvaret"),
        ("deferred: Svaret kommer til maj.", "svar: 1 af 2 spørgsmål er besvaret, 1 udskudt"),
        ("declined: Det ved kommunen ikke.", "svar: 1 af 2 spørgsmål er besvaret, 1 afvist"),
    ],
)
def test_the_coverage_is_told(outcome: str, told: str, tmp_path: Path) -> None:
    judged = subject(tmp_path, [block(), answer(questions=_question(outcome))])
    assert told_coverage(judged.answers[0]) == told
