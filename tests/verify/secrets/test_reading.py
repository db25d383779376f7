"""How a text is read: passages, identifiers and names in it, and what is none."""

from __future__ import annotations

import pytest

from answerkit.model.problem import Place
from answerkit.verify.secrets.derive import from_texts
from answerkit.verify.secrets.identifiers import identifiers
from answerkit.verify.secrets.names import names
from answerkit.verify.secrets.prose import passages
from answerkit.verify.secrets.secret import Identifier, Name, Sentence, Term, Weight

START = Place("x.yaml", 5, 3, confidential=True)


def read(text: str) -> list[tuple[str, int, bool]]:
    return [(passage.text, passage.place.line, passage.whole) for passage in passages(text, START)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("En sætning. En til!", [("En sætning.", 5, True), ("En til!", 5, True)]),
        (
            "Én linje\ntil denne sætning går videre her.",
            [("Én linje til denne sætning går videre her.", 5, True)],
        ),
        ("Han kom kl. 9. Hun gik.", [("Han kom kl. 9. Hun gik.", 5, True)]),
        ("Det sker jf. Loven nr. 5 her.", [("Det sker jf. Loven nr. 5 her.", 5, True)]),
        (
            "# Overskrift\n\n- **fed** tekst\n- _kursiv_ tekst",
            [("Overskrift", 5, True), ("fed tekst", 7, True), ("kursiv tekst", 8, True)],
        ),
        (
            "| a | b |\n|---|---|\n| c d | e |",
            [("a", 5, True), ("b", 5, True), ("c d", 7, True), ("e", 7, True)],
        ),
        (
            "::: table\n- - En hest\n  - To\n- -\n  - - Tre får\n    - 1. Fire\n:::",
            [("En hest", 6, True), ("To", 7, True), ("Tre får", 9, True), ("Fire", 10, True)],
        ),
        ("x;y;z", [("x", 5, True), ("y", 5, True), ("z", 5, True)]),
        ("x\ty", [("x", 5, True), ("y", 5, True)]),
        (
            "Adresse: Bakken 45, 8270 Højbjerg\nDiagnose: borderline\nHun kom ikke.",
            [
                ("Adresse: Bakken 45, 8270 Højbjerg", 5, True),
                ("Diagnose: borderline", 6, True),
                ("borderline", 6, True),
                ("Hun kom ikke.", 7, True),
            ],
        ),
        ("Hun går på Sct. Knuds Skole.", [("Hun går på Sct. Knuds Skole.", 5, True)]),
        ('Han fik {{ foreign("en", "tough love") }} her.', [("Han fik tough love her.", 5, True)]),
        ('Før {{ figure("a") }} efter.', [("Før", 5, False), ("efter.", 5, False), ("Før efter.", 5, False)]),
        (
            "[tekst](https://a.dk/b) mere",
            [("tekst", 5, False), ("https://a.dk/b", 5, False), ("mere", 5, False), ("tekst mere", 5, False)],
        ),
        ("Tekst[^1] her.\n\n[^1]: Noten.", [("Tekst her.", 5, True), ("Noten.", 7, True)]),
        ("ravnekrogen\nblishønebo", [("ravnekrogen", 5, True), ("blishønebo", 6, True)]),
        (
            "id: hemmeligt-id\ntitle: En titel\ntext: |-\n  Prosa her.",
            [("En titel", 6, True), ("Prosa her.", 8, True)],
        ),
        ("A &amp; B", [("A & B", 5, True)]),
        ("\n\n---\n", []),
    ],
)
def test_a_text_is_read_as_passages(text: str, expected: list[tuple[str, int, bool]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("Født 140347-5137.", "cpr", "140347-5137"),
        ("cpr 140347 5137", "cpr", "140347 5137"),
        ("1403475137", "cpr", "1403475137"),
        ("ring 28 71 44 90", "phone", "28 71 44 90"),
        ("ring +45 28714490 nu", "phone", "+45 28714490"),
        ("skriv til a.b@c-d.dk.", "mail", "a.b@c-d.dk"),
        ("bor Månestøvvænget 31, 2. tv.", "address", "Månestøvvænget 31"),
        ("Adressen Nørre Allé 7, 8000 Aarhus C", "address", "Nørre Allé 7"),
        ("på Gl. Kulsviervej 12B", "address", "Gl. Kulsviervej 12B"),
        ("på Kulsvierbakkerne 4", "address", "Kulsvierbakkerne 4"),
        ("sag 27.24.00-G01-9917-19", "case_number", "27.24.00-G01-9917-19"),
        ("sag 2041-004512", "case_number", "2041-004512"),
        ("sag 24/019934", "case_number", "24/019934"),
        ("sag EMN-2041-00123", "case_number", "EMN-2041-00123"),
        ("sag S2041-77813", "case_number", "S2041-77813"),
        ("bilen ZX 48 213", "long_number", "ZX 48 213"),
        ("konto 9021 4417730921, ja", "long_number", "9021 4417730921"),
        ("nummer 4417739", "long_number", "4417739"),
        ("CVR 39284756", "phone", "39284756"),
        ("dossier PX-90417", "case_number", "PX-90417"),
        ("IBAN DK50 0040 0440 1162 43", "long_number", "DK50 0040 0440 1162 43"),
        ("på H.C. Andersens Boulevard 27", "address", "H.C. Andersens Boulevard 27"),
        ("på Ndr. Ringvej 112", "address", "Ndr. Ringvej 112"),
    ],
)
def test_an_identifier_is_recognised(text: str, form: str, expected: str) -> None:
    assert [(found.form.value, found.text) for found in identifiers(text)] == [(form, expected)]


