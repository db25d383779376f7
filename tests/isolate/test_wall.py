"""What a child can reach from behind a wall: attempts of all kinds, by each way that a child is made."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from answerkit.isolate import processes, wall
from answerkit.isolate.wall import Wall, best_wall, trees
from isolate.attempts import ATTEMPTS
from isolate.scenes import VARIABLE, Tried, try_everything

ALLOWED = frozenset(
    {
        *("public_file", "public_folder", "settings_file", "relative_path", "template"),
        *("late_import", "late_machine_code", "late_codec"),
    }
)
"""What the work needs, and any wall lets through."""

NEVER_STOPPED = frozenset({"file_size", "link_target"})
"""That a file is there, how large it is and where a link leads: the proof by three builds covers it."""

PASSES_LANDLOCK = NEVER_STOPPED | {"udp", "unix_socket"}
PASSES_TRIPWIRE = NEVER_STOPPED | {
    *("lxml_file", "lxml_entity", "lxml_xinclude", "attached_database", "library_loaded_before", "make_pipe")
}
"""C code opens files without asking Python; this is why the weaker wall is called a tripwire."""

UNSURE_TRIPWIRE = frozenset({"parent_memory_by_call"})
"""Another process's memory: systems differ in whom they let."""

LANDLOCK_SINCE = {"cut_file": 3, "tcp": 4, "listen": 4, "signal_parent": 6}

FORKED, FRESH, TRIPWIRE = "forked", "fresh", "tripwire"


@pytest.fixture(scope="module", params=[FORKED, FRESH, TRIPWIRE])
def tried(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tried]:
    """All attempts, made once for each way."""
    way = request.param
    if sys.platform == "win32":
        pytest.skip("kun Linux og macOS: forsøgene bruger POSIX-kald")
    if way != TRIPWIRE and best_wall() is not Wall.LANDLOCK:
        pytest.skip("denne kerne har ikke Landlock")
    base = tmp_path_factory.mktemp(way) / "project"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(processes, "may_fork", lambda: way == FORKED)
        patch.setenv(VARIABLE, "")
        patch.chdir(base.parent)
        base.mkdir()
        patch.chdir(base)
        yield try_everything(base, Wall.TRIPWIRE if way == TRIPWIRE else Wall.LANDLOCK)


def skip_for_old_landlock(tried: Tried, name: str) -> None:
    """Only where it counts: a check of an older kernel than the right needs would always fail."""
    if tried.wall is Wall.LANDLOCK and sys.platform == "linux":
        from answerkit.isolate import landlock  # noqa: PLC0415 - Linux only

        if landlock.version() < LANDLOCK_SINCE.get(name, 1):
            pytest.skip("denne kernes Landlock er for gammel til denne ret")


def passing(wall: Wall) -> frozenset[str]:
    return PASSES_LANDLOCK if wall is Wall.LANDLOCK else PASSES_TRIPWIRE


@pytest.mark.parametrize("name", sorted(ALLOWED))
def test_what_the_work_needs_is_let_through(tried: Tried, name: str) -> None:
    stopped, got = tried.outcomes[name]
    assert stopped == ""
    assert got != b""


@pytest.mark.parametrize("name", sorted(ATTEMPTS.keys() - ALLOWED - NEVER_STOPPED))
def test_an_attempt_gets_through_only_where_the_table_says_so(tried: Tried, name: str) -> None:
    skip_for_old_landlock(tried, name)
    if tried.wall is Wall.TRIPWIRE and name in UNSURE_TRIPWIRE:
        return
    assert tried.got_through(name) == (name in passing(tried.wall))


@pytest.mark.parametrize("name", sorted(NEVER_STOPPED))
def test_no_wall_hides_that_a_file_is_there(tried: Tried, name: str) -> None:
    assert tried.outcomes[name][0] == ""


def test_attempts_are_many_and_nothing_is_inherited(tried: Tried) -> None:
    assert len(ATTEMPTS) > 60
    assert not any(tried.inherited.encode() in got for _, got in tried.outcomes.values())
    for name in (
        "environment",
        "library_environment",
        "inherited_descriptors",
        "inherited_memory",
        "standard_input",
    ):
        assert tried.outcomes[name][0] == ""


def test_a_library_folder_that_holds_the_project_is_not_granted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside, outside = tmp_path / "a" / "site-packages", tmp_path / "b" / "site-packages"
    for folder in (inside / "project", outside):
        folder.mkdir(parents=True)
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(inside), str(outside)])
    granted = trees([inside / "project"])
    assert outside.resolve() in granted
    assert inside / "project" in granted
    assert not {inside.resolve(), tmp_path.resolve()} & set(granted)


def test_libraries_are_narrow(tmp_path: Path) -> None:
    granted = trees([tmp_path])
    package = Path(wall.__file__).parents[1].resolve()
    assert package in granted
    assert Path(os.__file__).parent.resolve() in granted
    assert not set(granted) & {Path(sys.prefix), Path(sys.base_prefix), package.parent, Path.cwd()}
    assert all(path.is_absolute() for path in granted)


def test_relative_paths_are_taken_from_the_current_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert trees([Path("content")])[0] == tmp_path / "content"
