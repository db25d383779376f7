"""Files with what programs leave in them, by the rule that finds it; and files with nothing of the kind."""

import struct

from verify.foreign.packages import (
    NAMES,
    ODF_NAMES,
    PACKAGE,
    PROSE,
    A,
    P,
    Parts,
    R,
    S,
    added,
    changed,
    odf,
    paragraph,
    run,
    sheet,
    slides,
    word,
    xml,
    zipped,
)
from verify.foreign.streams import chunk, compound, exif, gif, jpeg, pdf, png, stream, string, updated, webp

CORE = (
    f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/">{}</cp:coreProperties>'
)
APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "{}</Properties>"
)
META = (
    '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<office:meta>{}</office:meta></office:document-meta>"
)
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"


def word_part(name: str, inner: str) -> bytes:
    return xml(f"<w:{name} {NAMES}>{inner}</w:{name}>")


def sheet_part(name: str, inner: str) -> bytes:
    return xml(f'<{name} xmlns="{S}">{inner}</{name}>')


def notes(inner: str) -> bytes:
    return xml(f'<p:notes xmlns:p="{P}" xmlns:a="{A}"><a:p>{inner}</a:p></p:notes>')


def custom(inner: str) -> bytes:
    return xml(f'<Properties xmlns="{CUSTOM}">{inner}</Properties>')


def core(inner: str) -> bytes:
    return xml(CORE.format(inner))


def app(inner: str) -> bytes:
    return xml(APP.format(inner))


def meta(inner: str) -> bytes:
    return xml(META.format(inner))


def external(kind: str, target: str) -> bytes:
    return xml(
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId9" Type="{R}/{kind}" '
        f'Target="{target}" TargetMode="External"/></Relationships>'
    )


RELATIONS = "word/_rels/document.xml.rels"


def authored(name: bytes) -> bytes:
    """A compound file with a property set that names its author. Source: MS-OLEPS 2.21, 2.20."""
    value = struct.pack("<2L", 0x1E, len(name) + 1) + name + b"\x00"
    properties = struct.pack("<4L", 16 + len(value), 1, 4, 16) + value
    head = struct.pack("<2HL16xL", 0xFFFE, 0, 0, 1)
    format_id = bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9")
    return compound({"\x05SummaryInformation": head + format_id + struct.pack("<L", 48) + properties})


