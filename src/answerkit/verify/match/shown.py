"""Names of files, parts and places as they may be printed: one that holds a secret gives way to a number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from answerkit.model.finding import Finding

_SEPARATORS = re.compile(r"([/\\!])")
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,5}")


def hide_names(findings: Iterable[Finding], ordinal: int, tells: Callable[[str], bool]) -> list[Finding]:
    """The findings with numbers for names that tell.

    ``ordinal`` is the file's own number; parts and places are numbered from 1 as they come.
    """
    hidden = _Hidden(tells)
    return [
        replace(
            found,
            file=hidden.shown(found.file, _file(ordinal)),
            part=hidden.numbered(found.part, "del"),
            place=hidden.numbered(found.place, "sted"),
        )
        for found in findings
    ]


def shown(name: str, ordinal: int, tells: Callable[[str], bool]) -> str:
    """The name of a file as it may be printed."""
    return _Hidden(tells).shown(name, _file(ordinal))


def _file(ordinal: int) -> str:
    return f"fil {ordinal}"


class _Hidden:
    """Remembers which name got which number."""

    def __init__(self, tells: Callable[[str], bool]) -> None:
        self._tells = tells
        self._numbers: dict[tuple[str, str], int] = {}

    def numbered(self, name: str, word: str) -> str:
        number = self._numbers.setdefault((word, name), sum(kind == word for kind, _ in self._numbers) + 1)
        return self.shown(name, f"{word} {number}")

    def shown(self, name: str, instead: str) -> str:
        """The path with what tells replaced, segment by segment where that is enough."""
        if not name or not self._tells(name):
            return name
        segments = [self._segment(segment, instead) for segment in _SEPARATORS.split(name)]
        shown = "".join(segments)
        return f"[{instead}]" if self._tells(shown) else shown

    def _segment(self, segment: str, instead: str) -> str:
        if not segment or not self._tells(segment):
            return segment
        suffix = PurePosixPath(segment).suffix
        return (
            f"[{instead}]{suffix}"
            if _SUFFIX.fullmatch(suffix) and not self._tells(suffix)
            else f"[{instead}]"
        )
