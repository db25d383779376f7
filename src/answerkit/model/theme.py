"""The house style beyond what Word knows: colours of charts, and the word across confidential pages."""

from __future__ import annotations

from answerkit.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class ChartColors:
    """What charts are drawn in, on white; ``RRGGBB``.

    Attributes:
        ink: labels and numbers.
        axis: the axis, and the unit above it.
        bar: exact numbers, and the edge of all bars.
        estimate: numbers that are not exact.
    """

    ink: str = "1A1A1A"
    axis: str = "555555"
    bar: str = "123B5D"
    estimate: str = "B7CBDC"


@dataclass(frozen=True, slots=True)
class Theme:
    """What ``templates/theme.toml`` may set.

    Attributes:
        watermark: the word across each page of the confidential edition.
    """

    charts: ChartColors = ChartColors()
    watermark: str = "FORTROLIG"
