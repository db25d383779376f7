"""What the weaker wall lets through and what it refuses, event by event as Python names them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from answerkit.isolate.tripwire import Guard


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder ``in`` that may be read, a folder ``out`` that may not, and ways from one to the other."""
    for name in ("in/deep", "out", "inside"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("in/a", "in/deep/b", "out/secret", "file", "inside/c"):
        (tmp_path / name).touch()
    if sys.platform != "win32":
        (tmp_path / "in/link").symlink_to("../out/secret")
        (tmp_path / "in/folder").symlink_to(tmp_path / "out")
        (tmp_path / "granted").symlink_to("out")
        (tmp_path / "back").symlink_to("in")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def allows(base: Path, event: str, *arguments: object) -> bool:
    filled = tuple(
        argument.replace("BASE", str(base)) if isinstance(argument, str) else argument
        for argument in arguments
    )
    return Guard([base / "in", base / "file", base / "granted"]).allows(event, filled)


@pytest.mark.parametrize(
    ("event", "arguments"),
    [
        ("open", ("BASE/in/a", "r", 0)),
        ("open", ("in/deep/b", "rb", os.O_RDONLY)),
        ("open", ("BASE/in/deep/../a", "r", 0)),
        ("open", ("BASE/in/a", None, os.O_RDONLY)),
        ("open", ("BASE/file", "r", 0)),
        ("open", (7, "r", 0)),
        ("open", (b"in/a", "r", 0)),
        ("open", (Path("in/a"), "r", 0)),
        ("os.listdir", ("BASE/in",)),
        ("os.scandir", ("in/deep",)),
        ("os.listdir", (3,)),
        ("import", ("json", None, [], [], [])),
        ("import", ("fast", "BASE/in/fast.so", [], [], [])),
        ("sqlite3.connect", (":memory:",)),
        ("compile", (b"", "x")),
        ("os.putenv", (b"a", b"b")),
    ],
)
def test_what_the_work_needs_is_let_through(base: Path, event: str, arguments: tuple[object, ...]) -> None:
    assert allows(base, event, *arguments)


@pytest.mark.parametrize(
    ("event", "arguments"),
    [
        ("open", ("BASE/out/secret", "r", 0)),
        ("open", ("out/secret", "r", 0)),
        ("open", (b"out/secret", "r", 0)),
        ("open", (Path("out/secret"), "r", 0)),
        ("open", ("BASE/in/../out/secret", "r", 0)),
        ("open", ("BASE/inside/c", "r", 0)),
        ("open", ("in/a", None, os.O_RDONLY)),
        ("open", ("BASE/in/a", "w", os.O_WRONLY | os.O_CREAT)),
        ("open", ("BASE/in/a", "r+", os.O_RDWR)),
        ("open", ("BASE/in/new", "x", os.O_CREAT)),
        ("open", ("BASE/in/a", None, os.O_TRUNC)),
        ("os.listdir", (None,)),
        ("os.listdir", (".",)),
        ("os.listdir", ("BASE",)),
        ("os.scandir", ("BASE/out",)),
        ("os.chdir", ("BASE/out",)),
        ("import", ("fast", "BASE/out/fast.so", [], [], [])),
        ("sqlite3.connect", ("BASE/in/a",)),
        ("subprocess.Popen", ("cat", [], None, None)),
        ("os.system", (b"true",)),
        ("os.exec", ("cat", [], None)),
        ("os.fork", ()),
        ("os.startfile", ("a", "open")),
        ("os.remove", ("BASE/in/a", -1)),
        ("os.rename", ("BASE/in/a", "BASE/in/b", -1, -1)),
        ("socket.__new__", (None, 2, 1, 0)),
        ("ctypes.dlopen", (None,)),
        ("ctypes.dlsym", (None, "open")),
        ("tempfile.mkstemp", ("x",)),
        ("shutil.copyfile", ("a", "b")),
        ("winreg.OpenKey", ("a", "b", 1)),
        ("_winapi.CreateFile", ("a", 1, 1, 1, 1)),
    ],
)
def test_all_else_is_refused(base: Path, event: str, arguments: tuple[object, ...]) -> None:
    assert not allows(base, event, *arguments)


@pytest.mark.skipif(sys.platform == "win32", reason="kun Linux og macOS: symbolske links")
@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("in/link", False),
        ("in/folder/secret", False),
        ("granted", False),
        ("granted/secret", False),
        ("back/a", True),
        ("back/link", False),
    ],
)
def test_a_link_is_judged_by_where_it_leads(base: Path, path: str, allowed: bool) -> None:  # noqa: FBT001 - a table
    assert allows(base, "open", path, "r", 0) == allowed
