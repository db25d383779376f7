"""Reads prose: Jinja's lexer finds the expressions, and each becomes a slot.

Only calls of the closed vocabulary are read. Nothing is compiled or evaluated, so no expression can
do anything; whatever else stands between braces is refused with its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from jinja2 import Environment, TemplateSyntaxError

from answerkit.model.codes import Code
from answerkit.model.content import Prose
from answerkit.model.document import LANGUAGES
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Place, Problem, problem
from answerkit.prose.slots import (
    CLOSE,
    OPEN,
    FigureSlot,
    ForeignSlot,
    InlineSlot,
    LawSlot,
    RefSlot,
    Slot,
    SlotTable,
    TermSlot,
)

_LEXER = Environment(autoescape=False, keep_trailing_newline=True)  # noqa: S701 - lexes only, never renders
_SIGNS = ("{", "}", OPEN, CLOSE)
_MARKS = ("{{", "{%", "{#", "}}", "%}", "#}", OPEN, CLOSE)
_PLAIN = re.compile(
    r"\{(?<!\{\{)\{ ?(?P<name>figure|law|term|ref)"
    r"\((?:\"(?P<id>[^\"'\\\s{}%#]+)\"|'(?P<other>[^\"'\\\s{}%#]+)')\) ?\}\}"
)
"""The usual way to write a call. The lexer would read it just so, and takes ten times as long.

It begins with a letter that the search can look for; that none stands before it is asked afterwards.
"""

_BEGINNINGS = frozenset({"block_begin", "comment_begin", "raw_begin"})


@dataclass(frozen=True, slots=True)
class Token:
    """A token of Jinja's lexer and where it begins: the offset in the prose's text."""

    kind: str
    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class Slotted:
    """Markdown with slots, and what was wrong with the prose it came from."""

    markdown: str
    slots: tuple[Slot, ...]
    problems: tuple[Problem, ...]


class _Refused(Exception):  # noqa: N818 - never leaves this module
    def __init__(self, code: Code, offset: int, detail: str = "") -> None:
        super().__init__(code.name)
        self.code, self.offset, self.detail = code, offset, detail


def slot_prose(prose: Prose) -> Slotted:
    """The prose's Markdown with a slot for each expression, or every expression that cannot be read."""
    if not _is_marked(prose.text):
        return Slotted(prose.text, (), ())
    return _plainly(prose) or _thoroughly(prose)


def _is_marked(text: str) -> bool:
    """Whether a mark of an expression, or a slot's own, stands in the text; most have no sign of any."""
    return any(sign in text for sign in _SIGNS) and any(mark in text for mark in _MARKS)


def _plainly(prose: Prose) -> Slotted | None:
    """What comes of prose whose every expression is written in the usual way; None for any other."""
    table = SlotTable()
    pieces: list[str] = []
    end = 0
    for match in _PLAIN.finditer(prose.text):
        slot = _VOCABULARY[match["name"]](match["id"] or match["other"], _place(prose, match.start("name")))
        pieces += (prose.text[end : match.start()], table.put(slot))
        end = match.end()
    pieces.append(prose.text[end:])
    between = "\n".join(pieces[::2])
    if _is_marked(between) or "\r" in prose.text:
        return None
    return Slotted("".join(pieces), table.freeze(), ())


def _thoroughly(prose: Prose) -> Slotted:
    table = SlotTable()
    pieces: list[str] = []
    problems: list[Problem] = []
    start = 0
    while 0 <= start < len(prose.text):
        try:
            pieces.extend(_pieces(prose, table, start))
            break
        except _Refused as refused:
            problems.append(problem(refused.code, _place(prose, refused.offset), refused.detail))
            start = _resume(prose.text, refused.offset)
    return Slotted("" if problems else "".join(pieces), table.freeze(), tuple(problems))


