"""Whether bytes hold a canary, or a good part of one, also where it is spelt otherwise."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from typing import Final

from ahocorasick_rs import BytesAhoCorasick

_ENOUGH: Final = 12
"""So many characters in a row of a canary are no accident, not even among the bytes of a thousand files."""

_NO_TOKEN: Final = re.compile(rb"[^a-z0-9]+")


class Traces:
    """Looks for canaries.

    Args:
        tokens: at least one; lower-case ASCII letters and digits, each twelve characters or longer.
    """

    def __init__(self, tokens: Iterable[str]) -> None:
        words = [token.encode() for token in tokens]
        self._parts = BytesAhoCorasick([part for word in words for part in _parts(word)])
        self._coded = BytesAhoCorasick([code for word in words for code in _codes(word)])

    def __repr__(self) -> str:
        """No canary, for the sake of tests that fail."""
        return "Traces()"

    def found(self, data: bytes) -> bool:
        """Whether part of a canary is there: spaced out, wide, backwards, as hex, as base64, in any case."""
        letters = _NO_TOKEN.sub(b"", data.lower())
        return bool(self._parts.find_matches_as_indexes(letters) or self._coded.find_matches_as_indexes(data))


def _parts(word: bytes) -> Iterator[bytes]:
    """All parts that are long enough, forwards and backwards; and the whole word as hex."""
    for way in (word, word[::-1]):
        yield from (way[start : start + _ENOUGH] for start in range(len(way) - _ENOUGH + 1))
    yield word.hex().encode()


def _codes(word: bytes) -> Iterator[bytes]:
    """What base64 makes of the word wherever it stands among other bytes, whose share is cut off."""
    for skipped in range(3):
        code = b64encode(bytes(skipped) + word)
        yield code[-(-skipped * 8 // 6) : -4]
