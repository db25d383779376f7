"""What XML holds beside its text: attributes, names, namespaces, comments, instructions."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from typing import Final, TypeAlias, cast
from urllib.parse import unquote

from lxml import etree

from answerkit.model.text import Role
from answerkit.verify.extract.codes import Rule
from answerkit.verify.extract.found import Inner, Source, Text, UnreadableError
from answerkit.verify.extract.kind import Kind, judge
from answerkit.verify.extract.vocabulary import is_known, says_nothing

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for the type of its elements

_PARSER: Final = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
"""Depth and text nodes stay under libxml2's own limits."""

_OWN_DTD = re.compile(rb"<\x00?!\x00?D\x00?O\x00?C\x00?T\x00?Y\x00?P\x00?E[^>\[]{0,4000}\[")
"""A document type with declarations of its own, in UTF-8 or UTF-16: entities could come of it."""

# Source: ECMA-376-1 (strict) and ECMA-376-4 (transitional): the same vocabulary in two sets of namespaces.
_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_STRICT_NAMESPACE = re.compile(
    _STRICT + rb"(wordprocessingml|spreadsheetml|presentationml|drawingml|officeDocument)/(main|math)"
)

_DOCTYPE = re.compile(rb"<!DOCTYPE\s+([^>]{0,4000})>")
_DECLARATION = re.compile(rb"""xmlns(?::([^\s=]*))?\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_DATA = re.compile(r"\s*data:[^,]{0,200};\s*base64\s*,", re.IGNORECASE)
_PICTURE = re.compile(r"(data:image/[a-z+.-]{1,20};base64,)([A-Za-z0-9+/]{64,}+={0,2})(?![\w+/=%-])")
_PICTURES: Final = frozenset({Kind.PNG, Kind.JPEG, Kind.GIF, Kind.RIFF, Kind.XML})
_BINARY: Final = frozenset({"binaryData", "binary-data", "binData", "fldData"})
_TARGETS: Final = frozenset(
    {"Target", "href", "src", "action", "link", "longdesc", "data", "background", "uri"}
)
_FIELDS: Final = frozenset({"instr", "formula", "condition", "select-page"})


def parse(data: bytes) -> Element:
    """The root element; nothing is fetched and no entity is put in. Strict namespaces become transitional.

    Raises:
        UnreadableError: the bytes are no well-formed XML, or declare a document type of their own.
    """
    if _OWN_DTD.search(data):
        raise UnreadableError(Rule.U110)
    if _STRICT in data:
        data = _STRICT_NAMESPACE.sub(rb"http://schemas.openxmlformats.org/\1/2006/\2", data)
    try:
        return etree.fromstring(data, _PARSER)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        raise UnreadableError(Rule.U102) from None


def beside_text(root: Element, data: bytes, paragraphs: frozenset[str]) -> Iterator[Text]:
    """Attributes, names, namespaces, comments, instructions and the document type, each different one once.

    Args:
        root: the parsed ``data``.
        data: where the declarations of namespaces are read, which the tree does not keep in one place.
        paragraphs: tags of which places count the number.
    """
    yield from _attributes(root, paragraphs)
    yield from _notes(root)
    yield from _prolog(data)


def packed_files(root: Element, data: bytes) -> Iterator[Inner]:
    """Files that stand in base64: in ``data:`` addresses, and in elements for pictures and parts.

    Args:
        root: the parsed ``data``.
        data: where a quick look shows whether there can be any.
    """
    if b"base64" not in data.lower() and not any(name.encode() in data for name in _BINARY) and 0 not in data:
        return
    for number, element in enumerate(root.iter("*"), 1):
        texts = [value for value in cast("list[str]", element.values()) if _DATA.match(value)]
        if element.text and element.tag.rpartition("}")[2] in _BINARY:
            texts.append(element.text)
        for text in texts:
            if packed := _from_base64(text.rpartition(",")[2]):
                yield Inner(f"data[{number}]", Source("", packed))


def pictures_apart(text: str) -> tuple[str, tuple[Inner, ...]]:
    """The text without the base64 of pictures in ``data:`` addresses, and the pictures.

    What does not begin as a picture does, or is no regular base64, is left where it is.
    """
    pictures: list[Inner] = []

    def taken(found: re.Match[str]) -> str:
        data = _from_base64(found[2])
        source = Source("", data)
        if judge(source) not in _PICTURES or base64.b64encode(data).decode("ascii") != found[2]:
            return found[0]
        pictures.append(Inner(f"billede[{len(pictures) + 1}]", source))
        return found[1]

    return _PICTURE.sub(taken, text) if "base64" in text else text, tuple(pictures)


def _from_base64(text: str) -> bytes:
    try:
        return base64.b64decode("".join(unquote(text).split()))
    except ValueError:
        return b""


def _attributes(root: Element, paragraphs: frozenset[str]) -> Iterator[Text]:
    seen: set[tuple[str, str]] = set()
    names: set[str] = set()
    number = 0
    for element in root.iter("*"):
        tag = element.tag
        names.add(tag)
        if tag in paragraphs:
            number += 1
        pairs = cast("list[tuple[str, str]]", element.items())
        if not pairs or seen.issuperset(pairs):
            continue
        for pair in pairs:
            if pair not in seen:
                seen.add(pair)
                names.add(pair[0])
                if not says_nothing(*pair):
                    yield _attribute(element, *pair, number)
    strange = sorted({name.rpartition("}")[2] for name in names if not is_known(name.rpartition("}")[2])})
    if strange:
        yield Text("navne", Role.NAME, "\n".join(strange))


def _attribute(element: Element, name: str, value: str, number: int) -> Text:
    anchor = f"p[{number}]/" if number else ""
    local = shown(name)
    role = Role.TARGET if local in _TARGETS else Role.FIELD if local in _FIELDS else Role.ATTRIBUTE
    return Text(f"{anchor}{shown(element.tag)}/@{local}", role, value, line_of(element))


def shown(name: str) -> str:
    """The local part of a tag's or attribute's name when it is one that formats use, else ``*``."""
    local = name.rpartition("}")[2]
    return local if is_known(local) else "*"


def line_of(element: Element) -> int:
    """The element's 1-based line in its file, 0 where the parser does not know."""
    return cast("int | None", element.sourceline) or 0


def _notes(root: Element) -> Iterator[Text]:
    """Comments and instructions in the root; what stands before and behind it too."""
    around = (*root.itersiblings(preceding=True), *root.itersiblings())
    within = root.iter(etree.Comment, etree.ProcessingInstruction)
    for number, node in enumerate((*around, *within), 1):
        target = getattr(node, "target", "")
        place = f"{'pi' if target else 'comment'}[{number}]"
        yield Text(place, Role.COMMENT, f"{target} {node.text or ''}".strip(), line_of(node))


def _prolog(data: bytes) -> Iterator[Text]:
    for prefix, double, single in set(_DECLARATION.findall(data)):
        uri = (double or single).decode("utf-8", errors="replace")
        known = prefix.decode("utf-8", errors="replace")
        if not is_known(uri):
            yield Text("xmlns", Role.NAME, uri)
        if known and not is_known(known):
            yield Text("xmlns", Role.NAME, known)
    doctype = _DOCTYPE.search(data)
    if doctype:
        yield Text("doctype", Role.NAME, doctype[1].decode("utf-8", errors="replace"))
