"""Names in a text: runs of capitalised words, and capitalised words inside a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field

from answerkit.model.frozen import dataclass
from answerkit.verify.secrets.folding import words
from answerkit.verify.secrets.ordinary import (
    is_dictionary_word,
    is_given_name,
    is_known_name,
    is_office,
    is_ordinary,
    is_surname,
)
from answerkit.verify.secrets.secret import NameWord, Weight

_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_BETWEEN = re.compile(r"[  ]+|[  ]*[  ]*")
_SENTENCE_START = re.compile(r"(?:^|[.:!?]\s)[\s\"»”“'’(\[*_-]*$")
_PARTICLE = re.compile("v[ao]n|de[rn]?|del|della|la|le|a[lf]|el|bin|ibn|abu|d[uia]|dos|te[rn]|zu")
_ARTICLE = re.compile("(?:al|el|abd|ben|d|l|o)[-'’](?=[A-ZÆØÅ])")
"""Begins names such as ``el-Khatib`` with a small letter."""

_PART = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LONGEST_ACRONYM = 4
_LONGEST_OPENING = 5
_SHORTEST_RARE = 4
_SHORTEST_CALLED = 6
_SHORTEST_WITH_GENITIVE = 5


@dataclass(frozen=True, slots=True)
class _Token:
    """A capitalised word, without what a hyphen or a genitive's apostrophe adds to it."""

    parts: tuple[str, ...] = field(repr=False)
    start: int
    end: int
    opens: bool

    @property
    def is_initial(self) -> bool:
        """Whether it is a letter and its full stop."""
        return self.end - self.start == 2 and len(self.parts[0]) == 1  # noqa: PLR2004 - the two


def names(text: str) -> Iterator[tuple[NameWord, ...]]:
    """The names of a passage, each as its words; ordinary words and public names are none."""
    if " " not in text and text[:1].isupper() and is_given_name("".join(words(text))):
        yield from _of_word(text)
    if text[1:].islower():
        return
    for run in _runs(text):
        tokens = _without_opening_words(run)
        parts = _parts(tokens)
        if len(parts) > 1:
            yield from _of_run(parts, titled=tokens[0].opens)
        elif parts and (len(tokens) > 1 or not tokens[0].opens):
            yield from _of_word(parts[0]) or _of_run(_parts(run))


def telling_words(text: str) -> Iterator[NameWord]:
    """The capitalised words in a few that point at somebody or something without the others."""
    for found in _WORD.finditer(text) if " " in text else ():
        token = _token(text, found)
        for part in token.parts if token and not _only_opens(token) else ():
            weight = _weight(part, personal=True)
            if weight in {Weight.RARE, Weight.CAPITAL}:
                yield NameWord(_without_genitive(part), weight)


def _parts(tokens: list[_Token]) -> tuple[str, ...]:
    return tuple(part for token in tokens for part in token.parts if len(part) > 1)


def _runs(text: str) -> Iterator[list[_Token]]:
    """Capitalised words with nothing but spaces and small particles such as ``von`` between them."""
    run: list[_Token] = []
    end = 0
    for found in _WORD.finditer(text):
        gap = text[end : found.start()]
        particle = run and _PARTICLE.fullmatch(found.group()) and _BETWEEN.fullmatch(gap)
        token = None if particle else _token(text, found)
        if run and not particle and (token is None or not _joins(run, gap)):
            yield run
            run = []
        if token:
            run.append(token)
        end = found.end() if particle or token is None else token.end
    if run:
        yield run


def _joins(run: list[_Token], gap: str) -> bool:
    """Whether a capitalised word goes on with a run; ``Aarhus N.`` ends a sentence, ``Peter N.`` does not."""
    if not _BETWEEN.fullmatch(gap):
        return False
    closed = len(run) > 1 and len(run[-1].parts[0]) == 1
    return not (closed and is_known_name("".join(words(run[-2].parts[0]))))


def _token(text: str, found: re.Match[str]) -> _Token | None:
    word = found.group()
    if not (word[0].isupper() or _ARTICLE.match(word)) or any(char.isdigit() for char in word):
        return None
    end = found.end() if _is_initial(word) else found.start() + len(word.rstrip(".-'’"))
    bare = (_ARTICLE.sub("", part) for part in _PART.findall(word[: end - found.start()]))
    parts = tuple(part for part in bare if part[0].isupper())
    if _is_acronym(parts):
        return None
    opens = bool(_SENTENCE_START.search(text[max(0, found.start() - 8) : found.start()]))
    return _Token(parts, found.start(), end, opens)


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word.endswith(".")  # noqa: PLR2004 - a letter and its full stop


