import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerkit.prose.expressions import _plainly, _thoroughly, slot_prose
from answerkit.prose.slots import FigureSlot, ForeignSlot, LawSlot, RefSlot, TermSlot
from compose.samples import prose


@pytest.mark.parametrize(
    ("text", "kind", "name", "line", "column"),
    [
        ('a {{ figure("x") }}', FigureSlot, "x", 4, 8),
        ("a\nb {{law('y')}} c", LawSlot, "y", 5, 7),
        ('{{ term("MSB") }}', TermSlot, "MSB", 4, 6),
        ('Æ 😀 {{ ref( "s" ) }}', RefSlot, "s", 4, 10),
        ('{{ figure("x", unit=false) }}', FigureSlot, "x", 4, 6),
    ],
)
def test_each_function_becomes_a_slot_at_its_place(
    text: str, kind: type, name: str, line: int, column: int
) -> None:
    slotted = slot_prose(prose(text))
    (slot,) = slotted.slots
    assert isinstance(slot, kind)
    assert isinstance(slot, FigureSlot | LawSlot | TermSlot | RefSlot)
    assert (slot.id, slot.place.line, slot.place.column) == (name, line, column)
    assert slotted.problems == ()


PIECES = st.sampled_from(
    [
        *(
            '{{ figure("x") }}',
            "{{law('y')}}",
            '{{ term("M-S/B+") }}',
            "{{  ref('s')  }}",
            '{{ figure("x", unit=false) }}',
        ),
        *(
            "{",
            "}",
            "{{",
            "}}",
            "{%",
            "#}",
            "\n",
            " ",
            "a",
            "Æ",
            "'",
            '"',
            "{{ law('a b') }}",
            "{{ term('a\"b') }}",
        ),
    ]
)


@given(st.lists(PIECES, max_size=8).map("".join))
def test_the_quick_way_reads_as_the_lexer_does(text: str) -> None:
    quick, thorough = _plainly(prose(text)), _thoroughly(prose(text))
    assert quick is None or quick == thorough


def test_the_usual_way_of_writing_is_read_the_quick_way() -> None:
    assert _plainly(prose("a {{ figure(\"x\") }} b\n{{ law('y') }} {")) is not None


def test_words_of_another_language_become_a_slot_of_their_own() -> None:
    slotted = slot_prose(prose("a {{ foreign('en', \"tough love\") }}"))
    (slot,) = slotted.slots
    assert isinstance(slot, ForeignSlot)
    assert (slot.language, slot.text, slot.place.line, slot.place.column) == ("en", "tough love", 4, 8)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("{{ x.__class__.__mro__ }}", "AK402", 4, 6),
        ("{{ figure.__globals__ }}", "AK401", 4, 6),
        ("{{ figure('a').b }}", "AK401", 4, 6),
        ("{{ figure('a' ~ 'b') }}", "AK401", 4, 6),
        ("{{ figure('a') | upper }}", "AK401", 4, 6),
        ("{{ figure('a', unit=1) }}", "AK401", 4, 6),
        ("{{ figure('a', size=true) }}", "AK401", 4, 18),
        ("{{ law('a', unit=true) }}", "AK401", 4, 6),
        ("{{ figure(name) }}", "AK401", 4, 6),
        ("{{ foreign('en') }}", "AK401", 4, 6),
        ("{{ foreign('en', 'a', 'b') }}", "AK401", 4, 6),
        ("{{ foreign('en', '') }}", "AK401", 4, 20),
        ("{{ foreign('xx', 'a') }}", "AK409", 4, 14),
        ("{{ foreign('en', 'a\\'b') }}", "AK401", 4, 20),
        ("{{ figure('a\\'b') }}", "AK401", 4, 13),
        ("{{ 7 * 7 }}", "AK402", 4, 6),
        ("{{ }}", "AK402", 4, 3),
        ("{{ open('/etc/passwd') }}", "AK402", 4, 6),
        ("a\n  {% for x in y %}", "AK402", 5, 5),
        ("{% include 'front.md.j2' %}", "AK402", 4, 3),
        ("{# skjult #}", "AK402", 4, 3),
        ("{% raw %}x{% endraw %}", "AK402", 4, 3),
        ("a {{", "AK401", 4, 5),
        ("a }} b", "AK401", 4, 5),
        ("a %} b", "AK401", 4, 5),
        ("{{- term('x') }}", "AK401", 4, 3),
        ("{{ term('x') -}}", "AK401", 4, 16),
        ("{{ term('x }}", "AK401", 4, 11),
        ("x \ue0000\ue001", "AK111", 4, 5),
    ],
)
def test_anything_else_is_refused_at_its_place(text: str, code: str, line: int, column: int) -> None:
    slotted = slot_prose(prose(text))
    first = slotted.problems[0]
    assert (first.code.name, first.place.line, first.place.column) == (code, line, column)
    assert slotted.markdown == ""


def test_every_bad_expression_is_reported_at_once() -> None:
    slotted = slot_prose(prose("{{ a }} og {{ figure('x') }}\nog {% b %} og {{ c }}"))
    assert [(p.place.line, p.place.column, p.detail) for p in slotted.problems] == [
        (4, 6, "a"),
        (5, 6, "{%"),
        (5, 20, "c"),
    ]


def test_a_confidential_expression_is_refused_without_its_text() -> None:
    (found,) = slot_prose(prose("{{ hemmelig }}", confidential=True)).problems
    assert (found.code.name, found.detail, found.place.line) == ("AK402", "", 4)
    assert "hemmelig" not in found.message + found.hint


@given(st.text(alphabet=st.sampled_from("ab{}%#'\"()= \n\\figurelawtrm\ue000\ue001"), max_size=40))
def test_no_prose_makes_the_reader_fail(text: str) -> None:
    slotted = slot_prose(prose(text))
    assert slotted.problems or slotted.markdown.count("\ue000") == len(slotted.slots)
