"""Pictures in the line of text, their captions and their words for those who cannot see them."""

from __future__ import annotations

from collections.abc import Mapping

from answerkit.model.document import Chart, Picture
from answerkit.model.frozen import dataclass
from answerkit.render.markup import NOTHING, Xml, element, fragment
from answerkit.render.measures import pixels
from answerkit.render.paragraphs import Setting, bookmarked, characters, paragraph
from answerkit.render.reference import Page
from answerkit.render.styles import Style

_EMU_PER_MM = 36_000
_EMU_PER_TWIP = 635

_DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTUREML = "http://schemas.openxmlformats.org/drawingml/2006/picture"

# Source: [MS-ODRAWXML] (svgBlip): the sharp picture; older programs show the blip around it.
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


@dataclass(frozen=True, slots=True)
class _Size:
    """Width and height in EMU (English Metric Units, 914,400 to the inch)."""

    width: int
    height: int


def picture(setting: Setting, node: Picture, note: str = "") -> Xml:
    """The picture, and beneath it its caption and note, on the same page.

    Raises:
        UnreadablePictureError: when the PNG bytes are none.
    """
    drawing = element("w:r", None, element("w:drawing", None, _inline(setting, node)))
    words = characters(setting.reference, f"Figur {node.number}: {node.caption}")
    caption = paragraph(setting, Style.CAPTION, bookmarked(setting, node.anchor, words), keep_next=bool(note))
    told = characters(setting.reference, note)
    beneath = paragraph(setting, Style.TABLE_NOTE, told) if note else NOTHING
    return fragment((paragraph(setting, Style.PICTURE, drawing, keep_next=True), caption, beneath))


def chart(setting: Setting, node: Chart) -> Xml:
    """The chart as a picture, drawn here, with its caption and its note."""
    from answerkit.render.bars import pictured  # noqa: PLC0415 - few documents have one

    return picture(setting, pictured(node), node.note)


def _size(page: Page, node: Picture) -> _Size:
    """As wide as the content says, but no wider than the text and no higher than most of the page."""
    across, down = pixels(node)
    width = min(int(node.width_mm * _EMU_PER_MM), page.text_width * _EMU_PER_TWIP)
    highest = page.text_height * _EMU_PER_TWIP * 4 // 5
    height = width * down // across
    return _Size(width, height) if height <= highest else _Size(width * highest // height, highest)


def _inline(setting: Setting, node: Picture) -> Xml:
    """The anchor in the line, with the words for those who cannot see it.

    Source: ISO/IEC 29500-1, 20.4.2 (inline, docPr): ``descr`` is the alternative text.
    """
    number = setting.draft.drawing()
    size = _size(setting.reference.page, node)
    name = {"id": str(number), "name": f"Billede {number}", "descr": node.alt}
    locks = element("a:graphicFrameLocks", {"xmlns:a": _DRAWINGML, "noChangeAspect": "1"})
    return element(
        "wp:inline",
        {"distT": "0", "distB": "0", "distL": "0", "distR": "0"},
        element("wp:extent", {"cx": str(size.width), "cy": str(size.height)}),
        element("wp:docPr", name),
        element("wp:cNvGraphicFramePr", None, locks),
        element(
            "a:graphic",
            {"xmlns:a": _DRAWINGML},
            element("a:graphicData", {"uri": _PICTUREML}, _graphic(setting, node, name, size)),
        ),
    )


def _graphic(setting: Setting, node: Picture, name: Mapping[str, str], size: _Size) -> Xml:
    frame = element(
        "a:xfrm",
        None,
        element("a:off", {"x": "0", "y": "0"}),
        element("a:ext", {"cx": str(size.width), "cy": str(size.height)}),
    )
    shape = element("a:prstGeom", {"prst": "rect"}, element("a:avLst"))
    return element(
        "pic:pic",
        {"xmlns:pic": _PICTUREML},
        element("pic:nvPicPr", None, element("pic:cNvPr", name), element("pic:cNvPicPr")),
        element(
            "pic:blipFill", None, _blip(setting, node), element("a:stretch", None, element("a:fillRect"))
        ),
        element("pic:spPr", None, frame, shape),
    )


def _blip(setting: Setting, node: Picture) -> Xml:
    """The PNG bytes, and the SVG bytes for programs that can draw them."""
    png = {"r:embed": setting.draft.png(node.png)}
    if node.svg is None:
        return element("a:blip", png)
    sharp = element("asvg:svgBlip", {"xmlns:asvg": _SVG, "r:embed": setting.draft.svg(node.svg)})
    return element("a:blip", png, element("a:extLst", None, element("a:ext", {"uri": _SVG_EXTENSION}, sharp)))
