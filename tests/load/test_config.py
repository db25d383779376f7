"""The project's settings: what is read, and what is wrong where."""

from pathlib import Path

import pytest

from answerkit.load.config import load_config
from answerkit.model.codes import Code
from answerkit.model.config import Config
from answerkit.model.policy import PatternPolicy
from answerkit.model.problem import Place


def _load(base: Path, text: str | bytes) -> tuple[Config | None, list[tuple[int, int, Code]]]:
    path = base / "answerkit.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    config, problems = load_config(path, base)
    assert all(item.place.file == "answerkit.toml" for item in problems)
    return config, [(item.place.line, item.place.column, item.code) for item in problems]


@pytest.mark.parametrize(
    "text",
    [
        'authority = "Aarhus Kommune"',
        "# note\nauthority = 'Aarhus Kommune'\r\n",
        '\ufeff"authority" = "Aarhus Kommune"\n',
    ],
)
def test_the_authority_is_read(text: str, tmp_path: Path) -> None:
    assert _load(tmp_path, text) == (Config("Aarhus Kommune"), [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [(0, 0, Code.AK202)]),
        ("# note\n", [(0, 0, Code.AK202)]),
        ("authority = 5", [(1, 1, Code.AK203)]),
        ("\nauthority = ['A']", [(2, 1, Code.AK203)]),
        ("authority = ' '", [(1, 1, Code.AK204)]),
        ('authority = "A\\nB"', [(1, 1, Code.AK204)]),
        ('authority = "A\\u200bB"', [(1, 1, Code.AK111)]),
        ('authority = "A\u200bB"', [(1, 15, Code.AK111), (1, 1, Code.AK111)]),
        ('autority = "A"', [(1, 1, Code.AK201), (0, 0, Code.AK202)]),
        ('authority = "A"\n[autor]\nx = 1', [(2, 1, Code.AK201)]),
        ('authority = "A"\n"a\\u0062c" = 1', [(0, 0, Code.AK201)]),
        ("authority = A", [(1, 13, Code.AK114)]),
        ('authority = "A"\nauthority = "B"', [(2, 0, Code.AK114)]),
        ('authority = "A', [(1, 0, Code.AK114)]),
        ('authority\u200b = "A', [(1, 10, Code.AK111)]),
        ("a = " + "[" * 20_000, [(0, 0, Code.AK104)]),
        ("a = 1" + "0" * 5000, [(0, 0, Code.AK114)]),
        (b"authority = '\xff'", [(1, 14, Code.AK101)]),
        (b"#" * (1024 * 1024 + 1), [(0, 0, Code.AK103)]),
    ],
)
def test_what_is_wrong_is_found(
    text: str | bytes, found: list[tuple[int, int, Code]], tmp_path: Path
) -> None:
    assert _load(tmp_path, text) == (None, found)


def test_a_misspelt_key_gets_a_suggestion(tmp_path: Path) -> None:
    (tmp_path / "answerkit.toml").write_text('autority = "A"', encoding="utf-8")
    _, problems = load_config(tmp_path / "answerkit.toml", tmp_path)
    assert problems[0].hint == "mente du »authority«?"


def test_a_missing_file(tmp_path: Path) -> None:
    config, problems = load_config(tmp_path / "answerkit.toml", tmp_path)
    assert config is None
    assert [(item.place, item.code) for item in problems] == [(Place("answerkit.toml"), Code.AK110)]


def test_the_policy_on_patterns_is_read(tmp_path: Path) -> None:
    text = 'authority = "A"\n[patterns]\nphone = "forbidden"\nmail = "allowed"\nexceptions = ["@kk.dk"]\n'
    policy = PatternPolicy(phones=False, mails=True, exceptions=("@kk.dk",))
    assert _load(tmp_path, text) == (Config("A", patterns=policy), [])


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('phone = "no"', Code.AK204),
        ("mail = false", Code.AK204),
        ("exceptions = 5", Code.AK203),
        ("exceptions = [5]", Code.AK203),
        ("cpr = 1", Code.AK201),
    ],
)
def test_a_policy_that_means_nothing(line: str, code: Code, tmp_path: Path) -> None:
    assert _load(tmp_path, f'authority = "A"\n[patterns]\n{line}') == (None, [(3, 1, code)])
