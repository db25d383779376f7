"""``answerkit check`` as it is typed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from answerkit.isolate.wall import Wall
from cli.conftest import Answerkit
from lanes.small import CANARY, OPEN, Here, Small


def test_what_a_clean_check_says(small: Small, answerkit: Answerkit) -> None:
    run = answerkit("check", "--require-isolation", "--require-clearance")
    assert (run.code, run.out) == (0, "")
    assert "bemærk: muren om den offentlige udgave: landlock" in run.err
    assert "bemærk: bevist: " in run.err
    assert not small.outputs.exists()


def test_a_planted_leak_is_red_and_not_repeated(small: Small, answerkit: Answerkit) -> None:
    small.change("content/public/blocks/text/arbejdet.yaml", "Der er", f"{CANARY} i teksten. Der er")
    for form in ("text", "json", "sarif", "junit", "github"):
        run = answerkit("check", "--format", form)
        assert run.code == 4
        assert "content/public/blocks/text/arbejdet.yaml" in run.out + run.err
        assert f"outputs/public/{OPEN}.docx" in run.out + run.err
        assert CANARY.casefold() not in f"{run.out}{run.err}".casefold()


def test_without_clearance(small: Small, answerkit: Answerkit) -> None:
    shutil.rmtree(small.confidential)
    run = answerkit("check")
    assert run.code == 0
    assert "holdt op mod den" in run.err
    run = answerkit("check", "--require-clearance", "--format", "json")
    assert run.code == 4
    assert [item["code"] for item in json.loads(run.out)["findings"]] == ["B203"]


def test_paths_count_from_here(
    small: Small, answerkit: Answerkit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    small.confidential.rename(tmp_path / "lukket")
    run = answerkit("check", "--project", "project", "--confidential", "lukket", "--verdict", "svar.json")
    assert run.code == 0
    assert json.loads((tmp_path / "svar.json").read_text(encoding="utf-8"))["cleared"] is True
    assert answerkit("check", "--project", "project", "--confidential", "andet").code == 2


@pytest.mark.parametrize("edition", ["public", "both"])
def test_a_build_may_ask_for_the_stronger_wall(
    small: Small, answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch, edition: str
) -> None:
    assert answerkit("build", "--require-isolation", "--edition", edition).code == 0
    shutil.rmtree(small.outputs)
    monkeypatch.setattr("answerkit.lanes.build.best_wall", lambda: Wall.TRIPWIRE)
    run = answerkit("build", "--require-isolation", "--edition", edition)
    assert run.code == 4
    assert "B202" in run.err
    assert not small.outputs.exists()
    monkeypatch.setattr(Here, "wall", Wall.TRIPWIRE)
    assert answerkit("build", "--edition", edition).code == 0


def test_the_confidential_edition_needs_no_wall(
    small: Small, answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("answerkit.lanes.build.best_wall", lambda: Wall.TRIPWIRE)
    assert answerkit("build", "--require-isolation", "--edition", "confidential").code == 0
    assert (small.outputs / "confidential").exists()


def test_what_somebody_answers_for_is_counted_and_the_verdict_is_clean(
    small: Small, answerkit: Answerkit
) -> None:
    small.write("outputs/public/brev.html", "<p>x</p><!-- husk -->")
    run = answerkit("check", "--format", "json")
    assert run.code == 4
    found = json.loads(run.out)["findings"]
    keys = ("file", "part", "place", "code", "class")
    facts = ["\n    ".join(f"{key}: {json.dumps(item[key])}" for key in keys if item[key]) for item in found]
    tail = "\n    reason: Set.\n    owner: Os\n    expires: 2999-12-31\n"
    entries = "".join(f"  - {fact}{tail}" for fact in dict.fromkeys(facts))
    small.write(".answerkit-baseline.yaml", f"classification: public\naccepted:\n{entries}")
    run = answerkit("check", "--verdict", "svar.json")
    assert (run.code, run.err.count("accepteret i .answerkit-baseline.yaml")) == (0, 1)
    assert json.loads((small.base / "svar.json").read_text(encoding="utf-8"))["clean"] is True
    (small.outputs / "public" / "brev.html").unlink()
    run = answerkit("check")
    assert run.code == 0
    assert "AK703 advarsel: " in run.err


def test_what_not_everybody_can_read_is_found(small: Small, answerkit: Answerkit) -> None:
    head = "id: text/arbejdet\nclassification: public\ntitle: Arbejdet\n"
    text = "text: |-\n  **Baggrund**\n\n  Vi arbejder.\n"
    small.write("content/public/blocks/text/arbejdet.yaml", head + text)
    run = answerkit("check")
    assert run.code == 1
    assert f"outputs/public/{OPEN}.docx" in run.err
    assert "A112 et afsnit med fed skrift ligner en overskrift" in run.err
