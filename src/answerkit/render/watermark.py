"""The word across each page of the confidential edition, drawn as Word draws its own watermarks.

It lies in the header's part, behind the text, and is pale: what is printed over it stays readable.

Source: [MS-OI29500] 2.1 and ECMA-376-4, 19 (VML): shape, textpath; Word names its watermarks
``PowerPlusWaterMarkObject``, and removes by its own command only what is named so.
"""

from __future__ import annotations

from answerkit.render.markup import NOTHING, Xml, element

_VML = {"xmlns:v": "urn:schemas-microsoft-com:vml", "xmlns:o": "urn:schemas-microsoft-com:office:office"}
_TYPE = "_x0000_t136"
_PALE = "#f3dede"

# In points: a word of this width fits across A4 from corner to corner, and is no higher than looks well.
_WIDTH = 460
_HIGHEST = 150
_LETTER = 0.62
"""How wide a capital letter is, as a share of its height."""


def watermark(word: str) -> Xml:
    """A run that draws the word; nothing for no word."""
    if not word:
        return NOTHING
    return element("w:r", None, element("w:pict", _VML, _shape_type(), _shape(word)))


def _shape_type() -> Xml:
    """WordArt in a straight line: Word knows the type by its number, other programs by its path."""
    lock = {"v:ext": "edit", "text": "t", "shapetype": "t"}
    return element(
        "v:shapetype",
        {
            "id": _TYPE,
            "coordsize": "21600,21600",
            "o:spt": "136",
            "adj": "10800",
            "path": "m@7,l@8,m@5,21600l@6,21600e",
        },
        element("v:formulas", None, *[element("v:f", {"eqn": equation}) for equation in _EQUATIONS]),
        element(
            "v:path",
            {
                "textpathok": "t",
                "o:connecttype": "custom",
                "o:connectlocs": "@9,0;@10,10800;@11,21600;@12,10800",
                "o:connectangles": "270,180,90,0",
            },
        ),
        element("v:textpath", {"on": "t", "fitshape": "t"}),
        element("v:handles", None, element("v:h", {"position": "#0,bottomRight", "xrange": "6629,14971"})),
        element("o:lock", lock),
    )


# Source: the definition of shape type 136 that Word writes beside each watermark.
_EQUATIONS = (
    "sum #0 0 10800",
    "prod #0 2 1",
    "sum 21600 0 @1",
    "sum 0 0 @2",
    "sum 21600 0 @3",
    "if @0 @3 0",
    "if @0 21600 @1",
    "if @0 0 @2",
    "if @0 @4 21600",
    "mid @5 @6",
    "mid @8 @5",
    "mid @7 @8",
    "mid @6 @7",
    "sum @6 0 @5",
)


def _shape(word: str) -> Xml:
    height = min(_HIGHEST, round(_WIDTH / (_LETTER * len(word))))
    style = (
        f"position:absolute;margin-left:0;margin-top:0;width:{_WIDTH}pt;height:{height}pt;rotation:315;"
        "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    return element(
        "v:shape",
        {
            "id": "PowerPlusWaterMarkObject1",
            "o:spid": "_x0000_s2049",
            "type": f"#{_TYPE}",
            "alt": word,
            "style": style,
            "o:allowincell": "f",
            "fillcolor": _PALE,
            "stroked": "f",
        },
        element(
            "v:textpath", {"style": 'font-family:"Arial";font-size:1pt;font-weight:bold', "string": word}
        ),
    )
