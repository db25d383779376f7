from io import BytesIO
from zipfile import ZipFile

import pytest

from content.facts import ANSWER, FACTS, LINK
from content.printed import CONFIDENTIAL, confidential_file, public_file, record, words

PERSON = ("Balder Fiktivsen Prøvestrup", "140347-5137", "Månestøvvænget 31", "27.24.00-G01-9917-19")


@pytest.fixture(scope="module")
def public() -> bytes:
    return public_file(ANSWER)


@pytest.fixture(scope="module")
def printed(public: bytes) -> str:
    return words(public)


@pytest.fixture(scope="module")
def confidential() -> str:
    return words(confidential_file(ANSWER))


@pytest.mark.parametrize(("section", "fact"), FACTS)
def test_a_fact_is_readable_in_the_public_answer(printed: str, section: str, fact: str) -> None:
    assert fact in printed, section


def test_the_link_to_vive_is_there_without_tracking(public: bytes) -> None:
    with ZipFile(BytesIO(public)) as package:
        links = package.read("word/_rels/document.xml.rels").decode()
    assert f'Target="{LINK}"' in links


@pytest.mark.parametrize("index", range(len(PERSON)))
def test_the_fictional_case_is_in_the_confidential_answer_only(
    printed: str, confidential: str, index: int
) -> None:
    in_public, in_confidential = PERSON[index] in printed, PERSON[index] in confidential
    assert in_confidential
    assert not in_public


def test_the_confidential_answer_says_that_its_case_is_invented(confidential: str) -> None:
    said = "Eksempel – opdigtet" in confidential
    assert said


def test_the_withheld_section_keeps_its_heading_and_sends_to_the_confidential_edition(printed: str) -> None:
    assert "Der henvises til den fortrolige udgave" in printed
    assert "Hjemmel: forvaltningsloven § 27." in printed


def test_grounds_that_may_not_be_named_are_only_in_the_confidential_answer(
    printed: str, confidential: str
) -> None:
    for ground in ("databeskyttelsesloven § 8", "databeskyttelsesloven § 11"):
        in_public, in_confidential = ground in printed, ground in confidential
        assert in_confidential
        assert not in_public


def test_no_line_of_the_overlay_is_printed_in_the_public_answer(printed: str) -> None:
    overlay = record(CONFIDENTIAL / "overlays", ANSWER)
    lines = [line.strip("* ") for line in overlay["sections"][0]["text"].split("\n") if line.strip("* ")]
    found = sum(line in printed for line in lines)
    assert lines
    assert found == 0
