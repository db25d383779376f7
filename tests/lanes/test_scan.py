"""The scan of files and folders: what is read, what is found, and how it is told."""

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from answerkit.errors import UsageError
from answerkit.lanes import walk
from answerkit.lanes.build import BuildRequest, build
from answerkit.lanes.clearance import Clearance
from answerkit.lanes.gate import structure_gate
from answerkit.lanes.scan import Profile, Scanner
from answerkit.lanes.scan_files import ScanRequest, run_scan
from answerkit.lanes.walk import targets
from answerkit.model.document import Edition
from answerkit.model.finding import Finding
from answerkit.model.problem import Problem
from answerkit.model.result import Event, Note, Planned, Scanned
from answerkit.verify.extract.codes import Rule
from answerkit.verify.extract.limits import Limits
from answerkit.verify.secrets.derive import from_texts
from lanes.small import CANARY, OPEN, Small

CPR = "241236-4321"
NAME = "Mogens Falkesgaard"
CLEARED = Clearance(from_texts([NAME]))


def found(events: Iterable[Event]) -> list[tuple[str, str]]:
    return sorted((item.file, item.code) for item in events if isinstance(item, Finding))


def scan(*paths: Path, jobs: int = 1) -> list[Event]:
    """Scan with the name as all that is secret."""
    against = Path(os.environ["SECRET"])
    return list(run_scan(ScanRequest(paths, against=against, jobs=jobs)))


@pytest.fixture(autouse=True)
def _secret(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path_factory.mktemp("secret") / "a.txt"
    file.write_text(NAME, encoding="utf-8")
    monkeypatch.setenv("SECRET", str(file))


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
    assert Planned(3) in events
    assert sum(isinstance(event, Scanned) for event in events) == 3
    assert found(events) == [(f"{name}/b/x.txt", "P101"), (f"{name}/y.txt", "C102")]


def test_several_processes_find_the_same(folder: Path, children: None) -> None:
    assert children is None
    assert found(scan(folder, jobs=4)) == found(scan(folder))


def test_a_file_is_scanned_once_however_often_it_is_named(folder: Path) -> None:
    assert len(targets([folder / "y.txt", folder / "y.txt", folder])) == 3


def test_an_empty_folder_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert scan(tmp_path / "a") == [Planned(0)]


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
    (target,) = targets([folder / "z.txt"])
    with monkeypatch.context() as context:
        context.setattr(os, "fstat", refuse)
        assert target.read() is Rule.U121
    monkeypatch.setattr(os, "scandir", refuse)
    assert found(scan(folder)) == [(name, "U121")]


def test_a_name_that_no_system_takes_is_a_finding() -> None:
    assert found(scan(Path("x" * 5000))) == [("x" * 5000, "U121")]


def test_a_file_that_is_too_large_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "LIMITS", Limits(file=12))
    assert found(scan(folder / "y.txt")) == [(f"{folder.as_posix()}/y.txt", "U104")]


def test_an_unread_files_name_is_searched(tmp_path: Path) -> None:
    link = tmp_path / f"Mogens Falkesgaard {CPR}"
    link.symlink_to(tmp_path)
    events = scan(tmp_path)
    name = f"{tmp_path.as_posix()}/[fil 1]"
    assert found(events) == [(name, "C102"), (name, "P101"), (name, "U119")]


def test_an_unread_file_is_a_finding_without_clearance_too() -> None:
    assert [item.code for item in Scanner().unread("a.txt", Rule.U119)] == ["U119"]


def test_a_built_file_passes_as_built(small: Small) -> None:
    list(build(BuildRequest(small.paths, editions=(Edition.PUBLIC,))))
    scanner = Scanner(structure=structure_gate(small.paths, Edition.PUBLIC), clearance=CLEARED)
    data = small.output("public", OPEN).read_bytes()
    assert scanner.profile is Profile.BUILT
    assert scanner.scan("svar.docx", data) == ()
    assert {item.code for item in scanner.scan("svar.docx", data + b"x")} == {"S104", "U114"}
    assert Scanner().profile is Profile.EDITED


def test_all_that_a_project_built_passes(small: Small) -> None:
    list(build(BuildRequest(small.paths, editions=(Edition.PUBLIC,))))
    for profile in Profile:
        request = ScanRequest((small.outputs,), profile, small.paths)
        assert found(run_scan(request)) == []


def test_a_projects_confidential_root_is_what_is_secret(small: Small, tmp_path: Path) -> None:
    file = tmp_path / "brev.txt"
    file.write_text(f"Om {CANARY} i teksten.", encoding="utf-8")
    assert found(run_scan(ScanRequest((file,), project=small.paths))) != []
    empty = small.base / "tom"
    empty.mkdir()
    request = ScanRequest((file,), project=small.paths, confidential=empty)
    assert found(run_scan(request)) == []
    request = ScanRequest((file,), project=small.paths, confidential=empty, against=file)
    assert found(run_scan(request)) != []


def test_what_cannot_be_read_of_the_secret_leaves_no_file_clear(small: Small, tmp_path: Path) -> None:
    small.write("content/confidential/watchlist.yaml", "terms: 5\n")
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    events = list(run_scan(ScanRequest((tmp_path / "a.txt",), project=small.paths)))
    assert any(isinstance(event, Problem) for event in events)
    assert [code for _, code in found(events)] == ["C100"]


def test_nothing_secret_at_hand_is_said(tmp_path: Path) -> None:
    notes = [event.text for event in run_scan(ScanRequest((tmp_path,))) if isinstance(event, Note)]
    assert len(notes) == 1
    assert "--against" in notes[0]


def test_the_policy_of_the_project_holds(small: Small, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("mads@example.org", encoding="utf-8")
    request = ScanRequest((tmp_path / "a.txt",), project=small.paths)
    assert found(run_scan(request)) == []
    small.write("answerkit.toml", 'authority = "A"\n[patterns]\nmail = "forbidden"\n')
    assert [code for _, code in found(run_scan(request))] == ["P104"]
    small.write("answerkit.toml", "authority = 5\n")
    assert any(isinstance(event, Problem) for event in list(run_scan(request)))


@pytest.mark.parametrize(
    "request_",
    [
        ScanRequest((Path(),), against=Path("missing")),
        ScanRequest((Path(),), confidential=Path("missing")),
        ScanRequest((Path(),), confidential=Path()),
        ScanRequest((Path(),), Profile.BUILT),
    ],
)
def test_what_is_not_there_cannot_be_held_against(
    request_: ScanRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError):
        list(run_scan(request_))


def test_a_project_without_its_reference_file(small: Small) -> None:
    small.paths.reference.unlink()
    with pytest.raises(UsageError):
        list(run_scan(ScanRequest((small.public,), Profile.BUILT, small.paths)))
