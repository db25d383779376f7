"""Draw the prevention triangle: ``content/public/assets/forebyggelsestrekanten.svg`` and ``.png``.

Run by hand from the project's folder: ``python -m tools.draw_triangle REGULAR.ttf BOLD.ttf``, with the fonts
of Liberation Sans, and with fontTools, resvg-py and Pillow installed. Words are drawn as outlines: the
picture looks the same everywhere and holds no text that a search could miss. Lengths are hundredths of a
millimetre on paper.

The pixels are numbers of a palette, which loses nothing, for there are fewer than 256 colours: each gate
unpacks them, and has a quarter to unpack.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Protocol, cast

from answerkit.render.markup import Xml, element, fragment

FOLDER = Path(__file__).resolve().parent.parent / "content" / "public" / "assets"
NAME = "forebyggelsestrekanten"

WIDTH, HEIGHT = 14000, 6400
PIXELS_WIDE = 1400
CSS_DPI = 96
PALETTE = 256
INK, RULE = "#1A1A1A", "#555555"
LEFT, RIGHT, TOP, BOTTOM = 200, 7000, 200, 6200
GAP = 80
LABELS = 7900
LETTERS = 330


class Font(Protocol):
    """What is used of ``fontTools.ttLib.TTFont``."""

    def getGlyphSet(self) -> Mapping[str, Glyph]: ...  # noqa: D102, N802 - fontTools' name
    def getBestCmap(self) -> Mapping[int, str]: ...  # noqa: D102, N802 - fontTools' name
    def __getitem__(self, table: str) -> Head: ...  # noqa: D105 - as in fontTools


class Head(Protocol):
    """What is used of a font's ``head`` table."""

    unitsPerEm: int  # noqa: N815 - fontTools' name


class Glyph(Protocol):
    """What is used of a glyph."""

    width: float

    def draw(self, pen: object) -> None: ...  # noqa: D102 - fontTools' name


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the triangle: its name, its colour, and its lower edge."""

    name: str
    color: str
    bottom: int


FIELDS = (
    Field("Orange", "#F2994A", 2300),
    Field("Gul", "#F6D55C", 4200),
    Field("Grøn", "#7CC47F", BOTTOM),
)


@dataclass(frozen=True, slots=True)
class Note:
    """What the fields between two heights are about: a heading and lines beneath it."""

    top: int
    bottom: int
    heading: str
    lines: tuple[str, ...]


NOTES = (
    Note(
        700,
        4100,
        "Individuelle indsatser",
        ("Forankret i Sociale Forhold", "og Beskæftigelse", "og Østjyllands Politi"),
    ),
    Note(4380, 6100, "Alle børn og unge i Aarhus Kommune", ("Forankret i Børn og Unge",)),
)


@dataclass(frozen=True, slots=True)
class Lettering:
    """A font at a size."""

    font: Font
    size: float

    def outlines(self, words: str, x: float, baseline: float) -> Xml:
        """The words as one path that starts at ``x``."""
        glyphs, names = self.font.getGlyphSet(), self.font.getBestCmap()
        scale = self.size / self.font["head"].unitsPerEm
        moved = import_module("fontTools.pens.transformPen").TransformPen
        pen = import_module("fontTools.pens.svgPathPen").SVGPathPen(glyphs, ntos=_whole)
        for character in words:
            glyph = glyphs[names[ord(character)]]
            glyph.draw(moved(pen, (scale, 0, 0, -scale, x, baseline)))
            x += glyph.width * scale
        return element("path", {"fill": INK, "d": relative(str(pen.getCommands()))})

    def width(self, words: str) -> float:
        """How long the words are."""
        glyphs, names = self.font.getGlyphSet(), self.font.getBestCmap()
        units = sum(glyphs[names[ord(character)]].width for character in words)
        return units * self.size / self.font["head"].unitsPerEm


def _whole(number: float) -> str:
    return str(round(number))


def steps(commands: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    """A path's commands, each with the points of one step; whatever draws a straight line is an ``L``."""
    x, y = 0, 0
    for name, operands in re.findall(r"([A-Z])([^A-Z]*)", commands):
        numbers = [int(number) for number in re.findall(r"-?\d+", operands)]
        if name in "HV":
            numbers = [numbers[0], y] if name == "H" else [x, numbers[0]]
        size = 4 if name == "Q" else 2
        for start in range(0, max(1, len(numbers)), size):
            points = tuple(numbers[start : start + size])
            drawn = name in "HV" or (name == "M" and start)
            yield "L" if drawn else name, points
            x, y = points[-2:] or (x, y)


