"""The notation of the gate's grammars, and their one reader.

A grammar is a table of rules. A rule is a stretch of XML as it stands in the file, to the byte, with places
for other rules: ``{run}`` one, ``{run?}`` at most one, ``{run*}`` any number, ``{run+}`` at least one. A
tuple of stretches is a choice. Inside a tag, places are filled by types: expressions for an attribute's
value. ``{@title}`` is a name that is given when the grammar is put together. ``{text}`` is text that a
reader sees.

Since a rule holds the tags themselves, nothing is left open that an XML parser would pass over in silence:
the order of attributes, quotes, white space, character references, comments, declarations, prefixes. And
since no rule contains itself, a grammar is one regular expression over tags: each tag of a part becomes one
character, by its form, and the expression is matched against these characters in one pass.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

from answerkit.model.frozen import dataclass

Rule: TypeAlias = "str | tuple[str, ...]"
Rules: TypeAlias = Mapping[str, Rule]
Types: TypeAlias = Mapping[str, str]
Order: TypeAlias = tuple[str, str, str]
"""Names of three rules: what a part begins with, what follows any number of times, and what it ends with."""

TEXT_CONTENT = r"(?:[^<>&]++|&(?:amp|lt|gt);)++"
"""Escaped text as answerkit writes it."""

_TEXT = "\ue000"
_UNKNOWN = "\ue001"
_FIRST_FORM = 0xE002
_MOST_REMEMBERED = 20_000

_SHOWN = re.compile(f">{TEXT_CONTENT}(?=<)")
_TOKEN = re.compile(r"<[^<>]*>?|[^<]+")
_PIECE = re.compile(r"<[^<>]*>|\{(?P<rule>[a-z0-9 ]+)(?P<repeat>[?*+]?)\}")
_TYPE = re.compile(r"\{([a-z0-9 ]+)\}")
_GIVEN = re.compile(r"\{@([a-z0-9 ]+)\}")
_NAME = re.compile(r"</?([A-Za-z_][^\s/<>]*)")


@dataclass(frozen=True, slots=True)
class Reading:
    """A part, read by a grammar.

    Attributes:
        unknown: indexes of the tokens (tags and texts, in order) that have none of the grammar's forms.
        stop: index of the token from which on the order is not the grammar's; None when all of it is.
    """

    unknown: tuple[int, ...]
    stop: int | None


class Grammar:
    """Rules and types put together.

    Args:
        rules: name → what stands there.
        types: name → expression of a value.
        names: name → the one value that it stands for; a tag with a name that is not here may not occur.
    """

    def __init__(self, rules: Rules, types: Types, names: Mapping[str, str]) -> None:
        self._rules, self._types, self._names = rules, types, names
        self._orders: dict[Order, re.Pattern[str]] = {}
        self._values: dict[str, re.Pattern[str]] = {}
        self._codes: dict[str, str] = {}
        self._seen = _Seen(self)
        self._fixed: dict[str, str] = {}
        self._varying: dict[tuple[str, ...], list[tuple[str, list[str]]]] = {}
        for form in dict.fromkeys(form for rule in rules.values() for form in _forms(rule)):
            self._add(form)

    def _add(self, form: str) -> None:
        code = self._codes[form] = chr(_FIRST_FORM + len(self._codes))
        name = _GIVEN.search(form)
        if name:
            tag = form.replace(name[0], self._names.get(name[1], ""))
            self._fixed.update({tag: code} if name[1] in self._names else {})
        elif _TYPE.search(form):
            quoted = form.split('"')
            self._varying.setdefault(tuple(quoted[::2]), []).append((code, quoted[1::2]))
        else:
            self._fixed[form] = code

    def prepare(self, order: Order) -> None:
        """Compile what reads parts of this order, which takes longer than to read one."""
        self._pattern(order)

    def read(self, part: str, order: Order) -> Reading:
        """How far a part keeps the rules."""
        seen = self._seen
        before, *pieces = _SHOWN.sub(f">{_TEXT}", part).split("<")
        codes = before and _UNKNOWN
        codes += "".join([seen[piece] for piece in pieces])
        found = self._pattern(order).match(codes)
        position = found.end() if found else 0
        complete = found is not None and found[1] is not None and position == len(codes)
        unknown = tuple(index for index, code in enumerate(codes) if code == _UNKNOWN) if not complete else ()
        return Reading(unknown, None if complete else position)

    def code(self, token: str) -> str:
        """The character that stands for a tag of this form."""
        if token in self._fixed:
            return self._fixed[token]
        # Between quotation marks stand the values; what stands around them tells the form but for its values.
        quoted = token.split('"')
        for code, templates in self._varying.get(tuple(quoted[::2]), ()):
            if all(map(self._is_value, quoted[1::2], templates)):
                return code
        return _UNKNOWN

    @cached_property
    def elements(self) -> frozenset[str]:
        """Names of all elements that occur."""
        return frozenset(map(name_of, self._codes))

    def _is_value(self, value: str, template: str) -> bool:
        if "{" not in template:
            return value == template
        if template not in self._values:
            pieces = _TYPE.split(template)
            types = [f"(?:{self._types[name]})" for name in pieces[1::2]]
            self._values[template] = re.compile(_woven(list(map(re.escape, pieces[::2])), types))
        return self._values[template].fullmatch(value) is not None

    def _pattern(self, order: Order) -> re.Pattern[str]:
        if order not in self._orders:
            start, repeated, end = map(self._rule, order)
            self._orders[order] = re.compile(f"{start}{repeated}*+({end})?")
        return self._orders[order]

    def _rule(self, name: str) -> str:
        if name == "text":
            return _TEXT
        options = [
            "".join(map(self._piece, _PIECE.finditer(stretch))) for stretch in _choices(self._rules[name])
        ]
        return f"(?:{'|'.join(options)})"

    def _piece(self, piece: re.Match[str]) -> str:
        if piece["rule"] is None:
            return self._codes[piece[0]]
        # "+" behind a repetition: what it has taken it keeps, so a long file costs no more than its length.
        return self._rule(piece["rule"]) + (f"{piece['repeat']}+" if piece["repeat"] else "")


class _Seen(dict[str, str]):
    """What stands from one ``<`` to the next → its characters; remembered, as most recur."""

    def __init__(self, grammar: Grammar) -> None:
        super().__init__()
        self._grammar = grammar

    def __missing__(self, piece: str) -> str:
        if len(self) > _MOST_REMEMBERED:
            self.clear()
        tag, closed, text = piece.partition(">")
        codes = self._grammar.code(f"<{tag}{closed}")
        if text:
            codes += _TEXT if text == _TEXT else _UNKNOWN
        self[piece] = codes
        return codes


def tokens(part: str) -> Sequence[str]:
    """The tags and texts that a reading counts."""
    found: list[str] = _TOKEN.findall(part)
    return found


def name_of(tag: str) -> str:
    """The name of a tag's element; empty for what is no tag of an element."""
    found = _NAME.match(tag)
    return found[1] if found else ""


def _choices(rule: Rule) -> tuple[str, ...]:
    return (rule,) if isinstance(rule, str) else rule


def _forms(rule: Rule) -> Iterator[str]:
    for stretch in _choices(rule):
        for piece in _PIECE.finditer(stretch):
            if piece["rule"] is None:
                yield piece[0]


def _woven(literals: Sequence[str], between: Sequence[str]) -> str:
    return "".join([a + b for a, b in zip(literals, [*between, ""], strict=True)])
