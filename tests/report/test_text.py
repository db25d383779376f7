"""What people read of a run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerkit.model.codes import Code
from answerkit.model.document import Edition
from answerkit.model.finding import Finding, Gate
from answerkit.model.problem import Place, Problem, Severity, problem
from answerkit.model.result import Extent, FileResult, Note, Planned, Status, Walled
from answerkit.report.tally import Tally
from answerkit.report.text import closing_lines, file_line, plain, progress_line

PLACE = Place("content/public/terms/MSB.yaml", 3, 5)
FINDING = Finding("outputs/public/a.docx", "word/document.xml", "body/p[3]", Gate.STRUCTURE, "S104", "et ord")


def public(status: Status, **more: object) -> FileResult:
    return FileResult("a", Edition.PUBLIC, status, "outputs/public/a.docx", **more)  # type: ignore[arg-type]


def tally(*events: Problem | Finding | Note | Planned | Walled | FileResult) -> Tally:
    summed = Tally()
    for event in events:
        summed.add(event)
    return summed


def closing(*events: Problem | Finding | Note | Walled) -> list[str]:
    return list(closing_lines(tally(*events)))


@pytest.mark.parametrize(
    ("result", "line"),
    [
        (
            public(Status.BUILT, extent=Extent(1871, 1, 1), sha256="ab"),
            "outputs/public/a.docx · bygget · 1.871 ord · 1 blok · 1 tal · sha256 ab",
        ),
        (
            public(Status.UNCHANGED, extent=Extent(0, 0, 2), sha256="ab"),
            "outputs/public/a.docx · uændret · 0 ord · 0 blokke · 2 tal · sha256 ab",
        ),
        (public(Status.FAILED), "outputs/public/a.docx · fejl"),
        (public(Status.LEFT_OUT, reason="derfor"), "outputs/public/a.docx · udeladt: derfor"),
        (
            public(Status.BUILT, backup="outputs/public/a.bak-1.docx"),
            "outputs/public/a.docx · bygget · den gamle fil er gemt som outputs/public/a.bak-1.docx",
        ),
    ],
)
def test_a_files_line(result: FileResult, line: str) -> None:
    assert file_line(result) == line


@pytest.mark.parametrize("facts", [{"extent": Extent(1, 1, 1)}, {"sha256": "ab"}])
def test_a_confidential_result_cannot_hold_more_than_path_and_status(facts: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="a"):
        FileResult("a", Edition.CONFIDENTIAL, Status.BUILT, "p", **facts)  # type: ignore[arg-type]


def test_a_problem_with_its_line_and_caret() -> None:
    item = problem(Code.AK301, PLACE, "»x«", "ret det").with_excerpt("ab: x")
    assert closing(item) == [
        "content/public/terms/MSB.yaml:3:5: AK301 henvisning til noget, der ikke findes: »x«; ret det",
        "  ab: x",
        "      ^",
        "",
        "1 fejl",
    ]


@pytest.mark.parametrize(
    ("place", "start"),
    [
        (Place("f", 3), "f:3: AK102"),
        (Place("f"), "f: AK102"),
    ],
)
def test_what_is_not_known_of_a_place_is_not_said(place: Place, start: str) -> None:
    assert closing(problem(Code.AK102, place))[0].startswith(start)


@pytest.mark.parametrize("column", [0, 9])
def test_no_caret_beside_the_line(column: int) -> None:
    assert closing(problem(Code.AK102, Place("f", 1, column)).with_excerpt("abc"))[2:] == ["", "1 fejl"]


def test_everything_is_said_once_in_order_and_counted() -> None:
    first, second = problem(Code.AK102, Place("a", 1)), problem(Code.AK101, Place("b", 1))
    warning = problem(Code.AK308, Place("c", 1), severity=Severity.WARNING)
    lines = closing(second, warning, FINDING, first, second, FINDING, Note("husk"), Note("husk"))
    assert [line.split(" ")[0] for line in lines if line] == [
        "a:1:",
        "b:1:",
        "c:1:",
        FINDING.file + ":",
        "bemærk:",
        "3",
    ]
    assert lines[-1] == "3 fejl og 1 advarsel"
    assert "AK308 advarsel: " in lines[4]
    assert lines[1::2] == [""] * (len(lines) // 2)


def test_several_warnings_alone() -> None:
    warnings = [problem(Code.AK308, Place("c", line), severity=Severity.WARNING) for line in (1, 2)]
    assert closing(*warnings)[-1] == "2 advarsler"
    assert tally(*warnings).exit_code == 0


def test_a_finding_names_file_part_and_place() -> None:
    warning = Finding("a.docx", "", "", Gate.HYGIENE, "H1", "en forfatter", Severity.WARNING)
    assert closing(FINDING, warning)[0] == "a.docx: H1 advarsel: en forfatter"
    assert closing(FINDING)[0] == "outputs/public/a.docx: word/document.xml: body/p[3]: S104 et ord"


def test_a_finding_in_a_text_file_names_the_line() -> None:
    found = Finding("content/public/a.yaml", "", "", Gate.CONTENT, "C102", "et navn", line=7)
    assert closing(found)[0] == "content/public/a.yaml:7: C102 et navn"


def test_nothing_to_say() -> None:
    assert closing(Walled("landlock")) == []


def test_the_weaker_wall_is_told() -> None:
    assert "snubletråd" in closing(Walled("tripwire"))[0]


def test_progress() -> None:
    assert progress_line(tally(Planned(1000), Planned(1000), public(Status.FAILED))) == "1 af 2.000 filer"


@pytest.mark.parametrize(
    ("events", "code"),
    [
        ([public(Status.BUILT), public(Status.LEFT_OUT), public(Status.UNCHANGED)], 0),
        ([public(Status.FAILED)], 3),
        ([problem(Code.AK102, PLACE)], 3),
        ([problem(Code.AK102, PLACE), FINDING], 4),
    ],
)
def test_the_exit_code(events: list[Problem | Finding | FileResult], code: int) -> None:
    assert tally(*events).exit_code == code


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("14,8\u00a0sager i alt – æøå", "14,8\u00a0sager i alt – æøå"),
        ("\x1b]0;titel\x07", "\ufffd]0;titel\ufffd"),
        ("a\tb\nc", "a\ufffdb\ufffdc"),
        ("\u202e\u200b\ufeff\x9b", "\ufffd" * 4),
        ("\udcff", "\ufffd"),
    ],
)
def test_what_could_steer_a_terminal_is_marked(text: str, shown: str) -> None:
    assert plain(text) == shown


@given(st.text())
def test_plain_text_stays_plain(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert len(plain(text)) == len(text)
    assert "\x1b" not in plain(text)
