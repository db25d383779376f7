"""What each edition tells of what became of the enquiry's questions."""

from __future__ import annotations

from dataclasses import replace

from answerkit.compose.composed import Composed
from answerkit.compose.confidential import ConfidentialComposer
from answerkit.compose.public import PublicComposer
from answerkit.model.content import Answer, Answered, Declined, Deferred, Outcome, Question
from answerkit.model.document import CrossReference, Table
from answerkit.model.overlay import ConfidentialLibrary, Filling, Overlay
from compose.samples import (
    CONFIG,
    TEMPLATES,
    answer,
    document,
    dump,
    exact,
    figure,
    found,
    library,
    measurement,
    prose,
    section,
    table,
    where,
    withheld,
)

LIBRARY = library(figures=[figure("a", measurement(exact("30")))])


def question(name: str, outcome: Outcome) -> Question:
    return Question(name, f"Hvad med {name}?", outcome, where("content/public/answers/svar.yaml"))


def svar(*outcomes: Outcome, coverage: bool = False) -> Answer:
    made = answer(section("et", table("tal", "a")), section("to"), withheld("tre", "prøveloven-1"))
    questions = tuple(question(f"q{number}", outcome) for number, outcome in enumerate(outcomes, 1))
    return replace(made, enquiry=replace(made.enquiry, questions=questions), coverage=coverage)


ALL = (
    Answered(("et",)),
    Answered(("et", "tre")),
    Answered(("et", "to", "tre")),
    Deferred("Regnskabet mangler."),
    Declined("Det vedrører staten."),
)


def public(of: Answer) -> Composed:
    return PublicComposer(LIBRARY, CONFIG, TEMPLATES).compose(of)


def confidential(of: Answer) -> Composed:
    overlay = "content/confidential/overlays/svar.yaml"
    place = where(overlay, confidential=True)
    fillings = (Filling("tre", ("prøveloven-2",), prose("Skjult.", overlay, confidential=True), place),)
    over = Overlay("svar", "svar", sample=True, recipients=("Modtageren",), fillings=fillings, where=place)
    return ConfidentialComposer(LIBRARY, ConfidentialLibrary(), CONFIG, TEMPLATES).compose(of, over)


def tables(composed: Composed) -> list[Table]:
    return [node for part in document(composed).parts for node in part.nodes if isinstance(node, Table)]


def test_the_public_edition_lists_the_questions_unless_the_answer_asks_for_a_table() -> None:
    made = public(svar(*ALL))
    assert [item.caption for item in tables(made)] == ["Billedtekst tal"]
    assert "1. Hvad med q1? /Besvares i afsnit 1→#afsnit-1./" in dump(document(made))


def test_the_table_says_of_each_question_what_became_of_it() -> None:
    text = dump(document(public(svar(*ALL, coverage=True))))
    rows = text[text.index("[tabel 1 ") :].splitlines()[:7]
    assert rows == [
        "[tabel 1 Spørgsmålene og deres besvarelse #tabel-1]",
        "Nr. | Spørgsmål | Status | Afsnit eller begrundelse",
        "1 | Hvad med q1? | Besvaret | afsnit 1→#afsnit-1",
        "2 | Hvad med q2? | Besvaret | afsnit 1→#afsnit-1 og afsnit 3→#afsnit-3",
        "3 | Hvad med q3? | Besvaret | afsnit 1→#afsnit-1, afsnit 2→#afsnit-2 og afsnit 3→#afsnit-3",
        "4 | Hvad med q4? | Besvares senere | Regnskabet mangler.",
        "5 | Hvad med q5? | Besvares ikke | Det vedrører staten.",
    ]
    assert "Besvares i afsnit" not in text


def test_tables_behind_it_count_on_in_both_editions() -> None:
    of = svar(*ALL, coverage=True)
    assert [item.number for item in tables(public(of))] == [1, 2]
    assert [item.number for item in tables(confidential(of))] == [1, 2]


def test_the_confidential_edition_always_has_it_and_shifts_no_number_by_it() -> None:
    of = svar(*ALL)
    own, shared = tables(confidential(of))
    assert (own.number, own.caption, own.anchor) == (0, "", "")
    assert len(own.rows) == len(ALL)
    assert [shared] == tables(public(of))


def test_it_is_no_confidential_part() -> None:
    made = document(confidential(svar(*ALL)))
    front = next(part for part in made.parts if any(isinstance(node, Table) for node in part.nodes))
    assert not front.confidential


def test_sections_are_links() -> None:
    cells = tables(public(svar(Answered(("to",)), coverage=True)))[0].rows[0]
    assert cells[-1].lines[0].children == (CrossReference("afsnit-2", "afsnit 2"),)


def test_a_question_answered_nowhere_is_reported() -> None:
    assert [code for code, _, _ in found(public(svar(Answered(("væk",)), coverage=True)))] == ["AK301"]
