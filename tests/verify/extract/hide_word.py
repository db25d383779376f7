"""Hiding places in the parts of a Word file."""

from verify.extract.hiding import in_word
from verify.foreign.packages import (
    NAMES,
    PACKAGE,
    A,
    Parts,
    R,
    added,
    odf,
    paragraph,
    relations,
    run,
    sheet,
    word,
    xml,
    zipped,
)  # fmt: skip
from verify.foreign.streams import chunk, compound, exif, jpeg, png

DOCUMENT = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"
CORE = f"{PACKAGE}/metadata/core-properties"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def before(parts: Parts, mark: str, name: str, inner: str) -> Parts:
    """Put XML before the last occurrence of a mark in a part."""
    head, found, tail = parts[name].decode().rpartition(mark)
    assert found
    return {**parts, name: f"{head}{inner}{mark}{tail}".encode()}


def body(parts: Parts, inner: str) -> Parts:
    return before(parts, "<w:sectPr", DOCUMENT, inner)


def in_body(name: str, pattern: str) -> None:
    """A place in the body; ``@`` stands for the text, ``#`` for a run of it."""
    in_word(name, lambda parts, text: body(parts, pattern.replace("#", run(text)).replace("@", text)))


def in_part(name: str, part: str, pattern: str) -> None:
    """A place in a part of its own."""
    in_word(name, lambda parts, text: added(parts, part, xml(pattern.replace("@", text))))


def in_split(name: str, between: str) -> None:
    """The text in two pieces with something between them."""

    def hide(parts: Parts, text: str) -> Parts:
        middle = len(text) // 2
        first, second = (f'<w:t xml:space="preserve">{half}</w:t>' for half in (text[:middle], text[middle:]))
        return body(parts, f"<w:p><w:r>{first}{between}{second}</w:r></w:p>")

    in_word(name, hide)


def part_of(kind: str, inner: str = "<w:p><w:r><w:t>@</w:t></w:r></w:p>") -> str:
    return f"<w:{kind} {NAMES}>{inner}</w:{kind}>"


