"""``answerkit build`` as a user meets it: what is printed where, and the exit code."""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path

import pytest
import typer

from answerkit.__main__ import main
from answerkit.cli import building
from answerkit.cli.danish import usage_message
from answerkit.model.finding import Finding, Gate
from answerkit.model.result import Planned
from cli.conftest import Answerkit
from lanes.small import CANARY, CLOSED, OPEN, Small

pytestmark = pytest.mark.usefixtures("small")


def test_a_line_per_file(answerkit: Answerkit) -> None:
    run = answerkit("build")
    assert run.code == 0
    assert run.err == ""
    public, confidential = f"outputs/public/{CLOSED}.docx · bygget", f"outputs/confidential/{CLOSED}.docx"
    lines = run.out.splitlines()
    assert len(lines) == 4
    assert f"{confidential} · bygget" in lines
    assert f"outputs/confidential/{OPEN}.docx · udeladt: svaret har ingen fortrolig del" in lines
    line = next(line for line in lines if line.startswith(public))
    assert line.split(" · ")[2:5] == ["76 ord", "1 blok", "1 tal"]
    assert len(line.rsplit("sha256 ", 1)[1]) == 64


def test_the_second_time_nothing_has_changed(answerkit: Answerkit) -> None:
    answerkit("build")
    run = answerkit("build")
    assert run.code == 0
    assert run.out.count("uændret") == 3


def test_one_answer_by_its_path_from_another_folder(
    small: Small, answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small.public / "answers")
    assert answerkit("build", f"{OPEN}.yaml", "--edition", "public").code == 0
    assert small.files() == [f"public/{OPEN}.docx"]


