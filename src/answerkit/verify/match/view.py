"""One reading of a text: as it stands, or with one layer of encoding taken away."""

from __future__ import annotations

import re
from enum import Enum

from answerkit.model.frozen import dataclass
from answerkit.verify.secrets.folding import plain, unified, word_spans

_LONGEST_SIDE = 20
_SENTENCE_END = re.compile(r"[.!?]\W*\s")
_PARAGRAPH_END = re.compile(r"\n\s*\n")


class Disguise(Enum):
    """How a text was hidden; the value goes into a finding's message."""

    NONE = ""
    REVERSED = "skrevet bagfra"
    ROTATED = "kodet med ROT13"
    MOJIBAKE = "med forkert tegnsæt"
    LOOKALIKE = "med andre tegn for bogstaver"
    PERCENT = "procentkodet"
    HTML = "HTML-kodet"
    ESCAPED = "skrevet med tegnkoder"
    QUOTED_PRINTABLE = "kodet som quoted-printable"
    BASE64 = "kodet som base64"
    BASE32 = "kodet som base32"
    BASE85 = "kodet som base85"
    HEX = "skrevet hexadecimalt"
    CODES = "skrevet som tal"
    PUNYCODE = "kodet som punycode"
    UTF7 = "kodet som UTF-7"


class View:
    """A text with its folded words.

    Attributes:
        source: index of the text that it is a reading of.
        words: as ``folding.words`` gives them.
    """

    __slots__ = ("_skeletons", "_spans", "disguise", "source", "text", "words")

    def __init__(self, text: str, source: int, disguise: Disguise = Disguise.NONE) -> None:
        self.text = text
        self.source = source
        self.disguise = disguise
        self._skeletons = plain(text)
        self.words = unified(self._skeletons).split()
        self._spans: list[tuple[int, int]] = []

    def __repr__(self) -> str:
        """Which text it is, never what it says."""
        return f"View({self.source}, {self.disguise.name}, {len(self.text)} characters)"

    @property
    def letters_backwards(self) -> str:
        """The letters and digits of the text when it is read from its end."""
        return unified(self._skeletons[::-1]).replace(" ", "")

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where each word begins and ends in the text; made when first asked for."""
        if not self._spans:
            self._spans = word_spans(self.text)
        return self._spans

    def is_capital(self, at: int) -> bool:
        """Whether a word begins with a capital letter."""
        char = self.text[self.spans[at][0]]
        return char.isupper() or char.istitle()

    def are_capitals(self, first: int, last: int) -> bool:
        """Whether each word of a run begins with a capital letter."""
        return all(self.is_capital(at) for at in range(first, last + 1))


@dataclass(frozen=True, slots=True)
class Hit:
    """A secret in a view, from its first word to its last; the indices are those of ``View.words``.

    Attributes:
        secret: index in the secrets.
        alone: only a given name was found.
    """

    view: View
    secret: int
    first: int
    last: int
    disguise: Disguise = Disguise.NONE
    alone: bool = False


def sentence_around(seen: View, at: int) -> tuple[int, int]:
    """The words of the sentence that a word stands in, but twenty on either side at most.

    Returns:
        The index of the first one, and that after the last one.
    """
    first, after = at, at + 1
    while first > max(0, at - _LONGEST_SIDE) and not _ends_between(seen, first - 1):
        first -= 1
    while after < min(len(seen.words), at + _LONGEST_SIDE) and not _ends_between(seen, after - 1):
        after += 1
    return first, after


def _ends_between(seen: View, at: int) -> bool:
    """Whether a sentence ends between a word and the next one."""
    start, after = seen.spans[at][1], seen.spans[at + 1][0]
    gap = seen.text[start:after]
    if _PARAGRAPH_END.search(gap):
        return True
    orders = seen.words[at].isdigit() and gap.lstrip().startswith(".")
    return bool(_SENTENCE_END.search(gap)) and seen.text[after].isupper() and not orders
