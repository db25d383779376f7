"""What a finding says, where, how often, and that nothing ever repeats a secret."""

import base64

import pytest

from answerkit.model.finding import Finding, Gate
from answerkit.model.problem import Place, Severity
from answerkit.model.text import Piece, Role
from answerkit.verify.match.codes import Rule
from answerkit.verify.match.exact import ExactIndex
from answerkit.verify.match.matcher import Matcher
from answerkit.verify.match.senses import Senses
from answerkit.verify.match.view import View
from answerkit.verify.match.vocabulary import vocabulary
from answerkit.verify.secrets.derive import from_texts
from answerkit.verify.secrets.secret import Secrets, Term
from verify.match.cases import CASES
from verify.match.planted import found, matcher, secrets_of

TEXT = "Sagen handler om Balder Fiktivsen Prøvestrup, cpr 140347-5137.\n"
DOCUMENT = "word/document.xml"


def piece(place: str, text: str, part: str = DOCUMENT, role: Role = Role.BODY, line: int = 0) -> Piece:
    return Piece(part, place, role, text, line)


def find(*pieces: Piece, name: str = "svar.docx", ordinal: int = 1) -> tuple[Finding, ...]:
    return matcher(TEXT).find(name, pieces, ordinal)


def test_a_finding_names_place_rule_class_and_length() -> None:
    assert find(piece("body/p[3]", "Nummeret er 14 03 47-5137 her.")) == (
        Finding(
            file="svar.docx",
            part=DOCUMENT,
            place="body/p[3]",
            gate=Gate.CONTENT,
            code="C101",
            message=Rule.C101.sentence,
            severity=Severity.ERROR,
            kind="cpr",
            length=13,
        ),
    )


def test_a_finding_tells_how_the_text_was_hidden() -> None:
    (finding,) = find(piece("p", "se MTQwMzQ3LTUxMzc= her"))
    assert finding.message == f"{Rule.C101.sentence} (kodet som base64)"


def test_a_line_of_a_text_file_is_counted_from_the_pieces_first_line() -> None:
    (finding,) = find(piece("", "Et\nto\nPrøvestrup", line=10))
    assert finding.line == 12


def test_a_secret_is_reported_once_for_each_place() -> None:
    findings = find(piece("p[1]", "Prøvestrup og Balder Prøvestrup"), piece("p[2]", "prøvestrup"))
    assert [(item.place, item.code) for item in findings] == [("p[1]", "C102"), ("p[2]", "C102")]


def test_the_smallest_place_is_reported() -> None:
    findings = find(
        piece("tbl[1]/tr[1]", "Navn\tBalder Prøvestrup"),
        piece("tbl[1]/tr[1]/tc[2]/p[1]", "Balder Prøvestrup"),
        piece("", "Navn\nBalder Prøvestrup\nog andet"),
    )
    assert [item.place for item in findings] == ["tbl[1]/tr[1]/tc[2]/p[1]"]


def test_what_only_a_larger_place_shows_is_reported_there() -> None:
    cells = (piece("tc[1]", "Prøve"), piece("tc[2]", "strup"))
    findings = find(*cells, piece("tr[1]", "Prøve\tstrup"), piece("", "Prøve\nstrup\nog andet"))
    assert [item.place for item in findings] == ["tr[1]"]


def test_findings_are_sorted() -> None:
    findings = find(
        piece("p[1]", "Prøvestrup", part="word/footer1.xml"),
        piece("p[2]", "140347-5137"),
        piece("p[1]", "Prøvestrup"),
    )
    assert [(item.part, item.place) for item in findings] == [
        (DOCUMENT, "p[1]"),
        (DOCUMENT, "p[2]"),
        ("word/footer1.xml", "p[1]"),
    ]


def test_a_stronger_finding_takes_the_place_of_a_weaker_one() -> None:
    assert [item.code for item in find(piece("p", "Balder Prøvestrup"))] == ["C102"]
    address = "Han bor på Månestøvvænget 31, 2. tv."
    assert [item.kind for item in found(address, "Månestøvvænget 31")] == ["address"]


# --- names of files, parts and places


def test_a_file_name_is_searched() -> None:
    (finding,) = find(name="sager/prøvestrup.docx", ordinal=4)
    assert (finding.file, finding.part, finding.place, finding.code) == (
        "sager/[fil 4].docx",
        "",
        "filnavn",
        "C102",
    )


def test_a_file_name_that_the_reader_gave_is_not_searched_twice() -> None:
    findings = find(piece("navn", "prøvestrup.docx", part="", role=Role.NAME), name="prøvestrup.docx")
    assert [(item.file, item.place) for item in findings] == [("[fil 1].docx", "navn")]


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        ("word/media/balder-prøvestrup.png", "word/media/[del 1].png"),
        ("word/embeddings/PROEVESTRUP.xlsx!xl/workbook.xml", "word/embeddings/[del 1].xlsx!xl/workbook.xml"),
        ("bal/prøvestrup/x.xml", "bal/[del 1]/x.xml"),
        ("14034/75137", "[del 1]"),
        ("word/document.xml", "word/document.xml"),
        ("", ""),
    ],
)
def test_a_part_name_that_tells_gives_way_to_its_number(part: str, shown: str) -> None:
    findings = find(piece("p[1]", "Prøvestrup", part=part))
    assert {item.part for item in findings} == {shown}


