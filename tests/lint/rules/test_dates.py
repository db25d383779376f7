"""The rules on dates: L501 and L502."""

from pathlib import Path

import pytest

from answerkit.lint.rules.early_answer import early_answer
from answerkit.lint.rules.late_answer import late_answer
from lint.tiny import answer, block, found, subject

RECEIVED = "  received: 2024-04-19\n"  # a Friday: the tenth day is Monday the 29th

LATE = {"2024-04-30": "", "2024-05-01": "  holding_reply: 2024-04-30\n"}
IN_TIME = {
    "2024-04-29": "",
    "2024-05-01": "  holding_reply: 2024-04-29\n",
    "2024-04-19": "",
}


def _enquiry(reply: str) -> str:
    return RECEIVED + reply


@pytest.mark.parametrize("dated", LATE)
def test_late_is_found(dated: str, tmp_path: Path) -> None:
    judged = subject(tmp_path, [block(), answer(dated=dated, enquiry=_enquiry(LATE[dated]))])
    assert found(late_answer, judged) == ["answers/svar:5 fristen var 29. april 2024"]


@pytest.mark.parametrize("dated", IN_TIME)
def test_in_time_is_left_alone(dated: str, tmp_path: Path) -> None:
    judged = subject(tmp_path, [block(), answer(dated=dated, enquiry=_enquiry(IN_TIME[dated]))])
    assert found(late_answer, judged) == []


def test_without_a_day_of_receipt_there_is_no_deadline(tmp_path: Path) -> None:
    judged = subject(tmp_path, [block(), answer(dated="2030-01-01")])
    assert found(late_answer, judged) == []
    assert found(early_answer, judged) == []


@pytest.mark.parametrize(
    ("dated", "reply", "expected"),
    [
        ("2024-04-18", "", ["answers/svar:5 modtaget 19. april 2024"]),
        ("2024-04-25", "  holding_reply: 2024-04-18\n", ["answers/svar:9 modtaget 19. april 2024"]),
        ("2024-04-19", "  holding_reply: 2024-04-19\n", []),
    ],
)
def test_nothing_is_answered_before_it_is_asked(
    dated: str, reply: str, expected: list[str], tmp_path: Path
) -> None:
    judged = subject(tmp_path, [block(), answer(dated=dated, enquiry=_enquiry(reply))])
    assert found(early_answer, judged) == expected
