"""``answerkit release`` as it is typed."""

from __future__ import annotations

from pathlib import Path

from cli.conftest import Answerkit
from lanes.small import CANARY, CLOSED, OPEN, Small


def test_a_built_file_leaves(small: Small, answerkit: Answerkit, tmp_path: Path) -> None:
    assert answerkit("build").code == 0
    (tmp_path / "ud").mkdir()
    run = answerkit("release", f"outputs/public/{OPEN}.docx", "--to", "../ud")
    assert run.code == 0
    (file,) = (tmp_path / "ud").glob("svar-*.docx")
    assert file.read_bytes() == small.output("public", OPEN).read_bytes()
    assert run.out.startswith(f"../ud/{file.name} · frigivet · sha256 ")


def test_a_confidential_one_does_not(small: Small, answerkit: Answerkit, tmp_path: Path) -> None:
    assert answerkit("build").code == 0
    (tmp_path / "ud").mkdir()
    named = tmp_path / f"{CANARY} i noten.docx"
    named.write_bytes(small.output("confidential", CLOSED).read_bytes())
    for form in ("text", "json"):
        run = answerkit("release", str(named), "--to", str(tmp_path / "ud"), "--format", form)
        assert run.code == 4
        assert CANARY not in run.out + run.err
    run = answerkit("release", f"outputs/confidential/{CLOSED}.docx", "--to", str(tmp_path / "ud"))
    assert run.code == 4
    assert list((tmp_path / "ud").iterdir()) == []


def test_a_folder_must_be_named(small: Small, answerkit: Answerkit, tmp_path: Path) -> None:
    assert answerkit("release", "x.docx").code == 2
    run = answerkit("release", "x.docx", "--to", str(tmp_path), "--project", str(small.base))
    assert run.code == 2
    assert "filen findes ikke" in run.err


def test_a_confidential_tree_that_is_named_must_exist(
    small: Small, answerkit: Answerkit, tmp_path: Path
) -> None:
    assert answerkit("build").code == 0
    file = str(small.output("public", CLOSED))
    run = answerkit("release", file, "--to", str(tmp_path), "--confidential", str(tmp_path / "absent"))
    assert run.code == 2
    assert "ret stien efter --confidential" in run.err
    assert answerkit("release", file, "--to", str(tmp_path)).code == 0
