"""The rules on grounds: L205 and L206."""

from pathlib import Path

import pytest

from answerkit.lint.rules.ground_unverified import ground_unverified
from answerkit.lint.rules.telling_ground import telling_ground
from lint.tiny import PARAGRAPH_27, WITHHELD, answer, block, found, ground, overlay, subject

PARAGRAPH_8 = ground("paragraf-8", "databeskyttelsesloven § 8", public=False)
PARAGRAPH_152 = ground("paragraf-152", "straffeloven § 152 a", public=False)

TELLING = {
    "Se databeskyttelsesloven § 8.": "databeskyttelsesloven § 8",
    "Efter databeskyttelseslovens § 8 gælder.": "databeskyttelseslovens § 8",
    "Jf. Databeskyttelsesloven §8, stk. 3.": "Databeskyttelsesloven §8",
    "Jf. databeskyttelsesloven §§ 8 og 9.": "databeskyttelsesloven §§ 8",
    "Se straffelovens § 152a.": "straffelovens § 152a",
}
SILENT = [
    "Se databeskyttelsesloven § 80.",
    "Se databeskyttelsesloven.",
    "Se forvaltningsloven § 27.",
    "Se § 8.",
    "Se straffelovens § 152.",
]


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ("", ["grounds/paragraf-27:1 paragraf-27 er aldrig bekræftet"]),
        ("verified_on: 2022-01-01\n", ["grounds/paragraf-27:7 paragraf-27, sidst 1. januar 2022"]),
        ("verified_on: 2024-01-01\n", []),
    ],
)
def test_a_ground_in_use_is_confirmed(extra: str, expected: list[str], tmp_path: Path) -> None:
    files = [ground("paragraf-27", "forvaltningsloven § 27", extra=extra), answer("", sections=WITHHELD)]
    assert found(ground_unverified, subject(tmp_path, files)) == expected


def test_a_ground_that_nobody_uses_need_not_be_confirmed(tmp_path: Path) -> None:
    assert found(ground_unverified, subject(tmp_path, [PARAGRAPH_8, answer("")])) == []


def test_which_grounds_an_overlay_uses_is_not_told(tmp_path: Path) -> None:
    public = [PARAGRAPH_8, PARAGRAPH_27, answer("", sections=WITHHELD)]
    closed = {name: text.replace("[paragraf-27]", "[paragraf-8]") for name, text in overlay().items()}
    assert found(ground_unverified, subject(tmp_path, public, [closed])) == []


@pytest.mark.parametrize("text", TELLING)
def test_a_ground_that_tells_is_found(text: str, tmp_path: Path) -> None:
    judged = subject(tmp_path, [PARAGRAPH_8, PARAGRAPH_152, block(text=text)])
    assert found(telling_ground, judged) == [f"blocks/text/a:5 {TELLING[text]}"]


@pytest.mark.parametrize("text", SILENT)
def test_other_words_are_left_alone(text: str, tmp_path: Path) -> None:
    judged = subject(tmp_path, [PARAGRAPH_8, PARAGRAPH_152, PARAGRAPH_27, block(text=text)])
    assert found(telling_ground, judged) == []


def test_a_confidential_text_may_name_it(tmp_path: Path) -> None:
    public = [PARAGRAPH_8, PARAGRAPH_27, answer("", sections=WITHHELD)]
    assert found(telling_ground, subject(tmp_path, public, [overlay("Se databeskyttelsesloven § 8.")])) == []
