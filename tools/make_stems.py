"""Writes the stems of the listed words beside their lists, since working them out takes longer than reading.

``python3 tools/make_stems.py`` after a change in ``grammar.txt``, ``frequent.txt`` or ``common.txt``.
"""

from collections.abc import Iterable
from pathlib import Path

from answerkit.verify.secrets import ordinary
from answerkit.verify.secrets.danish import stem

STEMS = Path(ordinary.__file__).with_name("stems.txt")


def made() -> str:
    """What the file must hold: the stems of the frequent words in one line, those of all in the next."""
    grammar, frequent, common = ordinary.listed()
    lines = ["# Made by tools/make_stems.py.", _line(grammar | frequent), _line(common)]
    return "\n".join(lines) + "\n"


def _line(words: Iterable[str]) -> str:
    return " ".join(sorted(set(map(stem, words))))


if __name__ == "__main__":
    STEMS.write_text(made(), encoding="utf-8", newline="\n")
