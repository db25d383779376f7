"""Ways to hide text in pictures, and in what is said of them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from verify.built.clean import (
    ALT,
    BODY,
    DRAWN,
    OTHER_ALT,
    PNG,
    RELATIONS,
    SVG,
    chunk,
    png,
)
from verify.built.spoiling import (
    RAW,
    SECRET,
    Parts,
    Spoiling,
    put,
    swap,
    swap_all,
)

_ALT = ALT.replace("&", "&amp;").replace('"', "&quot;")


def _renamed(parts: Parts) -> None:
    parts["word/media/image7.png"] = parts.pop(PNG)
    swap(RELATIONS, "image1.png", "image7.png")(parts)


def _drawn(old: str, new: str) -> bytes:
    assert old.encode() in DRAWN, "the text to replace is not there"
    return DRAWN.replace(old.encode(), new.encode(), 1)


def _header(*values: int) -> bytes:
    return struct.pack(">IIBBBBB", *values)


def _png() -> Iterator[tuple[str, str, bytes]]:
    rows = (b"\0" + b"\xff" * 40) * 20
    for kind in (b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"iCCP", b"tIME", b"viGg", b"bKGD", b"sPLT", b"hIST"):
        yield f"a chunk {kind.decode()}", "S171", png(chunk(kind, RAW))
    yield "a gamma that is a text", "S171", png(chunk(b"gAMA", b"Vigg"))
    yield "colours that are a text", "S171", png(chunk(b"cHRM", (RAW * 3)[:32]))
    yield "a resolution that is a text", "S171", png(chunk(b"pHYs", b"ViggoViggo"[:9]))
    yield "an intent that is a text", "S171", png(chunk(b"sRGB", b"V"))
    yield "bits that are a text", "S171", png(chunk(b"sBIT", b"Vi"))
    yield "a transparency that is a text", "S171", png(chunk(b"tRNS", RAW))
    yield "a palette without use", "S171", png(chunk(b"PLTE", b"Viggo!"))
    yield "an end with something in it", "S171", png()[:-12] + chunk(b"IEND", RAW)
    yield "bytes behind the end", "S170", png(trailer=RAW)
    yield "a chunk behind the end", "S170", png(trailer=chunk(b"IEND", b""))
    yield "a chunk that stands twice", "S170", png(chunk(b"sRGB", b"\0"), chunk(b"sRGB", b"\1"))
    yield (
        "a chunk between the pixels",
        "S170",
        png()[:-12] + chunk(b"sRGB", b"\0") + chunk(b"IDAT", b"") + chunk(b"IEND", b""),
    )
    yield "no pixels", "S170", png()[:33] + chunk(b"IEND", b"")
    yield "no header", "S170", b"\x89PNG\r\n\x1a\n" + chunk(b"IEND", b"")
    yield "another checksum", "S170", png()[:-4] + b"Vigg"
    yield "another signature", "S170", b"GIF89a" + png()[6:]
    yield "a chunk that is cut off", "S170", png()[:-3]
    yield "a header that is a text", "S170", png(header=RAW)
    yield "a header of another length", "S170", png(header=RAW[:13] + b"x")
    yield "another way of packing", "S170", png(header=_header(40, 20, 8, 0, 7, 0, 0))
    yield "another depth", "S170", png(header=_header(40, 20, 3, 0, 0, 0, 0))
    yield "no width", "S170", png(header=_header(0, 20, 8, 0, 0, 0, 0))
    yield "rows too many", "S172", png(rows=rows + RAW)
    yield "rows too few", "S172", png(rows=rows[:-41])
    yield "filters that are a text", "S172", png(rows=b"V" + rows[1:])
    yield "more pixels than there can be", "S172", png(header=_header(20_000, 20_000, 16, 6, 0, 0, 0))
    yield "no pixel data", "S172", png()[:33] + chunk(b"IDAT", RAW) + chunk(b"IEND", b"")
    packed_rows = zlib.compress(rows)
    yield (
        "bytes behind the pixels",
        "S172",
        png()[:33] + chunk(b"IDAT", packed_rows + RAW) + chunk(b"IEND", b""),
    )
    yield "pixels without end", "S172", png()[:33] + chunk(b"IDAT", packed_rows[:-2]) + chunk(b"IEND", b"")


_SVG = (
    ("text", "</g>", f"</g><text>{SECRET}</text>"),
    ("a title", "</g>", f"</g><title>{SECRET}</title>"),
    ("a description", "</g>", f"</g><desc>{SECRET}</desc>"),
    ("metadata", "</g>", f"</g><metadata>{SECRET}</metadata>"),
    ("a style sheet", "</g>", f"</g><style>{SECRET}</style>"),
    ("a script", "</g>", f"</g><script>{SECRET}</script>"),
    ("a foreign object", "</g>", f"</g><foreignObject>{SECRET}</foreignObject>"),
    ("a picture", "</g>", '</g><image href="x"/>'),
    ("a use", "</g>", '</g><use href="#x"/>'),
    ("a comment", "</g>", f"</g><!--{SECRET}-->"),
    ("an instruction", "</g>", f"</g><?viggo {SECRET}?>"),
    ("a document type", "<svg", f"<!DOCTYPE svg [{SECRET}]><svg"),
    ("CDATA", "</g>", f"</g><![CDATA[{SECRET}]]>"),
    ("text between shapes", "</g>", f"</g>{SECRET}"),
    ("text in a group", "<path", f"{SECRET}<path"),
    ("text before the root", "<svg", f"{SECRET}<svg"),
    ("text behind the root", "</svg>", f"</svg>{SECRET}"),
    ("white space of many kinds", "</g>", "</g>\t \t \t"),
    ("a second drawing", "</svg>", '</svg><svg xmlns="http://www.w3.org/2000/svg"/>'),
    ("a drawing in a drawing", "</g>", '</g><svg xmlns="http://www.w3.org/2000/svg"/>'),
    ("a shape in a shape", 'stroke="black"/>', 'stroke="black"><g/></rect>'),
    ("an id", "<path ", '<path id="viggo" '),
    ("a class", "<path ", '<path class="viggo" '),
    ("data", "<path ", '<path data-viggo="1" '),
    ("a style", "<path ", '<path style="fill:red" '),
    ("an event", "<path ", '<path onclick="viggo()" '),
    ("a link", "<path ", '<path href="viggo" '),
    ("a language", "<g ", f'<g xml:lang="{SECRET}" '),
    ("a namespace", "<svg ", f'<svg xmlns:v="{SECRET}" '),
    ("an attribute twice", "<path ", '<path fill="#FFF" fill="#FFF" '),
    ("a colour that is a text", 'fill="#123B5D"', f'fill="{SECRET}"'),
    ("a colour from elsewhere", 'fill="#123B5D"', 'fill="url(#viggo)"'),
    ("a number that is a text", 'x="1"', f'x="{SECRET}"'),
    ("an outline that is a text", "M0,0h20", "MVIGGO0,0h20"),
    ("an outline that ends in letters", "v10.5z", "v10.5zzzz"),
    ("an outline with a long number", "v10.5z", "v86103711118610371111z"),
    ("a matrix that is a text", "scale(2 1)", "viggo(2 1)"),
    ("a tag that does not end", "</svg>", "</svg"),
    ("tags that do not match", "</g>", "</h>"),
    ("an unknown element", "<rect ", "<viggo "),
    ("an entity", "<path", "&viggo;<path"),
)


PICTURES: tuple[Spoiling, ...] = (
    (
        "the description of another public picture",
        "S164",
        swap_all(*[swap(BODY, f'descr="{_ALT}"', f'descr="{OTHER_ALT}"')] * 2),
    ),
    ("another description", "S162", swap_all(*[swap(BODY, f'descr="{_ALT}"', f'descr="{SECRET}"')] * 2)),
    (
        "another description for programs",
        "S155",
        swap(
            BODY,
            f'<pic:cNvPr id="1" name="Billede 1" descr="{_ALT}"',
            f'<pic:cNvPr id="1" name="Billede 1" descr="{SECRET}"',
        ),
    ),
    ("a title of a picture", "S125", swap(BODY, "<wp:docPr ", f'<wp:docPr title="{SECRET}" ')),
    ("a name of a picture", "S125", swap(BODY, 'name="Billede 1"', f'name="{SECRET}"')),
    (
        "another number of a picture",
        "S155",
        swap_all(*[swap(BODY, 'id="1" name="Billede 1"', 'id="86" name="Billede 86"')] * 2),
    ),
    (
        "a link of a picture",
        "S124",
        swap(BODY, "<pic:cNvPicPr/>", f'<a:hlinkClick tooltip="{SECRET}"/><pic:cNvPicPr/>'),
    ),
    ("a picture that is cut", "S124", swap(BODY, "<a:stretch>", '<a:srcRect l="99000"/><a:stretch>')),
    (
        "a picture out of sight",
        "S165",
        swap_all(*[swap(BODY, 'cx="2160000" cy="1080000"', 'cx="2000" cy="1000"')] * 2),
    ),
    (
        "a picture that is pressed together",
        "S165",
        swap_all(*[swap(BODY, 'cx="2160000" cy="1080000"', 'cx="2160000" cy="20000"')] * 2),
    ),
    (
        "a picture larger than any page",
        "S165",
        swap_all(*[swap(BODY, 'cx="2160000" cy="1080000"', 'cx="40000000" cy="20000000"')] * 2),
    ),
    (
        "two sizes of a picture",
        "S155",
        swap(BODY, 'cx="2160000" cy="1080000"', 'cx="2140000" cy="1070000"'),
    ),
    ("a picture behind the text", "S124", swap(BODY, "<wp:inline ", "<wp:anchor ")),
    ("an effect on a picture", "S124", swap(BODY, "<a:extLst>", '<a:alphaModFix amt="0"/><a:extLst>')),
    ("another extension", "S125", swap(BODY, "{96DAC541-7B7A-43D3-8B79-37D633B846F1}", SECRET)),
    (
        "a picture that is not public",
        "S163",
        put(PNG, png(chunk(b"sRGB", b"\0"))),
    ),
    (
        "a drawing that is not public",
        "S163",
        put(SVG, DRAWN.replace(b"10.5", b"10.7")),
    ),
    ("a picture by another name", "S154", _renamed),
    ("a drawing instead of a picture", "S154", swap(RELATIONS, "image1.png", "image2.svg")),
    ("in an SVG: no UTF-8", "S180", put(SVG, DRAWN + b"\xff")),
    ("in an SVG: nothing", "S180", put(SVG, b"")),
)


_INSIDE: tuple[Spoiling, ...] = (
    *((f"in a PNG: {name}", rule, put(PNG, data)) for name, rule, data in _png()),
    *((f"in an SVG: {name}", "S180", put(SVG, _drawn(old, new))) for name, old, new in _SVG),
)


WAYS: tuple[Spoiling, ...] = (*PICTURES, *_INSIDE)
