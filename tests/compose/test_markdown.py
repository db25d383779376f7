from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerkit.model.content import Figure, Term
from answerkit.model.document import Paragraph, Table, Text
from compose.samples import (
    body,
    compose,
    document,
    dump,
    exact,
    figure,
    found,
    law,
    library,
    line,
    measurement,
    where,
)


def page(text: str) -> list[str]:
    """What the block's prose gives, a line per paragraph."""
    return dump(document(compose(text))).split("# Ad 1) Overskrift et #afsnit-1\n")[1].splitlines()


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("En.\nTo.", ["En. To."]),
        ("En.\n\nTo.", ["En.", "To."]),
        ("En.  \nTo.", ["En.⏎To."]),
        ("*a* **b** ***c***", ["/a/ *b* /*c*/"]),
        ("- a\n- b\n  - c\n\nx\n\n- d", ["- a", "- b", "  - c", "x", "- d"]),
        ("3. a\n4. b", ["3. a", "4. b"]),
        ("- a\n\n  b", ["- a", "  b"]),
        ("| a | b |\n|---|--:|\n| 1 | 2 |", ["[tabel 0  #]", "a | >b", "1 | >2", "[]"]),
        (
            "::: table\n- - a\n  - b\n- - *k*:\n    - i\n\n    efter\n  -\n- -\n  - 3. c\n    4. d\n:::",
            ["[tabel 0  #]", "a | b", "/k/: / - i / efter | ", " | 3. c / 4. d", "[]"],
        ),
        ("- a\n\n  ::: table\n  - - a\n  - - b\n  :::", ["- a", "  [tabel 0  #]", "  a", "  b", "  []"]),
        ("[x](https://example.dk/a&b)", ["x→https://example.dk/a&b"]),
        ("<https://example.dk>", ["https://example.dk→https://example.dk"]),
        ("[m](mailto:post@example.dk)", ["m→mailto:post@example.dk"]),
        ("a[^n] b[^n]\n\n[^n]: Note *k*.", ["a^1 b^2", "fodnote 1: Note /k/.", "fodnote 2: Note /k/."]),
        ("# Overskrift", ["##  Overskrift #"]),
        ("# A\n\n## B\n\n# C", ["##  A #", "###  B #", "##  C #"]),
        ("<tegn> &amp; 1 < b > 2", ["<tegn> & 1 < b > 2"]),
        ("1. januar 2022 og\n2. marts", ["1.\xa0januar 2022 og 2.\xa0marts"]),
        ("- 12. august 2021: a\n- b", ["- 12.\xa0august 2021: a", "- b"]),
        ("1. 2. maj", ["1. 2.\xa0maj"]),
        ("1. maj-fest\n2. b", ["1. maj-fest", "2. b"]),
        ("a[^n]\n\n[^n]: 1. april", ["a^1", "fodnote 1: 1.\xa0april"]),
        ("999. a\n1. b", ["999. a", "1000. b"]),
        ("2021\\. var", ["2021. var"]),
        (
            "::: table\n- - 3. maj\n  -\n- - - 4. juni\n  - b\n:::",
            ["[tabel 0  #]", "3.\xa0maj | ", "- 4.\xa0juni | b", "[]"],
        ),
        ("[x](javascript:alert(1))", ["[x](javascript:alert(1))"]),
        ("2 \\* 3", ["2 * 3"]),
    ],
)
def test_markdown_becomes_nodes(text: str, lines: list[str]) -> None:
    assert page(text) == lines


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("x\n\n![a](https://example.dk/b.png)", "AK404", 6),
        ("x\n\n---", "AK404", 6),
        ("```\nkode\n```", "AK404", 4),
        ("a `kode`", "AK404", 4),
        ("a `{{ law('x') }}`", "AK403", 4),
        ("x\n\n> citat", "AK404", 6),
        ("A\n: b", "AK404", 4),
        ("[x](http://example.dk)", "AK405", 4),
        ("[x](https://example.dk/?utm_source=a)", "AK405", 4),
        ("[x](https://navn@example.dk)", "AK405", 4),
        ("[x](andet.docx)", "AK405", 4),
        ("[x](https://example.dk/{{ law('x') }})", "AK403", 4),
        ('[x](https://example.dk "skjult")', "AK404", 4),
        ("# a {{ law('x') }}", "AK403", 4),
        ("# *a*", "AK404", 4),
        ("## for dybt", "AK408", 4),
        ("- - a", "AK410", 4),
        ("1. a\n2. - b", "AK410", 5),
        ("- a\n-\n- c", "AK410", 5),
        ("-\n  | a |\n  |---|\n  | b |", "AK410", 4),
        ("- # a", "AK410", 4),
        ("<b>x", "AK404", 4),
        ("a\n\nb<br>c", "AK404", 6),
        ("| a |\n|---|\n| b<BR/>c |", "AK404", 6),
        ("*a <!-- skjult -->*", "AK404", 4),
        ("::: tabel\n- - a\n- - b\n:::", "AK413", 4),
        ("x\n\n::: table Overskrift\n- - a\n- - b\n:::", "AK413", 6),
        ("::: table\n- - a\n- - b\n\nikke lukket", "AK413", 4),
        ("::: table\n- - a\n- - b\nikke lukket", "AK413", 4),
        ("::: table\n- - a\n- - b\n::", "AK413", 4),
        (":::: table\n- - a\n- - b\n:::", "AK413", 4),
        ("- x\n\n  ::: table\n  - - a\n  - - b\n\nikke lukket", "AK413", 6),
        ("| | |\n|---|---|\n| a | b |", "AK415", 4),
        ("::: table\n- -\n  -\n- - a\n  - b\n:::", "AK415", 4),
        ("2021. var et godt år", "AK416", 4),
        ("::: table\n- - a\n- - b\n\n    1000. c\n:::", "AK416", 8),
        ("::: table\n:::", "AK411", 4),
        ("::: table\n- - a\n- - b\n:::\n\n::: table\nx\n:::", "AK411", 10),
        ("::: table\n- - a\n- - b\n\nmere\n:::", "AK411", 8),
        ("::: table\nmere\n\n- - a\n- - b\n:::", "AK411", 5),
        ("::: table\n1. - a\n2. - b\n:::", "AK411", 5),
        ("::: table\n- - a\n:::", "AK411", 4),
        ("::: table\n- a\n- - b\n:::", "AK411", 5),
        ("::: table\n- - a\n  - b\n- - c\n:::", "AK411", 7),
        ("::: table\n- - a\n- - b\n- - c\n\n  d\n:::", "AK411", 7),
        ("::: table\n- - a\n- - b\n  - c\n:::", "AK411", 6),
        ("::: table\n- - a\n\n    b\n- - c\n:::", "AK412", 7),
        ("::: table\n- - - a\n- - c\n:::", "AK412", 5),
        ("::: table\n- - a\n- - - b\n    - - c\n:::", "AK412", 7),
        ("::: table\n- - a\n- - - b\n\n        c\n:::", "AK412", 6),
        ("::: table\n- - a\n- - # b\n:::", "AK412", 6),
        ("a[^1]", "AK407", 4),
        ("a\n\n[^1]: aldrig brugt", "AK407", 6),
        ("a[^1]\n\n[^1]: a\n\n    - b", "AK414", 8),
    ],
)
def test_what_a_document_cannot_hold_is_refused_at_its_line(text: str, code: str, at: int) -> None:
    composed = compose(text, library(laws=[law("x")]))
    assert (code, at) in [(name, row) for name, row, _ in found(composed)]
    assert composed.document is None


