"""The parts that every document takes from the reference file, byte for byte.

Without the reference file at hand, these parts are held to a list of harmless characters: no text between
tags, short values, styles of known names. That is weaker, and enough to see that nobody wrote a letter there.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache

from answerkit.model.frozen import dataclass
from answerkit.verify.built.codes import Rule
from answerkit.verify.built.fault import Fault
from answerkit.verify.built.layout import paper
from answerkit.verify.built.letterhead import Letterhead, find_letterhead
from answerkit.verify.built.parts import BODY, FIXED, NUMBERING, PAGE_HEADER, STYLES, Package
from answerkit.verify.built.story import Story
from answerkit.verify.built.vocabulary import CONFIDENTIAL_STYLES, HEADER, PUBLIC_STYLES
from answerkit.verify.extract.found import UnreadableError

_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OverflowError,
    struct.error,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    UnreadableError,
)
_WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_MOST_BYTES = 16 * 1024 * 1024
_LAST_LIST = "</w:num>"
_STYLE_FIRST = re.compile("(<w:pStyle [^<>]*/>)(<w:numFmt [^<>]*/>)")
"""A level of a list as LibreOffice writes it; built files have the two in the standard's order."""
_LIST = "<w:num "
_OWN = "<w:lvlOverride "

_STYLE = re.compile(r'<w:style [^<>]*w:styleId="([^"<>]+)"[^<>]*><w:name w:val="([^"<>]+)"/>')
_STYLE_CONTENT = re.compile(r'<w:style [^<>]*w:styleId="([^"<>]+)"[^<>]*(?<!/)>(.*?)</w:style>', re.DOTALL)
_NUMBER = re.compile(r'<w:numId w:val="([^"<>]+)"/>')
_BASE = re.compile(r'<w:basedOn w:val="([^"<>]+)"/>')
_KIND = re.compile(r'<w:num [^<>]*w:numId="([^"<>]+)"[^<>]*>\s*<w:abstractNumId w:val="([^"<>]+)"/>')
_HARMLESS = (
    r'(?:<(?:w|a):[A-Za-z0-9]{1,60}(?: [a-z]{1,8}(?::[A-Za-z]{1,40})?="[A-Za-z0-9 .,;:%()/•–_-]{0,70}")*+/?>'
    r"|</(?:w|a):[A-Za-z0-9]{1,60}>)*+"
)
_HIDING = ("<w:vanish", "<w:webHidden", "<w:specVanish", "<w:docVar", "<w:attachedTemplate", "<w:mailMerge")
_BUILT_IN = frozenset(
    (*PUBLIC_STYLES, *CONFIDENTIAL_STYLES, "default paragraph font", "normal table", "no list")
)


@dataclass(frozen=True, slots=True)
class Reference:
    """What a built file must share with the reference file.

    Attributes:
        fixed: name → bytes of the parts that are taken over whole.
        head: what stands in the numbering before the lists of a document; tail: what stands behind them.
        paper: the measures of the page.
        letterhead: the header of the first page; None where that is like all others.
    """

    fixed: Mapping[str, bytes]
    head: str
    tail: str
    paper: Mapping[str, int]
    letterhead: Letterhead | None


@lru_cache(maxsize=2)
def read_reference(data: bytes) -> Reference | None:
    """The reference file's share, or None when it cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = {entry.filename: entry for entry in archive.infolist() if _is_plain(entry)}
            parts = {name: archive.read(entry) for name, entry in entries.items()}
        numbering = _STYLE_FIRST.sub(r"\2\1", parts[NUMBERING].decode("utf-8"))
        head, cut, tail = numbering.rpartition(_LAST_LIST)
        measures = paper(Story(parts[BODY].decode("utf-8")))
        letterhead = find_letterhead(parts)
    except _UNREADABLE:
        return None
    fixed = {name: part for name, part in parts.items() if name in FIXED}
    return Reference(fixed, head + cut, tail, measures, letterhead)


def _is_plain(entry: zipfile.ZipInfo) -> bool:
    """Whether an entry is of moderate size and packed in one of the two ways that Word knows."""
    return entry.file_size <= _MOST_BYTES and entry.compress_type in _WAYS


def split_numbering(package: Package, reference: Reference | None) -> tuple[str, str, str]:
    """The numbering in three: what stands before the document's own lists, these, and what stands behind."""
    text = package.texts[NUMBERING]
    end = text.rfind(_LAST_LIST) + len(_LAST_LIST)
    if reference is not None and text.startswith(reference.head):
        start = len(reference.head)
    else:
        start = text.rfind(_LIST, 0, text.find(_OWN)) if _OWN in text else end
    return text[:start], text[start:end], text[end:]


