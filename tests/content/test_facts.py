import pytest

from content.facts import ANSWER, FACTS, LINK
from content.printed import Reader


@pytest.fixture(scope="module")
def printed() -> str:
    return "\n".join(Reader().answer(ANSWER))


@pytest.mark.parametrize(("section", "words"), FACTS)
def test_a_fact_is_readable_in_the_public_answer(printed: str, section: str, words: str) -> None:
    assert words in printed, section


def test_the_link_to_vive_is_there_without_tracking(printed: str) -> None:
    assert f"]({LINK})" in printed
