"""The words that secrets are made of, each with the secrets that it belongs to."""

from __future__ import annotations

from dataclasses import field
from typing import assert_never

from answerkit.model.frozen import dataclass
from answerkit.verify.match.keys import is_telling
from answerkit.verify.secrets.danish import stem
from answerkit.verify.secrets.days import year_words
from answerkit.verify.secrets.folding import words
from answerkit.verify.secrets.ordinary import is_frequent
from answerkit.verify.secrets.secret import (
    Form,
    Identifier,
    Name,
    Number,
    Secrets,
    Sentence,
    Tells,
    Term,
    Weight,
)

_CPR = 10
_BIRTH_DATE = 6


@dataclass(frozen=True, slots=True)
class Bearer:
    """A word of a name: which name, which of its words, and how much it gives away."""

    secret: int
    position: int
    weight: Weight


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Folded words to secrets, by their index.

    Attributes:
        bearers: words of names.
        alone: terms of a single word.
        parts: stems of words of longer terms, with the term and the word's position in it.
        stems: uncommon words of sentences, to their stems.
        units: stems of the units of numbers.
        births: the first six digits of CPR numbers.
        years: what the years of days that sentences name may stand in.
    """

    bearers: dict[str, list[Bearer]] = field(default_factory=dict, repr=False)
    alone: dict[str, list[int]] = field(default_factory=dict, repr=False)
    parts: dict[str, list[tuple[int, int]]] = field(default_factory=dict, repr=False)
    stems: dict[str, str] = field(default_factory=dict, repr=False)
    units: dict[str, list[int]] = field(default_factory=dict, repr=False)
    births: dict[str, list[int]] = field(default_factory=dict, repr=False)
    years: set[str] = field(default_factory=set, repr=False)


def vocabulary(secrets: Secrets) -> Vocabulary:
    """The words of all secrets."""
    learnt = Vocabulary()
    for index, secret in enumerate(secrets):
        match secret:
            case Name():
                _learn_name(learnt, index, secret)
            case Term():
                _learn_term(learnt, index, secret)
            case Sentence():
                telling = (
                    word
                    for word, tells in zip(secret.words, secret.tells, strict=True)
                    if tells >= Tells.SOMETHING
                )
                learnt.stems.update((word, stem(word)) for word in telling)
                learnt.years.update(word for day in secret.days for word in year_words(day))
            case Number():
                for unit in dict.fromkeys(map(stem, secret.unit)):
                    learnt.units.setdefault(unit, []).append(index)
            case Identifier():
                _learn_identifier(learnt, index, secret)
            case _:
                assert_never(secret)
    return learnt


def _learn_name(learnt: Vocabulary, index: int, secret: Name) -> None:
    telling = is_telling(secret.words)
    for position, word in enumerate(secret.words):
        folded = "".join(words(word.text))
        weight = word.weight if telling else Weight.COMMON
        learnt.bearers.setdefault(folded, []).append(Bearer(index, position, weight))


def _learn_term(learnt: Vocabulary, index: int, secret: Term) -> None:
    folded = words(secret.text)
    if len(folded) == 1:
        learnt.alone.setdefault(folded[0], []).append(index)
        return
    telling = [at for at, word in enumerate(folded) if not is_frequent(word)]
    for at in telling or range(len(folded)):
        learnt.parts.setdefault(stem(folded[at]), []).append((index, at))


def _learn_identifier(learnt: Vocabulary, index: int, secret: Identifier) -> None:
    digits = "".join(words(secret.text))
    if secret.form is Form.CPR and len(digits) == _CPR:
        learnt.births.setdefault(digits[:_BIRTH_DATE], []).append(index)
