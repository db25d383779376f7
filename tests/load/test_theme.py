"""The house style: what is read, what is wrong where, and that charts can be seen on paper."""

from pathlib import Path

import pytest

from answerkit.load.theme import load_theme
from answerkit.model.codes import Code
from answerkit.model.color import DISCERNIBLE, READABLE, contrast
from answerkit.model.theme import ChartColors, Theme

PROJECT = Path(__file__).resolve().parents[2]


def _load(base: Path, text: str) -> tuple[Theme | None, list[tuple[int, Code]]]:
    (base / "theme.toml").write_text(text, encoding="utf-8")
    theme, problems = load_theme(base / "theme.toml", base)
    return theme, [(item.place.line, item.code) for item in problems]


def test_without_a_file_there_is_a_style_all_the_same(tmp_path: Path) -> None:
    assert load_theme(tmp_path / "theme.toml", tmp_path) == (Theme(), ())


def test_all_of_it_can_be_set(tmp_path: Path) -> None:
    text = 'watermark = "INTERN"\n[charts]\nink = "#000000"\naxis = "333333"\n'
    text += 'bar = "00539b"\nestimate = "aaccee"\n'
    colors = ChartColors("000000", "333333", "00539B", "AACCEE")
    assert _load(tmp_path, text) == (Theme(colors, "INTERN"), [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('watermark = ""', [(1, Code.AK204)]),
        (f'watermark = "{"a" * 31}"', [(1, Code.AK204)]),
        ("watermark = 7", [(1, Code.AK203)]),
        ('watermerk = "A"', [(1, Code.AK201)]),
        ('[charts]\nink = "sort"', [(2, Code.AK204)]),
        ('[charts]\nink = "8A8A8A"', [(2, Code.AK204)]),
        ('[charts]\naxis = "999999"', [(2, Code.AK204)]),
        ('[charts]\nestimate = "FEFEFE"', [(2, Code.AK204)]),
        ('[charts]\nbar = "FFFF00"', [(2, Code.AK204)]),
        ("[charts]\nbar = 5", [(2, Code.AK203), (2, Code.AK204)]),
        ('[charts]\nrule = "000000"', [(2, Code.AK201)]),
        ("[charts", [(1, Code.AK114)]),
    ],
)
def test_what_is_wrong_is_found(text: str, found: list[tuple[int, Code]], tmp_path: Path) -> None:
    assert _load(tmp_path, text) == (None, found)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("000000", "FFFFFF", 21),
        ("FFFFFF", "FFFFFF", 1),
        ("777777", "FFFFFF", 4.48),
        ("FFFFFF", "767676", 4.54),
    ],
)
def test_contrast_is_that_of_the_standard(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


def test_the_own_style_can_be_seen_on_paper(tmp_path: Path) -> None:
    shipped, problems = load_theme(PROJECT / "templates" / "theme.toml", PROJECT)
    assert (shipped, problems) == (Theme(), ())
    colors = ChartColors()
    assert min(contrast(colors.ink, "FFFFFF"), contrast(colors.axis, "FFFFFF")) >= READABLE
    assert contrast(colors.bar, "FFFFFF") >= DISCERNIBLE
    assert _load(tmp_path, "") == (Theme(), [])