def test_all_problems_of_an_answer_come_at_once() -> None:
    composed = compose("a {{ figure('x') }} {{ law('y') }} {{ term('Z') }} {{ ref('w') }}\n\n---")
    assert [code for code, _, _ in found(composed)] == ["AK301"] * 4 + ["AK404"]


def test_a_missing_name_is_placed_and_the_nearest_is_named() -> None:
    known = library(figures=[figure("sager-i-alt", measurement(exact("7")))])
    (problem,) = compose("Der er {{ figure('sager-ialt') }}.", known).problems
    assert (problem.code.name, problem.place.column, problem.hint) == (
        "AK301",
        13,
        "mente du »sager-i-alt«?",
    )


def test_a_figure_later_than_the_answer_is_not_used() -> None:
    late = figure("x", measurement(exact("9"), date(2022, 1, 1)), measurement(exact("7"), date(2020, 1, 1)))
    assert "7\u00a0sager‹x›" in page_of("{{ figure('x') }}", late)
    only_late = figure("x", measurement(exact("9"), date(2022, 1, 1)))
    assert found(compose("{{ figure('x') }}", library(figures=[only_late]))) == [("AK308", 4, 6)]


def page_of(text: str, *figures: Figure) -> str:
    known = library(figures=figures)
    return dump(document(compose(text, known)))


