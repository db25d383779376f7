"""A Word file, opened for looking at: its parts as trees, and where something stands in them."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from answerkit.model.frozen import dataclass
from answerkit.verify.a11y.codes import Rule
from answerkit.verify.extract.found import UnreadableError
from answerkit.verify.extract.markup import Element, parse

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = {
    "w": W[1:-1],
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "dc": "http://purl.org/dc/elements/1.1/",
    "v": "urn:schemas-microsoft-com:vml",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
}
# Source: BCP 47, 2.1: a language of two or three letters, then subtags of up to eight.
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")

BODY, STYLES, CORE = "word/document.xml", "word/styles.xml", "docProps/core.xml"

_STORY = re.compile(r"word/(?:document|footnotes|endnotes|header[0-9]{0,3}|footer[0-9]{0,3})\.xml")
_FURNITURE = ("word/header", "word/footer")
_READ = re.compile(rf"{_STORY.pattern}|{STYLES}|{CORE}|word/_rels/[a-z]+[0-9]{{0,3}}\.xml\.rels")
MOST_BYTES = 64 * 1024 * 1024
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    UnreadableError,
)


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that is broken, and where: a part's name, and a structural path in it."""

    rule: Rule
    part: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file's parts: name → root."""

    roots: Mapping[str, Element]

    @property
    def body(self) -> Element:
        """The main story."""
        return self.roots[BODY]

    @property
    def stories(self) -> Iterator[tuple[str, Element]]:
        """What is read: the body first, then notes, headers and footers."""
        yield BODY, self.body
        yield from ((name, root) for name, root in self.roots.items() if _is_other_story(name))

    @property
    def texts(self) -> Iterator[tuple[str, Element]]:
        """The stories without headers and footers, which screen readers leave out."""
        return ((name, root) for name, root in self.stories if not name.startswith(_FURNITURE))


def _is_other_story(name: str) -> bool:
    return name != BODY and _STORY.fullmatch(name) is not None


def open_file(data: bytes) -> Opened | None:
    """The parts of a file's bytes, or None where they are no Word file that can be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if _READ.fullmatch(entry.filename)]
            if sum(entry.file_size for entry in entries) > MOST_BYTES:
                return None
            roots = {entry.filename: parse(archive.read(entry)) for entry in entries}
    except _UNREADABLE:
        return None
    return Opened(roots) if BODY in roots else None


def place(element: Element) -> str:
    """The structural path below the root, e.g. ``body/p[3]/r[1]``."""
    steps = [_step(node) for node in (element, *element.iterancestors())][:-1]
    return "/".join(reversed(steps))


def _step(element: Element) -> str:
    name = local(element)
    if name == "body":
        return name
    return f"{name}[{1 + sum(1 for _ in element.itersiblings(element.tag, preceding=True))}]"


def local(element: Element) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def text_of(element: Element) -> str:
    """What one reads there; breaks and tabs are line feeds and tabs, deleted text is left out."""
    pieces = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
    found = (
        node.text or "" if node.tag == f"{W}t" else pieces[str(node.tag)]
        for node in element.iter(f"{W}t", *pieces)
    )
    return "".join(found)


def find(element: Element, path: str) -> list[Element]:
    """What a path leads to from there, in the order of the part."""
    return list(element.iterfind(path, NAMES))


def value(element: Element, path: str, attribute: str = "val") -> str:
    """An attribute of the first element that a path leads to; empty where there is none."""
    found = element.find(path, NAMES)
    return "" if found is None else (found.get(f"{W}{attribute}") or "")