def test_a_project_elsewhere(answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert answerkit("build").code == 2
    assert answerkit("build", "--project", "project", OPEN).code == 0
    assert answerkit("build", "--project", "nowhere", OPEN).code == 2


def test_an_unknown_answer(answerkit: Answerkit) -> None:
    run = answerkit("build", "lukkket")
    assert run.code == 2
    assert run.err == f"svaret »lukkket« findes ikke; mente du »{CLOSED}«?\n"
    assert run.out == ""


def test_problems_come_with_place_line_and_caret(small: Small, answerkit: Answerkit) -> None:
    small.change("content/public/blocks/text/arbejdet.yaml", 'figure("sager")', 'figure("sagre")')
    run = answerkit("build", CLOSED)
    assert run.code == 3
    assert run.out.count("fejl") == 2
    first, line, caret, *rest = run.err.splitlines()
    assert first.startswith("content/public/blocks/text/arbejdet.yaml:5:")
    assert ": AK301 " in first
    assert "»sager«" in first
    assert line[len(caret) - 1 :].startswith(("figure(", '"sagre"', "{{", "sagre"))
    assert rest == ["", "1 fejl"]


def test_an_edited_file(small: Small, answerkit: Answerkit) -> None:
    answerkit("build")
    small.output("public", OPEN).write_bytes(b"edited")
    run = answerkit("build")
    assert run.code == 3
    assert "AK601" in run.err
    assert "--force" in run.err
    run = answerkit("build", "--force")
    assert run.code == 0
    assert f"den gamle fil er gemt som outputs/public/{OPEN}.bak-1.docx" in run.out


def test_an_open_file_and_its_mark(
    small: Small, answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "sharing violation")

    (small.outputs / "public").mkdir(parents=True)
    (small.outputs / "public" / f"~${OPEN}.docx").touch()
    monkeypatch.setattr(Path, "replace", refuse)
    run = answerkit("build", OPEN, "--edition", "public")
    assert run.code == 3
    assert "AK602 filen kan ikke skrives: den er åben i et andet program; luk den i Word" in run.err


def test_without_the_confidential_tree(small: Small, answerkit: Answerkit) -> None:
    small.confidential.rename(small.base / "elsewhere")
    run = answerkit("build")
    assert run.code == 0
    assert "den fortrolige udgave er udeladt" in run.err
    run = answerkit("build", "--edition", "confidential")
    assert run.code == 3
    assert "content/confidential: AK112" in run.err
    assert answerkit("build", "--edition", "confidential", "--confidential", "elsewhere").code == 0


def test_the_public_edition_says_what_it_was_not_held_against(answerkit: Answerkit) -> None:
    run = answerkit("build", "--edition", "public")
    assert run.code == 0
    assert "bemærk: den fortrolige mappe er ikke åbnet" in run.err
    assert "confidential" not in run.out


def test_a_rejected_file_is_a_leak(answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch) -> None:
    def reject(*_: object, **__: object) -> tuple[Finding, ...]:
        return (Finding("f", "word/document.xml", "body/p[1]", Gate.STRUCTURE, "S999", "noget er galt"),)

    monkeypatch.setattr("answerkit.lanes.gate.verify_built", reject)
    run = answerkit("build", OPEN)
    assert run.code == 4
    assert "f: word/document.xml: body/p[1]: S999 noget er galt" in run.err
    assert "2 fejl" in run.err


def test_a_planted_name_is_a_leak_and_its_place_is_shown(small: Small, answerkit: Answerkit) -> None:
    overlay, block = "content/confidential/overlays/lukket.yaml", "content/public/blocks/text/arbejdet.yaml"
    small.change(overlay, f"{CANARY} i teksten", "Det handler om Snefrid Tågelund fra egnen")
    small.change(block, "i alt.", "i alt.\n  Det har Snefrid Tågelund sagt.")
    run = answerkit("build", OPEN)
    assert run.code == 4
    assert f"{block}:6: C102 et navn" in run.err
    assert f"outputs/public/{OPEN}.docx: word/document.xml: p[" in run.err
    assert "Tågelund" not in run.out + run.err
    assert "Snefrid" not in run.out + run.err
    assert not small.output("public", OPEN).exists()


def test_json(small: Small, answerkit: Answerkit) -> None:
    small.output("public", OPEN).parent.mkdir(parents=True)
    small.output("public", OPEN).write_bytes(b"edited")
    run = answerkit("build", "--format", "json")
    assert run.code == 3
    assert run.err == ""
    tree = json.loads(run.out)
    assert tree["exit"] == 3
    assert tree["wall"] in {"landlock", "tripwire"}
    assert [(item["answer"], item["edition"], item["status"]) for item in tree["results"]] == [
        (OPEN, "public", "failed"),
        (OPEN, "confidential", "left_out"),
        (CLOSED, "public", "built"),
        (CLOSED, "confidential", "built"),
    ]
    public, confidential = tree["results"][2:]
    assert (public["words"], public["blocks"], public["figures"]) == (76, 1, 1)
    assert len(public["sha256"]) == 64
    assert set(confidential) == {"answer", "edition", "status", "path"}
    assert [item["code"] for item in tree["problems"]] == ["AK601"]
    assert set(tree["problems"][0]) == {"file", "line", "column", "code", "severity", "message", "hint"}


def test_nothing_is_told_twice(small: Small, answerkit: Answerkit) -> None:
    small.change("content/public/figures/sager.yaml", "unit: sager", "unit: 7\nunik: sager")
    run = answerkit("build", "--jobs", "3")
    assert run.code == 3
    assert run.err.count("AK201") == 1


# --- usage


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["biuld"], "kommandoen »biuld« findes ikke; mente du »build«?"),
        (["xyz"], "se »answerkit --help«"),
        (["build", "--forse"], "valget --forse findes ikke; mente du --force? Se »answerkit build --help«"),
        (["build", "--nonsense"], "valget --nonsense findes ikke; se"),
        (["build", "--jobs"], "valget --jobs er brugt forkert"),
        (["build", "--force=yes"], "valget --force er brugt forkert"),
        (["build", "--jobs", "0"], "skriv --jobs ANTAL, mindst 1"),
        (["build", "--edition", "secret"], "skriv --edition public|confidential|both"),
    ],
)
def test_wrong_usage_is_explained_in_danish(answerkit: Answerkit, arguments: list[str], words: str) -> None:
    run = answerkit(*arguments)
    assert run.code == 2
    assert words in run.err
    assert run.out == ""


