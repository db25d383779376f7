"""The proof: silent for the program as it is, and red for the program with a leak in it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from answerkit.errors import ExitCode
from answerkit.lanes.proof import ProofFault, ProofRequest, prove
from answerkit.model.finding import Finding, Gate
from answerkit.model.problem import Severity
from answerkit.model.result import Planned, Step
from lanes import leaky
from lanes.small import CANARY, CLOSED, OPEN, Small

RECORD = "outputs/public/.answerkit-build.json"


def findings(
    small: Small, folder: Path, leak: str, *, confidential: bool = True, html: bool = False
) -> list[Finding]:
    command = (sys.executable, "-P", leaky.__file__, leak)
    root = small.confidential if confidential else None
    found = list(prove(ProofRequest(small.paths, root, html, command), folder))
    assert found[0] == Planned(12 if confidential else 9)
    return [item for item in found if isinstance(item, Finding)]


def codes(found: list[Finding]) -> set[str]:
    assert CANARY not in repr(found)
    assert all(item.gate is Gate.PROOF and item.severity is Severity.ERROR for item in found)
    return {item.code for item in found}


@pytest.mark.usefixtures("children")
def test_the_installed_program_stands_the_proof(small: Small, tmp_path: Path) -> None:
    stages = list(prove(ProofRequest(small.paths, small.confidential), tmp_path / "private"))
    assert stages == [Planned(12), *[Step()] * 12]


@pytest.mark.parametrize("confidential", [True, False])
def test_the_program_as_it_is_stands_the_proof(small: Small, tmp_path: Path, confidential: bool) -> None:  # noqa: FBT001 - a table
    assert findings(small, tmp_path / "private", "sound", confidential=confidential) == []
    assert small.files() == []
    copies = sorted(path.name for path in (tmp_path / "private").iterdir())
    assert copies == (["0", "1", "2", "3"] if confidential else ["0", "2", "3"])


def test_the_real_tree_is_read_and_not_copied(small: Small, tmp_path: Path) -> None:
    """Of the confidential edition nothing is written either."""
    small.change(f"content/confidential/overlays/{CLOSED}.yaml", "id: lukket", f"id: {CANARY}")
    small.write("content/confidential/watchlist.yaml", f"classification: {CANARY}\n")
    findings(small, tmp_path / "private", "sound")
    files = [path for path in (tmp_path / "private").rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if CANARY.encode() in path.read_bytes() or CANARY in path.name]


@pytest.mark.parametrize(
    ("leak", "expected"),
    [
        ("presence", {"B101"}),
        ("length", {"B101"}),
        ("number_of_files", {"B101", "B106"}),
        ("text", {"B101", "B103", "B106"}),
        ("cache", {"B101", "B103", "B106"}),
        ("environment", {"B101", "B103", "B106"}),
        ("temporary_file", {"B101", "B103", "B106"}),
        ("left_out", {"B101", "B102"}),
        ("stat_of_an_edition", {"B101", "B106"}),
        ("rights", {"B101"}),
        ("changed_file", {"B107"}),
        ("empty_folder", {"B107"}),
        ("link", {"B107"}),
        ("forgotten_temporary_file", {"B107"}),
        ("cache_in_home", {"B107"}),
        ("file_name", {"B102", "B104"}),
        ("record_of_inputs", {"B102", "B103"}),
        ("standard_error", {"B105", "B106"}),
        ("standard_output", {"B105", "B106"}),
        ("length_on_screen", {"B106"}),
        ("json_text", {"B105", "B106"}),
        ("exit_status", {"B106"}),
        ("nothing_read", {"B201"}),
    ],
)
def test_a_leak_turns_it_red(small: Small, tmp_path: Path, leak: str, expected: set[str]) -> None:
    assert codes(findings(small, tmp_path / "private", leak, confidential=False)) == expected


@pytest.mark.usefixtures("children")
@pytest.mark.parametrize(
    ("leak", "expected"),
    [
        ("presence", {"B101"}),
        ("temporary_file", {"B101", "B103", "B106"}),
        ("standard_error", {"B105", "B106"}),
    ],
)
def test_a_leak_of_a_whole_process_turns_it_red(
    small: Small, tmp_path: Path, leak: str, expected: set[str]
) -> None:
    """The wall stands around the first of them, and lets it through."""
    assert codes(findings(small, tmp_path / "private", leak, confidential=False)) == expected


def test_what_the_real_tree_stops_is_not_called_a_leak(small: Small, tmp_path: Path) -> None:
    small.change("content/public/blocks/text/arbejdet.yaml", "Der er", f"{CANARY} i teksten. Der er")
    assert codes(findings(small, tmp_path / "private", "sound")) == {"B204"}


def test_what_the_real_tree_does_not_stop_must_be_there(small: Small, tmp_path: Path) -> None:
    """Nothing that is secret stands in the files, so the tree is no reason to leave one out."""
    assert "B102" in codes(findings(small, tmp_path / "private", "left_out"))


@pytest.mark.parametrize("leak", ["breakdown", "stuck"])
def test_a_program_that_breaks_down_proves_nothing(small: Small, tmp_path: Path, leak: str) -> None:
    with pytest.raises(ProofFault) as caught:
        findings(small, tmp_path / "private", leak, confidential=False)
    assert caught.value.exit_code is ExitCode.FAULT


def test_every_leak_is_tried() -> None:
    text = Path(__file__).read_text(encoding="utf-8")
    assert not [name for name in leaky.LEAKS if f'"{name}"' not in text]


@pytest.mark.parametrize(("html", "kinds"), [(False, ["docx"]), (True, ["docx", "html"])])
def test_the_findings_name_the_files(small: Small, tmp_path: Path, html: bool, kinds: list[str]) -> None:  # noqa: FBT001 - a table
    found = findings(small, tmp_path / "private", "presence", confidential=False, html=html)
    files = [f"outputs/public/{answer}.{kind}" for answer in (OPEN, CLOSED) for kind in kinds]
    assert sorted({item.file for item in found}) == [RECORD, *files]