in_body("body", "<w:p>#</w:p>")
in_body("table cell", "<w:tbl><w:tr><w:tc><w:p>#</w:p></w:tc></w:tr></w:tbl>")
in_body(
    "nested table",
    "<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p>#</w:p></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>",
)
in_body("hidden run", "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>@</w:t></w:r></w:p>")
in_body("white run", '<w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>@</w:t></w:r></w:p>')
in_body("deleted run", "<w:p><w:del><w:r><w:delText>@</w:delText></w:r></w:del></w:p>")
in_body("inserted run", "<w:p><w:ins>#</w:ins></w:p>")
in_body("moved run", "<w:p><w:moveFrom>#</w:moveFrom></w:p>")
in_body("author of a change", '<w:p><w:ins w:author="@"><w:r><w:t>nyt</w:t></w:r></w:ins></w:p>')
in_body("smart tag", '<w:p><w:smartTag w:element="@">#</w:smartTag></w:p>')
in_body("content control", "<w:sdt><w:sdtContent><w:p>#</w:p></w:sdtContent></w:sdt>")
in_body("title of a content control", '<w:sdt><w:sdtPr><w:alias w:val="@"/></w:sdtPr></w:sdt>')
in_body("tag of a content control", '<w:sdt><w:sdtPr><w:tag w:val="@"/></w:sdtPr></w:sdt>')
in_body(
    "item of a list control",
    '<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="@"/></w:dropDownList></w:sdtPr></w:sdt>',
)
in_body("text box", "<w:p><w:r><w:pict><w:txbxContent><w:p>#</w:p></w:txbxContent></w:pict></w:r></w:p>")
in_body(
    "fallback",
    '<w:p><w:r><mc:AlternateContent xmlns:mc="urn:mc"><mc:Fallback><w:p>#</w:p></mc:Fallback>'
    "</mc:AlternateContent></w:r></w:p>",
)
in_body("field code", "<w:p><w:r><w:instrText> QUOTE &quot;@&quot; </w:instrText></w:r></w:p>")
in_body("deleted field code", "<w:p><w:r><w:delInstrText>@</w:delInstrText></w:r></w:p>")
in_body("simple field", '<w:p><w:fldSimple w:instr=" TITLE &quot;@&quot; "/></w:p>')
in_body("bookmark", '<w:bookmarkStart w:id="1" w:name="@"/>')
in_body("tooltip", '<w:p><w:hyperlink w:tooltip="@"><w:r><w:t>her</w:t></w:r></w:hyperlink></w:p>')
in_body("anchor", '<w:p><w:hyperlink w:anchor="@"/></w:p>')
in_body(
    "description of a picture",
    f'<w:p><w:r><wp:docPr xmlns:wp="{DRAWING}" id="1" name="x" descr="@"/></w:r></w:p>',
)
in_body(
    "title of a picture", f'<w:p><w:r><wp:docPr xmlns:wp="{DRAWING}" id="1" name="x" title="@"/></w:r></w:p>'
)
in_body("name of a picture", f'<w:p><w:r><wp:docPr xmlns:wp="{DRAWING}" id="1" name="@"/></w:r></w:p>')
in_body("description of a table", '<w:tbl><w:tblPr><w:tblDescription w:val="@"/></w:tblPr></w:tbl>')
in_body("word art", '<w:p><w:pict><v:textpath xmlns:v="urn:v" string="@"/></w:pict></w:p>')
in_body("alternative text of a shape", '<w:p><w:pict><v:shape xmlns:v="urn:v" alt="@"/></w:pict></w:p>')
in_body(
    "formula",
    '<w:p><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>@</m:t></m:r></m:oMath></w:p>',
)
in_body("ruby", "<w:p><w:r><w:ruby><w:rt>#</w:rt></w:ruby></w:r></w:p>")
in_body("text outside of runs", "<w:p>@</w:p>")
in_body("text between paragraphs", "@")
in_body("unknown element", '<x:y xmlns:x="urn:x">@</x:y>')
in_body("unknown attribute", '<w:p x:y="@" xmlns:x="urn:x"/>')
in_body("namespace", '<w:p xmlns:x="urn:@"/>')
in_body("XML comment", "<!-- @ -->")
in_body("XML instruction", "<?x @?>")
in_body("CDATA", "<w:p><w:r><w:t><![CDATA[@]]></w:t></w:r></w:p>")
in_body("editor of a range", '<w:permStart w:id="1" w:ed="@"/>')
in_split("split by a tab", "<w:softHyphen/>")
in_split("split by a bookmark", '</w:r><w:bookmarkStart w:id="9" w:name="x"/><w:r>')
in_split("split by a spelling mark", '</w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr>')
in_word(
    "a letter in each run",
    lambda parts, text: body(parts, paragraph("".join(run(letter) for letter in text))),
)
in_word(
    "character references",
    lambda parts, text: body(
        parts, paragraph(f"<w:r><w:t>{''.join(f'&#{ord(c)};' for c in text)}</w:t></w:r>")
    ),
)
in_word(
    "words in cells",
    lambda parts, text: body(
        parts,
        "<w:tbl><w:tr>"
        + "".join(f"<w:tc>{paragraph(run(w))}</w:tc>" for w in text.split())
        + "</w:tr></w:tbl>",
    ),
)
in_word(
    "UTF-16",
    lambda parts, text: added(
        parts,
        "word/footer9.xml",
        f'<?xml version="1.0" encoding="UTF-16"?>{part_of("ftr").replace("@", text)}'.encode("utf-16"),
    ),
)

