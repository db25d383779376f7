"""Each check is the one that finds what it is there for: without it, a way to hide text goes through."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest

from answerkit.verify.built import archive, characters, counting, gate, links, parts, pictures
from verify.built.clean import codes
from verify.built.hiding import ways
from verify.built.spoiling import add, spoilt

WAYS = {name: spoil for name, _, spoil in ways()}
WAYS["a part that no type declares"] = partial(spoilt, add("word/viggo.xml", b"x"))

CHECKS = {
    "the archive's end": (archive, "_directory_faults", "bytes behind the archive"),
    "the list of parts": (parts, "_stray", "a part that no type declares"),
    "the overview of types": (parts, "_overviews", "a comment among the types"),
    "the reference file's parts": (gate, "fixed_faults", "a variable in the settings"),
    "the grammars": (gate, "grammar_faults", "hidden by w:vanish"),
    "the characters": (gate, "character_faults", "a zero-width space"),
    "PNG pictures": (pictures, "png_rule", "in a PNG: a chunk tEXt"),
    "SVG pictures": (pictures, "svg_rule", "in an SVG: text"),
    "the titles": (gate, "title_faults", "another title in the properties"),
    "the counting": (gate, "counting_faults", "a note that nothing marks"),
    "the bookmarks": (counting, "_bookmark_faults", "a bookmark's number with a gap"),
    "the lists": (gate, "list_faults", "a list that nothing uses"),
    "the layout": (gate, "layout_faults", "a table beside the page"),
    "the links": (gate, "link_faults", "another tip"),
    "the addresses": (links, "_address_faults", "an address that is not public"),
    "the relations": (gate, "relation_faults", "a relation that nothing uses"),
    "the drawings": (gate, "drawing_faults", "another description"),
    "the public pictures": (pictures, "_strange", "a picture that is not public"),
    "the edition": (gate, "edition_faults", "a confidential paragraph"),
    "the strange characters": (characters, "_strange", "a right-to-left override"),
}


ANY_PICTURE = ("PNG pictures", "SVG pictures")


def nothing(*_: object, **__: object) -> Iterator[object]:
    return iter(())


@pytest.mark.parametrize("name", CHECKS)
def test_without_the_check_it_goes_through(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    module, check, way = CHECKS[name]
    hidden = WAYS[way]()
    if name in ANY_PICTURE:
        monkeypatch.setattr(pictures, "_strange", nothing)
    assert codes(hidden) != set()
    monkeypatch.setattr(module, check, (lambda _: None) if name in ANY_PICTURE else nothing)
    assert codes(hidden) == set()
