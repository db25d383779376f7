"""The program as a process of its own: determinism, interrupts, pipes and consoles."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from answerkit.publish.record import RECORD_NAME
from lanes.small import CLOSED, OPEN, Small, small_project

PROGRAM = [sys.executable, "-m", "answerkit"]
posix_only = pytest.mark.skipif(os.name != "posix", reason="kun Windows har ikke POSIX-signaler")


@pytest.fixture
def small(tmp_path: Path) -> Small:
    return small_project(tmp_path / "project")


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, **more}


def built(small: Small, here: Path, umask: int = 0o022, **variables: str) -> dict[str, bytes]:
    before = os.umask(umask)
    try:
        subprocess.run(
            [*PROGRAM, "build", "--project", str(small.base)],
            cwd=here,
            env=environment(**variables),
            check=True,
            capture_output=True,
        )
    finally:
        os.umask(before)
    files = (
        small.output("public", OPEN),
        small.output("public", CLOSED),
        small.outputs / "public" / RECORD_NAME,
    )
    return {file.name: file.read_bytes() for file in files}


def test_the_same_bytes_everywhere_and_without_the_confidential_tree(tmp_path: Path) -> None:
    first = small_project(tmp_path / "a")
    second = small_project(tmp_path / "another" / "much longer" / "ståed")
    shutil.rmtree(second.confidential)
    here = built(first, first.base, TZ="UTC", LC_ALL="C", PYTHONHASHSEED="1")
    there = built(
        second,
        tmp_path,
        0o077,
        TZ="Pacific/Kiritimati",
        LC_ALL="da_DK.UTF-8",
        LANG="tr_TR",
        PYTHONHASHSEED="2",
    )
    assert here == there


@pytest.mark.parametrize(
    ("argument", "spared"),
    [
        ("--version", {"typer", "json", "pathlib"}),
        ("--help", {"docx", "lxml", "jinja2", "yaml", "markdown_it", "rich"}),
    ],
)
def test_what_is_not_needed_is_not_imported(argument: str, spared: set[str]) -> None:
    check = f"print(*{spared!r} & set(sys.modules), file=sys.stderr, end='')"
    code = f"import sys; from answerkit.__main__ import main; main([{argument!r}]); {check}"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
    assert done.stdout
    assert done.stderr == b""


def many(small: Small, count: int) -> None:
    """Give the project so many answers that a build can be met halfway."""
    answer = (small.public / "answers" / f"{OPEN}.yaml").read_text(encoding="utf-8")
    for number in range(count):
        small.write(f"content/public/answers/nr{number}.yaml", answer.replace(OPEN, f"nr{number}"))


@posix_only
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_leaves_nothing_half_written(small: Small, number: signal.Signals) -> None:
    many(small, 300)
    process = subprocess.Popen(
        [*PROGRAM, "build", "--edition", "public"],
        cwd=small.base,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    process.send_signal(number)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert err.endswith("\nafbrudt\n")
    assert "Traceback" not in out
    assert first
    assert not list(small.outputs.rglob("*.tmp"))
    assert 0 < len(small.files()) < 300


@posix_only
@pytest.mark.parametrize("milestone", ["answerkit.lanes.early", "lxml.etree", "answerkit.cli.edge"])
def test_an_interrupt_while_the_program_is_still_starting(small: Small, milestone: str) -> None:
    """It comes when that module is about to be imported, and is answered in one line all the same."""
    script = (
        "import os, signal, sys\n"
        "class Finder:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name == {milestone!r}: os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Finder())\n"
        "from answerkit.__main__ import main\n"
        "sys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "build"], cwd=small.base, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"afbrudt\n")


@posix_only
def test_a_reader_that_hangs_up(small: Small) -> None:
    many(small, 50)
    process = subprocess.Popen(
        [*PROGRAM, "build"], cwd=small.base, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(timeout=30) == 130
    process.stderr.close()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_a_console_without_danish_letters(small: Small, encoding: str) -> None:
    small.write("content/public/terms/Ø.yaml", "")
    done = subprocess.run(
        [*PROGRAM, "build"],
        cwd=small.base,
        env=environment(PYTHONIOENCODING=encoding, PYTHONUTF8="0"),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 3
    assert b"AK102" in done.stderr


@posix_only
def test_a_terminal_sees_no_progress_of_a_short_run(small: Small) -> None:
    import pty  # noqa: PLC0415 - POSIX only

    reading, writing = pty.openpty()
    done = subprocess.run(
        [*PROGRAM, "build", OPEN, "--edition", "public"],
        cwd=small.base,
        stdout=subprocess.PIPE,
        stderr=writing,
        check=True,
    )
    os.close(writing)
    assert done.stdout.count(b"\n") == 1
    assert b"ikke \xc3\xa5bnet" in os.read(reading, 4096)
    os.close(reading)
