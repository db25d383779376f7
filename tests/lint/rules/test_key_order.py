import re
from collections.abc import Callable
from pathlib import Path

import pytest

from answerkit.lint.rules.key_order import key_order
from answerkit.load.answers import read_answer
from answerkit.load.blocks import read_block
from answerkit.load.figures import read_figure
from answerkit.load.fillings import read_overlay
from answerkit.load.nodes import MappingNode
from answerkit.load.record import Record
from answerkit.load.registers import read_ground, read_law, read_term
from answerkit.model.keys import COLLECTIONS, sorted_keys
from answerkit.model.problem import Place
from lint.tiny import (
    PARAGRAPH_27,
    WITHHELD,
    Files,
    answer,
    block,
    figure,
    found,
    law,
    overlay,
    subject,
    table,
    term,
)

USED = figure("a", "2024-01-01 9")


def _swapped(files: Files, one: str, other: str) -> Files:
    """The files with two neighbouring lines in each other's place."""
    swapped = {
        name: re.sub(
            rf"^( *(?:- )?){one}(:.*)\n( *){other}(:.*)$",
            rf"\1{other}\4\n\3{one}\2",
            text,
            count=1,
            flags=re.MULTILINE,
        )
        for name, text in files.items()
    }
    assert swapped != files
    return swapped


QUESTION = "- text: Hvad?\n      id: a\n      answered_in: [arbejdet]\n"
SECTION = "  - heading: Mere\n    id: mere\n    content:\n      - block: text/a\n"
TABLE = "- id: tabel\n  table: [a]\n  caption: Tabel"
RECEIVED = answer(enquiry="  received: 2024-04-30\n")

FOUND: dict[str, tuple[list[Files], str]] = {
    "a block": ([_swapped(block(), "id", "classification")], "blocks/text/a:2 id"),
    "a law": ([_swapped(law("x"), "short", "title")], "laws/x:4 short"),
    "a term": ([_swapped(term("X", "Y"), "classification", "expansion")], "terms/X:3 classification"),
    "a figure": ([_swapped(USED, "counts", "owner")], "figures/a:7 counts"),
    "a measurement": ([_swapped(USED, "as_of", "value")], "figures/a:10 as_of"),
    "an answer": ([block(), _swapped(answer(), "title", "department")], "answers/svar:4 title"),
    "an enquiry": ([block(), _swapped(RECEIVED, "asker", "received")], "answers/svar:8 asker"),
    "a question": ([block(), answer(questions=QUESTION)], "answers/svar:12 id"),
    "a section": ([block(), answer(sections=SECTION)], "answers/svar:20 id"),
    "a table": ([USED, answer(TABLE)], "answers/svar:19 table"),
}


@pytest.mark.parametrize("case", FOUND)
def test_found(case: str, tmp_path: Path) -> None:
    files, expected = FOUND[case]
    assert found(key_order, subject(tmp_path, files)) == [expected]


def test_the_right_order_is_left_alone(tmp_path: Path) -> None:
    framework = block("framework/a", extra="laws: [x]\nowner: A\nreviewed: 2024-01-01\nnote: N\n")
    told = answer(f"- block: framework/a\n{table('a', total='a')}", sections=WITHHELD, extra="note: N\n")
    public = [USED, law("x"), term("X"), PARAGRAPH_27, framework, told]
    assert found(key_order, subject(tmp_path, public, [overlay(content=table("a", name="b"))])) == []


def test_a_confidential_file_is_judged_without_its_keys(tmp_path: Path) -> None:
    public = [PARAGRAPH_27, answer("", sections=WITHHELD)]
    closed = _swapped(overlay(), "sample", "extends")
    assert found(key_order, subject(tmp_path, public, [closed])) == ["!overlays/svar:4"]


def test_with_answers_named_what_they_use_is_judged(tmp_path: Path) -> None:
    files = [_swapped(block(), "id", "classification"), law("x"), answer(), answer("", name="andet")]
    assert len(found(key_order, subject(tmp_path / "a", files, only=("svar",)))) == 1
    assert found(key_order, subject(tmp_path / "b", files, only=("andet",))) == []


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("id classification title text", "id classification title text"),
        ("title id text classification", "id classification title text"),
        ("id egen classification", "id egen classification"),
        ("title egen id", "id title egen"),
        ("egen text id", "egen id text"),
    ],
)
def test_a_key_without_a_place_stays_behind_its_neighbour(keys: str, expected: str) -> None:
    assert " ".join(sorted_keys(keys.split(), COLLECTIONS["blocks"])) == expected


READERS = {
    "figures": read_figure,
    "laws": read_law,
    "grounds": read_ground,
    "terms": read_term,
    "answers": read_answer,
    "overlays": read_overlay,
}


@pytest.mark.parametrize("collection", READERS)
def test_every_key_that_is_read_has_its_place(collection: str) -> None:
    assert _asked(READERS[collection], "a") <= {*COLLECTIONS[collection], "id", "classification"}


def test_every_key_of_a_block_has_its_place() -> None:
    assert _asked(read_block, "framework/a") <= set(COLLECTIONS["blocks"])


def _asked(read: Callable[[Record], object], name: str) -> set[str]:
    record = Record(MappingNode((), Place("a.yaml")), [], name)
    read(record)
    return set(record._asked)  # noqa: SLF001 - what readers ask for stands nowhere else
