"""Take down the outlines of letters that charts are drawn with: ``src/answerkit/prose/letters.txt``.

Run by hand from the project's folder: ``python -m tools.draw_letters REGULAR.ttf``, with the font of
Liberation Sans 2, which is under the SIL Open Font License, and with fontTools installed; neither is needed
to build answers. Lengths are thousandths of the font's size, downwards from the baseline.

A line of the table is a character's code point (hexadecimal), its width, and its outlines: where each begins,
and behind a colon the steps from there, as in SVG.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import cast

from tools.draw_triangle import Font, steps

TABLE = Path(__file__).resolve().parent.parent / "src" / "answerkit" / "prose" / "letters.txt"
EM = 1000
HEAD = """\
# Outlines of letters, in thousandths of their size: code point, width, outlines. Made by
# tools/draw_letters.py from Liberation Sans 2. Digitized data copyright (c) 2010 Google Corporation with
# Reserved Font Arimo, Tinos and Cousine. Copyright (c) 2012 Red Hat, Inc. with Reserved Font Name Liberation.
# This file is licensed under the SIL Open Font License, Version 1.1: see letters-OFL.txt.
"""

# What a Danish text is written with: letters of European languages and of Vietnamese, signs, punctuation.
# Source: Unicode 15, blocks Basic Latin to Latin Extended-A, Latin Extended Additional.
CHARACTERS = (
    range(0x20, 0x7F),
    range(0xA0, 0xAD),
    range(0xAE, 0x17F),
    range(0x218, 0x21C),
    range(0x1EA0, 0x1EFA),
    (0x202F, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2020, 0x2021, 0x2022),
    (0x2026, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2116, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193),
    (0x2212, 0x2248, 0x2260, 0x2264, 0x2265),
)


def outlines(commands: str) -> Iterator[str]:
    """A path's outlines, each from its first point on by steps.

    Source: SVG 1.1, 8.3: in lower case, all points of a command count from where the one before ended.
    """
    for closed in filter(None, commands.split("Z")):
        here, written = (0, 0), ""
        for name, points in steps(closed):
            offsets = [str(number - here[index % 2]) for index, number in enumerate(points)]
            step = ",".join(offsets).replace(",-", "-")
            written += f"{','.join(map(str, points))}:" if name == "M" else f"{name.lower()}{step}"
            here = (points[-2], points[-1])
        yield f"{written}z"


def lines(font: Font) -> Iterator[str]:
    """A line for each character that the font has."""
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    scale = EM / font["head"].unitsPerEm
    moved = import_module("fontTools.pens.transformPen").TransformPen
    new_pen = import_module("fontTools.pens.svgPathPen").SVGPathPen
    for code in sorted(set(chain(*CHARACTERS)) & names.keys()):
        glyph, pen = glyphs[names[code]], new_pen(glyphs, ntos=lambda number: str(round(number)))
        glyph.draw(moved(pen, (scale, 0, 0, -scale, 0, 0)))
        yield " ".join([f"{code:x}", str(round(glyph.width * scale)), *outlines(str(pen.getCommands()))])


def main(regular: str) -> None:
    """Write the table."""
    font = cast("Font", import_module("fontTools.ttLib").TTFont(regular))
    TABLE.write_text(HEAD + "\n".join(lines(font)) + "\n", encoding="ascii", newline="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
