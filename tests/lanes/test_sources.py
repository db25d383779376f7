"""Everything that a public file could be made of is searched: comments, unused files, names, templates."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from answerkit.lanes.clearing import clear_against
from answerkit.lanes.sources import search_sources
from answerkit.model.codes import Code
from answerkit.model.finding import Finding
from answerkit.model.problem import Problem
from lanes.small import Small

NAME = "Snefrid Tågelund"
BLOCK = "content/public/blocks/text/arbejdet.yaml"


def searched(small: Small, tmp_path: Path) -> list[Problem | Finding]:
    secret = tmp_path / "hemmeligt.txt"
    secret.write_text(f"Notatet handler om {NAME}.", encoding="utf-8")
    return list(search_sources(small.paths, clear_against(secret, small.paths)))


def places(found: list[Problem | Finding]) -> list[tuple[str, int]]:
    return [(item.file, item.line) for item in found if isinstance(item, Finding)]


def test_a_clean_project_has_nothing(small: Small, tmp_path: Path) -> None:
    assert searched(small, tmp_path) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "line"),
    [
        (BLOCK, "  Der er", f"  {NAME} var der.\n  Der er", 5),
        (BLOCK, "text: |-", f"# set af {NAME}\ntext: |-", 4),
        (
            "content/public/figures/sager.yaml",
            "source: Optælling",
            f"source: Optælling\n    note: {NAME}",
            13,
        ),
        ("answerkit.toml", "authority", f"# {NAME}\nauthority", 1),
        ("templates/front.md.j2", "Spørger\n", f"Spørger\n{{# {NAME} #}}\n", 2),
    ],
)
def test_the_line_is_told_and_not_the_text(  # noqa: PLR0913, PLR0917 - a case
    small: Small, tmp_path: Path, path: str, old: str, new: str, line: int
) -> None:
    small.change(path, old, new)
    found = searched(small, tmp_path)
    assert places(found) == [(path, line)]
    assert "Tågelund" not in repr(found)


def test_the_baseline_of_accepted_findings(small: Small, tmp_path: Path) -> None:
    small.write(".answerkit-baseline.yaml", f"classification: public\n# {NAME}\n")
    assert places(searched(small, tmp_path)) == [(".answerkit-baseline.yaml", 2)]


def test_a_file_that_no_answer_uses(small: Small, tmp_path: Path) -> None:
    small.write("content/public/blocks/text/ubrugt.yaml", f"# {NAME}\n")
    assert places(searched(small, tmp_path)) == [("content/public/blocks/text/ubrugt.yaml", 1)]


@pytest.mark.parametrize("path", ["blocks/text/snefrid-taagelund.yaml", "blocks/snefrid-taagelund/x.yaml"])
def test_names_of_files_and_folders(small: Small, tmp_path: Path, path: str) -> None:
    small.write(f"content/public/{path}", "id: x\n")
    found = [item for item in searched(small, tmp_path) if isinstance(item, Finding)]
    assert len(found) == 1
    assert "taagelund" not in repr(found)
    assert "[fil " in found[0].file


def test_what_cannot_be_searched_is_told(
    small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("answerkit.lanes.sources.MAX_PICTURE_BYTES", 100)
    small.paths.config.unlink()
    codes = {item.code for item in searched(small, tmp_path) if isinstance(item, Problem)}
    assert codes == {Code.AK103, Code.AK110}


def test_that_not_all_is_known_is_told_once(small: Small, tmp_path: Path) -> None:
    found = list(search_sources(small.paths, clear_against(tmp_path / "nowhere.txt")))
    assert [(item.code, item.file) for item in found if isinstance(item, Finding)] == [
        ("C100", "content/public")
    ]


def test_a_picture_that_is_none(small: Small, tmp_path: Path) -> None:
    (small.public / "assets").mkdir()
    (small.public / "assets" / "x.png").write_bytes(b"\x00\x01\x02\x03 no picture")
    found = searched(small, tmp_path)
    assert {item.code[0] for item in found if isinstance(item, Finding)} == {"U"}


@pytest.mark.skipif(os.name == "nt", reason="kun Windows kræver særlige rettigheder til links")
def test_a_link_is_told_and_not_followed(small: Small, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(NAME, encoding="utf-8")
    (small.public / "blocks" / "x.yaml").symlink_to(tmp_path / "x.yaml")
    found = searched(small, tmp_path)
    assert [item.code for item in found] == [Code.AK105]
