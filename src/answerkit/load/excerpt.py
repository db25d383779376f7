"""The source lines that problems of public files are shown with."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from answerkit.load.characters import without_hidden
from answerkit.load.files import MAX_YAML_BYTES
from answerkit.model.problem import Problem

_LONGEST = 200
_PERSONAL = re.compile(r"(?<!\d)\d{6}\s?[-\u2010-\u2015\u2212]?\s?\d{4}(?!\d)")


def with_excerpts(problems: Iterable[Problem], base: Path) -> tuple[Problem, ...]:
    """The problems, each with the line that it means, in the order given.

    A confidential place, one that means a whole file, and one whose file cannot be read stay as they are.
    Where the line has a number of a CPR number's shape, the problem quotes nothing of the file. A line is
    cut after 200 characters; a visible character stands for each hidden one, so that columns count.
    """

    @cache
    def lines(file: str) -> tuple[str, ...]:
        return _lines(base / file)

    return tuple(
        _with_excerpt(item, lines(item.place.file)) if _is_shown(item) else item for item in problems
    )


def _is_shown(item: Problem) -> bool:
    return item.place.line > 0 and not item.place.confidential


def _with_excerpt(item: Problem, lines: tuple[str, ...]) -> Problem:
    if item.place.line > len(lines):
        return item
    line = without_hidden(lines[item.place.line - 1])
    return item.without_text() if _PERSONAL.search(line) else item.with_excerpt(line[:_LONGEST])


def _lines(path: Path) -> tuple[str, ...]:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_YAML_BYTES)
    except OSError:
        return ()
    text = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    return tuple(text.split("\n"))
