"""Parts of sentences, found although words are inflected, misspelt, replaced or swapped.

Two uncommon words that stand close to each other in a secret sentence and in a text are where a comparison
begins; the words around them are then aligned, also from the last to the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import NamedTuple

from answerkit.model.frozen import dataclass
from answerkit.verify.match.phrases import Met
from answerkit.verify.match.view import Hit, View
from answerkit.verify.secrets.danish import stem
from answerkit.verify.secrets.secret import Secrets, Sentence

_CLOSE = 8
_PARTNERS = 3
_AROUND = 10


class _Seed(NamedTuple):
    """A pair of uncommon words in a sentence: the sentence, and where the two stand in it."""

    secret: int
    first: int
    second: int


@dataclass(frozen=True, slots=True)
class _Stems:
    """A sentence's words as stems."""

    stems: tuple[str, ...] = field(repr=False)
    uncommon: tuple[bool, ...] = field(repr=False)


class SentenceSearch:
    """Finds parts of secret sentences among the words of a view."""

    def __init__(self, secrets: Secrets) -> None:
        self._sentences: dict[int, _Stems] = {}
        self._seeds: dict[tuple[str, str], list[_Seed]] = {}
        for index, secret in enumerate(secrets):
            if isinstance(secret, Sentence):
                self._learn(index, secret)

    def find(self, seen: View, met: Met) -> Iterator[Hit]:
        """Each sentence of which a part stands in the view, once."""
        found: set[int] = set()
        told = [(at, sense.stem) for at, sense in met if sense.stem]
        for index, (at, word) in enumerate(told):
            for other_at, other in told[index + 1 : index + 1 + _PARTNERS]:
                if other_at - at > _CLOSE:
                    break
                for seed in self._seeds.get(_pair(word, other), ()):
                    if seed.secret not in found and (hit := self._aligned(seen, seed, at, other_at)):
                        found.add(seed.secret)
                        yield hit

    def _learn(self, index: int, secret: Sentence) -> None:
        stems = tuple(map(stem, secret.words))
        self._sentences[index] = _Stems(stems, secret.uncommon)
        telling = [at for at, uncommon in enumerate(secret.uncommon) if uncommon]
        for place, first in enumerate(telling):
            for second in telling[place + 1 : place + 1 + _PARTNERS]:
                if second - first <= _CLOSE:
                    self._seeds.setdefault(_pair(stems[first], stems[second]), []).append(
                        _Seed(index, first, second)
                    )

    def _aligned(self, seen: View, seed: _Seed, first: int, second: int) -> Hit | None:
        sentence = self._sentences[seed.secret]
        start, text_start = max(0, seed.first - _AROUND), max(0, first - _AROUND)
        wanted = sentence.stems[start : seed.second + _AROUND + 1]
        text = [stem(word) for word in seen.words[text_start : second + _AROUND + 1]]
        for order in (text, text[::-1]):
            matched = [(start + one, other) for one, other in _common_words(wanted, order)]
            if run := _recognisable(matched, sentence.uncommon):
                ends = [at if order is text else len(text) - 1 - at for at in (run[0][1], run[-1][1])]
                return Hit(seen, seed.secret, text_start + min(ends), text_start + max(ends))
        return None


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)


def _common_words(wanted: Sequence[str], text: Sequence[str]) -> list[tuple[int, int]]:
    """The longest common subsequence, as pairs of indices."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - only whoever searches pays for it

    return [
        (code.src_start + at, code.dest_start + at)
        for code in LCSseq.opcodes(wanted, text)
        if code.tag == "equal"
        for at in range(code.src_end - code.src_start)
    ]


def _recognisable(matched: list[tuple[int, int]], uncommon: Sequence[bool]) -> list[tuple[int, int]]:
    """The longest run of matched words that is enough to recognise the sentence by, or nothing."""
    for size in range(len(matched), 2, -1):
        for start in range(len(matched) - size + 1):
            run = matched[start : start + size]
            span = max(run[-1][0] - run[0][0], run[-1][1] - run[0][1]) + 1
            told = sum(uncommon[at] for at, _ in run)
            if _is_enough(size, span, told) or _is_nearly_all(size, span, len(uncommon)):
                return run
    return []


def _is_nearly_all(words: int, span: int, whole: int) -> bool:
    """At least seven words, and all of the sentence but one or two, whatever words they are."""
    return words >= 7 and 5 * words >= 4 * max(whole, span)  # noqa: PLR2004 - as the docstring has it


def _is_enough(words: int, span: int, uncommon: int) -> bool:
    """Five words in a row with two uncommon ones, or fewer and less dense ones with more of these."""
    return (
        (words >= 5 and uncommon >= 2 and 5 * words >= 4 * span)  # noqa: PLR2004 - the rule as the docstring has it
        or (words >= 4 and uncommon >= 3 and 4 * words >= 3 * span)  # noqa: PLR2004
        or (words >= 5 and uncommon >= 4 and 2 * words >= span)  # noqa: PLR2004
    )
