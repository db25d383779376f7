import pytest

from answerkit.lint.passages import Kind
from answerkit.lint.registry import judge_passage
from answerkit.lint.rules.small_prose import small_prose
from answerkit.model.config import LintSettings
from lint.tiny import passage, remarks

FOUND = [
    ("Sidste år flyttede en borger.", ["en borger"]),
    ("Sidste år flyttede én borger.", ["én borger"]),
    ("Her bor to unge.", ["to unge"]),
    ("Kun 3 borgere fik afslag.", ["3 borgere"]),
    ("Det drejer sig om fire børn.", ["fire børn"]),
    ("To af de unge er flyttet.", ["To af de unge"]),
    ("En enkelt borger klagede.", ["En enkelt borger"]),
    ("Vi mødte 1 person.", ["1 person"]),
    ("Der er 2 sager om vold.", ["2 sager"]),
    ("Der er to børnesager.", ["to børnesager"]),
    ("To familier har fået støtte.", ["To familier"]),
    ("Tre 15-årige er sigtet.", ["Tre 15-årige"]),
]
LEFT = [
    "Fem unge er i gang.",
    "Her bor 12 unge.",
    "Når en borger flytter, får vi besked.",
    "En ung kan få støtte.",
    "Færre end fem unge er i gang.",
    "Færre end 5 borgere er i gang.",
    "Højst to unge får plads.",
    "Mindst 3 borgere er med.",
    "To medarbejdere er ansat.",
    "En medarbejder tager kontakt.",
    "Tre pædagoger og en leder.",
    "En sag kan tage tid.",
    "Nul borgere.",
    "Efter 3 måneder.",
    "Unge på 2–4 år.",
    "Hvis en ung er i tvivl, hjælper vi.",
]


@pytest.mark.parametrize(("text", "words"), FOUND)
def test_found(text: str, words: list[str]) -> None:
    assert remarks(small_prose, text) == words


@pytest.mark.parametrize("text", LEFT)
def test_left_alone(text: str) -> None:
    assert remarks(small_prose, text) == []


def test_the_threshold_is_the_projects() -> None:
    assert remarks(small_prose, "Her bor fire unge.", LintSettings(small_count=3)) == []
    assert remarks(small_prose, "Her bor ti unge.", LintSettings(small_count=11)) == ["ti unge"]


@pytest.mark.parametrize("kind", [Kind.HEADING, Kind.CAPTION, Kind.LABEL])
def test_all_public_text_is_judged(kind: Kind) -> None:
    assert len(list(judge_passage(small_prose, passage("To unge", kind), LintSettings()))) == 1


def test_a_question_repeats_what_was_asked() -> None:
    assert not list(judge_passage(small_prose, passage("To unge", Kind.QUESTION), LintSettings()))


def test_a_confidential_text_may_name_them() -> None:
    assert not list(judge_passage(small_prose, passage("To unge", confidential=True), LintSettings()))