def test_parts_and_places_are_numbered_as_they_come() -> None:
    findings = find(
        piece("@provestrup", "Prøvestrup", part="a/prøvestrup1.xml"),
        piece("@provestrup", "Prøvestrup", part="b/prøvestrup2.xml"),
    )
    assert [(item.part, item.place) for item in findings] == [
        ("a/[del 1].xml", "@[sted 1]"),
        ("b/[del 2].xml", "@[sted 1]"),
    ] or all("prøvestrup" not in item.part + item.place for item in findings)


def test_findings_of_other_gates_can_be_cleaned_too() -> None:
    other = Finding("Prøvestrup.zip", "x/prøvestrup.doc", "", Gate.UNREADABLE, "U101", "kan ikke læses")
    (cleaned,) = matcher(TEXT).hide_names([other], 2)
    assert (cleaned.file, cleaned.part, cleaned.message) == ("[fil 2].zip", "x/[del 1].doc", "kan ikke læses")


# --- nothing is repeated


@pytest.mark.parametrize("case", CASES, ids=range(len(CASES)))
def test_nothing_repeats_a_secret(case: object) -> None:
    assert isinstance(case, type(CASES[0]))
    secrets = from_texts([case.text])
    view = View(case.text, 0)
    findings = matcher(case.text).find(case.names[0], [piece("p", case.text, part=case.names[0])])
    said = " ".join(map(repr, (secrets, *secrets, matcher(case.text), view, *findings))) + str(secrets)
    for secret in secrets_of(case):
        for word in secret.replace(",", " ").replace(".", " ").split():
            if len(word) > 5:
                assert word.lower() not in said.lower()


def test_watched_words_are_not_repeated_either() -> None:
    term = Term("Ravnekrogen", Place("watchlist.yaml", 4, 1, confidential=True), watched=True)
    assert "avnekrog" not in repr(Matcher(Secrets((term,)))) + repr(term)


def test_without_secrets_nothing_is_found() -> None:
    searched = Matcher(Secrets())
    assert searched.find("svar.docx", [piece("p[1]", "Balder Prøvestrup 140347-5137")]) == ()


def test_strange_texts_are_no_trouble() -> None:
    strange = [
        "",
        "\0",
        "\ud800",
        "=" * 50,
        "%" * 50,
        "&#9999999999;",
        "\\u{ffffff}",
        "xn--\x80",
        "+////-",
        "𝐁" * 9,
    ]
    assert find(*(piece(f"p[{at}]", text) for at, text in enumerate(strange))) == ()


def test_what_is_remembered_is_forgotten_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("answerkit.verify.match.engine._MOST_REMEMBERED", 0)
    monkeypatch.setattr("answerkit.verify.match.senses._MOST_REMEMBERED", 0)
    searched = Matcher(from_texts([TEXT]))
    for text in ("Intet her.", "Intet der.", "Intet her."):
        assert searched.find("svar.docx", [piece("p", text)]) == ()
    assert searched.find("svar.docx", [piece("p", "Prøvestrup")])


def test_a_clean_text_is_still_clean_and_a_secret_one_still_found_the_second_time() -> None:
    searched = Matcher(from_texts([TEXT]))
    clean, secret = piece("p[1]", "Intet her."), piece("p[2]", "Det var Prøvestrup.")
    first = searched.find("svar.docx", [clean, secret])
    assert [item.place for item in first] == ["p[2]"]
    assert searched.find("svar.docx", [clean, secret]) == first


def test_the_senses_of_words_print_no_word() -> None:
    assert repr(Senses(vocabulary(from_texts([TEXT])))) == "Senses(0 words)"


def test_a_witness_sees_what_the_findings_do_not_tell() -> None:
    seen: list[tuple[str, str]] = []
    findings = matcher(TEXT).find(
        "svar.docx",
        [piece("p[3]", "Nummeret er 14 03 47-5137 her.")],
        witness=lambda found, text: seen.append((found.code, text)),
    )
    assert seen == [("C101", "14 03 47-5137")]
    assert "5137" not in repr(findings)


@pytest.mark.parametrize("spread", [1, 3])
@pytest.mark.parametrize("before", [0, 1, 40, 400])
def test_what_is_encoded_is_found_wherever_it_stands_in_a_long_text(before: int, spread: int) -> None:
    """Of a long text, the lines that a decoder changes are enough, together with those around them."""
    planted = "\n".join(["B%61lder", "Fiktivsen", "Pr%C3%B8vestrup"][:spread]) + " Fiktivsen Pr%C3%B8vestrup"
    lines = ["Udvalget drøftede punktet på mødet med 5%de og width=device-width."] * 440
    text = "\n".join((*lines[:before], planted, *lines[before:]))
    assert "C102" in [item.code for item in find(piece("", text))]


def test_a_sign_that_only_looks_like_an_encoding_spoils_nothing() -> None:
    text = "width=device, 50%de og Br=C3=B8d: Sagen handler om B&#97;lder Fiktivsen Prøvestrup. æøå"
    assert "C102" in [item.code for item in find(piece("p", text))]


@pytest.mark.parametrize("raw", [b"\x78\x9c ingen pakke her", b"\x1f\x8b\x08 ingen pakke her"])
def test_bytes_that_only_begin_as_packed_ones_are_read_as_they_are(raw: bytes) -> None:
    assert find(piece("p", f"se {base64.b64encode(raw).decode()} her")) == ()


def test_the_exact_search_alone_passes_over_what_only_begins_a_comparison() -> None:
    index = ExactIndex(from_texts(["Hun gik hen til skolen og så efter en af dem."]))
    assert list(index.find([View("Hun gik hen til byen.", 0)])) == []