def _is_acronym(parts: Sequence[str]) -> bool:
    """Whether a word is an abbreviation such as ``TUS``, or is made with one, such as ``KPO-møde``."""
    first = parts[0]
    if not first.isupper() or not 1 < len(first) <= _LONGEST_ACRONYM:
        return False
    return not _is_personal("".join(words(first)))


def _without_opening_words(run: list[_Token]) -> list[_Token]:
    """The run without ordinary words that have their capital only because they begin the sentence."""
    while len(run) > 1 and _only_opens(run[0]):
        run = run[1:]
    return run


def _only_opens(token: _Token) -> bool:
    return token.opens and not token.is_initial and all(map(_opens_sentences, token.parts))


def _opens_sentences(part: str) -> bool:
    folded = "".join(words(part))
    return not _is_personal(folded) and (is_ordinary(folded) or is_known_name(folded))


def _of_run(parts: tuple[str, ...], *, titled: bool = False) -> list[tuple[NameWord, ...]]:
    """The name, as a list of one; ``titled``: its first word could be one that only begins the sentence."""
    folded = ["".join(words(part)) for part in parts]
    if len(parts) == 1 or all(is_known_name(word) or _is_short(word) for word in folded):
        return []
    personal = any(map(_is_personal, folded)) or not any(map(_is_public, folded))
    bare = (*parts[:-1], _without_genitive(parts[-1]))
    weights = [_weight(part, personal=personal) for part in parts]
    if titled and not _is_personal(folded[0]) and is_given_name(folded[1]):
        weights[0] = Weight.COMMON
    return [tuple(map(NameWord, bare, weights))]


def _is_short(word: str) -> bool:
    """Whether a word is one of the small ones that begin sentences, such as ``Siden``."""
    return len(word) <= _LONGEST_OPENING and is_dictionary_word(word)


def _of_word(part: str) -> list[tuple[NameWord, ...]]:
    """A capitalised word inside a sentence, if it is a name."""
    weight = _weight(part, personal=False)
    if weight is Weight.COMMON and _is_called_so(part):
        return [(NameWord(_without_genitive(part), Weight.CAPITAL),)]
    return [(NameWord(_without_genitive(part), weight),)] if weight in {Weight.RARE, Weight.GIVEN} else []


def _is_called_so(part: str) -> bool:
    """Whether a compound of ordinary words, such as ``Solgården``, is somebody's or something's own name."""
    folded = "".join(words(part))
    listed = is_surname(folded) or is_known_name(folded) or is_dictionary_word(folded)
    spelt = len(folded) >= _SHORTEST_CALLED and not part.isupper()
    return spelt and not listed and is_ordinary(folded) and not is_office(folded)


def _weight(part: str, *, personal: bool) -> Weight:
    folded = "".join(words(part))
    if is_given_name(folded):
        return Weight.GIVEN
    if (
        is_surname(folded)
        or is_known_name(folded)
        or is_dictionary_word(folded)
        or len(part) < _SHORTEST_RARE
    ):
        return Weight.COMMON
    if is_ordinary(folded):
        return Weight.CAPITAL if personal else Weight.COMMON
    return Weight.RARE


def is_plain(name: Sequence[NameWord]) -> bool:
    """Whether a name is made of several words that all are ordinary or the names of public bodies."""
    return len(name) > 1 and all(_is_public("".join(words(word.text))) for word in name)


def _is_public(folded: str) -> bool:
    return is_ordinary(folded) or is_known_name(folded)


def _is_personal(folded: str) -> bool:
    return is_given_name(folded) or is_surname(folded)


def _without_genitive(part: str) -> str:
    """The name without a final s. Where the s belongs to it, nothing is lost: texts are read the same way."""
    bare = re.sub(r"['’]s?$", "", part)
    if len(bare) < _SHORTEST_WITH_GENITIVE or not bare.lower().endswith("s") or bare.lower().endswith("ss"):
        return bare
    return bare if _is_listed_with_s(bare) else bare[:-1]


def _is_listed_with_s(part: str) -> bool:
    folded = "".join(words(part))
    return _is_personal(folded) and not _is_personal(folded[:-1])


def is_institution(name: Sequence[NameWord]) -> bool:
    """Whether a name can be that of a body or a place, since a word of it is ordinary and none personal."""
    folded = ["".join(words(word.text)) for word in name]
    if any(map(_is_personal, folded)):
        return False
    return len(folded) == 1 or any(map(_is_public, folded))