PACKAGES = {
    "H101": [
        added(word(), "word/comments.xml", word_part("comments", '<w:comment w:id="0"/>')),
        word(paragraph('<w:commentRangeStart w:id="0"/>')),
        word(paragraph('<w:r><w:commentReference w:id="0"/></w:r>')),
    ],
    "H102": [
        word(paragraph(f"<w:ins>{run('nyt')}</w:ins>")),
        word(paragraph("<w:del><w:r><w:delText>gammelt</w:delText></w:r></w:del>")),
        word(paragraph(f"<w:moveFrom>{run('flyttet')}</w:moveFrom>")),
        word(paragraph("<w:pPr><w:pPrChange><w:pPr/></w:pPrChange></w:pPr>")),
        word(paragraph(run("x", "<w:b/><w:rPrChange><w:rPr/></w:rPrChange>"))),
        word(
            "<w:tbl><w:tr><w:trPr><w:ins/></w:trPr><w:tc><w:tcPr><w:cellDel/></w:tcPr></w:tc></w:tr></w:tbl>"
        ),
        added(sheet(), "xl/revisions/revisionLog1.xml", xml(f'<revisions xmlns="{S}"/>')),
    ],
    "H103": [
        word(paragraph(run("skjult", "<w:vanish/>"))),
        word(paragraph(run("skjult", '<w:vanish w:val="1"/>'))),
        word(paragraph(run("hvidt", '<w:color w:val="FFFFFF"/>'))),
        word(paragraph(run("temaets hvide", '<w:color w:val="000000" w:themeColor="background1"/>'))),
        word(paragraph(run("temaets hvide", '<w:color w:val="auto" w:themeColor="light1"/>'))),
        word(paragraph(run("næsten hvidt", '<w:color w:val="fefefe"/>'))),
        word(paragraph(run("bittesmåt", '<w:sz w:val="2"/>'))),
        word(paragraph(run("smalt", '<w:w w:val="1"/>'))),
        added(
            word(), "word/styles.xml", word_part("styles", "<w:style><w:rPr><w:vanish/></w:rPr></w:style>")
        ),
        word(
            paragraph(
                '<w:r><w:drawing><wp:docPr xmlns:wp="urn:x" id="1" name="x" hidden="1"/></w:drawing></w:r>'
            )
        ),
        word(paragraph('<w:pict><v:shape xmlns:v="urn:v" style="width:1;visibility:hidden"/></w:pict>')),
        slides('<p:sp><p:nvSpPr><p:cNvPr id="3" name="x" hidden="1"/></p:nvSpPr></p:sp>'),
        added(
            sheet(),
            "xl/styles.xml",
            sheet_part("styleSheet", '<numFmts><numFmt formatCode=";;;"/></numFmts>'),
        ),
    ],
    "H104": [
        changed(sheet(), "xl/workbook.xml", 'sheetId="1"', 'sheetId="1" state="hidden"'),
        changed(sheet(), "xl/workbook.xml", 'sheetId="1"', 'sheetId="1" state="veryHidden"'),
        sheet(
            workbook='<definedNames><definedName name="X" hidden="1">Ark1!$A$1</definedName></definedNames>'
        ),
        sheet(rows='<row r="2" hidden="1"/>'),
        sheet(extra='<cols><col min="2" max="2" hidden="true"/></cols>'),
        slides(attributes=' show="0"'),
    ],
    "H105": [
        word(paragraph("<w:r><w:object/></w:r>")),
        word('<w:altChunk r:id="rId9"/>'),
        added(word(), "word/embeddings/Ark1.xlsx", zipped(sheet())),
        added(word(), "word/activeX/activeX1.xml", xml("<ax/>")),
        added(sheet(), "xl/pivotCache/pivotCacheRecords1.xml", xml(f'<pivotCacheRecords xmlns="{S}"/>')),
        sheet(extra='<oleObjects><oleObject progId="Word"/></oleObjects>'),
        added(
            word(),
            "word/charts/chart1.xml",
            xml(
                '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:externalData/></c:chartSpace>'
            ),
        ),
    ],
    "H106": [
        added(
            word(), "word/_rels/settings.xml.rels", external("attachedTemplate", "https://example.org/x.dotm")
        )
    ],
    "H107": [
        added(word(), "word/vbaProject.bin", compound({"VBA/dir": b"x"})),
        added(sheet(), "xl/macrosheets/sheet1.xml", xml("<x/>")),
    ],
    "H108": [
        added(word(), RELATIONS, external("image", "https://example.org/x.png")),
        added(word(), RELATIONS, external("oleObject", "file:///c:/x.xlsx")),
        added(sheet(), "xl/externalLinks/externalLink1.xml", xml(f'<externalLink xmlns="{S}"/>')),
        added(sheet(), "xl/connections.xml", xml(f'<connections xmlns="{S}"/>')),
        word(paragraph('<w:r><w:instrText> INCLUDETEXT "x" </w:instrText></w:r>')),
        word(paragraph('<w:fldSimple w:instr=" DDEAUTO excel "/>')),
        added(word(), "word/settings.xml", word_part("settings", "<w:mailMerge/>")),
    ],
    "H109": [
        added(word(), RELATIONS, external("hyperlink", "file:///H:/sager/x.docx")),
        added(word(), RELATIONS, external("hyperlink", "\\\\server\\drev\\x.docx")),
        added(word(), RELATIONS, external("hyperlink", "../../x.docx")),
    ],
    "H110": [
        added(word(), "customXml/item1.xml", xml("<sag><titel>x</titel></sag>")),
        added(word(), "customXml/item2.xml", xml('<b:Sources xmlns:b="urn:b"><b:Source/></b:Sources>')),
    ],
    "H111": [
        added(word(), "docProps/custom.xml", custom('<property name="x"/>')),
        added(
            word(),
            "word/settings.xml",
            word_part("settings", '<w:docVars><w:docVar w:name="x"/></w:docVars>'),
        ),
        word(paragraph("<w:r><w:instrText>ADDIN ZOTERO</w:instrText></w:r>")),
        added(sheet(), "xl/printerSettings/printerSettings1.bin", b"\\\\server\\printer"),
        added(odf(), "meta.xml", meta('<meta:user-defined meta:name="x">y</meta:user-defined>')),
    ],
    "H112": [
        added(word(), "docProps/core.xml", core("<dc:creator>Mads</dc:creator>")),
        added(word(), "docProps/core.xml", core("<cp:lastModifiedBy>Mads</cp:lastModifiedBy>")),
        added(word(), "docProps/app.xml", app("<Company>Et firma</Company>")),
        added(word(), "docProps/app.xml", app("<Template>Brev.dotx</Template>")),
        added(odf(), "meta.xml", meta("<meta:initial-creator>Mads</meta:initial-creator>")),
        added(word(), "word/media/image1.jpeg", jpeg(exif(b"Telefon"))),
    ],
    "H113": [
        added(slides(), "ppt/notesSlides/notesSlide1.xml", notes("<a:r><a:t>Husk</a:t></a:r>")),
        odf("<presentation:notes><text:p>Husk</text:p></presentation:notes>", kind="presentation"),
    ],
    "H114": [added(word(), "word/glossary/document.xml", xml(f"<w:glossaryDocument {NAMES}/>"))],
    "H116": [word(paragraph('<a:blip/><a:srcRect l="25000"/>'))],
    "H117": [
        added(word(), "docProps/thumbnail.jpeg", jpeg()),
        added(odf(), "Thumbnails/thumbnail.png", png()),
    ],
}
PACKAGES["H101"] += [
    added(
        sheet(), "xl/comments1.xml", sheet_part("comments", '<commentList><comment ref="A1"/></commentList>')
    ),
    added(slides(), "ppt/comments/comment1.xml", xml(f'<p:cmLst xmlns:p="{P}"><p:cm/></p:cmLst>')),
    odf("<text:p><office:annotation><text:p>x</text:p></office:annotation></text:p>"),
]
PACKAGES["H102"] += [
    odf("<text:tracked-changes><text:changed-region/></text:tracked-changes>"),
    odf("<table:tracked-changes/>", kind="spreadsheet"),
]
PACKAGES["H103"] += [
    odf("<text:p><text:hidden-text>x</text:hidden-text></text:p>"),
    odf('<text:section text:display="none"/>'),
    odf(styles='<style:style><style:text-properties text:display="none"/></style:style>'),
]
PACKAGES["H104"] += [
    odf(
        styles='<style:style><style:table-properties table:display="false"/></style:style>',
        kind="spreadsheet",
    ),
    odf('<table:table><table:table-row table:visibility="collapse"/></table:table>', kind="spreadsheet"),
]
PACKAGES["H105"] += [
    odf('<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'),
    added(odf(), "Object 1/content.xml", odf()["content.xml"]),
]
PACKAGES["H106"] += [
    added(
        odf(),
        "meta.xml",
        meta('<meta:template xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="../x.ott"/>'),
    ),
]
PACKAGES["H107"] += [
    added(odf(), "Basic/Standard/Modul1.xml", xml("<script/>")),
    odf("<office:scripts><office:script/></office:scripts>"),
    odf('<script:event-listener script:event-name="dom:load"/>'),
]
PACKAGES["H108"] += [odf('<draw:image xlink:href="https://example.org/x.png"/>')]
PACKAGES["H109"] += [odf('<text:p><text:a xlink:href="file:///h:/x.odt">x</text:a></text:p>')]


