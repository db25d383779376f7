"""Make ``templates/reference.docx``: the look of every document, slim and the same on every machine.

Run by hand from the project's folder, after changing the look here or in ``reference_styles.py``:
``python -m tools.make_reference``. A test compares the committed file with what this program makes. Lengths
are in twips (twentieths of a point).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from tools.reference_styles import (
    FONT,
    LIST_STEP,
    TABLE_BULLET_STEP,
    TABLE_NUMBER_STEP,
    List,
    indentation,
    language,
    styles,
    value,
)
from tools.reference_theme import theme

from answerkit.render.archive import pack
from answerkit.render.draft import Story
from answerkit.render.frame import NAMESPACES
from answerkit.render.markup import Xml, element

TARGET = Path(__file__).resolve().parent.parent / "templates" / "reference.docx"

PAGE = {"w:w": "11906", "w:h": "16838"}
MARGINS = {
    "w:top": "1474",
    "w:right": "1417",
    "w:bottom": "1304",
    "w:left": "1417",
    "w:header": "624",
    "w:footer": "624",
    "w:gutter": "0",
}


@dataclass(frozen=True, slots=True)
class Level:
    """A list's level: how it counts, what is printed, and the style that it belongs to."""

    counting: str
    mark: str
    style: str
    left: int = 0
    hanging: int = LIST_STEP
    apart: str = "tab"

    def xml(self, level: int) -> Xml:
        """The level as ``w:lvl``; its indentation is the style's, which Word would let it override."""
        indent = indentation(self.left, self.hanging, 0) if self.left else element("w:ind", {"w:left": "0"})
        return element(
            "w:lvl",
            {"w:ilvl": str(level)},
            value("w:start", "1"),
            value("w:numFmt", self.counting),
            value("w:pStyle", self.style),
            value("w:suff", self.apart),
            value("w:lvlText", self.mark),
            value("w:lvlJc", "left"),
            element("w:pPr", None, indent),
        )


LISTS = {
    List.HEADINGS: (
        Level("decimal", "Ad %1)", "Heading1", apart="space"),
        Level("decimal", "%1.%2", "Heading2", apart="space"),
    ),
    List.BULLETS: (
        Level("bullet", "•", "ListBullet", LIST_STEP),
        Level("bullet", "–", "ListBullet2", LIST_STEP * 2),
        Level("bullet", "•", "ListBullet3", LIST_STEP * 3),
    ),
    List.NUMBERS: (
        Level("decimal", "%1.", "ListNumber", LIST_STEP),
        Level("lowerLetter", "%2)", "ListNumber2", LIST_STEP * 2),
        Level("lowerRoman", "%3.", "ListNumber3", LIST_STEP * 3),
    ),
    List.TABLE_BULLETS: (Level("bullet", "•", "TableListBullet", TABLE_BULLET_STEP, TABLE_BULLET_STEP),),
    List.TABLE_NUMBERS: (Level("decimal", "%1.", "TableListNumber", TABLE_NUMBER_STEP, TABLE_NUMBER_STEP),),
}


def numbering() -> Xml:
    """The root of the numbering part: the headings' list, and the two that lists are made from."""
    kinds = [
        element(
            "w:abstractNum",
            {"w:abstractNumId": str(number)},
            value("w:multiLevelType", "multilevel"),
            *[level.xml(index) for index, level in enumerate(levels)],
        )
        for number, levels in LISTS.items()
    ]
    lists = [
        element("w:num", {"w:numId": str(number)}, value("w:abstractNumId", str(number))) for number in LISTS
    ]
    return element("w:numbering", NAMESPACES, *kinds, *lists)


def settings() -> Xml:
    """The root of the settings part: today's layout rules, Danish separators, the footnotes' separators.

    Source: ISO/IEC 29500-1, 17.15.1 (settings): the order; [MS-DOCX] (compatibilityMode): 15 is Word 2013 on.
    """
    modern = (
        "overrideTableStyleFontSizeAndJustification",
        "enableOpenTypeFeatures",
        "doNotFlipMirrorIndents",
        "differentiateMultirowTableHeaders",
    )
    rules = {"compatibilityMode": "15"} | dict.fromkeys(modern, "1")
    uri = "http://schemas.microsoft.com/office/word"
    compatibility = [
        element("w:compatSetting", {"w:name": name, "w:uri": uri, "w:val": rule})
        for name, rule in rules.items()
    ]
    separators = [element("w:footnote", {"w:id": number}) for number in ("-1", "0")]
    return element(
        "w:settings",
        NAMESPACES,
        element("w:zoom", {"w:percent": "100"}),
        value("w:defaultTabStop", "567"),
        value("w:characterSpacingControl", "doNotCompress"),
        element("w:footnotePr", None, *separators),
        element("w:compat", None, *compatibility),
        language("w:themeFontLang"),
        value("w:decimalSymbol", ","),
        value("w:listSeparator", ";"),
    )


def footnotes() -> Xml:
    """The root of the footnotes part: the two separators that the settings name."""
    kinds = {"-1": "separator", "0": "continuationSeparator"}
    notes = [
        element(
            "w:footnote",
            {"w:type": kind, "w:id": number},
            element("w:p", None, element("w:r", None, element(f"w:{kind}"))),
        )
        for number, kind in kinds.items()
    ]
    return element("w:footnotes", NAMESPACES, *notes)


def fonts() -> Xml:
    """The root of the font table: the one font, and what to take where it is missing."""
    arial = element(
        "w:font",
        {"w:name": FONT},
        value("w:altName", "Liberation Sans"),
        value("w:charset", "00"),
        value("w:family", "swiss"),
        value("w:pitch", "variable"),
    )
    return element("w:fonts", NAMESPACES, arial)


def edge(name: str, style: str) -> Xml:
    """The root of an empty header or footer: without one, LibreOffice forgets its distance."""
    return element(name, NAMESPACES, element("w:p", None, element("w:pPr", None, value("w:pStyle", style))))


def body(header_id: str, footer_id: str) -> Xml:
    """The root of an empty document on the paper that all documents use."""
    page = element(
        "w:sectPr",
        None,
        element("w:headerReference", {"w:type": "default", "r:id": header_id}),
        element("w:footerReference", {"w:type": "default", "r:id": footer_id}),
        element("w:pgSz", PAGE),
        element("w:pgMar", MARGINS),
    )
    return element("w:document", NAMESPACES, element("w:body", None, element("w:p"), page))


def reference() -> bytes:
    """The reference file's bytes."""
    document = Story("/word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN)
    parts = (
        ("fontTable", CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE, fonts()),
        ("footer1", CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER, edge("w:ftr", "Footer")),
        ("footnotes", CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES, footnotes()),
        ("header1", CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER, edge("w:hdr", "Header")),
        ("numbering", CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING, numbering()),
        ("settings", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS, settings()),
        ("styles", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES, styles()),
        ("theme/theme1", CONTENT_TYPE.OFC_THEME, RELATIONSHIP_TYPE.THEME, theme()),
    )
    ids: dict[str, str] = {}
    for name, content_type, relationship, root in parts:
        part = Story(f"/word/{name}.xml", content_type)
        part.root = root
        ids[name] = document.relate(relationship, part)
    document.root = body(ids["header1"], ids["footer1"])
    package = OpcPackage()
    package.load_rel(RELATIONSHIP_TYPE.OFFICE_DOCUMENT, document, "rId1")
    return pack(package)


if __name__ == "__main__":
    TARGET.write_bytes(reference())
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")
