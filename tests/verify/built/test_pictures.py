"""Pictures of many programs are let through; what hides in them is in the tables of ``hide_pictures``."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerkit.verify.built.codes import Rule
from answerkit.verify.built.png import png_rule, png_size
from answerkit.verify.built.svg import svg_rule
from verify.built.clean import DRAWN, PROJECT, chunk, png

TRIANGLE = PROJECT / "content" / "public" / "assets" / "forebyggelsestrekanten"


def header(*values: int) -> bytes:
    return struct.pack(">IIBBBBB", *values)


PNGS = {
    "grey": png(),
    "colour": png(header=header(3, 2, 8, 2, 0, 0, 0), rows=(b"\1" + b"\7" * 9) * 2),
    "colour with transparency": png(header=header(3, 2, 8, 6, 0, 0, 0), rows=(b"\4" + b"\7" * 12) * 2),
    "sixteen bits": png(header=header(3, 2, 16, 4, 0, 0, 0), rows=(b"\2" + b"\7" * 12) * 2),
    "a palette": png(
        chunk(b"PLTE", b"\0\0\0\xff\xff\xff"),
        chunk(b"tRNS", b"\0"),
        header=header(9, 2, 1, 3, 0, 0, 0),
        rows=(b"\0" + b"\x55\x80") * 2,
    ),
    "interlaced": png(
        header=header(5, 5, 8, 0, 0, 0, 1),
        rows=b"\0a" * 2 + b"\0aa" + b"\0a" * 2 + b"\0aaa" + b"\0aa" * 3 + b"\0aaaaa" * 2,
    ),
    "interlaced, one pixel": png(header=header(1, 1, 8, 0, 0, 0, 1), rows=b"\0a"),
    "what programs add": png(
        chunk(b"sRGB", b"\0"),
        chunk(b"gAMA", struct.pack(">L", 45455)),
        chunk(b"cHRM", struct.pack(">8L", 31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000)),
        chunk(b"sBIT", b"\x08"),
        chunk(b"pHYs", struct.pack(">2LB", 2835, 2835, 1)),
    ),
    "the triangle": TRIANGLE.with_suffix(".png").read_bytes(),
}


@pytest.mark.parametrize("data", PNGS.values(), ids=PNGS)
def test_a_picture_passes(data: bytes) -> None:
    assert png_rule(data) is None


def test_the_pixels_may_be_in_several_chunks() -> None:
    packed = zlib.compress((b"\0" + b"\xff" * 40) * 20)
    data = png()[:33] + chunk(b"IDAT", packed[:5]) + chunk(b"IDAT", packed[5:]) + chunk(b"IEND", b"")
    assert png_rule(data) is None


def test_the_size_is_that_of_the_header() -> None:
    assert png_size(png()) == (40, 20)


@given(st.binary(max_size=80), st.integers(0, 60))
def test_no_bytes_make_the_reader_of_png_stumble(data: bytes, cut: int) -> None:
    assert png_rule(png()[:cut] + data) is not None
    assert png_rule(png()[:8] + chunk(b"IHDR", data[:13])) is not None


ROOT = b'<svg xmlns="http://www.w3.org/2000/svg" width="140mm" height="64mm" version="1.1">'
SVGS = {
    "shapes": DRAWN,
    "a declaration": b'<?xml version="1.0" encoding="UTF-8"?>\n' + DRAWN + b"\n",
    "indented": DRAWN.replace(b"><", b">\n  <"),
    "a blank before the end": ROOT + b"<g /></svg>",
    "all shapes": ROOT
    + b'<circle cx="1" cy="2" r="3.5"/><ellipse cx="1" cy="1" rx="2" ry="1"/>'
    + b'<line x1="0" y1="0" x2="9" y2="9" stroke="#000" stroke-width="2" stroke-linecap="round"/>'
    + b'<polyline points="0,0 1,1 2,0"/><polygon points="0 0, 1 1" fill="none" fill-rule="evenodd"/></svg>',
    "an outline": ROOT
    + b'<path transform="rotate(45 1 1)" d="M10 10 L 20,20 h-5 v.5 c1-2 3-4, -5-6 q1,1,2,2 t3,3'
    + b'\n  a5 5 0 0 1 5-5 Z m1 1 1e-5 1z"/></svg>',
    "the triangle": TRIANGLE.with_suffix(".svg").read_bytes(),
}


@pytest.mark.parametrize("data", SVGS.values(), ids=SVGS)
def test_a_drawing_passes(data: bytes) -> None:
    assert svg_rule(data) is None


def test_a_drawing_is_not_read_beyond_any_size() -> None:
    assert svg_rule(b" " * (8 * 1024 * 1024 + 1)) is Rule.S105


@given(st.binary(max_size=80), st.integers(0, 120))
def test_no_bytes_make_the_reader_of_svg_stumble(data: bytes, cut: int) -> None:
    assert svg_rule(DRAWN[:cut] + data) in (None, Rule.S180)
