"""A bar chart drawn again from what the public content gives, to be held against the one in a file.

The plan is that of docs/adr/0009-charts.md; nothing of the code that draws charts is used. Lengths are
thousandths of the letters' size.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path

from answerkit.model.frozen import dataclass
from answerkit.verify.built.charts import ChartColours, PublicBar, PublicChart

_TABLE = Path(__file__).parents[2] / "prose" / "letters.txt"
_LABELS, _SHEET = 18_000, 50_000
_WHITE = "#FFFFFF"


@lru_cache(maxsize=16)
def redrawn(chart: PublicChart, colours: ChartColours) -> tuple[bytes, bytes]:
    """The chart's PNG and SVG; nothing for one with a character that cannot be drawn."""
    try:
        svg = _svg(chart, colours)
    except KeyError:
        return b"", b""
    from resvg_py import svg_to_bytes  # noqa: PLC0415 - only where there is a chart

    png = svg_to_bytes(svg_string=svg, width=1000, background="white", dpi=96, skip_system_fonts=True)
    return png, svg.encode("utf-8")


def _svg(chart: PublicChart, colours: ChartColours) -> str:
    """Heading, a group of shapes for each bar, and the axis, from the top down."""
    labels = [list(_lines(bar.label)) for bar in chart.bars]
    axis = max(_length(line) for lines in labels for line in lines) + 600
    room = _SHEET - axis - 400 - max(_length(bar.value) for bar in chart.bars)
    scale = _Scale(axis, room, max(bar.high for bar in chart.bars))
    shapes, y = [_text(colours.axis, _outlines(chart.unit, axis, 1_000))], 1_800
    for bar, lines in zip(chart.bars, labels, strict=True):
        height = max(1_400, 1_200 * len(lines))
        shapes += _group(bar, lines, y + height // 2, scale, colours)
        y += height + 700
    shapes.append(_rect(axis - 60, 1_100, 60, y - 1_100, f'fill="{colours.axis}"'))
    return _sheet("".join(shapes), y + 200)


def _sheet(shapes: str, down: int) -> str:
    """The root around the shapes; a unit is 0.0032 mm."""
    high = f"{down * 32 // 10_000}.{down * 32 % 10_000:04}".rstrip("0").rstrip(".")
    size = f'width="160mm" height="{high}mm" viewBox="0 0 {_SHEET} {down}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{shapes}</svg>'


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where nought is, and how much room there is for the longest number."""

    axis: int
    room: int
    longest: Decimal

    def end(self, number: Decimal) -> int:
        """Where a bar ends; reckoned in whole numbers, so that nothing is rounded twice."""
        over, under = number.as_integer_ratio()
        whole, part = self.longest.as_integer_ratio()
        return self.axis + (self.room * over * part // (under * whole) if whole else 0)


def _group(
    bar: PublicBar, lines: list[str], middle: int, scale: _Scale, colours: ChartColours
) -> Iterator[str]:
    """A bar's label, its certain piece, its possible piece and its number."""
    base, right = middle + 344, scale.axis - 600
    top = base - 600 * (len(lines) - 1)
    label = [_outlines(line, right - _length(line), top + 1_200 * n) for n, line in enumerate(lines)]
    yield _text(colours.ink, "".join(label))
    low, high = scale.end(bar.low), scale.end(bar.high)
    for start, end, fill in (
        (scale.axis, low, colours.estimate if bar.circa else colours.bar),
        (low, high, _WHITE),
    ):
        if start < end:
            look = f'fill="{fill}" stroke="{colours.bar}" stroke-width="80"'
            yield _rect(start, middle - 700, end - start, 1_400, look)
    yield _text(colours.ink, _outlines(bar.value, high + 400, base))


def _rect(x: int, y: int, across: int, down: int, look: str) -> str:
    return f'<rect x="{x}" y="{y}" width="{across}" height="{down}" {look}/>'


def _text(fill: str, outlines: str) -> str:
    return f'<path fill="{fill}" d="{outlines}"/>'


def _lines(words: str) -> Iterator[str]:
    """The words in lines as long as there is room, broken at spaces, or where a word is too long for one."""
    line = ""
    for word in words.split(" "):
        rest, gap = word, " " if line else ""
        while rest:
            if _length(line + gap + rest) <= _LABELS:
                line, rest = line + gap + rest, ""
            elif line:
                yield line
                line = gap = ""
            else:
                fit = max((n for n in range(1, len(rest)) if _length(rest[:n]) <= _LABELS), default=1)
                yield rest[:fit]
                rest = rest[fit:]
    yield line


def _length(words: str) -> int:
    return sum(_letters()[letter][0] for letter in words)


def _outlines(words: str, x: int, base: int) -> str:
    """SVG path data of the words from ``x`` on."""
    drawn = ""
    for letter in words:
        wide, shapes = _letters()[letter]
        drawn += "".join(f"M{x + right},{base + below}{steps}" for right, below, steps in shapes)
        x += wide
    return drawn


@cache
def _letters() -> Mapping[str, tuple[int, list[tuple[int, int, str]]]]:
    """Character → its width, and of each outline the start and the steps from there."""
    table = {}
    for line in _TABLE.read_text(encoding="ascii").splitlines():
        if line[0] != "#":
            code, wide, *shapes = line.split()
            starts = [shape.replace(":", ",", 1).split(",", 2) for shape in shapes]
            table[chr(int(code, 16))] = int(wide), [(int(x), int(y), steps) for x, y, steps in starts]
    return table
