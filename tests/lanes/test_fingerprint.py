"""Fingerprints change with everything that goes into a file, and with nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from answerkit.lanes import fingerprint
from answerkit.lanes.fingerprint import Fingerprints, common_inputs
from answerkit.model.document import RASTERISER

DIGESTS = {"a.yaml": "1", "b.yaml": "2", "unused.yaml": "3"}
INPUTS = ("a.yaml", "b.yaml")
BEFORE = Fingerprints("common", DIGESTS).of(INPUTS)


@pytest.mark.parametrize(
    ("common", "digests"),
    [
        ("other", DIGESTS),
        ("common", {**DIGESTS, "a.yaml": "9"}),
        ("common", {"a.yaml": "2", "b.yaml": "1"}),
    ],
)
def test_another_input_gives_another_fingerprint(common: str, digests: dict[str, str]) -> None:
    assert Fingerprints(common, digests).of(INPUTS) != BEFORE


def test_the_order_and_what_is_not_used_do_not_count() -> None:
    changed = Fingerprints("common", {**DIGESTS, "unused.yaml": "9"})
    assert changed.of(reversed(INPUTS)) == BEFORE


def test_a_file_that_is_gone_leaves_no_fingerprint() -> None:
    assert Fingerprints("common", {"a.yaml": "1"}).of(INPUTS) == ""


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    (tmp_path / "blocks").mkdir()
    (tmp_path / "reference.docx").write_bytes(b"styles")
    (tmp_path / "blocks" / "text.md.j2").write_bytes(b"{{ text }}")
    return tmp_path


def test_every_template_counts(templates: Path) -> None:
    before = common_inputs("settings", templates)
    assert common_inputs("settings", templates) == before
    assert common_inputs("other", templates) != before
    (templates / "blocks" / "text.md.j2").write_bytes(b"{{ other }}")
    assert common_inputs("settings", templates) != before


@pytest.mark.parametrize("name", ["~$ference.docx", ".~lock.reference.docx#"])
def test_what_lies_beside_an_open_file_does_not_count(templates: Path, name: str) -> None:
    before = common_inputs("settings", templates)
    (templates / name).touch()
    assert common_inputs("settings", templates) == before


def test_another_version_counts(templates: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = common_inputs("settings", templates)
    monkeypatch.setattr(fingerprint, "__version__", "999")
    assert common_inputs("settings", templates) != before


def test_the_release_of_what_draws_charts_counts_where_there_is_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    prints = Fingerprints("common", DIGESTS)
    with_chart = prints.of((*INPUTS, RASTERISER))
    assert with_chart not in ("", BEFORE)
    monkeypatch.setattr(fingerprint, "rasteriser_version", lambda: "another")
    assert prints.of((*INPUTS, RASTERISER)) not in ("", with_chart)
    assert prints.of(INPUTS) == BEFORE
