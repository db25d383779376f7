"""What files are held against: a project's confidential tree, or what the user points at."""

from __future__ import annotations

from pathlib import Path

import pytest

from answerkit.lanes.clearance import Clearance
from answerkit.lanes.clearing import clear_against, clear_project
from answerkit.model.codes import Code
from answerkit.model.text import Piece, Role
from answerkit.verify.extract.limits import Limits
from lanes.small import CANARY, CLOSED, OPEN, Small

OVERLAY = f"content/confidential/overlays/{CLOSED}.yaml"
BLOCK = "content/public/blocks/text/arbejdet.yaml"
WATCHLIST = "content/confidential/watchlist.yaml"
WATCHED = """\
classification: confidential
terms:
  - term: Opdigtede Hasselkrogen
    reason: Et opdigtet sted.
"""


SPEECH = f"Hun kendte {CANARY} i byen."


def codes(clearance: Clearance, text: str) -> list[str]:
    piece = Piece("word/document.xml", "body/p[1]", Role.BODY, text)
    return [item.code for item in clearance.findings("svar.docx", [piece])]


def project(small: Small) -> Clearance:
    return clear_project(small.paths, small.confidential)


def problems(clearance: Clearance) -> list[Code]:
    return [item.code for item in clearance.problems]


# --- a project


def test_the_tree_and_its_watchlist_are_looked_for(small: Small) -> None:
    small.write(WATCHLIST, WATCHED)
    clearance = project(small)
    assert clearance.problems == ()
    assert codes(clearance, SPEECH) == ["C103"]
    assert codes(clearance, "Sagen fra Opdigtede Hasselkrogen blev nævnt.") == ["C103"]
    assert codes(clearance, "Der er 550 sager i alt.") == []


def test_what_the_settings_name_is_not_secret(small: Small) -> None:
    small.change(OVERLAY, f"- {CANARY} i modtageren", "- Udvalget i Prøveby Kommune")
    assert codes(project(small), "Det siger Prøveby Kommune selv.") == []
    small.write("answerkit.toml", "")
    assert codes(project(small), "Det siger Prøveby Kommune selv.") != []


def test_an_answers_own_id_is_not_secret_though_it_looks_like_a_case_number(small: Small) -> None:
    """An overlay bears the public answer's id; one with a name of its own keeps it to itself."""
    number = "2026-skole-0012"
    for path in (f"content/public/answers/{CLOSED}.yaml", OVERLAY):
        text = (small.base / path).read_text(encoding="utf-8").replace(CLOSED, number)
        (small.base / path).unlink()
        small.write(path.replace(CLOSED, number), text)
    assert codes(project(small), f"Svaret har nummer {number}.") == []
    overlay = f"content/confidential/overlays/{number}.yaml"
    text = (small.base / overlay).read_text(encoding="utf-8").replace(f"id: {number}", "id: 2026-sag-0077")
    (small.base / overlay).unlink()
    small.write("content/confidential/overlays/2026-sag-0077.yaml", text)
    assert codes(project(small), f"Svaret har nummer {number}.") == []
    assert codes(project(small), "Det er 2026-sag-0077.") == ["C101"]


def test_an_answer_that_cannot_be_built_declares_what_it_says(small: Small) -> None:
    """Else one mistake in a block would make secrets of public names, all over the content."""
    for name in (OPEN, CLOSED):
        small.change(
            f"content/public/answers/{name}.yaml", "asker: Et parti", "asker: Byrådet i Prøveby Skole"
        )
    small.change(OVERLAY, f"- {CANARY} i modtageren", "- Byrådet i Prøveby Skole")
    small.change(BLOCK, "title:", "titel:")
    assert codes(project(small), "Det siger Byrådet i Prøveby Skole selv.") == []
    small.change(BLOCK, "classification: public", "classification: confidential")
    assert codes(project(small), "Det siger Byrådet i Prøveby Skole selv.") != []


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        (WATCHLIST, "terms: [", Code.AK107),
        (WATCHLIST, WATCHED.replace("reason", "raeson"), Code.AK201),
        (OVERLAY, "\x00", Code.AK111),
        ("content/confidential/overlays/hemmeligt notat.txt", CANARY, Code.AK106),
    ],
)
def test_what_cannot_be_read_clears_nothing(small: Small, path: str, text: str, code: Code) -> None:
    small.write(path, text)
    clearance = project(small)
    assert code in problems(clearance)
    assert all(item.place.confidential for item in clearance.problems)
    assert codes(clearance, "Der er 550 sager i alt.") == ["C100"]
    assert codes(clearance, SPEECH) == ["C100", "C103"]


