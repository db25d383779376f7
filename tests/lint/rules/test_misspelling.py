from pathlib import Path

import pytest

from answerkit.lint.rules.misspelling import misspelling
from answerkit.model.config import LintSettings
from lint.tiny import PARAGRAPH_27, WITHHELD, answer, block, found, hints, overlay, subject

RIGHT = {"kommunen", "hjælper", "unge", "spurgt", "forebyggelse", "der", "er"}


class Few:
    """A dictionary of few words."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def knows(self, word: str) -> bool:
        self.asked.append(word)
        return word in RIGHT

    def suggest(self, word: str) -> str:
        return {"forebygelse": "forebyggelse"}.get(word, "")


FOUND = {
    "Vi taler om forebygelse.": ["blocks/text/a:5 forebygelse", "blocks/text/a:5 taler"],
    "Kommunen hjlper unge.": ["blocks/text/a:5 hjlper"],
    "unge-forebygelse.": ["blocks/text/a:5 unge-forebygelse"],
}
LEFT = [
    "Kommunen hjælper unge.",
    "Balder Fiktivsen hjælper.",
    "TUS og MSB.",
    "fx bl.a. og og.",
    "Til nogen@etsted.dk og www.etsted.dk.",
    '{{ figure("ukendtord") }}',
    "[unge](https://www.dr.dk/ukendtord)",
    "`ukendtord`",
    "Kommunen&nbsp;hjælper&hellip;",
]


@pytest.mark.parametrize("text", FOUND)
def test_found(text: str, tmp_path: Path) -> None:
    judged = subject(tmp_path, [block(text=text)], speller=Few())
    assert sorted(found(misspelling, judged)) == FOUND[text]


@pytest.mark.parametrize("text", LEFT)
def test_left_alone(text: str, tmp_path: Path) -> None:
    assert found(misspelling, subject(tmp_path, [block(text=text)], speller=Few())) == []


def test_without_a_dictionary_the_rule_is_off(tmp_path: Path) -> None:
    assert found(misspelling, subject(tmp_path, [block(text="hjlper")])) == []


def test_the_projects_own_words_are_right(tmp_path: Path) -> None:
    settings = LintSettings(words=("Hjlper",))
    assert (
        found(misspelling, subject(tmp_path, [block(text="hjlper")], settings=settings, speller=Few())) == []
    )


def test_a_word_is_looked_up_once(tmp_path: Path) -> None:
    few = Few()
    assert found(misspelling, subject(tmp_path, [block(text="unge unge\nhjlper hjlper")], speller=few))
    assert sorted(few.asked) == ["hjlper", "unge"]


def test_a_suggestion_is_made_for_public_words_only(tmp_path: Path) -> None:
    public = [PARAGRAPH_27, block(text="forebygelse"), answer("", sections=WITHHELD)]
    judged = subject(tmp_path, public, [overlay("forebygelse")], speller=Few())
    assert found(misspelling, judged) == ["!overlays/svar:10", "blocks/text/a:5 forebygelse"]
    assert hints(misspelling, judged) == ["ret stavemåden", "mente du »forebyggelse«?"]
