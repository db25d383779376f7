"""Hiding places in workbooks, presentations, OpenDocument files, and zip files of any kind."""

import io
import struct
import zipfile
from zlib import crc32

from verify.extract.hiding import place
from verify.foreign.packages import (
    ODF,
    A,
    P,
    Parts,
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
)  # fmt: skip


def in_sheet(name: str, **inner: str) -> None:
    """A place in a workbook; ``@`` stands for the text."""
    place(f"xlsx: {name}", "tal.xlsx")(
        lambda text: zipped(sheet(**{key: value.replace("@", text) for key, value in inner.items()}))
    )


def in_part(file: str, parts: Parts, name: str, part: str, pattern: str) -> None:
    """A place in a part of its own; ``@`` stands for the text."""
    family = file.rpartition(".")[2]
    place(f"{family}: {name}", file)(lambda text: zipped(added(parts, part, xml(pattern.replace("@", text)))))


def sheet_part(name: str, part: str, pattern: str) -> None:
    in_part("tal.xlsx", sheet(), name, part, pattern)


def odf_part(name: str, part: str, pattern: str) -> None:
    in_part("brev.odt", odf(), name, part, pattern)


def slide_part(name: str, part: str, pattern: str) -> None:
    in_part("dias.pptx", slides(), name, part, pattern)


in_sheet("shared string", strings="<si><t>@</t></si>", rows='<row r="2"><c t="s"><v>1</v></c></row>')
in_sheet("unused shared string", strings="<si><t>@</t></si>")
in_sheet("rich shared string", strings="<si><r><t>@</t></r></si>")
in_sheet("phonetic string", strings="<si><t>x</t><rPh><t>@</t></rPh></si>")
in_sheet("inline string", rows='<row r="2"><c t="inlineStr"><is><t>@</t></is></c></row>')
in_sheet("hidden row", rows='<row r="2" hidden="1"><c t="inlineStr"><is><t>@</t></is></c></row>')
in_sheet("formula", rows='<row r="2"><c><f>CONCAT(&quot;@&quot;)</f><v>0</v></c></row>')
in_sheet("result of a formula", rows='<row r="2"><c t="str"><f>A1</f><v>@</v></c></row>')
in_sheet(
    "defined name", workbook='<definedNames><definedName name="x">&quot;@&quot;</definedName></definedNames>'
)
in_sheet(
    "comment of a name",
    workbook='<definedNames><definedName name="x" comment="@">A1</definedName></definedNames>',
)
in_sheet("sheet header", extra="<headerFooter><oddHeader>&amp;L@</oddHeader></headerFooter>")
in_sheet("data validation", extra='<dataValidations><dataValidation prompt="@"/></dataValidations>')
in_sheet(
    "list of a validation",
    extra="<dataValidations><dataValidation><formula1>&quot;@&quot;</formula1></dataValidation></dataValidations>",
)
in_sheet("scenario", extra='<scenarios><scenario name="x" comment="@"/></scenarios>')
in_sheet("hyperlink tip", extra='<hyperlinks><hyperlink ref="A1" tooltip="@"/></hyperlinks>')
in_sheet("number format", workbook='<x formatCode="&quot;@&quot;0"/>')
place("xlsx: name of a sheet", "tal.xlsx")(
    lambda text: zipped(
        changed(sheet(), "xl/workbook.xml", 'name="Ark1"', f'name="{text}" state="veryHidden"')
    )
)
sheet_part(
    "comment",
    "xl/comments1.xml",
    f'<comments xmlns="{S}"><commentList><comment><text><t>@</t></text></comment></commentList></comments>',
)
sheet_part(
    "author of a comment",
    "xl/comments1.xml",
    f'<comments xmlns="{S}"><authors><author>@</author></authors></comments>',
)
sheet_part(
    "threaded comment",
    "xl/threadedComments/threadedComment1.xml",
    '<ThreadedComments xmlns="urn:t"><threadedComment><text>@</text></threadedComment></ThreadedComments>',
)
sheet_part(
    "person", "xl/persons/person.xml", '<personList xmlns="urn:t"><person displayName="@"/></personList>'
)
sheet_part(
    "pivot cache",
    "xl/pivotCache/pivotCacheRecords1.xml",
    f'<pivotCacheRecords xmlns="{S}"><r><s v="@"/></r></pivotCacheRecords>',
)
sheet_part(
    "external link",
    "xl/externalLinks/externalLink1.xml",
    f'<externalLink xmlns="{S}"><v>@</v></externalLink>',
)
sheet_part(
    "connection", "xl/connections.xml", f'<connections xmlns="{S}"><connection name="@"/></connections>'
)
sheet_part("table column", "xl/tables/table1.xml", f'<table xmlns="{S}"><tableColumn name="@"/></table>')
sheet_part("drawing", "xl/drawings/drawing1.xml", f'<d xmlns:a="{A}"><a:p><a:r><a:t>@</a:t></a:r></a:p></d>')
sheet_part(
    "VML note",
    "xl/drawings/vmlDrawing1.vml",
    '<xml xmlns:v="urn:v"><v:textbox><div>@</div></v:textbox></xml>',
)
sheet_part(
    "revision",
    "xl/revisions/revisionLog1.xml",
    f'<revisions xmlns="{S}"><rcc><oc><is><t>@</t></is></oc></rcc></revisions>',
)

