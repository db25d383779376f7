"""Writing files: whole or not at all, with the right modes, and links not followed."""

import os
from pathlib import Path

import pytest

from answerkit.publish import files
from answerkit.publish.files import NotAFileError, goes_through_link, make_folder, read_file, replace_file

needs_modes = pytest.mark.skipif(not files.POSIX_MODES, reason="kun Windows har ingen modes")
needs_links = pytest.mark.skipif(os.name == "nt", reason="kun Windows kræver særlige rettigheder til links")


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o277, 0o777])
def umask(request: pytest.FixtureRequest) -> int:
    return int(request.param)


def under(mask: int, path: Path, *, private: bool) -> None:
    before = os.umask(mask)
    try:
        replace_file(path, b"data", private=private)
    finally:
        os.umask(before)


def test_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "svar.docx"
    path.write_bytes(b"old")
    assert replace_file(path, b"new", private=False) is None
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["svar.docx"]


@needs_modes
def test_private_file_has_its_mode_under_any_umask(tmp_path: Path, umask: int) -> None:
    under(umask, tmp_path / "svar.docx", private=True)
    assert mode(tmp_path / "svar.docx") == 0o600


@needs_modes
def test_other_file_has_the_mode_that_the_user_wants(tmp_path: Path) -> None:
    under(0o027, tmp_path / "svar.docx", private=False)
    assert mode(tmp_path / "svar.docx") == 0o640


@needs_modes
def test_private_file_is_private_from_its_creation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    monkeypatch.setattr(files, "keep_private", lambda path: seen.append(mode(path)))
    under(0o000, tmp_path / "svar.docx", private=True)
    assert seen == [0o600]


def test_same_bytes_with_any_umask(tmp_path: Path, umask: int) -> None:
    path = tmp_path / "svar.docx"
    under(umask, path, private=True)
    assert path.read_bytes() == b"data"


@pytest.mark.parametrize("failing", ["write", "fsync", "replace"])
@pytest.mark.parametrize("error", [OSError(28, "full"), KeyboardInterrupt()])
@pytest.mark.parametrize("previous", [None, b"edited"])
def test_failure_leaves_everything_as_it_was(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    failing: str,
    error: BaseException,
    previous: bytes | None,
) -> None:
    path = tmp_path / "svar.docx"
    path.write_bytes(b"edited")

    def fail(*_: object) -> None:
        raise error

    match failing:
        case "write":
            monkeypatch.setattr(os, "fdopen", closing_failure(error))
        case "fsync":
            monkeypatch.setattr(os, "fsync", fail)
        case _:
            monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(type(error)):
        replace_file(path, b"new", private=False, previous=previous)
    assert path.read_bytes() == b"edited"
    assert names(tmp_path) == ["svar.docx"]


def closing_failure(error: BaseException) -> object:
    def fail(descriptor: int, _: str) -> None:
        os.close(descriptor)
        raise error

    return fail


def test_backups_never_replace_each_other(tmp_path: Path) -> None:
    path = tmp_path / "svar.docx"
    for number in (1, 2, 3):
        path.write_bytes(b"edited %d" % number)
        backup = replace_file(path, b"new", private=False, previous=path.read_bytes())
        assert backup == tmp_path / f"svar.bak-{number}.docx"
        assert backup.read_bytes() == b"edited %d" % number
    assert path.read_bytes() == b"new"
    assert len(names(tmp_path)) == 4


@needs_modes
def test_backup_of_a_private_file_is_private(tmp_path: Path) -> None:
    path = tmp_path / "svar.docx"
    path.write_bytes(b"edited")
    backup = replace_file(path, b"new", private=True, previous=b"edited")
    assert backup is not None
    assert mode(backup) == 0o600


@needs_links
def test_backup_steps_over_a_dangling_link(tmp_path: Path) -> None:
    (tmp_path / "svar.bak-1.docx").symlink_to(tmp_path / "nowhere")
    backup = replace_file(tmp_path / "svar.docx", b"new", private=False, previous=b"edited")
    assert backup == tmp_path / "svar.bak-2.docx"


@needs_modes
def test_private_folders_are_private_also_when_they_were_there(tmp_path: Path) -> None:
    (tmp_path / "outputs").mkdir()
    (tmp_path / "outputs").chmod(0o755)
    before = os.umask(0)
    try:
        make_folder(tmp_path, tmp_path / "outputs" / "a" / "b", private=True)
    finally:
        os.umask(before)
    assert [mode(tmp_path / step) for step in ("outputs", "outputs/a", "outputs/a/b")] == [0o700] * 3


def test_other_folders_are_made_as_usual(tmp_path: Path) -> None:
    make_folder(tmp_path, tmp_path / "outputs" / "public", private=False)
    make_folder(tmp_path, tmp_path / "outputs" / "public", private=False)
    assert names(tmp_path / "outputs") == ["public"]


def test_without_modes_nothing_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "POSIX_MODES", False)
    path = tmp_path / "svar.docx"
    path.write_bytes(b"data")
    before = mode(path)
    files.keep_private(path)
    assert mode(path) == before


@pytest.mark.parametrize("modes", [True, False])
def test_rewriting_leaves_alone_what_was_changed_meanwhile(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    modes: bool,  # noqa: FBT001 - a table
) -> None:
    monkeypatch.setattr(files, "POSIX_MODES", modes and files.POSIX_MODES)
    path = tmp_path / "blok.yaml"
    path.write_bytes(b"old")
    files.rewrite_file(path, b"new", expected=b"old")
    assert path.read_bytes() == b"new"
    with pytest.raises(files.ChangedFileError):
        files.rewrite_file(path, b"newer", expected=b"old")
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["blok.yaml"]


def test_reading_what_is_not_there_and_what_is_no_file(tmp_path: Path) -> None:
    assert read_file(tmp_path / "svar.docx") is None
    with pytest.raises(NotAFileError):
        read_file(tmp_path)


@needs_links
def test_links_are_seen_at_every_step(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "outputs").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (tmp_path / "plain").mkdir()
    (tmp_path / "plain" / "svar.docx").symlink_to(tmp_path / "nowhere")
    assert goes_through_link(tmp_path, tmp_path / "outputs" / "svar.docx")
    assert goes_through_link(tmp_path, tmp_path / "plain" / "svar.docx")
    assert not goes_through_link(tmp_path, tmp_path / "plain" / "missing" / "svar.docx")
    assert not goes_through_link(tmp_path / "outputs", tmp_path / "outputs" / "svar.docx")
