"""The benchmark compares like with like: docxtpl gets the words of the document it is compared with."""

import gc
import json
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from answerkit.lanes.lint import LintRequest, run_lint
from answerkit.lanes.project import PublicPaths
from answerkit.load.public import load_public
from answerkit.model.problem import Problem
from answerkit.model.text import Piece, Role
from answerkit.verify.match.matcher import Matcher
from answerkit.verify.secrets.derive import from_texts
from project.loading import PROJECT, load_script

case = load_script("bench/case.py")
library = load_script("bench/library.py")
linted = load_script("bench/linted.py")
peer_input = load_script("bench/peer_input.py")
projects = load_script("bench/projects.py")


def test_docxtpl_renders_the_words_of_the_built_document(tmp_path: Path) -> None:
    built = docx.Document()
    built.add_heading("Svar & bilag", 0)
    built.add_heading("Indsatser", 1)
    built.add_paragraph("Kommunen forebygger.")
    table = built.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("Indsats", "Antal", "TUS", "12"), strict=True):  # noqa: SLF001 - no other way to all cells
        cell.text = text
    built.save(str(tmp_path / "built.docx"))
    peer_input.write_peer_input(tmp_path / "built.docx", tmp_path)
    subprocess.run(
        [sys.executable, PROJECT / "bench" / "peer.py", tmp_path, "1"], check=True, capture_output=True
    )
    rendered = docx.Document(str(tmp_path / "1.docx"))
    assert (
        json.loads((tmp_path / "context.json").read_text(encoding="utf-8"))["items"][0]["kind"] == "heading0"
    )
    assert [(p.text, p.style.name) for p in rendered.paragraphs if p.style and p.text] == [
        ("Svar & bilag", "Title"),
        ("Indsatser", "Heading 1"),
        ("Kommunen forebygger.", "Normal"),
    ]
    assert [[cell.text for cell in row.cells] for row in rendered.tables[0].rows] == [
        ["Indsats", "Antal"],
        ["TUS", "12"],
    ]


def test_copies_of_the_reference_answer_differ_by_their_ids(tmp_path: Path) -> None:
    project = projects.copy_project(tmp_path)
    projects.multiply_reference(project, 3)
    answers = sorted((project / "content" / "public" / "answers").iterdir())
    overlays = sorted((project / "content" / "confidential" / "overlays").iterdir())
    assert [path.name for path in answers] == [path.name for path in overlays]
    assert len(answers) == 3
    for answer, overlay in zip(answers, overlays, strict=True):
        assert answer.read_text(encoding="utf-8").startswith(f"id: {answer.stem}\n")
        assert f"\nextends: {answer.stem}\n" in overlay.read_text(encoding="utf-8")


def test_the_secrets_that_are_searched_for_can_be_found() -> None:
    wanted = case.terms(30)
    assert len(set(wanted)) == 30
    assert wanted == case.terms(30)
    matcher = Matcher(from_texts(wanted))
    for secret in wanted:
        assert matcher.find("a.txt", [Piece("", "", Role.BODY, f"Der stod {secret} på kortet.")]), secret


def test_a_case_has_blocks_of_five_sentences_that_differ() -> None:
    blocks = case.blocks(20)
    assert len(set(blocks)) == 20
    assert {len(block.splitlines()) for block in blocks} == {5}


def test_a_library_of_any_size_is_sound_and_the_same_each_time(tmp_path: Path) -> None:
    project, other = (projects.copy_project(tmp_path / name) for name in "ab")
    library.write_library(project, 45)
    library.write_library(other, 45)
    loaded = load_public(project / "content" / "public", project)
    assert loaded.problems == ()
    assert len([name for name in loaded.library.blocks if "/blok-" in name]) == 45
    assert len([name for name in loaded.library.answers if name.startswith("svar-")]) == 2
    request = LintRequest(PublicPaths(project), project / "content" / "confidential")
    assert [event for event in run_lint(request) if isinstance(event, Problem)] == []
    again = load_public(other / "content" / "public", other).library
    assert again.digests == loaded.library.digests
    library.edit(project)
    edited = load_public(project / "content" / "public", project).library.digests
    assert [name for name in edited if edited[name] != again.digests[name]] == [
        "content/public/blocks/text/blok-00007.yaml"
    ]


def test_work_on_a_library_is_timed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = projects.copy_project(tmp_path)
    shutil.copytree(project, tmp_path / "warm-up")
    for work in linted.WORK:
        linted.main(project, work)
        assert float(capsys.readouterr().out) > 0
    gc.enable()