in_part("header", "word/header9.xml", part_of("hdr"))
in_part("footer", "word/footer9.xml", part_of("ftr"))
in_part(
    "footnote",
    "word/footnotes.xml",
    part_of("footnotes", '<w:footnote w:id="2"><w:p><w:r><w:t>@</w:t></w:r></w:p></w:footnote>'),
)
in_part(
    "endnote",
    "word/endnotes.xml",
    part_of("endnotes", '<w:endnote w:id="2"><w:p><w:r><w:t>@</w:t></w:r></w:p></w:endnote>'),
)
in_part(
    "comment",
    "word/comments.xml",
    part_of("comments", '<w:comment w:id="0"><w:p><w:r><w:t>@</w:t></w:r></w:p></w:comment>'),
)
in_part("author of a comment", "word/comments.xml", part_of("comments", '<w:comment w:id="0" w:author="@"/>'))
in_part(
    "initials of a comment", "word/comments.xml", part_of("comments", '<w:comment w:id="0" w:initials="@"/>')
)
in_part(
    "people", "word/people.xml", '<w15:people xmlns:w15="urn:w15"><w15:person w15:author="@"/></w15:people>'
)
in_part("glossary", "word/glossary/document.xml", part_of("glossaryDocument"))
in_part("style", "word/styles.xml", part_of("styles", '<w:style w:styleId="x"><w:name w:val="@"/></w:style>'))
in_part("style id", "word/styles.xml", part_of("styles", '<w:style w:styleId="@"/>'))
in_part(
    "document variable",
    "word/settings.xml",
    part_of("settings", '<w:docVars><w:docVar w:name="x" w:val="@"/></w:docVars>'),
)
in_part(
    "data source", "word/settings.xml", part_of("settings", '<w:mailMerge><w:query w:val="@"/></w:mailMerge>')
)
in_part(
    "numbering",
    "word/numbering.xml",
    part_of("numbering", '<w:abstractNum><w:lvl><w:lvlText w:val="@"/></w:lvl></w:abstractNum>'),
)
in_part("font", "word/fontTable.xml", part_of("fonts", '<w:font w:name="@"/>'))
in_part(
    "web settings",
    "word/webSettings.xml",
    part_of("webSettings", '<w:frameset><w:frame><w:name w:val="@"/></w:frame></w:frameset>'),
)
in_part("theme", "word/theme/theme1.xml", f'<a:theme xmlns:a="{A}" name="@"/>')
in_part(
    "title",
    "docProps/core.xml",
    f'<cp:coreProperties xmlns:cp="{CORE}" xmlns:dc="urn:dc"><dc:title>@</dc:title></cp:coreProperties>',
)
in_part(
    "keywords",
    "docProps/core.xml",
    f'<cp:coreProperties xmlns:cp="{CORE}"><cp:keywords>@</cp:keywords></cp:coreProperties>',
)
in_part(
    "author",
    "docProps/core.xml",
    f'<cp:coreProperties xmlns:cp="{CORE}" xmlns:dc="urn:dc"><dc:creator>@</dc:creator></cp:coreProperties>',
)
in_part(
    "company",
    "docProps/app.xml",
    f'<Properties xmlns="{OFFICE}/extended-properties"><Company>@</Company></Properties>',
)
in_part(
    "custom property",
    "docProps/custom.xml",
    f'<Properties xmlns="{OFFICE}/custom-properties"><property name="x"><v>@</v></property></Properties>',
)
in_part(
    "name of a custom property",
    "docProps/custom.xml",
    f'<Properties xmlns="{OFFICE}/custom-properties"><property name="@"/></Properties>',
)
in_part("custom XML", "customXml/item1.xml", "<sag><titel>@</titel></sag>")
in_part("attribute of custom XML", "customXml/item1.xml", '<sag titel="@"/>')
in_part("drawing", "word/diagrams/data1.xml", f'<d xmlns:a="{A}"><a:p><a:r><a:t>@</a:t></a:r></a:p></d>')
in_part(
    "cached value of a chart",
    "word/charts/chart1.xml",
    f'<c:chartSpace xmlns:c="{CHART}">'
    '<c:strCache><c:pt idx="0"><c:v>@</c:v></c:pt></c:strCache></c:chartSpace>',
)
in_part(
    "content type",
    "[Content_Types].xml",
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="x" ContentType="@"/></Types>',
)
in_part(
    "target of a relationship",
    RELATIONS,
    f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r" Type="{R}/hyperlink" '
    'Target="https://example.org/?q=@" TargetMode="External"/></Relationships>',
)
in_part(
    "id of a relationship",
    RELATIONS,
    f'<Relationships xmlns="{PACKAGE}/relationships">'
    '<Relationship Id="@" Type="x" Target="y"/></Relationships>',
)
in_part(
    "type of a relationship",
    RELATIONS,
    f'<Relationships xmlns="{PACKAGE}/relationships">'
    '<Relationship Id="x" Type="urn:@" Target="y"/></Relationships>',
)
in_part("SVG text", "word/media/image9.svg", '<svg xmlns="http://www.w3.org/2000/svg"><text>@</text></svg>')
in_part(
    "SVG description", "word/media/image9.svg", '<svg xmlns="http://www.w3.org/2000/svg"><desc>@</desc></svg>'
)
in_part(
    "SVG metadata",
    "word/media/image9.svg",
    '<svg xmlns="http://www.w3.org/2000/svg"><metadata><x>@</x></metadata></svg>',
)
in_part(
    "SVG title", "word/media/image9.svg", '<svg xmlns="http://www.w3.org/2000/svg"><title>@</title></svg>'
)
in_part("SVG id", "word/media/image9.svg", '<svg xmlns="http://www.w3.org/2000/svg"><g id="@"/></svg>')
in_part("SVG comment", "word/media/image9.svg", '<svg xmlns="http://www.w3.org/2000/svg"><!--@--></svg>')
in_part(
    "SVG style",
    "word/media/image9.svg",
    '<svg xmlns="http://www.w3.org/2000/svg"><style>.x{content:"@"}</style></svg>',
)
in_part("SVG data", "word/media/image9.svg", '<svg xmlns="http://www.w3.org/2000/svg"><g data-x="@"/></svg>')

