"""The watchlist: what it gives, what is wrong with it, and that no problem repeats a word of it."""

from pathlib import Path

import pytest

from answerkit.load.watchlist import load_watchlist
from answerkit.model.codes import Code
from answerkit.model.problem import Place
from answerkit.model.watchlist import Watchlist

NAME = "content/confidential/watchlist.yaml"
SOUND = """\
classification: confidential
sample: true
terms:
  - term: Ravnekrogen
    reason: Et opdigtet
      sted.
shared:
  - text: Tallet er opdigtet.
    reason: Det siger intet.
"""


def write(base: Path, text: str) -> Path:
    path = base / NAME
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_sound_list_is_read(tmp_path: Path) -> None:
    watchlist, problems = load_watchlist(write(tmp_path, SOUND), tmp_path)
    assert problems == ()
    assert watchlist.sample
    (term,) = watchlist.terms
    assert (term.text, term.reason) == ("Ravnekrogen", "Et opdigtet sted.")
    assert term.place == Place(NAME, 4, 11, confidential=True)
    (shared,) = watchlist.shared
    assert (shared.text, shared.place.line) == ("Tallet er opdigtet.", 8)


def test_no_list_is_an_empty_one(tmp_path: Path) -> None:
    assert load_watchlist(tmp_path / NAME, tmp_path) == (Watchlist(), ())


@pytest.mark.parametrize(
    ("old", "new", "line", "code"),
    [
        ("confidential\n", "public\n", 1, Code.AK206),
        ("classification: confidential\n", "", 1, Code.AK205),
        ("confidential\n", "hemmeligt\n", 1, Code.AK205),
        ("sample: true", "sample: måske", 2, Code.AK203),
        ("  - term: Ravnekrogen\n    reason", "  - reason", 4, Code.AK202),
        ("    reason: Det siger intet.\n", "", 8, Code.AK202),
        ("term: Ravnekrogen", "ord: Ravnekrogen", 4, Code.AK201),
        ("term: Ravnekrogen", "term: ''", 4, Code.AK204),
        ("Tallet er opdigtet.", "[a, b]", 8, Code.AK203),
        ("shared:", "shard:", 7, Code.AK201),
    ],
)
def test_what_is_wrong_is_said_without_a_word_of_the_file(
    tmp_path: Path, old: str, new: str, line: int, code: Code
) -> None:
    assert old in SOUND
    watchlist, problems = load_watchlist(write(tmp_path, SOUND.replace(old, new)), tmp_path)
    assert watchlist == Watchlist()
    assert (line, code) in [(item.place.line, item.code) for item in problems]
    assert all(item.place.confidential and not item.detail and not item.excerpt for item in problems)


@pytest.mark.parametrize(
    "text", ["", "- liste\n", "tekst\n", "classification: confidential\n---\nmere: x\n", "\t"]
)
def test_a_file_that_is_no_list_gives_a_problem(tmp_path: Path, text: str) -> None:
    watchlist, problems = load_watchlist(write(tmp_path, text), tmp_path)
    assert watchlist == Watchlist()
    assert problems


def test_a_link_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, SOUND)
    link = path.with_name("link.yaml")
    try:
        link.symlink_to(path)
    except OSError:  # Windows without the right to make links
        return
    assert [item.code for item in load_watchlist(link, tmp_path)[1]] == [Code.AK105]


def test_nothing_of_the_list_is_printed(tmp_path: Path) -> None:
    watchlist, _ = load_watchlist(write(tmp_path, SOUND), tmp_path)
    assert not {"Ravnekrogen", "opdigtet", "siger"} & set(repr(watchlist).replace("'", " ").split())
