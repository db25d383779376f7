"""Header, footer, footnotes, and the marks of what is confidential."""

from dataclasses import replace

import pytest

from answerkit.model.color import READABLE, contrast
from answerkit.model.document import (
    Edition,
    FactList,
    Footnote,
    FootnoteMark,
    Link,
    Node,
    Notice,
    Part,
    Text,
)
from render.samples import (
    ORIGIN,
    bullets,
    cell,
    document,
    heading,
    opened,
    para,
    picture,
    table,
    value,
    words,
)


def test_the_public_header_names_publisher_and_edition_in_a_line() -> None:
    file = opened(document())
    (line,) = file.find("w:p", "header1")
    assert (value(line, ".//w:pStyle/@w:val"), words(line)) == ("Header", "Prøve Kommune\tOffentlig udgave")


def test_the_confidential_header_has_a_banner_of_its_own() -> None:
    built = replace(document(), edition=Edition.CONFIDENTIAL, banner="FORTROLIG · § 27")
    file = opened(built)
    lines = [(value(line, ".//w:pStyle/@w:val"), words(line)) for line in file.find("w:p", "header1")]
    assert lines == [("Header", "Prøve Kommune"), ("HeaderBanner", "FORTROLIG · § 27")]
    look = "w:style[@w:styleId='HeaderBanner']/w:rPr"
    assert file.values(f"{look}/w:color/@w:val", "styles") == ["8B1A1A"]
    assert file.find(f"{look}/w:b", "styles")


def test_a_word_lies_across_each_page_of_the_confidential_edition_only() -> None:
    confidential = replace(document(), edition=Edition.CONFIDENTIAL, watermark="FORTROLIG")
    drawn = opened(confidential).xml("header1").findall(".//{urn:schemas-microsoft-com:vml}shape")
    assert [(shape.get("id"), shape.get("alt")) for shape in drawn] == [
        ("PowerPlusWaterMarkObject1", "FORTROLIG")
    ]
    assert [shape[0].get("string") for shape in drawn] == ["FORTROLIG"]
    assert not opened(replace(confidential, watermark="")).find("//w:pict", "header1")
    assert not opened(document()).find("//w:pict", "header1")


@pytest.mark.parametrize(("word", "height"), [("FORTROLIG", "82"), ("UD", "150"), ("A" * 30, "25")])
def test_a_long_word_is_drawn_lower(word: str, height: str) -> None:
    file = opened(replace(document(), edition=Edition.CONFIDENTIAL, watermark=word))
    assert f";height:{height}pt;" in file.entries["word/header1.xml"].decode()


def test_whatever_is_printed_over_the_word_can_be_read() -> None:
    file = opened(replace(document(), edition=Edition.CONFIDENTIAL, watermark="FORTROLIG"))
    (shape,) = file.xml("header1").findall(".//{urn:schemas-microsoft-com:vml}shape")
    pale = str(shape.get("fillcolor")).removeprefix("#").upper()
    inks = {ink for ink in file.values("//w:color/@w:val", "styles") if ink != "FFFFFF"}
    assert inks
    assert all(contrast(ink, pale) >= READABLE for ink in inks | {"000000"})


def test_the_footer_counts_pages_by_fields() -> None:
    file = opened(document())
    assert [words(line) for line in file.find("w:p", "footer1")] == ["Side 1 af 1"]
    assert file.values("//w:instrText/text()", "footer1") == [" PAGE ", " NUMPAGES "]


def test_a_footnote_has_its_number_and_its_text() -> None:
    note = Footnote(1, (para("Se ", Link("https://example.org", (Text("her"),))), para("Mere.")))
    file = opened(document(para("a", FootnoteMark(1)), footnotes=(note,)))
    assert file.values("//w:footnoteReference/@w:id") == ["1"]
    first, second = file.find("w:footnote[@w:id='1']/w:p", "footnotes")
    assert [words(first), words(second)] == [" Se her", "Mere."]
    assert [len(item.findall(".//{*}footnoteRef")) for item in (first, second)] == [1, 0]
    assert file.values("rel:Relationship/@Target", "word/_rels/footnotes.xml.rels") == ["https://example.org"]
    styles = {"footnote text": "FootnoteText", "footnote reference": "FootnoteReference"}
    for name, identifier in styles.items():
        assert file.values(f"w:style[w:name/@w:val='{name}']/@w:styleId", "styles") == [identifier]


