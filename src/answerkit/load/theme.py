"""The house style, from ``templates/theme.toml``; all of it has defaults, so the file may be absent."""

from __future__ import annotations

import re
from pathlib import Path

from answerkit.load.config import read_settings
from answerkit.load.settings import Settings
from answerkit.model.codes import Code
from answerkit.model.color import DISCERNIBLE, READABLE, contrast
from answerkit.model.problem import Problem
from answerkit.model.theme import ChartColors, Theme

_COLOR = re.compile(r"#?([0-9A-Fa-f]{6})")
_WHITE = "FFFFFF"
_FAINTEST = 1.1
_LONGEST_WATERMARK = 30


def load_theme(path: Path, base: Path) -> tuple[Theme | None, tuple[Problem, ...]]:
    """The house style, or None and every problem of the file."""
    if not path.exists():
        return Theme(), ()
    problems: list[Problem] = []
    settings = read_settings(path, base, problems)
    theme = _theme(settings) if settings else None
    return (None, tuple(problems)) if problems else (theme, ())


def _theme(settings: Settings) -> Theme:
    charts = settings.table("charts")
    theme = Theme(_charts(charts), _watermark(settings, Theme().watermark))
    charts.finish()
    settings.finish()
    return theme


def _charts(table: Settings) -> ChartColors:
    """Words must be readable; a bar that is no edge may be as pale as one likes, for it has one."""
    own = ChartColors()
    return ChartColors(
        ink=_color(table, "ink", own.ink, READABLE),
        axis=_color(table, "axis", own.axis, READABLE),
        bar=_color(table, "bar", own.bar, DISCERNIBLE),
        estimate=_color(table, "estimate", own.estimate, _FAINTEST),
    )


def _color(table: Settings, key: str, default: str, least: float) -> str:
    """The colour; one that is none, or can hardly be seen on white paper, is reported."""
    written = table.text(key, default, "en farve, fx 123B5D")
    color = _COLOR.fullmatch(written)
    if color is None:
        table.report(Code.AK204, key, 'skriv farven med seks cifre, fx "123B5D"')
        return default
    if contrast(color[1], _WHITE) < least:
        needed = f"{least:g}".replace(".", ",")
        table.report(
            Code.AK204, key, f"vælg en mørkere farve: kontrasten til hvidt skal være mindst {needed}"
        )
    return color[1].upper()


def _watermark(settings: Settings, default: str) -> str:
    word = settings.text("watermark", default, "et ord")
    if len(word) > _LONGEST_WATERMARK:
        settings.report(Code.AK204, "watermark", f"skriv højst {_LONGEST_WATERMARK} tegn")
    return word
