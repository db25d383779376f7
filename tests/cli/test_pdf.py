"""``answerkit build --pdf`` and ``answerkit pdf``, with a program that stands in for LibreOffice."""

from __future__ import annotations

import errno
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from answerkit.convert import office
from answerkit.publish.files import POSIX_MODES
from answerkit.verify.extract.limits import Limits
from cli.conftest import Answerkit
from convert.offices import FAKE, WORD
from lanes.small import CANARY, CLOSED, OPEN, Small

PUBLIC, CONFIDENTIAL = f"outputs/public/{CLOSED}.pdf", f"outputs/confidential/{CLOSED}.pdf"
BUILD = ("build", "--pdf", "--libreoffice", str(FAKE))


@pytest.fixture(autouse=True)
def log(small: Small, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where each start of the program leaves a line."""
    path = small.base.parent / "starts.log"
    monkeypatch.setenv("FAKE_LOG", str(path))
    return path


def starts(log: Path) -> int:
    return len(log.read_text(encoding="utf-8").splitlines()) if log.exists() else 0


def test_a_pdf_lies_beside_each_word_file(small: Small, answerkit: Answerkit, log: Path) -> None:
    run = answerkit(*BUILD)
    assert (run.code, run.err) == (0, "")
    assert [name for name in small.files() if name.endswith(".pdf")] == [
        f"confidential/{CLOSED}.pdf",
        f"public/{OPEN}.pdf",
        f"public/{CLOSED}.pdf",
    ]
    assert any(line.startswith(f"{PUBLIC} · bygget · sha256 ") for line in run.out.splitlines())
    assert f"{CONFIDENTIAL} · bygget" in run.out.splitlines()
    assert starts(log) == 2  # one for each edition
    hidden = [path.name for path in small.outputs.rglob(".*") if path.is_dir()]
    assert hidden == []


@pytest.mark.skipif(not POSIX_MODES, reason="kun Windows har ingen rettigheder af den slags")
def test_the_confidential_pdf_is_its_owners_alone(small: Small, answerkit: Answerkit) -> None:
    answerkit(*BUILD)
    assert (small.base / CONFIDENTIAL).stat().st_mode & 0o777 == 0o600


def test_the_second_time_the_program_is_not_started(small: Small, answerkit: Answerkit, log: Path) -> None:
    answerkit(*BUILD)
    before = (small.base / PUBLIC).read_bytes()
    run = answerkit(*BUILD)
    assert run.out.count("uændret") == 6
    assert starts(log) == 2
    small.change("content/public/figures/sager.yaml", "value: 550", "value: 560")
    assert answerkit(*BUILD, OPEN, "--edition", "public").code == 0
    assert starts(log) == 3
    assert answerkit(*BUILD, "--force", "--edition", "public").code == 0
    assert starts(log) == 4
    assert (small.base / PUBLIC).read_bytes() == before  # the program that stands in writes the title alone


@pytest.mark.parametrize("mode", ["nothing", "empty", "half", "other"])
def test_a_failure_is_told_and_the_word_files_stay(
    small: Small, answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    monkeypatch.setenv("FAKE_SOFFICE", mode)
    run = answerkit(*BUILD)
    assert run.code == 3
    assert run.err.count("AK604") == 3
    assert f"{PUBLIC} · fejl" in run.out
    assert all(not name.endswith(".pdf") for name in small.files())
    assert small.output("public", CLOSED).exists()


@pytest.mark.parametrize(("mode", "code"), [("pageless", "S211"), ("attached", "S212")])
def test_a_pdf_that_is_not_as_it_should_be_is_not_written(
    small: Small, answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch, mode: str, code: str
) -> None:
    monkeypatch.setenv("FAKE_SOFFICE", mode)
    run = answerkit(*BUILD)
    assert run.code == 4
    assert f"{PUBLIC}: {code}" in run.err
    assert f"{CONFIDENTIAL}: {code}" not in run.err
    assert f"{CONFIDENTIAL}: AK603" in run.err
    assert not (small.base / PUBLIC).exists()
    assert not (small.base / CONFIDENTIAL).exists()


def test_an_old_program_makes_no_promise(answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAKE_SOFFICE", "old")
    run = answerkit(*BUILD)
    assert run.code == 0
    assert "bemærk: LibreOffice 7.4 er ældre end 25.2" in run.err


def test_without_the_program_nothing_is_begun(
    small: Small, answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(office, "_PLACES", ())
    monkeypatch.setenv("PATH", str(tmp_path))
    run = answerkit("build", "--pdf")
    assert run.code == 3
    assert "libreoffice-writer" in run.err
    assert small.files() == []
    assert answerkit("build").code == 0


def test_the_settings_may_name_the_program(
    small: Small, answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(office, "_PLACES", ())
    monkeypatch.setenv("PATH", str(tmp_path))
    shutil.copy(FAKE, small.base / "kontor.py")
    small.write("answerkit.toml", 'authority = "Prøveby Kommune"\n[pdf]\nlibreoffice = "kontor.py"\n')
    assert answerkit("build", "--pdf").code == 0
    assert (small.base / PUBLIC).exists()
    small.write("answerkit.toml", 'authority = "Prøveby Kommune"\n[pdf]\nlibreoffise = "kontor.py"\n')
    assert "answerkit.toml:3:1: AK201" in answerkit("build", "--pdf", "--libreoffice", str(FAKE)).err


def test_a_pdf_edited_by_hand_is_kept(small: Small, answerkit: Answerkit) -> None:
    answerkit(*BUILD)
    (small.base / PUBLIC).write_bytes(b"%PDF-rettet")
    run = answerkit(*BUILD)
    assert run.code == 3
    assert f"{PUBLIC}: AK601" in run.err
    assert (small.base / PUBLIC).read_bytes() == b"%PDF-rettet"


def test_a_pdf_that_falls_behind_is_told_of(small: Small, answerkit: Answerkit) -> None:
    answerkit(*BUILD)
    small.change("content/public/figures/sager.yaml", "value: 550", "value: 560")
    assert f"bemærk: {PUBLIC} er af ældre dato; byg den igen med --pdf" in answerkit("build").err


def test_what_is_told_of_a_confidential_pdf_is_its_path_and_status(answerkit: Answerkit) -> None:
    run = answerkit(*BUILD, "--format", "json")
    lines = [item for item in json.loads(run.out)["results"] if item["path"] == CONFIDENTIAL]
    assert [set(line) for line in lines] == [{"answer", "edition", "status", "path"}]
    assert CANARY not in run.out


@pytest.mark.parametrize("command", [("check",), ("scan", "outputs/public", "--profile", "built")])
def test_what_lies_there_is_held_against_the_word_file_beside_it(
    small: Small, answerkit: Answerkit, command: tuple[str, ...]
) -> None:
    answerkit(*BUILD, "--html")
    assert answerkit(*command).code == 0
    small.output("public", OPEN).write_bytes(small.output("public", CLOSED).read_bytes())
    run = answerkit(*command)
    assert run.code == 4
    assert f"outputs/public/{OPEN}.pdf: S214" in run.err
    assert f"outputs/public/{OPEN}.html: S201" in run.err
    small.output("public", CLOSED).unlink()
    again = answerkit(*command)
    assert f"{PUBLIC}: S214" in again.err
    assert f"outputs/public/{CLOSED}.html: S207" in again.err


# --- answerkit pdf


@pytest.fixture
def word(small: Small) -> Path:
    """A Word file outside of the output folders."""
    path = small.base / "rettet.docx"
    path.write_bytes(WORD)
    return path


def test_a_file_becomes_a_pdf_and_that_is_no_clearance(word: Path, answerkit: Answerkit) -> None:
    run = answerkit("pdf", "rettet.docx", "--libreoffice", str(FAKE))
    assert (run.code, run.out) == (0, "rettet.pdf · bygget\n")
    assert "det er ingen godkendelse" in run.err
    assert word.with_suffix(".pdf").read_bytes().startswith(b"%PDF-")


def test_what_is_there_already_is_kept_unless_forced(word: Path, answerkit: Answerkit) -> None:
    there = word.with_suffix(".pdf")
    there.write_bytes(b"%PDF-mit")
    refused = answerkit("pdf", "rettet.docx", "--libreoffice", str(FAKE))
    assert refused.code == 3
    assert "rettet.pdf: AK601" in refused.err
    assert there.read_bytes() == b"%PDF-mit"
    forced = answerkit("pdf", "rettet.docx", "--force", "--libreoffice", str(FAKE))
    assert forced.code == 0
    assert word.with_name("rettet.bak-1.pdf").read_bytes() == b"%PDF-mit"


def test_a_word_file_with_something_confidential_becomes_none(
    small: Small, word: Path, answerkit: Answerkit, log: Path
) -> None:
    answerkit("build")
    word.write_bytes(small.output("confidential", CLOSED).read_bytes())
    run = answerkit("pdf", "rettet.docx", "--libreoffice", str(FAKE))
    assert run.code == 4
    assert "rettet.pdf · fejl" in run.out
    assert CANARY.casefold() not in f"{run.out}{run.err}".casefold()
    assert not word.with_suffix(".pdf").exists()
    assert starts(log) == 0


def test_a_pdf_with_an_attachment_is_none(
    word: Path, answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAKE_SOFFICE", "attached")
    run = answerkit("pdf", "rettet.docx", "--libreoffice", str(FAKE))
    assert run.code == 4
    assert "rettet.pdf: S212" in run.err
    assert not word.with_suffix(".pdf").exists()


def test_a_confidential_file_is_not_judged_and_its_owners_alone(
    small: Small, word: Path, answerkit: Answerkit
) -> None:
    answerkit("build")
    word.write_bytes(small.output("confidential", CLOSED).read_bytes())
    mode = word.parent.stat().st_mode
    run = answerkit("pdf", "rettet.docx", "--edition", "confidential", "--libreoffice", str(FAKE))
    assert run.code == 0
    assert "er ikke holdt op mod" in run.err
    if POSIX_MODES:
        assert word.with_suffix(".pdf").stat().st_mode & 0o777 == 0o600
        assert word.parent.stat().st_mode == mode


def test_a_failure_of_the_program_is_told(
    word: Path, answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAKE_SOFFICE", "empty")
    run = answerkit("pdf", "rettet.docx", "--libreoffice", str(FAKE))
    assert run.code == 3
    assert "rettet.pdf: AK604" in run.err
    assert not word.with_suffix(".pdf").exists()


@pytest.mark.parametrize("name", ["mangler.docx", "brev.odt", "mappe.docx"])
def test_what_is_no_word_file_is_refused(small: Small, answerkit: Answerkit, name: str) -> None:
    (small.base / "mappe.docx").mkdir()
    small.write("brev.odt", "x")
    assert answerkit("pdf", name, "--libreoffice", str(FAKE)).code == 2


def test_a_folder_that_cannot_be_written_to_is_told(
    word: Path, small: Small, answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> Iterator[None]:
        yield
        raise OSError(errno.ENOSPC, CANARY)

    monkeypatch.setattr("answerkit.lanes.pdf_file.convert", full)
    monkeypatch.setattr("answerkit.lanes.pdf.convert", full)
    for run in (answerkit("pdf", "rettet.docx", "--libreoffice", str(FAKE)), answerkit(*BUILD)):
        assert run.code == 3
        assert "AK602" in run.err
        assert "der er ikke plads på disken" in run.err
        assert CANARY not in run.err
    assert not word.with_suffix(".pdf").exists()
    assert not (small.base / PUBLIC).exists()


def test_a_file_that_is_too_large_is_refused(
    word: Path, answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("answerkit.lanes.pdf_file.LIMITS", Limits(file=word.stat().st_size - 1))
    assert answerkit("pdf", "rettet.docx", "--libreoffice", str(FAKE)).code == 2


def test_the_settings_may_name_the_program_for_an_edited_file_too(
    word: Path, small: Small, answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(office, "_PLACES", ())
    monkeypatch.setenv("PATH", str(tmp_path))
    shutil.copy(FAKE, small.base / "kontor.py")
    assert answerkit("pdf", "rettet.docx").code == 3
    small.write("answerkit.toml", 'authority = "Prøveby Kommune"\n[pdf]\nlibreoffice = "kontor.py"\n')
    assert answerkit("pdf", "rettet.docx").code == 0
    assert word.with_suffix(".pdf").exists()
