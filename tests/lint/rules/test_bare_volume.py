import pytest

from answerkit.lint.passages import Kind
from answerkit.lint.registry import judge_passage
from answerkit.lint.rules.bare_volume import bare_volume
from answerkit.model.config import LintSettings
from lint.tiny import passage, remarks

FOUND = [
    ("Der er 12 sager.", ["12 sager"]),
    ("Der er 550 myndighedssager i alt.", ["550 myndighedssager"]),
    ("I alt 1.250 borgere.", ["1.250 borgere"]),
    ("I alt 40 unge mænd.", ["40 unge mænd"]),
    ("Vi har 14,8 årsværk.", ["14,8 årsværk"]),
    ("Det koster 3,5 mio. kr. om året.", ["3,5 mio. kr."]),
    ("Det koster 500 kroner.", ["500 kroner"]),
    ("Det koster kr. 500 om året.", ["kr. 500"]),
    ("Hele 60 % er enige.", ["60 %"]),
    ("Hele 60% er enige.", ["60%"]),
    ("Hele 12,5 pct. er enige.", ["12,5 pct."]),
    ("Mellem 10–12 sager er åbne.", ["10–12 sager"]),
    ("Der er tolv medarbejdere.", ["tolv medarbejdere"]),
    ("Der er 20 nye sager og 30 gamle.", ["20 nye sager"]),
    ("Vi fik 2.020 henvendelser.", ["2.020 henvendelser"]),
    ("Første linje.\nDer er 12 sager.", ["12 sager"]),
    ("Der er 12\nsager.", ["12 sager"]),
    ("Antal sager: 42", ["42"]),
    ("Antallet af unge er 30 i 2021.", ["30"]),
    ("Antallet af borgere i forløb var 1.250.", ["1.250"]),
    ("Antal årsværk: 14,8", ["14,8"]),
    ("Antal årsværk: 2", ["2"]),
    ("Af de unge er tolv flyttet.", ["tolv"]),
    ("Vi hjalp 3–12 borgere.", ["3–12 borgere"]),
    ("Der er 12 sager og 7 årsværk.", ["12 sager", "7 årsværk"]),
]
LEFT = [
    'Der er {{ figure("sager") }} i alt.',
    "Unge på 18 år.",
    "Unge på 10–17 år får hjælp.",
    "Et forløb på 10 uger.",
    "Støtte til 18-årige.",
    "Efter § 52 stk. 3 nr. 2.",
    "I 2020 unge nok til et hold.",
    "Antal møder: 12",
    "Blandt de unge er tre tendenser tydelige.",
    "Antallet af unge er faldet i 2021.",
    "Antallet af unge er 3.",  # small_prose
    "Ring 8940-2000. Sager drøftes dér.",
    "Initiativ 30 sagerne.",
    "Se [sagen](https://example.dk/12%20sager).",
    "Der er 12 årsager til det.",
    "`12 sager`",
    "Alle borgere får svar.",
    "Fx 2 borgere.",  # small_prose says it in stronger words
]


@pytest.mark.parametrize(("text", "words"), FOUND)
def test_found(text: str, words: list[str]) -> None:
    assert remarks(bare_volume, text) == words


@pytest.mark.parametrize("text", LEFT)
def test_left_alone(text: str) -> None:
    assert remarks(bare_volume, text) == []


@pytest.mark.parametrize("text", ["Der er **12** sager.", "Der er 12 **sager**.", "Der er **12 sager**."])
def test_emphasis_hides_nothing(text: str) -> None:
    (item,) = judge_passage(bare_volume, passage(text), LintSettings())
    assert item.detail == "12 sager"


def test_a_link_target_is_not_read_but_its_words_are() -> None:
    assert remarks(bare_volume, "Se [12 sager](https://example.dk/13-sager).") == ["12 sager"]


def test_a_few_persons_in_a_confidential_text_are_a_volume_like_any_other() -> None:
    read = passage("Der er 2 borgere.", confidential=True)
    (item,) = judge_passage(bare_volume, read, LintSettings())
    assert (item.detail, item.place.column) == ("", 8)


def test_a_heading_cannot_hold_a_figure() -> None:
    assert not list(judge_passage(bare_volume, passage("12 sager", Kind.HEADING), LintSettings()))
