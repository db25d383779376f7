"""Records come out of a memory as they went in, whatever they hold; and nothing else does."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerkit.load.public import load_public
from answerkit.load.remembered import RememberedRecords
from answerkit.model.content import (
    Answer,
    Answered,
    Below,
    Block,
    BlockItem,
    BlockKind,
    ChartItem,
    Counted,
    Declined,
    Deferred,
    Enquiry,
    Exact,
    Figure,
    Ground,
    Law,
    Measurement,
    PictureItem,
    Prose,
    Question,
    Range,
    Section,
    TableItem,
    Term,
    Withheld,
)
from answerkit.model.problem import Place

HOUSE = Path(__file__).resolve().parents[2]
FILE = Place("content/public/x.yaml")
AnyRecord: TypeAlias = Answer | Block | Figure | Ground | Law | Term

texts = st.text()
days = st.dates()
names = st.lists(texts, max_size=3).map(tuple)
numbers = st.decimals(allow_nan=False, allow_infinity=False)
places = st.builds(Place, st.just(FILE.file), st.integers(0, 99), st.integers(0, 99))
keys = st.one_of(texts, st.tuples(texts, st.integers(0, 9)))
wheres = st.dictionaries(keys, places, min_size=1, max_size=4)
prose = st.builds(Prose, texts, places, st.integers(0, 9), st.booleans())
values = st.one_of(
    st.builds(Exact, numbers), st.builds(Range, numbers, numbers), st.builds(Below, st.integers(0, 9))
)
items = st.one_of(
    st.builds(BlockItem, texts, wheres),
    st.builds(TableItem, texts, texts, names, wheres, texts),
    st.builds(PictureItem, texts, wheres),
    st.builds(ChartItem, texts, texts, names, wheres),
)
sections = st.recursive(
    st.builds(Section, texts, texts, wheres, st.lists(items, max_size=2).map(tuple)),
    lambda inner: st.builds(
        Section,
        texts,
        texts,
        wheres,
        sections=st.lists(inner, max_size=2).map(tuple),
        withheld=st.none() | st.builds(Withheld, names, wheres),
    ),
    max_leaves=3,
)
outcomes = st.one_of(st.builds(Answered, names), st.builds(Deferred, texts), st.builds(Declined, texts))
questions = st.lists(st.builds(Question, texts, texts, outcomes, wheres), max_size=2).map(tuple)
enquiries = st.builds(Enquiry, texts, prose, questions, wheres, st.none() | days, st.none() | days)
measured = st.builds(
    Measurement, values, st.booleans(), days, texts, wheres, st.none() | days, st.none() | days, texts
)
kinds, counted = st.sampled_from(BlockKind), st.sampled_from(Counted)
records = st.one_of(
    st.builds(
        Block, texts, st.sampled_from(BlockKind), texts, prose, wheres, names, review_by=st.none() | days
    ),
    st.builds(
        Figure,
        *[texts] * 5,
        st.sampled_from(Counted),
        texts,
        st.lists(measured, max_size=2).map(tuple),
        wheres,
    ),
    st.builds(Law, *[texts] * 5, days, texts, texts, wheres, st.none() | days, names),
    st.builds(Ground, texts, texts, texts, st.booleans(), texts, texts, wheres),
    st.builds(Term, texts, texts, wheres),
    st.builds(
        Answer,
        *[texts] * 3,
        days,
        enquiries,
        st.lists(sections, max_size=2).map(tuple),
        wheres,
        pins=st.dictionaries(texts, days, max_size=2),
        coverage=st.booleans(),
    ),
)


class Kept:
    """A memory that lasts as long as a test."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}

    def recall(self, key: str) -> str | None:
        return self.texts.get(key)

    def keep(self, key: str, text: str) -> None:
        self.texts[key] = text


@given(records)
def test_a_record_comes_back_as_it_was(record: AnyRecord) -> None:
    memory = Kept()
    known: RememberedRecords[AnyRecord] = RememberedRecords(type(record), memory)
    known.keep(record, "digest")
    found = known.find(record.id, "digest", FILE)
    assert found == record
    assert known.find(f"{record.id}x", "digest", FILE) is None
    assert known.find(record.id, "other", FILE) is None


@given(records)
def test_nothing_of_a_confidential_file_is_kept(
    record: AnyRecord,
) -> None:
    memory = Kept()
    where = {**record.where, "": Place(FILE.file, 1, 1, confidential=True)}
    known: RememberedRecords[AnyRecord] = RememberedRecords(type(record), memory)
    known.keep(replace(record, where=where), "digest")
    assert memory.texts == {}


def test_a_whole_project_is_the_same_from_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(HOUSE / "content" / "public", tmp_path / "content" / "public")
    root, memory = tmp_path / "content" / "public", Kept()
    read = load_public(root, tmp_path, memory)
    monkeypatch.setattr("answerkit.load.shelf.read_yaml", _only_assets)
    assert load_public(root, tmp_path, memory) == read
    assert {key.partition(" ")[0] for key in memory.texts} == {
        *("Answer", "Block", "Figure", "Ground", "Law", "Term")
    }


def _only_assets(root: object, found: object, data: object) -> object:
    from answerkit.load.reading import read_yaml  # noqa: PLC0415 - the real one

    assert "assets/" in getattr(found, "name", "")
    return read_yaml(root, found, data)  # type: ignore[arg-type] # as they came


@given(
    st.text(), st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=20)
)
def test_what_makes_no_sense_is_no_record(name: str, stored: object) -> None:
    memory = Kept()
    for kind in (Answer, Block, Figure, Ground, Law, Term):
        memory.texts[f"{kind.__name__} digest {name}"] = json.dumps([name, stored])
        known: RememberedRecords[AnyRecord] = RememberedRecords(kind, memory)
        assert known.find(name, "digest", FILE) is None


def test_a_text_that_is_too_deep_is_no_record() -> None:
    memory = Kept()
    memory.texts["Block digest text/a"] = "[" * 100_000
    assert RememberedRecords(Block, memory).find("text/a", "digest", FILE) is None
