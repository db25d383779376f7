"""The lines of an HTML file whose tags have been read."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Final, TypeAlias

from answerkit.model.frozen import dataclass
from answerkit.verify.page.line import Line, Piece, look_of, looks_of
from answerkit.verify.page.tags import IN_CELL, Element

_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5")
_CLASSES: Final = {"publisher": "publisher", "banner": "banner", "table-note": "note"}
_LISTS: Final = {"ul": "item bullet", "ol": "item number"}


@dataclass(frozen=True, slots=True)
class _Setting:
    """What stands around a line.

    Attributes:
        kind: of a paragraph.
        anchor: of a caption.
        marked: whether it is confidential.
        number: what a numbered item counts as.
    """

    kind: str = "text"
    anchor: str = ""
    marked: bool = False
    number: int = 0


def shown_lines(body: Element) -> tuple[Line, ...]:
    """The lines that a reader sees, in reading order."""
    return tuple(_inside(body, _Setting()))


def _inside(element: Element, setting: _Setting) -> Iterator[Line]:
    for child in element.elements():
        yield from _READERS[child.name](child, setting)


def _heading(element: Element, setting: _Setting) -> Iterator[Line]:
    yield _line(element, element.name, setting, _bookmark(element))


def _paragraph(element: Element, setting: _Setting) -> Iterator[Line]:
    yield _line(element, _CLASSES.get(element["class"], setting.kind), setting)


def _named_group(element: Element, setting: _Setting) -> Iterator[Line]:
    """A table or a figure: links to it land at its caption."""
    return _inside(element, replace(setting, anchor=_bookmark(element)))


def _caption(element: Element, setting: _Setting) -> Iterator[Line]:
    yield _line(element, "caption", setting, setting.anchor)


def _row(element: Element, setting: _Setting) -> Iterator[Line]:
    yield Line(f"row {element['class']}".rstrip(), marked=setting.marked)
    yield from _inside(element, setting)


def _heading_row(element: Element, setting: _Setting) -> Iterator[Line]:
    return _inside(element, replace(setting, kind="head"))


def _cell(element: Element, setting: _Setting) -> Iterator[Line]:
    """A cell's first line, be it empty because a list comes first, and what stands below."""
    kind = "head" if setting.kind == "head" else "cell"
    blocks = [child for child in element.elements() if child.name in IN_CELL]
    if not blocks:
        yield _line(element, f"{kind} number" if element["class"] == "number" else kind, setting)
    elif blocks[0].name != "p":
        yield Line(kind, marked=setting.marked)
    for index, block in enumerate(blocks):
        inside = kind if index == 0 and block.name == "p" else "text"
        yield from _READERS[block.name](block, replace(setting, kind=inside))


def _facts(element: Element, setting: _Setting) -> Iterator[Line]:
    for row in element.elements():
        label, value = (_line(part, "fact", setting) for part in row.elements())
        first, second = row.elements()
        pieces = (*_pieces(first, bold=True), ("", "\t"), *_pieces(second))
        links = label.links + value.links
        yield replace(value, text=f"{label.text}\t{value.text}", links=links, looks=looks_of(pieces))


def _menu(element: Element, setting: _Setting) -> Iterator[Line]:
    for menu in element.elements():
        yield from (_line(item, "part", setting) for item in menu.elements())


def _notes(element: Element, _: _Setting) -> Iterator[Line]:
    for notes in element.elements():
        for note in notes.elements():
            yield from _note(note)


def _list(element: Element, setting: _Setting) -> Iterator[Line]:
    """The items; only the first paragraph of one has the list's mark."""
    for count, item in enumerate(element.elements(), int(element["start"] or "1")):
        for index, child in enumerate(item.elements()):
            opens = index == 0 and child.name == "p"
            kind = _LISTS[element.name] if opens else "text"
            number = count if opens and element.name == "ol" else 0
            yield from _READERS[child.name](child, replace(setting, kind=kind, number=number))


def _box(element: Element, setting: _Setting) -> Iterator[Line]:
    if element["class"] == "confidential":
        yield from _inside(element, replace(setting, marked=True))
    else:
        yield from _inside(element, replace(setting, kind="notice"))


def _note(note: Element) -> Iterator[Line]:
    """A footnote's paragraphs; at the end of the last stands the way back."""
    kind = f"footnote {note['id'].rpartition('-')[2]}"
    return (_line(child, kind, _Setting()) for child in note.elements())


def _picture(image: Element, setting: _Setting) -> Iterator[Line]:
    data = b64decode(image["src"].partition(",")[2])
    yield Line("picture", image["alt"], marked=setting.marked, picture=sha256(data).hexdigest())


def _line(element: Element, kind: str, setting: _Setting, anchor: str = "") -> Line:
    links = tuple((_target(link["href"]), _text(link)) for link in _all(element, "a") if not link["role"])
    marks = tuple(_text(link, marks=True) for link in _all(element, "a") if link["role"] == "doc-noteref")
    looks = looks_of(_pieces(element))
    return Line(
        kind, _text(element), anchor, links, marks, setting.marked, looks=looks, number=setting.number
    )


def _all(element: Element, name: str) -> Iterator[Element]:
    for child in element.elements():
        if child.name == name:
            yield child
        yield from _all(child, name)


def _text(element: Element, *, marks: bool = False) -> str:
    """The words of a line; not the raised numbers of footnotes, unless they are asked for."""
    return "".join(_words(child, marks=marks) for child in element.children)


def _words(child: Element | str, *, marks: bool) -> str:
    if isinstance(child, str):
        return child
    if child.name == "br":
        return " "
    return "" if child["role"] and not marks else _text(child, marks=marks)


def _pieces(
    element: Element, *, bold: bool = False, italic: bool = False, language: str = ""
) -> Iterator[Piece]:
    """The words of a line as ``_text`` gives them, each with its look."""
    for child in element.children:
        if isinstance(child, str):
            yield look_of(bold=bold, italic=italic, language=language), child
        elif child.name == "br":
            yield "", " "
        elif not child["role"]:
            yield from _pieces(
                child,
                bold=bold or child.name == "strong",
                italic=italic or child.name == "em",
                language=child["lang"] or language,
            )


def _bookmark(element: Element) -> str:
    return _named(element["id"]) if element["id"] else ""


def _target(address: str) -> str:
    return f"#{_named(address[1:])}" if address.startswith("#") else address


def _named(anchor: str) -> str:
    """An anchor as the Word file's bookmark is named."""
    return f"a_{anchor.replace('-', '_')}"


_Reader: TypeAlias = Callable[[Element, _Setting], Iterator[Line]]
_READERS: Final[Mapping[str, _Reader]] = {
    **dict.fromkeys(_HEADINGS, _heading),
    **dict.fromkeys(("header", "main", "tbody"), _inside),
    "p": _paragraph,
    "ul": _list,
    "ol": _list,
    "div": _box,
    "dl": _facts,
    "nav": _menu,
    "section": _notes,
    "table": _named_group,
    "figure": _named_group,
    "caption": _caption,
    "figcaption": _caption,
    "img": _picture,
    "thead": _heading_row,
    "tr": _row,
    "th": _cell,
    "td": _cell,
}
"""How each element is read that stands outside of a line."""
