"""``lint --fix`` in a project: what is changed, what is not, and what is said of it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

import pytest

import answerkit.lanes.mend as lane
from answerkit.lanes.lint import LintRequest, Reading, read_all
from answerkit.lanes.mend import mend
from answerkit.load.editing import Rewrite, rewritten
from answerkit.model.result import Note
from lanes.small import CANARY, CLOSED, Small

BLOCK = "content/public/blocks/text/arbejdet.yaml"
OVERLAY = f"content/confidential/overlays/{CLOSED}.yaml"
GROUND = "content/public/grounds/paragraf-27.yaml"


def _mend(small: Small, confidential: Path | None = None, answers: tuple[str, ...] = ()) -> list[str]:
    events = list(mend(LintRequest(small.paths, confidential or small.confidential, answers)))
    assert all(isinstance(event, Note) for event in events)
    return [event.text for event in events if isinstance(event, Note)]


def _bytes(small: Small) -> dict[str, bytes]:
    files = (path for path in (small.base / "content").rglob("*") if path.is_file())
    return {path.relative_to(small.base).as_posix(): path.read_bytes() for path in files}


def test_clean_files_are_not_touched(small: Small) -> None:
    before = _bytes(small)
    assert _mend(small) == []
    assert _bytes(small) == before


def test_the_change_is_the_change_alone(small: Small) -> None:
    small.change(BLOCK, "title: Arbejdet\n", "# Bemærk  10-17.\ntitle: Arbejdet   # kun  her\n")
    small.change(BLOCK, "i alt.", "i  alt, på 10-17 år.\n  Se [her](https://www.dr.dk/?utm_id=1&a=2).")
    before = _bytes(small)
    expected = (
        before[BLOCK].decode().replace("i  alt, på 10-17 år", "i alt, på 10–17 år").replace("utm_id=1&", "")
    )
    assert _mend(small) == [f"rettet: {BLOCK}"]
    assert _bytes(small) == {**before, BLOCK: expected.encode()}


def test_keys_and_registers_are_mended_too(small: Small) -> None:
    small.change(GROUND, "/2014/433", "/2014/433?fbclid=x")
    small.change(
        BLOCK, "id: text/arbejdet\nclassification: public\n", "classification: public\nid: text/arbejdet\n"
    )
    assert _mend(small) == [f"rettet: {BLOCK}", f"rettet: {GROUND}"]
    assert "/2014/433\n" in (small.base / GROUND).read_text(encoding="utf-8")
    assert (small.base / BLOCK).read_text(encoding="utf-8").startswith("id: text/arbejdet\nclassification")


def test_confidential_files_are_mended_without_a_word_of_theirs(small: Small) -> None:
    small.change(OVERLAY, "i teksten", "i  teksten")
    assert _mend(small) == [f"rettet: {OVERLAY}"]
    assert f"{CANARY} i teksten" in (small.base / OVERLAY).read_text(encoding="utf-8")


def test_a_confidential_root_elsewhere_is_mended(small: Small, tmp_path: Path) -> None:
    small.change(OVERLAY, "i teksten", "i  teksten")
    elsewhere = tmp_path / "andetsteds"
    small.confidential.rename(elsewhere)
    assert _mend(small, elsewhere) == [f"rettet: andetsteds/overlays/{CLOSED}.yaml"]
    assert "i teksten" in (elsewhere / "overlays" / f"{CLOSED}.yaml").read_text(encoding="utf-8")


def test_without_clearance_the_confidential_tree_is_left_alone(small: Small) -> None:
    small.change(OVERLAY, "i teksten", "i  teksten")
    assert list(mend(LintRequest(small.paths))) == []


def test_a_file_with_problems_of_its_own_is_left_alone(small: Small) -> None:
    small.change(BLOCK, "title: Arbejdet", "titel: Arbejdet  her")
    assert _mend(small) == []


@pytest.mark.parametrize("settings", ["authority = 5\n", ""])
def test_without_settings_nothing_is_mended(settings: str, small: Small) -> None:
    small.change(BLOCK, "i alt.", "i  alt.")
    small.write("answerkit.toml", settings)
    assert _mend(small) == []


def test_windows_line_ends_and_byte_order_mark_stay(small: Small) -> None:
    path = small.base / BLOCK
    text = path.read_bytes().replace(b"i alt", b"i  alt").replace(b"\n", b"\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + text)
    assert _mend(small) == [f"rettet: {BLOCK}"]
    assert path.read_bytes() == b"\xef\xbb\xbf" + text.replace(b"i  alt", b"i alt")


def test_a_file_whose_lines_end_in_two_ways_is_left_alone(small: Small) -> None:
    path = small.base / BLOCK
    data = path.read_bytes().replace(b"i alt", b"i  alt").replace(b"\n", b"\r\n", 1)
    path.write_bytes(data)
    assert _mend(small) == []
    assert path.read_bytes() == data


def test_a_file_edited_since_it_was_read_is_not_overwritten(
    small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    small.change(BLOCK, "i alt.", "i  alt.")
    path = small.base / BLOCK

    def edited(request: LintRequest) -> Reading:
        reading = read_all(request)
        path.write_text("id: rettet  imens\n", encoding="utf-8")
        return reading

    monkeypatch.setattr(lane, "read_all", edited)
    assert _mend(small) == [f"{BLOCK} er ændret, mens der blev læst, og er ikke rettet"]
    assert path.read_text(encoding="utf-8") == "id: rettet  imens\n"


def test_a_file_edited_at_the_last_moment_is_not_overwritten(
    small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    small.change(BLOCK, "i alt.", "i  alt.")
    path = small.base / BLOCK

    def edited(text: str, rewrites: Iterable[Rewrite]) -> str:
        path.write_text("id: rettet\n", encoding="utf-8")
        return rewritten(text, rewrites)

    monkeypatch.setattr(lane, "rewritten", edited)
    assert _mend(small) == [f"{BLOCK} er ændret, mens der blev læst, og er ikke rettet"]
    assert path.read_text(encoding="utf-8") == "id: rettet\n"
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_file_that_cannot_be_written_is_told(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    small.change(BLOCK, "i alt.", "i  alt.")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(CANARY)

    monkeypatch.setattr(lane, "rewrite_file", refuse)
    assert _mend(small) == [f"{BLOCK} kan ikke skrives og er ikke rettet"]


def test_a_removed_file_is_told(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    small.change(BLOCK, "i alt.", "i  alt.")

    def removed(request: LintRequest) -> Reading:
        reading = read_all(request)
        (small.base / BLOCK).unlink()
        return reading

    monkeypatch.setattr(lane, "read_all", removed)
    assert _mend(small) == [f"{BLOCK} er ændret, mens der blev læst, og er ikke rettet"]


@pytest.mark.skipif(os.name != "posix", reason="kun Windows har ingen tilstandsbit")
def test_the_mode_stays(small: Small) -> None:
    small.change(OVERLAY, "i teksten", "i  teksten")
    path = small.base / OVERLAY
    path.chmod(0o640)
    _mend(small)
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_second_run_changes_nothing(small: Small) -> None:
    small.change(BLOCK, "i alt.", "i  alt, på 10-17 år.")
    _mend(small)
    digest = hashlib.sha256((small.base / BLOCK).read_bytes()).hexdigest()
    assert _mend(small) == []
    assert hashlib.sha256((small.base / BLOCK).read_bytes()).hexdigest() == digest
