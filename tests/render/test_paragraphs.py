import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerkit.model.document import (
    CrossReference,
    Emphasis,
    FactList,
    FootnoteMark,
    Inline,
    LineBreak,
    Link,
    Notice,
    PartsList,
    Strong,
    Text,
)
from answerkit.render.paragraphs import bookmark_name, plain_text
from render.samples import (
    NAMES,
    ORIGIN,
    R,
    W,
    bullets,
    cell,
    document,
    heading,
    numbers,
    opened,
    para,
    picture,
    table,
    words,
)

LEGAL = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1)


def runs(*children: Inline) -> list[tuple[str, list[str]]]:
    """Text and properties of each run of a paragraph."""
    found = opened(document(para(*children))).find("w:body/w:p[2]//w:r")
    return [
        (words(run), [str(item.tag).removeprefix(W) for item in run.iterfind("w:rPr/*", NAMES)])
        for run in found
    ]


@pytest.mark.parametrize(
    ("children", "expected"),
    [
        ((Text("a"),), [("a", [])]),
        ((Text("  a  "),), [("  a  ", [])]),
        ((Text(""),), []),
        ((Emphasis((Text("a"),)),), [("a", ["i"])]),
        ((Strong((Text("a"),)),), [("a", ["b"])]),
        ((Strong((Text("a"), Emphasis((Text("b"),)))),), [("a", ["b"]), ("b", ["b", "i"])]),
        ((Emphasis((Strong((Text("a"),)), Text("b"))),), [("a", ["b", "i"]), ("b", ["i"])]),
        ((Text("a"), LineBreak(), Text("b")), [("a", []), ("\n", []), ("b", [])]),
        ((Link("https://example.org", (Text("a"),)),), [("a", ["rStyle"])]),
        ((Strong((Link("https://example.org", (Text("a"),)),)),), [("a", ["rStyle", "b"])]),
        ((CrossReference("x", "afsnit 1"),), [("afsnit 1", ["rStyle"])]),
        ((FootnoteMark(1),), [("", ["rStyle"])]),
    ],
)
def test_inlines_become_runs(children: tuple[Inline, ...], expected: list[tuple[str, list[str]]]) -> None:
    assert runs(*children) == expected


def test_a_link_out_of_the_document_says_where_and_no_more_than_its_text() -> None:
    link = Link("https://example.org/søg?a=1&b=2", (Text("se "), Emphasis((Text("her"),))))
    file = opened(document(para(link, link)))
    found = file.find("//w:hyperlink")
    assert [item.get(f"{W}tooltip") for item in found] == ["se her", "se her"]
    assert len({item.get(f"{R}id") for item in found}) == 1
    relations = "word/_rels/document.xml.rels"
    external = file.find("rel:Relationship[@TargetMode='External']", relations)
    assert [item.get("Target") for item in external] == ["https://example.org/søg?a=1&b=2"]
    assert external[0].get("Id") == found[0].get(f"{R}id")


def test_a_link_inside_the_document_goes_to_the_bookmark_of_its_node() -> None:
    file = opened(document(para(CrossReference("tabel-1", "tabel 1")), heading(2, "1.1", "Tal", "tabel-1")))
    assert file.values("//w:hyperlink/@w:anchor") == ["a_tabel_1"]
    assert file.values("//w:hyperlink/@w:tooltip") == ["tabel 1"]
    assert file.values("//w:bookmarkStart/@w:name") == ["a_tabel_1"]


def test_a_tooltip_is_no_longer_than_word_takes() -> None:
    link = Link("https://example.org", (Text("x" * 300),))
    file = opened(document(para(link, CrossReference("en", "y" * 300)), heading(1, "Ad 1)", "En", "en")))
    assert file.values("//w:hyperlink/@w:tooltip") == ["x" * 260, "y" * 260]


@pytest.mark.parametrize(
    ("anchor", "name"),
    [
        ("a", "a_a"),
        ("afsnit-1-2", "a_afsnit_1_2"),
        ("1-2", "a_1_2"),
        ("x" * 38, "a_" + "x" * 38),
    ],
)
def test_bookmarks_are_named_after_anchors(anchor: str, name: str) -> None:
    assert bookmark_name(anchor) == name


def test_a_long_bookmark_is_cut_to_what_word_keeps() -> None:
    first, second = bookmark_name("x" * 39), bookmark_name("x" * 39 + "-2")
    assert (len(first), len(second)) == (40, 40)
    assert first.startswith("a_" + "x" * 29 + "_")
    assert first != second


@given(st.lists(st.text("ab1-", min_size=1, max_size=60), unique=True))
def test_bookmarks_of_different_anchors_differ(anchors: list[str]) -> None:
    assert len({bookmark_name(anchor) for anchor in anchors}) == len(anchors)


def test_a_bookmark_is_only_made_for_what_can_be_named() -> None:
    assert opened(document(heading(1, "", "Uden navn"))).find("//w:bookmarkStart") == []


def test_plain_text_is_what_one_reads() -> None:
    children = (Text("a"), Strong((Text("b"), LineBreak())), CrossReference("x", "c"), FootnoteMark(1))
    assert plain_text((*children, Link("https://example.org", (Text("d"),)))) == "ab cd"


def test_case_facts_are_label_tab_value() -> None:
    file = opened(document(FactList((("Dato", (Text("8. november"),)), ("Fra", ())), ORIGIN)))
    found = file.find("w:body/w:p[position()>1]")
    assert [words(item) for item in found] == ["Dato\t8. november", "Fra\t"]
    assert file.values("w:body/w:p[position()>1]//w:pStyle/@w:val") == ["CaseFact", "CaseFact"]


def test_the_list_of_parts_is_links_without_page_numbers() -> None:
    parts = PartsList((CrossReference("en", "Ad 1) En"),), ORIGIN)
    file = opened(document(parts, heading(1, "Ad 1)", "En", "en")))
    entry = file.find("w:body/w:p[2]")[0]
    assert words(entry) == "Ad 1) En"
    assert file.values("w:body/w:p[2]/w:hyperlink/@w:anchor") == ["a_en"]
    assert file.find("//w:fldChar | //w:fldSimple") == []


@settings(max_examples=30)
@given(LEGAL)
def test_any_text_comes_back_from_any_node(text: str) -> None:
    """One text in every place that can hold it; the parser gives it back each time."""
    inline = (Text(text),)
    nodes = (
        heading(1, "Ad 1)", text, "en"),
        para(text),
        para(Link("https://example.org/", inline), CrossReference("en", text), Strong(inline)),
        Notice((para(text),), ORIGIN),
        bullets((para(text),)),
        numbers((para(text),)),
        table((cell(text),), (cell(text),)),
        FactList(((text, inline),), ORIGIN),
        PartsList((CrossReference("en", text),), ORIGIN),
        picture(alt=text),
    )
    file = opened(document(*nodes))
    texts = file.values("//w:t/text()")
    assert texts == ["Svar på en forespørgsel", *[text] * 13, "Figur 1: Et billede"]
    assert file.values("//wp:docPr/@descr") == [text]
