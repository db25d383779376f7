"""The baseline: what it gives, and what is wrong with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from answerkit.load.baseline import BASELINE_FILE, load_baseline
from answerkit.model.baseline import Accepted, Baseline, Mark
from answerkit.model.codes import Code
from answerkit.model.problem import Place

SOUND = """\
classification: public
accepted:
  - file: outputs/public/a.docx
    part: docProps/core.xml
    place: creator
    code: H105
    class: author
    reason: Det er afdelingens
      fællesnavn.
    owner: Byrådsservice
    expires: 2027-01-31
  - file: b.pdf
    code: U107
    reason: Den er gammel.
    owner: Arkivet
    expires: 2026-12-31
"""


def write(base: Path, text: str) -> Path:
    (base / BASELINE_FILE).write_text(text, encoding="utf-8")
    return base


def test_a_sound_baseline_is_read(tmp_path: Path) -> None:
    assert load_baseline(write(tmp_path, SOUND)) == (
        Baseline(
            (
                Accepted(
                    Mark("outputs/public/a.docx", "H105", "docProps/core.xml", "creator", "author"),
                    "Det er afdelingens fællesnavn.",
                    "Byrådsservice",
                    date(2027, 1, 31),
                    Place(BASELINE_FILE, 3, 5),
                ),
                Accepted(
                    Mark("b.pdf", "U107"),
                    "Den er gammel.",
                    "Arkivet",
                    date(2026, 12, 31),
                    Place(BASELINE_FILE, 12, 5),
                ),
            )
        ),
        (),
    )


@pytest.mark.parametrize("text", [None, "classification: public\n", "classification: public\naccepted: []\n"])
def test_no_baseline_accepts_nothing_and_is_no_problem(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        write(tmp_path, text)
    assert load_baseline(tmp_path) == (Baseline(), ())


@pytest.mark.parametrize(
    ("old", "new", "line", "code"),
    [
        ("classification: public", "classification: confidential", 1, Code.AK206),
        ("classification: public\n", "", 1, Code.AK205),
        ("  - file: b.pdf\n    code", "  - code", 12, Code.AK202),
        ("    code: H105\n", "", 3, Code.AK202),
        ("    reason: Den er gammel.\n", "", 12, Code.AK202),
        ("    owner: Arkivet\n", "", 12, Code.AK202),
        ("    expires: 2026-12-31\n", "", 12, Code.AK202),
        ("2027-01-31", "i morgen", 11, Code.AK203),
        ("2027-01-31", "2027-02-31", 11, Code.AK204),
        ("    owner: Byrådsservice", "    sha256: abc\n    owner: Byrådsservice", 10, Code.AK201),
        ("    class: author", "    text: Navn\n    class: author", 7, Code.AK201),
        ("file: b.pdf", "file: 'mappe/[fil 2].pdf'", 12, Code.AK701),
        ("part: docProps/core.xml", "part: '[del 1]'", 4, Code.AK701),
        ("place: creator", "place: '[sted 3]'", 5, Code.AK701),
        ("accepted:", "accepteret:", 2, Code.AK201),
        ("accepted:\n", "accepted: &a\n", 2, Code.AK109),
    ],
)
def test_what_is_wrong_has_its_line_and_makes_the_baseline_empty(
    tmp_path: Path, old: str, new: str, line: int, code: Code
) -> None:
    assert old in SOUND
    baseline, problems = load_baseline(write(tmp_path, SOUND.replace(old, new)))
    assert baseline == Baseline()
    assert (code, line) in [(item.code, item.place.line) for item in problems]


@pytest.mark.parametrize(
    ("text", "code"), [("- a\n", Code.AK203), ("a: [\n", Code.AK107), ("\x00", Code.AK111)]
)
def test_what_is_no_mapping(tmp_path: Path, text: str, code: Code) -> None:
    baseline, problems = load_baseline(write(tmp_path, text))
    assert baseline == Baseline()
    assert code in [item.code for item in problems]


def test_the_same_finding_twice(tmp_path: Path) -> None:
    entry = SOUND[SOUND.index("  - file: b.pdf") :]
    baseline, problems = load_baseline(write(tmp_path, SOUND + entry.replace("gammel", "ny")))
    assert baseline == Baseline()
    assert [(item.code, item.place.line) for item in problems] == [(Code.AK704, 17)]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, SOUND).joinpath(BASELINE_FILE).rename(tmp_path / "elsewhere.yaml")
    (tmp_path / BASELINE_FILE).symlink_to(tmp_path / "elsewhere.yaml")
    baseline, problems = load_baseline(tmp_path)
    assert baseline == Baseline()
    assert [item.code for item in problems] == [Code.AK105]
