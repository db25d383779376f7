"""What is written to the console, and when."""

from __future__ import annotations

import io
import sys

import pytest

from answerkit.cli import console
from answerkit.cli.console import Progress, prepare_streams, say


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(console, "monotonic", clock)
    return clock


class Terminal(io.StringIO):
    """Standard error as a terminal; no fixture, since pytest puts its own in place after the fixtures."""

    def isatty(self) -> bool:
        return True


def test_progress_waits_a_second_and_then_keeps_a_pace(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    progress = Progress()
    progress.update("1 af 900 filer")
    assert terminal.getvalue() == ""
    clock.now += 1
    progress.update("2 af 900 filer")
    progress.update("3 af 900 filer")
    clock.now += 0.1
    progress.update("9 filer")
    assert terminal.getvalue() == "\r2 af 900 filer\r9 filer       "
    progress.clear()
    assert terminal.getvalue().endswith("\r       \r")


def test_nothing_shown_leaves_nothing_to_clear(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    Progress().clear()
    assert terminal.getvalue() == ""


def test_a_pipe_sees_no_progress(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress()
    clock.now += 100
    progress.update("1 af 2 filer")
    assert capsys.readouterr().err == ""


def test_nothing_said_can_steer_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    say("\x1b[2Jfejl\r\x07 i \u202enavn\u202c")
    assert capsys.readouterr().err == "\ufffd[2Jfejl\ufffd\ufffd i \ufffdnavn\ufffd\n"


@pytest.mark.parametrize(("system", "encoding"), [("nt", "utf-8"), ("posix", "ascii")])
def test_windows_gets_utf_8_and_others_their_own(
    monkeypatch: pytest.MonkeyPatch, system: str, encoding: str
) -> None:
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="ascii") for _ in range(2)]
    monkeypatch.setattr(sys, "stdout", streams[0])
    monkeypatch.setattr(sys, "stderr", streams[1])
    monkeypatch.setattr(console, "os", type("system", (), {"name": system}))
    prepare_streams()
    assert {stream.encoding for stream in streams} == {encoding}
    assert {stream.errors for stream in streams} == {"replace"}


def test_a_stream_that_is_no_text_file_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    prepare_streams()
