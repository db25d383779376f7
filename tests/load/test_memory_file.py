"""The memory of a project: kept between runs, private, and no harm when it is gone or damaged."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from answerkit.load import memory_file
from answerkit.load.memory_file import FOLDER, MemoryFile, remembering


def _file(base: Path) -> Path:
    return base / FOLDER / "lint.sqlite"


def _keep(base: Path, **texts: str) -> None:
    with remembering(base) as memory:
        for key, text in texts.items():
            memory.keep(key, text)


def _recall(base: Path, *keys: str) -> list[str | None]:
    with remembering(base) as memory:
        return [memory.recall(key) for key in keys]


def _execute(base: Path, command: str) -> None:
    with closing(sqlite3.connect(_file(base))) as file, file:
        file.execute(command)


def test_what_is_kept_is_recalled_in_later_runs(tmp_path: Path) -> None:
    _keep(tmp_path, a="Æ😀", b="")
    assert _recall(tmp_path, "a", "b", "c") == ["Æ😀", "", None]
    assert _recall(tmp_path, "a", "b", "c") == ["Æ😀", "", None]


def test_what_nobody_asks_for_is_forgotten(tmp_path: Path) -> None:
    _keep(tmp_path, a="1", b="2")
    assert _recall(tmp_path, "a") == ["1"]
    assert _recall(tmp_path, "a", "b") == ["1", None]


def test_what_is_forgotten_is_gone_from_the_file(tmp_path: Path) -> None:
    _keep(tmp_path, a="Fortaltvedenfejl " * 500, b="2")
    assert b"Fortaltvedenfejl" in _file(tmp_path).read_bytes()
    assert _recall(tmp_path, "b") == ["2"]
    assert b"Fortaltvedenfejl" not in _file(tmp_path).read_bytes()


def test_nothing_is_written_when_nothing_is_new(tmp_path: Path) -> None:
    assert _recall(tmp_path, "a") == [None]
    assert not (tmp_path / FOLDER).exists()


def test_a_run_that_fails_keeps_nothing(tmp_path: Path) -> None:
    def fail() -> None:
        with remembering(tmp_path) as memory:
            memory.keep("a", "1")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert _recall(tmp_path, "a") == [None]


def test_it_keeps_out_of_version_control(tmp_path: Path) -> None:
    _keep(tmp_path, a="1")
    assert (tmp_path / FOLDER / ".gitignore").read_text(encoding="ascii") == "*\n"


@pytest.mark.skipif(os.name != "posix", reason="kun Windows har ingen tilstandsbit")
def test_it_is_private(tmp_path: Path) -> None:
    _keep(tmp_path, a="1")
    assert _file(tmp_path).stat().st_mode & 0o777 == 0o600
    assert (tmp_path / FOLDER).stat().st_mode & 0o777 == 0o700


def test_another_state_of_the_program_starts_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _keep(tmp_path, a="1", b="2")
    monkeypatch.setattr(memory_file, "_JUDGING", ("lint",))
    assert _recall(tmp_path, "a") == [None]
    _keep(tmp_path, c="3")
    assert _recall(tmp_path, "a", "b", "c") == [None, None, "3"]


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "cut": lambda data: data[: len(data) // 2],
    "empty": lambda _: b"",
    "something else": lambda _: b"no database at all, but long enough to look like one" * 20,
    "garbled": lambda data: data[:100] + bytes(len(data) - 100),
}


@pytest.mark.parametrize("case", DAMAGES)
def test_a_damaged_file_is_no_failure_and_is_replaced(case: str, tmp_path: Path) -> None:
    _keep(tmp_path, a="1")
    _file(tmp_path).write_bytes(DAMAGES[case](_file(tmp_path).read_bytes()))
    assert _recall(tmp_path, "a") == [None]
    _keep(tmp_path, a="2")
    assert _recall(tmp_path, "a") == ["2"]


@pytest.mark.parametrize(
    "command",
    [
        "UPDATE memory SET text = '3' WHERE key = 'a'",
        "UPDATE memory SET checksum = 0 WHERE key = 'a'",
        "UPDATE memory SET text = x'ff' WHERE key = 'a'",
        "UPDATE memory SET text = NULL WHERE key = 'a'",
        "DELETE FROM memory WHERE key = ''",
        "ALTER TABLE memory RENAME TO other",
    ],
)
def test_a_text_that_is_not_what_was_kept_is_not_believed(command: str, tmp_path: Path) -> None:
    _keep(tmp_path, a="1")
    _execute(tmp_path, command)
    assert _recall(tmp_path, "a") == [None]
    _keep(tmp_path, a="2")
    assert _recall(tmp_path, "a") == ["2"]


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _keep(tmp_path, a="1")
    monkeypatch.setattr(memory_file, "_LONGEST", 10)
    assert _recall(tmp_path, "a") == [None]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    _keep(tmp_path / "real", a="1")
    other = tmp_path / "other"
    (other / FOLDER).mkdir(parents=True)
    try:
        _file(other).symlink_to(_file(tmp_path / "real"))
    except OSError:
        pytest.skip("kun Windows lader ikke alle lave links")
    assert _recall(other, "a") == [None]


def test_a_place_that_cannot_be_written_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file where the folder should be", encoding="utf-8")
    _keep(tmp_path, a="1")
    assert _recall(tmp_path, "a") == [None]


def test_a_run_at_the_same_time_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _keep(tmp_path, a="1")
    monkeypatch.setattr(memory_file, "_WAIT", 0.01)
    with closing(sqlite3.connect(_file(tmp_path))) as other:
        other.execute("BEGIN EXCLUSIVE")
        _keep(tmp_path, b="2")
    assert _recall(tmp_path, "b") == [None]


def test_a_text_that_no_file_can_hold_is_no_failure(tmp_path: Path) -> None:
    _keep(tmp_path, a="\ud800")
    assert _recall(tmp_path, "a") == [None]


def test_what_is_new_in_a_run_is_not_recalled_in_it() -> None:
    memory = MemoryFile({})
    memory.keep("a", "1")
    assert memory.recall("a") is None
