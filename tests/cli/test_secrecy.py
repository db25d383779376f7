"""No word of the confidential tree is ever printed, whatever is wrong with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cli.conftest import Answerkit, Run
from lanes.small import CANARY, CLOSED, CONFIDENTIAL, OPEN, Small

OVERLAY = f"overlays/{CLOSED}.yaml"
BLOCK = "blocks/text/hemmelig.yaml"
FIGURE = "figures/hemmelige.yaml"

BREAKS = [
    (OVERLAY, "id: lukket", f"id: {CANARY}"),
    (OVERLAY, "classification: confidential", f"classification: {CANARY}"),
    (OVERLAY, "classification: confidential\n", ""),
    (OVERLAY, "extends: lukket", f"extends: {CANARY}"),
    (OVERLAY, "fills: sagen", f"fills: {CANARY}"),
    (OVERLAY, "- paragraf-27", f"- {CANARY}"),
    (OVERLAY, 'figure("hemmelige")', f'figure("{CANARY}")'),
    (OVERLAY, 'figure("hemmelige")', f'{CANARY.lower()}("x")'),
    (OVERLAY, 'figure("hemmelige")', f"figure({CANARY}"),
    (OVERLAY, "block: text/hemmelig", f"block: text/{CANARY}"),
    (OVERLAY, "block: text/hemmelig", f"picture: {CANARY}"),
    (OVERLAY, "    text: |-", f"    text: |-\n      [{CANARY}](http://{CANARY}.example/?utm_source=1)"),
    (OVERLAY, "    text: |-", f"    text: |-\n      {CANARY} [^{CANARY}]"),
    (BLOCK, "classification: confidential", "classification: public"),
    (BLOCK, "id: text/hemmelig", "id: text/arbejdet"),
    (FIGURE, "as_of: 2021-11-08", "as_of: 2031-11-08"),
]
"""What is wrong, although all that the tree says can be read."""

UNREADABLE = [
    (OVERLAY, "sample: true", f"sample: {CANARY}"),
    (OVERLAY, "note:", f"{CANARY}:"),
    (OVERLAY, "recipients:\n", f"recipients: {CANARY}\nmere:\n"),
    (OVERLAY, "    text: |-", f"    text: |-\n      {CANARY}\u200b{CANARY}"),
    (OVERLAY, "    text: |-", f'    text: "{CANARY}'),
    (OVERLAY, "    text: |-", f"    text: *{CANARY}"),
    (OVERLAY, "    text: |-", f"    text: !{CANARY} |-"),
    (OVERLAY, "    text: |-", f"    text: |-\n  {CANARY}"),
    (BLOCK, "title:", f"laws:\n  - {CANARY}\ntitle:"),
    (FIGURE, "value: 97531", f"value: {CANARY}"),
    (FIGURE, "as_of: 2021-11-08", f"as_of: {CANARY}"),
    (FIGURE, "counts: other", f"counts: {CANARY}"),
]
"""What keeps something in the tree from being read, so that nothing can be excluded."""


def said(run: Run) -> str:
    return f"{run.out}{run.err}".casefold()


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_sound_tree_is_silent(small: Small, answerkit: Answerkit, form: str) -> None:
    run = answerkit("build", "--format", form)
    assert run.code == 0
    assert CANARY.casefold() not in said(run)
    assert "97531" not in said(run)
    assert CANARY.casefold() not in " ".join(small.files()).casefold()


@pytest.mark.parametrize(
    ("file", "old", "new", "code"), [*((*item, 3) for item in BREAKS), *((*item, 4) for item in UNREADABLE)]
)
def test_a_broken_tree_is_silent_too(  # noqa: PLR0913, PLR0917 - a case, and what it leads to
    small: Small, answerkit: Answerkit, file: str, old: str, new: str, code: int
) -> None:
    assert old in CONFIDENTIAL[file]
    small.change(f"content/confidential/{file}", old, new)
    text, as_json = answerkit("build"), answerkit("build", "--format", "json", "--jobs", "2")
    assert (text.code, as_json.code) == (code, code)
    assert re.search(r"AK\d{3}", text.err)
    for run in (text, as_json):
        assert CANARY.casefold() not in said(run)
        assert "mente du" not in said(run)
    assert small.output("public", CLOSED).exists() == (code == 3)


def test_no_public_file_has_a_word_of_it(small: Small, answerkit: Answerkit) -> None:
    answerkit("build")
    public = [file.read_bytes() for file in (small.outputs / "public").rglob("*") if file.is_file()]
    assert public
    assert not [data for data in public if CANARY.encode() in data or b"97531" in data]
    assert CANARY.encode() in small.output("confidential", CLOSED).read_bytes()


def test_the_name_of_a_confidential_file_is_its_path_and_no_more(small: Small, answerkit: Answerkit) -> None:
    run = answerkit("build", CLOSED, "--edition", "confidential")
    assert run.out == f"outputs/confidential/{CLOSED}.docx · bygget\n"
    assert Path(run.out.split(" · ")[0]) == small.output("confidential", CLOSED).relative_to(small.base)


@pytest.mark.parametrize("options", [(), ("--html",), ("--edition", "public")])
def test_a_cpr_number_in_a_public_block_stops_the_file(
    answerkit: Answerkit, small: Small, options: tuple[str, ...]
) -> None:
    """Without anything confidential at hand, and before the file is written; the number is not repeated."""
    answerkit("build")
    before = small.output("public", OPEN).read_bytes()
    small.change("content/public/blocks/text/arbejdet.yaml", "i alt.", "i alt. Se 241236-4321.")
    run = answerkit("build", OPEN, *options)
    assert run.code == 4
    assert f"outputs/public/{OPEN}.docx: word/document.xml: " in run.err
    assert "content/public/blocks/text/arbejdet.yaml:5: P101" in run.err
    assert "slet personnummeret" in run.err
    assert "4321" not in run.out + run.err
    assert small.output("public", OPEN).read_bytes() == before


def test_where_a_cpr_number_stands_is_told_without_the_name_of_a_secret_file(
    answerkit: Answerkit, small: Small
) -> None:
    small.change("content/public/blocks/text/arbejdet.yaml", "i alt.", "i alt. Se 241236-4321.")
    block = (small.public / "blocks/text/arbejdet.yaml").read_text(encoding="utf-8")
    name = f"content/public/blocks/text/{CANARY}.yaml"
    small.write(name, block.replace("text/arbejdet", f"text/{CANARY}"))
    run = answerkit("build")
    assert run.code == 4
    assert re.search(r"^content/public/blocks/text/\[fil \d+\]\.yaml:5: P101", run.err, re.MULTILINE)
    assert CANARY.casefold() not in said(run)
