"""The letters that charts are drawn with: outlines in place of text, which look the same on every machine.

Lengths are thousandths of the letters' size, downwards from the baseline.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from answerkit.model.frozen import dataclass

SIZE = 1000
_TABLE = Path(__file__).with_name("letters.txt")


@dataclass(frozen=True, slots=True)
class Letter:
    """A character's width, and its outlines: where each begins, and the steps from there as in SVG."""

    width: int
    outlines: tuple[tuple[int, int, str], ...]


@cache
def letters() -> Mapping[str, Letter]:
    """All characters that can be drawn."""
    lines = _TABLE.read_text(encoding="ascii").splitlines()
    return dict(_letter(line.split(" ")) for line in lines if not line.startswith("#"))


def _letter(fields: list[str]) -> tuple[str, Letter]:
    code, width, *outlines = fields
    return chr(int(code, 16)), Letter(int(width), tuple(map(_outline, outlines)))


def _outline(text: str) -> tuple[int, int, str]:
    start, _, steps = text.partition(":")
    x, _, y = start.partition(",")
    return int(x), int(y), steps


def is_drawable(words: str) -> bool:
    """Whether every character has an outline."""
    return letters().keys() >= set(words)


def width(words: str) -> int:
    """How long the words are in one line."""
    return sum(letters()[character].width for character in words)


def outline(words: str, x: int, baseline: int) -> str:
    """The words as the data of an SVG path that starts at ``x``."""
    return "".join(_drawn(words, x, baseline))


def _drawn(words: str, x: int, baseline: int) -> Iterator[str]:
    for character in words:
        letter = letters()[character]
        yield from (f"M{x + left},{baseline + top}{steps}" for left, top, steps in letter.outlines)
        x += letter.width


def wrapped(words: str, available: int) -> tuple[str, ...]:
    """The words in lines no longer than ``available``, broken at spaces, and inside a word that is longer."""
    lines = [""]
    for word in _pieces(filter(None, words.split(" ")), available):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if width(longer) <= available:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _pieces(words: Iterable[str], available: int) -> Iterator[str]:
    """The words, those that are too long cut up."""
    for word in words:
        piece = ""
        for character in word:
            if piece and width(piece + character) > available:
                yield piece
                piece = ""
            piece += character
        yield piece
