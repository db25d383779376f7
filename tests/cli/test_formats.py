"""``--format``, the same for every command."""

from __future__ import annotations

import json
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest

from answerkit.cli import building
from answerkit.cli.formats import Format
from answerkit.cli.listener import Listener
from answerkit.errors import AnswerkitError, ExitCode
from answerkit.model.document import Edition
from answerkit.model.finding import Finding, Gate
from answerkit.model.result import Event, FileResult, Note, Scanned, Status
from answerkit.report.json_text import as_findings
from cli.conftest import Answerkit
from lanes.small import CANARY, CLOSED, CONFIDENTIAL, Small

COMMANDS = ("build", "lint")
DOCUMENTS = tuple(form.value for form in Format if form is not Format.TEXT)
LEAK = Finding(
    "a.docx", "word/document.xml", "body/p[1]", Gate.CONTENT, "C102", "et navn", kind="name", length=9
)


def read(form: str, text: str) -> object:
    """What a program makes of a document.

    Raises:
        ValueError: the document is none.
    """
    match form:
        case "json" | "sarif":
            return json.loads(text)
        case "junit":
            return ET.fromstring(text)  # noqa: S314 - our own
        case _:
            return [line for line in text.splitlines() if not line.startswith("::")]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("form", DOCUMENTS)
def test_each_command_writes_one_document_and_nothing_else(
    small: Small, answerkit: Answerkit, command: str, form: str
) -> None:
    small.change("content/public/figures/sager.yaml", "unit: sager", "unit: 7")
    run = answerkit(command, "--format", form)
    assert run.code == 3
    assert run.err == ""
    assert "figures/sager.yaml" in run.out
    assert "AK203" in run.out
    assert read(form, run.out) is not None


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("form", list(Format))
def test_no_form_tells_a_word_of_a_broken_confidential_tree(
    small: Small, answerkit: Answerkit, command: str, form: str
) -> None:
    overlay = f"overlays/{CLOSED}.yaml"
    assert "fills: sagen" in CONFIDENTIAL[overlay]
    small.change(
        f"content/confidential/{overlay}", "fills: sagen", f"fills: {CANARY}\n    {CANARY}: {CANARY}"
    )
    run = answerkit(command, "--format", form)
    assert run.code == {"build": 4, "lint": 3}[command]
    assert f"content/confidential/{overlay}" in run.out + run.err
    assert CANARY.casefold() not in f"{run.out}{run.err}".casefold()


def test_nothing_to_annotate_prints_nothing(answerkit: Answerkit) -> None:
    run = answerkit("build", "--format", "github")
    assert (run.code, run.out, run.err) == (0, "", "")


@pytest.mark.parametrize("command", COMMANDS)
def test_another_form_is_refused(answerkit: Answerkit, command: str) -> None:
    run = answerkit(command, "--format", "xml")
    assert run.code == 2
    assert "skriv --format text|json|sarif|junit|github" in run.err


def test_a_scans_json_is_files_and_findings_and_its_notes_are_said_aside(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with Listener(Format.JSON, json=as_findings) as listener:
        for event in (LEAK, Scanned("a.txt"), Note("uden clearance"), Scanned("a.txt")):
            listener.hear(event)
    out, err = capsys.readouterr()
    assert json.loads(out) == {
        "files": 2,
        "findings": [
            {
                "file": "a.docx",
                "line": 0,
                "part": "word/document.xml",
                "place": "body/p[1]",
                "gate": "content",
                "code": "C102",
                "severity": "error",
                "class": "name",
                "length": 9,
                "message": "et navn",
            }
        ],
    }
    assert err == "bemærk: uden clearance\n"


@pytest.mark.parametrize(
    ("events", "raised", "code"),
    [
        ([LEAK], ExitCode.CONTENT, 4),
        ([LEAK], ExitCode.FAULT, 70),
        ([], ExitCode.CONTENT, 3),
        ([FileResult("a", Edition.PUBLIC, Status.FAILED, "p")], ExitCode.LINT, 3),
    ],
)
def test_an_expected_failure_makes_nothing_better(
    answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch, events: list[Event], raised: ExitCode, code: int
) -> None:
    def stopped(_: object) -> Iterator[Event]:
        yield from events
        error = AnswerkitError("det gik galt")
        error.exit_code = raised
        raise error

    monkeypatch.setattr(building, "build", stopped)
    run = answerkit("build")
    assert run.code == code
    assert "det gik galt" in run.err
