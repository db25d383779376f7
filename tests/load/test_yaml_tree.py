"""What a YAML text is as a tree: types, places and caps, with libyaml and without it."""

from __future__ import annotations

import math
import re
from io import StringIO

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from answerkit.load import yaml_tree
from answerkit.load.fields import PROSE
from answerkit.load.nodes import CoreType, MappingNode, Node, ScalarNode, SequenceNode
from answerkit.load.yaml_tree import MAX_DEPTH, Tree, parse
from answerkit.model.codes import Code
from answerkit.model.content import Prose
from answerkit.model.problem import Place

FILE = Place("a.yaml")


@pytest.fixture(params=[yaml.CSafeLoader, yaml.SafeLoader], ids=["libyaml", "python"])
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_tree, "LOADER", request.param)


both_loaders = pytest.mark.usefixtures("_loader")


def _said(tree: Tree) -> list[str]:
    return [
        f"{item.place.line}:{item.place.column} {item.code.name} {item.detail}".rstrip()
        for item in tree.problems
    ]


def _value(text: str, key: str = "a") -> Node:
    root = parse(text, FILE).root
    assert isinstance(root, MappingNode)
    return next(pair.value for pair in root.pairs if pair.key.text == key)


def _prose(text: str) -> Prose:
    prose = PROSE.read(_value(text))
    assert isinstance(prose, Prose)
    return prose


def test_libyaml_is_used_where_there_is_one() -> None:
    assert yaml_tree.LOADER is yaml.CSafeLoader


# --- places


@both_loaders
@pytest.mark.parametrize(
    "text",
    [
        "a: |-\n  Første.\n  Anden §.\n\n    Fjerde.\n",
        "a: |\n  Første.\n  Anden §.\n",
        "a: |+ # note\n      Første.\n       Anden §.\n\n\n",
        "a: |2-\n    Første.\n   Anden §.\n",
        "a: |-\n\n  Første.\n  Anden §.\n",
        "a: |-\n   \n  \n   Første.\n   Anden §.\n",
        "😀: x\na: |-\n  😀 Første.\n  😀😀 Anden §.\n",
        "a:\n  |-\n  Første.\n  Anden §.\n",
        "b:\n  - c: d\na: |-\n Første.\n Anden §.",
        "a: Anden §.\n",
        'a: "Anden §."\n',
        "a: 'Anden §.'\n",
    ],
)
def test_each_character_of_prose_has_its_place(text: str) -> None:
    prose = _prose(text)
    source = text.split("\n")
    for number, line in enumerate(prose.text.split("\n"), start=1):
        for column, character in enumerate(line, start=1):
            place = prose.place(number, column)
            assert source[place.line - 1][place.column - 1] == character


@both_loaders
@pytest.mark.parametrize(
    "text",
    [
        "a: >-\n  Første\n  anden.\n",
        "a: Første\n  anden.\n",
        'a: "Første\n  anden."\n',
        "a: 'Peters'' hus'\n",
        'a: "\\u00e6ble"\n',
    ],
)
def test_folded_and_escaped_prose_has_one_place(text: str) -> None:
    prose = _prose(text)
    assert {prose.place(1), prose.place(1, 5), prose.place(2, 3)} == {prose.start}
    assert prose.start.line == 1


def test_an_empty_block_is_no_prose() -> None:
    assert not isinstance(PROSE.read(_value("a: |-\nb: x\n")), Prose)


@both_loaders
def test_keys_and_values_have_places() -> None:
    root = parse("a: 'x'\nb:\n  - y\n  - {c: z}\n", FILE).root
    assert isinstance(root, MappingNode)
    assert [pair.key.place for pair in root.pairs] == [Place("a.yaml", 1, 1), Place("a.yaml", 2, 1)]
    assert [pair.value.place for pair in root.pairs] == [Place("a.yaml", 1, 4), Place("a.yaml", 3, 3)]
    items = root.pairs[1].value
    assert isinstance(items, SequenceNode)
    assert [item.place for item in items.items] == [Place("a.yaml", 3, 5), Place("a.yaml", 4, 5)]


# --- types


