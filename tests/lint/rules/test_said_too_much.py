from pathlib import Path

import pytest

from answerkit.lint.rules.said_too_much import said_too_much
from lint.tiny import PARAGRAPH_27, WITHHELD, answer, block, closed_block, found, overlay, subject

CLOSED = [overlay("Den 3. maj 2019, sag 27.24.00-G01-9917-19.", content="- block: text/hemmelig")]
OWN = closed_block(text="Hændelsen den 7. juni 2018.")

FOUND = [
    "Den pågældende er ikke nævnt.",
    "Det skete den 3. maj 2019.",
    "Det skete 7. juni 2018.",
    "Se 27.24.00-G01-9917-19.",
    "Den konkrete sag er lukket.",
    "Personsagen omtales ikke her.",
    "Gerningsmanden er kendt.",
]
LEFT = [
    "Kommunen hjælper unge.",
    "Loven er fra 4. maj 2019.",
    "Se sag 27.24.00-G01-1-19.",
    "Sagerne er mange.",
]


def _judged(text: str, base: Path, *, cleared: bool = True, enquiry: str = "") -> list[str]:
    public = [PARAGRAPH_27, block(text=text), answer(sections=WITHHELD, enquiry=enquiry)]
    return found(said_too_much, subject(base, public, [*CLOSED, OWN] if cleared else None))


@pytest.mark.parametrize("text", FOUND)
def test_the_line_is_found_and_no_word_told(text: str, tmp_path: Path) -> None:
    assert _judged(f"Indledning.\n{text}", tmp_path) == ["blocks/text/a:6"]


@pytest.mark.parametrize("text", LEFT)
def test_left_alone(text: str, tmp_path: Path) -> None:
    assert _judged(text, tmp_path) == []


@pytest.mark.parametrize("text", FOUND)
def test_without_clearance_nobody_can_say(text: str, tmp_path: Path) -> None:
    assert _judged(text, tmp_path, cleared=False) == []


def test_what_was_asked_may_be_repeated(tmp_path: Path) -> None:
    (name, text) = next(iter(answer("", sections=WITHHELD).items()))
    asked = {
        name: text.replace("Der er spurgt.", "Hvad med den pågældende?").replace(
            "Hvad gøres", "Om den pågældende, hvad gøres"
        )
    }
    assert found(said_too_much, subject(tmp_path, [PARAGRAPH_27, asked], [overlay()])) == []


def test_an_answer_without_overlay_is_not_judged(tmp_path: Path) -> None:
    public = [PARAGRAPH_27, block(text=FOUND[0]), answer("", sections=WITHHELD), answer(name="andet")]
    assert found(said_too_much, subject(tmp_path, public, [*CLOSED, OWN])) == []
