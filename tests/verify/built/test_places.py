"""A finding says where, in a way that repeats nothing of the file."""

from __future__ import annotations

import pytest

from verify.built.clean import BODY, CORE, NOTES, RELATIONS, check
from verify.built.spoiling import Change, add, inside, spoilt, swap

PLACES: dict[str, tuple[Change, tuple[str, str]]] = {
    "an unknown element": (inside("<v:v/>"), (BODY, "body/p[22]/*[1]")),
    "a known element": (
        swap(BODY, 'w:name="a_afsnit_2"', 'w:name="x"'),
        (BODY, "body/p[17]/bookmarkStart[1]"),
    ),
    "an element in a table": (
        swap(BODY, "<w:tblHeader/>", "<v:v/>"),
        (BODY, "body/tbl[1]/tr[1]/trPr[1]/*[1]"),
    ),
    "a text": (swap(BODY, "Slut.", "Slut&x;."), (BODY, "body/p[22]/r[1]/t[1]")),
    "a comment": (swap(BODY, "</w:p><w:sectPr>", "</w:p><!--x--><w:sectPr>"), (BODY, "body")),
    "an order": (swap(BODY, "<w:r><w:tab/></w:r>", ""), (BODY, "body/p[2]")),
    "a strange character": (swap(NOTES, "Andet", "An\u200bdet"), (NOTES, "footnote[3]/p[2]/r[1]/t[1]")),
    "a property": (swap(CORE, "da-DK", "x"), (CORE, "language[1]")),
    "a relation": (swap(RELATIONS, "vejledning", "x"), (RELATIONS, "Relationship[9]")),
    "a link": (swap(BODY, 'w:tooltip="link ud"', 'w:tooltip="x"'), (BODY, "hyperlink[3]")),
    "a part that is none": (add("word/viggo.xml", b"x"), ("#17", "")),
    "a drawing": (swap(BODY, 'descr="En', 'descr="Én'), (BODY, "drawing[1]")),
}


@pytest.mark.parametrize(("change", "place"), PLACES.values(), ids=PLACES)
def test_the_place_is_told(change: Change, place: tuple[str, str]) -> None:
    assert place in {(finding.part, finding.place) for finding in check(spoilt(change))}


def test_the_length_of_a_text_is_told_and_its_words_are_not() -> None:
    (finding,) = check(spoilt(swap(BODY, "</w:p><w:sectPr>", "</w:p>Viggo&x;<w:sectPr>")))
    assert (finding.code, finding.length) == ("S126", 8)


def test_not_more_is_told_of_a_part_than_anyone_reads() -> None:
    assert len(check(spoilt(inside("<v:v/>" * 5000)))) == 20
