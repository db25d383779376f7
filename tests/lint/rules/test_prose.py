"""The rules on how prose is written: L407 to L412."""

import pytest

from answerkit.lint.passages import Kind
from answerkit.lint.registry import judge_passage
from answerkit.lint.rule import PassageRule
from answerkit.lint.rules.double_space import double_space
from answerkit.lint.rules.long_sentence import long_sentence
from answerkit.lint.rules.other_name import other_name
from answerkit.lint.rules.skipped_heading import skipped_heading
from answerkit.lint.rules.split_number import split_number
from answerkit.lint.rules.straight_range import straight_range
from answerkit.model.config import LintSettings
from lint.tiny import passage, remarks

TEN = LintSettings(
    sentence_words=10,
    preferred=(("Århus", "Aarhus"), ("ØJP", "Østjyllands Politi"), ("Politi", "Nordjyllands Politi")),
)

FOUND: list[tuple[PassageRule, str, list[str]]] = [
    (skipped_heading, "## Først", ["##"]),
    (skipped_heading, "# A\n\nTekst.\n\n### B", ["###"]),
    (skipped_heading, "# A\n\n## B\n\n# C\n\n### D", ["###"]),
    (split_number, "Der er 14, 8 årsværk.", ["14, 8"]),
    (split_number, "Der er 14 ,8 årsværk.", ["14 ,8"]),
    (split_number, "Der er 14 , 8 årsværk.", ["14 , 8"]),
    (split_number, "Hele 12, 5 % og 3, 25 pct. er enige.", ["12, 5", "3, 25"]),
    (split_number, "Det koster 1.250, 5 mio. kr.", ["1.250, 5"]),
    (straight_range, "Unge på 10-17 år.", ["10-17"]),
    (straight_range, "Unge på 10 - 17 år.", ["10 - 17"]),
    (straight_range, "Unge på 10 – 17 år.", ["10 – 17"]),
    (straight_range, "De 18-25-årige.", ["18-25"]),
    (straight_range, "I 2020-2021 og 9-12. klasse.", ["2020-2021", "9-12"]),
    (straight_range, "Omkring 1.200-1.500 timer.", ["1.200-1.500"]),
    (long_sentence, "En to tre fire fem seks syv otte ni ti elleve.", ["11 ord"]),
    (long_sentence, "Kort. En to tre fire fem\nseks syv otte ni ti elleve.", ["11 ord"]),
    (long_sentence, '- En to {{ figure("a") }} fire fem seks syv otte ni ti elleve.', ["11 ord"]),
    (other_name, "Vi bor i Århus.", ["Århus"]),
    (other_name, "Århus' gader og Århus-området og Århuss.", ["Århus", "Århus", "Århus"]),
    (other_name, "ØJP og Østjyllands Politi.", ["ØJP", "Politi"]),
]
LEFT: list[tuple[PassageRule, str]] = [
    (skipped_heading, "# A\n\n## B\n\n### C\n\n# D\n\n## E"),
    (skipped_heading, "Tekst #2 og ##."),
    (skipped_heading, "`## Kode`"),
    (double_space, "Et to."),
    (double_space, "  - indrykket\n    - dybere"),
    (double_space, "To linjer  \nmed linjeskift."),
    (double_space, "| a   | b |\n| --- | - |"),
    (double_space, "`a  b`"),
    (split_number, "Numrene 1, 2 og 3."),
    (split_number, "I 2019, 20 timer efter."),
    (split_number, "Efter § 52, 3 timer senere."),
    (split_number, "Punkt nr. 14, 8 timer."),
    (split_number, "I uge 14, 8 timer."),
    (split_number, "Der er 14,8 årsværk."),
    (split_number, "Der er 14, 8 borgere."),
    (split_number, "Det er 10, 12, 14 timer."),
    (straight_range, "Unge på 10–17 år."),
    (straight_range, "Ring 89 40 20-30 nu."),
    (straight_range, "Ring 20-30 40 50 nu."),
    (straight_range, "Sag 27.24.00-G01-12-19."),
    (straight_range, "Den 2021-11-08 og 30-12-2021."),
    (straight_range, "En 10-dages forespørgsel og 360-graders indsats."),
    (straight_range, "Stillingen var 3-2."),
    (straight_range, "Initiativ 30 - 12 i alt."),
    (straight_range, "Se [her](https://www.dr.dk/10-17)."),
    (straight_range, "COVID-19 og A1-20."),
    (long_sentence, "En to tre fire fem seks syv otte ni ti."),
    (long_sentence, "En to tre fire fem. Seks syv otte ni ti elleve."),
    (long_sentence, "- en to tre fire fem seks\n- syv otte ni ti elleve tolv"),
    (long_sentence, "En to tre fire fem:\n1. seks syv otte ni\n2. ti elleve"),
    (long_sentence, "En to tre fire fem seks\n\nsyv otte ni ti elleve"),
    (long_sentence, "# En to tre fire fem seks syv otte ni ti elleve"),
    (long_sentence, "| en to tre fire fem seks | syv otte ni ti elleve |"),
    (long_sentence, "En [to](https://www.dr.dk/tre/fire/fem-seks-syv/otte/ni) ti elleve."),
    (other_name, "Vi bor i Aarhus."),
    (other_name, "Århusianerne og århus."),
    (other_name, "Nordjyllands Politi."),
    (other_name, "[Se](https://www.Århus.dk)"),
]


@pytest.mark.parametrize(("rule", "text", "words"), FOUND)
def test_found(rule: PassageRule, text: str, words: list[str]) -> None:
    if rule is long_sentence:
        assert [item.detail for item in judge_passage(rule, passage(text), TEN)] == words
    else:
        assert remarks(rule, text, TEN) == words


@pytest.mark.parametrize(("rule", "text"), LEFT)
def test_left_alone(rule: PassageRule, text: str) -> None:
    assert list(judge_passage(rule, passage(text), TEN)) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Et  to.", [(1, 3)]),
        ("Et to.\nTre   fire  fem.", [(2, 4), (2, 11)]),
        ('Et  {{ figure("a") }}  to.', [(1, 3), (1, 22)]),
        ("- et  to", [(1, 5)]),
    ],
)
def test_double_spaces_are_found_where_they_stand(text: str, places: list[tuple[int, int]]) -> None:
    items = judge_passage(double_space, passage(text), TEN)
    assert [(item.place.line, item.place.column) for item in items] == places


def test_a_long_sentence_is_found_where_it_begins() -> None:
    text = "Kort.\n\nOgså kort. En to tre fire fem seks syv otte ni ti elleve."
    (item,) = judge_passage(long_sentence, passage(text), TEN)
    assert (item.place.line, item.place.column) == (3, 12)


def test_the_right_form_is_the_advice() -> None:
    (span,) = judge_passage(straight_range, passage("Unge på 10 - 17 år."), TEN)
    (name,) = judge_passage(other_name, passage("Vi bor i Århus."), TEN)
    assert (span.hint, name.hint) == ("skriv 10–17", "skriv Aarhus")


@pytest.mark.parametrize("rule", [long_sentence, other_name])
def test_a_question_is_repeated_as_it_was_put(rule: PassageRule) -> None:
    text = "Hvad sker der i Århus med en to tre fire fem seks syv otte?"
    assert not list(judge_passage(rule, passage(text, Kind.QUESTION), TEN))
