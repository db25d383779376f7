"""What forbids every public edition, and that a file which says it is confidential is never repeated."""

from pathlib import Path

import pytest

from answerkit.load.excerpt import with_excerpts
from answerkit.model.codes import Code
from load.projects import ANSWER, BLOCK, SOUND, TERM, Project, said, sound_project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return sound_project(tmp_path)


CANARY = "Hemmeligheden"

CONFIDENTIAL_FILES = (
    f"id: MSB\nclassification: confidential\nexpansion: {CANARY}\n",
    f"id: MSB\nclassification: confidential\nexpansion: [{CANARY}\n",
    f"id: MSB\nclassification: confidential\nexpansion: {CANARY}\nexpansion: {CANARY}\n",
    f"id: MSB\nclassification: public\nclassification: confidential\nexpansion: {CANARY}\n",
    f"id: MSB\n'classification': \"Confidential\"\n{CANARY}: x\n",
    f"{{id: MSB, classification: confidential, {CANARY}: x}}\n",
    f'id: MSB\n"class\\u0069fication": "confident\\x69al"\n{CANARY}: x\n',
    f"classification: confidential\nid: MSB\n{CANARY}: \u200b\n",
    f"\ufeffclassification: confidential # {CANARY}\n\t- [\n",
)


@pytest.mark.parametrize("text", CONFIDENTIAL_FILES)
def test_a_confidential_file_in_the_public_root_halts_and_is_not_repeated(
    text: str, project: Project
) -> None:
    project.write(TERM, text)
    loaded = project.public()
    problems = with_excerpts(loaded.problems, project.base)
    assert loaded.halted
    assert "MSB" not in loaded.library.terms
    assert any(item.code in {Code.AK205, Code.AK206} for item in problems)
    assert CANARY not in repr(problems)
    assert all(item.place.confidential for item in problems)


def test_bytes_that_are_no_utf8_hide_nothing(project: Project) -> None:
    project.write(TERM, b"id: MSB\nclassification: confidential\nexpansion: \xe5\n")
    loaded = project.public()
    assert said(loaded.problems) == ["MSB:2:1 AK206", "MSB:3:12 AK101"]
    assert loaded.halted


def test_prose_that_speaks_of_the_classification_does_not(project: Project) -> None:
    project.change(BLOCK, "Det er frivilligt.", "classification: confidential")
    assert (project.public().problems, project.public().halted) == ((), False)


@pytest.mark.parametrize(
    "text",
    [
        "id: MSB\n",
        "- id: MSB\n",
        "MSB\n",
        "id: MSB\nclassification: secret\n",
        "id: MSB\nclassification:\n",
        "!!map {}\n",
    ],
)
def test_a_file_without_classification_halts(text: str, project: Project) -> None:
    project.write(TERM, text)
    loaded = project.public()
    assert loaded.halted
    assert Code.AK205 in {item.code for item in loaded.problems}


@pytest.mark.parametrize(
    "text", ["", "\n", "# kun en note\n", "---\n", "\ufeff", "id: [", "id: \xe5".encode("latin-1")]
)
def test_a_file_that_says_nothing_is_broken_but_does_not_halt(text: str | bytes, project: Project) -> None:
    project.write(TERM, text)
    loaded = project.public()
    assert not loaded.halted
    assert loaded.library.broken == {("terms", "MSB")}
    assert len(loaded.problems) == 1


def test_other_problems_do_not_halt(project: Project) -> None:
    project.write(ANSWER, SOUND[ANSWER].replace("title:", "titel:"))
    assert not project.public().halted


@pytest.mark.parametrize(
    "name", ["blocks/measure/link.yaml", "link", ".git", "~$link", "answers/folder", "notes.txt"]
)
def test_a_link_halts_wherever_it_stands(name: str, project: Project) -> None:
    project.link(f"content/public/{name}", project.base / "content/confidential")
    loaded = project.public()
    assert [(item.place.file, item.code) for item in loaded.problems] == [
        (f"content/public/{name}", Code.AK105)
    ]
    assert loaded.halted


def test_a_link_to_nowhere_halts(project: Project) -> None:
    project.link("content/public/link.yaml", "væk")
    assert project.public().halted


def test_a_public_root_that_is_a_link_halts(project: Project) -> None:
    (project.base / "content/public").rename(project.base / "content/real")
    project.link("content/public", "real")
    loaded = project.public()
    assert said(loaded.problems) == ["public:0:0 AK105"]
    assert loaded.halted
    assert loaded.library.blocks == {}


def test_a_link_above_the_root_is_no_matter(project: Project) -> None:
    project.link("mounted", project.base)
    assert Project(project.base / "mounted").public().problems == ()


def test_a_link_in_the_confidential_root_is_found(project: Project) -> None:
    project.link("content/confidential/overlays/link.yaml", "svar.yaml")
    assert said(project.confidential().problems) == ["link:0:0 AK105"]
