"""The theme of the reference file: the colours and the font that Word offers to whoever edits a document."""

from __future__ import annotations

from tools.reference_styles import (
    BLUE_TINT,
    DARK_RED,
    FONT,
    GREY,
    HAIRLINE,
    LINK,
    NAVY,
    RED_TINT,
    WHITE,
)

from answerkit.render.markup import Xml, element, fragment

DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006/main"
NAME = "answerkit"

COLORS = {
    "dk1": "000000",
    "lt1": WHITE,
    "dk2": NAVY,
    "lt2": BLUE_TINT,
    "accent1": NAVY,
    "accent2": DARK_RED,
    "accent3": GREY,
    "accent4": HAIRLINE,
    "accent5": RED_TINT,
    "accent6": LINK,
    "hlink": LINK,
    "folHlink": LINK,
}


def theme() -> Xml:
    """The root of the theme part.

    Source: ISO/IEC 29500-1, 20.1.6 (theme): twelve colours, two fonts, and three fills, lines, effects
    and backgrounds, all of which must be there.
    """
    colors = [
        element(f"a:{name}", None, element("a:srgbClr", {"val": color})) for name, color in COLORS.items()
    ]
    fonts = [element(f"a:{kind}", None, _typefaces()) for kind in ("majorFont", "minorFont")]
    elements = element(
        "a:themeElements",
        None,
        element("a:clrScheme", {"name": NAME}, *colors),
        element("a:fontScheme", {"name": NAME}, *fonts),
        element("a:fmtScheme", {"name": NAME}, _formats()),
    )
    return element("a:theme", {"xmlns:a": DRAWINGML, "name": NAME}, elements)


def _typefaces() -> Xml:
    faces = {"latin": FONT, "ea": "", "cs": ""}
    return fragment(element(f"a:{script}", {"typeface": face}) for script, face in faces.items())


def _formats() -> Xml:
    fill = element("a:solidFill", None, element("a:schemeClr", {"val": "phClr"}))
    effect = element("a:effectStyle", None, element("a:effectLst"))
    kinds = {"fillStyleLst": fill, "lnStyleLst": element("a:ln", {"w": "6350"}, fill)}
    kinds |= {"effectStyleLst": effect, "bgFillStyleLst": fill}
    return fragment(element(f"a:{name}", None, *[style] * 3) for name, style in kinds.items())
