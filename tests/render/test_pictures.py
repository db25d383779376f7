from dataclasses import replace
from decimal import Decimal

import pytest

from answerkit.render.measures import UnreadablePictureError
from render.samples import RENDERER, SVG, document, opened, picture, png, value, words

MM = 36_000


def test_a_picture_has_words_and_a_caption_beneath() -> None:
    file = opened(document(replace(picture(alt='En "hvid" flade & mere'), number=2)))
    first, second = file.find("w:body/w:p[position()>1]")
    assert [value(item, "w:pPr/w:pStyle/@w:val") for item in (first, second)] == ["Picture", "Caption"]
    assert words(second) == "Figur 2: Et billede"
    assert value(second, "w:bookmarkStart/@w:name") == "a_figur"
    assert first.findall(".//{*}keepNext")
    assert file.values("//wp:docPr/@descr | //pic:cNvPr/@descr") == ['En "hvid" flade & mere'] * 2
    assert file.values("//wp:docPr/@name | //pic:cNvPr/@name") == ["Billede 1"] * 2


@pytest.mark.parametrize(
    ("width_mm", "pixels", "expected"),
    [
        (Decimal(40), (2, 1), (40 * MM, 20 * MM)),
        (Decimal("40.5"), (2, 1), (1_458_000, 729_000)),
        (Decimal(500), (2, 1), (9072 * 635, 9072 * 635 // 2)),
        (Decimal(100), (1, 100), (71_424, 7_142_480)),
    ],
)
def test_a_picture_is_as_wide_as_asked_where_the_page_allows(
    width_mm: Decimal, pixels: tuple[int, int], expected: tuple[int, int]
) -> None:
    file = opened(document(replace(picture(), width_mm=width_mm, png=png(*pixels))))
    for path in ("//wp:extent", "//a:xfrm/a:ext"):
        assert (int(file.values(f"{path}/@cx")[0]), int(file.values(f"{path}/@cy")[0])) == expected


def test_without_svg_there_is_one_file() -> None:
    file = opened(document(picture()))
    assert [name for name in file.entries if "media" in name] == ["word/media/image1.png"]
    assert file.entries["word/media/image1.png"] == png()
    assert file.find("//asvg:svgBlip") == []


def test_a_sharp_picture_stands_beside_the_one_for_older_programs() -> None:
    file = opened(document(picture(svg=SVG)))
    targets = {
        value(item, "@Id"): value(item, "@Target")
        for item in file.find("rel:Relationship", "word/_rels/document.xml.rels")
    }
    assert [targets[item] for item in file.values("//a:blip/@r:embed")] == ["media/image1.png"]
    assert [targets[item] for item in file.values("//asvg:svgBlip/@r:embed")] == ["media/image2.svg"]
    assert file.values("//a:blip//a:ext/@uri") == ["{96DAC541-7B7A-43D3-8B79-37D633B846F1}"]
    assert file.entries["word/media/image2.svg"] == SVG
    types = file.find("ct:Default", "[Content_Types].xml")
    assert [value(item, "@Extension") for item in types] == ["png", "rels", "svg"]


def test_the_same_picture_is_kept_once() -> None:
    file = opened(document(picture(), picture(), replace(picture(), png=png(3, 1))))
    media = [name for name in file.entries if "media" in name]
    assert media == ["word/media/image1.png", "word/media/image2.png"]
    assert len(set(file.values("//a:blip/@r:embed"))) == 2


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"tekst",
        png()[:23],
        png(0, 1),
        png(1, 0),
        b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00!\xf9\x04\x00\x00\x00\x00\x00,",
    ],
)
def test_what_is_no_picture_is_refused_without_its_words(data: bytes) -> None:
    node = replace(picture(alt="hemmelig"), png=data, number=4)
    with pytest.raises(UnreadablePictureError) as caught:
        RENDERER.render(document(node))
    assert str(caught.value) == "figur 4 kan ikke læses"
    assert caught.value.hint
