"""What of a project is secret, and what is not although the confidential tree says it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from answerkit.model.content import (
    Answer,
    Block,
    BlockItem,
    BlockKind,
    ChartItem,
    Counted,
    Enquiry,
    Figure,
    Ground,
    Law,
    Library,
    PictureItem,
    Prose,
    Section,
    TableItem,
    Term,
)
from answerkit.model.finding import Finding
from answerkit.model.overlay import ConfidentialLibrary, Filling, Overlay
from answerkit.model.problem import Place, Where
from answerkit.model.text import Piece, Role
from answerkit.model.watchlist import SharedText, WatchedTerm, Watchlist
from answerkit.verify.match.matcher import Matcher
from answerkit.verify.secrets.derive import derive, from_texts
from answerkit.verify.secrets.secret import Identifier

OPEN: Where = {"": Place("content/public/x.yaml", 1, 1)}
CLOSED: Where = {"": Place("content/confidential/x.yaml", 1, 1, confidential=True)}
SENTENCE = "Naboen har set ham kaste brosten mod ruderne i den nedlagte mejeribygning."


def prose(text: str, *, confidential: bool = False) -> Prose:
    return Prose(text, Place("content/x.yaml", 7, 7, confidential), 6)


def block(text: str, title: str = "Titel", name: str = "text/blok", owner: str = "") -> Block:
    return Block(name, BlockKind.TEXT, title, prose(text), OPEN, owner=owner)


def answer(
    *blocks: str, heading: str = "Arbejdet", asker: str = "Et parti", department: str = "En"
) -> Answer:
    section = Section("a", heading, OPEN, tuple(BlockItem(name, OPEN) for name in blocks))
    enquiry = Enquiry(asker, prose("Der er spurgt."), (), OPEN)
    return Answer("svar", "Svar", department, date(2021, 1, 1), enquiry, (section,), OPEN)


def overlay(text: str, caption: str = "", note: str = "") -> ConfidentialLibrary:
    items = (TableItem("tabel", caption, (), CLOSED),) if caption else ()
    filling = Filling("b", (), prose(text, confidential=True), CLOSED, items)
    return ConfidentialLibrary(
        overlays={
            "svar": Overlay(
                "svar",
                "svar",
                sample=True,
                recipients=("Udvalget",),
                fillings=(filling,),
                where=CLOSED,
                note=note,
            )
        }
    )


def found(
    text: str,
    planted: str,
    public: Library | None = None,
    watchlist: Watchlist | None = None,
    authority: str = "",
) -> tuple[Finding, ...]:
    secrets = derive(overlay(text), public or Library(), watchlist or Watchlist(), authority)
    return Matcher(secrets).find("svar.docx", [Piece("word/document.xml", "p[1]", Role.BODY, planted)])


# --- what is secret


def test_every_text_of_the_confidential_tree_is_secret() -> None:
    closed = Block(
        "text/ravnekrogens-sag",
        BlockKind.TEXT,
        "Ophold i Blishønebo",
        prose(SENTENCE),
        CLOSED,
        owner="Sigvardine Tågelund",
        note="Kilden er Zulfi Krümelgaard.",
    )
    library = ConfidentialLibrary(
        overlays=overlay(
            "Han bor på Månestøvvænget 31.", "Ture til Svaneskrænten", "Ring 28 71 44 90."
        ).overlays,
        blocks={closed.id: closed},
    )
    matcher = Matcher(derive(library, Library(), Watchlist()))
    for planted in (
        "Månestøvvænget 31",
        "Svaneskrænten",
        "28714490",
        "Blishønebo",
        SENTENCE,
        "Sigvardine Tågelund",
        "Krümelgaard",
        "Ravnekrogens sag",
    ):
        assert matcher.find("svar.docx", [Piece("a", "p[1]", Role.BODY, planted)]), planted


def test_a_secret_knows_its_line() -> None:
    secrets = derive(overlay("Her står intet.\n\nRing til 28 71 44 90."), Library(), Watchlist())
    assert [item.place.line for item in secrets if isinstance(item, Identifier)] == [9]


def test_what_an_expression_prints_is_no_literal() -> None:
    text = 'Han fik støtte efter {{ law("lov") }} og tolv lodrette {{ figure("tal") }} med nattegæster.'
    assert found(text, "støtte efter barnets lov og tolv lodrette vinduer med nattegæster") == ()
    assert found('Se {{ ref("afsnit-om-hulahopringe") }}.', "afsnit om hulahopringe") == ()


def test_watched_terms_are_secret_whatever_they_are() -> None:
    place = Place("watchlist.yaml", 3, 1, confidential=True)
    terms = tuple(
        WatchedTerm(text, "grund", place) for text in ("møde", "den grønne kasse", "UND-2019-00417")
    )
    for planted in (
        "et møde",
        "MØDER",
        "Den grønne kasse",
        "und 2019 00417",
        "i d e n g r ø n n e k a s s e",
    ):
        assert [item.code for item in found("", planted, watchlist=Watchlist(terms))][:1] in (
            ["C103"],
            ["C101"],
        )
    assert found("", "en rød kasse", watchlist=Watchlist(terms)) == ()


def test_a_word_of_a_watched_term_is_secret_where_it_points_at_something_by_itself() -> None:
    place = Place("watchlist.yaml", 3, 1, confidential=True)
    watchlist = Watchlist(
        (WatchedTerm("Opdigtede Hasselkrogen", "g", place), WatchedTerm("Projekt Vinterbro", "g", place))
    )
    assert found("", "Hun bor på Hasselkrogen.", watchlist=watchlist)
    assert found("", "Det hedder Vinterbro.", watchlist=watchlist)
    assert found("", "Der er en bro om vinteren. Opdigtede navne.", watchlist=watchlist) == ()
    assert found("", "Et projekt i Aarhus.", watchlist=watchlist) == ()


def test_the_reason_for_a_watched_term_is_secret() -> None:
    place = Place("watchlist.yaml", 3, 1, confidential=True)
    watchlist = Watchlist((WatchedTerm("Ravnekrogen", SENTENCE, place),))
    assert [item.code for item in found("", SENTENCE, watchlist=watchlist)] == ["C104"]


def test_comments_are_secret_but_for_a_few_words() -> None:
    remarks = (prose(f"{SENTENCE}\nkaldes også gryden", confidential=True), prose("se Ravnekrogsvej 31"))
    matcher = Matcher(derive(overlay(""), Library(), Watchlist(), remarks=remarks))
    for planted, code in ((SENTENCE, "C104"), ("Ravnekrogsvej 31", "C101")):
        assert [item.code for item in matcher.find("a", [Piece("a", "b", Role.BODY, planted)])][:1] == [code]
    assert matcher.find("a", [Piece("a", "b", Role.BODY, "Den kaldes gryden.")]) == ()


# --- what is not


LAW = Law("k", "Kulsvierlovens", "Lov", "", "nr. 9", date(2020, 1, 1), "https://x.dk/9", "", OPEN)
GROUND = Ground("k", "Kulsviercirkulæret", "x", public=True, source="", url="https://x.dk", where=OPEN)
TERM = Term("KL", "Kulsviergruppens Landsforbund", OPEN)


def printed(title: str, name: str) -> Library:
    """A block in an answer."""
    return Library(answers={"svar": answer(name)}, blocks={name: block("", title, name)})


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("Han spurgte Kulsviergruppens Landsforbund.", Library(terms={"KL": TERM})),
        ("Det følger af Kulsvierlovens regler.", Library(laws={"k": LAW})),
        ("Det følger af Kulsviercirkulæret.", Library(grounds={"k": GROUND})),
        ("Det er Kulsvierpartiets gruppe.", Library(answers={"svar": answer(asker="Kulsvierpartiet")})),
        ("Lise Kulsvier har spurgt.", Library(answers={"svar": answer(asker="Lise Kulsvier")})),
        ("I Ungecenter Kulsviervej.", Library(blocks={"x": block("", owner="Ungecenter Kulsviervej")})),
        ("I Kulsvier og Omsorg.", Library(answers={"svar": answer(department="Kulsvier og Omsorg")})),
        ("Han deltager i Kulsvieriet.", printed("Kulsvieriet", "t/b")),
        ("Han deltager i Kulsvieriet.", printed("Om det", "t/kulsvieriet")),
        (
            "Han deltager i Gode Indsats.",
            Library(answers={"svar": answer(heading="Aftalen om den Gode Indsats i hele byen")}),
        ),
        ("Se afsnittet Kulsvierne.", Library(answers={"svar": answer(heading="Kulsvierne")})),
    ],
)
def test_what_the_public_tree_declares_is_not_secret(text: str, public: Library) -> None:
    names = [item for item in found(text, text, public) if item.code == "C102"]
    assert names == []
    assert [item.code for item in found(text, text) if item.code == "C102"] == ["C102"]


def test_the_authority_is_not_secret() -> None:
    assert found("Brevet kom fra Kulsvier Kommune.", "Kulsvier Kommune", authority="Kulsvier Kommune") == ()
    assert found("Brevet kom fra Kulsvier Kommune.", "Kulsvier Kommune")


@pytest.mark.parametrize(
    "public",
    [
        Library(blocks={"t/b": block(f"{SENTENCE} Balder Prøvestrup, 140347-5137.")}),
        Library(answers={"svar": answer("t/b")}, blocks={"t/b": block(SENTENCE, name="t/b")}),
        Library(answers={"svar": answer("t/b")}, blocks={"t/b": block("", "Balder Prøvestrup", "t/b")}),
        Library(answers={"svar": answer("t/balder-prøvestrup")}, blocks={"t/balder-prøvestrup": block("")}),
        Library(blocks={"t/b": block("", owner="Balder Prøvestrup")}),
        Library(answers={"svar": answer(heading="Balder Prøvestrup")}),
        Library(answers={"svar": answer(heading=SENTENCE)}),
        Library(answers={"svar": answer("t/b")}, blocks={"t/b": block("", "Cpr 140347-5137", "t/b")}),
    ],
)
def test_what_was_typed_into_a_public_file_clears_no_secret(public: Library) -> None:
    text = f"Balder Prøvestrup har nummer 140347-5137.\n{SENTENCE}"
    for planted in ("Balder Prøvestrup", "prøvestrup", "140347-5137", SENTENCE):
        assert found(text, planted, public), planted


def test_a_block_that_no_answer_prints_declares_nothing() -> None:
    public = Library(blocks={"t/kulsvieriet": block("", "Kulsvieriet", "t/kulsvieriet")})
    assert found("Han deltager i Kulsvieriet.", "Kulsvieriet", public)


# --- what both trees may say


def shared(text: str) -> Watchlist:
    return Watchlist(shared=(SharedText(text, "grund", Place("watchlist.yaml", 3, 1, confidential=True)),))


def test_a_shared_sentence_is_not_secret() -> None:
    assert found(SENTENCE, SENTENCE)
    assert found(SENTENCE, SENTENCE, watchlist=shared(SENTENCE)) == ()
    assert found(SENTENCE, SENTENCE, watchlist=shared(f"Det er sådan. {SENTENCE} Ja.")) == ()
    assert found("Paranoid skizofreni.", "Paranoid skizofreni", watchlist=shared("paranoid skizofreni")) == ()


def test_only_the_shared_part_of_a_sentence_is_not_secret() -> None:
    watchlist = shared("kaste brosten mod ruderne")
    text = f"{SENTENCE[:-1]}, mens hunden hylede ad fuldmånen over møddingen."
    assert found(text, "ham kaste brosten mod ruderne i gaden", watchlist=watchlist) == ()
    assert found(text, "mens hunden hylede ad fuldmånen", watchlist=watchlist)


def test_a_name_or_an_identifier_is_never_shared() -> None:
    text = "Balder Prøvestrup har nummer 140347-5137."
    watchlist = shared(text)
    assert [item.code for item in found(text, "prøvestrup", watchlist=watchlist)] == ["C102"]
    assert [item.code for item in found(text, "1403475137", watchlist=watchlist)] == ["C101"]


def test_an_identifier_that_the_public_tree_declares_is_not_secret() -> None:
    law = Law("k", "Loven", "Lov", "", "2031-004412-K", date(2020, 1, 1), "https://x.dk/9", "", OPEN)
    text = "Den er kundgjort som 2031-004412-K."
    assert "C101" in [item.code for item in found(text, text)]
    assert "C101" not in [item.code for item in found(text, text, Library(laws={"k": law}))]


def test_a_picture_that_is_gone_declares_nothing() -> None:
    section = Section("a", "Arbejdet", OPEN, (PictureItem("kulsvieriet", OPEN),))
    public = Library(answers={"svar": replace(answer(), sections=(section,))})
    assert found("Han deltager i Kulsvieriet.", "Kulsvieriet", public)


def test_a_confidential_charts_caption_is_secret() -> None:
    library = overlay("Han bor i byen.")
    (filling,) = library.overlays["svar"].fillings
    chart = ChartItem("diagram", "Ture til Svaneskrænten", ("x",), CLOSED)
    charted = replace(library.overlays["svar"], fillings=(replace(filling, content=(chart,)),))
    matcher = Matcher(derive(ConfidentialLibrary(overlays={"svar": charted}), Library(), Watchlist()))
    assert matcher.find("svar.docx", [Piece("word/document.xml", "p[1]", Role.BODY, "Svaneskrænten")])


def test_what_a_public_chart_prints_is_not_secret() -> None:
    counted = Figure("x", "Kulsvieriet", "borgere", "", "alle", Counted.PERSONS, "Kontoret", (), OPEN)
    section = Section("a", "Arbejdet", OPEN, (ChartItem("diagram", "Antal", ("x",), OPEN),))
    public = Library(answers={"svar": replace(answer(), sections=(section,))}, figures={"x": counted})
    assert found("Han deltager i Kulsvieriet.", "Kulsvieriet")
    assert not found("Han deltager i Kulsvieriet.", "Kulsvieriet", public)


def test_texts_may_be_held_against_a_public_tree() -> None:
    text = "I Ungecenter Kulsviervej."
    public = Library(blocks={"x": block("", owner="Ungecenter Kulsviervej")})
    assert len(from_texts([text])) > len(from_texts([text], public)) == 0