WHITE = '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'
LIGHT = "".join(
    (
        f'<w:style w:type="character" w:styleId="Lys">{WHITE}</w:style>',
        '<w:style w:type="paragraph" w:styleId="Barn"><w:basedOn w:val="Bleg"/></w:style>',
        f'<w:style w:type="paragraph" w:styleId="Bleg">{WHITE}</w:style>',
        '<w:style w:type="character" w:styleId="Lille"><w:rPr><w:sz w:val="2"/></w:rPr></w:style>',
        (
            '<w:style w:type="paragraph" w:styleId="Kasse"><w:pPr><w:shd w:fill="000000"/></w:pPr>'
            f"{WHITE}</w:style>"
        ),
        (
            '<w:style w:type="character" w:styleId="Tema"><w:rPr><w:color w:val="auto"'
            ' w:themeColor="background1"/></w:rPr></w:style>'
        ),
        '<w:style w:type="character" w:styleId="Sort"><w:rPr><w:color w:val="000000"/></w:rPr></w:style>',
        '<w:style w:type="paragraph" w:styleId="Ring"><w:basedOn w:val="Ring"/></w:style>',
        f'<w:style w:type="table" w:styleId="Tabel">{WHITE}</w:style>',
    )
)


def styled(run_style: str = "", paragraph_style: str = "", properties: str = "", around: str = "{}") -> Parts:
    """A file with a paragraph in styles of which some make letters white."""
    worn = f'<w:rStyle w:val="{run_style}"/>{properties}' if run_style else properties
    own = f'<w:pPr><w:pStyle w:val="{paragraph_style}"/></w:pPr>' if paragraph_style else ""
    body = around.format(paragraph(own + run("hvidt", worn)))
    return added(word(body), "word/styles.xml", word_part("styles", LIGHT))


