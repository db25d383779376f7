"""Which words say nothing by themselves: ordinary Danish, names of public places and bodies, frequent names.

The lists are answerkit's own. A text is never asked, least of all a public one: a word that somebody typed
there by mistake would otherwise make itself harmless.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from answerkit.model.frozen import dataclass
from answerkit.verify.secrets.danish import stem
from answerkit.verify.secrets.folding import words

_LONGEST_WORD = 40
_SHORTEST_PART = 3
_LONGEST_INFLECTION = 5
_REMEMBERED = 1 << 16
_INFLECTION = re.compile("(?:er|e)n[es]?s?|e[nt]s|ers|e[nrts]|[esrnt]")


_PREFIX = re.compile(
    "for|fra|til|ved|med|mod|over|under|efter|inden?|uden|frem|bag|mellem|gennem|selv|mere|hver|halv|tre|fire|fem|seks"
    "|syv|otte|nar|imod|igen|alle|anden"
)
"""The words of grammar that begin compounds; none such as ``han``, which begins names."""

_VERBAL = ("te", "de", "r", "t", "n")
"""Endings of verbs and adverbs that the stemmer leaves, since they are part of too many words."""


@dataclass(frozen=True, slots=True)
class _Lists:
    """The lists, folded; ``frequent`` and ``stems`` hold stems, of the frequent and of all common words."""

    grammar: frozenset[str]
    frequent: frozenset[str]
    common: frozenset[str]
    stems: frozenset[str]
    known: frozenset[str]
    given: frozenset[str]
    surnames: frozenset[str]


@cache
def _lists() -> _Lists:
    grammar, _, common = listed()
    of_frequent, of_common = (frozenset(line.split()) for line in lines_of("stems.txt"))
    names = (_read(f"{name}.txt") for name in ("known", "given", "surnames"))
    return _Lists(grammar, of_frequent, common, of_common, *names)


def read_lists() -> None:
    """Read them now, not only when the first word is asked for."""
    _lists()


def listed() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The folded words of grammar, the frequent ones, and all common ones."""
    grammar, frequent = _read("grammar.txt"), _read("frequent.txt")
    return grammar, frequent, _read("common.txt") | frequent | grammar


def _read(name: str) -> frozenset[str]:
    return frozenset(words("\n".join(lines_of(name))))


def lines_of(name: str) -> list[str]:
    """The lines of a list that stands beside this module, without its remarks."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


@lru_cache(maxsize=_REMEMBERED)
def is_common(word: str) -> bool:
    """Whether a folded word is one of the few thousand that most texts are made of, in any form."""
    return word in _lists().common or _is_form(word, _lists().stems)


@lru_cache(maxsize=_REMEMBERED)
def is_frequent(word: str) -> bool:
    """Whether a folded word is one of the several hundred that administrative texts repeat, in any form."""
    return is_grammar(word) or _is_form(word, _lists().frequent)


def _is_form(word: str, stems: frozenset[str]) -> bool:
    if len(word) < _SHORTEST_PART or word.isdigit() or stem(word) in stems:
        return True
    return any(
        word.endswith(end) and len(word) - len(end) >= _SHORTEST_PART and stem(word[: -len(end)]) in stems
        for end in _VERBAL
    )


def is_grammar(word: str) -> bool:
    """Whether a folded word only holds a sentence together, or is a number or a letter."""
    return len(word) == 1 or word.isdigit() or word in _lists().grammar


def is_dictionary_word(word: str) -> bool:
    """Whether a folded word stands in the list of common words as it is."""
    return word in _lists().common


@lru_cache(maxsize=_REMEMBERED)
def is_ordinary(word: str) -> bool:
    """Whether a folded word is common or made of common words, such as ``kontaktperson``."""
    return len(word) <= _LONGEST_WORD and (is_common(word) or _is_compound(word))


@lru_cache(maxsize=_REMEMBERED)
def _is_compound(word: str) -> bool:
    ends = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    return any(_is_first_part(word[:end]) and _is_last_part(word[end:]) for end in ends)


@cache
def _offices() -> frozenset[str]:
    return frozenset(map(stem, _read("offices.txt")))


@lru_cache(maxsize=_REMEMBERED)
def is_office(word: str) -> bool:
    """Whether a folded word is, or ends in, what bodies, posts, laws and arrangements are called."""
    if is_common(word):
        return True
    ends = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    last = (word[end:] for end in ends if _is_first_part(word[:end]) and _is_last_part(word[end:]))
    return any(is_frequent(part) or stem(part) in _offices() for part in last)


def _is_first_part(part: str) -> bool:
    lists = _lists()
    if part in lists.grammar:
        return bool(_PREFIX.fullmatch(part))
    bare = part[:-1] if part[-1] in "se" and len(part) > _SHORTEST_PART else part
    return part in lists.common or (bare in lists.common and bare not in lists.grammar)


def _is_last_part(part: str) -> bool:
    common = _lists().common
    if part in common:
        return True
    if any(part[:end] in common and _INFLECTION.fullmatch(part, end) for end in _ends(part)):
        return True
    return len(part) > 2 * _SHORTEST_PART and _is_compound(part)


def _ends(part: str) -> range:
    """Where an inflection of a compound's last part may begin."""
    return range(max(_SHORTEST_PART, len(part) - _LONGEST_INFLECTION), len(part))


def is_known_name(word: str) -> bool:
    """Whether a folded word is, or is the genitive of, a name that any Danish text may hold."""
    return _with_genitive(word, _lists().known)


def is_given_name(word: str) -> bool:
    """Whether a folded word is, or is the genitive of, a given name in common use."""
    return _with_genitive(word, _lists().given)


def is_surname(word: str) -> bool:
    """Whether a folded word is, or is the genitive of, a surname that too many share to point at anybody."""
    return _with_genitive(word, _lists().surnames)


@lru_cache(maxsize=_REMEMBERED)
def says_something(word: str) -> bool:
    """Whether a folded word is neither frequent nor a name that any Danish text may hold."""
    return not is_frequent(word) and not is_known_name(word)


def _with_genitive(word: str, names: frozenset[str]) -> bool:
    return word in names or (word.endswith("s") and word[:-1] in names)


@cache
def street_ends() -> tuple[str, ...]:
    """What the names of streets end in, as written."""
    return tuple(word for line in lines_of("streets.txt") for word in line.split())
