"""What each secret looks like when all that separates its letters is gone: the keys of the exact search."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import field
from enum import Enum
from itertools import permutations, product
from typing import assert_never

from answerkit.model.frozen import dataclass
from answerkit.verify.match.view import Disguise
from answerkit.verify.secrets.folding import plain, unified, words
from answerkit.verify.secrets.ordinary import is_common, is_given_name, is_surname
from answerkit.verify.secrets.recognising import WINDOW, is_enough
from answerkit.verify.secrets.secret import (
    Form,
    Identifier,
    Name,
    NameWord,
    Number,
    Secret,
    Secrets,
    Sentence,
    Term,
    Weight,
)

_SHORTEST = 5
_SHORTEST_INCOMPLETE = 8
_STRIDE = 3
_RUN = 8
_RUN_STRIDE = 4
_SEED = 4
_SEED_STRIDE = 2
_SHORTEST_WINDOW = 16
_SHORTEST_SEED = 12
_DANISH = re.compile("[æøåöäüÆØÅÖÄÜ]")
_CPR = 10
_PHONE = 8
_GROUP = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FEWEST_DIGITS = 6
_FEWEST_OWN_DIGITS = 4
_FEWEST_DIGITS_OF_HEAD = 9


class Edge(Enum):
    """What may stand at the ends of a key that was found."""

    IDENTIFIER = "identifier"
    WORD = "word"
    WORDS = "words"
    CAPITALS = "capitals"
    CAPITAL = "capital"
    PROSE = "prose"
    MIRROR = "mirror"
    """Only a sign that words may stand backwards in a text."""

    SEED = "seed"
    """Only a sign that more of a sentence may stand around it."""


@dataclass(frozen=True, slots=True)
class Key:
    """Letters a to z and digits without gaps.

    Attributes:
        count: the number of words that they are made of.
        start: of a seed, where its first word stands in its sentence.
    """

    letters: str = field(repr=False)
    secret: int
    edge: Edge
    count: int
    disguise: Disguise = Disguise.NONE
    start: int = 0


def keys(secrets: Secrets) -> list[Key]:
    """The keys of all secrets; the same letters may belong to several."""
    return [key for index, secret in enumerate(secrets) for key in _keys(index, secret)]


def _keys(index: int, secret: Secret) -> Iterator[Key]:
    match secret:
        case Identifier():
            yield from _of_identifier(index, secret)
        case Name():
            yield from _of_name(index, secret)
        case Term():
            yield from _of_term(index, secret)
        case Sentence():
            yield from _of_sentence(index, secret)
        case Number():
            pass
        case _:
            assert_never(secret)


def _of_identifier(index: int, secret: Identifier) -> Iterator[Key]:
    for spelt in _spellings(secret):
        yield from _variants([spelt], index, Edge.IDENTIFIER)
    yield from _mirrored(words(secret.text), index)


def _spellings(secret: Identifier) -> Iterator[str]:
    text = secret.text.replace("\u00a0", " ")
    joined = "".join(words(text))
    match secret.form:
        case Form.CPR if len(joined) == _CPR:
            day_month, year, number = joined[:4], joined[4:6], joined[6:]
            yield joined
            yield from (f"{day_month}{century}{year}{number}" for century in ("18", "19", "20"))
            yield f"{year}{joined[2:4]}{joined[:2]}{number}"
        case Form.PHONE if joined.isdigit():
            local = joined[-_PHONE:] if len(joined) in {_PHONE, _PHONE + 2, _PHONE + 4} else joined
            yield from (local, f"45{local}", f"0045{local}")
        case Form.MAIL:
            yield text
            local, _, domain = text.partition("@")
            for at, dot in product(("at", "snabela"), ("dot", "punktum")):
                spelt = domain.replace(".", dot)
                yield from (f"{local} {at} {spelt}", f"{local.replace('.', dot)} {at} {spelt}")
        case Form.ADDRESS:
            street, _, number = text.rpartition(" ")
            yield text
            yield f"{street} nr {number}"
        case Form.CASE_NUMBER:
            yield text
            yield from _cut_short(text)
        case _:
            yield text


def _cut_short(text: str) -> Iterator[str]:
    """A case number as people write it who leave out the groups that others have in common with it."""
    groups: list[str] = _GROUP.findall(text)
    for start in range(1, len(groups)):
        tail = groups[start:]
        own = sum(len(_digits_of(group)) for group in tail if not _YEAR.fullmatch(group))
        if own >= _FEWEST_OWN_DIGITS and len(_digits_of("".join(tail))) >= _FEWEST_DIGITS:
            yield " ".join(tail)
    if len(_digits_of("".join(groups[:-1]))) >= _FEWEST_DIGITS_OF_HEAD:
        yield " ".join(groups[:-1])


def _digits_of(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _variants(parts: Sequence[str], index: int, edge: Edge) -> Iterator[Key]:
    """The letters of a few words as they may be left when somebody respells or loses Danish ones."""
    text = " ".join(parts)
    skeletons = plain(text)
    joined = skeletons.replace(" ", "")
    spelt = dict.fromkeys((unified(skeletons).replace(" ", ""), joined, unified(joined)), _SHORTEST)
    if not text.isascii():
        spelt.setdefault(plain(_DANISH.sub("", text)).replace(" ", ""), _SHORTEST_INCOMPLETE)
    for letters, shortest in spelt.items():
        if len(letters) >= shortest:
            yield Key(letters, index, edge, len(parts))
    rotated = "".join(words(codecs.encode(text, "rot13")))
    if len(rotated) >= _SHORTEST_INCOMPLETE and not rotated.isdigit():
        yield Key(rotated, index, edge, len(parts), Disguise.ROTATED)


def _of_name(index: int, secret: Name) -> Iterator[Key]:
    texts = [word.text for word in secret.words]
    edge = Edge.WORDS if is_telling(secret.words) else Edge.CAPITALS
    for order in dict.fromkeys(_orders(secret.words)) if len(texts) > 1 else ():
        yield from _variants([texts[at] for at in order], index, edge)
    for word in secret.words:
        if word.weight is Weight.RARE:
            yield from _variants([word.text], index, Edge.WORD)
        elif word.weight is Weight.CAPITAL and len(texts) == 1:
            yield from _variants([word.text], index, Edge.CAPITAL)


def _orders(name: tuple[NameWord, ...]) -> Iterator[tuple[int, ...]]:
    """Which words make up the name, in which order: all of them, or two that point at the bearer."""
    everything = tuple(range(len(name)))
    yield everything
    if not is_telling(name):
        return
    yield (*everything[1:], 0)
    yield (everything[-1], *everything[:-1])
    for first, second in permutations(everything, 2):
        if max(first, second) == everything[-1] or not {name[first].weight, name[second].weight} <= _WEAK:
            yield first, second


_WEAK = {Weight.GIVEN, Weight.COMMON}


def is_telling(name: tuple[NameWord, ...]) -> bool:
    """Whether a name can be recognised without its capitals, since not all of its words are common ones."""
    return any(word.weight is not Weight.COMMON or _is_telling("".join(words(word.text))) for word in name)


def _is_telling(letters: str) -> bool:
    return is_given_name(letters) or is_surname(letters) or not is_common(letters)


def _of_term(index: int, secret: Term) -> Iterator[Key]:
    parts = words(secret.text)
    yield from _variants(secret.text.split(), index, Edge.WORD if len(parts) == 1 else Edge.WORDS)
    yield from _mirrored(parts, index)


def _of_sentence(index: int, secret: Sentence) -> Iterator[Key]:
    for size, stride in ((WINDOW, _STRIDE), (_RUN, _RUN_STRIDE)):
        for start in _starts(secret, size, stride):
            window = "".join(secret.words[start : start + size])
            if is_enough(secret.tells[start : start + size]) and len(window) >= _SHORTEST_WINDOW:
                yield Key(window, index, Edge.PROSE, size)
    for start in _starts(secret, _SEED, _SEED_STRIDE):
        seed = "".join(secret.words[start : start + _SEED])
        if any(secret.tells[start : start + _SEED]) and len(seed) >= _SHORTEST_SEED:
            yield Key(seed, index, Edge.SEED, _SEED, start=start)
    for start in range(0, len(secret.words) - WINDOW + 1, WINDOW):
        yield from _mirrored(secret.words[start : start + WINDOW], index)
    if not is_enough(secret.tells):
        yield Key("".join(secret.words), index, Edge.PROSE, len(secret.words))


def _starts(secret: Sentence, size: int, stride: int) -> Iterator[int]:
    """Where windows of a size begin: the last one ends with the sentence."""
    last = len(secret.words) - size
    if last >= 0:
        yield from (*range(0, last, stride), last)


def _mirrored(parts: Sequence[str], index: int) -> Iterator[Key]:
    """What a text whose words stand backwards, each for itself, gives when it is read from its end."""
    letters = "".join(reversed(parts))
    if len(parts) > 1 and len(letters) >= _SHORTEST_INCOMPLETE:
        yield Key(letters, index, Edge.MIRROR, len(parts))
