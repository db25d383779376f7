"""The check of a reference file: its bytes → findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from answerkit.model.finding import Finding, Gate
from answerkit.verify.built.vocabulary import CONFIDENTIAL_STYLES, PUBLIC_STYLES
from answerkit.verify.extract.found import UnreadableError
from answerkit.verify.extract.labels import part_label
from answerkit.verify.extract.markup import Element, parse
from answerkit.verify.template.codes import Rule
from answerkit.verify.template.package import read_package
from answerkit.verify.template.taken import TAKEN, Fault, element_rule, taken_faults

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLES = "word/styles.xml"
_APP, _CORE = "docProps/app.xml", "docProps/core.xml"

# Source: ECMA-376-2, 11 (core properties) and ECMA-376-1, 22.2 (extended properties): what names no person.
_IMPERSONAL: Final = (
    "title language revision created modified lastPrinted version Template TotalTime Pages Words Characters"
    " Application DocSecurity Lines Paragraphs ScaleCrop LinksUpToDate CharactersWithSpaces SharedDoc"
    " HyperlinksChanged AppVersion"
)
_COMMENTS = re.compile(r"word/comments[A-Za-z]*\.xml")
_PEOPLE = ("word/people.xml", "docProps/custom.xml")
_MACROS = re.compile(r"word/vba[A-Za-z]+\.(?:bin|xml)|word/_rels/vbaProject\.bin\.rels")
_COMMENT_MARKS = tuple(f"{_W}{name}" for name in ("commentReference", "commentRangeStart", "annotationRef"))
_STORY = re.compile(r"word/(?:document|footnotes|endnotes|header[0-9]{1,3}|footer[0-9]{1,3})\.xml")
_KNOWN = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(?:app|core)\.xml|word/(?:webSettings|stylesWithEffects)\.xml"
    r"|word/_rels/(?:document|settings|header[0-9]{1,3}|footer[0-9]{1,3})\.xml\.rels"
    r"|word/media/image[0-9]{1,3}\.(?:png|jpe?g|gif|emf|wmf|svg)"
)


def verify_template(data: bytes, *, name: str) -> tuple[Finding, ...]:
    """What keeps a reference file from being trusted, sorted; nothing when nothing does.

    Args:
        data: the file's bytes; any bytes at all.
        name: how findings call the file.
    """
    parts = read_package(data)
    return _findings([Fault(Rule.T100)] if parts is None else _faults(parts), name)


def verify_taken(data: bytes, *, name: str) -> tuple[Finding, ...]:
    """What may not be in the parts that every edition takes over: quick enough for every build."""
    parts = read_package(data)
    return _findings([Fault(Rule.T100)] if parts is None else taken_faults(parts), name)


def _findings(faults: Iterable[Fault], name: str) -> tuple[Finding, ...]:
    found = {
        Finding(
            name,
            fault.part,
            fault.place,
            Gate.HYGIENE,
            fault.rule.name,
            fault.rule.message,
            severity=fault.rule.severity,
        )
        for fault in faults
    }
    return tuple(sorted(found, key=lambda item: (item.part, item.place, item.code)))


def _faults(parts: Mapping[str, bytes]) -> Iterator[Fault]:
    yield from taken_faults(parts)
    for number, (name, data) in enumerate(parts.items(), 1):
        rule = _part_rule(name)
        if rule is not None:
            yield Fault(rule, part_label(name, number))
        elif name not in TAKEN and name.endswith((".xml", ".rels")):
            yield from _content_faults(name, data)
    yield from _foreign_styles(parts.get(_STYLES, b""))


def _part_rule(name: str) -> Rule | None:
    """The rule that a part breaks by being there; a part that is not known may hold anything."""
    if _COMMENTS.fullmatch(name):
        return Rule.T102
    if name in _PEOPLE:
        return Rule.T104
    if _MACROS.fullmatch(name):
        return Rule.T106
    known = name in TAKEN or _STORY.fullmatch(name) or _KNOWN.fullmatch(name)
    return None if known else Rule.T105


def _content_faults(name: str, data: bytes) -> Iterator[Fault]:
    """What may not be in a part that is looked at once, before the file is trusted."""
    if b"macroEnabled" in data and name == "[Content_Types].xml":
        yield Fault(Rule.T106, name)
    try:
        root = parse(data)
    except UnreadableError:
        yield Fault(Rule.T100, name)
        return
    for element in root.iter("*"):
        rule = _rule_in(name, element)
        if rule is not None:
            yield Fault(rule, name)


def _rule_in(name: str, element: Element) -> Rule | None:
    local = element.tag.rpartition("}")[2]
    if name.endswith(".rels"):
        return Rule.T107 if element.get("TargetMode") == "External" else None
    if name in (_CORE, _APP):
        personal = len(element) == 0 and local not in _IMPERSONAL.split() and (element.text or "").strip()
        return Rule.T104 if personal else None
    if element.tag in _COMMENT_MARKS:
        return Rule.T102
    return element_rule(element)


def _foreign_styles(styles: bytes) -> Iterator[Fault]:
    """Styles that somebody named; those of Word's own names say nothing."""
    known = {*PUBLIC_STYLES, *CONFIDENTIAL_STYLES}
    try:
        root = parse(styles)
    except UnreadableError:
        return
    for number, style in enumerate(root.iter(f"{_W}style"), 1):
        name = style.find(f"{_W}name")
        own = style.get(f"{_W}customStyle") in ("1", "true", "on")
        if own and name is not None and name.get(f"{_W}val", "").casefold() not in known:
            yield Fault(Rule.T201, _STYLES, f"style[{number}]")
