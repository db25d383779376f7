"""The house style beyond what Word knows: colours of charts, and the word across confidential pages."""

from __future__ import annotations

from answerkit.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """What ``templates/theme.toml`` may set; colours are ``RRGGBB``.

    Attributes:
        ink: words and axes in charts; readable on white.
        rule: hairlines in charts.
        series: bars and lines of charts, in order; each can be told from white.
        watermark: the word across each page of the confidential edition.
    """

    ink: str = "1A1A1A"
    rule: str = "B8C4CE"
    series: tuple[str, ...] = ("123B5D", "B45F06", "2E7D5B", "7A5195", "A61C3C", "5F6B76")
    watermark: str = "FORTROLIG"
