"""Any text in any field comes back as it is, or as a problem; never as an exception."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerkit.model.content import Library
from load.projects import BLOCK, SOUND, TERM, Project, sound_project

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    [
        "no",
        "null",
        "~",
        "1e3",
        "0101671234",
        " x",
        "x ",
        "a: b",
        "# x",
        "- x",
        "&a",
        "*a",
        "!x",
        "{{ x }}",
        "<<",
        "'",
        '"',
    ]
)
FIELDS = st.sampled_from(
    [
        (name, line)
        for name, text in SOUND.items()
        for line in text.splitlines()
        if ": " in line and "{" not in line
    ]
)


@pytest.fixture(scope="module")
def project() -> Iterator[Project]:
    with TemporaryDirectory() as folder:
        yield sound_project(Path(folder))


def _loaded(project: Project, name: str, text: str) -> tuple[Library, int]:
    """The library and the number of problems when a file of the sound project says something else."""
    project.write(name, text)
    public, confidential = project.public(), project.confidential()
    project.write(name, SOUND[name])
    return public.library, len(public.problems) + len(confidential.problems)


@given(TEXT)
@settings(max_examples=60)
def test_a_line_comes_back_or_is_refused(project: Project, line: str) -> None:
    text = f"id: MSB\nclassification: public\nexpansion: {json.dumps(line, ensure_ascii=False)}\n"
    library, problems = _loaded(project, TERM, text)
    assert problems or library.terms["MSB"].expansion == line


@given(TEXT)
@settings(max_examples=60)
def test_prose_comes_back_or_is_refused(project: Project, prose: str) -> None:
    indented = prose.replace("\n", "\n  ")
    text = f"id: measure/tus\nclassification: public\ntitle: A\ntext: |2-\n  {indented}\n"
    library, problems = _loaded(project, BLOCK, text)
    lines = prose.replace("\r\n", "\n").replace("\r", "\n")  # YAML 1.2, 5.4: each of them ends a line
    assert problems or library.blocks["measure/tus"].text.text == lines.rstrip("\n")


@given(FIELDS, TEXT)
@settings(max_examples=60)
def test_any_value_in_any_field_is_read_or_refused(
    project: Project, field: tuple[str, str], value: str
) -> None:
    name, line = field
    library, problems = _loaded(
        project, name, SOUND[name].replace(line, f"{line.partition(': ')[0]}: {value}")
    )
    assert problems or library.answers


@given(st.binary(max_size=60))
@settings(max_examples=60)
def test_any_bytes_are_a_problem(project: Project, data: bytes) -> None:
    project.write(TERM, data)
    problems = project.public().problems
    project.write(TERM, SOUND[TERM])
    assert problems
