import pytest

from answerkit.lint.rules.upside_down import upside_down
from lint.tiny import remarks

FOUND = [
    ("Unge på 17–10 år.", ["17–10"]),
    ("Unge på 17-10 år.", ["17-10"]),
    ("Mellem 30 – 15 uger.", ["30 – 15"]),
    ("I alderen 18–12.", ["18–12"]),
    ("Omkring 1.200–900 sager.", ["1.200–900"]),
    ("Det er 20–10 %.", ["20–10"]),
    ("De 25-18-årige.", ["25-18"]),
]
LEFT = [
    "Unge på 10–17 år.",
    "I perioden 2021–22 sker det.",
    "Ring på 89 40 20-10.",
    "Sag 27.24-10.",
    "Omkring 900–1.200 sager.",
    "Unge på 12–12 år.",
    "İ alderen 10–17 år.",
    "Stillingen var 3-2.",
    "Den 30-12-2021 sker det.",
    "Fra § 52-50 gælder.",
]


@pytest.mark.parametrize(("text", "words"), FOUND)
def test_found(text: str, words: list[str]) -> None:
    assert remarks(upside_down, text) == words


@pytest.mark.parametrize("text", LEFT)
def test_left_alone(text: str) -> None:
    assert remarks(upside_down, text) == []
