"""Word files → PDF, with a program that stands in for LibreOffice and fails in all its ways."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

import pytest

from answerkit.convert.office import Office
from answerkit.convert.pdf import Failure, convert, settled
from convert.offices import WORD, converted, fake


def calls(log: Path) -> list[list[str]]:
    return [line.split("\t") for line in log.read_text(encoding="utf-8").splitlines()]


def test_one_run_serves_all_files_and_leaves_nothing_behind(tmp_path: Path) -> None:
    log = tmp_path.parent / f"{tmp_path.name}.log"
    first, second = converted(fake(log=log), [WORD, WORD], tmp_path)
    assert isinstance(first, bytes)
    assert first == second
    assert list(tmp_path.iterdir()) == []
    (call,) = calls(log)
    profile = next(item for item in call if item.startswith("-env:UserInstallation="))
    assert profile.removeprefix("-env:UserInstallation=").startswith(tmp_path.as_uri())
    assert {"--headless", "--norestore"} <= set(call)
    assert [Path(name).name for name in call[-3:-1]] == ["1.docx", "2.docx"]
    assert Path(call[-1]).is_relative_to(tmp_path)  # where temporary files go


def test_the_folder_may_be_named_from_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert isinstance(converted(fake(), [WORD], Path())[0], bytes)
    assert list(tmp_path.iterdir()) == []


def test_comments_are_left_out_and_tags_asked_for(tmp_path: Path) -> None:
    log = tmp_path.parent / f"{tmp_path.name}.log"
    converted(fake(log=log), [WORD], tmp_path)
    (call,) = calls(log)
    options = next(item for item in call if item.startswith("pdf:writer_pdf_Export:"))
    assert '"ExportNotes":{"type":"boolean","value":"false"}' in options
    assert '"PDFUACompliance":{"type":"boolean","value":"true"}' in options


@pytest.mark.parametrize(
    ("mode", "failure"),
    [
        ("nothing", Failure.NOTHING),
        ("empty", Failure.NOTHING),
        ("half", Failure.BROKEN),
        ("other", Failure.BROKEN),
    ],
)
def test_a_failure_is_noticed_whatever_the_exit_code_says(
    tmp_path: Path, mode: str, failure: Failure
) -> None:
    assert converted(fake(mode), [WORD, WORD], tmp_path) == (failure, failure)
    assert list(tmp_path.iterdir()) == []


def test_a_program_that_cannot_be_started(tmp_path: Path) -> None:
    office = Office((str(tmp_path / "nowhere"),), {})
    assert converted(office, [WORD], tmp_path) == (Failure.START,)
    assert list(tmp_path.iterdir()) == []


def gone(pid: int) -> bool:
    """Whether a process has ended, or is about to."""
    with suppress(OSError):
        for _ in range(100):
            os.kill(pid, 0)
            status = Path(f"/proc/{pid}/stat")
            if status.exists() and status.read_text(encoding="ascii").split()[2] == "Z":
                return True
            time.sleep(0.05)
        return False
    return True


@pytest.mark.skipif(os.name == "nt", reason="kun Windows har ingen procesgrupper, som prøven kan se")
def test_a_run_that_takes_too_long_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    log = tmp_path.parent / f"{tmp_path.name}.log"
    assert converted(fake("hang", log), [WORD], tmp_path, patience=3) == (Failure.TIME,)
    assert list(tmp_path.iterdir()) == []
    assert gone(int(log.with_suffix(".pid").read_text(encoding="ascii")))


@pytest.mark.skipif(os.name == "nt", reason="kun Windows har ingen procesgrupper, som prøven kan se")
def test_whoever_stops_waiting_ends_it(tmp_path: Path) -> None:
    log = tmp_path.parent / f"{tmp_path.name}.log"
    work = convert(fake("hang", log), [WORD], tmp_path)
    pid = log.with_suffix(".pid")
    while not (pid.exists() and pid.read_text(encoding="ascii")):
        next(work)
    with pytest.raises(KeyboardInterrupt):
        work.throw(KeyboardInterrupt)
    assert list(tmp_path.iterdir()) == []
    assert gone(int(pid.read_text(encoding="ascii")))


def test_the_moment_of_making_is_taken_out() -> None:
    def pdf(second: int, identity: str) -> bytes:
        ends = f"/ID [ <{identity * 32}>\n<{identity * 32}> ]\n/DocChecksum /{identity * 32}\n"
        return f"%PDF-1.7 /Title(a)/CreationDate(D:2026112502304{second}Z')>> {ends}%%EOF".encode()

    first, second = pdf(1, "A"), pdf(2, "B")
    assert settled(first) == settled(second)
    assert len(settled(first)) == len(first)
    assert settled(settled(first)) == settled(first)
    assert settled(first) != settled(first.replace(b"(a)", b"(b)"))
    assert b"/Title(a)" in settled(first)
