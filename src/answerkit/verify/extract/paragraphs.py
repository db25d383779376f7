"""Text of office XML whose letters stand in runs: WordprocessingML, DrawingML, Office Math.

Only certain elements hold letters there, so white space between elements is no text. Where paragraphs hold
changes, hidden text or each other, they are also told as a reader sees them: with all changes accepted, and
with all rejected.

Source: ECMA-376-1, 17.3.3 (run content), 17.13.5 (revisions), 21.1.2 (DrawingML text).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Final, TypeAlias, cast

from lxml import etree

from answerkit.model.text import Role
from answerkit.verify.extract.found import Text
from answerkit.verify.extract.markup import Element, shown
from answerkit.verify.extract.vocabulary import says_nothing

_FoundText: TypeAlias = etree._ElementUnicodeResult  # noqa: SLF001 - lxml has no public name for its type

_NAMESPACES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}


def tags(names: str) -> tuple[str, ...]:
    """Tags as lxml writes them, e.g. of ``w:p a:p``."""
    pairs = (name.split(":") for name in names.split())
    return tuple(f"{{{_NAMESPACES[prefix]}}}{local}" for prefix, local in pairs)


PARAGRAPHS: Final = frozenset(tags("w:p a:p"))
_BREAKS: Final = {
    **dict.fromkeys(tags("w:tab w:ptab"), "\t"),
    **dict.fromkeys(tags("w:br w:cr a:br"), "\n"),
    **dict.fromkeys(tags("w:noBreakHyphen"), "\N{NON-BREAKING HYPHEN}"),
    **dict.fromkeys(tags("w:softHyphen"), "\N{SOFT HYPHEN}"),
}
_SYMBOLS: Final = tags("w:sym")
_SYMBOL_CODE: Final = tags("w:char")[0]
_SYMBOL_FONT: Final = 0xF000
"""Where fonts of symbols have their characters, as an offset to ASCII."""
_TEXT: Final = (*tags("w:t w:delText a:t m:t"), *_BREAKS, *_SYMBOLS)
_CODES: Final = tags("w:instrText w:delInstrText")
_GONE: Final = tags("w:del w:moveFrom")
_NEW: Final = tags("w:ins w:moveTo")
_RUN_PROPERTIES: Final = tags("w:rPr")
_HIDING: Final = tags("w:vanish w:webHidden w:specVanish")
_TABLES: Final = tags("w:tbl a:tbl")
_ROWS: Final = tags("w:tr a:tr")
_CELLS: Final = tags("w:tc a:tc")

_MISPLACED: Final = etree.XPath(
    "//text()[normalize-space() and not("
    "(parent::w:t or parent::a:t or parent::m:t or parent::w:delText or parent::w:instrText or"
    " parent::w:delInstrText) and (ancestor::w:p or ancestor::a:p) and not(preceding-sibling::*))]",
    namespaces=_NAMESPACES,
)
_NESTED: Final = etree.XPath(
    "boolean(//w:p[ancestor::w:p or ancestor::a:p] | //a:p[ancestor::w:p or ancestor::a:p])",
    namespaces=_NAMESPACES,
)


def is_office_text(root: Element) -> bool:
    """Whether the part keeps its letters in runs: it has paragraphs of WordprocessingML or DrawingML."""
    return next(root.iter(*PARAGRAPHS), None) is not None


def run_texts(root: Element) -> Iterator[Text]:
    """What stands where no letters belong, paragraphs, all of them together, field codes, rows, columns."""
    role = Role.COMMENT if shown(root.tag) in {"comments", "cmLst"} else Role.BODY
    yield from _misplaced(root)
    _spell_out(root)
    yield from _paragraphs(root, role)
    yield from _fields(root)
    yield from _rows(root, role)
    yield from _columns(root, role)


def _misplaced(root: Element) -> Iterator[Text]:
    """Text outside paragraphs, or in elements that hold no letters."""
    strange = []
    for found in cast("list[_FoundText]", _MISPLACED(root)):
        if not says_nothing("", found.strip()):
            strange.append(str(found))
            yield Text(_place(found), Role.BODY, str(found))
    if len(strange) > 1:
        yield Text("", Role.BODY, "\n".join(strange))


def _place(text: _FoundText) -> str:
    parent = text.getparent()
    place = shown(parent.tag) if parent is not None and isinstance(parent.tag, str) else "*"
    return f"{place}/tail" if text.is_tail else place


def _spell_out(root: Element) -> None:
    """Give tabs, breaks and symbols the text that they stand for."""
    for element in root.iter(*_BREAKS):
        element.text = _BREAKS[element.tag]
    for element in root.iter(*_SYMBOLS):
        element.text = _symbol(element.get(_SYMBOL_CODE, ""))


def _symbol(code: str) -> str:
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    letter = value - _SYMBOL_FONT if value >= _SYMBOL_FONT else value
    return chr(letter) if ord(" ") <= letter < _SYMBOL_FONT else ""


def _paragraphs(root: Element, role: Role) -> Iterator[Text]:
    nested = bool(_NESTED(root))
    texts = _one_by_one(root) if nested else _in_one_go(root)
    told = {number: text for number, text in enumerate(texts, 1) if text}
    for number, text in told.items():
        yield Text(f"p[{number}]", role, text)
    if len(told) > 1:
        yield Text("", role, "\n".join(told.values()))
    if nested or next(root.iter(*_GONE, *_NEW, *_HIDING), None) is not None:
        yield from _other_readings(root, role)


def _in_one_go(root: Element) -> list[str]:
    """The paragraphs' texts where no paragraph stands in another; ten times faster than one by one."""
    texts: list[list[str]] = [[]]
    for element in root.iter(*PARAGRAPHS, *_TEXT):
        if element.tag in PARAGRAPHS:
            texts.append([])
        elif element.text:
            texts[-1].append(element.text)
    return ["".join(text).strip() for text in texts[1:]]