PACKAGES["H103"] += [
    styled("Lys"),
    styled("Tema"),
    styled("", "Bleg"),
    styled("", "Barn"),
    styled("Lille", "Kasse"),
    styled("", "Bleg", around="<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"),
]


def odf_style(name: str, family: str, inside: str, parent: str = "") -> str:
    """A style of an OpenDocument file."""
    above = f' style:parent-style-name="{parent}"' if parent else ""
    return f'<style:style style:name="{name}" style:family="{family}"{above}>{inside}</style:style>'


def odf_styled(properties: str, body: str, common: str = "") -> Parts:
    """A text with the style ``T`` for letters, whose parent is ``Fælles`` of another part."""
    letters = f"<style:text-properties {properties}/>" if properties else ""
    dark = '<style:paragraph-properties fo:background-color="#000000"/>'
    shared = odf_style("Fælles", "text", common) + odf_style("P", "paragraph", dark)
    part = f"<office:styles>{shared}</office:styles>"
    document = xml(f"<office:document-styles {ODF_NAMES}>{part}</office:document-styles>")
    return added(odf(body, odf_style("T", "text", letters, "Fælles")), "styles.xml", document)


ODF_WHITE, IN_T = 'fo:color="#ffffff"', '<text:p>a<text:span text:style-name="T">hvidt</text:span></text:p>'
PACKAGES["H103"] += [
    odf_styled(ODF_WHITE, IN_T),
    odf_styled('fo:color="#FFFDFE" fo:background-color="transparent"', IN_T),
    odf_styled('fo:font-size="1pt"', IN_T),
    odf_styled('fo:font-size="3.5pt" fo:background-color="#000000"', IN_T),
    odf_styled("", IN_T, f"<style:text-properties {ODF_WHITE}/>"),
    odf_styled(ODF_WHITE, '<text:span text:style-name="T">uden for et afsnit</text:span>'),
    odf_styled(ODF_WHITE, '<text:p><text:span text:style-name="T"><text:s/>hvidt</text:span></text:p>'),
    odf_styled(
        ODF_WHITE, '<text:h><text:span text:style-name="T"><text:a>hvidt link</text:a></text:span></text:h>'
    ),
]

RTF = "{{\\rtf1\\ansi {}\\par}}"