def fixed_faults(package: Package, reference: Reference | None) -> Iterator[Fault]:
    """What is not as in the reference file."""
    if reference is None:
        yield from _suspicious(package)
        return
    for name in FIXED:
        if package.data.get(name) != reference.fixed.get(name):
            yield Fault(Rule.S110, name)
    head, _, tail = split_numbering(package, reference)
    if (head, tail) != (reference.head, reference.tail):
        yield Fault(Rule.S110, NUMBERING)
    yield from _letterhead_faults(package, reference.letterhead)


def _letterhead_faults(package: Package, letterhead: Letterhead | None) -> Iterator[Fault]:
    """What is not the reference file's letterhead, with every page's header behind it."""
    expected = letterhead.parts(package.data[PAGE_HEADER]) if letterhead else {}
    for name in {*expected, *package.letterhead}:
        if package.data.get(name) != expected.get(name):
            yield Fault(Rule.S110, name)


def _suspicious(package: Package) -> Iterator[Fault]:
    yield from (Fault(Rule.S110, name) for name in package.letterhead)
    head, _, tail = split_numbering(package, None)
    texts = {name: package.data[name].decode("utf-8", "replace") for name in FIXED if name in package.data}
    for name, text in (*texts.items(), (NUMBERING, head + tail)):
        if not text.startswith(HEADER) or not re.compile(_HARMLESS).fullmatch(text, len(HEADER)):
            yield Fault(Rule.S110, name)
        if any(hiding in text for hiding in _HIDING):
            yield Fault(Rule.S128, name)
    if not style_ids(package).keys() <= _BUILT_IN:
        yield Fault(Rule.S110, STYLES, "style")


@lru_cache(maxsize=2)
def first_list(head: str) -> int:
    """The first number that the lists of a document can have: one more than those that stand before them."""
    numbers = (row["w:numId"] for row in Story(head).all("w:num"))
    return max((int(number) for number in numbers if number.isdecimal()), default=0) + 1


def list_kinds(package: Package, head: str) -> Mapping[str, str]:
    """Id of a style → the kind of list (``w:abstractNumId``) that it is linked to.

    ``head`` is what stands in the numbering before the lists of the document.
    """
    return _list_kinds(package.texts[STYLES], head)


@lru_cache(maxsize=2)
def _list_kinds(styles: str, head: str) -> Mapping[str, str]:
    contents, kinds = dict(_STYLE_CONTENT.findall(styles)), dict(_KIND.findall(head))
    numbers = {style: _number(style, contents) for style in contents}
    return {style: kinds[number] for style, number in numbers.items() if number in kinds}


def _number(style: str, contents: Mapping[str, str]) -> str:
    """The list of a style, its own or that of a style which it is based on; empty for none."""
    for _ in contents:
        content = contents.get(style, "")
        if own := _NUMBER.search(content):
            return own[1]
        base = _BASE.search(content)
        style = base[1] if base else ""
    return ""


def style_ids(package: Package) -> Mapping[str, str]:
    """Name of a style, in lower case → its id.

    Source: ISO/IEC 29500-1, 17.7.4.9 (name): Word does not tell cases apart in the names of its own styles.
    """
    return read_style_ids(package.texts[STYLES])


@lru_cache(maxsize=2)
def read_style_ids(styles: str) -> Mapping[str, str]:
    """The same of the part itself."""
    return {name.casefold(): style for style, name in _STYLE.findall(styles)}