def test_a_missing_tree_clears_nothing(small: Small) -> None:
    clearance = clear_project(small.paths, small.base / "nowhere")
    assert problems(clearance) == [Code.AK112]
    assert codes(clearance, "Der er 550 sager i alt.") == ["C100"]


def test_what_refers_to_nothing_is_read_all_the_same(small: Small) -> None:
    small.change(OVERLAY, "extends: lukket", "extends: findes-ikke")
    small.change(OVERLAY, f"{CANARY} i teksten", "Opdigta Ravnelund i teksten")
    clearance = project(small)
    assert clearance.problems == ()
    assert codes(clearance, "Hun kendte Opdigta Ravnelund i byen.") == ["C102"]


def test_a_clearance_prints_nothing_of_what_it_knows(small: Small) -> None:
    assert CANARY not in repr(project(small))


# --- against a file or a folder


def test_a_text_file(tmp_path: Path) -> None:
    file = tmp_path / "notat.txt"
    file.write_text("Notatet handler om Snefrid Tågelund.\nHun bor på Nørre Æblegade 108.", encoding="utf-8")
    clearance = clear_against(file)
    assert clearance.problems == ()
    assert codes(clearance, "Vi så Snefrid Tågelund dengang.") == ["C102"]
    assert codes(clearance, "Det var på Nørre Æblegade 108, sagde de.") == ["C101"]


def test_a_folder_with_folders(tmp_path: Path) -> None:
    (tmp_path / "sag" / "bilag").mkdir(parents=True)
    (tmp_path / "sag" / "a.md").write_text("Snefrid Tågelund er nævnt.", encoding="utf-8")
    (tmp_path / "sag" / "bilag" / "b.html").write_text(
        "<html><body><p>Roar Krümelgaard er nævnt.</p></body></html>", encoding="utf-8"
    )
    clearance = clear_against(tmp_path / "sag")
    assert clearance.problems == ()
    assert codes(clearance, "Snefrid Tågelund, sagde de.") == ["C102"]
    assert codes(clearance, "Roar Krümelgaard, sagde de.") == ["C102"]


def test_a_word_file(small: Small) -> None:
    from lanes.test_build import events  # noqa: PLC0415 - builds the file

    small.change(OVERLAY, f"{CANARY} i teksten", "Det handler om Snefrid Tågelund fra egnen")
    events(small, answers=(CLOSED,))
    clearance = clear_against(small.output("confidential", CLOSED), small.paths)
    assert clearance.problems == ()
    assert codes(clearance, "Vi så Snefrid Tågelund dengang.") == ["C102"]


def test_what_the_project_declares_is_not_secret(small: Small, tmp_path: Path) -> None:
    file = tmp_path / "notat.txt"
    file.write_text("Notatet er skrevet af folk fra Prøveby Kommune.", encoding="utf-8")
    text = "Det siger Prøveby Kommune selv."
    assert codes(clear_against(file), text) != []
    assert codes(clear_against(file, small.paths), text) == []


@pytest.mark.parametrize("name", ["tom.txt", "billede.bin", "mappe"])
def test_where_there_is_nothing_to_read_nothing_is_clear(tmp_path: Path, name: str) -> None:
    if name == "mappe":
        (tmp_path / name).mkdir()
    else:
        (tmp_path / name).write_bytes(b"\x00\x01\x02\xff" * 40 if name.endswith("bin") else b"")
    clearance = clear_against(tmp_path / name)
    assert set(problems(clearance)) <= {Code.AK110, Code.AK115}
    assert codes(clearance, "Der er 550 sager i alt.") == ["C100"]


def test_what_is_not_there_or_too_large_clears_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert problems(clear_against(tmp_path / "nowhere.txt")) == [Code.AK110]
    monkeypatch.setattr("answerkit.lanes.clearing.LIMITS", Limits(file=3))
    (tmp_path / "a.txt").write_text("Snefrid Tågelund", encoding="utf-8")
    assert problems(clear_against(tmp_path / "a.txt")) == [Code.AK103]