def test_an_abbreviation_is_spelt_out_at_its_first_use_only() -> None:
    terms = [Term("ABC", "Alle Byens Cykler", where("t")), Term("XY", "", where("t"))]
    composed = compose("{{ term('ABC') }}, {{ term('ABC') }}, {{ term('XY') }}.", library(terms=terms))
    assert dump(document(composed)).endswith("Alle Byens Cykler (ABC), ABC, XY.\n")


def test_words_of_another_language_are_marked_as_such() -> None:
    (paragraph,) = body(compose("om {{ foreign('en', 'tough love') }} igen", library()))
    assert isinstance(paragraph, Paragraph)
    assert paragraph.children == (Text("om "), Text("tough love", language="en-GB"), Text(" igen"))


def test_a_law_is_linked_at_its_first_use_only() -> None:
    composed = compose("{{ law('x') }} og {{ law('x') }}", library(laws=[law("x")]))
    assert dump(document(composed)).endswith("x→https://example.dk/lov og x\n")


@pytest.mark.parametrize(
    "value",
    [
        "{{ 7 * 7 }}",
        "{% include 'front.md.j2' %}",
        "*a* [b](https://example.dk)",
        "<w:p/>",
        "# x",
        "- x",
        "]]>&amp;",
        "|",
    ],
)
def test_a_hostile_value_is_shown_as_text(value: str) -> None:
    hostile = replace(figure("x", measurement(exact("2"))), unit=value)
    (paragraph,) = body(compose("{{ figure('x') }}", library(figures=[hostile])))
    assert isinstance(paragraph, Paragraph)
    assert line(paragraph.children) == f"2\u00a0{value}‹x›"


@given(st.text(max_size=60).filter(lambda text: "\x00" not in text))
def test_no_value_can_become_markup(value: str) -> None:
    terms = [Term("T", value, where("t"))]
    (paragraph,) = body(compose("a *{{ term('T') }}*", library(terms=terms)))
    assert isinstance(paragraph, Paragraph)
    assert line(paragraph.children) == (f"a /{value} (T)/" if value else "a /T/")


@given(st.text(alphabet=st.sampled_from('ab *_-#[]()|`!<>^:1.\n\\"{}%'), max_size=60))
def test_any_prose_composes_or_says_why_not(text: str) -> None:
    composed = compose(text)
    assert (composed.document is None) == bool(composed.problems)


@given(
    st.lists(
        st.sampled_from(
            ["::: table", ":::", "- - ", "  - ", "    - ", "    1. ", "- ", "a", "b *k*", "", "    c"]
        )
        | st.sampled_from(
            ["- - a", "  - b", "  -", "- -", "    - c", "    3. d", "      - e", "# f", "[^1]"]
        ),
        max_size=14,
    )
)
def test_any_list_is_a_table_or_says_why_not(lines: list[str]) -> None:
    composed = compose("\n".join(["::: table", "- - a", *lines]))
    assert (composed.document is None) == bool(composed.problems)
    for node in body(composed) if composed.document else ():
        if isinstance(node, Table):
            assert {len(row) for row in node.rows} == {len(node.header)}
            assert all(len(cell.lines) <= 1 for cell in node.header)


def test_every_node_knows_its_block_and_line() -> None:
    nodes = body(compose("En.\n\n- to\n\n| a |\n|---|\n| b |"))
    assert [(node.origin.id, node.origin.place.line) for node in nodes] == [
        ("text/a", 4),
        ("text/a", 6),
        ("text/a", 8),
    ]