def relative(commands: str) -> str:
    """The same path by steps from point to point, which takes half the characters.

    Source: SVG 1.1, 8.3: in lower case, all points of a command count from where the one before ended.
    """
    here = start = (0, 0)
    written = []
    for name, points in steps(commands):
        offsets = [str(number - here[index % 2]) for index, number in enumerate(points)]
        written.append(f"{name.lower()}{','.join(offsets)}".replace(",-", "-"))
        here = (points[-2], points[-1]) if points else start
        start = here if name == "M" else start
    return "".join(written)


def edges(height: int) -> tuple[float, float]:
    """Where the sides of the triangle are at a height."""
    half = (RIGHT - LEFT) / 2 * (height - TOP) / (BOTTOM - TOP)
    middle = (LEFT + RIGHT) / 2
    return middle - half, middle + half


def field_shape(top: int, field: Field) -> Xml:
    """A field as a polygon; the first one comes to a point."""
    (upper_left, upper_right), (lower_left, lower_right) = edges(top), edges(field.bottom)
    corners = [(upper_left, top), (upper_right, top), (lower_right, field.bottom), (lower_left, field.bottom)]
    points = " ".join(f"{_whole(x)},{_whole(y)}" for x, y in dict.fromkeys(corners))
    return element("polygon", {"fill": field.color, "points": points})


def fields(lettering: Lettering) -> Iterator[Xml]:
    """The fields from the top down, each with its name near its lower edge."""
    top = TOP
    for field in FIELDS:
        yield field_shape(top, field)
        middle = (LEFT + RIGHT - lettering.width(field.name)) / 2
        yield lettering.outlines(field.name, middle, (max(top, 1300) + field.bottom) / 2 + 140)
        top = field.bottom + GAP


def note(item: Note, heading: Lettering, text: Lettering) -> Iterator[Xml]:
    """A bracket beside the fields, and the words beside the bracket."""
    x = LABELS - 300
    bracket = f"M{x - 160},{item.top}H{x}V{item.bottom}H{x - 160}"
    yield element("path", {"fill": "none", "stroke": RULE, "stroke-width": "30", "d": bracket})
    baseline = (item.top + item.bottom) / 2 - 220 * len(item.lines) + 120
    yield heading.outlines(item.heading, LABELS, baseline)
    for line in item.lines:
        baseline += 440
        yield text.outlines(line, LABELS, baseline)


def drawing(regular: Font, bold: Font) -> Xml:
    """The root of the SVG file: shapes only."""
    heading, text = Lettering(bold, LETTERS), Lettering(regular, LETTERS)
    size = {"width": f"{WIDTH // 100}mm", "height": f"{HEIGHT // 100}mm", "viewBox": f"0 0 {WIDTH} {HEIGHT}"}
    return element(
        "svg",
        {"xmlns": "http://www.w3.org/2000/svg"} | size,
        fragment(fields(heading)),
        *[fragment(note(item, heading, text)) for item in NOTES],
    )


def main(regular: str, bold: str) -> None:
    """Write both files."""
    load = import_module("fontTools.ttLib").TTFont
    svg = drawing(cast("Font", load(regular)), cast("Font", load(bold)))
    (FOLDER / f"{NAME}.svg").write_text(svg, encoding="utf-8", newline="\n")
    draw = import_module("resvg_py").svg_to_bytes
    pixels = bytes(
        draw(svg_string=svg, width=PIXELS_WIDE, background="white", dpi=CSS_DPI, skip_system_fonts=True)
    )
    (FOLDER / f"{NAME}.png").write_bytes(indexed(pixels))


def indexed(png: bytes) -> bytes:
    """The same picture, each pixel a number of its palette."""
    image = import_module("PIL.Image")
    full = image.open(BytesIO(png)).convert("RGB")
    small = full.quantize(colors=PALETTE, method=image.Quantize.MEDIANCUT, dither=image.Dither.NONE)
    if small.convert("RGB").tobytes() != full.tobytes():
        raise ValueError("the drawing has too many colours for a palette")
    packed = BytesIO()
    small.save(packed, "PNG", optimize=True)
    return packed.getvalue()


if __name__ == "__main__":
    main(*sys.argv[1:])
