"""The record of an output folder."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerkit.model.result import Extent
from answerkit.publish.record import RECORD_NAME, Entry, Record, read_record, write_record

PUBLIC = Entry("ab" * 32, "cd" * 32, ("content/public/answers/å.yaml",), Extent(10, 2, 1))
CONFIDENTIAL = Entry("ef" * 32, "01" * 32, ("content/public/answers/a.yaml",))


def test_what_was_written_is_read(tmp_path: Path) -> None:
    record = Record({"a": PUBLIC, "b/c": CONFIDENTIAL})
    write_record(tmp_path, record, private=True)
    assert read_record(tmp_path) == record


def test_the_same_record_gives_the_same_bytes(tmp_path: Path) -> None:
    write_record(tmp_path, Record({"a": PUBLIC, "b": CONFIDENTIAL}), private=False)
    first = (tmp_path / RECORD_NAME).read_bytes()
    write_record(tmp_path, Record({"b": CONFIDENTIAL, "a": PUBLIC}), private=False)
    assert (tmp_path / RECORD_NAME).read_bytes() == first


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"version": 2, "answers": {}}',
        '{"version": 1}',
        '{"version": 1, "answers": []}',
        '{"version": 1, "answers": {"a": null}}',
        '{"version": 1, "answers": {"a": {"sha256": 1, "fingerprint": "x", "inputs": []}}}',
        "[" * 100_000,
        "\ud800",
    ],
)
def test_a_broken_record_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / RECORD_NAME).write_bytes(text.encode("utf-8", "surrogatepass"))
    assert read_record(tmp_path) == Record()


def test_no_record_and_no_file(tmp_path: Path) -> None:
    assert read_record(tmp_path / "missing") == Record()
    (tmp_path / RECORD_NAME).mkdir()
    assert read_record(tmp_path) == Record()


def test_a_broken_entry_does_not_hide_the_others(tmp_path: Path) -> None:
    write_record(tmp_path, Record({"a": PUBLIC}), private=False)
    path = tmp_path / RECORD_NAME
    path.write_text(path.read_text(encoding="utf-8").replace('"a":', '"b": 7, "a":'), encoding="utf-8")
    assert read_record(tmp_path) == Record({"a": PUBLIC})


@given(st.binary(max_size=200))
def test_any_bytes_are_read_without_complaint(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("record")
    (folder / RECORD_NAME).write_bytes(data)
    assert read_record(folder) == Record()
