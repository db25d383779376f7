"""What the public tree declares, so that the confidential one may say it as well.

Terms, laws, grounds and the asker are declared for all. A body or a programme is declared where it owns
content, is the department of an answer, or is the whole title of something that an answer prints. Prose
declares nothing: what somebody typed there by mistake must be found. Nor does anything but a term, a law, a
ground or the asker make the name of a person harmless.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from datetime import date
from typing import assert_never

from answerkit.model.content import (
    Answer,
    BlockItem,
    ChartItem,
    Library,
    PictureItem,
    Section,
    TableItem,
)
from answerkit.model.frozen import dataclass
from answerkit.verify.secrets.days import Day
from answerkit.verify.secrets.folding import words
from answerkit.verify.secrets.names import is_institution, is_plain
from answerkit.verify.secrets.secret import NameWord
from answerkit.verify.secrets.weights import is_set_phrase

_LONGEST_TITLE = 4
_FIGURE = re.compile(r"figure\(\s*[\"']([^\"']+)[\"']")
_SLUG = re.compile(r"[/.+-]")


class Phrases:
    """Phrases as folded words; a genitive's ending on the last one is passed over."""

    __slots__ = ("_by_first", "_by_word")

    def __init__(self, texts: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        self._by_word: dict[str, list[tuple[str, ...]]] = {}
        for phrase in dict.fromkeys(tuple(words(text)) for text in texts):
            if phrase:
                self._by_first.setdefault(phrase[0], []).append(phrase)
            for word in dict.fromkeys(phrase):
                self._by_word.setdefault(word, []).append(phrase)

    def spans(self, folded: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Where a phrase stands in these words: first index, and the index after its last word."""
        for start, word in enumerate(folded) if self._by_first else ():
            for phrase in (*self._by_first.get(word, ()), *self._by_first.get(word.removesuffix("s"), ())):
                part = tuple(folded[start : start + len(phrase)])
                if part == phrase or (*part[:-1], part[-1].removesuffix("s")) == phrase:
                    yield start, start + len(phrase)

    def has(self, folded: Sequence[str]) -> bool:
        """Whether these words are one of the phrases."""
        return bool(folded) and tuple(folded) in self._by_first.get(folded[0], ())

    def hold(self, folded: Sequence[str]) -> bool:
        """Whether these words stand, one after the other, in one of the phrases."""
        wanted, size = tuple(folded), len(folded)
        return any(
            phrase[start : start + size] == wanted
            for phrase in (self._by_word.get(wanted[0], ()) if wanted else ())
            for start in range(len(phrase) - size + 1)
        )


@dataclass(frozen=True, slots=True)
class Declared:
    """What may be said because the public tree says it in the right place.

    Attributes:
        for_all: terms, laws, grounds and askers.
        bodies: departments and owners, and the authority.
        titles: short titles of what is printed; headings: all of them.
        slugs: folded words of the ids of what is printed.
        days: those of answers, figures and laws.
    """

    for_all: Phrases
    bodies: Phrases
    titles: Phrases
    headings: Phrases
    slugs: frozenset[str] = field(repr=False)
    days: frozenset[Day] = field(default=frozenset(), repr=False)

    def plain(self, folded: Sequence[str]) -> set[int]:
        """Indices of the words that say nothing, since they are a part of something declared."""
        spans = (
            span for phrases in (self.for_all, self.bodies, self.titles) for span in phrases.spans(folded)
        )
        return {at for start, end in spans for at in range(start, end)}

    def name(self, name: Sequence[NameWord]) -> bool:
        """Whether a name is declared."""
        folded = tuple(part for word in name for part in words(word.text))
        spelt = [folded, (*folded[:-1], f"{folded[-1]}s")]
        if any(map(self.for_all.hold, spelt)) or (len(folded) > 1 and is_set_phrase(folded)):
            return True
        if any(map(self._is_body, spelt)) and is_institution(name):
            return True
        return any(map(self.headings.hold, spelt)) and is_institution(name) and is_plain(name)

    def _is_body(self, folded: tuple[str, ...]) -> bool:
        single = len(folded) == 1 and folded[0] in self.slugs
        return single or self.titles.has(folded) or self.bodies.hold(folded)


NOTHING = Declared(Phrases(()), Phrases(()), Phrases(()), Phrases(()), frozenset())
"""What is declared where there is no public tree."""


def declared(public: Library, authority: str) -> Declared:
    """What a public tree declares; ``authority`` is the publisher's name, empty where it is not known."""
    printed = list(_printed(public))
    return Declared(
        Phrases(_for_all(public)),
        Phrases([authority, *_bodies(public)]),
        Phrases(title for _, title in printed if len(words(title)) <= _LONGEST_TITLE),
        Phrases(title for _, title in printed),
        frozenset(word for name, _ in printed for part in _SLUG.split(name) for word in words(part)),
        frozenset((day.year, day.month, day.day) for day in _days(public) if day),
    )


def _days(public: Library) -> Iterator[date | None]:
    for answer in public.answers.values():
        yield from (answer.dated, answer.enquiry.received, answer.enquiry.holding_reply)
    for figure in public.figures.values():
        yield from (measurement.as_of for measurement in figure.series)
    for law in public.laws.values():
        yield from (law.valid_from, law.valid_until)


def _for_all(public: Library) -> Iterator[str]:
    for term in public.terms.values():
        yield from (term.id, term.expansion)
    for law in public.laws.values():
        yield from (law.short, law.title, law.number, law.url)
    for ground in public.grounds.values():
        yield from (ground.citation, ground.title)
    yield from (answer.enquiry.asker for answer in public.answers.values())


def _bodies(public: Library) -> Iterator[str]:
    yield from (answer.department for answer in public.answers.values())
    yield from (block.owner for block in public.blocks.values())
    yield from (figure.owner for figure in public.figures.values())


def _printed(public: Library) -> Iterator[tuple[str, str]]:
    """Id and title of each answer, section, block, figure and picture that an answer prints."""
    for answer in public.answers.values():
        yield answer.id, answer.title
        for section in _sections(answer):
            yield "", section.heading
            for kind, name in _used(section, public):
                yield from _titled(kind, name, public)


def _sections(answer: Answer) -> Iterator[Section]:
    pending = list(answer.sections)
    while pending:
        section = pending.pop()
        pending += section.sections
        yield section


def _used(section: Section, public: Library) -> Iterator[tuple[str, str]]:
    for item in section.content:
        match item:
            case BlockItem(block):
                yield "block", block
                prose = public.blocks[block].text.text if block in public.blocks else ""
                yield from (("figure", name) for name in _FIGURE.findall(prose))
            case TableItem():
                yield from (("figure", name) for name in (*item.figures, item.total) if name)
            case ChartItem():
                yield from (("figure", name) for name in item.figures)
            case PictureItem(asset):
                yield "asset", asset
            case _:
                assert_never(item)


def _titled(kind: str, name: str, public: Library) -> Iterator[tuple[str, str]]:
    if kind == "block" and name in public.blocks:
        yield name.partition("/")[2], public.blocks[name].title
    elif kind == "figure" and name in public.figures:
        yield name, public.figures[name].title
    elif kind == "asset" and name in public.assets:
        yield name, public.assets[name].caption
