"""What the rules want of a dictionary, and which words of a passage are looked up in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from answerkit.lint.passages import Passage

_WORD = re.compile(r"(?<![\w@./#&'’-])[a-zæøåéüöä]{4,}(?:-[a-zæøåéüöä]{2,})*(?![\w@/]|\.\w|['’]\w|-)")


class Speller(Protocol):
    """A dictionary."""

    def knows(self, word: str) -> bool:
        """Whether the word, in small letters, is spelt right."""

    def suggest(self, word: str) -> str:
        """The most likely word that was meant; empty when there is none."""


def words(passage: Passage) -> Iterator[tuple[int, str]]:
    """Offset and letters of each word of four letters or more, all small: no names, no abbreviations."""
    for match in _WORD.finditer(passage.readable):
        yield match.start(), match.group()
