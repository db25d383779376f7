"""The scan of files and folders: what is read, what is found, and how it is told."""

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from answerkit.errors import UsageError
from answerkit.lanes import walk
from answerkit.lanes.build import BuildRequest, build
from answerkit.lanes.gate import structure_gate
from answerkit.lanes.scan import Profile, Scanner, ScanRequest, run_scan
from answerkit.lanes.walk import targets
from answerkit.model.document import Edition
from answerkit.model.finding import Finding
from answerkit.model.result import Event, Planned, Scanned
from answerkit.verify.extract.limits import Limits
from answerkit.verify.match.matcher import Matcher
from answerkit.verify.secrets.derive import from_texts
from lanes.small import OPEN, Small

CPR = "241236-4321"
SECRETS = from_texts(["Mogens Falkesgaard"])


def found(events: Iterable[Event]) -> list[tuple[str, str]]:
    return sorted((item.file, item.code) for item in events if isinstance(item, Finding))


def scan(*paths: Path, jobs: int = 1) -> list[Event]:
    return list(run_scan(ScanRequest(paths, secrets=SECRETS, jobs=jobs)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "x.txt").write_text(f"Se {CPR}.\n", encoding="utf-8")
    (tmp_path / "a" / "y.txt").write_text("Om Mogens Falkesgaard.\n", encoding="utf-8")
    (tmp_path / "a" / "z.txt").write_text("Ingenting.\n", encoding="utf-8")
    return tmp_path / "a"


def test_every_file_of_a_folder_is_scanned(folder: Path) -> None:
    events = scan(folder)
    name = folder.as_posix()
    assert events[0] == Planned(3)
    assert sum(isinstance(event, Scanned) for event in events) == 3
    assert found(events) == [(f"{name}/b/x.txt", "P101"), (f"{name}/y.txt", "C102")]


def test_several_processes_find_the_same(folder: Path, children: None) -> None:
    assert children is None
    assert found(scan(folder, jobs=4)) == found(scan(folder))


def test_a_file_is_scanned_once_however_often_it_is_named(folder: Path) -> None:
    assert len(targets([folder / "y.txt", folder / "y.txt", folder])) == 3


def test_an_empty_folder_holds_nothing(tmp_path: Path) -> None:
    assert scan(tmp_path) == [Planned(0)]


def test_a_path_that_is_not_there_is_a_mistake_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        scan(tmp_path / "missing")


def test_names_are_searched_and_not_repeated(tmp_path: Path) -> None:
    inner = tmp_path / "Mogens Falkesgaard"
    inner.mkdir()
    (inner / f"brev {CPR}.txt").write_text("x", encoding="utf-8")
    events = scan(tmp_path)
    name = tmp_path.as_posix()
    assert found(events) == [(f"{name}/[fil 1]/[fil 1].txt", "C102"), (f"{name}/[fil 1]/[fil 1].txt", "P101")]
    assert "Falkesgaard" not in repr(events)
    assert CPR not in repr(events)


def test_links_in_a_folder_are_not_followed(folder: Path, tmp_path: Path) -> None:
    (folder / "link.txt").symlink_to(folder / "z.txt")
    (folder / "loop").symlink_to(tmp_path, target_is_directory=True)
    name = folder.as_posix()
    events = found(scan(folder))
    assert (f"{name}/link.txt", "U119") in events
    assert (f"{name}/loop", "U119") in events
    assert len(events) == 4


def test_a_link_that_is_named_is_followed(folder: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(folder / "y.txt")
    assert found(scan(link)) == [(link.as_posix(), "C102")]


def test_what_is_no_file_is_a_finding(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("kun Windows har ingen navngivne rør i mapper")
    os.mkfifo(tmp_path / "pipe")
    pipe = (tmp_path / "pipe").as_posix()
    assert found(scan(tmp_path)) == [(pipe, "U120")]
    assert found(scan(tmp_path / "pipe")) == [(pipe, "U120")]


def test_what_cannot_be_opened_is_a_finding(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    name = folder.as_posix()
    monkeypatch.setattr(Path, "open", refuse)
    assert (f"{name}/z.txt", "U121") in found(scan(folder))
    monkeypatch.setattr(os, "scandir", refuse)
    assert found(scan(folder)) == [(name, "U121")]
    monkeypatch.setattr(Path, "exists", refuse)
    assert found(scan(folder)) == [(name, "U121")]


def test_a_file_that_is_too_large_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "LIMITS", Limits(file=12))
    assert found(scan(folder / "y.txt")) == [(f"{folder.as_posix()}/y.txt", "U104")]


def test_an_unread_files_name_is_searched(tmp_path: Path) -> None:
    link = tmp_path / f"Mogens Falkesgaard {CPR}"
    link.symlink_to(tmp_path)
    events = scan(tmp_path)
    name = f"{tmp_path.as_posix()}/[fil 1]"
    assert found(events) == [(name, "C102"), (name, "P101"), (name, "U119")]


def test_a_built_file_passes_as_built(small: Small) -> None:
    list(build(BuildRequest(small.paths, editions=(Edition.PUBLIC,))))
    scanner = Scanner(structure=structure_gate(small.paths, Edition.PUBLIC), matcher=Matcher(SECRETS))
    data = small.output("public", OPEN).read_bytes()
    assert scanner.profile is Profile.BUILT
    assert scanner.scan("svar.docx", data) == ()
    assert {item.code for item in scanner.scan("svar.docx", data + b"x")} == {"S104", "U114"}
    assert Scanner().profile is Profile.EDITED
