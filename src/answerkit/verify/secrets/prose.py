"""A text as the sentences, headings and cells that it is made of, without Markdown and expressions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from html import unescape

from answerkit.model.frozen import dataclass
from answerkit.model.problem import Place


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, a heading, a cell or what an expression leaves of one.

    Attributes:
        own_line: it begins where a line or a sentence begins, so that a few words mean something as a whole.
        whole: it is not cut short by an expression.
        named: names, identifiers and terms stand in it as they were written.
        told: its words follow each other as they do in a reader's text, but for what an expression gives.
    """

    text: str = field(repr=False)
    place: Place
    own_line: bool = True
    whole: bool = True
    named: bool = True
    told: bool = True


_GAP = "\x1e"
"""Stands where an expression was taken out."""

_ASIDE = "\x1f"
"""Stands on both sides of an address, which is read by itself."""

_CUT = re.compile(f"[{_GAP}{_ASIDE}]")
_ADDRESS = re.compile(f"{_ASIDE}[^{_ASIDE}]*{_ASIDE}")

_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#|#\}", re.DOTALL)
_FOREIGN = re.compile(r"\{\{\s*foreign\([^,{}]*,\s*(['\"])(.*?)\1\s*\)\s*\}\}")
"""Words of another language are words of the text: what stands in them can be secret."""

_LINK = re.compile(r"!?\[([^\]\n]*)\]\(([^)\s]*)[^)\n]*\)")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:?")
_MARKUP = re.compile(r"\*+|~~|`+|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)|\\(?=[^\w\s])")
_START = re.compile(r"\s*(?:>\s*)*(?:#{1,6}\s+|\||(?:[-+•–·]\s+)*(?:\d{1,2}[.)]\s+(?=[A-ZÆØÅ]))?)")
_KEY = re.compile(r"\s*(?:- )?([a-z][a-z0-9_]*):(?:\s+[|>][+-]?\s*$|\s+|$)")
_REFERENCE = re.compile(
    "id|classification|sample|extends|fills|block|picture|total|counts|as_of|period_from|value|circa|precision"
    "|review_after|reviewed|review_by"
)
"""Keys of YAML files whose values are no text of their own."""

_RULE = re.compile(r"[\s|:=-]*|\s*:{3,} *table\s*")
_CELL = re.compile(r"[|;\t]")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"»”’)]*\s+(?=[\"»“(]*[A-ZÆØÅ])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:\d{1,2}|[A-ZÆØÅ]|nr|bl\.a|f\.eks|jf|kl|ca|dr|hr|fr|st|pkt|stk|tlf|evt|inkl|ekskl|vedr|mag|cand"
    r"|sml|sagsnr|adr|att|ndr|sdr|vestr|østr|gl|sct|skt|kgl|prof|dir|adm|afd|ass|stud|min|max|mio|mia|iflg|hhv|årg|ref|jnr|journalnr|pga|ift|mht|art|kap|red|cit|m\.fl)\.$",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"\s*([A-ZÆØÅ][^\W\d_]*(?:[ -][^\W\d_]+){0,2}\.?):\s+(?=\S)")
"""Begins a line of a form, such as ``Diagnose: …``."""

_CELLS_MAKE_A_ROW = 2


def passages(text: str, start: Place) -> Iterator[Passage]:
    r"""The passages of a text whose first line stands at ``start``; lines are separated by ``\n``."""
    paragraph: list[tuple[str, int]] = []
    for number, line in enumerate(_without_markup(text).split("\n")):
        begins_block, cells = _cells(line)
        if begins_block or not line.strip() or _LABELLED.match(line):
            yield from _sentences(paragraph, start)
            paragraph = []
        if len(cells) == 1:
            paragraph.append((cells[0], number))
        for cell in cells if len(cells) > 1 else ():
            yield from _sentences([(cell, number)], start)
    yield from _sentences(paragraph, start)


def _without_markup(text: str) -> str:
    text = _FOREIGN.sub(r"\2", text)
    text = _EXPRESSION.sub(_expression_gap, text)
    text = _LINK.sub(rf"\1{_ASIDE}\2{_ASIDE}", text)
    return unescape(_MARKUP.sub("", _FOOTNOTE.sub("", text)))


def _expression_gap(found: re.Match[str]) -> str:
    return _GAP + "\n" * found.group().count("\n")


def _cells(line: str) -> tuple[bool, list[str]]:
    """Whether a line begins a block of its own, and the texts in it: several for a row of a table."""
    if key := _KEY.match(line):
        return True, [] if _REFERENCE.fullmatch(key.group(1)) else [line[key.end() :]]
    start = _START.match(line)
    rest = line[start.end() :] if start else line
    cells = [cell.strip() for cell in _CELL.split(rest)]
    if _RULE.fullmatch(rest):
        return True, []
    if "\t" not in rest and len(cells) <= _CELLS_MAKE_A_ROW:
        return rest != line.lstrip(), [rest]
    return True, [cell for cell in cells if cell]


def _sentences(paragraph: list[tuple[str, int]], start: Place) -> Iterator[Passage]:
    """The sentences of a paragraph's lines; one may go on over several lines."""
    pending, began = "", 0
    for text, number in paragraph:
        began = began if pending else number
        joined = f"{pending}\n{text}" if pending else text
        *done, pending = _split(joined)
        for sentence in done:
            yield from _parts(sentence, _line(start, began))
            began = number
        if not _goes_on(pending, paragraph, number):
            yield from _parts(pending, _line(start, began))
            pending = ""


def _line(start: Place, number: int) -> Place:
    return Place(start.file, start.line + number if start.line else 0, 0, start.confidential)


def _goes_on(sentence: str, paragraph: list[tuple[str, int]], number: int) -> bool:
    """Whether a line's last sentence continues on the next line: one of a few words stands for itself."""
    following = next((text for text, line in paragraph if line > number), "")
    first = following.lstrip(' "»“(')[:1]
    if not first or (first.isupper() and sentence.rstrip().endswith((".", "!", "?", ":"))):
        return False
    if _LABELLED.match(sentence) and first.isupper():
        return False
    ended = sentence.rstrip().endswith((".", "!", "?", ":")) and not _ABBREVIATION.search(sentence.rstrip())
    long = len(sentence.split()) > _TERM_WORDS
    return not ended and (long or (first.islower() and len(following.split()) > _TERM_WORDS))


_TERM_WORDS = 3


def _split(text: str) -> list[str]:
    sentences, start = [], 0
    for end in _SENTENCE_END.finditer(text):
        if not _ABBREVIATION.search(text[start : end.start()]):
            sentences.append(text[start : end.start()])
            start = end.end()
    return [*sentences, text[start:]]


def _parts(sentence: str, place: Place) -> Iterator[Passage]:
    """The sentence; where an expression or an address cuts it, the parts, and the rest joined."""
    parts = _CUT.split(sentence)
    whole = len(parts) == 1
    addresses = {address.strip(_ASIDE) for address in _ADDRESS.findall(sentence)}
    for index, part in enumerate(parts):
        text = " ".join(part.split())
        told = whole or part in addresses
        if any(map(str.isalnum, text)):
            yield Passage(text, place, own_line=index == 0, whole=whole, told=told)
        if (label := _LABELLED.match(text)) and len(text[label.end() :].split()) <= _TERM_WORDS:
            yield Passage(text[label.end() :], place, own_line=index == 0, whole=whole, told=told)
    if not whole:
        joined = _ADDRESS.sub("", sentence).replace(_GAP, " ")
        yield Passage(" ".join(joined.split()), place, own_line=False, whole=False, named=False)
