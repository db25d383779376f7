"""The house style, from ``templates/theme.toml``; all of it has defaults, so the file may be absent."""

from __future__ import annotations

import re
from pathlib import Path

from answerkit.load.config import read_settings
from answerkit.load.settings import Settings
from answerkit.model.codes import Code
from answerkit.model.color import DISCERNIBLE, READABLE, contrast
from answerkit.model.problem import Problem
from answerkit.model.theme import Theme

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
    own = Theme()
    charts = settings.table("charts")
    theme = Theme(
        ink=_color(charts, "ink", own.ink, READABLE),
        rule=_color(charts, "rule", own.rule, _FAINTEST),
        series=_series(charts, own.series),
        watermark=_watermark(settings, own.watermark),
    )
    charts.finish()
    settings.finish()
    return theme


def _color(table: Settings, key: str, default: str, least: float) -> str:
    return _checked(table, key, table.text(key, default, "en farve, fx 123B5D"), least) or default


def _series(table: Settings, default: tuple[str, ...]) -> tuple[str, ...]:
    """The colours of a chart; at least one."""
    written = table.texts("series")
    if written is None:
        return default
    if not written:
        table.report(Code.AK204, "series", "skriv mindst én farve")
    return tuple(_checked(table, "series", color, DISCERNIBLE) for color in written)


def _checked(table: Settings, key: str, written: str, least: float) -> str:
    """The colour, or nothing where it is none or can hardly be seen on white paper."""
    color = _COLOR.fullmatch(written)
    if color is None:
        table.report(Code.AK204, key, 'skriv farven med seks cifre, fx "123B5D"')
        return ""
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
