import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from answerkit.render.markup import IllegalCharacterError, Xml, document, element, fragment, text

LEGAL = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
    | st.sampled_from("\t\n\r&<>\"'")
)


@pytest.mark.parametrize(
    ("characters", "expected"),
    [
        ("", ""),
        ("almindelig tekst – æøå €😀", "almindelig tekst – æøå €😀"),
        ("a & b", "a &amp; b"),
        ("<b>", "&lt;b&gt;"),
        ("&amp;", "&amp;amp;"),
        ("]]>", "]]&gt;"),
        ("a\rb", "a&#13;b"),
        ("a\tb\n", "a\tb\n"),
        ("\"'", "\"'"),
    ],
)
def test_text_is_escaped(characters: str, expected: str) -> None:
    assert text(characters) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [('a"b', "a&quot;b"), ("a\nb\tc\rd", "a&#10;b&#9;c&#13;d"), ("<&>", "&lt;&amp;&gt;"), ("'", "'")],
)
def test_attributes_are_escaped(value: str, expected: str) -> None:
    assert element("a", {"b": value}) == f'<a b="{expected}"/>'


@pytest.mark.parametrize(
    "character", ["\0", "\x01", "\x08", "\x0b", "\x0c", "\x1f", "\ud800", "\ufffe", "\uffff"]
)
def test_what_xml_cannot_hold_does_not_pass(character: str) -> None:
    with pytest.raises(IllegalCharacterError) as caught:
        text(f"hemmeligt{character}")
    assert "hemmeligt" not in str(caught.value)
    with pytest.raises(IllegalCharacterError):
        element("a", {"b": character})


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (element("a"), "<a/>"),
        (element("a", None, Xml("")), "<a/>"),
        (element("a", {"y": "1", "b": "2"}), '<a y="1" b="2"/>'),
        (element("a", {"b": "1"}, element("c"), text("d")), '<a b="1"><c/>d</a>'),
        (fragment((element("a"), element("b"))), "<a/><b/>"),
        (fragment(()), ""),
    ],
)
def test_elements_keep_their_order(made: Xml, expected: str) -> None:
    assert made == expected


@given(LEGAL, LEGAL)
def test_a_parser_reads_back_what_was_written(content: str, attribute: str) -> None:
    root = etree.fromstring(document(element("a", {"b": attribute}, text(content))))
    assert (root.text or "", root.get("b")) == (content, attribute)
