"""``lint`` with a memory says what it says without, and keeps nothing confidential."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from answerkit.lanes.lint import LintRequest, run_lint
from answerkit.lint.danish import matches
from answerkit.lint.rules import bare_volume
from answerkit.load.memory_file import FOLDER
from answerkit.load.remembered import RememberedRecords
from answerkit.model.content import Block
from answerkit.model.result import Event
from lanes.small import CANARY, CLOSED, Small

BLOCK = "content/public/blocks/text/arbejdet.yaml"
OVERLAY = f"content/confidential/overlays/{CLOSED}.yaml"
FULL = """\
id: framework/ramme
classification: public
title: Rammen
laws:
  - en-lov
owner: Afdelingen
reviewed: 2020-01-01
review_by: 2021-01-01
note: En note.
text: |-
  Æ, der er  i alt 12 sager, jf. {{ law("en-lov") }}.

  - Unge på 10-17 år.
"""
LAW = """\
id: en-lov
classification: public
short: En lov
title: En lov
number: lov nr. 1
url: https://www.retsinformation.dk/eli/lta/2000/1
valid_from: 2000-01-01
source: Retsinformation
"""


@pytest.fixture
def full(small: Small) -> Small:
    small.write("content/public/blocks/framework/ramme.yaml", FULL)
    small.write("content/public/laws/en-lov.yaml", LAW)
    small.change("content/public/answers/aaben.yaml", "- block: text/arbejdet", "- block: framework/ramme")
    small.change(OVERLAY, f"{CANARY} i teksten", f"{CANARY} har  nu 12 sager")
    return small


def _run(small: Small, *, remember: bool) -> list[Event]:
    return list(run_lint(LintRequest(small.paths, small.confidential, remember=remember)))


def _kept(small: Small) -> bytes:
    return b"".join(path.read_bytes() for path in (small.base / FOLDER).iterdir())


def test_it_says_the_same_before_and_after_every_change(full: Small) -> None:
    for change in (None, "i alt, og 13 sager.", "i alt, og 14 sager.", "i alt."):
        if change:
            text = (full.base / BLOCK).read_text(encoding="utf-8")
            full.write(BLOCK, text[: text.index("i alt")] + change + "\n")
        expected = _run(full, remember=False)
        assert _run(full, remember=True) == expected
        assert _run(full, remember=True) == expected
    assert any("L101" in str(event) for event in _run(full, remember=True))


def test_only_what_changed_is_judged_again(full: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    _run(full, remember=True)
    looked: list[str] = []

    def spy(pattern: re.Pattern[str], text: str, words: frozenset[str]) -> Iterator[re.Match[str]]:
        looked.append(text)
        return matches(pattern, text, words)

    monkeypatch.setattr(bare_volume, "matches", spy)
    _run(full, remember=True)
    assert all(CANARY in text for text in looked)
    full.change(BLOCK, "i alt.", "i alt nu.")
    _run(full, remember=True)
    assert [text.endswith("i alt nu.") for text in looked if CANARY not in text] == [True]


def test_other_settings_judge_anew(full: Small) -> None:
    before = _run(full, remember=True)
    full.write("answerkit.toml", 'authority = "A"\n[lint]\nsmall_count = 20\n')
    after = _run(full, remember=True)
    assert after == _run(full, remember=False)
    assert after != before


def test_a_moved_block_is_known_by_its_new_name(full: Small) -> None:
    _run(full, remember=True)
    moved = full.base / "content/public/blocks/text/andet.yaml"
    (full.base / BLOCK).rename(moved)
    for name in ("aaben", "lukket"):
        path = full.base / f"content/public/answers/{name}.yaml"
        path.write_text(
            path.read_text(encoding="utf-8").replace("text/arbejdet", "text/andet"), encoding="utf-8"
        )
    assert _run(full, remember=True) == _run(full, remember=False)


def test_nothing_confidential_is_kept(full: Small) -> None:
    full.write(
        "content/public/blocks/text/forkert.yaml",
        f"id: text/forkert\nclassification: confidential\ntitle: T\ntext: {CANARY}\n",
    )
    _run(full, remember=True)
    kept = _kept(full)
    assert b"Rammen" in kept
    assert CANARY.encode() not in kept
    assert b"hemmelig" not in kept


def test_what_is_kept_does_not_depend_on_the_confidential_tree(full: Small, tmp_path: Path) -> None:
    _run(full, remember=True)
    with_tree = _kept(full)
    for path in (full.base / FOLDER).iterdir():
        path.unlink()
    full.confidential.rename(tmp_path / "væk")
    _run(full, remember=True)
    assert _kept(full) == with_tree


def test_a_gate_neither_reads_nor_leaves_a_memory(full: Small) -> None:
    _run(full, remember=False)
    assert not (full.base / FOLDER).exists()


@pytest.mark.parametrize("nonsense", ["[1, 2]", "{}", "null", "[", '[["a"], 2, 3]', '"text"'])
def test_a_memory_that_makes_no_sense_is_passed_over(
    full: Small, monkeypatch: pytest.MonkeyPatch, nonsense: str
) -> None:
    def keep(known: RememberedRecords[Block], record: Block, digest: str) -> None:
        known.memory.keep(known._key(record.id, digest), nonsense)  # noqa: SLF001 - as it would be kept

    expected = _run(full, remember=False)
    with monkeypatch.context() as patch:
        patch.setattr(RememberedRecords, "keep", keep)
        _run(full, remember=True)
    assert nonsense.encode() in _kept(full)
    assert _run(full, remember=True) == expected
