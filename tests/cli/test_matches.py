"""``--show-matches``: for the eyes at a terminal, and for no pipe, file, log or CI."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from answerkit.cli.formats import Format
from cli.conftest import Answerkit
from lanes.small import Small

CPR = "241236-4321"
NAME = "Snefrid Tågelund"
DISGUISED = "U25lZnJpZCBUw6VnZWx1bmQ="  # the name in base64


@pytest.fixture
def letter(small: Small) -> Path:
    small.write("hemmeligt.txt", f"Notatet handler om {NAME}.\n")
    small.write("breve/a.txt", f"Se {CPR}.\nHun hedder {NAME}.\n{DISGUISED}\n")
    return small.base / "breve" / "a.txt"


def sit_at(screens: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let standard output, standard error or both be a terminal."""
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(getattr(sys, name), "isatty", lambda name=name: screens in {name, "both"})
    monkeypatch.delenv("CI", raising=False)


def scan(answerkit: Answerkit, *more: str) -> tuple[int, str]:
    run = answerkit("scan", "breve", "--against", "hemmeligt.txt", *more)
    return run.code, run.out + run.err


@pytest.mark.usefixtures("letter")
@pytest.mark.parametrize("ci", ["", "false", "False"])
@pytest.mark.parametrize("jobs", ["1", "3"])
def test_a_terminal_is_shown_what_was_found(
    answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch, ci: str, jobs: str
) -> None:
    sit_at("both", monkeypatch)
    monkeypatch.setenv("CI", ci)
    code, shown = scan(answerkit, "--show-matches", "--jobs", jobs)
    assert code == 4
    assert f"breve/a.txt: P101 fandt: {CPR}" in shown
    assert shown.count(f"breve/a.txt: C102 fandt: {NAME}") == 2
    assert "breve/a.txt:1: P101 et personnummer\n" in shown


@pytest.mark.usefixtures("letter")
@pytest.mark.parametrize("ci", ["true", "1", "0", "yes", " x "])
def test_ci_is_no_terminal(answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch, ci: str) -> None:
    sit_at("both", monkeypatch)
    monkeypatch.setenv("CI", ci)
    code, shown = scan(answerkit, "--show-matches")
    assert code == 2
    assert "--show-matches kan ikke bruges i CI" in shown
    assert CPR not in shown
    assert NAME not in shown


@pytest.mark.usefixtures("letter")
@pytest.mark.parametrize("form", [form for form in Format if form is not Format.TEXT])
def test_no_document_is_written_with_it(
    answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    sit_at("both", monkeypatch)
    code, shown = scan(answerkit, "--show-matches", "--format", form)
    assert code == 2
    assert "kun fund på en skærm" in shown
    assert CPR not in shown


@pytest.mark.usefixtures("letter")
@pytest.mark.parametrize("screens", ["stdout", "stderr", "neither"])
def test_a_pipe_is_refused_and_nothing_is_scanned(
    answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch, screens: str
) -> None:
    sit_at(screens, monkeypatch)
    code, shown = scan(answerkit, "--show-matches")
    assert (code, shown.count("\n")) == (2, 1)
    assert "--show-matches viser kun fund på en skærm" in shown


@pytest.mark.usefixtures("letter")
def test_nothing_is_shown_unless_asked_for(answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch) -> None:
    sit_at("both", monkeypatch)
    code, shown = scan(answerkit)
    assert code == 4
    assert CPR not in shown
    assert NAME not in shown


def test_a_match_cannot_steer_the_terminal_nor_fill_it(
    answerkit: Answerkit, small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    sit_at("both", monkeypatch)
    small.write("breve/lang.txt", f"https://example.org/?utm_source={'x' * 900}\x1b]0;titel\x07\n")
    run = answerkit("scan", "breve", "--show-matches")
    assert "P105 fandt: " in run.err
    assert "\x1b" not in run.out + run.err
    assert all(len(line) < 300 for line in run.err.splitlines())
