from pathlib import Path

import pytest

from answerkit.lint.rules.silent_source import silent_source
from lint.tiny import figure, found, subject

FOUND = [
    "ukendt",
    "Ukendt kilde",
    "'?'",
    "'-'",
    "kommer",
    "TODO",
    "n/a",
    "internt",
    "'...'",
    "mangler",
    "XXX",
]
LEFT = ["Afdelingens optælling", "Ungecenter", "KMD Nexus", "Årsrapport 2024, s. 4", "Ukendt Land A/S"]


def _judged(source: str, base: Path) -> list[str]:
    value = f"2024-01-01 12 | source: {source}"
    return found(silent_source, subject(base, [figure("a", value)]))


@pytest.mark.parametrize("source", FOUND)
def test_found(source: str, tmp_path: Path) -> None:
    assert _judged(source, tmp_path) == ["figures/a:11 " + source.strip("'")]


@pytest.mark.parametrize("source", LEFT)
def test_left_alone(source: str, tmp_path: Path) -> None:
    assert _judged(source, tmp_path) == []