def test_no_command_shows_the_help(answerkit: Answerkit) -> None:
    run = answerkit()
    assert run.code == 2
    assert "Brug: answerkit [VALG] KOMMANDO" in run.err


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"]])
@pytest.mark.parametrize("columns", ["50", "80", "200"])
def test_help_is_danish_and_whole(
    answerkit: Answerkit, arguments: list[str], columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    run = answerkit(*arguments)
    assert run.code == 0
    assert run.out.startswith("Brug: answerkit")
    for english in ("Usage", "Options", "Commands", "Arguments", "Show ", "Install", "default", "<", "x>="):
        assert english not in run.out
    cut = [line for line in run.out.splitlines() if line.startswith("  ") and line.endswith("...")]
    assert not cut or columns == "50"


@pytest.mark.parametrize("arguments", [["--version"], ["--version", "build"]])
def test_version(answerkit: Answerkit, arguments: list[str]) -> None:
    run = answerkit(*arguments)
    assert run.code == 0
    assert run.out.startswith("answerkit 0.")


def test_completion_names_the_answers(
    answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("_ANSWERKIT_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "answerkit build lu")
    monkeypatch.setenv("COMP_CWORD", "2")
    with pytest.raises(SystemExit):
        answerkit("build")
    assert capsys.readouterr().out.split() == [CLOSED]
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit):
        answerkit("build")
    assert capsys.readouterr() == ("\n", "")


# --- the edge


def test_a_fault_tells_its_type_and_place_and_no_more(
    answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ValueError(CANARY)

    monkeypatch.setattr("answerkit.compose.confidential.ConfidentialComposer.compose", fail)
    run = answerkit("build", CLOSED)
    assert run.code == 70
    assert "fejl i answerkit: ValueError" in run.err
    assert "lanes/workshop.py:" in run.err
    assert CANARY not in run.out + run.err


@pytest.mark.usefixtures("children")
def test_a_fault_in_the_child_of_the_public_lane(
    answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("text")

    monkeypatch.setattr("answerkit.compose.public.PublicComposer.compose", fail)
    monkeypatch.setattr("answerkit.isolate.processes.may_fork", lambda: os.name == "posix")
    run = answerkit("build", OPEN, "--edition", "public")
    assert run.code == 70
    assert "ValueError" in run.err
    assert "text" not in run.err


def test_an_interrupt_at_the_start_ends_the_run_as_quietly(
    answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr("answerkit.lanes.early.lanes_for", interrupted)
    run = answerkit("build")
    assert (run.code, run.out, run.err) == (130, "", "afbrudt\n")


def test_an_interrupt_ends_the_run_with_130(answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> object:
        yield Planned(1)
        raise KeyboardInterrupt

    monkeypatch.setattr(building, "build", interrupted)
    run = answerkit("build")
    assert run.code == 130
    assert run.err == "afbrudt\n"


def test_a_reader_that_hangs_up_is_no_fault(answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch) -> None:
    def hang_up(_: str) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("answerkit.cli.listener.show", hang_up)
    run = answerkit("build")
    assert run.code == 130
    assert run.err == ""


def test_json_of_a_run_that_broke_down_is_no_half_object(
    answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("answerkit.compose.confidential.ConfidentialComposer.compose", fail)
    run = answerkit("build", CLOSED, "--format", "json")
    assert run.code == 70
    assert run.out == ""


def test_what_typer_has_no_name_for() -> None:
    assert usage_message(typer.TyperException("x")) == "kommandoen kan ikke forstås; se »answerkit --help«"


def test_the_process_itself_takes_its_own_arguments_and_signals(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr(sys, "argv", ["answerkit", "build", OPEN, "--edition", "public"])
    monkeypatch.setattr(sys, "warnoptions", ["error"])
    try:
        assert main() == 0
        assert signal.getsignal(signal.SIGTERM) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGTERM, before)
    assert capsys.readouterr().out.startswith(f"outputs/public/{OPEN}.docx · bygget")


@pytest.mark.parametrize(("typed", "codes"), [("😀", "S130"), ("x   y", "S131"), ("a\u030a", "S130, S132")])
def test_characters_that_no_file_may_hold_are_for_staff_to_mend(
    answerkit: Answerkit, small: Small, typed: str, codes: str
) -> None:
    small.change("content/public/blocks/text/arbejdet.yaml", "i alt.", f"i alt {typed}.")
    run = answerkit("build", OPEN, "--edition", "public")
    assert run.code == 4
    assert f"AK603 den byggede fil blev afvist af kontrollen: {codes}; ret tegnene" in run.err
    assert "fejl i answerkit" not in run.err
