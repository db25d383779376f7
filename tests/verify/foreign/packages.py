"""Small office files made by hand: each is what its program would read, and holds no more than it must."""

import io
import zipfile
from collections.abc import Mapping
from typing import TypeAlias
from xml.sax.saxutils import escape

Parts: TypeAlias = dict[str, bytes]
"""The parts of a package by name, in order."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:a="{A}"'
PROSE = "Kommunen har i 2021 arbejdet videre med de aftalte indsatser."

MAIN = "application/vnd.openxmlformats-officedocument"


def zipped(parts: Mapping[str, bytes], *, comment: bytes = b"", packed: bool = True) -> bytes:
    """A zip file of the parts, in order."""
    target = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
        archive.comment = comment
    return target.getvalue()


def xml(text: str) -> bytes:
    """A part of XML."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}'.encode()


def content_types(main: str, kind: str) -> bytes:
    return xml(
        f'<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{kind}"/></Types>'
    )


def relations(*targets: tuple[str, str]) -> bytes:
    """Relationships inside the package, by type and target."""
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return xml(f'<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>')


def paragraph(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def run(text: str, properties: str = "") -> str:
    around = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{around}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def word(body: str = "", *, kind: str = "wordprocessingml.document.main+xml") -> Parts:
    """The parts of a text document with a line of prose, and ``body`` behind it."""
    return {
        "[Content_Types].xml": content_types("word/document.xml", f"{MAIN}.{kind}"),
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/document.xml": xml(
            f"<w:document {NAMES}><w:body>{paragraph(run(PROSE))}{body}<w:sectPr/></w:body></w:document>"
        ),
        "word/_rels/document.xml.rels": relations(("styles", "styles.xml"), ("settings", "settings.xml")),
        "word/styles.xml": xml(
            f'<w:styles {NAMES}><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
            f'<w:name w:val="Normal"/></w:style></w:styles>'
        ),
        "word/settings.xml": xml(f'<w:settings {NAMES}><w:zoom w:percent="100"/></w:settings>'),
    }


def sheet(rows: str = "", strings: str = "", workbook: str = "", extra: str = "") -> Parts:
    """The parts of a workbook with one sheet."""
    return {
        "[Content_Types].xml": content_types("xl/workbook.xml", f"{MAIN}.spreadsheetml.sheet.main+xml"),
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": xml(
            f'<workbook xmlns="{S}" xmlns:r="{R}"><sheets><sheet name="Ark1" sheetId="1" r:id="rId1"/>'
            f"</sheets>{workbook}</workbook>"
        ),
        "xl/_rels/workbook.xml.rels": relations(
            ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")
        ),
        "xl/worksheets/sheet1.xml": xml(
            f'<worksheet xmlns="{S}" xmlns:r="{R}"><sheetData>'
            f'<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>550</v></c></row>{rows}</sheetData>{extra}'
            f"</worksheet>"
        ),
        "xl/sharedStrings.xml": xml(f'<sst xmlns="{S}"><si><t>Antal sager</t></si>{strings}</sst>'),
    }


def slides(shape: str = "", attributes: str = "") -> Parts:
    """The parts of a presentation with one slide."""
    return {
        "[Content_Types].xml": content_types(
            "ppt/presentation.xml", f"{MAIN}.presentationml.presentation.main+xml"
        ),
        "_rels/.rels": relations(("officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": xml(
            f'<p:presentation xmlns:p="{P}" xmlns:r="{R}"><p:sldIdLst><p:sldId id="256" r:id="rId1"/>'
            f"</p:sldIdLst></p:presentation>"
        ),
        "ppt/_rels/presentation.xml.rels": relations(("slide", "slides/slide1.xml")),
        "ppt/slides/slide1.xml": xml(
            f'<p:sld xmlns:p="{P}" xmlns:a="{A}" xmlns:r="{R}"{attributes}><p:cSld><p:spTree><p:sp><p:nvSpPr>'
            f'<p:cNvPr id="2" name="Titel 1"/></p:nvSpPr><p:txBody><a:p><a:r><a:t>{PROSE}</a:t></a:r></a:p>'
            f"</p:txBody></p:sp>{shape}</p:spTree></p:cSld></p:sld>"
        ),
    }


ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODF_NAMES = " ".join(
    f'xmlns:{prefix}="{ODF}:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("style", "style"),
        ("meta", "meta"), ("script", "script"), ("svg", "svg-compatible"), ("presentation", "presentation"),
        ("fo", "xsl-fo-compatible"),
    )
) + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip


def odf(body: str = "", styles: str = "", kind: str = "text") -> Parts:
    """The parts of an OpenDocument file of a kind."""
    mimetype = f"application/vnd.oasis.opendocument.{kind}"
    return {
        "mimetype": mimetype.encode(),
        "content.xml": xml(
            f"<office:document-content {ODF_NAMES}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:{kind}><text:p>{PROSE}</text:p>{body}"
            f"</office:{kind}></office:body></office:document-content>"
        ),
        "META-INF/manifest.xml": xml(
            f'<manifest:manifest xmlns:manifest="{ODF}:manifest:1.0"><manifest:file-entry '
            f'manifest:full-path="/" manifest:media-type="{mimetype}"/></manifest:manifest>'
        ),
    }


def added(parts: Parts, name: str, data: bytes) -> Parts:
    """The parts with one more, or with another in its place."""
    return {**parts, name: data}


def changed(parts: Parts, name: str, old: str, new: str) -> Parts:
    """The parts with a text replaced in one of them; it must be there."""
    text = parts[name].decode()
    assert old in text
    return {**parts, name: text.replace(old, new, 1).encode()}