in_word("name of a part", lambda parts, text: added(parts, f"word/{text}.xml", xml("<x/>")))
in_word("name of a folder", lambda parts, text: added(parts, f"{text}/x.bin", b"abc"))
in_word("part of text", lambda parts, text: added(parts, "word/afchunk.txt", text.encode("cp1252")))
in_word(
    "part of HTML",
    lambda parts, text: added(parts, "word/afchunk.htm", f"<html><p>{text}</p></html>".encode()),
)
in_word(
    "embedded workbook",
    lambda parts, text: added(
        parts, "word/embeddings/Microsoft_Excel1.xlsx", zipped(sheet(strings=f"<si><t>{text}</t></si>"))
    ),
)
in_word(
    "embedded document",
    lambda parts, text: added(parts, "word/embeddings/oleObject1.docx", zipped(word(paragraph(run(text))))),
)
in_word(
    "embedded OpenDocument",
    lambda parts, text: added(parts, "word/embeddings/x.odt", zipped(odf(f"<text:p>{text}</text:p>"))),
)
in_word(
    "embedded object",
    lambda parts, text: added(
        parts, "word/embeddings/oleObject1.bin", compound({"CONTENTS": text.encode("utf-16-le")})
    ),
)
in_word(
    "macro",
    lambda parts, text: added(
        parts, "word/vbaProject.bin", compound({"VBA/Module1": b"\x00Attribut" + text.encode("cp1252")})
    ),
)
in_word(
    "EXIF of a photograph",
    lambda parts, text: added(parts, "word/media/image9.jpeg", jpeg(exif(text.encode()))),
)
in_word(
    "text chunk of a picture",
    lambda parts, text: added(
        parts, "word/media/image9.png", png(chunk(b"tEXt", b"Comment\x00" + text.encode("cp1252")))
    ),
)
in_word(
    "printer settings",
    lambda parts, text: added(
        parts, "word/printerSettings/printerSettings1.bin", b"\x01\x00" * 9 + text.encode("utf-16-le")
    ),
)
in_word("thumbnail", lambda parts, text: added(parts, "docProps/thumbnail.jpeg", jpeg(exif(text.encode()))))
in_word(
    "unread part",
    lambda parts, text: added(parts, "word/x.bin", b"\x00\x01\x02" + text.encode() + b"\xff\xfe\x00"),
)
in_word("broken XML", lambda parts, text: added(parts, "word/x.xml", f"<x><y>{text}</x>".encode()))
in_word(
    "XML with a document type",
    lambda parts, text: added(parts, "word/x.xml", f'<!DOCTYPE x [<!ENTITY e "{text}">]><x>&e;</x>'.encode()),
)
in_word(
    "signature",
    lambda parts, text: added(
        parts,
        "_xmlsignatures/sig1.xml",
        xml(f"<Signature><SignatureComments>{text}</SignatureComments></Signature>"),
    ),
)
in_word(
    "relationships of an item",
    lambda parts, text: added(
        parts, "customXml/_rels/item1.xml.rels", relations(("customXmlProps", f"{text}.xml"))
    ),
)
