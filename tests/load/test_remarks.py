"""Comments of the confidential tree: which text is one, and where it stands."""

from pathlib import Path

import pytest

from answerkit.load.remarks import load_remarks

NAME = "content/confidential/blocks/text/sagen.yaml"


def read(base: Path, text: str | bytes, name: str = NAME) -> list[tuple[str, int]]:
    path = base / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    remarks = load_remarks(base / "content/confidential", base)
    assert all(remark.start.file == name and remark.start.confidential for remark in remarks)
    return [(remark.text, remark.start.line) for remark in remarks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# En bemærkning.\nid: a\n", [("En bemærkning.", 1)]),
        ("# Den går\n# over to linjer.\nid: a\n", [("Den går\nover to linjer.", 1)]),
        ("# En.\n\n# To.\nid: a\n", [("En.", 1), ("To.", 3)]),
        ("id: a  # bag en værdi\n# og en linje\n", [("bag en værdi\nog en linje", 1)]),
        ("# en linje\nid: a  # bag en værdi\n", [("en linje", 1), ("bag en værdi", 2)]),
        ("id: a\r\n## To tegn.\r\n", [("To tegn.", 2)]),
        (
            "text: |-  # ved blokken\n  # Overskrift\n\n  Prosa # her.\n# bagefter\n",
            [("ved blokken", 1), ("bagefter", 5)],
        ),
        ("title: \"nr. # 5\"\nnote: nr.#5\nowner: 'a # b'\n", []),
        ("a: [x, # første\n  y]\n", [("første", 1)]),
        ("#\n#   \n# yaml-language-server: $schema=x.json\nid: a\n", []),
        ("id: [a\n# Filen er ikke hel.\n", [("Filen er ikke hel.", 2)]),
        ('id: "\\q"\n# Ukendt tegn.\n', [("Ukendt tegn.", 2)]),
        ("id: a\n", []),
    ],
)
def test_comments_are_read(tmp_path: Path, text: str, expected: list[tuple[str, int]]) -> None:
    assert read(tmp_path, text) == expected


def test_only_yaml_files_are_read(tmp_path: Path) -> None:
    assert read(tmp_path, "# Ingen YAML.", "content/confidential/note.md") == []
    assert read(tmp_path, "# Også YAML.", "content/confidential/note.YML") == [("Også YAML.", 1)]


def test_what_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    assert read(tmp_path, b"# \xff\xfe") == []
    assert read(tmp_path, b"# " + b"x" * 1024 * 1024) == []
    assert load_remarks(tmp_path / "findes-ikke", tmp_path) == ()
