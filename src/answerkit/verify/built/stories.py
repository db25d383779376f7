"""The grammar of what is read in a document: its body, footnotes, header and footer.

Every kind of paragraph has its own rule, so that text cannot stand where nobody sees it: a run has no
property but the listed ones, and a style of the table stands in tables only. ``@`` and a name is the id of
the style of that name.

Source: ISO/IEC 29500-1, 17 (WordprocessingML) and 20.4 (drawings in the line); the order of elements and
attributes is the one in which answerkit writes them.
"""

from answerkit.verify.built.notation import Rules
from answerkit.verify.built.vocabulary import WORD_NAMESPACES
from answerkit.verify.built.watermark import WATERMARK

_DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTUREML = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"

_INLINES: Rules = {
    "words": '<w:t xml:space="preserve">{text}</w:t>',
    "plain run": "<w:r>{words}</w:r>",
    "run": "<w:r>{look?}{words}</w:r>",
    "look": (
        "<w:rPr><w:b/>{italic?}{foreign?}</w:rPr>",
        "<w:rPr><w:i/>{foreign?}</w:rPr>",
        "<w:rPr>{foreign}</w:rPr>",
    ),
    "foreign": '<w:lang w:val="{language}"/>',
    "bold": "<w:b/>",
    "italic": "<w:i/>",
    "tab": "<w:r><w:tab/></w:r>",
    "break": "<w:r><w:br/></w:r>",
    "mark": '<w:r>{mark look}<w:footnoteReference w:id="{number}"/></w:r>',
    "mark look": '<w:rPr><w:rStyle w:val="{@footnote reference}"/></w:rPr>',
    "link": "{link start}{linked+}</w:hyperlink>",
    "link start": (
        '<w:hyperlink r:id="{relation}" w:tooltip="{attribute}">',
        '<w:hyperlink w:anchor="{bookmark}" w:tooltip="{attribute}">',
    ),
    "linked": ("{link run}", "{break}", "{mark}"),
    "link run": '<w:r><w:rPr><w:rStyle w:val="{@hyperlink}"/>{bold?}{italic?}</w:rPr>{words}</w:r>',
    "inline": ("{run}", "{link}", "{mark}", "{break}"),
    "bookmark start": '<w:bookmarkStart w:id="{number}" w:name="{bookmark}"/>',
    "bookmark end": '<w:bookmarkEnd w:id="{number}"/>',
    "named": ("{plain run}", "{bookmark start}{plain run}{bookmark end}"),
}

_PARAGRAPHS: Rules = {
    "title": '<w:p><w:pPr><w:pStyle w:val="{@title}"/></w:pPr>{plain run}</w:p>',
    "prose": "<w:p><w:pPr>{running style}{keep next?}{bar?}{stand off?}</w:pPr>{inline*}</w:p>",
    "running style": (
        '<w:pStyle w:val="{@normal}"/>',
        '<w:pStyle w:val="{@notice}"/>',
        '<w:pStyle w:val="{@list continue}"/>',
        '<w:pStyle w:val="{@list continue 2}"/>',
        '<w:pStyle w:val="{@list continue 3}"/>',
        '<w:pStyle w:val="{@confidential}"/>',
        '<w:pStyle w:val="{@confidential notice}"/>',
    ),
    "item": "<w:p><w:pPr>{item style}{keep next?}{listed}{bar?}{stand off?}</w:pPr>{inline+}</w:p>",
    "item style": (
        '<w:pStyle w:val="{@list bullet}"/>',
        '<w:pStyle w:val="{@list bullet 2}"/>',
        '<w:pStyle w:val="{@list bullet 3}"/>',
        '<w:pStyle w:val="{@list number}"/>',
        '<w:pStyle w:val="{@list number 2}"/>',
        '<w:pStyle w:val="{@list number 3}"/>',
    ),
    "listed": '<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>',
    "heading": "<w:p><w:pPr>{heading style}{unnumbered?}{bar?}</w:pPr>{named}</w:p>",
    "heading style": (
        '<w:pStyle w:val="{@heading 1}"/>',
        '<w:pStyle w:val="{@heading 2}"/>',
        '<w:pStyle w:val="{@heading 3}"/>',
        '<w:pStyle w:val="{@heading 4}"/>',
    ),
    "unnumbered": '<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="0"/></w:numPr>',
    "fact": "<w:p><w:pPr>{fact style}{bar?}</w:pPr>{bold run}{tab}{inline*}</w:p>",
    "fact style": '<w:pStyle w:val="{@case fact}"/>',
    "bold run": "<w:r><w:rPr><w:b/></w:rPr>{words}</w:r>",
    "entry": '<w:p><w:pPr><w:pStyle w:val="{@toc 1}"/>{bar?}</w:pPr>{link}</w:p>',
    "stand off": '<w:spacing w:before="160"/>',
    "bar": "<w:pBdr>{left border}</w:pBdr>",
    "left border": ('<w:left w:val="{border}" w:sz="{eighths}" w:space="{points}" w:color="{colour}"/>'),
}