OTHER = [
    ("H101", pdf(extra=[b"<< /Type /Annot /Subtype /Text /Contents (x) >>"])),
    ("H101", pdf(extra=[b"<< /Type /Annot /Subtype/Highlight >>"])),
    ("H101", pdf(extra=[b"<< /Type /Annot /Subtype /Redact >>"])),
    ("H105", pdf(extra=[stream(b"hej", b"/Type /EmbeddedFile")])),
    ("H105", pdf(catalog=b"/Names << /EmbeddedFiles << /Names [] >> >>")),
    ("H105", pdf(extra=[b"<< /Subtype /FileAttachment >>"])),
    ("H107", pdf(catalog=b"/OpenAction << /S /JavaScript /JS (x) >>")),
    ("H107", pdf(extra=[b"<< /S /Launch /F (x) >>"])),
    ("H109", pdf(extra=[b"<< /S /URI /URI (file:///h:/x) >>"])),
    ("H103", pdf(catalog=b"/OCProperties << /D << /OFF [ 9 0 R ] >> >>")),
    ("H111", pdf(catalog=b"/PieceInfo << >>")),
    ("H112", pdf(info=b"/Author (Mads)")),
    ("H112", pdf(info=b"/Author " + string("Mads Ø"))),
    ("H115", updated(pdf(), 4, stream(b"BT /F1 9 Tf (nyt) Tj ET"))),
    ("H118", pdf(extra=[stream(b"BT 3 Tr /F1 9 Tf (usynligt) Tj ET")])),
    ("H101", RTF.format("{\\*\\annotation x}").encode()),
    ("H102", RTF.format("{\\revised x}").encode()),
    ("H102", RTF.format("{\\deleted x}").encode()),
    ("H103", RTF.format("{\\v x}").encode()),
    ("H105", RTF.format("{\\object{\\*\\objdata 00}}").encode()),
    ("H106", RTF.format("{\\*\\template C:x.dot}").encode()),
    ("H108", RTF.format('{\\field{\\*\\fldinst INCLUDETEXT "x"}}').encode()),
    ("H111", RTF.format("{\\*\\docvar {x}{y}}").encode()),
    ("H111", RTF.format("{\\*\\userprops{\\propname Sag}}").encode()),
    ("H112", RTF.format("{\\info{\\author Mads}}").encode()),
    ("H107", compound({"Macros/VBA/_VBA_PROJECT": b"x", "WordDocument": b"x"})),
    ("H105", compound({"ObjectPool/_1/\x01Ole10Native": b"x"})),
    ("H112", authored(b"Mads")),
    ("H101", b"<html><body><!-- husk --><p>x</p></body></html>"),
    ("H103", b'<html><body><p style="display: none">x</p></body></html>'),
    ("H103", b"<html><body><p hidden>x</p></body></html>"),
    ("H103", b'<html><body><p style="font-size:0">x</p></body></html>'),
    ("H103", b"<html><head><style>p { opacity: 0.0; }</style></head><body><p>x</p></body></html>"),
    ("H107", b"<html><body><script>x</script></body></html>"),
    ("H107", b'<html><body onload="x"></body></html>'),
    ("H108", b'<html><body><img src="https://example.org/x.png"></body></html>'),
    ("H112", png(chunk(b"tEXt", b"Author\x00Mads"))),
    ("H112", png(chunk(b"eXIf", b"II*\x00"))),
    ("H112", jpeg(exif(b"Telefon"))),
    ("H112", webp((b"XMP ", b"<x:xmpmeta/>"))),
]


