"""From what the confidential tree says, or from texts that the user points at, to what must not be found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from answerkit.model.content import Below, Exact, Figure, Library, Prose, Range
from answerkit.model.frozen import dataclass
from answerkit.model.overlay import ConfidentialLibrary
from answerkit.model.problem import Place
from answerkit.model.watchlist import Watchlist
from answerkit.verify.secrets.days import days_in
from answerkit.verify.secrets.declared import NOTHING, Declared, Phrases, declared
from answerkit.verify.secrets.folding import words
from answerkit.verify.secrets.identifiers import Spotted, identifiers, is_long
from answerkit.verify.secrets.literals import Literal, literals
from answerkit.verify.secrets.names import names, telling_words
from answerkit.verify.secrets.ordinary import (
    is_common,
    is_given_name,
    is_grammar,
    is_known_name,
    is_ordinary,
    is_surname,
)
from answerkit.verify.secrets.prose import Passage, passages
from answerkit.verify.secrets.recognising import is_enough
from answerkit.verify.secrets.secret import (
    Form,
    Identifier,
    Name,
    NameWord,
    Number,
    Secret,
    Secrets,
    Sentence,
    Tells,
    Term,
    distinct,
)
from answerkit.verify.secrets.weights import weigh

_LONGEST_TERM = 3
_SHORTEST_SENTENCE = 5
_SHORTEST_PLAIN_SENTENCE = 8
_PAIR = 2


def derive(
    confidential: ConfidentialLibrary,
    public: Library,
    watchlist: Watchlist,
    authority: str = "",
    remarks: Iterable[Prose] = (),
) -> Secrets:
    """What is secret in a project: the confidential tree's own texts and figures, and the watchlist's terms.

    Args:
        confidential: the records of the tree.
        public: what the public tree declares is not secret.
        watchlist: its terms with the reasons for them are secret, what it shares is not.
        authority: the publisher's name from the project's settings.
        remarks: the comments of the tree's files.
    """
    reader = _Reader(declared(public, authority), Phrases(shared.text for shared in watchlist.shared))
    said = [*literals(confidential), *_asides(remarks, watchlist)]
    found = [secret for literal in said for secret in reader.literal(literal)]
    found += [secret for figure in confidential.figures.values() for secret in _numbers(figure)]
    for term in watchlist.terms:
        found += _watched(term.text, term.place)
    alone = (Name((word,), term.place) for term in watchlist.terms for word in telling_words(term.text))
    return distinct((*_longest_names(found), *alone))


def from_texts(texts: Iterable[str], public: Library | None = None, authority: str = "") -> Secrets:
    """What is secret in texts that are all secret, such as the files that ``--against`` names.

    Places have no file; their lines count from 1 in each text. What a public tree declares is not secret.
    """
    reader = _Reader(declared(public, authority) if public else NOTHING, Phrases(()))
    start = Place("", 1, confidential=True)
    found = [secret for text in texts for secret in reader.literal(Literal(text, start))]
    return distinct(_longest_names(found))


def _asides(remarks: Iterable[Prose], watchlist: Watchlist) -> Iterator[Literal]:
    """Comments, and why terms are on the watchlist; a few words of theirs mean nothing by themselves."""
    yield from (Literal(remark.text, remark.start, label=True) for remark in remarks)
    yield from (Literal(term.reason, term.place, label=True) for term in watchlist.terms)


def _longest_names(found: list[Secret]) -> Iterator[Secret]:
    """All secrets but the names that are a part of a longer one: they would be found twice."""
    spelt = {id(secret): _folded(secret) for secret in found if isinstance(secret, Name)}
    longer: dict[str, list[frozenset[str]]] = {}
    for name in dict.fromkeys(spelt.values()):
        for word in name:
            longer.setdefault(word, []).append(name)
    for secret in found:
        name = spelt.get(id(secret), frozenset())
        if not any(name < other for word in sorted(name)[:1] for other in longer[word]):
            yield secret


def _folded(name: Name) -> frozenset[str]:
    return frozenset(words(" ".join(word.text for word in name.words)))


def _watched(text: str, place: Place) -> Iterator[Secret]:
    yield Term(text, place, watched=True)
    yield from (Identifier(spotted.text, spotted.form, place) for spotted in identifiers(text))
    yield from (Name(name, place) for name in names(text) if len(name) > 1)


def _numbers(figure: Figure) -> Iterator[Number | Identifier]:
    unit = tuple(dict.fromkeys((*words(figure.unit), *words(figure.unit_one))))
    about = _telling(figure.group, unit) or _telling(figure.title, unit)
    for measurement in figure.series:
        match measurement.value:
            case Exact(number) if is_long(str(number)):
                yield Identifier(str(number), Form.NUMBER, _of(figure))
            case Exact(number):
                yield Number((_digits(str(number)),), unit, about, _of(figure))
            case Range(low, high):
                yield Number((_digits(str(low)), _digits(str(high))), unit, about, _of(figure))
            case Below():
                pass
            case other:
                assert_never(other)


def _telling(text: str, unit: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words(text) if not is_grammar(word) and word not in unit))


def _digits(number: str) -> str:
    return "".join(char for char in number if char.isdigit())


def _of(figure: Figure) -> Place:
    return figure.where.get("") or Place("", confidential=True)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads texts, knowing what is declared and what the watchlist allows to be shared."""

    declared: Declared
    shared: Phrases

    def literal(self, literal: Literal) -> Iterator[Secret]:
        for passage in passages(literal.text, literal.place):
            yield from self._passage(passage, label=literal.label)

    def _passage(self, passage: Passage, *, label: bool) -> Iterator[Secret]:
        if not passage.named:
            yield from self._prose(passage, [], label=label)
            return
        spotted = tuple(identifiers(passage.text))
        for found in spotted:
            if not self.declared.for_all.hold(words(found.text)):
                yield Identifier(found.text, found.form, passage.place)
        found_names = list(names(_without(passage.text, spotted)))
        yield from (Name(name, passage.place) for name in found_names if not self.declared.name(name))
        yield from self._prose(passage, found_names, label=label)

    def _prose(self, passage: Passage, found: list[tuple[NameWord, ...]], *, label: bool) -> Iterator[Secret]:
        folded = words(passage.text)
        if self.shared.hold(folded) or self.declared.for_all.hold(folded):
            return
        if len(folded) >= _SHORTEST_SENTENCE:
            yield from self._sentences(folded, passage, label=label) if passage.told else ()
        elif passage.own_line and passage.whole and self._is_term(folded, found, label=label):
            yield Term(passage.text, passage.place)

    def _is_term(self, folded: list[str], found: list[tuple[NameWord, ...]], *, label: bool) -> bool:
        """Whether a few words mean something together that no name in them says already."""
        said = {part for name in found for word in name for part in words(word.text)}
        telling = [word for word in folded if _tells(word) and not {word, word.removesuffix("s")} & said]
        if len(folded) == 1 or label:
            telling = [word for word in telling if not is_ordinary(word)]
        return len(telling) >= (1 if len(folded) <= _LONGEST_TERM else _PAIR)

    def _sentences(self, folded: list[str], passage: Passage, *, label: bool) -> Iterator[Sentence]:
        """The sentence without what the watchlist shares, in one or more parts."""
        tells = weigh(folded, self.declared.plain(folded))
        shared = sorted(self.shared.spans(folded))
        start = 0
        for first, after in (*shared, (len(folded), len(folded))):
            part = slice(start, max(first, start))
            whole = passage.whole and not shared and not label
            said = tuple(folded[part])
            days = tuple(day for day in dict.fromkeys(days_in(said)) if day not in self.declared.days)
            sentence = Sentence(said, tells[part], passage.place, days)
            if _is_recognisable(sentence, whole=whole):
                yield sentence
            start = max(start, after)


def _tells(word: str) -> bool:
    return (
        not is_common(word) and not is_known_name(word) and not is_given_name(word) and not is_surname(word)
    )


def _is_recognisable(sentence: Sentence, *, whole: bool) -> bool:
    """Whether a sentence can be known by some of its words, or at least by all of them."""
    length = len(sentence.words)
    said = any(tells >= Tells.SOMETHING for tells in sentence.tells) or length >= _SHORTEST_PLAIN_SENTENCE
    return length >= _SHORTEST_SENTENCE and (is_enough(sentence.tells) or (whole and said))


def _without(text: str, spotted: tuple[Spotted, ...]) -> str:
    """The text with commas in place of its identifiers; the names of streets are left."""
    for found in spotted:
        if found.form is not Form.ADDRESS:
            text = text[: found.start] + "," * (found.end - found.start) + text[found.end :]
    return text
