"""Where LibreOffice is looked for."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from answerkit.convert import office
from answerkit.convert.office import NoOfficeError, find_office
from answerkit.errors import ExitCode
from convert.offices import FAKE


def program(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n", encoding="ascii")
    path.chmod(0o700)
    return path


def test_the_one_that_is_named_is_taken(tmp_path: Path) -> None:
    named = program(tmp_path / "kontor")
    assert find_office(named, {}).program == (str(named),)


@pytest.mark.parametrize(
    "inside", ["soffice", "program/soffice", "program/soffice.com", "Contents/MacOS/soffice"]
)
def test_a_folder_may_be_named(tmp_path: Path, inside: str) -> None:
    found = program(tmp_path / inside)
    assert find_office(tmp_path, {}).program == (str(found),)


def test_a_program_in_python_is_run_by_this_python() -> None:
    assert find_office(FAKE, {}).program == (sys.executable, str(FAKE))


@pytest.mark.skipif(os.name == "nt", reason="kun Windows kalder et program .exe")
def test_the_path_comes_before_the_usual_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual, on_path = program(tmp_path / "usual" / "soffice"), program(tmp_path / "bin" / "libreoffice")
    monkeypatch.setattr(office, "_PLACES", (str(tmp_path / "nowhere"), str(usual)))
    assert find_office(None, {"PATH": str(on_path.parent)}).program == (str(on_path),)
    assert find_office(None, {"PATH": ""}).program == (str(usual),)


@pytest.mark.skipif(os.name == "nt", reason="kun Windows har drev")
def test_no_program_is_taken_from_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path / "C:" / "office" / "soffice")
    program(tmp_path / "soffice")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(office, "_PLACES", ("C:/office/soffice",))
    with pytest.raises(NoOfficeError):
        find_office(None, {"PATH": "."})


def test_there_may_be_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_PLACES", ())
    with pytest.raises(NoOfficeError) as caught:
        find_office(None, {"PATH": str(tmp_path)})
    assert caught.value.exit_code is ExitCode.CONTENT
    assert "libreoffice-writer" in caught.value.hint
    with pytest.raises(NoOfficeError):
        find_office(tmp_path, {})


def test_another_program_has_another_mark(tmp_path: Path) -> None:
    first = find_office(program(tmp_path / "a"), {})
    second = find_office(program(tmp_path / "b"), {})
    assert first.mark != second.mark
    assert first.mark == find_office(tmp_path / "a", {}).mark
