"""All searches over all readings of a few texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from answerkit.verify.match.alignment import SentenceSearch
from answerkit.verify.match.days import DaySearch
from answerkit.verify.match.decoders import readings
from answerkit.verify.match.exact import ExactIndex, Sown
from answerkit.verify.match.phrases import PhraseSearch
from answerkit.verify.match.senses import Senses
from answerkit.verify.match.view import Disguise, Hit, View
from answerkit.verify.match.vocabulary import vocabulary
from answerkit.verify.secrets.secret import Identifier, Number, Secrets, Sentence

_LAYERS = 3
_LONG = 2_000
_AROUND = 12
_MOST_REMEMBERED = 20_000
_LONGEST_REMEMBERED = 1_000
_WORDS = re.compile(r"(\s+)")


class Engine:
    """Finds secrets in texts, through up to three layers of encoding."""

    def __init__(self, secrets: Secrets) -> None:
        self._secrets = secrets
        self._exact = ExactIndex(secrets)
        self._senses = Senses(vocabulary(secrets))
        self._phrases = PhraseSearch(secrets)
        self._sentences = SentenceSearch(secrets)
        self._days = DaySearch(secrets)
        self._clean: set[str] = set()

    def hits(self, texts: Sequence[str]) -> dict[int, list[Hit]]:
        """By the index of the text, one hit for each secret in it, plain ones first."""
        found: dict[int, dict[tuple[int, bool], Hit]] = {}
        asked = [(source, text) for source, text in enumerate(texts) if text not in self._clean]
        for views in _layers(asked):
            for hit in self._search(views):
                hits = found.setdefault(hit.view.source, {})
                known = hits.setdefault((hit.secret, hit.alone), hit)
                if known.view is hit.view and hit.last - hit.first > known.last - known.first:
                    hits[hit.secret, hit.alone] = hit
        self._remember(text for source, text in asked if source not in found)
        return {source: self._telling(list(hits.values())) for source, hits in found.items()}

    def _remember(self, texts: Iterable[str]) -> None:
        """Texts in which nothing was found recur from file to file: paragraphs of the same block, styles."""
        if len(self._clean) > _MOST_REMEMBERED:
            self._clean.clear()
        self._clean.update(text for text in texts if len(text) <= _LONGEST_REMEMBERED)

    def _search(self, views: Sequence[View]) -> Iterator[Hit]:
        yield from self._search_forwards(views)
        backwards = self._exact.suspected_backwards(views)
        yield from self._search_forwards([turned for seen in backwards for turned in _turned(seen)])

    def _search_forwards(self, views: Sequence[View]) -> Iterator[Hit]:
        sown: dict[int, list[Sown]] = {}
        yield from self._exact.find(views, lambda seed: sown.setdefault(id(seed.view), []).append(seed))
        for seen in views:
            senses = map(self._senses.__getitem__, seen.words)
            met = [(at, sense) for at, sense in enumerate(senses) if sense is not None]
            seeds = sown.get(id(seen), ())
            if met:
                yield from self._phrases.find(seen, met)
                yield from self._days.find(seen, met)
            if met or seeds:
                yield from self._sentences.find(seen, met, seeds)

    def _telling(self, hits: list[Hit]) -> list[Hit]:
        """The hits without those that say less than another one at the same words."""
        return [hit for hit in hits if not any(self._says_more(other, hit) for other in hits)]

    def _says_more(self, other: Hit, hit: Hit) -> bool:
        """Whether a hit makes another needless: a name that is part of an address or of a longer name."""
        if other is hit or other.alone or other.view is not hit.view:
            return False
        inside = other.first <= hit.first and hit.last <= other.last
        shorter = hit.last - hit.first < other.last - other.first
        if hit.alone and (inside or other.secret == hit.secret):
            return True
        pointed = not isinstance(self._secrets.items[other.secret], Sentence | Number)
        return inside and shorter and pointed and not isinstance(self._secrets.items[hit.secret], Identifier)


def _turned(seen: View) -> Iterator[View]:
    """The text read from its end, and with each word read from its end."""
    yield View(seen.text[::-1], seen.source, Disguise.REVERSED)
    words = (part[::-1] for part in _WORDS.split(seen.text))
    yield View("".join(words), seen.source, Disguise.REVERSED)


def _layers(texts: Sequence[tuple[int, str]]) -> Iterator[list[View]]:
    """The numbered texts as they stand, then with one layer taken off, then with two, and so on."""
    views = [View(text, source) for source, text in texts]
    known = {(seen.source, seen.text) for seen in views}
    for _ in range(_LAYERS):
        yield views
        views = list(_next_layer(views, known))
        if not views:
            return
    yield views


def _next_layer(views: Sequence[View], known: set[tuple[int, str]]) -> Iterator[View]:
    for seen in views:
        for disguise, reading in readings(seen.text):
            for text in _changed(seen.text, reading):
                if (seen.source, text) not in known:
                    known.add((seen.source, text))
                    yield View(text, seen.source, seen.disguise if seen.disguise.value else disguise)


def _changed(before: str, after: str) -> Iterator[str]:
    """Of a long text with many lines, those that a reading changed, with some around; else all of it."""
    old, new = before.split("\n"), after.split("\n")
    if len(before) < _LONG or len(old) != len(new):
        yield after
        return
    start = end = 0
    for at in (at for at, pair in enumerate(zip(old, new, strict=True)) if pair[0] != pair[1]):
        if at - _AROUND > end:
            yield from ("\n".join(new[start:end]),) if end else ()
            start = at - _AROUND
        end = at + _AROUND + 1
    yield from ("\n".join(new[start:end]),) if end else ()
