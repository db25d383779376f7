"""The picture of a chart: bars in proportion, words as outlines, and the same bytes every time."""

from __future__ import annotations

import os
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from answerkit.model.document import Bar, Chart
from answerkit.prose.letters import outline
from answerkit.render.bars import PIXELS_WIDE, pictured, png, svg
from answerkit.verify.built.png import png_rule, png_size
from answerkit.verify.built.svg import svg_rule
from render.samples import ORIGIN, document, opened, value, words

DARK, PALE, WHITE, INK = "#123B5D", "#B7CBDC", "#FFFFFF", "#1A1A1A"


def bar(label: str, low: str, high: str = "", *, circa: bool = False, value: str = "") -> Bar:
    return Bar(label, value or high or low, Decimal(low), Decimal(high or low), circa, "f")


def chart(*bars: Bar, note: str = "Kilde: en optælling.") -> Chart:
    return Chart("figur-1", 1, "Sager", "Søjlediagram: Sager.", "Sager", bars, note, ORIGIN)


MIXED = (
    bar("Et langt navn på en gruppe, som der ikke er plads til på en enkelt linje", "550", circa=True),
    bar("TUS", "1420"),
    bar("Interval", "100", "420"),
    bar("Skjult", "0", "5", value="færre end 5"),
    bar("Ingen", "0"),
)

Shape = dict[str, str]


def shapes(*bars: Bar) -> tuple[Shape, list[Shape]]:
    """The root's attributes, and those of the shapes in order."""
    root = etree.fromstring(svg(chart(*bars)).encode())
    found = [{"": etree.QName(item).localname, **dict(item.attrib)} for item in root]
    return {str(key): str(kept) for key, kept in root.attrib.items()}, found


def rects(*bars: Bar) -> list[Shape]:
    """The pieces of bars, without the axis."""
    return [shape for shape in shapes(*bars)[1] if shape[""] == "rect"][:-1]


def axis(*bars: Bar) -> int:
    """Where nought is."""
    last = shapes(*bars)[1][-1]
    return int(last["x"]) + int(last["width"])


def test_it_is_shapes_only() -> None:
    root = etree.fromstring(svg(chart(*MIXED)).encode())
    assert {etree.QName(item).localname for item in root.iter()} == {"svg", "path", "rect"}
    assert not any(item.text or item.tail for item in root.iter())
    assert svg_rule(svg(chart(*MIXED)).encode()) is None


def test_bars_begin_at_nought_and_are_as_long_as_their_number() -> None:
    bars = (bar("a", "10"), bar("b", "40"), bar("c", "25.5"))
    found = rects(*bars)
    assert {int(item["x"]) for item in found} == {axis(*bars)}
    longest = int(found[1]["width"])
    for item, number in zip(found, ("10", "40", "25.5"), strict=True):
        assert 0 <= longest * Fraction(number) / 40 - int(item["width"]) < 1


def test_looks_tell_what_is_known() -> None:
    looks = [(item["fill"], item["stroke"]) for item in rects(*MIXED)]
    assert looks == [(PALE, DARK), (DARK, DARK), (DARK, DARK), (WHITE, DARK), (WHITE, DARK)]
    exact, upper = rects(*MIXED)[2:4]
    assert int(exact["x"]) + int(exact["width"]) == int(upper["x"])
    assert exact["y"] == upper["y"]


def test_numbers_stand_behind_their_bars_and_fit() -> None:
    width = int(shapes(*MIXED)[0]["viewBox"].split()[2])
    drawn = [shape["d"] for shape in shapes(*MIXED)[1] if shape[""] == "path"]
    ends = {item["y"]: int(item["x"]) + int(item["width"]) for item in rects(*MIXED)}
    middle = int(rects(*MIXED)[1]["y"]) + int(rects(*MIXED)[1]["height"]) // 2
    assert outline("1420", ends[rects(*MIXED)[1]["y"]] + 400, middle + 344) in drawn
    assert all(int(start.split(",")[0]) < width for data in drawn for start in data.split("M")[1:])