TEXT = "<a:p><a:r><a:t>@</a:t></a:r></a:p>"
slide_part(
    "notes", "ppt/notesSlides/notesSlide1.xml", f'<p:notes xmlns:p="{P}" xmlns:a="{A}">{TEXT}</p:notes>'
)
slide_part(
    "hidden slide", "ppt/slides/slide2.xml", f'<p:sld xmlns:p="{P}" xmlns:a="{A}" show="0">{TEXT}</p:sld>'
)
slide_part(
    "comment",
    "ppt/comments/comment1.xml",
    f'<p:cmLst xmlns:p="{P}"><p:cm><p:text>@</p:text></p:cm></p:cmLst>',
)
slide_part(
    "comment's author",
    "ppt/commentAuthors.xml",
    f'<p:cmAuthorLst xmlns:p="{P}"><p:cmAuthor name="@"/></p:cmAuthorLst>',
)
slide_part(
    "master",
    "ppt/slideMasters/slideMaster1.xml",
    f'<p:sldMaster xmlns:p="{P}" xmlns:a="{A}">{TEXT}</p:sldMaster>',
)
slide_part("tag", "ppt/tags/tag1.xml", f'<p:tagLst xmlns:p="{P}"><p:tag name="x" val="@"/></p:tagLst>')
slide_part(
    "handout",
    "ppt/handoutMasters/handoutMaster1.xml",
    f'<p:handoutMaster xmlns:p="{P}" xmlns:a="{A}">{TEXT}</p:handoutMaster>',
)
place("pptx: shape", "dias.pptx")(
    lambda text: zipped(slides(f"<p:sp><p:txBody>{TEXT.replace('@', text)}</p:txBody></p:sp>"))
)
place("pptx: alternative text", "dias.pptx")(
    lambda text: zipped(
        slides(f'<p:sp><p:nvSpPr><p:cNvPr id="3" name="x" descr="{text}"/></p:nvSpPr></p:sp>')
    )
)


def in_odf(name: str, body: str, kind: str = "text") -> None:
    file = {"text": "brev.odt", "spreadsheet": "tal.ods", "presentation": "dias.odp"}[kind]
    place(f"odf: {name}", file)(lambda text: zipped(odf(body.replace("@", text), kind=kind)))


in_odf("paragraph", "<text:p>@</text:p>")
in_odf("span", "<text:p>Om <text:span>@</text:span>.</text:p>")
in_odf("note", "<text:p>x<text:note><text:note-body><text:p>@</text:p></text:note-body></text:note></text:p>")
in_odf(
    "annotation",
    "<text:p><office:annotation><dc:creator>x</dc:creator><text:p>@</text:p></office:annotation></text:p>",
)
in_odf(
    "author of an annotation",
    "<text:p><office:annotation><dc:creator>@</dc:creator></office:annotation></text:p>",
)
in_odf(
    "deleted text",
    "<text:tracked-changes><text:changed-region><text:deletion><text:p>@</text:p></text:deletion></text:changed-region></text:tracked-changes>",
)
in_odf("hidden text", '<text:p><text:hidden-text text:string-value="@"/></text:p>')
in_odf(
    "variable",
    '<text:user-field-decls><text:user-field-decl office:string-value="@"/></text:user-field-decls>',
)
in_odf("frame title", "<draw:frame><svg:title>@</svg:title></draw:frame>")
in_odf("frame description", "<draw:frame><svg:desc>@</svg:desc></draw:frame>")
in_odf("bookmark", '<text:p><text:bookmark text:name="@"/></text:p>')
in_odf("link", '<text:p><text:a xlink:href="https://example.org/@">x</text:a></text:p>')
in_odf(
    "cell",
    "<table:table><table:table-row><table:table-cell><text:p>@</text:p></table:table-cell></table:table-row></table:table>",
    "spreadsheet",
)
in_odf("name of a sheet", '<table:table table:name="@"/>', "spreadsheet")
in_odf(
    "formula",
    "<table:table><table:table-row>"
    '<table:table-cell table:formula="of:=&quot;@&quot;"/></table:table-row></table:table>',
    "spreadsheet",
)
in_odf("notes", "<presentation:notes><text:p>@</text:p></presentation:notes>", "presentation")
OFFICE = f'xmlns:office="{ODF}:office:1.0"'
odf_part(
    "author",
    "meta.xml",
    f"<office:document-meta {OFFICE}><office:meta><x>@</x></office:meta></office:document-meta>",
)
odf_part("style", "styles.xml", f'<office:document-styles {OFFICE}><x name="@"/></office:document-styles>')
odf_part("macro", "Basic/Standard/Modul1.xml", "<module>REM @</module>")


