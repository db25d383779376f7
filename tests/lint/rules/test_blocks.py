"""The rules on blocks as such: L403 to L405."""

from pathlib import Path

import pytest

from answerkit.lint.rules.twin_blocks import twin_blocks
from answerkit.lint.rules.unreviewed_block import unreviewed_block
from answerkit.lint.rules.unused_block import unused_block
from answerkit.lint.subject import Subject
from answerkit.load.public import load_public
from answerkit.model.config import LintSettings
from lint.tiny import (
    PARAGRAPH_27,
    WITHHELD,
    Files,
    answer,
    block,
    closed_block,
    figure,
    found,
    law,
    overlay,
    subject,
)

DUE = "review_by: 2024-04-30\n"
TEXT = (
    "Kommunen hjælper unge, som er i risiko for at blive en del af et kriminelt miljø.\n"
    "Hjælpen gives i tæt samarbejde med skolen, politiet og forældrene, og den er altid frivillig.\n"
    "En medarbejder følger den unge, så længe der er brug for det."
)


@pytest.mark.parametrize(
    ("extra", "content", "expected"),
    [
        (DUE, "- block: text/a", ["blocks/text/a:4 30. april 2024, svaret svar"]),
        (DUE.replace("04-30", "05-01"), "- block: text/a", []),
        ("", "- block: text/a", []),
        ("reviewed: 2020-01-01\n", "- block: text/a", []),
        (DUE, "", []),
    ],
)
def test_a_block_that_should_have_been_seen_again(
    extra: str, content: str, expected: list[str], tmp_path: Path
) -> None:
    assert found(unreviewed_block, subject(tmp_path, [block(extra=extra), answer(content)])) == expected


def test_a_block_seen_too_late_in_an_overlay(tmp_path: Path) -> None:
    public = [block(extra=DUE), PARAGRAPH_27, answer("", sections=WITHHELD)]
    judged = subject(tmp_path, public, [overlay(content="- block: text/a")])
    assert found(unreviewed_block, judged) == ["!overlays/svar:12"]


def test_a_block_in_no_answer_is_found(tmp_path: Path) -> None:
    judged = subject(tmp_path, [block(), block("text/b"), answer()])
    assert found(unused_block, judged) == ["blocks/text/b:1 text/b"]


def test_a_confidential_block_in_no_overlay_is_found(tmp_path: Path) -> None:
    public = [PARAGRAPH_27, answer("", sections=WITHHELD)]
    assert found(unused_block, subject(tmp_path, public, [overlay(), closed_block()])) == [
        "!blocks/text/hemmelig:1"
    ]


def test_blocks_in_use_are_left_alone(tmp_path: Path) -> None:
    public = [block(), block("text/b"), PARAGRAPH_27, answer(sections=WITHHELD)]
    judged = subject(
        tmp_path, public, [overlay(content="- block: text/b\n- block: text/hemmelig"), closed_block()]
    )
    assert found(unused_block, judged) == []


def test_with_answers_named_nobody_knows(tmp_path: Path) -> None:
    files = [block(), block("text/b"), answer(), answer("- block: text/b", name="andet")]
    assert found(unused_block, subject(tmp_path, files, only=("svar",))) == []


def test_while_an_answer_cannot_be_read_nobody_knows(tmp_path: Path) -> None:
    subject(tmp_path, [block(), answer()])
    broken = tmp_path / "content" / "public" / "answers" / "andet.yaml"
    broken.write_text("id: andet\n", encoding="utf-8")
    loaded = load_public(tmp_path / "content" / "public", tmp_path)
    assert found(unused_block, Subject(loaded.library, LintSettings())) == []


TWINS = {
    "the same": TEXT,
    "a word changed": TEXT.replace("tæt", "nært"),
    "a line more": TEXT + "\nDet er gratis.",
    "other case and marks": TEXT.upper().replace(",", ";"),
}
DIFFERENT = {
    "another text": "Kommunen bygger en ny svømmehal ved havnen.",
    "half of it": TEXT[: len(TEXT) // 2],
    "the same beginning": TEXT.split("\n", maxsplit=1)[0]
    + "\nKommunen bygger en ny svømmehal ved havnen, og den åbner snart.",
}


@pytest.mark.parametrize("case", TWINS)
def test_twins_are_found_by_name(case: str, tmp_path: Path) -> None:
    judged = subject(tmp_path, [block(text=TEXT), block("text/b", TWINS[case])])
    assert found(twin_blocks, judged) == ["blocks/text/b:5 text/a og text/b"]


@pytest.mark.parametrize("case", DIFFERENT)
def test_different_blocks_are_left_alone(case: str, tmp_path: Path) -> None:
    assert found(twin_blocks, subject(tmp_path, [block(text=TEXT), block("text/b", DIFFERENT[case])])) == []


def test_short_twins_are_found(tmp_path: Path) -> None:
    assert len(found(twin_blocks, subject(tmp_path, [block(text="Tak."), block("text/b", "Tak.")]))) == 1


ABOUT_OTHERS: dict[str, list[Files]] = {
    "laws": [
        law("x"),
        law("y"),
        block("framework/a", TEXT, "laws: [x]\n"),
        block("framework/b", TEXT, "laws: [y]\n"),
    ],
    "figures": [
        figure("x", "2024-01-01 9"),
        figure("y", "2024-01-01 9"),
        block(text=TEXT + ' {{ figure("x") }}'),
        block("text/b", TEXT + ' {{ figure("y") }}'),
    ],
}


@pytest.mark.parametrize("case", ABOUT_OTHERS)
def test_blocks_about_other_laws_or_figures_are_left_alone(case: str, tmp_path: Path) -> None:
    assert found(twin_blocks, subject(tmp_path, ABOUT_OTHERS[case])) == []


def test_a_confidential_twin_is_placed_in_the_confidential_tree(tmp_path: Path) -> None:
    judged = subject(tmp_path, [block(text=TEXT)], [closed_block("text/0", TEXT)])
    assert found(twin_blocks, judged) == ["!blocks/text/0:5"]


def test_with_answers_named_their_blocks_are_judged(tmp_path: Path) -> None:
    files = [
        block(text=TEXT),
        block("text/b", TEXT),
        block("text/c"),
        answer(),
        answer("- block: text/c", name="c"),
    ]
    assert len(found(twin_blocks, subject(tmp_path / "a", files, only=("svar",)))) == 1
    assert found(twin_blocks, subject(tmp_path / "b", files, only=("c",))) == []


def test_twins_meet_in_a_large_library(tmp_path: Path) -> None:
    files = [block(f"text/{number:03}", f"{TEXT} Nummer {number} af {number * 7}.") for number in range(60)]
    names = {item.split(" ")[1] for item in found(twin_blocks, subject(tmp_path, files))}
    assert {f"text/{number:03}" for number in range(57)} <= names | {"text/000"}