CLEAN = {
    "word": zipped(word()),
    "shown again": zipped(word(paragraph(run("x", '<w:vanish w:val="0"/>')))),
    "white on dark": zipped(word(paragraph(run("x", '<w:color w:val="FFFFFF"/><w:shd w:fill="000000"/>')))),
    "shaded theme": zipped(
        word(paragraph(run("x", '<w:color w:val="7F7F7F" w:themeColor="background1" w:themeShade="7F"/>')))
    ),
    "white marked": zipped(word(paragraph(run("x", '<w:color w:val="FFFFFF"/><w:highlight w:val="red"/>')))),
    "white in a shaded paragraph": zipped(
        word(paragraph('<w:pPr><w:shd w:fill="000000"/></w:pPr>' + run("x", '<w:color w:val="FFFFFF"/>')))
    ),
    "white in a table": zipped(
        word(
            "<w:tbl><w:tr><w:tc>"
            + paragraph(run("x", '<w:color w:val="FFFFFF"/>'))
            + "</w:tc></w:tr></w:tbl>"
        )
    ),
    "white without letters": zipped(
        word(paragraph('<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:tab/></w:r>'))
    ),
    "ODF: a dark ground": zipped(odf_styled(f'{ODF_WHITE} fo:background-color="#000000"', IN_T)),
    "ODF: a dark paragraph": zipped(
        odf_styled(ODF_WHITE, IN_T.replace("<text:p>", '<text:p text:style-name="P">'))
    ),
    "ODF: in a table": zipped(odf_styled(ODF_WHITE, f"<table:table-cell>{IN_T}</table:table-cell>")),
    "ODF: without letters": zipped(odf_styled(ODF_WHITE, IN_T.replace("hvidt", " "))),
    "ODF: a ring of styles": zipped(odf(IN_T, odf_style("T", "text", "", "T"))),
    "ODF: another colour": zipped(odf_styled('fo:color="#123B5D" fo:font-size="80%"', IN_T)),
    "ODF: black on top of white": zipped(
        odf_styled('fo:color="#000000"', IN_T, f"<style:text-properties {ODF_WHITE}/>")
    ),
    "another colour": zipped(word(paragraph(run("x", '<w:color w:val="123B5D"/><w:sz w:val="21"/>')))),
    "no size": zipped(word(paragraph(run("x", '<w:sz w:val="stor"/>')))),
    "page number": zipped(word(paragraph('<w:fldSimple w:instr=" PAGE "/>'))),
    "uncropped": zipped(word(paragraph('<a:srcRect/><a:srcRect l="0" t="-5000"/>'))),
    "public link": zipped(added(word(), RELATIONS, external("hyperlink", "https://www.retsinformation.dk/"))),
    "anchor": zipped(added(word(), RELATIONS, external("hyperlink", "#afsnit"))),
    "mail": zipped(added(word(), RELATIONS, external("hyperlink", "mailto:post@example.org"))),
    "own author": zipped(
        added(
            word(),
            "docProps/core.xml",
            core("<dc:creator>Prøveby Kommune</dc:creator><dc:title>Svar</dc:title><cp:keywords/>"),
        )
    ),
    "own template": zipped(
        added(word(), "docProps/app.xml", app("<Template>Normal.dotm</Template><Pages>2</Pages>"))
    ),
    "empty literature": zipped(
        added(
            added(word(), "customXml/item1.xml", xml('<b:Sources xmlns:b="urn:b"/>')),
            "customXml/itemProps1.xml",
            xml('<ds:datastoreItem xmlns:ds="urn:ds"/>'),
        )
    ),
    "sheet": zipped(
        sheet(workbook='<definedNames><definedName name="_xlnm._FilterDatabase" hidden="1"/></definedNames>')
    ),
    "slides": zipped(slides()),
    "empty notes": zipped(
        added(slides(), "ppt/notesSlides/notesSlide1.xml", notes("<a:fld><a:t>3</a:t></a:fld>"))
    ),
    "odf": zipped(
        odf(
            '<text:p><text:a xlink:href="https://example.org">x</text:a></text:p>'
            '<draw:image xlink:href="Pictures/1.png"/>'
        )
    ),
    "empty odf notes": zipped(odf("<presentation:notes><text:p/></presentation:notes>", kind="presentation")),
    "embedded nothing": zipped(added(word(), "word/embeddings/", b"")),
    "pdf": pdf(info=b"/Author (Pr\xf8veby Kommune) /Creator (LibreOffice)"),
    "pdf without author": pdf(info=b"/Author ()"),
    "pdf link": pdf(extra=[b"<< /Subtype /Link /A << /S /URI /URI (https://example.org) >> >>"]),
    "empty fields of OpenDocument": zipped(
        added(odf(), "meta.xml", meta('<meta:user-defined meta:name="Info 1"/>'))
    ),
    "own author in rtf": RTF.format("{\\info{\\author Pr\\u248 \\'f8veby Kommune}}").encode(),
    "linked field in rtf": RTF.format('{\\field{\\*\\fldinst HYPERLINK "https://example.org"}}').encode(),
    "rtf": RTF.format("{\\info{\\title Svar}{\\author }}\\v0 \\deleted0 \\vertalt x").encode(),
    "own author in ole": authored("Prøveby Kommune".encode("cp1252")),
    "ole": compound({"WordDocument": b"x"}),
    "html": b"<html><body><p>x</p><img src='a.png'><a href='https://example.org'>x</a></body></html>",
    "png": png(chunk(b"tEXt", b"Software\x00x")),
    "jpeg": jpeg(),
    "gif": gif(),
    "text": PROSE.encode(),
    "yaml with words": b"creator: Mads\ncomment: x\n",
}
CLEAN |= {
    "white letters in a box": zipped(styled("", "Kasse")),
    "white letters in a table": zipped(styled("Lys", around="<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>")),
    "a run that is not white": zipped(styled("Lys", "", '<w:color w:val="123B5D"/>')),
    "a run whose own style is not white": zipped(styled("Sort", "Bleg")),
    "a run with a size of its own": zipped(styled("Lille", "", '<w:sz w:val="22"/>')),
    "a run with a ground of its own": zipped(styled("Lys", "", '<w:highlight w:val="black"/>')),
    "styles that nothing wears": zipped(styled()),
    "a style that is based on itself": zipped(styled("", "Ring")),
    "a style that is not there": zipped(styled("Findes ikke", "Tabel")),
}


