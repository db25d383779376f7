"""The drawing of the prevention triangle, as committed."""

import struct

import pytest
from lxml import etree

from render.samples import PROJECT

ASSETS = PROJECT / "content" / "public" / "assets"
SVG = ASSETS / "forebyggelsestrekanten.svg"
PNG = ASSETS / "forebyggelsestrekanten.png"


def test_the_svg_is_shapes_only() -> None:
    root = etree.fromstring(SVG.read_bytes())
    assert {etree.QName(item).localname for item in root.iter()} == {"svg", "path", "polygon"}
    assert not any(item.text or item.tail for item in root.iter())
    attributes = {name for item in root.iter() for name in item.attrib}
    assert attributes <= {"width", "height", "viewBox", "fill", "d", "points", "stroke", "stroke-width"}


def test_the_fields_are_orange_yellow_and_green_from_the_top() -> None:
    root = etree.fromstring(SVG.read_bytes())
    fields = [item for item in root.iter() if etree.QName(item).localname == "polygon"]
    widths = []
    for field in fields:
        across = [int(point.split(",")[0]) for point in str(field.get("points")).split()]
        widths.append(max(across) - min(across))
    assert [field.get("fill") for field in fields] == ["#F2994A", "#F6D55C", "#7CC47F"]
    assert widths == sorted(widths)


def test_the_png_is_pixels_only_and_of_the_same_shape() -> None:
    data = PNG.read_bytes()
    chunks, at = [], 8
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        chunks.append(data[at + 4 : at + 8])
        at += length + 12
    assert (chunks[0], chunks[-1]) == (b"IHDR", b"IEND")
    assert set(chunks) <= {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"pHYs"}
    width, height = struct.unpack_from(">II", data, 16)
    view_box = str(etree.fromstring(SVG.read_bytes()).get("viewBox")).split()
    assert width / height == pytest.approx(int(view_box[2]) / int(view_box[3]), rel=0.01)
    assert len(data) < 60_000
