"""The rules on abbreviations: L401 and L402."""

from pathlib import Path

import pytest

from answerkit.lint.rules.unexplained_abbreviation import unexplained_abbreviation
from answerkit.lint.rules.unknown_abbreviation import unknown_abbreviation
from lint.tiny import (
    PARAGRAPH_27,
    WITHHELD,
    Files,
    answer,
    block,
    figure,
    found,
    hints,
    overlay,
    subject,
    term,
)

KNOWN = term("MSB", "Sociale Forhold")
SHOWN = term("EU")

UNKNOWN = {
    "Vi spørger UXC om det.": "UXC",
    "Et UXC-forløb.": "UXC",
    "UXC's arbejde.": "UXC",
    "UXCs arbejde.": "UXC",
    "Det er KXO+.": "KXO+",
    "Efter B3X er der C4Y.": "B3X",
}
FINE = [
    "Vi spørger MSB om det.",
    "EU-midler.",
    "Kapitel III og IV.",
    "Århundrede XX.",
    "Skriv til OS@example.dk.",
    "[Se her](https://www.dr.dk/ABC).",
    "`ABC`",
    '{{ term("MSB") }}',
    "VIGTIGT at læse.",
    "A og B.",
    "Politiet kom.",
]


@pytest.mark.parametrize("text", UNKNOWN)
def test_an_unknown_one_is_found(text: str, tmp_path: Path) -> None:
    items = found(unknown_abbreviation, subject(tmp_path, [KNOWN, SHOWN, block(text=text)]))
    assert items[0] == f"blocks/text/a:5 {UNKNOWN[text]}"


@pytest.mark.parametrize("text", FINE)
def test_other_words_are_left_alone(text: str, tmp_path: Path) -> None:
    assert found(unknown_abbreviation, subject(tmp_path, [KNOWN, SHOWN, block(text=text)])) == []


def test_all_texts_but_questions_are_judged(tmp_path: Path) -> None:
    files = [block(), figure("a", "2024-01-01 9", title="UXC i alt"), answer()]
    files[2] = {name: text.replace("Hvad gøres", "Hvad gør UXC") for name, text in files[2].items()}
    assert found(unknown_abbreviation, subject(tmp_path, files)) == ["figures/a:3 UXC"]


def test_a_near_one_is_suggested_in_public_files_only(tmp_path: Path) -> None:
    public = [KNOWN, PARAGRAPH_27, block(text="MSBB"), answer("", sections=WITHHELD)]
    judged = subject(tmp_path, public, [overlay("MSBB")])
    assert found(unknown_abbreviation, judged) == ["!overlays/svar:10", "blocks/text/a:5 MSBB"]
    assert hints(unknown_abbreviation, judged)[1] == "mente du »MSB«?"


BARE = block("text/b", "Der er MSB.")
TERM = block("text/c", 'Der er {{ term("MSB") }}.')
EARLY: dict[str, tuple[list[Files], str]] = {
    "never explained": ([BARE, answer("- block: text/b")], "blocks/text/b:5"),
    "explained later": ([BARE, TERM, answer("- block: text/b\n- block: text/c")], "blocks/text/b:5"),
    "explained later in the sentence": (
        [block(text='Først MSB, så {{ term("MSB") }}.'), answer()],
        "blocks/text/a:5",
    ),
    "only the first time": ([block(text="MSB, MSB.\nMSB."), answer()], "blocks/text/a:5"),
}
IN_TIME: dict[str, list[Files]] = {
    "explained before": [BARE, TERM, answer("- block: text/c\n- block: text/b")],
    "explained before in the sentence": [block(text='Først {{ term("MSB") }}, så MSB.'), answer()],
    "explained in words": [block(text="Sociale Forhold (MSB) svarer. MSB ved det."), answer()],
    "explained the other way round": [block(text="MSB (Sociale Forhold) svarer."), answer()],
    "printed as it is": [block(text="EU giver penge."), answer()],
    "unknown": [block(text="UXC svarer."), answer()],
    "not in an answer": [BARE, answer("")],
}


@pytest.mark.parametrize("case", EARLY)
def test_one_used_too_early_is_found(case: str, tmp_path: Path) -> None:
    files, place = EARLY[case]
    judged = subject(tmp_path, [KNOWN, SHOWN, *files])
    assert found(unexplained_abbreviation, judged) == [f"{place} MSB (svaret svar)"]


@pytest.mark.parametrize("case", IN_TIME)
def test_one_explained_in_time_is_left_alone(case: str, tmp_path: Path) -> None:
    assert found(unexplained_abbreviation, subject(tmp_path, [KNOWN, SHOWN, *IN_TIME[case]])) == []


def test_each_edition_is_read_for_itself(tmp_path: Path) -> None:
    after = "  - id: efter\n    heading: Efter\n    content:\n      - block: text/b\n"
    public = [KNOWN, BARE, PARAGRAPH_27, answer("", sections=WITHHELD + after)]
    explains = subject(tmp_path / "a", public, [overlay('Se {{ term("MSB") }}.')])
    assert found(unexplained_abbreviation, explains) == ["blocks/text/b:5 MSB (svaret svar)"]
    uses = subject(tmp_path / "b", public, [overlay("Se MSB.", content="- block: text/b")])
    assert found(unexplained_abbreviation, uses) == ["!overlays/svar:10", "blocks/text/b:5 MSB (svaret svar)"]


def test_what_an_overlay_takes_is_placed_in_the_overlay(tmp_path: Path) -> None:
    public = [KNOWN, BARE, PARAGRAPH_27, answer("", sections=WITHHELD)]
    judged = subject(tmp_path, public, [overlay("Se.", content="- block: text/b")])
    assert found(unexplained_abbreviation, judged) == ["!overlays/svar:12"]
