import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from answerkit.load.overlay import load_confidential
from answerkit.load.public import load_public
from content.facts import ANSWER
from content.printed import (
    CONFIDENTIAL,
    PROJECT,
    PUBLIC,
    Yaml,
    confidential_file,
    load,
    public_file,
    record,
    words,
)

OVERLAY = record(CONFIDENTIAL / "overlays", ANSWER)
TEXT = OVERLAY["sections"][0]["text"]
CPR_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
ONLY_CONFIDENTIAL = (
    "Balder Fiktivsen Prøvestrup",
    "140347-5137",
    "Månestøvvænget 31",
    "27.24.00-G01-9917-19",
    "21. maj 2019",
    "3 sigtelser",
    "Eksempel – opdigtet",
    "Sagens forløb",
    "databeskyttelsesloven § 8",
    "databeskyttelsesloven § 11",
    "FORTROLIG",
)


@pytest.fixture(scope="module")
def public() -> str:
    return words(public_file(ANSWER))


@pytest.fixture(scope="module")
def confidential() -> str:
    return words(confidential_file(ANSWER))


def scalars(node: Yaml) -> Iterator[str]:
    match node:
        case str():
            yield node
        case list():
            for child in node:
                yield from scalars(child)
        case dict():
            for child in node.values():
                yield from scalars(child)


def sentences(root: Path) -> set[str]:
    """Every line of prose and every other value in a tree that is long enough to be a sentence."""
    texts = (text for path in root.rglob("*.yaml") for text in scalars(load(path)))
    lines = (line.strip() for text in texts for line in text.split("\n"))
    return {line for line in lines if line.count(" ") > 1}


def test_the_tree_is_read_without_problems() -> None:
    loaded = load_confidential(CONFIDENTIAL, PROJECT, load_public(PUBLIC, PROJECT).library)
    assert loaded.problems == ()
    assert set(loaded.library.overlays) == {ANSWER}


def test_it_says_that_it_is_invented() -> None:
    assert OVERLAY["sample"] == "true"
    assert "opdigtet" in OVERLAY["note"]


@pytest.mark.parametrize("index", range(len(ONLY_CONFIDENTIAL)))
def test_its_case_is_in_the_confidential_edition_only(public: str, confidential: str, index: int) -> None:
    in_public, in_confidential = (ONLY_CONFIDENTIAL[index] in text for text in (public, confidential))
    assert in_confidential
    assert not in_public


def test_no_sentence_of_it_is_one_of_the_public_tree() -> None:
    shared = len(sentences(CONFIDENTIAL) & sentences(PUBLIC))
    assert shared == 0


def test_its_personal_number_is_well_formed_and_of_nobody_born_yet() -> None:
    ((birth, serial),) = re.findall(r"\b(\d{6})-(\d{4})\b", TEXT)
    control = sum(int(digit) * weight for digit, weight in zip(birth + serial, CPR_WEIGHTS, strict=True))
    day, month, year = (int(birth[at : at + 2]) for at in (0, 2, 4))
    assert control % 11 == 0
    # Source: CPR-kontoret, »Personnummeret i CPR«: years 37-57 with a seventh digit of 5-8 are 20xx.
    assert 37 <= year <= 57
    assert serial[0] in "5678"
    assert date(2000 + year, month, day) > datetime.now(UTC).date()
