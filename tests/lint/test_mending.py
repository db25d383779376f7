"""What is made of a text by mending it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerkit.lint.mending import mended_text
from answerkit.lint.registry import judge_passage
from answerkit.lint.rules.double_space import double_space
from answerkit.lint.rules.split_number import split_number
from answerkit.lint.rules.straight_range import straight_range
from answerkit.model.config import LintSettings
from lint.tiny import passage

MENDED = {
    "Et  to   tre.": "Et to tre.",
    "Der er 14, 8 årsværk.": "Der er 14,8 årsværk.",
    "Unge på 10-17 år og 18 – 25 år.": "Unge på 10–17 år og 18–25 år.",
    "Se [her](https://www.dr.dk/?utm_source=a&b=1).": "Se [her](https://www.dr.dk/?b=1).",
    "Se  [10-17](https://www.dr.dk/10-17?fbclid=x)  nu.": "Se [10–17](https://www.dr.dk/10-17) nu.",
    "Linje  et.\n\n- punkt  10 - 17\n": "Linje et.\n\n- punkt 10–17\n",
}
KEPT = [
    "Et to.",
    "`a  b 10-17`",
    '{{ figure("a-1-2") }}',
    "| a   | 10 |\n| --- | -- |",
    "Ring 89 40 20-30.",
    "To  \nlinjer.",
    "  - indrykket",
]
PIECES = st.lists(
    st.sampled_from(
        [
            "10-17",
            "14, 8 årsværk",
            "  ",
            " ",
            "\n",
            "unge",
            "på",
            '{{ figure("a") }}',
            "`x  y`",
            "|",
            "10 - 17 år",
            "–",
            ",",
        ]
    ),
    max_size=12,
)


@pytest.mark.parametrize("text", MENDED)
def test_mended(text: str) -> None:
    assert mended_text(passage(text)) == MENDED[text]


@pytest.mark.parametrize("text", KEPT)
def test_kept(text: str) -> None:
    assert mended_text(passage(text)) == text


@given(PIECES)
def test_a_mended_text_has_its_lines_and_its_words(pieces: list[str]) -> None:
    text = "".join(pieces)
    after = mended_text(passage(text))
    assert after.count("\n") == text.count("\n")
    assert _letters(after) == _letters(text)


@given(PIECES)
def test_mending_leaves_nothing_mechanical(pieces: list[str]) -> None:
    text = "".join(pieces)
    while (after := mended_text(passage(text))) != text:
        assert len(after) < len(text) or after.count("-") < text.count("-")
        text = after
    for rule in (double_space, split_number, straight_range):
        assert list(judge_passage(rule, passage(text), LintSettings())) == []


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter not in " \u00a0-–")
