"""The letters that charts are drawn with: outlines in place of text, which look the same on every machine.

Lengths are thousandths of the letters' size, downwards from the baseline.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
    """The words in lines no longer than ``available``, broken at spaces, and inside a word that is longer.

    Such a word begins a line of its own.
    """
    lines = [""]
    for word in filter(None, words.split(" ")):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if width(longer) <= available:
            lines[-1] = longer
        else:
            lines += _pieces(word, available)
    return tuple(lines) if lines[0] else tuple(lines[1:]) or ("",)


def _pieces(word: str, available: int) -> Iterator[str]:
    """The word, cut up where it is too long."""
    piece = ""
    for character in word:
        if piece and width(piece + character) > available:
            yield piece
            piece = ""
        piece += character
    yield piece
