"""Changes to a file leave every other character as it is, which a second YAML reader confirms."""

from __future__ import annotations

import io
import re
from difflib import ndiff

import pytest
from ruamel.yaml import YAML

from answerkit.load.editing import Rewrite, reordered, rewritten
from answerkit.model.content import Prose
from answerkit.model.problem import Place

FILE = """\
# Øverst i filen.
id: text/a          # id
classification: public

title: 'Et  to'
# Om teksten.
text: |-
  Første  linje.

  # En overskrift  her

  Sidste  linje.
"""


def _changes(before: str, after: str) -> list[str]:
    lines = ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[0] in "+-"]


def _loaded(text: str) -> object:
    return YAML(typ="safe", pure=True).load(io.StringIO(text))


def _comments(text: str) -> list[str]:
    return sorted(re.findall(r"(?:^| )# .*", text, re.MULTILINE))


def _literal(text: str) -> Prose:
    return Prose(text, Place("a", 8, 3), indent=2)


LITERAL = "Første  linje.\n\n# En overskrift  her\n\nSidste  linje."


def test_a_literal_block_changes_in_its_lines_alone() -> None:
    after = rewritten(FILE, [Rewrite(_literal(LITERAL), LITERAL.replace("  ", " "))])
    assert _changes(FILE, after) == [
        "-   Første  linje.",
        "+   Første linje.",
        "-   # En overskrift  her",
        "+   # En overskrift her",
        "-   Sidste  linje.",
        "+   Sidste linje.",
    ]


def test_a_value_in_quotes_keeps_them() -> None:
    after = rewritten(FILE, [Rewrite(Prose("Et  to", Place("a", 5, 8), exact=False), "Et to")])
    assert _changes(FILE, after) == ["- title: 'Et  to'", "+ title: 'Et to'"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ('title: "a\\u00a0  b"\n', "a\u00a0  b", "a\u00a0 b"),
        ("title: a\n  b  c\n", "a b  c", "a b c"),
        ("title: >-\n  a\n  b  c\n", "a b  c", "a b c"),
        ("title: 'it''s  me'\n", "it's  me", "it's me"),
        ("title: anden\n", "Et  to", "Et to"),
    ],
)
def test_a_value_that_does_not_stand_there_as_it_is_stays(file: str, old: str, new: str) -> None:
    assert rewritten(file, [Rewrite(Prose(old, Place("a", 1, 8), exact=False), new)]) == file


def test_a_change_that_would_say_something_else_is_not_made() -> None:
    file = "title: a  b\nnote: x\n"
    rewrite = Rewrite(Prose("a  b", Place("a", 1, 8), exact=False), "a # b")
    assert rewritten(file, [rewrite]) == file


UNORDERED = """\
# Øverst i filen.
classification: public
# Om id.
id: text/a  # selve id

# Om teksten, i to
# linjer.
text: |-
  Første linje.

  # Ingen kommentar

title: 'Titel'
owner: A
# Nederst i filen.
"""
ORDERED = """\
# Øverst i filen.
# Om id.
id: text/a  # selve id

classification: public
title: 'Titel'
owner: A
# Om teksten, i to
# linjer.
text: |-
  Første linje.

  # Ingen kommentar

# Nederst i filen.
"""


def test_keys_are_put_in_order_with_their_comments() -> None:
    assert reordered(UNORDERED, "blocks").replace("\n\n", "\n") == ORDERED.replace("\n\n", "\n")


def test_every_line_is_kept() -> None:
    after = reordered(UNORDERED, "blocks")
    assert sorted(after.splitlines()) == sorted(UNORDERED.splitlines())


def test_what_is_in_order_stays() -> None:
    after = reordered(UNORDERED, "blocks")
    assert reordered(after, "blocks") == after


NESTED = {
    "a measurement": (
        "figures",
        "values:\n  - value: 5\n    # om dagen\n    as_of: 2024-01-01\n  - as_of: 2023-01-01\n    value: 4\n",
        "values:\n    # om dagen\n  - as_of: 2024-01-01\n    value: 5\n  - as_of: 2023-01-01\n    value: 4\n",
    ),
    "an enquiry and its questions": (
        "answers",
        "enquiry:\n  background: |-\n    Tekst.\n  asker: A\n  questions:\n    - text: Hvad?\n      id: a\n",
        "enquiry:\n  asker: A\n  background: |-\n    Tekst.\n  questions:\n    - id: a\n      text: Hvad?\n",
    ),
    "sections in sections": (
        "answers",
        "sections:\n  - id: a\n    sections:\n      - heading: B\n        id: b\n    heading: A\n",
        "sections:\n  - id: a\n    heading: A\n    sections:\n      - id: b\n        heading: B\n",
    ),
    "a list that is not indented": (
        "overlays",
        "recipients:\n  - A\nid: a\nsections:\n  - text: |-\n      T\n    fills: a\n",
        "id: a\nrecipients:\n  - A\nsections:\n  - fills: a\n    text: |-\n      T\n",
    ),
}
ALONE = {
    "in braces": ("figures", "id: a\nvalues: [{value: 5, as_of: 2024-01-01}]\n"),
    "half in braces": ("figures", "{classification: public,\nid: a}\n"),
    "a key of nobody": ("terms", "id: a\negen: 1\nclassification: public\n"),
    "pins": ("answers", "id: a\npins:\n  b: 2024-01-01\n  a: 2024-01-01\n"),
}


@pytest.mark.parametrize("case", NESTED)
def test_nested_keys_are_put_in_order(case: str) -> None:
    collection, before, after = NESTED[case]
    assert reordered(before, collection) == after


@pytest.mark.parametrize("case", ALONE)
def test_left_alone(case: str) -> None:
    collection, text = ALONE[case]
    assert reordered(text, collection) == text


@pytest.mark.parametrize("text", [UNORDERED, *(before for _, before, _ in NESTED.values())])
@pytest.mark.parametrize("collection", ["blocks", "figures", "answers", "overlays"])
def test_another_reader_reads_the_same_and_finds_all_comments(text: str, collection: str) -> None:
    after = reordered(text, collection)
    assert _loaded(after) == _loaded(text)
    assert _comments(after) == _comments(text)


def test_a_list_at_the_left_edge_is_moved_whole_or_not_at_all() -> None:
    text = "recipients:\n- A\n- B\nid: a\n"
    assert _loaded(reordered(text, "overlays")) == _loaded(text)
    text = "sections:\n- fills: a\nid: a\nrecipients:\n- B\n"
    assert _loaded(reordered(text, "overlays")) == _loaded(text)