def _one_by_one(root: Element) -> list[str]:
    return [_joined(paragraph.iter(*_TEXT)) for paragraph in root.iter(*PARAGRAPHS)]


def _joined(elements: Iterable[Element]) -> str:
    return "".join([element.text or "" for element in elements]).strip()


def _other_readings(root: Element, role: Role) -> Iterator[Text]:
    """Paragraphs without what stands inside them; then without the changes, or without what they replaced."""
    for number, paragraph in enumerate(root.iter(*PARAGRAPHS), 1):
        items = list(paragraph.iter(*_TEXT))
        own = [item for item in items if next(item.iterancestors(*PARAGRAPHS)) is paragraph]
        hidden = [item for item in own if _is_hidden(item)]
        readings = (
            _joined(own),
            _without(own, [*hidden, *_under(own, _GONE)]),
            _without(own, _under(own, _NEW)),
        )
        for text in dict.fromkeys(readings):
            if text and text != _joined(items):
                yield Text(f"p[{number}]", role, text)


def _under(elements: Sequence[Element], ancestors: tuple[str, ...]) -> list[Element]:
    return [item for item in elements if next(item.iterancestors(*ancestors), None) is not None]


def _is_hidden(element: Element) -> bool:
    """Whether the run that holds the element is marked as hidden."""
    run = next(element.iterancestors())
    properties = next(run.iterchildren(*_RUN_PROPERTIES), None)
    return properties is not None and next(properties.iterchildren(*_HIDING), None) is not None


def _without(elements: Sequence[Element], left_out: Iterable[Element]) -> str:
    left = set(left_out)
    return _joined(item for item in elements if item not in left)


def _fields(root: Element) -> Iterator[Text]:
    """The field codes of each paragraph: a code may be split over many runs."""
    if next(root.iter(*_CODES), None) is None:
        return
    for number, paragraph in enumerate(root.iter(*PARAGRAPHS), 1):
        code = _joined(paragraph.iter(*_CODES))
        if code:
            yield Text(f"p[{number}]", Role.FIELD, code)


def _rows(root: Element, role: Role) -> Iterator[Text]:
    for number, row in enumerate(root.iter(*_ROWS), 1):
        cells = [_cell(cell) for cell in row.iter(*_CELLS)]
        if sum(map(bool, cells)) > 1:
            yield Text(f"tr[{number}]", role, "\t".join(cells))


def _columns(root: Element, role: Role) -> Iterator[Text]:
    """What is read downwards in tables of several columns."""
    for number, table in enumerate(root.iter(*_TABLES), 1):
        rows = [[_cell(cell) for cell in row.iterchildren(*_CELLS)] for row in table.iterchildren(*_ROWS)]
        several = zip_longest(*rows, fillvalue="") if max(map(len, rows), default=0) > 1 else ()
        for at, column in enumerate(several, 1):
            if sum(map(bool, column)) > 1:
                yield Text(f"tbl[{number}]/tc[{at}]", role, "\n".join(filter(None, column)))


def _cell(cell: Element) -> str:
    """The cell's paragraphs with a space between them."""
    items = cell.iter(*PARAGRAPHS, *_TEXT)
    return "".join([" " if item.tag in PARAGRAPHS else item.text or "" for item in items]).strip()
