"""``answerkit scan`` as its users see it."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from cli.conftest import Answerkit
from lanes.small import CANARY, OPEN, Small
from verify.a11y.files import link, word

CPR = "241236-4321"


@pytest.fixture
def letters(small: Small) -> Path:
    small.write("breve/a.txt", f"Se {CPR}.\n")
    small.write("breve/b.html", "<html><body><p>x</p><!-- husk --></body></html>")
    small.write("breve/c.txt", "Intet.\n")
    return small.base / "breve"


@pytest.mark.usefixtures("letters")
def test_each_file_gets_its_verdict_and_each_finding_a_line(answerkit: Answerkit) -> None:
    run = answerkit("scan", "breve")
    assert run.code == 4
    assert run.out.splitlines() == [
        "breve/a.txt · 1 fejl", "breve/b.html · 1 fejl", "breve/c.txt · intet fundet",
    ]  # fmt: skip
    lines = run.err.splitlines()
    assert lines[0] == "breve/a.txt:1: P101 et personnummer"
    assert lines[-2] == "2 fejl"
    assert lines[-1].startswith("3 filer undersøgt på 0,")
    assert CPR not in run.out + run.err


@pytest.mark.usefixtures("letters")
def test_json_has_the_promised_form(answerkit: Answerkit) -> None:
    run = answerkit("scan", "breve/a.txt", "--format", "json")
    assert run.code == 4
    assert json.loads(run.out) == {
        "files": 1,
        "findings": [
            {
                "file": "breve/a.txt", "line": 1, "part": "", "place": "", "gate": "pattern", "code": "P101",
                "severity": "error", "class": "cpr", "length": 11, "message": "et personnummer",
            }
        ],
    }  # fmt: skip


@pytest.mark.usefixtures("letters")
def test_nothing_found_and_warnings_alone_are_no_failure(answerkit: Answerkit, small: Small) -> None:
    assert answerkit("scan", "breve/c.txt").code == 0
    small.write("breve/d.txt", "https://example.org/?utm_source=x")
    run = answerkit("scan", "breve/d.txt")
    assert run.code == 0
    assert run.out == "breve/d.txt · 1 advarsel\n"


def test_a_built_file_passes_as_built_and_as_edited(answerkit: Answerkit, small: Small) -> None:
    assert answerkit("build", "--edition", "public").code == 0
    assert small.files()
    for profile in ("built", "edited"):
        run = answerkit("scan", "outputs/public", "--profile", profile)
        assert run.code == 0
        assert " fejl" not in run.out
    run = answerkit("scan", "breve.txt", "--profile", "built")
    assert run.code == 2


def test_a_file_is_held_against_another_and_neither_is_repeated(answerkit: Answerkit, small: Small) -> None:
    small.write("hemmelig.txt", "Mogens Falkesgaard bor der.\n")
    small.write("om Mogens Falkesgaard.txt", "Mogens Falkesgaard er nævnt.\n")
    run = answerkit("scan", "om Mogens Falkesgaard.txt", "--against", "hemmelig.txt", "--jobs", "2")
    assert run.code == 4
    assert "C102" in run.err
    assert "Falkesgaard" not in run.out + run.err
    assert run.out == "[fil 1].txt · 2 fejl\n"


def test_the_projects_own_secrets_are_found_wherever_the_user_stands(
    answerkit: Answerkit, small: Small, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "brev.txt").write_text(f"Om {CANARY}.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert "holdt op mod noget" in answerkit("scan", "brev.txt").err
    run = answerkit("scan", "brev.txt", "--project", str(small.base))
    assert run.code == 4
    assert "holdt op mod noget" not in run.err


def test_without_a_path_it_says_what_is_missing(answerkit: Answerkit) -> None:
    run = answerkit("scan")
    assert run.code == 2
    assert (
        run.err == "der mangler noget, eller det kan ikke bruges: skriv STI...; se »answerkit scan --help«\n"
    )


def test_a_path_that_is_not_there(answerkit: Answerkit) -> None:
    run = answerkit("scan", "findes-ikke")
    assert run.code == 2
    assert "findes ikke" in run.err


def test_its_help_is_danish(answerkit: Answerkit) -> None:
    run = answerkit("scan", "--help")
    assert run.code == 0
    assert "required" not in run.out
    assert "scan [VALG] STI..." in run.out


def accept(small: Small, found: dict[str, object], expires: str) -> None:
    """Accept a finding as JSON tells it."""
    keys = ("file", "part", "place", "code", "class")
    lines = [f"{key}: {json.dumps(found[key])}" for key in keys if found[key]]
    lines += ["reason: Den er set efter.", "owner: Byrådsservice", f"expires: {expires}"]
    text = "\n    ".join(lines)
    small.write(".answerkit-baseline.yaml", f"classification: public\naccepted:\n  - {text}\n")


@pytest.mark.usefixtures("letters")
def test_an_accepted_finding_is_counted_until_it_expires(answerkit: Answerkit, small: Small) -> None:
    (found,) = json.loads(answerkit("scan", "breve/b.html", "--format", "json").out)["findings"]
    accept(small, found, "2999-12-31")
    run = answerkit("scan", "breve/b.html")
    assert (run.code, run.out) == (0, "breve/b.html · intet fundet\n")
    assert "1 fund er accepteret i .answerkit-baseline.yaml" in run.err
    assert answerkit("scan", "breve").code == 4  # the CPR number beside it
    accept(small, found, "1999-12-31")
    run = answerkit("scan", "breve/b.html")
    assert run.code == 4
    assert ".answerkit-baseline.yaml:3:5: AK702 advarsel: " in run.err


@pytest.mark.usefixtures("letters")
def test_a_cpr_number_cannot_be_accepted(answerkit: Answerkit, small: Small) -> None:
    (found,) = json.loads(answerkit("scan", "breve/a.txt", "--format", "json").out)["findings"]
    accept(small, found, "2999-12-31")
    run = answerkit("scan", "breve/a.txt")
    assert run.code == 4
    assert ".answerkit-baseline.yaml:3:5: AK701 fundet kan ikke accepteres; " in run.err
    assert "breve/a.txt:1: P101" in run.err


def test_what_not_everybody_can_read_is_found_when_asked_for(small: Small, answerkit: Answerkit) -> None:
    (small.base / "breve").mkdir()
    (small.base / "breve" / "svar.docx").write_bytes(word(link("klik her")))
    unasked = answerkit("scan", "breve/svar.docx")
    asked = answerkit("scan", "breve/svar.docx", "--a11y")
    assert "A150" not in unasked.err
    assert "A150 linkets tekst fortæller ikke, hvor det fører hen; skriv i teksten" in asked.err
    assert asked.code == max(unasked.code, 1)


def test_only_what_people_cannot_read_is_no_leak(small: Small, answerkit: Answerkit) -> None:
    assert answerkit("build", OPEN, "--edition", "public").code == 0
    built = small.output("public", OPEN)
    assert answerkit("scan", str(built), "--a11y", "--profile", "built").code == 0
    with zipfile.ZipFile(built) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = parts["word/document.xml"]
    parts["word/document.xml"] = body.replace(b'<w:pStyle w:val="Heading', b'<w:pStyle w:val="X')
    with zipfile.ZipFile(built, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    run = answerkit("scan", str(built), "--a11y")
    assert "A110" in run.err
    assert run.code == 1