def test_long_names_take_more_lines_and_rows_never_touch() -> None:
    many = tuple(bar("navn " * lines, "3") for lines in range(1, 13))
    tops = [(int(item["y"]), int(item["height"])) for item in rects(*many)]
    assert len(tops) == 12
    assert all(upper + height < lower for (upper, height), (lower, _) in pairwise(tops))
    assert int(shapes(*many)[0]["viewBox"].split()[3]) > tops[-1][0] + tops[-1][1]


@pytest.mark.parametrize("bars", [(bar("a", "0"),), (bar("a", "0"), bar("b", "0"))])
def test_nought_has_no_bar(bars: tuple[Bar, ...]) -> None:
    assert rects(*bars) == []


def test_a_bar_of_any_size_has_its_number() -> None:
    tiny, huge = bar("a", "0.000001"), bar("b", "999999999999999")
    assert len(rects(tiny, huge)) == 1


def luminance(colour: str) -> float:
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_words_and_edges_are_seen_on_white() -> None:
    colours = {shape.get("stroke", shape["fill"]) for shape in shapes(*MIXED)[1]}
    assert colours == {INK, "#555555", DARK}
    assert all(1.05 / (luminance(colour) + 0.05) >= 4.5 for colour in colours)


def test_the_pixels_are_a_picture_and_nothing_else() -> None:
    data = png(svg(chart(*MIXED)))
    assert png_rule(data) is None
    across, down = png_size(data)
    root, _ = shapes(*MIXED)
    _, _, width, height = map(int, root["viewBox"].split())
    assert across == PIXELS_WIDE
    assert abs(down - across * height / width) <= 1
    assert root["width"] == "160mm"
    assert Decimal(root["height"].removesuffix("mm")) == Decimal(160) * height / width


_PROGRAM = """
import sys
from decimal import Decimal
from hashlib import sha256
from answerkit.model.document import Bar, Chart, Origin
from answerkit.model.problem import Place
from answerkit.render.bars import pictured
number = Decimal("14.8")
bars = (Bar("Værk", "14,8", number, number, True, "f"),)
made = pictured(Chart("f", 1, "c", "a", "Årsværk", bars, "", Origin("x", Place("x"))))
sys.stdout.write(sha256(made.png + (made.svg or b"")).hexdigest())
"""


def test_other_circumstances_draw_the_same_bytes(tmp_path: Path) -> None:
    drawn = set()
    for number, locale in enumerate(("C", "da_DK.UTF-8", "tr_TR.UTF-8")):
        strange = {"LC_ALL": locale, "TZ": f"UTC+{number}", "PYTHONHASHSEED": str(number)}
        environment = {**os.environ, **strange, "PYTHONPATH": os.pathsep.join(sys.path)}
        command = [sys.executable, "-c", _PROGRAM]
        done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, check=True)
        drawn.add(done.stdout)
    assert len(drawn) == 1


def test_on_the_page_it_is_a_picture_with_caption_and_note_on_the_same_page() -> None:
    file = opened(document(chart(*MIXED)))
    first, second, third = file.find("w:body/w:p[position()>1]")
    styles = [value(item, "w:pPr/w:pStyle/@w:val") for item in (first, second, third)]
    assert styles == ["Picture", "Caption", "TableNote"]
    assert words(second) == "Figur 1: Sager"
    assert words(third) == "Kilde: en optælling."
    assert [bool(item.findall("./{*}pPr/{*}keepNext")) for item in (first, second, third)] == [
        True,
        True,
        False,
    ]
    assert file.values("//wp:docPr/@descr") == ["Søjlediagram: Sager."]
    drawn = pictured(chart(*MIXED))
    assert [file.entries[f"word/media/image{name}"] for name in ("1.png", "2.svg")] == [drawn.png, drawn.svg]
    assert not any("chart" in name or "embed" in name for name in file.entries)