_TABLES: Rules = {
    "table": "{caption above?}<w:tbl>{table properties}{grid}{head}{row*}</w:tbl>{note?}",
    "caption above": "<w:p><w:pPr>{caption style}<w:keepNext/>{bar?}</w:pPr>{named}</w:p>",
    "caption style": '<w:pStyle w:val="{@caption}"/>',
    "table properties": (
        '<w:tblPr><w:tblStyle w:val="{@answer table}"/><w:tblW w:w="{twips}" w:type="dxa"/>'
        '<w:tblInd w:w="{twips}" w:type="dxa"/>{table bar?}<w:tblLayout w:type="fixed"/>'
        "{table look}</w:tblPr>"
    ),
    "table bar": "<w:tblBorders>{left border}</w:tblBorders>",
    "table look": (
        (
            '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
            ' w:noHBand="1" w:noVBand="1"/>'
        ),
        (
            '<w:tblLook w:val="0660" w:firstRow="1" w:lastRow="1" w:firstColumn="0" w:lastColumn="0"'
            ' w:noHBand="1" w:noVBand="1"/>'
        ),
    ),
    "grid": "<w:tblGrid>{column+}</w:tblGrid>",
    "column": '<w:gridCol w:w="{twips}"/>',
    "head": "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head cell+}</w:tr>",
    "head cell": "<w:tc>{cell width}<w:p><w:pPr>{head style}{keep next?}</w:pPr>{inline*}</w:p></w:tc>",
    "head style": ('<w:pStyle w:val="{@table heading}"/>', '<w:pStyle w:val="{@table heading number}"/>'),
    "row": "<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell+}</w:tr>",
    "cell": (
        "<w:tc>{cell width}{cell line+}</w:tc>",
        "<w:tc>{cell width}<w:p><w:pPr>{number style}{keep next?}</w:pPr>{inline+}</w:p></w:tc>",
        "<w:tc>{cell width}<w:p><w:pPr>{empty style}{keep next?}</w:pPr></w:p></w:tc>",
    ),
    "cell line": "<w:p><w:pPr>{cell look}</w:pPr>{inline+}</w:p>",
    "cell look": ("{text style}{keep next?}", "{cell item style}{keep next?}{listed}"),
    "text style": '<w:pStyle w:val="{@table text}"/>',
    "number style": '<w:pStyle w:val="{@table number}"/>',
    "empty style": ("{text style}", "{number style}"),
    "cell item style": (
        '<w:pStyle w:val="{@table list bullet}"/>',
        '<w:pStyle w:val="{@table list number}"/>',
    ),
    "cell width": '<w:tcPr><w:tcW w:w="{twips}" w:type="dxa"/></w:tcPr>',
    "keep next": "<w:keepNext/>",
    "note": '<w:p><w:pPr><w:pStyle w:val="{@table note}"/>{bar?}</w:pPr>{plain run?}</w:p>',
}

