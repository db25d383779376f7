"""The picture of a bar chart: SVG from a template of shapes, and the PNG that is drawn from it.

The template is laid down in docs/adr/0009-charts.md, by which the structure gate draws the picture again. All
lengths are whole thousandths of the letters' size, which is 9 points when the picture is as wide as the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from answerkit.model.document import Bar, Chart, Picture
from answerkit.model.frozen import dataclass
from answerkit.model.theme import ChartColors
from answerkit.prose.letters import outline, width, wrapped
from answerkit.render.markup import Xml, element, fragment

WIDTH_MM = Decimal(160)
PIXELS_WIDE = 1000

# Source: CSS Values and Units, 6.2: a pixel is a 96th of an inch; resvg reads millimetres by it.
_CSS_DPI = 96

_WIDTH = 50_000
_LABEL_ROOM = 18_000
_LABEL_GAP = 600
_VALUE_GAP = 400
_HEAD = 1_800
_HEAD_BASELINE = 1_000
_LINE = 1_200
_THICK = 1_400
_ROW_GAP = 700
_HALF_CAPITAL = 344
_FOOT = 200
_AXIS = 60
_EDGE = 80

_WHITE = "FFFFFF"


@dataclass(frozen=True, slots=True)
class _Row:
    """A bar, its label in lines, and the height of its middle."""

    bar: Bar
    label: tuple[str, ...]
    middle: int


def pictured(chart: Chart) -> Picture:
    """The chart as a picture like any other."""
    drawing = svg(chart)
    return Picture(
        anchor=chart.anchor,
        number=chart.number,
        caption=chart.caption,
        alt=chart.alt,
        png=png(drawing),
        svg=drawing.encode("utf-8"),
        width_mm=WIDTH_MM,
        origin=chart.origin,
    )


def svg(chart: Chart) -> Xml:
    """The chart as SVG: shapes only; what it says stands there as outlines."""
    rows, height = _rows(chart.bars)
    zero = _LABEL_GAP + max(width(line) for row in rows for line in row.label)
    scale = _scale(chart.bars, zero)
    return element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "width": f"{WIDTH_MM}mm",
            "height": f"{(WIDTH_MM * height / _WIDTH).normalize():f}mm",
            "viewBox": f"0 0 {_WIDTH} {height}",
        },
        _words(chart.colors.axis, outline(chart.unit, zero, _HEAD_BASELINE)),
        *[_row(row, zero, scale, chart.colors) for row in rows],
        _box(
            zero - _AXIS,
            _HEAD - _ROW_GAP,
            _AXIS,
            height - _FOOT - _HEAD + _ROW_GAP,
            {"fill": f"#{chart.colors.axis}"},
        ),
    )


@lru_cache(maxsize=4)
def png(drawing: str) -> bytes:
    """The drawing as pixels, the same on every machine: no font and no other file has a part in it."""
    from resvg_py import svg_to_bytes  # noqa: PLC0415 - only where a chart is drawn

    return svg_to_bytes(
        svg_string=drawing, width=PIXELS_WIDE, background="white", dpi=_CSS_DPI, skip_system_fonts=True
    )


def _rows(bars: Sequence[Bar]) -> tuple[tuple[_Row, ...], int]:
    """The bars from the top down, and the height of the picture."""
    rows, top = [], _HEAD
    for bar in bars:
        label = wrapped(bar.label, _LABEL_ROOM)
        high = max(len(label) * _LINE, _THICK)
        rows.append(_Row(bar, label, top + high // 2))
        top += high + _ROW_GAP
    return tuple(rows), top + _FOOT


def _scale(bars: Sequence[Bar], zero: int) -> Fraction:
    """Length per unit: the longest bar ends where there is still room for the widest number."""
    longest = max(bar.high for bar in bars)
    room = _WIDTH - zero - _VALUE_GAP - max(width(bar.value) for bar in bars)
    return room / Fraction(longest) if longest else Fraction(0)


def _row(row: _Row, zero: int, scale: Fraction, colors: ChartColors) -> Xml:
    low, high = (int(number * scale) for number in map(Fraction, (row.bar.low, row.bar.high)))
    baseline = row.middle + _HALF_CAPITAL
    return fragment(
        (
            _words(colors.ink, "".join(_label(row, zero - _LABEL_GAP))),
            _bar(zero, row.middle, low, colors.estimate if row.bar.circa else colors.bar, colors.bar),
            _bar(zero + low, row.middle, high - low, _WHITE, colors.bar),
            _words(colors.ink, outline(row.bar.value, zero + high + _VALUE_GAP, baseline)),
        )
    )


def _label(row: _Row, end: int) -> Iterator[str]:
    """The label's lines, each ending before the axis, around the middle."""
    first = row.middle + _HALF_CAPITAL - (len(row.label) - 1) * _LINE // 2
    for index, line in enumerate(row.label):
        yield outline(line, end - width(line), first + index * _LINE)


def _bar(x: int, middle: int, length: int, fill: str, edge: str) -> Xml:
    """A piece of a bar; nothing for one without length."""
    look = {"fill": f"#{fill}", "stroke": f"#{edge}", "stroke-width": str(_EDGE)}
    return _box(x, middle - _THICK // 2, length, _THICK, look) if length else Xml("")


def _box(x: int, y: int, across: int, down: int, look: dict[str, str]) -> Xml:
    return element("rect", {"x": str(x), "y": str(y), "width": str(across), "height": str(down), **look})


def _words(colour: str, data: str) -> Xml:
    return element("path", {"fill": f"#{colour}", "d": data})
