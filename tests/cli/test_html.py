"""``answerkit build --html``."""

from __future__ import annotations

import json

import pytest

from answerkit.model.finding import Finding, Gate
from answerkit.publish.files import POSIX_MODES
from cli.conftest import Answerkit
from lanes.small import CANARY, CLOSED, OPEN, Small

pytestmark = pytest.mark.usefixtures("small")

PUBLIC, CONFIDENTIAL = f"outputs/public/{CLOSED}.html", f"outputs/confidential/{CLOSED}.html"


def test_a_page_lies_beside_each_word_file(small: Small, answerkit: Answerkit) -> None:
    run = answerkit("build", "--html")
    assert (run.code, run.err) == (0, "")
    assert small.files() == [
        f"confidential/{CLOSED}.docx",
        f"confidential/{CLOSED}.html",
        f"public/{OPEN}.docx",
        f"public/{OPEN}.html",
        f"public/{CLOSED}.docx",
        f"public/{CLOSED}.html",
    ]
    line = next(line for line in run.out.splitlines() if line.startswith(PUBLIC))
    assert line.startswith(f"{PUBLIC} · bygget · sha256 ")
    assert f"{CONFIDENTIAL} · bygget" in run.out.splitlines()


def test_the_public_page_has_nothing_of_the_confidential_tree(small: Small, answerkit: Answerkit) -> None:
    run = answerkit("build", "--html", "--format", "json")
    assert CANARY not in (small.base / PUBLIC).read_text(encoding="utf-8")
    assert CANARY in (small.base / CONFIDENTIAL).read_text(encoding="utf-8")
    assert CANARY not in run.out
    lines = [item for item in json.loads(run.out)["results"] if item["path"] == CONFIDENTIAL]
    assert [set(line) for line in lines] == [{"answer", "edition", "status", "path"}]


@pytest.mark.skipif(not POSIX_MODES, reason="this system keeps no modes")
def test_the_confidential_page_is_its_owners_alone(small: Small, answerkit: Answerkit) -> None:
    answerkit("build", "--html")
    assert (small.base / CONFIDENTIAL).stat().st_mode & 0o777 == 0o600
    assert (small.base / PUBLIC).stat().st_mode & 0o077 != 0


def test_the_second_time_nothing_has_changed(small: Small, answerkit: Answerkit) -> None:
    answerkit("build", "--html")
    before = {file: (small.outputs / file).read_bytes() for file in small.files()}
    run = answerkit("build", "--html")
    assert run.out.count("uændret") == 6
    assert {file: (small.outputs / file).read_bytes() for file in small.files()} == before


def test_a_page_asked_for_later_leaves_the_word_file_alone(answerkit: Answerkit) -> None:
    answerkit("build")
    run = answerkit("build", "--html")
    assert run.code == 0
    assert (run.out.count("uændret"), run.out.count("bygget")) == (3, 3)


def test_a_page_edited_by_hand_is_kept(small: Small, answerkit: Answerkit) -> None:
    answerkit("build", "--html")
    (small.base / PUBLIC).write_text("rettet", encoding="utf-8")
    run = answerkit("build", "--html")
    assert run.code == 3
    assert f"{PUBLIC}: AK601" in run.err
    assert (small.base / PUBLIC).read_text(encoding="utf-8") == "rettet"
    again = answerkit("build", "--html", "--force")
    assert again.code == 0
    assert f"public/{CLOSED}.bak-1.html" in small.files()


def test_a_page_that_falls_behind_is_told_of(small: Small, answerkit: Answerkit) -> None:
    answerkit("build", "--html")
    small.change("content/public/figures/sager.yaml", "value: 550", "value: 560")
    run = answerkit("build")
    assert run.code == 0
    assert f"bemærk: {PUBLIC} er af ældre dato" in run.err
    assert "560" not in (small.base / PUBLIC).read_text(encoding="utf-8")
    assert "bemærk" not in answerkit("build", "--force").err  # the Word file is the same as before
    assert "bemærk" not in answerkit("build", "--html").err
    assert "560" in (small.base / PUBLIC).read_text(encoding="utf-8")


def test_without_a_style_sheet_there_is_no_page(small: Small, answerkit: Answerkit) -> None:
    (small.base / "templates" / "edition.css").unlink()
    run = answerkit("build", "--html")
    assert run.code == 3
    assert "templates/edition.css: AK504" in run.err
    assert small.files() == []
    assert answerkit("build").code == 0


def test_a_style_sheet_that_hides_text_is_refused(small: Small, answerkit: Answerkit) -> None:
    small.write("templates/edition.css", "p { display: none }\n")
    run = answerkit("build", "--html")
    assert run.code == 4
    assert f"{PUBLIC}: S206" in run.err
    assert "AK603 den byggede fil blev afvist af kontrollen: S206; ret templates/edition.css" in run.err
    assert small.files() == []


def test_a_page_is_looked_at_again_while_it_lies_there(
    answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch
) -> None:
    answerkit("build", "--html", OPEN)
    looked: list[str] = []

    def gate(*_: object, name: str) -> tuple[Finding, ...]:
        looked.append(name)
        return (Finding(name, "", "", Gate.STRUCTURE, "S204", "linjen"),)

    monkeypatch.setattr("answerkit.verify.page.gate.verify_page", gate)
    run = answerkit("build", "--html", OPEN, "--edition", "public")
    assert run.code == 4
    assert looked == [f"outputs/public/{OPEN}.html"]


def test_a_cpr_number_in_the_public_content_stops_both_files(small: Small, answerkit: Answerkit) -> None:
    small.change("content/public/blocks/text/arbejdet.yaml", "Der er", "Det gælder 241236-4321. Der er")
    run = answerkit("build", "--html", OPEN, "--edition", "public")
    assert run.code == 4
    assert f"outputs/public/{OPEN}.docx:" in run.err
    assert "P101" in run.err
    assert "241236" not in run.err
    assert small.files() == []