_PICTURES: Rules = {
    "picture": (
        '<w:p><w:pPr><w:pStyle w:val="{@picture}"/><w:keepNext/>{bar?}</w:pPr><w:r>{drawing}</w:r></w:p>'
        "{caption below}"
    ),
    "caption below": (
        "<w:p><w:pPr>{caption style}{bar?}</w:pPr>{named}</w:p>",
        "<w:p><w:pPr>{caption style}<w:keepNext/>{bar?}</w:pPr>{named}</w:p>{note}",
    ),
    "drawing": (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{emu}" cy="{emu}"/>'
        '<wp:docPr id="{number}" name="Billede {number}" descr="{attribute}"/><wp:cNvGraphicFramePr>'
        f'<a:graphicFrameLocks xmlns:a="{_DRAWINGML}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_DRAWINGML}"><a:graphicData uri="{_PICTUREML}">'
        f'<pic:pic xmlns:pic="{_PICTUREML}">'
        '<pic:nvPicPr><pic:cNvPr id="{number}" name="Billede {number}" descr="{attribute}"/><pic:cNvPicPr/>'
        "</pic:nvPicPr><pic:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{emu}" cy="{emu}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    ),
    "blip": (
        '<a:blip r:embed="{relation}"/>',
        (
            f'<a:blip r:embed="{{relation}}"><a:extLst><a:ext uri="{_SVG_EXTENSION}">'
            f'<asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="{{relation}}"/></a:ext></a:extLst></a:blip>'
        ),
    ),
}

_BODY: Rules = {
    "body start": f"<w:document {WORD_NAMESPACES}><w:body>{{title}}",
    "block": ("{prose}", "{item}", "{heading}", "{table}", "{picture}", "{fact}", "{entry}"),
    "body end": (
        "<w:sectPr>{edges}{first edges?}"
        '<w:pgSz w:w="{twips}" w:h="{twips}"/>'
        '<w:pgMar w:top="{twips}" w:right="{twips}" w:bottom="{twips}" w:left="{twips}" w:header="{twips}"'
        ' w:footer="{twips}" w:gutter="0"/>{first page?}</w:sectPr></w:body></w:document>'
    ),
    "edges": (
        '<w:headerReference w:type="default" r:id="{relation}"/>'
        '<w:footerReference w:type="default" r:id="{relation}"/>'
    ),
    "first edges": (
        '<w:headerReference w:type="first" r:id="{relation}"/>'
        '<w:footerReference w:type="first" r:id="{relation}"/>'
    ),
    "first page": "<w:titlePg/>",
}

_NOTES: Rules = {
    "notes start": (
        f"<w:footnotes {WORD_NAMESPACES}>"
        '<w:footnote w:type="separator" w:id="-1">{note start}<w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0">{note start}'
        "<w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
    ),
    "note start": '<w:p><w:pPr><w:pStyle w:val="{@footnote text}"/></w:pPr>',
    "footnote": '<w:footnote w:id="{number}">{note start}{note number}{plain run}{noted*}</w:p></w:footnote>',
    "note number": "<w:r>{mark look}<w:footnoteRef/></w:r>",
    "noted": ("{run}", "{link}", "{break}", "</w:p>{note start}"),
    "notes end": "</w:footnotes>",
}

_HEADER: Rules = {
    "header start": f"<w:hdr {WORD_NAMESPACES}>{{header line}}{{watermark?}}{{plain run}}",
    "header line": '<w:p><w:pPr><w:pStyle w:val="{@header}"/></w:pPr>',
    "header banner": (
        "{tab}{plain run}",
        '</w:p><w:p><w:pPr><w:pStyle w:val="{@header banner}"/></w:pPr>{plain run}',
    ),
    "header end": "</w:p></w:hdr>",
}

_FOOTER: Rules = {
    "footer start": (
        f'<w:ftr {WORD_NAMESPACES}><w:p><w:pPr><w:pStyle w:val="{{@footer}}"/></w:pPr>{{plain run}}'
    ),
    "field": ("{field begin}<w:r>{instruction}</w:r>{field separate}{plain run}{field end}{plain run?}"),
    "field begin": '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    "instruction": '<w:instrText xml:space="preserve">{text}</w:instrText>',
    "field separate": '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
    "field end": '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    "footer end": "</w:p></w:ftr>",
}

STORIES: Rules = {
    **_INLINES,
    **_PARAGRAPHS,
    **_TABLES,
    **_PICTURES,
    **_BODY,
    **_NOTES,
    **_HEADER,
    **WATERMARK,
    **_FOOTER,
}
