"""The check: what it finds in a spoilt project, and that it leaves all as it was."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

import pytest

from answerkit import __version__
from answerkit.errors import AnswerkitError, ExitCode, UsageError
from answerkit.isolate.wall import Wall
from answerkit.lanes import check as checking
from answerkit.lanes.build import BuildRequest, build
from answerkit.lanes.check import CheckRequest, check
from answerkit.lanes.proof import ProofFault
from answerkit.lanes.proof_rules import Rule
from answerkit.model.finding import Gate
from answerkit.model.problem import Severity
from answerkit.report.tally import Tally
from lanes import leaky
from lanes.small import CANARY, CLOSED, OPEN, Here, Small

FILE = f"outputs/public/{OPEN}.docx"


@pytest.fixture
def proof() -> None:
    """Asked for by a test in which the proof is made; the others do without, and are quick."""


@pytest.fixture(autouse=True)
def _proof(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "proof" not in request.fixturenames:
        monkeypatch.setattr(checking, "prove", lambda *_: iter(()))


def run(small: Small, **request: object) -> Tally:
    tally = Tally()
    for event in check(CheckRequest(small.paths, **request)):  # type: ignore[arg-type] # a test's shorthand
        assert CANARY not in repr(event)
        tally.add(event)
    return tally


def codes(tally: Tally) -> set[tuple[str, str]]:
    """File and code of each error."""
    return {(item.file, item.code) for item in tally.findings if item.severity is Severity.ERROR}


def told(tally: Tally) -> str:
    return " ".join(tally.notes)


def snapshot(small: Small) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in small.base.rglob("*") if path.is_file()}


@pytest.mark.usefixtures("proof")
def test_a_clean_project(small: Small) -> None:
    before = snapshot(small)
    tally = run(small)
    assert tally.exit_code is ExitCode.OK
    assert (tally.findings, tally.results) == ((), ())
    assert "muren om den offentlige udgave: landlock" in told(tally)
    assert "bevist" in told(tally)
    assert "findes ikke" not in told(tally)
    assert tally.done == tally.planned > 0
    assert snapshot(small) == before


@pytest.mark.usefixtures("children", "proof")
def test_a_clean_project_by_real_processes(small: Small) -> None:
    for _ in build(BuildRequest(small.paths)):
        pass
    before = snapshot(small)
    tally = run(small, require_isolation=True, require_clearance=True)
    assert tally.exit_code is ExitCode.OK
    assert snapshot(small) == before


@pytest.mark.usefixtures("proof")
def test_nothing_is_left_in_the_private_place(
    small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    private = tmp_path / "private"
    private.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(private))
    events = check(CheckRequest(small.paths))
    next(events)
    (folder,) = private.iterdir()
    if os.name == "posix":
        assert folder.stat().st_mode & 0o777 == 0o700
    events.close()
    assert list(private.iterdir()) == []
    leak = (sys.executable, leaky.__file__, "breakdown")
    with pytest.raises(ProofFault):
        list(check(CheckRequest(small.paths, program=leak)))
    assert list(private.iterdir()) == []


@pytest.mark.usefixtures("proof")
def test_a_leaky_program_is_found(small: Small) -> None:
    tally = run(small, program=(sys.executable, leaky.__file__, "presence"))
    assert (FILE, "B101") in codes(tally)
    assert tally.exit_code is ExitCode.LEAK
    assert "bevist" not in told(tally)


# --- what could not be shown


def test_without_a_confidential_tree_it_says_so(small: Small) -> None:
    shutil.rmtree(small.confidential)
    tally = run(small)
    assert tally.exit_code is ExitCode.OK
    assert "ingen offentlig fil er holdt op mod den" in told(tally)
    tally = run(small, require_clearance=True)
    assert tally.exit_code is ExitCode.LEAK
    assert {code for _, code in codes(tally)} == {"B203"}


def test_a_confidential_tree_that_was_named_must_be_there(small: Small, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="findes ikke"):
        run(small, confidential=tmp_path / "missing")
    with pytest.raises(UsageError, match="ikke ligge i hinanden"):
        run(small, confidential=small.public / "blocks")


def test_a_confidential_tree_elsewhere_is_read_there(small: Small, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    small.confidential.rename(elsewhere)
    assert run(small, confidential=elsewhere).exit_code is ExitCode.OK
    small.change("content/public/blocks/text/arbejdet.yaml", "Der er", f"{CANARY} i teksten. Der er")
    assert "content" in {item.gate.value for item in run(small, confidential=elsewhere).findings}


@pytest.mark.parametrize(("required", "code"), [(False, ExitCode.OK), (True, ExitCode.LEAK)])
def test_the_weaker_wall(
    small: Small,
    monkeypatch: pytest.MonkeyPatch,
    required: bool,  # noqa: FBT001 - a table
    code: ExitCode,
) -> None:
    monkeypatch.setattr(Here, "wall", Wall.TRIPWIRE)
    tally = run(small, require_isolation=required)
    assert tally.exit_code is code
    assert {code for _, code in codes(tally)} == ({"B202"} if required else set())
    assert "svagere" in told(tally)
    assert tally.wall == "tripwire"


@pytest.mark.usefixtures("proof")
def test_a_confidential_tree_that_cannot_be_read_clears_nothing(small: Small) -> None:
    small.write(f"content/confidential/overlays/{CLOSED}.yaml", "id: [\n")
    tally = run(small)
    assert tally.exit_code is ExitCode.LEAK
    assert (FILE, "C100") in codes(tally)
    doubted = {file for file, code in codes(tally) if code == "C100"}
    assert {file for file in doubted if file.startswith("content")} == {"content/public"}
    assert "AK107" in {item.code.name for item in tally.problems}


# --- what it finds


@pytest.mark.usefixtures("proof")
def test_something_secret_in_a_public_block(small: Small) -> None:
    small.change("content/public/blocks/text/arbejdet.yaml", "Der er", f"{CANARY} i teksten. Der er")
    tally = run(small)
    assert tally.exit_code is ExitCode.LEAK
    files = {file for file, code in codes(tally) if code.startswith("C")}
    assert {FILE, "content/public/blocks/text/arbejdet.yaml"} <= files


def test_something_secret_where_no_answer_uses_it(small: Small) -> None:
    small.write("templates/note.txt", f"{CANARY} i modtageren\n")
    assert {file for file, code in codes(run(small))} == {"templates/note.txt"}


def test_a_personal_number_needs_no_confidential_tree(small: Small) -> None:
    shutil.rmtree(small.confidential)
    small.change("content/public/blocks/text/arbejdet.yaml", "Der er", "Det gælder 140347-5137. Der er")
    tally = run(small)
    assert tally.exit_code is ExitCode.LEAK
    assert {(FILE, "P101"), ("content/public/blocks/text/arbejdet.yaml", "P101")} <= codes(tally)


@pytest.mark.parametrize(
    ("name", "data", "gate"),
    [
        ("note.txt", b"Hej", Gate.STRUCTURE),
        (f"{OPEN}.bak-1.docx", b"PK\x03\x04", Gate.STRUCTURE),
        ("folder/deep.bin", bytes(range(256)), Gate.UNREADABLE),
        ("note.txt", f"{CANARY} i noten".encode(), Gate.CONTENT),
        ("note.txt", b"CPR 140347-5137", Gate.PATTERN),
        (".gitkeep", b"CPR 140347-5137", Gate.PATTERN),
        (f"{OPEN}.html", b"<p>Hej</p>", Gate.STRUCTURE),
    ],
)
def test_a_file_that_no_build_made(small: Small, name: str, data: bytes, gate: Gate) -> None:
    file = small.outputs / "public" / name
    file.parent.mkdir(parents=True)
    file.write_bytes(data)
    tally = run(small)
    assert tally.exit_code is ExitCode.LEAK
    found = {(item.file, item.gate) for item in tally.findings}
    assert (f"outputs/public/{name}", gate) in found
    assert {item.file for item in tally.findings} == {f"outputs/public/{name}"}


@pytest.mark.skipif(os.name != "posix", reason="kun Windows: symbolske links kræver rettigheder")
def test_a_link_in_the_output_folder_is_not_followed(small: Small) -> None:
    (small.outputs / "public").mkdir(parents=True)
    (small.outputs / "public" / "svar.docx").symlink_to(small.confidential / f"overlays/{CLOSED}.yaml")
    tally = run(small)
    assert codes(tally) == {("outputs/public/svar.docx", "U119")}


@pytest.mark.skipif(os.name != "posix", reason="kun Windows: symbolske links kræver rettigheder")
def test_a_link_to_a_page_is_not_followed_either(small: Small) -> None:
    (small.outputs / "public").mkdir(parents=True)
    (small.outputs / "public" / "svar.html").symlink_to(small.confidential / f"overlays/{CLOSED}.yaml")
    assert codes(run(small)) == {("outputs/public/svar.html", "U119")}


def test_a_page_beside_its_word_file_is_held_against_it(small: Small) -> None:
    for _ in build(BuildRequest(small.paths, html=True)):
        pass
    assert run(small).findings == ()
    page = small.outputs / "public" / f"{OPEN}.html"
    page.write_bytes(page.read_bytes().replace(b"Der er", b"Der var"))
    assert {file for file, _ in codes(run(small))} == {f"outputs/public/{OPEN}.html"}


def test_what_belongs_in_the_output_folder(small: Small) -> None:
    for _ in build(BuildRequest(small.paths)):
        pass
    small.write("outputs/public/.gitkeep", "")
    small.write("outputs/public/~$svar.docx", "Anna")
    small.write("outputs/public/.~lock.svar.docx#", "Anna")
    tally = run(small)
    assert tally.findings == ()
    assert "byg igen" not in told(tally)


@pytest.mark.parametrize("name", ["~$svar.docx", ".~lock.svar.docx#"])
def test_a_lock_is_no_hiding_place(small: Small, name: str) -> None:
    for _ in build(BuildRequest(small.paths)):
        pass
    small.write(f"outputs/public/{name}", f"{CANARY} i teksten, CPR 140347-5137")
    assert {code for file, code in codes(run(small)) if file.endswith(name)} >= {"P101"}


def test_a_file_that_is_out_of_date_is_named(small: Small) -> None:
    for _ in build(BuildRequest(small.paths)):
        pass
    small.change("content/public/blocks/text/arbejdet.yaml", "Der er", "Der var")
    tally = run(small)
    assert tally.exit_code is ExitCode.OK
    assert f"{FILE} er ikke som det, der ville blive bygget nu" in told(tally)


def test_content_that_cannot_be_built(small: Small) -> None:
    small.change("content/public/blocks/text/arbejdet.yaml", "sager", "sagre")
    tally = run(small)
    assert tally.exit_code is ExitCode.CONTENT
    assert "AK301" in {item.code.name for item in tally.problems}


def test_a_missing_reference_file_is_no_clean_check(small: Small) -> None:
    (small.base / "templates" / "reference.docx").unlink()
    tally = run(small)
    assert tally.exit_code is ExitCode.CONTENT
    assert "outputs/public er ikke set efter" in told(tally)


def test_lint_counts_least(small: Small) -> None:
    small.change(
        "content/public/blocks/text/arbejdet.yaml", "Der er", "Der er 1 borger i alderen 12 år. Der er"
    )
    tally = run(small)
    assert tally.exit_code is ExitCode.LINT
    assert any(item.code.is_lint and item.severity is Severity.ERROR for item in tally.problems)
    small.write("outputs/public/note.txt", "Hej")
    assert run(small).exit_code is ExitCode.LEAK


def test_settings_that_cannot_be_read(small: Small) -> None:
    small.write("answerkit.toml", "authority = \n")
    assert run(small).exit_code is ExitCode.CONTENT


# --- the verdict


def verdict(small: Small, tmp_path: Path, **request: object) -> dict[str, object]:
    path = tmp_path / "verdict.json"
    run(small, verdict=path, **request)
    text = path.read_text(encoding="utf-8")
    assert CANARY.casefold() not in text.casefold()
    tree: dict[str, object] = json.loads(text)
    return tree


def test_the_verdict_of_a_clean_project(small: Small, tmp_path: Path) -> None:
    tree = verdict(small, tmp_path)
    for _ in build(BuildRequest(small.paths)):
        pass
    digests = sorted(sha256(small.output("public", name).read_bytes()).hexdigest() for name in (OPEN, CLOSED))
    assert tree["files"] == [{"sha256": digest} for digest in digests]
    assert (tree["version"], tree["wall"]) == (__version__, "landlock")
    assert [tree[key] for key in ("clean", "cleared", "proved")] == [True, True, True]
    assert tree["findings"] == {gate.value: {"error": 0, "warning": 0} for gate in Gate}


def test_the_verdict_depends_on_nothing_confidential(small: Small, tmp_path: Path) -> None:
    first = verdict(small, tmp_path)
    small.change(f"content/confidential/overlays/{CLOSED}.yaml", f"{CANARY} i noten", f"{CANARY} og mere")
    small.write("content/confidential/watchlist.yaml", "classification: confidential\n")
    assert verdict(small, tmp_path) == first


def test_the_verdict_of_a_spoilt_project(small: Small, tmp_path: Path) -> None:
    small.write("outputs/public/note.txt", f"{CANARY} i noten")
    tree = verdict(small, tmp_path)
    assert tree["clean"] is False
    assert tree["findings"]["content"]["error"] == 1  # type: ignore[index]
    shutil.rmtree(small.confidential)
    assert verdict(small, tmp_path)["cleared"] is False


def test_a_doubted_proof_is_none(small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "prove", lambda *_: iter((Rule.B106.finding(),)))
    tree = verdict(small, tmp_path)
    assert (tree["proved"], tree["clean"]) == (False, False)


@pytest.mark.usefixtures("proof")
def test_an_earlier_verdict_does_not_stay(small: Small, tmp_path: Path) -> None:
    verdict(small, tmp_path)
    with pytest.raises(ProofFault):
        run(small, verdict=tmp_path / "verdict.json", program=(sys.executable, leaky.__file__, "breakdown"))
    assert not (tmp_path / "verdict.json").exists()


@pytest.mark.parametrize("text", ["mit regnskab", '{"verdict": 2}', "[1]"])
def test_another_file_is_not_taken_for_a_verdict(small: Small, tmp_path: Path, text: str) -> None:
    path = tmp_path / "verdict.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="en anden fil"):
        run(small, verdict=path)
    assert path.read_text(encoding="utf-8") == text


def test_a_verdict_that_cannot_be_written(small: Small, tmp_path: Path) -> None:
    with pytest.raises(AnswerkitError, match="kan ikke skrives") as caught:
        run(small, verdict=tmp_path / "missing" / "verdict.json")
    assert caught.value.exit_code is ExitCode.CONTENT
    with pytest.raises(AnswerkitError, match="kan ikke skrives"):
        run(small, verdict=tmp_path)