def _core_type(value: object) -> CoreType:
    match value:
        case None:
            return CoreType.NULL
        case bool():
            return CoreType.BOOLEAN
        case int() | float():
            return CoreType.NUMBER
        case _:
            return CoreType.TEXT


def _ruamel(text: str) -> object:
    return YAML(typ="safe", pure=True).load(StringIO(text))["a"]


WORDS = """
null Null NULL ~ nULL true True TRUE tRUE false False FALSE yes no on off y n Yes NO On OFF
0 1 -1 +1 007 0101671234 00 08 0o17 0o8 0x1F 0xg 0b1 1_000 1,5 1.5 .5 5. 1. -.5 +.5 1e3 1E-3 1.e3 .5e3 1e e3
.inf -.inf +.inf .Inf .INF .iNF .nan .NaN .NAN .nAN -.nan 12:30 12:30:45 1.2.3 2021-11-08 190:20:30.15
1-2 -x --1 +-1 0x 0o . .. 1.5.5 1e3.5 0.0 -0 -0.0 1x x1 ½ ٣ 1٣ 10e 10e+ 10e+5
"""
PLAIN = WORDS.split()


BEYOND_RUAMEL = {"0b1": CoreType.TEXT, "1_000": CoreType.TEXT, ".5e3": CoreType.NUMBER}
"""Where ruamel.yaml departs from the core schema (YAML 1.2.2, section 10.3.2) and the loader does not."""


@pytest.mark.parametrize("text", [text for text in PLAIN if text not in BEYOND_RUAMEL])
def test_a_plain_scalar_has_the_type_of_yaml_1_2(text: str) -> None:
    node = _value(f"a: {text}\n")
    assert isinstance(node, ScalarNode)
    if text.isascii() and text.isdigit() and text.startswith("0") and text != "0":
        assert node.core_type is CoreType.TEXT, "the one deviation: a leading zero is never a number"
    else:
        assert node.core_type is _core_type(_ruamel(f"a: {text}\n"))


@pytest.mark.parametrize(("text", "expected"), BEYOND_RUAMEL.items())
def test_a_plain_scalar_follows_the_schema_rather_than_ruamel(text: str, expected: CoreType) -> None:
    node = _value(f"a: {text}\n")
    assert isinstance(node, ScalarNode)
    assert node.core_type is expected


@given(st.text("0123456789+-.eExoXnulNULtrTRafsFSiI~ac", max_size=6))
def test_any_plain_scalar_has_the_type_of_yaml_1_2(text: str) -> None:
    document = f"a: {text}\n"
    tree = parse(document, FILE)
    if tree.problems:
        return
    node = _value(document)
    if not isinstance(node, ScalarNode) or re.fullmatch(r"0[0-9]+|[-+]?\.[0-9]+[eE].*", node.text):
        return
    assert node.core_type is _core_type(_ruamel(document))


@given(
    st.text(st.characters(min_codepoint=32, max_codepoint=0x24F, exclude_characters="\x7f\xad"), max_size=20)
)
def test_any_line_reads_as_ruamel_reads_it(text: str) -> None:
    for document in (f'a: "{text}"\n', f"a: '{text}'\n", f"a: |-\n  {text}\n", f"a: {text}\n"):
        tree = parse(document, FILE)
        if not tree.problems and isinstance(node := _value(document), ScalarNode):
            expected = _ruamel(document)
            if node.core_type is CoreType.TEXT and not isinstance(expected, (int, float)):
                assert node.text == str(expected)


def test_quotes_and_blocks_make_text_of_anything() -> None:
    for text in ('"5"', "'true'", "|-\n  null", ">-\n  1.5"):
        node = _value(f"a: {text}\n")
        assert isinstance(node, ScalarNode)
        assert node.core_type is CoreType.TEXT


def test_infinity_is_a_number_to_ruamel_too() -> None:
    assert _ruamel("a: .inf\n") == math.inf


# --- caps and hostile files


@both_loaders
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1), []),
        ("a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH, ["1:35 AK104"]),
        ("a: " + "[" * 500, ["1:35 AK104"]),
        ("a: " + "{b: " * 500, ["1:125 AK104"]),
        ("- " * 500 + "x", ["1:65 AK104"]),
        ("? " * 500 + "x", ["1:65 AK104"]),
    ],
)
def test_depth_is_capped(text: str, found: list[str]) -> None:
    assert _said(parse(text, FILE)) == found


