"""The rules on law in force: L201 to L204."""

from pathlib import Path

import pytest

from answerkit.lint.rules.law_expired import law_expired
from answerkit.lint.rules.law_expires_soon import law_expires_soon
from answerkit.lint.rules.law_not_yet import law_not_yet
from answerkit.lint.rules.law_unverified import law_unverified
from answerkit.model.config import LintSettings
from lint.tiny import PARAGRAPH_27, WITHHELD, Files, answer, block, found, hints, law, overlay, subject

OLD = law("gammel", extra="valid_until: 2023-12-31\nsuperseded_by: [ny]\nverified_on: 2024-01-01\n")
NEW = law("ny", "2024-01-01", "verified_on: 2024-01-01\n")
FRAME = block("framework/a", extra="laws: [gammel]\n")
NEW_FRAME = block("framework/b", extra="laws:\n  - ny\n")
CITES_OLD = answer("- block: framework/a")
CITES_NEW = answer("- block: framework/b", dated="2023-05-01")

EXPIRED: dict[str, tuple[list[Files], str]] = {
    "listed by a block": ([FRAME, CITES_OLD], "blocks/framework/a:4"),
    "named in prose": ([block(text='\nSe {{ law("gammel") }}.'), answer()], "blocks/text/a:6"),
    "a day late": ([FRAME, answer("- block: framework/a", dated="2024-01-01")], "blocks/framework/a:4"),
}
IN_FORCE: dict[str, list[Files]] = {
    "the last day": [FRAME, answer("- block: framework/a", dated="2023-12-31")],
    "no end": [NEW_FRAME, answer("- block: framework/b")],
    "a block that the answer does not use": [FRAME, answer("")],
    "the background, by the answer's date": [block(text='Se {{ law("ny") }}.'), answer()],
}


@pytest.mark.parametrize("case", EXPIRED)
def test_expired_is_found(case: str, tmp_path: Path) -> None:
    files, place = EXPIRED[case]
    judged = subject(tmp_path, [OLD, NEW, *files])
    assert found(law_expired, judged) == [f"{place} gammel, til 31. december 2023 (svaret svar)"]


@pytest.mark.parametrize("case", IN_FORCE)
def test_in_force_is_left_alone(case: str, tmp_path: Path) -> None:
    judged = subject(tmp_path, [OLD, NEW, *IN_FORCE[case]])
    assert found(law_expired, judged) == []
    assert found(law_not_yet, judged) == []


def test_the_successor_and_the_blocks_that_name_it_are_named(tmp_path: Path) -> None:
    in_prose = block(text='Se {{ law( "ny" ) }}.')
    judged = subject(tmp_path, [OLD, NEW, FRAME, NEW_FRAME, in_prose, CITES_OLD])
    assert hints(law_expired, judged) == ["brug ny; blokke, der gør det: framework/b, text/a"]


def test_a_successor_that_has_ended_too_gives_way_to_its_own(tmp_path: Path) -> None:
    middle = law("mellem", "2010-01-01", "valid_until: 2023-12-31\nsuperseded_by: [ny]\n")
    oldest = law("gammel", extra="valid_until: 2009-12-31\nsuperseded_by: [mellem]\n")
    judged = subject(tmp_path, [oldest, middle, NEW, FRAME, CITES_OLD])
    assert hints(law_expired, judged) == ["brug ny"]


def test_without_a_successor_the_general_advice_is_given(tmp_path: Path) -> None:
    judged = subject(tmp_path, [law("gammel", extra="valid_until: 2009-12-31\n"), FRAME, CITES_OLD])
    assert hints(law_expired, judged) == ["brug de bestemmelser, der har afløst dem"]


def test_not_yet_in_force_is_found_with_what_was(tmp_path: Path) -> None:
    judged = subject(tmp_path, [OLD, NEW, FRAME, NEW_FRAME, CITES_NEW])
    assert found(law_not_yet, judged) == ["blocks/framework/b:5 ny, fra 1. januar 2024 (svaret svar)"]
    assert hints(law_not_yet, judged) == ["brug gammel; blokke, der gør det: framework/a"]


@pytest.mark.parametrize(
    ("end", "days", "count"),
    [
        ("2024-05-01", 90, 1),
        ("2024-07-30", 90, 1),
        ("2024-07-31", 90, 0),
        ("2024-05-02", 0, 0),
        ("2024-04-30", 90, 0),
    ],
)
def test_the_end_is_near(end: str, days: int, count: int, tmp_path: Path) -> None:
    files = [law("gammel", extra=f"valid_until: {end}\n"), FRAME, CITES_OLD]
    judged = subject(tmp_path, files, settings=LintSettings(law_expiry_days=days))
    assert len(found(law_expires_soon, judged)) == count


@pytest.mark.parametrize(
    ("extra", "days", "expected"),
    [
        ("", 365, ["laws/gammel:1 gammel er aldrig bekræftet"]),
        ("verified_on: 2023-05-01\n", 365, ["laws/gammel:8 gammel, sidst 1. maj 2023"]),
        ("verified_on: 2023-05-02\n", 365, []),
        ("verified_on: 2024-04-01\n", 29, ["laws/gammel:8 gammel, sidst 1. april 2024"]),
        ("verified_on: 2024-06-01\n", 365, []),
    ],
)
def test_when_a_jurist_last_confirmed_it(extra: str, days: int, expected: list[str], tmp_path: Path) -> None:
    judged = subject(
        tmp_path, [law("gammel", extra=extra), FRAME, CITES_OLD], settings=LintSettings(law_review_days=days)
    )
    assert found(law_unverified, judged) == expected


@pytest.mark.parametrize(
    ("extra", "dated", "expected"),
    [
        ("", "2024-01-01", ["laws/gammel:1 gammel er fulgt af ny, men har ingen valid_until"]),
        ("", "2023-12-31", ["laws/gammel:1 gammel er aldrig bekræftet"]),
        ("verified_on: 2023-12-31\n", "2024-01-01", ["gammel er fulgt af ny, men har ingen valid_until"]),
        ("verified_on: 2024-01-01\n", "2024-01-01", []),
        ("valid_until: 2023-12-31\nverified_on: 2023-12-31\n", "2024-01-01", []),
    ],
)
def test_a_law_without_an_end_that_another_has_followed(
    extra: str, dated: str, expected: list[str], tmp_path: Path
) -> None:
    followed = law("gammel", extra=f"superseded_by: [ny]\n{extra}")
    judged = subject(tmp_path, [followed, NEW, FRAME, answer("- block: framework/a", dated=dated)])
    lines = found(law_unverified, judged)
    assert len(lines) == len(expected)
    assert all(line.endswith(words) for line, words in zip(lines, expected, strict=True))


def test_a_law_that_no_answer_names_need_not_be_confirmed(tmp_path: Path) -> None:
    assert found(law_unverified, subject(tmp_path, [law("gammel"), FRAME])) == []


def test_what_an_overlay_names_is_placed_in_the_overlay(tmp_path: Path) -> None:
    ended = law("gammel", extra="valid_until: 2024-04-01\n")
    public = [ended, FRAME, PARAGRAPH_27, answer("", sections=WITHHELD)]
    closed = [overlay('Se {{ law("gammel") }}.', content="- block: framework/a")]
    judged = subject(tmp_path, public, closed)
    for rule in (law_expired, law_unverified):
        assert found(rule, judged) == ["!overlays/svar:10", "!overlays/svar:12"]
