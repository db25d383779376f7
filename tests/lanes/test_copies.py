"""Copies hold what the public lane reads and nothing else; made-up trees hold nothing but what is made up."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

from answerkit.errors import AnswerkitError, ExitCode
from answerkit.lanes.canaries import hatch
from answerkit.lanes.copies import copy_public, private_folder
from answerkit.load.overlay import load_confidential
from answerkit.load.public import load_public
from lanes.small import CANARY, CLOSED, Small


def test_only_what_is_public_is_copied(small: Small, tmp_path: Path) -> None:
    small.write(".git/config", "x")
    small.write("outputs/public/svar.docx", "x")
    copy = copy_public(small.paths, tmp_path / "copy")
    assert sorted(path.name for path in copy.paths.base.iterdir()) == [
        "answerkit.toml",
        "content",
        "templates",
    ]
    assert [path.name for path in (copy.paths.base / "content").iterdir()] == ["public"]
    assert copy.built() == {}
    assert not [
        path for path in copy.folder.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()
    ]


@pytest.mark.skipif(os.name != "posix", reason="kun Windows: symbolske links kræver rettigheder")
def test_links_stay_links(small: Small, tmp_path: Path) -> None:
    (small.public / "link.yaml").symlink_to(small.confidential / f"overlays/{CLOSED}.yaml")
    (small.base / "templates" / "folder").symlink_to(small.confidential)
    copy = copy_public(small.paths, tmp_path / "copy")
    assert (copy.paths.content / "link.yaml").is_symlink()
    assert (copy.paths.templates / "folder").is_symlink()


def test_what_is_missing_is_not_copied(small: Small, tmp_path: Path) -> None:
    shutil.rmtree(small.base / "templates")
    copy = copy_public(small.paths, tmp_path / "copy")
    assert not copy.paths.templates.exists()


def test_a_copy_that_fails_names_no_file(
    small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> NoReturn:
        raise shutil.Error([("a", "b", CANARY)])

    monkeypatch.setattr(shutil, "copytree", fail)
    with pytest.raises(AnswerkitError, match="kan ikke kopieres") as caught:
        copy_public(small.paths, tmp_path / "copy")
    assert caught.value.exit_code is ExitCode.CONTENT
    assert CANARY not in str(caught.value) + caught.value.hint
    assert caught.value.__suppress_context__


def test_the_private_folder_is_private_and_goes_away() -> None:
    kept: list[Path] = []

    def work() -> NoReturn:
        with private_folder() as folder:
            kept.append(folder)
            (folder / "file").touch()
            if os.name == "posix":
                assert folder.stat().st_mode & 0o777 == 0o700
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()
    assert not kept[0].exists()


def test_a_made_up_tree_is_sound_and_fits_the_answers(small: Small) -> None:
    shutil.rmtree(small.confidential)
    public = load_public(small.public, small.base).library
    made = hatch(public.answers.values(), blocks=3, spare=2)
    made.settle(small.confidential)
    loaded = load_confidential(small.confidential, small.base, public)
    assert loaded.problems == ()
    assert made.answers == tuple(loaded.library.overlays) == (CLOSED,)
    assert len(loaded.library.blocks) == 5
    assert not loaded.library.overlays[CLOSED].sample


def test_every_text_of_it_is_a_canary(small: Small) -> None:
    public = load_public(small.public, small.base).library
    made = hatch(public.answers.values(), blocks=2, spare=1)
    keys = (
        "id classification confidential title note text extends recipients sections fills grounds content "
        "block table caption unit unit_one group owner counts other values as_of value source figure terms "
        f"term reason blocks figures overlays watchlist yaml {CLOSED} sagen paragraf"
    )
    text = " ".join(f"{name} {text}" for name, text in made.files.items())
    words = {word.casefold() for word in re.findall(r"[^\W\d_]+|\d{9,}", text)}
    assert words - set(made.tokens) <= set(keys.replace("_", " ").split())
    assert set(made.tokens) <= words
    assert len(set(made.tokens)) == len(made.tokens)


def test_no_two_made_up_trees_are_alike(small: Small) -> None:
    public = load_public(small.public, small.base).library
    few, many = (hatch(public.answers.values(), blocks=blocks, spare=blocks) for blocks in (2, 5))
    assert not {*few.tokens} & {*many.tokens}
    assert len(few.files) < len(many.files)
    assert sum(map(len, few.files.values())) < sum(map(len, many.files.values()))
    assert repr(few).count(few.tokens[0]) == 0
