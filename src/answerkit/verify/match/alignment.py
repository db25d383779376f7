"""Parts of sentences, found although words are inflected, misspelt, replaced or swapped.

Two uncommon words that stand close to each other in a secret sentence and in a text, or a few words in a row,
are where a comparison begins; the words around them are then aligned, also from the last to the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import field
from typing import NamedTuple

from answerkit.model.frozen import dataclass
from answerkit.verify.match.exact import Sown
from answerkit.verify.match.phrases import Met
from answerkit.verify.match.view import Hit, View
from answerkit.verify.secrets.danish import stem
from answerkit.verify.secrets.recognising import is_enough
from answerkit.verify.secrets.secret import Secrets, Sentence, Tells

_CLOSE = 8
_PARTNERS = 3
_AROUND = 10
_FEWEST = 4
_SHORTEST_SHUFFLED = 7
_FEWEST_SHUFFLED = 3
_NEARLY_ALL = 0.8


class _Seed(NamedTuple):
    """A pair of uncommon words in a sentence: the sentence, and where the two stand in it."""

    secret: int
    first: int
    second: int


@dataclass(frozen=True, slots=True)
class _Stems:
    """A sentence's words as stems."""

    stems: tuple[str, ...] = field(repr=False)
    tells: tuple[Tells, ...] = field(repr=False)

    @property
    def weighed(self) -> Iterator[tuple[str, Tells]]:
        """Each stem with how much its word tells."""
        return zip(self.stems, self.tells, strict=True)


class SentenceSearch:
    """Finds parts of secret sentences among the words of a view."""

    def __init__(self, secrets: Secrets) -> None:
        self._sentences: dict[int, _Stems] = {}
        self._seeds: dict[tuple[str, str], list[_Seed]] = {}
        for index, secret in enumerate(secrets):
            if isinstance(secret, Sentence):
                self._learn(index, secret)

    def find(self, seen: View, met: Met, sown: Sequence[Sown] = ()) -> Iterator[Hit]:
        """Each sentence of which a part stands in the view, once."""
        found: set[int] = set()
        for seed, first, last in (*self._met(met), *_grown(sown)):
            if seed.secret not in found and (hit := self._aligned(seen, seed, first, last)):
                found.add(seed.secret)
                yield hit

    def _met(self, met: Met) -> Iterator[tuple[_Seed, int, int]]:
        """The pairs among the words of a view, and where they stand in it."""
        told = [(at, sense.stem) for at, sense in met if sense.stem]
        for index, (at, word) in enumerate(told):
            for other_at, other in told[index + 1 : index + 1 + _PARTNERS]:
                if other_at - at > _CLOSE:
                    break
                for seed in self._seeds.get(_pair(word, other), ()):
                    yield seed, at, other_at

    def _learn(self, index: int, secret: Sentence) -> None:
        stems = tuple(map(stem, secret.words))
        self._sentences[index] = _Stems(stems, secret.tells)
        telling = [at for at, tells in enumerate(secret.tells) if tells >= Tells.SOMETHING]
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
            if run := _recognisable(matched, sentence.tells):
                ends = [at if order is text else len(text) - 1 - at for at in (run[0][1], run[-1][1])]
                return Hit(seen, seed.secret, text_start + min(ends), text_start + max(ends))
        found = _shuffled(sentence, text)
        return Hit(seen, seed.secret, text_start + found[0], text_start + found[-1]) if found else None


def _grown(sown: Sequence[Sown]) -> Iterator[tuple[_Seed, int, int]]:
    """Seeds of several words in a row, as those of two."""
    for seed in sown:
        yield _Seed(seed.secret, seed.start, seed.start + seed.last - seed.first), seed.first, seed.last


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


def _shuffled(sentence: _Stems, text: Sequence[str]) -> list[int]:
    """Where nearly all words of a sentence stand together in whatever order, or nothing."""
    size = len(sentence.stems)
    if not _SHORTEST_SHUFFLED <= size <= len(text) or _share(set(text), sentence.stems) < _NEARLY_ALL:
        return []
    for start in range(len(text) - size + 1):
        left = Counter(sentence.stems)
        found = [at for at in range(start, start + size) if _take(left, text[at])]
        told = sum(tells > 0 and not left[word] for word, tells in sentence.weighed)
        if len(found) >= _NEARLY_ALL * size and told >= _FEWEST_SHUFFLED:
            return found
    return []


def _share(words: Collection[str], wanted: Sequence[str]) -> float:
    return sum(word in words for word in wanted) / len(wanted)


def _take(left: Counter[str], word: str) -> bool:
    """Whether a word was left, and take it."""
    taken = left[word] > 0
    left[word] -= taken
    return taken


def _recognisable(matched: list[tuple[int, int]], tells: Sequence[Tells]) -> list[tuple[int, int]]:
    """The longest run of matched words that is enough to recognise the sentence by, or nothing."""
    for size in range(len(matched), _FEWEST - 1, -1):
        for start in range(len(matched) - size + 1):
            run = matched[start : start + size]
            span = max(run[-1][0] - run[0][0], run[-1][1] - run[0][1]) + 1
            if is_enough([tells[at] for at, _ in run], span - size):
                return run
    return []
