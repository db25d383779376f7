"""The HTML gate: silent on what answerkit writes, and on nothing else."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerkit.model.document import BulletList, Document, Heading, LineBreak, Node, Part, Table
from answerkit.render.html.page import render_html
from answerkit.verify.page.codes import Rule
from answerkit.verify.page.gate import verify_page
from answerkit.verify.page.word import word_lines
from render.samples import ORIGIN, PROJECT, RENDERER, cell, para
from render.torture import confidential_torture, torture

CSS = (PROJECT / "templates" / "edition.css").read_text(encoding="utf-8")
CANARY = "Kanariefugl"
PUBLIC, CONFIDENTIAL = torture(), confidential_torture()
PAGES = {document.edition: render_html(document, CSS) for document in (PUBLIC, CONFIDENTIAL)}
WORDS = {document.edition: RENDERER.render(document) for document in (PUBLIC, CONFIDENTIAL)}
PAGE, WORD = PAGES[PUBLIC.edition], WORDS[PUBLIC.edition]


def codes(page: bytes, css: str = CSS, word: bytes = WORD) -> list[str]:
    findings = verify_page(page, word, css, name="a.html")
    assert CANARY not in repr(findings)
    return sorted({finding.code for finding in findings})


@pytest.mark.parametrize("document", [PUBLIC, CONFIDENTIAL], ids=lambda document: document.edition.value)
def test_what_answerkit_writes_passes(document: Document) -> None:
    assert verify_page(PAGES[document.edition], WORDS[document.edition], CSS, name="a.html") == ()


def test_word_and_html_are_the_same_line_by_line() -> None:
    """The gate compares them; here it is shown that it compares what a reader sees."""
    lines = word_lines(WORD)
    kinds = {line.kind for line in lines}
    assert {"h1", "h2", "h3", "h4", "h5", "text", "item bullet", "item number", "head", "cell"} <= kinds
    assert {"head number", "cell number", "row", "row total"} <= kinds
    assert {"caption", "picture", "note", "notice", "fact", "part", "footnote 1"} <= kinds
    headings = [line.text for line in lines if line.kind in {"h2", "h3"}]
    assert headings[:4] == ["Baggrund", "Besvarelsens dele", "Ad 1) Tekst", "1.1 Underafsnit"]


SPOILT = [
    ("<!DOCTYPE html>", f"<!DOCTYPE html><!-- {CANARY} -->", Rule.S201),
    ('lang="da"', f'lang="{CANARY}"', Rule.S201),
    ("default-src 'none'", "default-src *", Rule.S201),
    ("img-src data:;", "img-src data: https:;", Rule.S201),
    ("<title>", f"<title>{CANARY}", Rule.S201),
    ('name="author" content="', f'name="author" content="{CANARY}', Rule.S201),
    ("<style>", f"<style>/* {CANARY} */", Rule.S201),
    ("<body>", f'<body data-x="{CANARY}">', Rule.S201),
    ("</html>\n", f"</html>\n<!-- {CANARY} -->", Rule.S201),
    ("<main>\n", f"<main>\n<!-- {CANARY} -->", Rule.S202),
    ("<main>\n", f"<main>\n<script>{CANARY}</script>", Rule.S202),
    ("<main>\n", f"<main>\n{CANARY}", Rule.S202),
    ("<main>\n", f'<main>\n<p hidden="">{CANARY}</p>', Rule.S202),
    ("<main>\n", f'<main>\n<p style="display:none">{CANARY}</p>', Rule.S202),
    ("<main>\n", f'<main>\n<p title="{CANARY}"></p>', Rule.S202),
    ("<main>\n", f"<main>\n<template>{CANARY}</template>", Rule.S202),
    ("<main>\n", f"<main>\n<P>{CANARY}</P>", Rule.S202),
    ("<ul>\n", f"<ul>\n<p>{CANARY}</p>", Rule.S203),
    ("<tbody>\n", f"<tbody>\n<p>{CANARY}</p>", Rule.S203),
    ("<main>\n", '<main>\n<ol start="86123456">\n<li>\n</li>\n</ol>\n', Rule.S203),
    ("<main>\n", '<main>\n<ol start="86123456">\n</ol>\n', Rule.S203),
    ("<main>\n", "<main>\n<ol>\n<li>\n<ol>\n<li>\n<p></p></li>\n</ol>\n</li>\n</ol>\n", Rule.S203),
    ("<main>\n", f'<main>\n<ul>\n<li><a href="#tabel-1">{CANARY}</a></li>\n</ul>\n', Rule.S203),
    ("<main>\n", f'<main>\n<ul>\n<li><p></p><a href="#tabel-1">{CANARY}</a></li>\n</ul>\n', Rule.S203),
    ("<main>\n", "<main>\n<ul>\n<li>\n<p></p></li>\n<li>\n</li>\n</ul>\n", Rule.S203),
    ("<main>\n", '<main>\n<div class="notice" role="note">\n</div>\n', Rule.S203),
    ("<main>\n", "<main>\n<table>\n<thead>\n</thead>\n</table>\n", Rule.S203),
    ("<main>\n", "<main>\n<figure>\n</figure>\n", Rule.S203),
    ("<p>Bagefter.</p>", '<p>Bagefter.</p><ol start="86123456">\n<li>\n</li>\n</ol>', Rule.S203),
    ("<p>Bagefter.</p>", "<p>Bagefter.</p><ul>\n<li>\n<table>\n</table>\n</li>\n</ul>", Rule.S203),
    ("<p>syvende</p>\n", "<p>syvende</p>\n<p></p>\n", Rule.S203),
    ("<p>syvende</p>\n", "<p>syvende</p>\n<ul>\n<li>\n<p></p></li>\n</ul>\n", Rule.S203),
    ("<li>\n<p>syvende", '<li id="fodnote-86">\n<p>syvende', Rule.S203),
    ("</main>", f"</main><p>{CANARY}</p>", Rule.S203),
    ("</main>", "</header>", Rule.S203),
    ("</main>\n", "", Rule.S203),
    ("<main>\n", f"<main>\n<p>{CANARY}</p>", Rule.S205),
    ("<main>\n", "<main>\n<p></p>", Rule.S205),
    ("Byrådsmedlem", CANARY, Rule.S204),
    ("Ad 1)</span> Tekst", f"Ad 1)</span> Tekst {CANARY}", Rule.S204),
    ('<span class="number">Ad 1)</span>', f'<span class="number">{CANARY}</span>', Rule.S204),
    ("https://example.org/vejledning", f"https://example.org/{CANARY}", Rule.S204),
    ('href="#afsnit-1"', 'href="#afsnit-2"', Rule.S204),
    ('id="tabel-1"', 'id="tabel-9"', Rule.S204),
    ('alt="Hvid flade"', f'alt="{CANARY}"', Rule.S204),
    ("image/png;base64,i", "image/png;base64,j", Rule.S204),
    ("<ul>\n<li>\n<p>første", "<ol>\n<li>\n<p>første", Rule.S203),
    ("1.234", "1.243", Rule.S204),
    ('<tr class="total">', "<tr>", Rule.S204),
    ("<tbody>\n<tr>", '<tbody>\n<tr class="total">', Rule.S204),
    ('<td class="number">', "<td>", Rule.S204),
    ("<td>", '<td class="number">', Rule.S204),
    ('<th scope="col" class="number">', '<th scope="col">', Rule.S204),
    ("<strong>fed</strong>", "fed", Rule.S204),
    ("<strong>fed</strong>", "<em>fed</em>", Rule.S204),
    ("<em>kursiv ", "kursiv <em>", Rule.S204),
    ('<span lang="en-GB">tough love</span>', "tough love", Rule.S204),
    ('<ol start="7">', "<ol>", Rule.S204),
    ('<ol start="7">', '<ol start="8">', Rule.S204),
    ('<sup><a id="fodnotetegn-1"', '<sup><a id="fodnotetegn-2"', Rule.S202),
    ("<p>Det er:</p>", f"{CANARY}<p>Det er:</p>", Rule.S203),
    ("<p>Det er:</p>", f"<em>{CANARY}</em><p>Det er:</p>", Rule.S203),
    ("<p>Det er:</p>", "Det er:", Rule.S203),
    ('<td class="long"><p>Det er:', '<td class="number"><p>Det er:', Rule.S203),
    ("<p>Det er:</p>", f"<p>{CANARY}</p>", Rule.S204),
    ("<p>Det er:</p>", "<p>Det er:</p><p></p>", Rule.S205),
    ("<p>Bagefter.</p>", "", Rule.S205),
    ('<ol start="7">\n<li>\n<p>syvende', "<ol>\n<li>\n<p>syvende", Rule.S204),
    ("<p>syvende</p>", '<p class="banner">syvende</p>', Rule.S204),
    ("<ol>\n<li>\n<p>første</p>", "<ol>\n<li>\n<p></p><p>første</p>", Rule.S203),
    ("<p>syv</p>", "<p></p><p>syv</p>", Rule.S205),
    ("Opgjort pr. 8.", "Opgjort pr. 9.", Rule.S204),
    ('lang="en-GB"', f'lang="{CANARY}"', Rule.S202),
    (">↩</a>", f">{CANARY} ↩</a>", Rule.S203),
    (">↩</a>", f"><em>{CANARY}</em></a>", Rule.S203),
    (">↩</a>", "></a>", Rule.S203),
    ("fra note 1", f"fra note {CANARY}", Rule.S202),
]


@pytest.mark.parametrize(("old", "new", "rule"), SPOILT)
def test_a_spoilt_file_is_found_out(old: str, new: str, rule: Rule) -> None:
    spoilt = PAGE.replace(old.encode(), new.encode(), 1)
    assert spoilt != PAGE
    assert rule.name in codes(spoilt)


def test_every_rule_is_seen_broken() -> None:
    seen = {rule for _, _, rule in SPOILT} | {Rule.S206, Rule.S207}
    assert seen == set(Rule)


def test_what_is_confidential_must_be_marked_and_nothing_else() -> None:
    unmarked = PAGES[CONFIDENTIAL.edition].replace(b'<div class="confidential">', b"<div>")
    assert codes(unmarked, word=WORDS[CONFIDENTIAL.edition]) == ["S204"]
    opened = PAGE.replace(b"</h1>\n", b'</h1>\n<div class="confidential">\n')
    marked = opened.replace(b'<section role="doc-endnotes"', b'</div>\n<section role="doc-endnotes"')
    assert codes(marked) == ["S204"]


def test_the_edition_is_the_word_files() -> None:
    assert codes(PAGE.replace(b"<body>", b'<body class="confidential-edition">')) == ["S201"]
    assert "S201" in codes(PAGES[CONFIDENTIAL.edition])


@pytest.mark.parametrize(
    "trick",
    [
        "@import 'x';",
        "body { background: URL(x) }",
        "p::after { content: 'x' }",
        "p::after { content: open-quote }",
        "p { display : none }",
        "p { visibility: hidden }",
        "p { backgr\\6fund: red }",
        "</style><script>",
        "p { background: image-set('x' 1x) }",
    ],
)
def test_a_style_sheet_may_not_fetch_hide_or_add(trick: str) -> None:
    css = f"{CSS}\n{trick}"
    assert "S206" in codes(render_html(PUBLIC, css), css)


@pytest.mark.parametrize("word", [b"", b"PK\x03\x04", b"x" * 99])
def test_without_a_word_file_nothing_can_be_judged(word: bytes) -> None:
    assert codes(PAGE, word=word) == ["S207"]


def test_deep_nesting_is_refused() -> None:
    deep = b"<ul>\n<li>\n" * 40 + b"</li>\n</ul>" * 40
    assert codes(PAGE.replace(b"<main>\n", b"<main>\n" + deep, 1)) == ["S203"]


def test_bytes_that_are_no_text_are_refused() -> None:
    assert codes(PAGE.replace("Byrådsmedlem".encode(), b"\xff", 1)) == ["S202"]


def test_no_more_than_twenty_lines_are_named() -> None:
    spoilt = PAGE.replace("Række".encode(), CANARY.encode())
    findings = verify_page(spoilt, WORD, CSS, name="a.html")
    assert [finding.code for finding in findings] == ["S204"] * 20


def test_word_counts_its_headings_itself() -> None:
    nodes: tuple[Node, ...] = (
        Heading(1, "Ad 1)", "En", "afsnit-1", ORIGIN),
        Heading(2, "1.1", "Under", "afsnit-1-1", ORIGIN),
        Heading(1, "", "Uden", "", ORIGIN),
        Heading(1, "Ad 2)", "To", "afsnit-2", ORIGIN),
        Heading(2, "2.1", "Under", "afsnit-2-1", ORIGIN),
        para("a", LineBreak(), "b"),
    )
    document = replace(PUBLIC, parts=(Part(nodes),), footnotes=())
    assert codes(render_html(document, CSS), word=RENDERER.render(document)) == []
    wrong = replace(document, parts=(Part((Heading(1, "Ad 7)", "En", "afsnit-1", ORIGIN), *nodes[1:])),))
    assert codes(render_html(wrong, CSS), word=RENDERER.render(wrong)) == ["S204"]


def test_tables_in_a_row_are_the_same_in_both() -> None:
    table = Table((cell("a"),), ((cell("b"),),), ORIGIN)
    nodes = (table, table, BulletList(((para("x"), table, table),), ORIGIN), table, para("y"))
    document = replace(PUBLIC, parts=(Part(nodes),), footnotes=())
    word = RENDERER.render(document)
    assert codes(render_html(document, CSS), word=word) == []
    fewer = replace(document, parts=(Part(nodes[1:]),))
    assert "S205" in codes(render_html(fewer, CSS), word=word)


@given(st.data())
def test_no_change_of_the_body_passes(data: st.DataObject) -> None:
    """A letter more, a letter less or another letter somewhere between the tags of ``body``."""
    start = PAGE.index(b"<main>")
    shown = [match.span() for match in re.finditer(rb"<[^i][^>]*>|[^<>\n]+", PAGE[start:])]
    first, last = data.draw(st.sampled_from(shown))
    position = start + data.draw(st.integers(first, last - 1))
    letter = data.draw(st.sampled_from([b"", b"x", b"<", b">", b'"', b"&"]))
    behind = PAGE[position + data.draw(st.integers(0, 1)) :]
    spoilt = PAGE[:position] + letter + behind
    if spoilt != PAGE and not equal_looks(spoilt):
        assert codes(spoilt) != []


def equal_looks(spoilt: bytes) -> bool:
    """Whether only what leaves the look alone differs: where a cell may break a word, how a list says 7."""
    bare = re.compile(rb' class="long"|(?<= start=")0+')
    return bare.sub(b"", spoilt) == bare.sub(b"", PAGE)
