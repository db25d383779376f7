"""Ways to hide text in parts, in those of the reference file, and in titles, header and footer."""

from __future__ import annotations

from answerkit.render.watermark import watermark
from verify.built.clean import (
    BODY,
    CORE,
    FOOTER,
    HEADER,
    RELATIONS,
    SETTINGS,
    STYLES,
    TITLE,
    TYPES,
    chunk,
    png,
)
from verify.built.spoiling import SECRET, Parts, Spoiling, add, drop, last, swap, swap_all

_EXTRA = (
    "docProps/custom.xml",
    "docProps/app.xml",
    "docProps/thumbnail.jpeg",
    "customXml/item1.xml",
    "word/comments.xml",
    "word/people.xml",
    "word/webSettings.xml",
    "word/endnotes.xml",
    "word/header3.xml",
    "word/glossary/document.xml",
    "word/embeddings/oleObject1.bin",
    "word/embeddings/sheet1.xlsx",
    "word/vbaProject.bin",
    "word/afchunk1.html",
    "word/fonts/font1.odttf",
    "word/_rels/settings.xml.rels",
    "word/_rels/header1.xml.rels",
    "word/media/image3.jpeg",
    "word/media/Viggo.png",
    "word/charts/chart1.xml",
)


_STRAY: tuple[Spoiling, ...] = tuple(
    (f"a part {name}", "S114", add(name, f"<x>{SECRET}</x>".encode(), "application/xml")) for name in _EXTRA
)


def _without_theme(parts: Parts) -> None:
    del parts["word/theme/theme1.xml"]
    kind = "application/vnd.openxmlformats-officedocument.theme+xml"
    swap(TYPES, f'<Override PartName="/word/theme/theme1.xml" ContentType="{kind}"/>', "")(parts)


_ESCAPED = TITLE.replace("&", "&amp;")


_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> AUTHOR </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t xml:space="preserve">1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


PARTS: tuple[Spoiling, ...] = (
    ("a part that is missing", "S115", drop(SETTINGS)),
    ("a picture that nothing shows", "S154", add("word/media/image3.png", png(chunk(b"sRGB", b"\0")))),
    ("a comment among the types", "S112", swap(TYPES, "<Default", f"<!--{SECRET}--><Default")),
    (
        "a type too many",
        "S112",
        swap(TYPES, "<Default", '<Default Extension="viggo" ContentType="x"/><Default'),
    ),
    ("another type", "S112", swap(TYPES, "document.main", "template.main")),
    ("another form of the types", "S112", swap(TYPES, "/><", "/>\n<")),
    ("a relation of the package", "S113", swap("_rels/.rels", "rId2", SECRET)),
    (
        "properties that somebody made",
        "S113",
        swap("_rels/.rels", "</R", f'<Relationship Id="rId3" Type="x" Target="{SECRET}"/></R'),
    ),
    ("no relations of the body", "S115", drop(RELATIONS)),
)


FIXED: tuple[Spoiling, ...] = (
    ("a style's name", "S110", swap(STYLES, 'w:val="heading 1"', f'w:val="{SECRET}"')),
    (
        "one more style",
        "S110",
        swap(STYLES, "</w:styles>", f'<w:style w:styleId="{SECRET}"></w:style></w:styles>'),
    ),
    ("a style that hides", "S110", swap(STYLES, "<w:rPr>", "<w:rPr><w:vanish/>")),
    ("a comment in the styles", "S110", last(STYLES, f"<!--{SECRET}-->")),
    (
        "a variable in the settings",
        "S110",
        swap(SETTINGS, "</w:settings>", f'<w:docVars><w:docVar w:val="{SECRET}"/></w:docVars></w:settings>'),
    ),
    (
        "a template in the settings",
        "S110",
        swap(SETTINGS, "<w:zoom", f'<w:attachedTemplate r:id="{SECRET}"/><w:zoom'),
    ),
    ("another font", "S110", swap("word/fontTable.xml", 'w:name="Arial"', f'w:name="{SECRET}"')),
    ("another name of the theme", "S110", swap("word/theme/theme1.xml", 'name="', f'name="{SECRET} ')),
    ("no theme", "S110", _without_theme),
)


TITLES: tuple[Spoiling, ...] = (
    ("another title in the properties", "S140", swap(CORE, _ESCAPED, SECRET)),
    (
        "another title on the page",
        "S141",
        swap_all(swap(CORE, _ESCAPED, SECRET), swap(BODY, _ESCAPED, SECRET)),
    ),
    ("another publisher", "S142", swap(CORE, "Prøve Kommune", SECRET)),
    (
        "a second publisher",
        "S142",
        swap(CORE, "<dc:language>", f"<dc:creator>{SECRET}</dc:creator><dc:language>"),
    ),
    ("another language", "S125", swap(CORE, "da-DK", SECRET)),
    ("another edition in the header", "S157", swap(HEADER, "Offentlig udgave", SECRET)),
    (
        "no edition in the header",
        "S127",
        swap(HEADER, '<w:r><w:tab/></w:r><w:r><w:t xml:space="preserve">Offentlig udgave</w:t></w:r>', ""),
    ),
    (
        "a second banner",
        "S127",
        swap(
            HEADER,
            "</w:p></w:hdr>",
            f'<w:r><w:tab/></w:r><w:r><w:t xml:space="preserve">{SECRET}</w:t></w:r></w:p></w:hdr>',
        ),
    ),
    (
        "the confidential edition's banner",
        "S157",
        swap(HEADER, "<w:r><w:tab/></w:r>", '</w:p><w:p><w:pPr><w:pStyle w:val="HeaderBanner"/></w:pPr>'),
    ),
    ("a picture in the header", "S125", swap(HEADER, "<w:tab/>", "<w:pict/>")),
    ("an object in the header", "S124", swap(HEADER, "<w:tab/>", "<w:object/>")),
    (
        "a word across the pages",
        "S157",
        swap(HEADER, "</w:pPr><w:r>", f"</w:pPr>{watermark(SECRET)}<w:r>"),
    ),
    ("a confidential paragraph", "S157", swap(BODY, 'w:val="Normal"', 'w:val="Confidential"')),
    ("a confidential notice", "S157", swap(BODY, 'w:val="Notice"', 'w:val="ConfidentialNotice"')),
    (
        "a confidential bar",
        "S157",
        swap(
            BODY,
            '<w:pStyle w:val="Normal"/>',
            '<w:pStyle w:val="Normal"/><w:pBdr>'
            '<w:left w:val="single" w:sz="24" w:space="8" w:color="8B1A1A"/></w:pBdr>',
        ),
    ),
    ("another field in the footer", "S129", swap(FOOTER, " PAGE ", f' COMMENTS "{SECRET}" ')),
    ("a switch of a field", "S129", swap(FOOTER, " NUMPAGES ", f" NUMPAGES {SECRET} ")),
    ("another result of a field", "S129", swap(FOOTER, ">1<", f">{SECRET}<")),
    ("other words in the footer", "S129", swap(FOOTER, " af ", f" {SECRET} ")),
    ("a third field", "S129", swap(FOOTER, "</w:p></w:ftr>", _FIELD + "</w:p></w:ftr>")),
    ("a field that does not end", "S127", swap(FOOTER, '<w:fldChar w:fldCharType="end"/>', "<w:tab/>")),
)


WAYS: tuple[Spoiling, ...] = (*PARTS, *FIXED, *TITLES, *_STRAY)
