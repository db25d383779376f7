"""An edition as an HTML file: what a browser makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from html.parser import HTMLParser
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from answerkit.model.document import (
    Bar,
    BulletList,
    Chart,
    CrossReference,
    Document,
    Emphasis,
    FactList,
    Footnote,
    FootnoteMark,
    Heading,
    Link,
    Node,
    Notice,
    NumberedList,
    Paragraph,
    Part,
    PartsList,
    Picture,
    Strong,
    Table,
    Text,
)
from answerkit.render.html.page import render_html
from render.samples import ORIGIN, PROJECT, cell, line_cell, para, png
from render.torture import confidential_torture, torture

CSS = (PROJECT / "templates" / "edition.css").read_text(encoding="utf-8")
VOID = {"meta", "br", "img"}


class Browser(HTMLParser):
    """What a lenient reader of HTML sees: tags with their attributes, texts, and what is left open."""

    def __init__(self, page: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.strange: list[str] = []
        self.feed(page.decode("utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open.pop() != tag:
            self.strange.append(tag)

    def handle_data(self, data: str) -> None:
        if data.strip("\n"):
            self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.strange.append(data)

    def handle_pi(self, data: str) -> None:
        self.strange.append(data)

    def unknown_decl(self, data: str) -> None:
        self.strange.append(data)

    def all(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag == name]


def shown(document: Document) -> Browser:
    return Browser(render_html(document, CSS))


def with_nodes(*nodes: Node) -> Document:
    return replace(torture(), parts=(Part(nodes),), footnotes=())


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render_html(torture(), CSS) == render_html(torture(), CSS)


def test_a_browser_would_fetch_nothing_and_run_nothing() -> None:
    for document in (torture(), confidential_torture()):
        browser = shown(document)
        assert {"script", "link", "iframe", "object", "form", "base"}.isdisjoint(
            name for name, _ in browser.tags
        )
        assert all(str(image["src"]).startswith("data:image/") for image in browser.all("img"))
        policy = next(meta["content"] for meta in browser.all("meta") if "http-equiv" in meta)
        assert str(policy).startswith("default-src 'none'; ")
        assert not any(
            name == "style" or name.startswith("on") for _, given in browser.tags for name in given
        )


def test_links_in_the_document_land_at_the_one_element_of_that_id() -> None:
    browser = shown(torture())
    ids = [attributes["id"] for _, attributes in browser.tags if "id" in attributes]
    inside = [str(link["href"])[1:] for link in browser.all("a") if str(link["href"]).startswith("#")]
    assert len(ids) == len(set(ids))
    assert set(inside) <= set(ids)
    assert len(inside) == 4 + 1 + 2 * 5


def test_headings_follow_the_title_without_a_gap() -> None:
    levels = [int(name[1]) for name, _ in shown(torture()).tags if name in {"h1", "h2", "h3", "h4", "h5"}]
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert max(levels) == 5


def test_a_heading_cell_says_of_what_and_an_empty_one_is_none() -> None:
    table = Table((line_cell(), cell("Antal", number=True)), ((cell("a"), line_cell()),), ORIGIN)
    browser = shown(with_nodes(table))
    assert browser.all("th") == [{"scope": "col", "class": "number"}]
    assert len(browser.all("td")) == 3


def test_a_cell_with_a_very_long_word_may_break_it() -> None:
    words = ("specialundervisningsvejledningerne", "korte ord i en cells linje")
    rows = tuple((cell(shown),) for shown in words)
    browser = shown(with_nodes(Table((cell("Hvad"),), rows, ORIGIN)))
    assert browser.all("td") == [{"class": "long"}, {}]


def test_a_footnote_and_its_mark_lead_to_each_other() -> None:
    document = replace(
        with_nodes(para("Tekst", FootnoteMark(1))), footnotes=(Footnote(1, (para("Noten."),)),)
    )
    links = shown(document).all("a")
    assert [(link["href"], link["role"]) for link in links] == [
        ("#fodnote-1", "doc-noteref"),
        ("#fodnotetegn-1", "doc-backlink"),
    ]


def test_no_link_stands_in_a_link() -> None:
    link = Link("https://example.org/", (Text("a"), Strong((Text("b"), Emphasis((FootnoteMark(1),))))))
    page = render_html(with_nodes(para(link, "c")), CSS).decode()
    assert '<a href="https://example.org/">a<strong>b<em></em></strong></a><sup><a id=' in page


def test_a_list_starts_where_it_should() -> None:
    lists = shown(
        with_nodes(NumberedList(((para("x"),),), 7, ORIGIN), NumberedList(((para("x"),),), 1, ORIGIN))
    )
    assert lists.all("ol") == [{"start": "7"}, {}]


def test_only_the_confidential_edition_is_marked_and_all_of_it_says_so() -> None:
    public, confidential = shown(torture()), shown(confidential_torture())
    assert public.all("body") == [{}]
    assert confidential.all("body") == [{"class": "confidential-edition"}]
    assert {"class": "confidential"} not in public.all("div")
    assert {"class": "confidential"} in confidential.all("div")
    assert any(text.startswith("FORTROLIG") for text in confidential.texts)


def test_a_picture_is_sharp_where_it_can_be() -> None:
    plain = Picture("figur-1", 1, "En", "Hvid", png(20, 10), None, Decimal(40), ORIGIN)
    sharp = replace(plain, anchor="figur-2", number=2, svg=b"<svg/>")
    images = shown(with_nodes(plain, sharp)).all("img")
    assert [str(image["src"]).partition(";")[0] for image in images] == [
        "data:image/png",
        "data:image/svg+xml",
    ]
    assert (images[0]["width"], images[0]["height"], images[0]["alt"]) == ("151", "75", "Hvid")


HOSTILE = st.text(
    st.one_of(
        st.sampled_from("<>&\"'/=\t -!"),
        st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\n\r"),
    ),
    min_size=1,
    max_size=20,
) | st.sampled_from(["</p><script>alert(1)</script>", "<!--", "-->", "&lt;", "</style>", '" onload="x'])


def everywhere(text: str) -> Document:
    """A document with the text wherever a document has text."""
    words = (Text(text),)
    nodes: tuple[Node, ...] = (
        Heading(1, text, text, "afsnit-1", ORIGIN),
        para(Strong(words), Emphasis(words), Link(f"https://example.org/{text}", words), FootnoteMark(1)),
        Notice((Paragraph(words, ORIGIN),), ORIGIN),
        BulletList(((para(text),),), ORIGIN),
        Table((line_cell(*words),), ((line_cell(*words),),), ORIGIN, "tabel-1", 1, text, note=text),
        Picture("figur-1", 1, text, text, png(), None, Decimal(10), ORIGIN),
        FactList(((text, words),), ORIGIN),
        PartsList((CrossReference("afsnit-1", text),), ORIGIN),
    )
    return replace(
        torture(),
        title=text,
        authority=text,
        banner=text,
        parts=(Part(nodes),),
        footnotes=(Footnote(1, (para(text),)),),
    )


HARMLESS = Browser(render_html(everywhere("harmløs"), CSS))


@given(HOSTILE)
def test_no_text_ever_becomes_a_tag(text: str) -> None:
    browser = Browser(render_html(everywhere(text), CSS))
    assert browser.open == browser.strange == []
    assert list(names(browser)) == list(names(HARMLESS))
    author, description = browser.all("meta")[3]["content"], browser.all("img")[0]["alt"]
    addresses = [link["href"] for link in browser.all("a")]
    assert (author, description) == (text, text)
    assert f"https://example.org/{text}" in addresses
    assert "".join(browser.texts) == "".join(HARMLESS.texts).replace("harmløs", text)


def names(browser: Browser) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, given_attributes in browser.tags:
        yield name, tuple(given_attributes)


def test_words_of_another_language_are_marked_as_such() -> None:
    page = Browser(render_html(torture(), CSS))
    assert {"lang": "en-GB"} in page.all("span")
    assert "tough love" in page.texts


def test_a_chart_is_a_picture_with_its_note_behind() -> None:
    number = Decimal(7)
    bars = (Bar("TUS", "7", number, number, circa=False, figure="f"),)
    chart = Chart("figur-1", 1, "Sager", "Søjlediagram: Sager.", "Sager", bars, "Kilde: os.", ORIGIN)
    browser = shown(with_nodes(chart))
    (image,) = browser.all("img")
    assert image["alt"] == "Søjlediagram: Sager."
    assert str(image["src"]).startswith("data:image/svg+xml;base64,")
    assert {"class": "table-note"} in browser.all("p")
    assert "Kilde: os." in browser.texts