def _resume(text: str, offset: int) -> int:
    """Where reading goes on after a refused expression: behind its end, or -1 when it has none."""
    ends = [end + 2 for mark in ("}}", "%}", "#}") if (end := text.find(mark, offset)) >= 0]
    return min(ends, default=-1)


def _place(prose: Prose, offset: int) -> Place:
    text = prose.text
    return prose.place(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def _pieces(prose: Prose, table: SlotTable, start: int) -> Iterator[str]:
    tokens = _tokens(prose.text, start)
    for token in tokens:
        if token.kind == "data":
            yield _data(token)
        elif token.kind == "variable_begin" and token.text == "{{":
            yield table.put(_call(list(_until_end(tokens, token)), token, prose))
        elif token.kind in _BEGINNINGS:
            raise _Refused(Code.AK402, token.offset, token.text.strip())
        else:
            raise _Refused(Code.AK401, token.offset, token.text.strip())


def _tokens(text: str, start: int) -> Iterator[Token]:
    offset = start
    try:
        for _, kind, value in _LEXER.lex(text[start:]):
            yield Token(kind, value, offset)
            offset += len(value)
    except TemplateSyntaxError:
        raise _Refused(Code.AK401, min(offset, len(text) - 1)) from None


def _data(token: Token) -> str:
    for mark in ("}}", "%}", "#}", OPEN, CLOSE):
        if mark in token.text:
            code = Code.AK111 if mark in (OPEN, CLOSE) else Code.AK401
            raise _Refused(code, token.offset + token.text.index(mark))
    return token.text


def _until_end(tokens: Iterator[Token], begin: Token) -> Iterator[Token]:
    for token in tokens:
        if token.kind == "variable_end":
            if token.text != "}}":
                raise _Refused(Code.AK401, token.offset, token.text.strip())
            return
        if token.kind != "whitespace":
            yield token
    raise _Refused(Code.AK401, begin.offset)


def _call(tokens: list[Token], begin: Token, prose: Prose) -> InlineSlot:
    shape = [token.text if token.kind == "operator" else token.kind for token in tokens]
    first = tokens[0] if tokens else Token("name", "", begin.offset)
    if first.kind == "name" and first.text == "foreign":
        return _foreign(tokens, shape, prose)
    if first.kind != "name" or first.text not in _VOCABULARY:
        raise _Refused(Code.AK402, first.offset, first.text)
    name, place = first.text, _place(prose, first.offset)
    if shape == ["name", "(", "string", ")"]:
        return _VOCABULARY[name](_string(tokens[2]), place)
    if shape == ["name", "(", "string", ",", "name", "=", "name", ")"] and name == "figure":
        return FigureSlot(_string(tokens[2]), place, unit=_flag(tokens[4], tokens[6]))
    raise _Refused(Code.AK401, first.offset, name)


def _foreign(tokens: list[Token], shape: list[str], prose: Prose) -> ForeignSlot:
    """``foreign("en", "tough love")``: words of another language."""
    if shape != ["name", "(", "string", ",", "string", ")"]:
        raise _Refused(Code.AK401, tokens[0].offset, tokens[0].text)
    language, words = _string(tokens[2]), _string(tokens[4])
    if language not in LANGUAGES:
        raise _Refused(Code.AK409, tokens[2].offset, language)
    if not words.strip():
        raise _Refused(Code.AK401, tokens[4].offset)
    return ForeignSlot(language, words, _place(prose, tokens[0].offset))


def _string(token: Token) -> str:
    if "\\" in token.text or "\n" in token.text:
        raise _Refused(Code.AK401, token.offset)
    return token.text[1:-1]


def _flag(key: Token, value: Token) -> bool:
    if key.text != "unit" or value.text not in ("true", "false"):
        raise _Refused(Code.AK401, key.offset, key.text)
    return value.text == "true"


_VOCABULARY: dict[str, Callable[[str, Place], InlineSlot]] = {
    "figure": FigureSlot,
    "law": LawSlot,
    "term": TermSlot,
    "ref": RefSlot,
}
