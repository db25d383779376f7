"""No form tells text, whatever the run."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerkit.model.finding import Finding
from answerkit.model.result import Event
from answerkit.report.github import as_annotations
from answerkit.report.json_text import as_findings, as_json
from answerkit.report.junit import as_junit
from answerkit.report.sarif import as_sarif
from answerkit.report.tally import Tally
from answerkit.report.text import closing_lines, file_line
from report.runs import CANARY, ERROR, IN_YAML, LONELY, quiet_events, quoting_events, summed, telling


def as_text(tally: Tally) -> str:
    return "\n".join([*(file_line(item) for item in tally.results), *closing_lines(tally)])


DOCUMENTS = (as_json, as_findings, as_sarif, as_junit, as_annotations)


@settings(max_examples=60)
@given(quiet_events)
def test_no_document_holds_a_source_line_or_a_word_of_a_confidential_file(events: list[Event]) -> None:
    tally = summed(*events)
    assert not [write.__name__ for write in DOCUMENTS if CANARY in write(tally)]


@settings(max_examples=60)
@given(quoting_events, telling, st.integers(0, 6))
def test_once_something_secret_is_found_no_problem_quotes_anything(
    events: list[Event], finding: Finding, at: int
) -> None:
    tally = summed(*events[:at], finding, *events[at:])
    assert not [write.__name__ for write in (*DOCUMENTS, as_text) if CANARY in write(tally)]


def test_a_secret_in_a_public_file_takes_its_source_line_along() -> None:
    assert "ab: x" in as_text(summed(ERROR, LONELY))
    shown = as_text(summed(ERROR, IN_YAML))
    assert "ab: x" not in shown
    assert "»x%«" not in shown
    assert "AK301" in shown
    assert "C102 et navn" in shown


@pytest.mark.parametrize("write", DOCUMENTS)
def test_what_cannot_be_printed_is_in_no_document(write: Callable[[Tally], str]) -> None:
    steering = Finding("a\x1b]0;x\x07\u202e\udcff.docx", "", "\x1b", IN_YAML.gate, "C102", "et navn")
    shown = write(summed(steering))
    assert not {"\x1b", "\x07", "\u202e", "\udcff"} & set(shown)
