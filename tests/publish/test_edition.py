"""Publishing an edition: what is written over, what is not, and what the user is told."""

import errno
import os
from hashlib import sha256
from pathlib import Path

import pytest

from answerkit.model.codes import Code
from answerkit.model.problem import Problem
from answerkit.publish import files
from answerkit.publish.edition import OutputFolder, Published, publish, unchanged

needs_modes = pytest.mark.skipif(not files.POSIX_MODES, reason="kun Windows har ingen modes")
needs_links = pytest.mark.skipif(os.name == "nt", reason="kun Windows kræver særlige rettigheder til links")


def output(base: Path, *, private: bool = False) -> OutputFolder:
    return OutputFolder(base, base / "outputs" / "public", private=private)


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def test_a_first_file_is_written_in_folders_that_are_made(tmp_path: Path) -> None:
    assert publish(output(tmp_path), "a/b", b"new", "", force=False) == Published(written=True)
    assert (tmp_path / "outputs/public/a/b.docx").read_bytes() == b"new"


def test_a_file_that_answerkit_wrote_is_replaced(tmp_path: Path) -> None:
    publish(output(tmp_path), "a", b"old", "", force=False)
    assert publish(output(tmp_path), "a", b"new", digest(b"old"), force=False) == Published(written=True)
    assert (tmp_path / "outputs/public/a.docx").read_bytes() == b"new"


def test_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    publish(output(tmp_path), "a", b"new", "", force=False)
    before = (tmp_path / "outputs/public/a.docx").stat()
    assert publish(output(tmp_path), "a", b"new", "", force=False) == Published(written=False)
    assert (tmp_path / "outputs/public/a.docx").stat().st_ino == before.st_ino


@pytest.mark.parametrize("recorded", ["", digest(b"old")])
def test_an_edited_file_is_never_overwritten(tmp_path: Path, recorded: str) -> None:
    publish(output(tmp_path), "a", b"edited", "", force=False)
    problem = publish(output(tmp_path), "a", b"new", recorded, force=False)
    assert isinstance(problem, Problem)
    assert problem.code is Code.AK601
    assert problem.place.file == "outputs/public/a.docx"
    assert (tmp_path / "outputs/public/a.docx").read_bytes() == b"edited"


def test_force_keeps_a_copy_of_an_edited_file(tmp_path: Path) -> None:
    publish(output(tmp_path), "a", b"edited", "", force=False)
    outcome = publish(output(tmp_path), "a", b"new", digest(b"old"), force=True)
    assert outcome == Published(written=True, backup="outputs/public/a.bak-1.docx")
    assert (tmp_path / "outputs/public/a.bak-1.docx").read_bytes() == b"edited"
    assert (tmp_path / "outputs/public/a.docx").read_bytes() == b"new"


@pytest.mark.parametrize("there", [b"old", b"new"])
def test_force_makes_no_copy_of_a_file_that_nobody_edited(tmp_path: Path, there: bytes) -> None:
    publish(output(tmp_path), "a", there, "", force=False)
    assert publish(output(tmp_path), "a", b"new", digest(b"old"), force=True) == Published(written=True)


@needs_modes
def test_an_unchanged_private_file_gets_its_mode_back(tmp_path: Path) -> None:
    private = output(tmp_path, private=True)
    publish(private, "a", b"new", "", force=False)
    path = tmp_path / "outputs/public/a.docx"
    path.chmod(0o644)
    path.parent.chmod(0o755)
    publish(private, "a", b"new", "", force=False)
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    path.chmod(0o644)
    assert unchanged(private, "a", digest(b"new")) == b"new"
    assert path.stat().st_mode & 0o777 == 0o600


@needs_links
def test_links_are_not_followed(tmp_path: Path) -> None:
    project = tmp_path / "project"
    (project / "outputs").mkdir(parents=True)
    (tmp_path / "outside").mkdir()
    (project / "outputs" / "public").symlink_to(tmp_path / "outside", target_is_directory=True)
    problem = publish(output(project), "a", b"new", "", force=True)
    assert isinstance(problem, Problem)
    assert "symbolsk link" in problem.message
    assert list((tmp_path / "outside").iterdir()) == []


@needs_links
def test_an_output_that_is_a_link_is_not_written_through(tmp_path: Path) -> None:
    target = tmp_path / "target.docx"
    target.write_bytes(b"precious")
    (tmp_path / "outputs/public").mkdir(parents=True)
    (tmp_path / "outputs/public/a.docx").symlink_to(target)
    assert isinstance(publish(output(tmp_path), "a", b"new", "", force=True), Problem)
    assert target.read_bytes() == b"precious"
    assert unchanged(output(tmp_path), "a", digest(b"precious")) is None


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "adgang nægtet"),
        (errno.ENOSPC, "plads på disken"),
        (errno.EROFS, "skrivebeskyttet"),
        (errno.EIO, "filen kan ikke skrives"),
    ],
)
def test_what_the_system_refuses_is_told_in_danish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, "secret words of the system")

    monkeypatch.setattr(Path, "replace", refuse)
    problem = publish(output(tmp_path), "a", b"new", "", force=False)
    assert isinstance(problem, Problem)
    assert problem.code is Code.AK602
    assert words in problem.message
    assert "secret" not in f"{problem.message} {problem.hint}"
    assert list((tmp_path / "outputs/public").iterdir()) == []


@pytest.mark.parametrize("mark", ["~$svar.docx", "~$var.docx", "~$ar.docx", ".~lock.svar.docx#"])
def test_a_file_open_in_an_office_program_is_named_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mark: str
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "sharing violation")

    (tmp_path / "outputs/public").mkdir(parents=True)
    (tmp_path / "outputs/public" / mark).touch()
    monkeypatch.setattr(Path, "replace", refuse)
    problem = publish(output(tmp_path), "svar", b"new", "", force=False)
    assert isinstance(problem, Problem)
    assert "åben i et andet program" in problem.message
    assert "luk den i Word" in problem.hint


def test_an_owner_file_alone_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "outputs/public").mkdir(parents=True)
    (tmp_path / "outputs/public/~$svar.docx").touch()
    assert publish(output(tmp_path), "svar", b"new", "", force=False) == Published(written=True)


def test_a_folder_in_the_files_place(tmp_path: Path) -> None:
    (tmp_path / "outputs/public/a.docx").mkdir(parents=True)
    problem = publish(output(tmp_path), "a", b"new", "", force=True)
    assert isinstance(problem, Problem)
    assert "noget andet end en fil" in problem.message
    assert unchanged(output(tmp_path), "a", "") is None


def test_a_file_in_the_folders_place(tmp_path: Path) -> None:
    (tmp_path / "outputs").mkdir()
    (tmp_path / "outputs/public").write_bytes(b"")
    problem = publish(output(tmp_path), "a", b"new", "", force=True)
    assert isinstance(problem, Problem)
    assert "hvor der skal være en mappe" in problem.message


def test_unchanged_means_the_recorded_bytes(tmp_path: Path) -> None:
    publish(output(tmp_path), "a", b"new", "", force=False)
    assert unchanged(output(tmp_path), "a", digest(b"new")) == b"new"
    assert unchanged(output(tmp_path), "a", digest(b"old")) is None
    assert unchanged(output(tmp_path), "missing", digest(b"new")) is None
