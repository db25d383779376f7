from io import BytesIO
from zipfile import ZipFile

import pytest

from content.facts import ANSWER, FACTS, LINK
from content.printed import public_file, words


@pytest.fixture(scope="module")
def public() -> bytes:
    return public_file(ANSWER)


@pytest.fixture(scope="module")
def printed(public: bytes) -> str:
    return words(public)


@pytest.mark.parametrize(("section", "fact"), FACTS)
def test_a_fact_is_readable_in_the_public_answer(printed: str, section: str, fact: str) -> None:
    assert fact in printed, section


def test_the_link_to_vive_is_there_without_tracking(public: bytes) -> None:
    with ZipFile(BytesIO(public)) as package:
        links = package.read("word/_rels/document.xml.rels").decode()
    assert f'Target="{LINK}"' in links


def test_the_withheld_section_keeps_its_heading_and_sends_to_the_confidential_edition(printed: str) -> None:
    assert "Fortrolig orientering om en konkret borgers sag" in printed
    assert "Der henvises til den fortrolige udgave" in printed
    assert "Hjemmel: forvaltningsloven § 27." in printed


@pytest.mark.parametrize("ground", ["databeskyttelsesloven § 8", "databeskyttelsesloven § 11"])
def test_a_ground_that_would_tell_is_not_named(printed: str, ground: str) -> None:
    assert ground not in printed
