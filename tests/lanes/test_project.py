"""Finding the project, and what an answer's name on the command line means."""

from __future__ import annotations

from pathlib import Path

import pytest

from answerkit.errors import UsageError
from answerkit.lanes.project import answer_ids, find_project, open_project, select_answers
from lanes.small import CANARY, CLOSED, OPEN, Small


def test_the_project_is_found_from_any_folder_in_it(small: Small) -> None:
    assert find_project(small.base) == small.base
    assert find_project(small.public / "answers") == small.base


def test_no_project(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"answerkit\.toml"):
        find_project(tmp_path)


def test_a_named_project_is_not_searched_for(small: Small) -> None:
    assert open_project(small.base) == small.base
    with pytest.raises(UsageError):
        open_project(small.public)


def test_ids_come_from_file_names(small: Small) -> None:
    small.write("content/public/answers/2021/a.yaml", "")
    small.write("content/public/answers/note.txt", "")
    assert answer_ids(small.paths) == ("2021/a", OPEN, CLOSED)


@pytest.mark.parametrize(
    "name",
    [
        CLOSED,
        f"content/public/answers/{CLOSED}.yaml",
        f"./content/public/../public/answers/{CLOSED}.yaml",
    ],
)
def test_an_answer_goes_by_id_or_path(small: Small, name: str) -> None:
    assert select_answers(small.paths, (name,), small.base) == (CLOSED,)
    absolute = str(small.public / "answers" / f"{CLOSED}.yaml")
    assert select_answers(small.paths, (name, absolute, name), small.base) == (CLOSED,)


def test_a_path_starts_where_the_user_stands(small: Small) -> None:
    assert select_answers(small.paths, (f"{OPEN}.yaml",), small.public / "answers") == (OPEN,)


def test_nothing_named_means_nothing_chosen(small: Small) -> None:
    assert select_answers(small.paths, (), small.base) == ()


@pytest.mark.parametrize(
    "name",
    [
        "mangler",
        "",
        "..",
        f"../answers/{CLOSED}",
        f"{CLOSED}.yaml",
        f"{CLOSED}.docx",
        "content/public/answers",
        "content/public/answers/mangler.yaml",
        f"content/confidential/overlays/{CLOSED}.yaml",
    ],
)
def test_what_means_no_answer(small: Small, name: str) -> None:
    with pytest.raises(UsageError, match="findes ikke"):
        select_answers(small.paths, (name,), small.base)


def test_a_misspelt_name_brings_a_suggestion(small: Small) -> None:
    with pytest.raises(UsageError) as caught:
        select_answers(small.paths, ("lukkket",), small.base)
    assert caught.value.hint == f"mente du »{CLOSED}«?"


def test_suggestions_know_public_names_only(small: Small) -> None:
    small.write(f"content/confidential/overlays/{CANARY}.yaml", "")
    with pytest.raises(UsageError) as caught:
        select_answers(small.paths, (f"{CANARY}e",), small.base)
    assert f"»{CANARY}«" not in f"{caught.value} {caught.value.hint}"
