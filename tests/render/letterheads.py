"""A reference file with a letterhead, as somebody would draw one in Word: a name, an address and a logo."""

from __future__ import annotations

import io
import zipfile
from functools import cache

from render.samples import REFERENCE, png

LOGO = png(30, 10)
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
PICTURE = (
    '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="1080000" cy="360000"/>'
    '<wp:docPr id="1" name="Logo" descr="Prøvebys byvåben"/><a:graphic><a:graphicData'
    ' uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId7"/>'
    "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off"
    ' x="0" y="0"/><a:ext cx="1080000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)
WORDS = "<w:r><w:t>Prøveby Rådhus, Torvet 1</w:t></w:r>"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId7" Type="{OFFICE}/image" Target="media/image1.png"/></Relationships>'
)


@cache
def with_letterhead(
    content: str = f"{WORDS}{PICTURE}",
    relations: str = RELATIONS,
    logo: bytes = LOGO,
    name: str = "image1.png",
    *,
    first: bool = True,
) -> bytes:
    """The project's reference file with this in the header of its first page."""
    with zipfile.ZipFile(REFERENCE) as archive:
        parts = {entry: archive.read(entry).decode() for entry in archive.namelist()}
    head = '<w:headerReference w:type="first" r:id="rId50"/>'
    body = parts["word/document.xml"].replace("<w:sectPr>", f"<w:sectPr>{head}")
    parts["word/document.xml"] = body.replace("</w:sectPr>", f"<w:titlePg w:val='{int(first)}'/></w:sectPr>")
    link = f'<Relationship Id="rId50" Type="{OFFICE}/header" Target="header3.xml"/>'
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace("</Relationships>", f"{link}</Relationships>")
    declared = (
        '<Override PartName="/word/header3.xml" ContentType="application/vnd.openxmlformats-officedocument'
        '.wordprocessingml.header+xml"/>'
    )
    types = parts["[Content_Types].xml"].replace("</Types>", f"{declared}</Types>")
    kinds = "".join(
        f'<Default Extension="{extension}" ContentType="image/{kind}"/>'
        for extension, kind in (("png", "png"), ("svg", "svg+xml"), ("jpeg", "jpeg"))
    )
    parts["[Content_Types].xml"] = types.replace("<Default", f"{kinds}<Default", 1)
    parts["word/header3.xml"] = f"<w:hdr {NAMESPACES}><w:p>{content}</w:p></w:hdr>"
    if relations:
        parts["word/_rels/header3.xml.rels"] = relations.replace("image1.png", name)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for entry, text in parts.items():
            archive.writestr(entry, text)
        if relations:
            archive.writestr(f"word/media/{name}", logo)
    return buffer.getvalue()