@pytest.mark.parametrize(
    "text",
    [
        "den 08.11.2021 og 2021-11-08 og 8/11 2021 og 08112021",
        "i 2019-2020 og 2019/20",
        "1.234.567,89 kr. og 250.000 kr. og 1 500 000 kr.",
        "14,8 årsværk, 37 sager, 12.345 borgere",
        "forordning (EU) 2016/679 og lov nr. 1705 af 27. december 2018",
        "§ 52, stk. 3, nr. 7, og kl. 14.30",
        "Tabel 3, 2. kolonne, og Bilag 12, afsnit 4.2.1",
        "https://www.retsinformation.dk/eli/lta/2018/1705 og borger.dk/sag/12",
        "8200 Aarhus N, B&U, KPO+",
        "27.24.00",
    ],
)
def test_another_number_is_no_identifier(text: str) -> None:
    assert list(identifiers(text)) == []


R, C, G, O = Weight.RARE, Weight.CAPITAL, Weight.GIVEN, Weight.COMMON  # noqa: E741 - short for a table


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Det var Balder Fiktivsen Prøvestrup.", [[("Balder", G), ("Fiktivsen", R), ("Prøvestrup", R)]]),
        ("Balder Prøvestrups sag", [[("Balder", G), ("Prøvestrup", R)]]),
        ("Vicekommitteret Knud Prøvestrup kom", [[("Vicekommitteret", O), ("Knud", G), ("Prøvestrup", R)]]),
        ("Sagsbehandler: M. Kjeldbjerg", [[("Kjeldbjerg", R)]]),
        ("hos Sofía d'Angelo-Müller", [[("Sofía", G), ("Angelo", R), ("Müller", R)]]),
        ("Siden har Mads Jensen boet der", [[("Mads", G), ("Jensen", O)]]),
        ("Socialrådgiver Mette Birk ringede", [[("Mette", G), ("Birk", G)]]),
        ("hos Peter von Scholten i dag", [[("Peter", G), ("Scholten", R)]]),
        ("hos Fatima el-Khatib i dag", [[("Fatima", G), ("Khatib", R)]]),
        ("hos B. Prøvestrup i dag", [[("Prøvestrup", R)]]),
        ("Snefrid Tågelund-Åkjær kom", [[("Snefrid", R), ("Tågelund", R), ("Åkjær", R)]]),
        ("og JENS HANSEN", [[("JENS", G), ("HANSEN", O)]]),
        ("Han så Iphigenia der", [[("Iphigenia", R)]]),
        ("Han så Balders mor", [[("Balder", G)]]),
        ("hos Mette Engskov", [[("Mette", G), ("Engskov", C)]]),
        ("i Projekt Nordlys", [[("Projekt", O), ("Nordly", O)]]),
        ("i 8200 Aarhus N. Sagen har", []),
        ("Kommunen har en sag i Aarhus Kommune og Sociale Forhold og Beskæftigelse", []),
        ("Han begynder i TUS og SSP-koordinationsgruppen efter KPO-møde", []),
        ("Prøvestrup kom", []),
        ("Hverken skolen eller moren kunne De have spurgt", []),
        ("intet", []),
    ],
)
def test_names_are_recognised(text: str, expected: list[list[tuple[str, Weight]]]) -> None:
    assert [[(word.text, word.weight) for word in name] for name in names(text)] == expected


def kinds(text: str) -> list[type]:
    return [type(secret) for secret in from_texts([text])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("paranoid skizofreni", [Term]),
        ("skizofreni", [Term]),
        ("Moren er alkoholiker.", [Term]),
        ("Balder", [Name]),
        ("Indledning", []),
        ("Sagens forløb", []),
        ("Kontaktpersoner", []),
        ("Aarhus Kommune", []),
        ("2021", []),
        ("Naboen har set ham kaste brosten mod ruderne.", [Sentence]),
        ("Det er sådan, at der er en sag.", [Sentence]),
        ("Der er en sag.", []),
        ("Balder Prøvestrup", [Name]),
        ("140347-5137", [Identifier]),
    ],
)
def test_what_a_line_gives(text: str, expected: list[type]) -> None:
    assert kinds(text) == expected


def test_each_secret_is_there_once() -> None:
    secrets = from_texts(
        ["Balder Prøvestrup ringer 28 71 44 90.", "Balder Fiktivsen Prøvestrup: 28 71 44 90"]
    )
    assert len([secret for secret in secrets if isinstance(secret, Name)]) == 1
    assert len([secret for secret in secrets if isinstance(secret, Identifier)]) == 1
    assert len(secrets.joined(secrets)) == len(secrets)