def test_the_number_of_values_is_capped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_tree, "MAX_NODES", 100)
    text = "[{b: c}, " + "x," * 96
    assert _said(parse(f"{text}]", FILE)) == []
    assert _said(parse(f"{text}x]", FILE)) == [f"1:{len(text) + 1} AK104"]


@both_loaders
def test_a_bomb_of_aliases_is_never_expanded() -> None:
    lines = ["a0: &a0 [x, x, x]"]
    lines += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]" for n in range(1, 10)]
    tree = parse("\n".join(lines), FILE)
    assert len(tree.problems) == 10 + 27
    assert {item.code for item in tree.problems} == {Code.AK109}


@both_loaders
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ["0:0 AK102"]),
        ("# kun en note\n", ["0:0 AK102"]),
        ("a: 1\na: 2\na: 3\n", ["2:1 AK108 a", "3:1 AK108 a"]),
        ("{a: 1, 'a': 2}", ["1:8 AK108 a"]),
        ("a: *b\n", ["1:4 AK109"]),
        ("a: !!python/object:os.system x\n", ["1:4 AK109"]),
        ("a: !!binary aGVq\n", ["1:4 AK109"]),
        ("<<: x\n'<<': y\n", ["1:1 AK109"]),
        ("a: 1\n---\nb: 2\n", ["2:1 AK107 mere end ét dokument"]),
        ("%TAG ! x\n---\na: 1\n", ["1:1 AK107 linjer, der begynder med %, bruges ikke"]),
        ("[a]: b\n", ["1:1 AK107 en nøgle skal være tekst"]),
        ("a: b: c\n", ["1:5 AK107 uventet kolon"]),
        ("a: 1\n b: 2\n", ["2:3 AK107 uventet kolon"]),
        ("a: - b\n", ["1:4 AK107 uventet bindestreg"]),
        ('a: "b\nc: d\n', ["1:4 AK107 anførselstegnet bliver ikke lukket"]),
        ('a: "b\n---\n', ["1:4 AK107 anførselstegnet bliver ikke lukket"]),
        ("a: `b`\n", ["1:4 AK107 værdien begynder med et særligt tegn"]),
        ("a: 'x'\nb c d\ne: f\n", ["2:1 AK107 der mangler et kolon"]),
        ("a: [b, c\n", ["1:4 AK107 parentesen bliver ikke lukket"]),
        ("a: {b: c\n", ["1:4 AK107 parentesen bliver ikke lukket"]),
        ("a: !b!c d\n", ["1:4 AK109"]),
        ("a: 'b' c\n", ["1:8 AK107"]),
    ],
)
def test_what_yaml_allows_and_content_does_not(text: str, found: list[str]) -> None:
    assert _said(parse(text, FILE)) == found


@both_loaders
@pytest.mark.parametrize(
    "escape", ["\\q", "\\ud800", "\\UFFFFFFFF", "\\U00110000", "\\x1", "\\0", "\\e", "\\u200b"]
)
def test_an_escape_that_is_no_character_or_a_hidden_one(escape: str) -> None:
    codes = {item.code for item in parse(f'a: "x{escape}"\n', FILE).problems}
    assert codes
    assert codes <= {Code.AK107, Code.AK111}


@both_loaders
def test_no_message_quotes_the_file() -> None:
    for text in (
        "hemmelig: *hemmelig",
        "hemmelig: @hemmelig",
        "a: 'x' hemmelig",
        "a: !hemmelig!b c",
        'a: "\\hemmelig"',
    ):
        tree = parse(text, Place("a.yaml", confidential=True))
        assert tree.problems
        assert "hemmelig" not in repr(tree.problems)


@given(st.text(max_size=60))
def test_any_text_is_a_tree_or_a_problem(text: str) -> None:
    tree = parse(text.encode("utf-8", "replace").decode(), FILE)
    assert tree.root is not None or tree.problems


@given(st.text("ab:- \n[]{}'\"|>&*!#?,%@\\", max_size=40))
def test_any_punctuation_is_a_tree_or_a_problem(text: str) -> None:
    tree = parse(text, FILE)
    assert tree.root is not None or tree.problems
