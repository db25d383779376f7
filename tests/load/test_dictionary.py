"""The dictionary: found where it lies, and left alone where it or its program is missing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from answerkit.load.dictionary import find_dictionary


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dictionary of three words, one of which may be part of a compound."""
    (tmp_path / "da_DK.aff").write_text(
        "SET UTF-8\nTRY abeforlyg\nCOMPOUNDMIN 3\nCOMPOUNDFLAG C\n", encoding="utf-8"
    )
    (tmp_path / "da_DK.dic").write_text("3\nforebyggelse\nunge/C\nhjælp/C\n", encoding="utf-8")
    return tmp_path


def test_words_and_compounds_are_known(folder: Path) -> None:
    found = find_dictionary([folder / "nothing", folder])
    assert found
    assert [found.knows(word) for word in ("forebyggelse", "hjælp", "ungehjælp", "forebygelse")] == [
        True,
        True,
        True,
        False,
    ]


def test_the_nearest_word_is_suggested(folder: Path) -> None:
    found = find_dictionary([folder])
    assert found
    assert found.suggest("forebygelse") == "forebyggelse"
    assert found.suggest("zzzzzzzzzzzz") == ""


def test_half_a_dictionary_is_none(folder: Path) -> None:
    (folder / "da_DK.dic").unlink()
    assert find_dictionary([folder]) is None


def test_without_the_program_there_is_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hunspell", None)
    assert find_dictionary([folder]) is None