@place("zip: comment of the file", "svar.docx")
def comment(text: str) -> bytes:
    return zipped(word(), comment=text.encode("cp1252"))


@place("zip: data behind the end", "svar.docx")
def trailing(text: str) -> bytes:
    return zipped(word()) + text.encode()


@place("zip: data before the start", "svar.docx")
def prefix(text: str) -> bytes:
    return text.encode() + zipped(word())


def archived(**fields: object) -> bytes:
    """A Word file with one more entry of which some fields are set."""
    target = io.BytesIO(zipped(word()))
    with zipfile.ZipFile(target, "a") as archive:
        entry = zipfile.ZipInfo("word/x.xml")
        for field, value in fields.items():
            setattr(entry, field, value)
        archive.writestr(entry, b"<x/>")
    return target.getvalue()


@place("zip: comment of an entry", "svar.docx")
def entry_comment(text: str) -> bytes:
    return archived(comment=text.encode())


@place("zip: extra field", "svar.docx")
def extra(text: str) -> bytes:
    return archived(extra=struct.pack("<2H", 0x9999, len(text.encode())) + text.encode())


@place("zip: name in Unicode", "svar.docx")
def unicode_name(text: str) -> bytes:
    return archived(filename=f"word/{text}.xml")


def listed_again(text: str, name: bytes = b"word/document.xml") -> bytes:
    """A local entry in front of the archive that the directory does not know."""
    data = f"<x>{text}</x>".encode()
    return (
        struct.pack(
            "<4s5H3L2H", b"PK\x03\x04", 20, 0, 0, 0, 0x21, crc32(data), len(data), len(data), len(name), 0
        )
        + name
        + data
    )


@place("zip: entry that is not listed", "svar.docx")
def unlisted(text: str) -> bytes:
    return listed_again(text) + zipped(word())


@place("zip: name of an entry that is not listed", "svar.docx")
def unlisted_name(text: str) -> bytes:
    return listed_again("x", f"word/{text}.xml".encode()) + zipped(word())


@place("zip: entry between two", "svar.docx")
def between(text: str) -> bytes:
    whole = zipped(word())
    at = whole.index(b"PK\x03\x04", 4)
    return whole[:at] + listed_again(text) + whole[at:]


@place("zip: name written twice", "svar.docx")
def duplicate(text: str) -> bytes:
    target = io.BytesIO(zipped(word()))
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("WORD/document.xml", f"<x>{text}</x>")
    return target.getvalue()


@place("zip: other name in the local header", "svar.docx")
def local_name(text: str) -> bytes:
    name = text.encode("cp1252")
    whole = zipped(added(word(), "w" * len(name), b"<x/>"))
    return whole.replace(b"w" * len(name), name, 1)


@place("zip: stored entry", "svar.docx")
def stored(text: str) -> bytes:
    return zipped(word(paragraph(run(text))), packed=False)


@place("zip: behind the packed data of an entry", "svar.docx")
def behind(text: str) -> bytes:
    whole = zipped(word())
    start = whole.index(b"PK\x01\x02")
    return whole[:start] + text.encode() + whole[start:]


@place("zip: three archives deep", "arkiv.zip")
def deep(text: str) -> bytes:
    inner = zipped({"brev.docx": zipped(word(paragraph(run(text))))})
    return zipped({"ydre.zip": zipped({"indre.zip": inner})})


@place("zip: text file", "arkiv.zip")
def text_file(text: str) -> bytes:
    return zipped({"mappe/brev.txt": text.encode("utf-16")})


@place("zip: name of a file", "arkiv.zip")
def file_name(text: str) -> bytes:
    return zipped({f"{text}.txt": b"x"})
