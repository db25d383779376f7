"""What the confidential root gives, what is wrong with it, and that no problem repeats a word of it."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from answerkit.load.excerpt import with_excerpts
from answerkit.load.overlay import load_confidential
from answerkit.model.codes import Code
from answerkit.model.content import BlockItem, Exact, Library, Prose, TableItem
from answerkit.model.problem import Place, Problem
from load.projects import (
    BLOCK,
    CLOSED_BLOCK,
    CLOSED_FIGURE,
    FIGURE,
    GROUND,
    NEW_LAW,
    OVERLAY,
    SOUND,
    Project,
    said,
    sound_project,
)
from load.test_cases import WRONG, Case


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return sound_project(tmp_path)


def test_a_sound_root_is_read(project: Project) -> None:
    loaded = project.confidential()
    assert (loaded.problems, loaded.failed_answers) == ((), frozenset())
    overlay = loaded.library.overlays["svar"]
    assert (overlay.id, overlay.extends, overlay.sample, overlay.recipients) == (
        "svar",
        "svar",
        True,
        ("Udvalget",),
    )
    filling = overlay.fillings[0]
    assert (filling.section, filling.grounds) == ("fortroligt", ("paragraf-27", "paragraf-8"))
    start = Place(OVERLAY, 12, 7, confidential=True)
    assert filling.text == Prose("Eksempel – opdigtet.", start, 6)
    assert [type(item) for item in filling.content] == [BlockItem, BlockItem, TableItem]
    assert loaded.library.figures["moeder"].at(date(2022, 12, 31)) is not None
    assert loaded.library.figures["moeder"].series[0].value == Exact(Decimal(11))
    assert loaded.library.blocks["text/forloeb"].where[""].confidential
    assert set(loaded.library.digests) == {OVERLAY, CLOSED_BLOCK, CLOSED_FIGURE}


def test_sample_is_false_unless_said(project: Project) -> None:
    project.change(OVERLAY, "sample: true\n", "")
    assert not project.confidential().library.overlays["svar"].sample


def test_a_missing_root_is_one_problem(tmp_path: Path) -> None:
    loaded = load_confidential(tmp_path / "content/confidential", tmp_path, Library())
    assert [(item.code, item.place) for item in loaded.problems] == [
        (Code.AK112, Place("content/confidential", confidential=True))
    ]


def test_the_root_may_be_a_repository_of_its_own(project: Project) -> None:
    for name in (".git/HEAD", ".gitattributes", ".gitignore", "watchlist.yaml"):
        project.write(f"content/confidential/{name}", "x")
    loaded = project.confidential()
    assert loaded.problems == ()
    assert len(loaded.library.digests) == 3


def test_the_watchlist_stands_at_the_top_only(project: Project) -> None:
    project.write("content/confidential/overlays/watchlist.yaml", "x")
    project.write("content/confidential/lists/watchlist.yaml", "x")
    assert said(project.confidential().problems) == [
        "lists:0:0 AK106",
        "watchlist:1:1 AK203",
        "watchlist:1:1 AK205",
    ]


def test_public_collections_do_not_belong_into_the_confidential_root(project: Project) -> None:
    project.write(GROUND.replace("public", "confidential"), SOUND[GROUND])
    assert said(project.confidential().problems) == ["grounds:0:0 AK106"]


MISFITS = (
    ("extends: svar", "extends: svaret", "svar:4:10 AK301"),
    ("extends: svar\n", "", "svar:1:1 AK202"),
    ("fills: fortroligt", "fills: fortrolig", "svar:9:12 AK301", "svar:9:3 AK307"),
    ("fills: fortroligt", "fills: tal", "svar:9:12 AK306", "svar:9:3 AK307"),
    ("fills: fortroligt\n    grounds", "grounds", "svar:9:5 AK202", "svar:9:3 AK307"),
    ("[paragraf-27, paragraf-8]", "[paragraf-27, paragraf-9]", "svar:10:28 AK301"),
    ("[paragraf-27, paragraf-8]", "[]", "svar:10:14 AK311"),
    ("text/forloeb", "text/forlob", "svar:14:16 AK301"),
    ("[moeder, sager]", "[moeder, sag]", "svar:16:25 AK301"),
    ("id: tabel-moeder", "id: tabel-sager", "svar:17:13 AK303"),
    ("id: tabel-moeder", "id: fortroligt", "svar:17:13 AK303"),
    ("recipients:\n  - Udvalget", "recipients: []", "svar:6:13 AK204"),
    ("recipients:\n  - Udvalget\n", "", "svar:1:1 AK202"),
    ("sample: true", "sample: ja", "svar:3:9 AK203"),
    ("id: svar", "id: andet", "svar:1:5 AK207"),
    ("classification: confidential", "classification: public", "svar:2:17 AK206"),
    ("classification: confidential\n", "", "svar:1:1 AK205"),
    ("    content:\n", "    indhold:\n", "svar:13:5 AK201"),
)


@pytest.mark.parametrize("case", MISFITS, ids=lambda case: case[1].strip() or case[0].strip())
def test_an_overlay_that_does_not_fit(case: tuple[str, ...], project: Project) -> None:
    old, new, *found = case
    project.change(OVERLAY, old, new)
    loaded = project.confidential()
    assert sorted(said(loaded.problems)) == sorted(found)
    assert loaded.failed_answers == {"svar"}
    assert loaded.library.overlays == {}
    _assert_silent(loaded.problems)


def test_a_section_filled_twice(project: Project) -> None:
    again = "  - fills: fortroligt\n    grounds: [paragraf-8]\n    text: Igen.\n"
    project.write(OVERLAY, SOUND[OVERLAY] + again)
    assert said(project.confidential().problems) == ["svar:19:12 AK303"]


def test_a_picture_of_the_answer_may_not_stand_again(project: Project) -> None:
    project.change(OVERLAY, "- block: measure/tus", "- picture: trekant")
    assert said(project.confidential().problems) == ["svar:15:18 AK303"]


def test_two_overlays_of_one_answer(project: Project) -> None:
    project.write(OVERLAY.replace("svar", "tillaeg"), SOUND[OVERLAY].replace("id: svar", "id: tillaeg"))
    loaded = project.confidential()
    assert said(loaded.problems) == ["tillaeg:4:10 AK303"]
    assert loaded.failed_answers == {"svar"}
    assert loaded.library.overlays == {}


def test_a_confidential_record_never_shadows_a_public_one(project: Project) -> None:
    for name in (BLOCK, FIGURE):
        text = SOUND[name].replace("classification: public", "classification: confidential")
        project.write(name.replace("public", "confidential"), text)
    loaded = project.confidential()
    assert said(loaded.problems) == [
        "tus:1:5 AK303",
        "sager:1:5 AK303",
        "svar:15:16 AK309",
        "svar:16:25 AK309",
    ]


def test_nor_one_whose_public_file_has_problems(project: Project) -> None:
    project.write(CLOSED_BLOCK.replace("confidential", "public"), "x")
    assert "forloeb:1:5 AK303" in said(project.confidential().problems)


def test_an_overlay_that_names_broken_files(project: Project) -> None:
    project.change(CLOSED_BLOCK, "title:", "titel:")
    project.write(NEW_LAW, "x: [")
    loaded = project.confidential()
    assert "svar:14:16 AK309" in said(loaded.problems)
    assert "svar:4:10 AK309" in said(loaded.problems), "the answer itself names the law"
    assert loaded.failed_answers == {"svar"}


def test_a_framework_may_be_confidential(project: Project) -> None:
    text = SOUND[CLOSED_BLOCK].replace("text/forloeb", "framework/ramme")
    name = CLOSED_BLOCK.replace("text/forloeb", "framework/ramme")
    project.write(name, text + "laws: [ny-lov]\n")
    assert project.confidential().problems == ()
    project.write(name, text + "laws: [nye-lov]\n")
    assert said(project.confidential().problems) == ["ramme:6:8 AK301"]


def test_an_unreadable_overlay_fails_the_answer_of_its_name(project: Project) -> None:
    project.write(OVERLAY, "id: [")
    project.write(OVERLAY.replace("svar", "andet"), "id: [")
    loaded = project.confidential()
    assert loaded.failed_answers == {"svar"}
    assert loaded.library.broken == {("overlays", "svar"), ("overlays", "andet")}


def test_a_public_answer_without_problems_may_go_without_overlay(project: Project) -> None:
    (project.base / OVERLAY).unlink()
    loaded = project.confidential()
    assert (loaded.problems, loaded.failed_answers, loaded.library.overlays) == ((), frozenset(), {})


def _assert_silent(problems: tuple[Problem, ...]) -> None:
    for item in problems:
        assert item.place.confidential
        assert (item.detail, item.excerpt, item.hint) == ("", "", item.code.advice)


TWINS = tuple(case for case in WRONG if case.file in {BLOCK, FIGURE} and "laws" not in case.name)


@pytest.mark.parametrize("case", TWINS, ids=lambda case: case.name)
def test_the_confidential_twin_of_each_error_keeps_silent(case: Case, project: Project) -> None:
    name = case.file.replace("public", "confidential").replace("/tus", "/canary").replace("/sager", "/canary")
    project.write(name, SOUND[case.file])
    project.change(name, case.old, case.new)
    text = (project.base / name).read_text(encoding="utf-8")
    text = text.replace("classification: public", "classification: confidential")
    project.write(
        name, text.replace("id: measure/tus", "id: measure/canary").replace("id: sager", "id: canary")
    )
    problems = project.confidential().problems
    assert problems
    assert [line for line in said(problems) if not line.startswith("canary:")] == []
    _assert_silent(problems)
    assert with_excerpts(problems, project.base) == problems
