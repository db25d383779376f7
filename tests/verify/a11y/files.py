"""Small Word files as Word itself might save them, for the accessibility check to judge."""

from __future__ import annotations

import io
import zipfile

from answerkit.verify.a11y.gate import verify_accessible

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
)
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="da-DK"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/>'
    '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="H3"><w:name w:val="heading 3"/><w:basedOn w:val="H2"/>'
    '<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="List Bullet"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Pale"><w:name w:val="Pale"/><w:rPr><w:color w:val="999999"/>'
    '</w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Box"><w:name w:val="Box"/><w:pPr><w:shd w:val="clear"'
    ' w:fill="123B5D"/></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="Light"><w:name w:val="Light"/><w:rPr><w:color w:val="FFFFFF"/>'
    '</w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/><w:tblStylePr w:type="firstRow"><w:rPr>'
    '<w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:fill="123B5D"/></w:tcPr>'
    '</w:tblStylePr><w:tblStylePr w:type="lastRow"><w:rPr><w:color w:val="DDDDDD"/></w:rPr>'
    '</w:tblStylePr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="Ring"/><w:basedOn w:val="Ring"/></w:style>'
)  # fmt: skip
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Svar</dc:title></cp:coreProperties>'
)
HEADING = '<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t>Ad 1)</w:t></w:r></w:p>'


def word(
    body: str, *, heading: str = HEADING, styles: str = STYLES, core: str = CORE, **others: str
) -> bytes:
    """A Word file with this body; ``others`` are further parts of ``word/``."""
    body = f"<w:body>{heading}{body}<w:sectPr/></w:body>"
    parts = {
        "word/document.xml": f"<w:document {NAMESPACES}>{body}</w:document>",
        "word/styles.xml": f"<w:styles {NAMESPACES}>{styles}</w:styles>",
        "docProps/core.xml": core,
        **{f"word/{name}.xml": root for name, root in others.items()},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def codes(data: bytes) -> list[str]:
    """The rules that a file breaks."""
    return [finding.code for finding in verify_accessible(data, name="f.docx")]


def p(words: str, properties: str = "", look: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{look}</w:rPr><w:t>{words}</w:t></w:r></w:p>"


def styled(style: str, words: str = "Tekst") -> str:
    """A paragraph of a style."""
    return p(words, f'<w:pStyle w:val="{style}"/>')


def link(words: str) -> str:
    """A paragraph that is a link."""
    return f'<w:p><w:hyperlink w:anchor="a"><w:r><w:t>{words}</w:t></w:r></w:hyperlink></w:p>'


def row(*cells: str, properties: str = "", cell: str = "") -> str:
    """A table's row; the cells hold paragraphs."""
    inside = "".join(f"<w:tc><w:tcPr>{cell}</w:tcPr>{item}</w:tc>" for item in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


HEAD = row(p("Hvad"), p("Antal"), properties="<w:tblHeader/>")


def table(*rows: str, properties: str = "") -> str:
    """A table."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def drawing(attributes: str = "", inside: str = "", kind: str = "inline") -> str:
    """A paragraph with a picture."""
    properties = f'<wp:docPr id="1" name="Billede 1" {attributes}>{inside}</wp:docPr>'
    return f"<w:p><w:r><w:drawing><wp:{kind}>{properties}</wp:{kind}></w:drawing></w:r></w:p>"
