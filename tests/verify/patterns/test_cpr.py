"""CPR numbers, in whatever way they are written; and what only looks like one."""

import pytest

from answerkit.model.finding import Finding, Gate
from answerkit.model.policy import PatternPolicy
from answerkit.model.problem import Severity
from answerkit.model.text import Piece, Role
from answerkit.verify.patterns.cpr import is_birth
from answerkit.verify.patterns.search import search_patterns, tells

# 070761-4285 is CPR-kontoret's own test person; the others have a birth date to come
FUTURE = "241236-4321"
PROVEN = "0707614285"
UNPROVEN = "2412364321"


def found(text: str, place: str = "p[1]", role: Role = Role.BODY) -> list[tuple[str, int]]:
    findings = search_patterns("f.txt", [Piece("", place, role, text)], PatternPolicy())
    return [(item.code, item.length) for item in findings]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (FUTURE, "P101"),
        ("070761-4285", "P101"),
        (f"CPR-nr. {FUTURE}.", "P101"),
        (f"({FUTURE})", "P101"),
        (f"a,{FUTURE},b", "P101"),
        (f"2021;{FUTURE};7", "P101"),
        (f"brev_{FUTURE}.docx", "P101"),
        (f"sag{FUTURE}", "P101"),
        (f"Født{FUTURE}i by", "P101"),
        ("241236–4321", "P101"),
        ("241236\u20114321", "P101"),
        ("241236\u00ad-\u200b4321", "P101"),
        ("241236 - 4321", "P101"),
        ("241236\u00a0-\u00a04321", "P101"),
        ("２４１２３６－４３２１", "P101"),
        ("٢٤١٢٣٦-٤٣٢١", "P101"),
        ("24\u200b1236-43\u200d21", "P101"),
        (PROVEN, "P102"),
        ("070761 4285", "P102"),
        ("070761/4285", "P102"),
        ("070761.4285", "P102"),
        (f"f_{PROVEN}.pdf", "P102"),
        (f"cpr{UNPROVEN}", "P102"),
        (f"CPR: {UNPROVEN}", "P102"),
        (f"{UNPROVEN} (personnummer)", "P102"),
        (f"p.nr. {UNPROVEN}", "P102"),
        (f"fødselsnummer {UNPROVEN}", "P102"),
        (f"navn;CPR;by\nA;{UNPROVEN};B", "P102"),
        ("personnummer 24.12.36-4321", "P102"),
        ("CPR 24 12 36 4321", "P102"),
        ("cpr 24-12-36-4321", "P102"),
        ("CPR 2 4 1 2 3 6 - 4 3 2 1", "P102"),
        ("cpr.nr. 24/12/36 - 4321", "P102"),
    ],
)
def test_it_is_found(text: str, code: str) -> None:
    assert [each for each, _ in found(text)] == [code]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "321336-4321",  # no such day
        "310236-4321",  # no such day in that month
        "290200-1234",  # 1900 was no leap year
        "2412364321",
        "12345678901",
        f"1{FUTURE}",
        f"{FUTURE}5",
        "2021-0123456",
        "2011-2021",
        "01.01.2021-31.12.2021",
        "sag 22-241236-4321",
        "0100-10101-00123-21",
        "DK 12 34 56 78",
        "5790000123456",
        "EAN 5798000123456",
        "P-nummer 0707614285",
        "isbn: 0707614285",
        "0,0707614285",
        "12.0707614285",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b0707614285b855ab",
        "a0707614285",
        "24123600-4321-4abc-8def-0123456789ab",
        "ab241236-4321-4abc-8def-0123456789ab",
        "1.234.567.890 kr.",
        "2021-12-24T12:36:43",
        "20211224123643",
        "24123643 21",
        "24.12.36",
        "10 20 30 40 50",
        "2019 2020 2021 2022",
        "+45 33 66 33 66",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "number",
    ["2902004000", "2902005000", "2902605000", "2902369000", "2902409000", "0101000000", "2902404000"],
)
def test_the_century_is_the_serial_numbers(number: str) -> None:
    assert is_birth(number[:6], number[6:])


@pytest.mark.parametrize("number", ["2902000000", "2902585000", "2902370000", "0000000000", "2902384000"])
def test_a_leap_day_needs_a_leap_year(number: str) -> None:
    assert not is_birth(number[:6], number[6:])


def test_numbers_at_random_need_a_word() -> None:
    assert found(PROVEN, "id/@val", Role.ATTRIBUTE) == []
    assert found(f"cpr {PROVEN}", "id/@val", Role.ATTRIBUTE) == [("P102", 10)]
    assert found(PROVEN, "docPr/@descr", Role.ATTRIBUTE) == [("P102", 10)]
    assert found(PROVEN, "alias/@val", Role.ATTRIBUTE) == [("P102", 10)]


def test_a_finding_says_what_and_where_and_nothing_more() -> None:
    piece = Piece("word/document.xml", "p[3]", Role.BODY, f"Se {FUTURE}.")
    (finding,) = search_patterns("svar.docx", [piece], PatternPolicy())
    assert finding == Finding(
        "svar.docx", "word/document.xml", "p[3]", Gate.PATTERN, "P101", "et personnummer",
        Severity.ERROR, 0, "cpr", 11,
    )  # fmt: skip


def test_the_smallest_place_is_named_and_each_place_once() -> None:
    lines = [Piece("", "", Role.BODY, f"a {FUTURE}", 1), Piece("", "", Role.BODY, f"a {FUTURE}", 4)]
    whole = Piece("", "", Role.BODY, f"a {FUTURE}\n\n\na {FUTURE}")
    places = [(item.line, item.code) for item in search_patterns("f", [*lines, whole], PatternPolicy())]
    assert places == [(1, "P101"), (4, "P101")]
    twins = [Piece("", f"p[{number}]", Role.BODY, FUTURE) for number in (1, 2)]
    assert [item.place for item in search_patterns("f", twins, PatternPolicy())] == ["p[1]", "p[2]"]


def test_what_runs_over_places_is_found_in_the_whole() -> None:
    pieces = [Piece("", "p[1]", Role.BODY, "241236-"), Piece("", "", Role.BODY, "241236-4321")]
    assert [item.place for item in search_patterns("f", pieces, PatternPolicy())] == [""]


def test_a_long_text_is_searched_all_the_same() -> None:
    assert found("ord " * 1000 + FUTURE) == [("P101", 11)]


def test_names_that_tell() -> None:
    assert tells(f"brev {FUTURE}.docx", PatternPolicy())
    assert not tells("brev 2021.docx", PatternPolicy())


def test_a_witness_hears_what_the_findings_do_not_say() -> None:
    heard: list[tuple[str, str]] = []
    piece = Piece("", "p[1]", Role.BODY, f"Se {FUTURE}.")
    search_patterns("f", [piece], PatternPolicy(), lambda found, text: heard.append((found.code, text)))
    assert heard == [("P101", FUTURE)]
