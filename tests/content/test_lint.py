"""The library under the rules: clean as it is, and what they say when a date or a count is changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from answerkit.lanes.lint import LintRequest, run_lint
from answerkit.lanes.project import PublicPaths
from answerkit.load.config import load_config
from answerkit.model.problem import Problem, Severity
from content.printed import PROJECT

REFERENCE = "content/public/answers/2021-kriminalitetsforebyggelse.yaml"
FRAMEWORK = "content/public/blocks/framework"
DUSINET = "content/public/figures/borgere-i-dusinet.yaml"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    shutil.copy(PROJECT / "answerkit.toml", tmp_path)
    return tmp_path


def _problems(base: Path) -> list[Problem]:
    request = LintRequest(PublicPaths(base), base / "content" / "confidential")
    return [event for event in run_lint(request) if isinstance(event, Problem)]


def _errors(base: Path) -> list[Problem]:
    return [item for item in _problems(base) if item.severity is Severity.ERROR]


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def _line(base: Path, item: Problem) -> str:
    return (base / item.place.file).read_text(encoding="utf-8").splitlines()[item.place.line - 1].strip()


def test_nothing_is_said_but_that_no_jurist_has_confirmed_the_law(base: Path) -> None:
    assert {(item.code.name, item.severity) for item in _problems(base)} == {
        ("L203", Severity.WARNING),
        ("L205", Severity.WARNING),
    }


def test_no_rule_is_relaxed() -> None:
    config, _ = load_config(PROJECT / "answerkit.toml", PROJECT)
    assert config
    assert config.lint.severities == ()


def test_in_2025_the_law_of_2021_is_named_with_its_successor(base: Path) -> None:
    _change(base / REFERENCE, "dated: 2021-11-08", "dated: 2025-05-12")
    ended = [item for item in _errors(base) if item.code.name == "L201"]
    public = [
        (item.place.file, _line(base, item), item.hint) for item in ended if not item.place.confidential
    ]
    children = "brug barnets-lov; blokke, der gør det: framework/under-18-barnets-lov"
    after = "brug barnets-lov-ungestoette; blokke, der gør det: framework/over-18-barnets-lov"
    assert (f"{FRAMEWORK}/under-18-serviceloven.yaml", "- serviceloven-boern-og-unge", children) in public
    assert (f"{FRAMEWORK}/over-18-serviceloven.yaml", "- serviceloven-eftervaern", after) in public
    assert all("31. december 2023" in item.detail for item in ended if not item.place.confidential)
    assert {hint for _, _, hint in public} == {children, after}


def test_in_2025_what_a_later_agreement_followed_is_to_be_seen_again(base: Path) -> None:
    _change(base / REFERENCE, "dated: 2021-11-08", "dated: 2025-05-12")
    (old,) = [item for item in _problems(base) if item.code.name == "L403"]
    assert old.place.file.endswith("/bandepakke-iii-initiativ-30.yaml")


def test_in_2025_the_later_agreement_is_named(base: Path) -> None:
    _change(base / REFERENCE, "dated: 2021-11-08", "dated: 2025-05-12")
    details = [
        item.detail for item in _problems(base) if item.place.file.endswith("/laws/bandepakke-iii.yaml")
    ]
    assert details == ["bandepakke-iii er fulgt af bandepakke-iv, men har ingen valid_until"]


def test_in_2025_the_overlay_is_told_its_line_and_no_more(base: Path) -> None:
    _change(base / REFERENCE, "dated: 2021-11-08", "dated: 2025-05-12")
    (closed,) = [item for item in _errors(base) if item.code.name == "L201" and item.place.confidential]
    assert 'law("serviceloven-boern-og-unge")' in _line(base, closed)
    assert closed.detail == closed.excerpt == ""


def test_a_count_of_three_is_refused_with_what_else_to_hide(base: Path) -> None:
    text = (base / DUSINET).read_text(encoding="utf-8")
    value = next(line for line in text.splitlines() if line.strip().startswith("value:"))
    _change(base / DUSINET, value, "    value: 3")
    found = {item.code.name: item for item in _errors(base)}
    assert _line(base, found["L108"]) == "value: 3"
    assert "value: {below: 5}" in found["L108"].hint
    assert _line(base, found["L110"]) == "- borgere-i-dusinet"
    assert found["L110"].hint.startswith("skjul også borgere-i-")
    assert "value: {below: " in found["L110"].hint