def test_an_empty_footnote_keeps_its_number() -> None:
    file = opened(document(para(FootnoteMark(1)), footnotes=(Footnote(1, ()),)))
    assert len(file.find("w:footnote[@w:id='1']//w:footnoteRef", "footnotes")) == 1


@pytest.mark.parametrize("notes", [(), (Footnote(1, (para("x"),)),)])
def test_the_separators_are_those_that_the_settings_name(notes: tuple[Footnote, ...]) -> None:
    file = opened(document(footnotes=notes))
    assert file.values("w:footnote[@w:type]/@w:id", "footnotes") == ["-1", "0"]
    assert file.values("//w:footnotePr/w:footnote/@w:id", "settings") == ["-1", "0"]


def test_footnotes_stand_in_their_order() -> None:
    notes = tuple(Footnote(number, (para(str(number)),)) for number in (1, 2, 3))
    file = opened(document(para(*map(FootnoteMark, (1, 2, 3))), footnotes=notes))
    assert file.values("w:footnote[not(@w:type)]/@w:id", "footnotes") == ["1", "2", "3"]
    assert file.values("//w:footnoteReference/@w:id") == ["1", "2", "3"]


EVERY_PARAGRAPH: tuple[Node, ...] = (
    para("a"),
    heading(1, "Ad 1)", "b"),
    heading(3, "", "c"),
    bullets((para("d"), bullets((para("e"), para("f"))))),
    FactList((("g", ()),), ORIGIN),
    Notice((para("h"),), ORIGIN),
    picture(),
    table((cell("i"),), (cell("j"),)),
)


def test_every_paragraph_of_a_confidential_part_is_marked() -> None:
    file = opened(replace(document(), parts=(Part(EVERY_PARAGRAPH, confidential=True),)))
    marked = {
        *file.values("w:style[w:pPr/w:pBdr/w:left/@w:color='8B1A1A']/@w:styleId", "styles"),
    }
    for item in file.find("w:body/w:p[position()>1]"):
        own = value(item, "w:pPr/w:pBdr/w:left/@w:color")
        assert own == "8B1A1A" or value(item, "w:pPr/w:pStyle/@w:val") in marked, words(item)
    assert file.values("//w:tbl/w:tblPr/w:tblBorders/w:left/@w:color") == ["8B1A1A"]


def test_a_plain_paragraph_of_a_confidential_part_has_the_confidential_style() -> None:
    file = opened(replace(document(), parts=(Part((para("a"),), confidential=True), Part((para("b"),)))))
    styles = [value(item, "w:pPr/w:pStyle/@w:val") for item in file.find("w:body/w:p[position()>1]")]
    assert styles == ["Confidential", "Normal"]


def test_nothing_of_a_public_part_is_marked() -> None:
    file = opened(document(*EVERY_PARAGRAPH))
    assert file.find("//w:pBdr | //w:tblBorders") == []
    assert not {"Confidential", "ConfidentialNotice"} & set(file.values("//w:pStyle/@w:val"))


def test_the_bar_stands_at_the_margin_beside_indented_paragraphs_too() -> None:
    """As far as Word allows: 31 points."""
    deep = bullets((para("1"), bullets((para("2"), bullets((para("3"),))))))
    parts = (Part((heading(1, "Ad 1)", "b"), deep), confidential=True),)
    file = opened(replace(document(), parts=parts))
    assert file.values("w:body//w:pBdr/w:left/@w:space") == ["8", "8", "25", "31"]


def test_a_notice_tells_what_kind_it_is() -> None:
    notice = Notice((para("Tilbageholdt."), para("Hjemmel.")), ORIGIN)
    parts = (Part((notice,)), Part((notice,), confidential=True))
    file = opened(replace(document(), parts=parts))
    styles = file.values("w:body/w:p[position()>1]/w:pPr/w:pStyle/@w:val")
    assert styles == ["Notice", "Notice", "ConfidentialNotice", "ConfidentialNotice"]
