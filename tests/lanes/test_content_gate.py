"""What somebody typed into a public block by mistake is stopped before the file is written."""

from __future__ import annotations

import pytest

from answerkit.model.document import Edition
from answerkit.model.finding import Finding, Gate
from answerkit.model.problem import Severity
from answerkit.model.result import Event, FileResult, Status
from lanes.small import CANARY, CLOSED, OPEN, Small
from lanes.test_build import codes, digests, events, notes, problems, statuses

BLOCK = "content/public/blocks/text/arbejdet.yaml"
OVERLAY = f"content/confidential/overlays/{CLOSED}.yaml"
PLANTED = "Sætningen nævner Snefrid Tågelund ved en fejl."


@pytest.fixture
def named(small: Small) -> Small:
    """A project whose confidential part names a person."""
    small.change(OVERLAY, f"{CANARY} i teksten", "Det handler om Snefrid Tågelund fra egnen")
    return small


def plant(small: Small) -> None:
    small.change(BLOCK, "i alt.", f"i alt.\n  {PLANTED}")


def findings(heard: list[Event]) -> list[Finding]:
    return [item for item in heard if isinstance(item, Finding)]


def places(heard: list[Event]) -> set[tuple[str, str, int]]:
    return {(item.file, item.part, item.line) for item in findings(heard)}


def test_a_planted_name_is_stopped_and_the_place_shown(named: Small) -> None:
    plant(named)
    heard = events(named, answers=(OPEN,))
    assert statuses(heard)[OPEN, Edition.PUBLIC] is Status.FAILED
    assert named.files() == []
    assert ("content/public/blocks/text/arbejdet.yaml", "", 6) in places(heard)
    built = next(item for item in findings(heard) if item.part == "word/document.xml")
    assert (built.file, built.gate, built.code) == (f"outputs/public/{OPEN}.docx", Gate.CONTENT, "C102")
    assert built.place
    assert "shared" in notes(heard)
    assert "Snefrid" not in repr(heard)
    assert "Tågelund" not in repr(heard)


def test_the_old_file_stays_as_it_was(named: Small) -> None:
    events(named)
    before = digests(named)
    plant(named)
    heard = events(named)
    assert {name for name, digest in digests(named).items() if digest == before[name]} == {
        f"public/{OPEN}.docx",
        f"public/{CLOSED}.docx",
    }
    assert {name for (name, edition), status in statuses(heard).items() if status is Status.FAILED} == {
        OPEN,
        CLOSED,
    }


def test_the_sources_are_told_once(named: Small) -> None:
    plant(named)
    lines = [item for item in findings(events(named)) if item.file == BLOCK]
    assert len(lines) == 1


def test_where_a_warning_comes_from_is_told_without_advice_to_delete(small: Small) -> None:
    small.change(OVERLAY, f"{CANARY} i teksten", "Det handler om Balder Tågelund fra egnen")
    small.change(BLOCK, "i alt.", "i alt.\n  Sætningen nævner Balder ved en fejl.")
    heard = events(small, answers=(OPEN,))
    assert {(item.code, item.severity) for item in findings(heard)} == {("C106", Severity.WARNING)}
    assert (BLOCK, "", 6) in places(heard)
    assert statuses(heard)[OPEN, Edition.PUBLIC] is Status.BUILT
    assert "ikke skrevet" not in notes(heard)


def test_a_file_that_is_kept_is_looked_at_as_well(small: Small) -> None:
    plant(small)
    events(small)
    before = digests(small)
    small.change(OVERLAY, f"{CANARY} i teksten", "Det handler om Snefrid Tågelund fra egnen")
    heard = events(small)
    assert statuses(heard)[OPEN, Edition.PUBLIC] is Status.FAILED
    assert {item.code for item in findings(heard)} == {"C102"}
    assert digests(small)[f"public/{OPEN}.docx"] == before[f"public/{OPEN}.docx"]


@pytest.mark.parametrize("jobs", [1, 3])
def test_the_confidential_edition_is_built_all_the_same(named: Small, jobs: int) -> None:
    plant(named)
    heard = statuses(events(named, jobs=jobs))
    assert heard[CLOSED, Edition.CONFIDENTIAL] is Status.BUILT
    assert heard[CLOSED, Edition.PUBLIC] is Status.FAILED


def test_the_public_edition_alone_is_not_held_against_anything(named: Small) -> None:
    plant(named)
    heard = events(named, editions=(Edition.PUBLIC,))
    assert set(statuses(heard).values()) == {Status.BUILT}
    assert findings(heard) == []
    assert "ikke holdt op mod" in notes(heard)


def test_without_the_tree_it_is_said_that_nothing_was_compared(named: Small) -> None:
    plant(named)
    named.confidential.rename(named.base / "elsewhere")
    heard = events(named)
    assert set(statuses(heard).values()) == {Status.BUILT}
    assert "ikke holdt op mod" in notes(heard)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (OVERLAY, "id: ["),
        ("content/confidential/watchlist.yaml", "terms: ["),
        ("content/confidential/overlays/bilag.docx", "no archive"),
    ],
)
def test_when_the_tree_cannot_be_read_nothing_public_is_written(small: Small, path: str, text: str) -> None:
    events(small)
    before = digests(small)
    small.change("content/public/figures/sager.yaml", "550", "551")
    small.write(path, text)
    heard = events(small)
    assert [(item.code, item.file) for item in findings(heard)] == [
        ("C100", f"outputs/public/{name}.docx") for name in (OPEN, CLOSED)
    ]
    assert [item.place.file for item in problems(heard) if item.place.confidential] != []
    assert {name: digest for name, digest in digests(small).items() if name.startswith("public")} == {
        name: digest for name, digest in before.items() if name.startswith("public")
    }


def test_a_lone_given_name_warns_and_is_published(small: Small) -> None:
    small.change(OVERLAY, f"{CANARY} i teksten", "Det handler om Mette Tågelund fra egnen")
    small.change(BLOCK, "i alt.", "i alt.\n  Det sagde Mette, da mødet var slut.")
    heard = events(small)
    assert statuses(heard)[OPEN, Edition.PUBLIC] is Status.BUILT
    assert {(item.code, item.severity) for item in findings(heard)} == {("C106", Severity.WARNING)}


def test_an_answer_whose_name_is_secret_is_not_named(named: Small) -> None:
    text = (named.public / "answers" / f"{OPEN}.yaml").read_text(encoding="utf-8")
    named.write("content/public/answers/sag-taagelund.yaml", text.replace(f"id: {OPEN}", "id: sag-taagelund"))
    heard = events(named, answers=("sag-taagelund",))
    line = next(item for item in heard if isinstance(item, FileResult) and item.edition is Edition.PUBLIC)
    assert line.status is Status.FAILED
    assert "taagelund" not in f"{line.answer} {line.path}"
    assert all("taagelund" not in item.file for item in findings(heard))


def test_a_built_file_that_cannot_be_read_is_not_published(
    small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    from answerkit.verify.extract.read import extract  # noqa: PLC0415 - put in its own place below

    monkeypatch.setattr(
        "answerkit.lanes.content_gate.extracted", lambda name, data: extract(name, data[: len(data) // 2])
    )
    heard = events(small)
    assert small.files() == [f"confidential/{CLOSED}.docx"]
    assert {item.gate for item in findings(heard)} == {Gate.UNREADABLE}
    assert codes(heard) == set()