def word_97(*runs: bytes, comments: int = 0, flags: int = 0x0200, table: str = "1Table") -> bytes:
    """A text document of Word 97 whose runs have these properties; it has no text."""
    header = bytearray(2 * 512)
    struct.pack_into("<H", header, 10, flags)
    struct.pack_into("<2L", header, 0xBA, 0, comments)
    struct.pack_into("<2L", header, 0xFA, 4, 12)
    page = bytearray(512)
    position, page[511] = 510, len(runs)
    for number, properties in enumerate(runs):
        position -= (len(properties) + 2) // 2 * 2
        page[4 * (len(runs) + 1) + number] = position // 2 if properties else 0
        page[position : position + 1 + len(properties)] = bytes((len(properties), *properties))
    tables = b"\0" * 4 + struct.pack("<3L", 0, 99, 2)
    return compound({"WordDocument": bytes(header + page), table: tables})


BOLD = struct.pack("<HB", 0x0835, 1)
WIDE = struct.pack("<HBHB", 0xCA99, 2, 0, 0)[:5]
OTHER += [
    ("H101", word_97(comments=8)),
    ("H102", word_97(BOLD + struct.pack("<HB", 0x0801, 1))),
    ("H102", word_97(b"", BOLD, struct.pack("<HB", 0x0800, 1))),
    ("H102", word_97(WIDE + struct.pack("<HBBHL", 0xCA57, 7, 1, 0, 0))),
    ("H103", word_97(struct.pack("<HL", 0x6A03, 9) + struct.pack("<HB", 0x083C, 1), flags=0, table="0Table")),
]
CLEAN |= {
    "an old document": word_97(BOLD, b"", struct.pack("<HB", 0x083C, 0) + struct.pack("<HB", 0x0801, 0)),
    "an old document without its tables": word_97(struct.pack("<HB", 0x083C, 1), table="0Table"),
    "an old document that is cut": compound({"WordDocument": b"\xec\xa5" + bytes(40), "0Table": b""}),
}
