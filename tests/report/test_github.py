"""Annotations for GitHub Actions."""

from __future__ import annotations

import re

from hypothesis import given, settings

from answerkit.model.finding import Finding, Gate
from answerkit.model.result import Event, Note
from answerkit.report.github import as_annotations
from report.runs import ERROR, IN_DOCX, LONELY, RESULT, WARNING, quiet_events, summed

COMMAND = re.compile(r"::(error|warning|notice)(?: ((?:file|line|col|title)=[^:,]*(?:,\w+=[^:,]*)*))?::(.*)")


def test_an_annotation_names_file_line_column_and_code() -> None:
    assert as_annotations(summed(ERROR)) == (
        "::error file=content/public/answers/a%2C b%3A c%25.yaml,line=3,col=5,title=AK301"
        "::henvisning til noget, der ikke findes: »x%25«; ret%0D%0Adet"
    )


def test_what_is_not_known_is_not_named() -> None:
    assert as_annotations(summed(LONELY)).startswith("::warning file=b.pdf,title=H1::en forfatter; ")
    assert "line=7,title" in as_annotations(summed(WARNING))


def test_part_and_place_stand_before_the_message() -> None:
    assert "title=S124::word/document.xml: body/p[3]: et element; " in as_annotations(summed(IN_DOCX))


def test_a_note_is_a_notice() -> None:
    assert as_annotations(summed(Note("100 %\n::error::x"))) == "::notice::100 %25%0A::error::x"


def test_nothing_to_say() -> None:
    assert as_annotations(summed(RESULT)) == ""


def test_no_name_can_begin_a_command_or_a_property_of_its_own() -> None:
    file = "a.yaml\n::add-mask::x,line=1::\r::stop-commands::y"
    text = as_annotations(summed(Finding(file, "", "\n::error::z", Gate.CONTENT, "C1", "et navn")))
    assert len(text.splitlines()) == 1
    assert text.startswith("::error file=a.yaml%0A%3A%3Aadd-mask%3A%3Ax%2Cline=1%3A%3A%0D")


@settings(max_examples=40)
@given(quiet_events)
def test_every_line_is_one_command(events: list[Event]) -> None:
    tally = summed(*events)
    lines = as_annotations(tally).splitlines()
    assert len(lines) == len(tally.notes) + len(tally.problems) + len(tally.findings)
    assert all(COMMAND.fullmatch(line) for line in lines)
