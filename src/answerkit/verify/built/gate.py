"""The structure gate: whether a file's bytes are what answerkit builds from public content, and nothing more.

The gate knows no secret and shares no code with the stages that made the file, so a fault there does not
blind it. It works from the outside in: archive, parts, the grammar of each part, then what the parts say of
each other. Each step takes for granted what the one before has shown, so it is not taken when that found
anything.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from answerkit.model.finding import Finding
from answerkit.verify.built.archive import read_archive
from answerkit.verify.built.characters import character_faults
from answerkit.verify.built.codes import Rule
from answerkit.verify.built.content import read_content
from answerkit.verify.built.counting import counting_faults
from answerkit.verify.built.diagnosis import grammar_faults
from answerkit.verify.built.facts import PublicFacts
from answerkit.verify.built.fault import Fault
from answerkit.verify.built.layout import layout_faults
from answerkit.verify.built.links import link_faults
from answerkit.verify.built.lists import LISTS, list_faults
from answerkit.verify.built.notation import Grammar, Order
from answerkit.verify.built.parts import (
    BODY,
    BODY_RELATIONS,
    CORE,
    NOTES,
    NOTES_RELATIONS,
    NUMBERING,
    PAGE_FOOTER,
    PAGE_HEADER,
    STYLES,
    Package,
    open_package,
)
from answerkit.verify.built.pictures import drawing_faults, picture_faults
from answerkit.verify.built.reference import (
    Reference,
    first_list,
    fixed_faults,
    list_kinds,
    read_reference,
    read_style_ids,
    split_numbering,
    style_ids,
)
from answerkit.verify.built.relations import RELATIONS, relation_faults
from answerkit.verify.built.stories import STORIES
from answerkit.verify.built.titles import PROPERTIES, edition_faults, mark_faults, title_faults
from answerkit.verify.built.vocabulary import VALUES

_ORDERS: Mapping[str, Order] = {
    CORE: ("core start", "core", "core end"),
    BODY_RELATIONS: ("relations start", "relation", "relations end"),
    BODY: ("body start", "block", "body end"),
    NOTES_RELATIONS: ("relations start", "relation", "relations end"),
    NOTES: ("notes start", "footnote", "notes end"),
    PAGE_HEADER: ("header start", "header banner", "header end"),
    PAGE_FOOTER: ("footer start", "field", "footer end"),
}
_LISTS: Order = ("lists start", "list", "lists end")


def prepare(reference: bytes) -> None:
    """Get ready to verify files made with this reference file, before the first one comes."""
    look = read_reference(reference)
    if look is None or STYLES not in look.fixed:
        return
    grammar = _grammar(tuple(read_style_ids(look.fixed[STYLES].decode("utf-8", "replace")).items()))
    for order in (*_ORDERS.values(), _LISTS):
        grammar.prepare(order)


def verify_built(  # noqa: PLR0913 - all that a file is held against
    data: bytes,
    *,
    name: str,
    title: str | None = None,
    reference: bytes | None = None,
    public: PublicFacts | None = None,
    marked: bool = False,
) -> tuple[Finding, ...]:
    """What is wrong with a built file, sorted; nothing when it may be written.

    Args:
        data: the file's bytes; any bytes at all.
        name: how findings call the file.
        title: the answer's title; without it, the file's own titles are compared with each other only.
        reference: the bytes of the reference file; without it, the parts taken from there are held to a
            weaker rule.
        public: what the public content knows of links and pictures. With it, the file must be a public
            edition; without it, either edition passes.
        marked: whether the file must bear the marks of a confidential edition.
    """
    faults = set(_faults(data, title, reference, public, marked=marked))
    return tuple(sorted(fault.finding(name) for fault in faults))


def _faults(
    data: bytes, title: str | None, reference: bytes | None, public: PublicFacts | None, *, marked: bool
) -> Iterator[Fault]:
    archive = read_archive(data)
    if archive.faults:
        yield from archive.faults
        return
    package, faults = open_package(archive.entries)
    look = read_reference(reference) if reference is not None else None
    if reference is not None and look is None:
        faults = (*faults, Fault(Rule.S111))
    if not faults:
        faults = tuple(_part_faults(package, look))
    yield from faults or _content_faults(package, title, look, public, marked=marked)


def _part_faults(package: Package, reference: Reference | None) -> Iterator[Fault]:
    """Each part by itself."""
    yield from fixed_faults(package, reference)
    yield from picture_faults(package)
    grammar = _grammar(tuple(style_ids(package).items()))
    for part, order in _ORDERS.items():
        if part in package.texts:
            yield from grammar_faults(part, package.texts[part], grammar, order)
            yield from character_faults(part, package.texts[part], grammar)
    _, lists, _ = split_numbering(package, reference)
    yield from grammar_faults(NUMBERING, f"<w:numbering>{lists}</w:numbering>", grammar, _LISTS)


@lru_cache(maxsize=2)
def _grammar(styles: tuple[tuple[str, str], ...]) -> Grammar:
    return Grammar({**STORIES, **RELATIONS, **PROPERTIES, **LISTS}, VALUES, dict(styles))


def _content_faults(
    package: Package,
    title: str | None,
    reference: Reference | None,
    public: PublicFacts | None,
    *,
    marked: bool,
) -> Iterator[Fault]:
    """What the parts say of each other and of the world outside."""
    head, lists, _ = split_numbering(package, reference)
    content = read_content(package, lists, first_list(head), style_ids(package), list_kinds(package, head))
    yield from title_faults(content, title)
    yield from counting_faults(content, public=public is not None)
    yield from list_faults(content)
    yield from layout_faults(content, reference.paper if reference else None)
    yield from link_faults(content, public)
    loose_ends = tuple(relation_faults(content))
    yield from loose_ends or drawing_faults(content, public)
    if public is not None:
        yield from edition_faults(content)
    if marked:
        yield from mark_faults(content)
