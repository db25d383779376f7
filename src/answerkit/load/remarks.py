"""What the confidential tree says in comments: as confidential as its records, which do not hold them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path

import yaml

from answerkit.load.files import MAX_YAML_BYTES, Found, Root, read_bytes, root_at, walk
from answerkit.load.reading import decoded
from answerkit.load.yaml_tree import LOADER
from answerkit.model.content import Prose
from answerkit.model.problem import Place, Problem

_YAML = (".yaml", ".yml")
_COMMENT = re.compile(r"^(.*?)(?<!\S)#+[ \t]*(.*)$", re.MULTILINE)
_FOR_PROGRAMS = re.compile(r"yaml-language-server:|vim?:|-\*-|prettier-|yamllint ")


def load_remarks(root: Path, base: Path) -> tuple[Prose, ...]:
    """The comments of all YAML files under the confidential root; lines that follow each other are one.

    Files that cannot be read are passed over: whoever reads their records tells of them.
    """
    home = root_at(root, base, confidential=True)
    files = walk(home).files if root.is_dir() else ()
    return tuple(
        remark for file in files if file.name.lower().endswith(_YAML) for remark in _remarks(home, file)
    )


def _remarks(root: Root, file: Found) -> Iterator[Prose]:
    data = read_bytes(root, file, MAX_YAML_BYTES)
    if isinstance(data, Problem) or b"#" not in data:
        return
    place = root.place(file.name)
    text = decoded(data, place)
    if isinstance(text, Problem):
        return
    lines: list[str] = []
    last = 0
    for number, comment, alone in _comments(text):
        if lines and not (alone and number == last + 1):
            yield _prose(lines, last, place)
            lines = []
        lines.append(comment)
        last = number
    if lines:
        yield _prose(lines, last, place)


def _prose(lines: list[str], last: int, file: Place) -> Prose:
    return Prose("\n".join(lines), Place(file.file, last - len(lines) + 1, confidential=True))


def _comments(text: str) -> Iterator[tuple[int, str, bool]]:
    """Each comment: its line, counted from 1, its text, and whether nothing else stands in the line."""
    values = _values(text)
    starts = [start for start, _ in values]
    for found in _COMMENT.finditer(text):
        at = bisect_right(starts, found.start(2) - 1) - 1
        inside = at >= 0 and found.start(2) - 1 < values[at][1]
        if not inside and found.group(2).strip() and not _FOR_PROGRAMS.match(found.group(2)):
            yield text.count("\n", 0, found.start()) + 1, found.group(2), not found.group(1).strip()


def _values(text: str) -> list[tuple[int, int]]:
    """Where the values of a YAML text begin and end, in order, as far as it can be read."""
    values = []
    try:
        for event in yaml.parse(text, LOADER):
            if isinstance(event, yaml.ScalarEvent) and event.start_mark and event.end_mark:
                start = event.start_mark.index
                if event.style in {"|", ">"}:
                    start = text.find("\n", start)
                values.append((start, event.end_mark.index))
    except (yaml.YAMLError, ValueError, OverflowError):
        return values
    return values
