"""Hiding places in PDF, RTF, compound files, pictures, mail, web pages, text files and archives."""

import base64
import bz2
import gzip
import lzma
import struct
import zlib
from email.message import EmailMessage

from verify.extract.hiding import Hide, place
from verify.foreign.packages import paragraph, run, sheet, word, zipped
from verify.foreign.streams import (
    chunk,
    compound,
    escaped,
    exif,
    gif,
    jpeg,
    pdf,
    png,
    segment,
    stream,
    string,
    tar,
    tiff,
    updated,
    webp,
)


def ways(family: str, file: str, hiders: dict[str, Hide]) -> None:
    """Register hiding places of one kind of file."""
    for name, hide in hiders.items():
        place(f"{family}: {name}", file)(hide)


def show(text: str, before: bytes = b"") -> bytes:
    return b"BT " + before + b" /F1 9 Tf (" + escaped(text) + b") Tj ET"


def cmap(text: str) -> bytes:
    """A font's table that turns bytes from 1 on into the text."""
    pairs = b"".join(b"<%02x> <%04x>\n" % (code, ord(letter)) for code, letter in enumerate(text, 1))
    return b"1 begincodespacerange <00> <ff> endcodespacerange %d beginbfchar\n%s endbfchar" % (
        len(text),
        pairs,
    )


ways(
    "pdf",
    "svar.pdf",
    {
        "page": pdf,
        "invisible text": lambda t: pdf(extra=[stream(show(t, b"3 Tr"))]),
        "letters with gaps": lambda t: pdf(
            extra=[stream(b"BT /F1 9 Tf [" + b" -20 ".join(b"(" + escaped(c) + b")" for c in t) + b"] TJ ET")]
        ),
        "hexadecimal string": lambda t: pdf(
            extra=[stream(b"BT /F1 9 Tf <" + t.encode("cp1252").hex().encode() + b"> Tj ET")]
        ),
        "octal string": lambda t: pdf(
            extra=[
                stream(
                    b"BT /F1 9 Tf (" + b"".join(b"\\%03o" % byte for byte in t.encode("cp1252")) + b") Tj ET"
                )
            ]
        ),
        "font with a table of its own": lambda t: pdf(
            extra=[
                stream(b"BT /F9 9 Tf <" + bytes(range(1, len(t) + 1)).hex().encode() + b"> Tj ET"),
                b"<< /Type /Font /Subtype /TrueType /ToUnicode 9 0 R >>",
                stream(cmap(t)),
                b"<< /Font << /F9 8 0 R >> >>",
            ]
        ),
        "title": lambda t: pdf(info=b"/Subject " + string(t)),
        "plain string": lambda t: pdf(info=b"/Keywords (" + escaped(t) + b")"),
        "metadata": lambda t: pdf(
            extra=[stream(f"<x:xmpmeta><x>{t}</x></x:xmpmeta>".encode(), b"/Type /Metadata")]
        ),
        "bookmark": lambda t: pdf(extra=[b"<< /Title " + string(t) + b" /Parent 1 0 R >>"]),
        "annotation": lambda t: pdf(
            extra=[b"<< /Type /Annot /Subtype /Text /Contents " + string(t) + b" >>"]
        ),
        "form field": lambda t: pdf(extra=[b"<< /FT /Tx /T (navn) /V " + string(t) + b" >>"]),
        "name of a form field": lambda t: pdf(extra=[b"<< /FT /Tx /T " + string(t) + b" >>"]),
        "link": lambda t: pdf(extra=[b"<< /S /URI /URI (https://example.org/" + escaped(t) + b") >>"]),
        "alternative text": lambda t: pdf(extra=[b"<< /Type /StructElem /Alt " + string(t) + b" >>"]),
        "actual text": lambda t: pdf(
            extra=[stream(b"/Span << /ActualText " + string(t) + b" >> BDC EMC " + show("x"))]
        ),
        "attachment": lambda t: pdf(extra=[stream(t.encode(), b"/Type /EmbeddedFile")]),
        "attached workbook": lambda t: pdf(
            extra=[stream(zipped(sheet(strings=f"<si><t>{t}</t></si>")), b"/Type /EmbeddedFile")]
        ),
        "name of an attachment": lambda t: pdf(extra=[b"<< /Type /Filespec /F (" + escaped(t) + b") >>"]),
        "program": lambda t: pdf(extra=[b"<< /S /JavaScript /JS (app.alert\\('" + escaped(t) + b"'\\)) >>"]),
        "superseded object": lambda t: updated(pdf(t), 4, stream(show("ny tekst"))),
        "object that nothing uses": lambda t: pdf(extra=[b"(" + escaped(t) + b")"]),
        "packed objects": lambda t: pdf(
            extra=[stream(b"9 0 " + b"<< /Title " + string(t) + b" >>", b"/Type /ObjStm /N 1 /First 4")]
        ),
        "comment": lambda t: pdf().replace(b"%PDF-1.7\n", b"%PDF-1.7\n%" + t.encode("cp1252") + b"\n"),
        "behind the end": lambda t: pdf() + t.encode(),
        "before the start": lambda t: t.encode() + b"\n" + pdf(),
        "name": lambda t: pdf(catalog=b"/" + b"".join(b"#%02x" % byte for byte in t.encode()) + b" true"),
        "base85 stream": lambda t: pdf(
            extra=[stream(base64.a85encode(show(t)) + b"~>", b"/Filter /ASCII85Decode", packed=False)]
        ),
        "hexadecimal stream": lambda t: pdf(
            extra=[stream(show(t).hex().encode() + b">", b"/Filter /ASCIIHexDecode", packed=False)]
        ),
        "form drawing": lambda t: pdf(extra=[stream(show(t), b"/Type /XObject /Subtype /Form")]),
        "layer": lambda t: pdf(extra=[b"<< /Type /OCG /Name " + string(t) + b" >>"]),
        "photograph": lambda t: pdf(
            extra=[stream(jpeg(exif(t.encode())), b"/Subtype /Image /Filter /DCTDecode", packed=False)]
        ),
    },
)


def rtf(inner: str) -> bytes:
    return f"{{\\rtf1\\ansi\\ansicpg1252 Svar.\\par {inner}\\par}}".encode("cp1252")


def unicode_rtf(text: str) -> str:
    return "".join(f"\\u{ord(letter)}?" for letter in text)


ways(
    "rtf",
    "svar.rtf",
    {
        "text": rtf,
        "bytes": lambda t: rtf("".join(f"\\'{byte:02x}" for byte in t.encode("cp1252"))),
        "Unicode": lambda t: rtf(unicode_rtf(t)),
        "hidden text": lambda t: rtf(f"{{\\v {t}}}"),
        "split by groups": lambda t: rtf("".join(f"{{\\b {letter}}}" for letter in t)),
        "annotation": lambda t: rtf(f"{{\\*\\annotation {t}}}"),
        "author": lambda t: rtf(f"{{\\info{{\\author {t}}}}}"),
        "field code": lambda t: rtf(f'{{\\field{{\\*\\fldinst HYPERLINK "{t}"}}}}'),
        "unknown destination": lambda t: rtf(f"{{\\*\\ukendt {t}}}"),
        "variable": lambda t: rtf(f"{{\\*\\docvar {{x}}{{{t}}}}}"),
        "object": lambda t: rtf(f"{{\\object{{\\*\\objdata {zipped(word(paragraph(run(t)))).hex()}}}}}"),
        "picture": lambda t: rtf(f"{{\\pict\\jpegblip {jpeg(exif(t.encode())).hex()}}}"),
        "behind the end": lambda t: rtf("x") + t.encode(),
        "footnote": lambda t: rtf(f"{{\\footnote {t}}}"),
    },
)


def package(name: bytes, data: bytes) -> bytes:
    """A packaged file. Source: MS-OLEDS 2.3.6."""
    inner = b"\x02\x00" + name + b"\x00" + name + b"\x00" + b"\x00\x00\x03\x00"
    inner += struct.pack("<L", len(name) + 1) + name + b"\x00" + struct.pack("<L", len(data)) + data
    return struct.pack("<L", len(inner)) + inner


ways(
    "ole",
    "svar.doc",
    {
        "text in UTF-16": lambda t: compound(
            {"WordDocument": b"\xec\xa5" + bytes(30) + t.encode("utf-16-le")}
        ),
        "text of one byte": lambda t: compound(
            {"WordDocument": b"\xec\xa5" + bytes(30) + t.encode("cp1252")}
        ),
        "properties": lambda t: compound(
            {"\x05SummaryInformation": b"\x1e\x00\x00\x00" + t.encode("cp1252") + b"\x00"}
        ),
        "name of a stream": lambda t: compound({f"{t[:30]}/{t[30:60]}": b"x"}),
        "unused sector": lambda t: compound({"WordDocument": b"x"}, slack=t.encode("utf-16-le")),
        "packaged file": lambda t: compound({"ObjectPool/\x01Ole10Native": package(b"x.txt", t.encode())}),
        "packaged archive": lambda t: compound(
            {"\x01Ole10Native": package(b"x.zip", zipped({"a.txt": t.encode()}))}
        ),
        "name of a packaged file": lambda t: compound(
            {"\x01Ole10Native": package(t.encode("cp1252"), b"abc")}
        ),
        "embedded package": lambda t: compound({"Package": zipped(word(paragraph(run(t))))}),
    },
)
ways(
    "msg",
    "brev.msg",
    {
        "subject": lambda t: compound(
            {"__properties_version1.0": b"x", "__substg1.0_0037001F": t.encode("utf-16-le")}
        ),
        "body": lambda t: compound(
            {"__properties_version1.0": b"x", "__substg1.0_1000001E": t.encode("cp1252")}
        ),
        "attachment": lambda t: compound(
            {
                "__properties_version1.0": b"x",
                "__attach_version1.0_#00000000/__substg1.0_37010102": zipped(word(paragraph(run(t)))),
            }
        ),
    },
)
ways(
    "png",
    "billede.png",
    {
        "tEXt": lambda t: png(chunk(b"tEXt", b"Title\x00" + t.encode("latin-1"))),
        "keyword": lambda t: png(chunk(b"tEXt", t.encode("latin-1") + b"\x00x")),
        "zTXt": lambda t: png(chunk(b"zTXt", b"Title\x00\x00" + zlib.compress(t.encode("latin-1")))),
        "iTXt": lambda t: png(chunk(b"iTXt", b"Title\x00\x00\x00da\x00\x00" + t.encode())),
        "packed iTXt": lambda t: png(
            chunk(b"iTXt", b"Title\x00\x01\x00da\x00\x00" + zlib.compress(t.encode()))
        ),
        "EXIF": lambda t: png(chunk(b"eXIf", b"II*\x00" + t.encode())),
        "colour profile": lambda t: png(chunk(b"iCCP", b"x\x00\x00" + zlib.compress(t.encode()))),
        "unknown chunk": lambda t: png(chunk(b"prVt", t.encode())),
        "trailer": lambda t: png(trailer=t.encode()),
        "packed trailer": lambda t: png(trailer=zipped({"a.txt": t.encode()})),
        "behind the pixels": lambda t: png(pixels=t.encode()),
    },
)
ways(
    "jpeg",
    "foto.jpg",
    {
        "EXIF": lambda t: jpeg(exif(t.encode())),
        "comment": lambda t: jpeg(segment(0xFE, t.encode())),
        "XMP": lambda t: jpeg(
            segment(0xE1, b"http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta>" + t.encode() + b"</x:xmpmeta>")
        ),
        "EXIF in UTF-16": lambda t: jpeg(segment(0xE1, b"Exif\x00\x00II*\x00" + t.encode("utf-16-le"))),
        "IPTC": lambda t: jpeg(segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04" + t.encode("latin-1"))),
        "trailer": lambda t: jpeg(trailer=t.encode()),
        "archive behind": lambda t: jpeg(trailer=zipped({"a.docx": zipped(word(paragraph(run(t))))})),
    },
)
ways(
    "gif",
    "billede.gif",
    {
        "comment": lambda t: gif(b"\x21\xfe" + bytes([len(t.encode())]) + t.encode() + b"\x00"),
        "trailer": lambda t: gif(trailer=t.encode()),
    },
)
ways(
    "webp",
    "billede.webp",
    {
        "EXIF": lambda t: webp((b"EXIF", t.encode())),
        "XMP": lambda t: webp((b"XMP ", t.encode())),
        "trailer": lambda t: webp(trailer=t.encode()),
    },
)
ways("tiff", "billede.tif", {"description": lambda t: tiff(t.encode())})


def mail(text: str = "Hej.", subject: str = "Svar", **headers: str) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.org", "b@example.org", subject
    message["Date"] = "Mon, 08 Nov 2021 09:00:00 +0100"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return message


def with_attachment(data: bytes, name: str = "bilag.docx") -> bytes:
    message = mail()
    message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def with_page(text: str) -> bytes:
    message = mail()
    message.add_alternative(f"<html><body><p>{text}</p></body></html>", subtype="html", cte="base64")
    return message.as_bytes()


def forwarded(text: str) -> bytes:
    message = mail()
    message.add_attachment(mail(text))
    return message.as_bytes()


ways(
    "eml",
    "brev.eml",
    {
        "body": lambda t: mail(t).as_bytes(),
        "subject": lambda t: mail(subject=t).as_bytes(),
        "other header": lambda t: mail(X_Sag=t).as_bytes(),
        "page": with_page,
        "attachment": lambda t: with_attachment(zipped(word(paragraph(run(t))))),
        "name of an attachment": lambda t: with_attachment(b"abc", f"{t}.bin"),
        "forwarded": forwarded,
        "preamble": lambda t: with_attachment(b"x").replace(b"\n\n--", b"\n\n" + t.encode() + b"\n--", 1),
    },
)
ways(
    "html",
    "side.html",
    {
        "text": lambda t: f"<html><body><p>{t}</p></body></html>".encode(),
        "comment": lambda t: f"<html><body><!-- {t} --></body></html>".encode(),
        "attribute": lambda t: f'<html><body><p title="{t}">x</p></body></html>'.encode(),
        "script": lambda t: f"<html><script>var x = '{t}';</script></html>".encode(),
        "style": lambda t: f"<html><style>p:before {{content: '{t}'}}</style></html>".encode(),
        "meta": lambda t: f'<html><head><meta name="x" content="{t}"></head></html>'.encode(),
        "references": lambda t: (
            "<html><p>" + "".join(f"&#x{ord(c):x};" for c in t) + "</p></html>"
        ).encode(),
        "split": lambda t: ("<html><p>" + "".join(f"<b>{c}</b>" for c in t) + "</p></html>").encode(),
        "hidden": lambda t: f'<html><p style="display:none">{t}</p></html>'.encode(),
    },
)
ways(
    "text",
    "noter.txt",
    {
        "UTF-8": lambda t: f"Linje.\n{t}\n".encode(),
        "UTF-16": lambda t: f"Linje.\n{t}\n".encode("utf-16"),
        "UTF-16 without a mark": lambda t: f"Linje et, linje to.\n{t}\n".encode("utf-16-be"),
        "Windows": lambda t: f"Linje.\r\n{t}\r\n".encode("cp1252"),
    },
)
ways(
    "yaml",
    "blok.yaml",
    {
        "value": lambda t: f"id: x\ntext: |-\n  {t}\n".encode(),
        "comment": lambda t: f"id: x # {t}\n".encode(),
        "folded": lambda t: ("id: x\ntext: >-\n  " + t.replace(" ", "\n  ", 1) + "\n").encode(),
    },
)
ways("csv", "tal.csv", {"cell": lambda t: f"a;b\n1;{t}\n".encode("cp1252")})
ways("json", "data.json", {"value": lambda t: f'{{"a": ["{t}"]}}'.encode()})
ways(
    "svg",
    "figur.svg",
    {
        "text": lambda t: f'<svg xmlns="http://www.w3.org/2000/svg"><text>{t}</text></svg>'.encode(),
        "split text": lambda t: (
            '<svg xmlns="http://www.w3.org/2000/svg"><text>'
            + "".join(f"<tspan>{c}</tspan>" for c in t)
            + "</text></svg>"
        ).encode(),
        "embedded picture": lambda t: (
            '<svg xmlns="http://www.w3.org/2000/svg"><image href="data:text/plain;base64,'
            + base64.b64encode(t.encode()).decode()
            + '"/></svg>'
        ).encode(),
    },
)
ways(
    "archive",
    "arkiv.tar",
    {
        "tar": lambda t: tar({"a.txt": t.encode()}),
        "tar owner": lambda t: tar({"a.txt": b"x"}, uname=t[:31]) if len(t) < 32 else tar({t[:90]: b"x"}),
        "tar name": lambda t: tar({f"{t}.txt": b"x"}),
        "tar long name": lambda t: tar({"mappe/" * 20 + f"{t}.txt": b"x"}),
        "tar slack": lambda t: tar({"a.txt": b"x"})[:-512] + t.encode().ljust(512, b"\x00"),
    },
)
ways(
    "archive",
    "a.txt.gz",
    {
        "gzip": lambda t: gzip.compress(t.encode()),
        "gzip name": lambda t: (
            b"\x1f\x8b\x08\x08" + bytes(6) + t.encode("latin-1") + b"\x00" + gzip.compress(b"x")[10:]
        ),
        "second gzip stream": lambda t: gzip.compress(b"x") + gzip.compress(t.encode()),
    },
)
ways("archive", "a.tgz", {"tgz": lambda t: gzip.compress(tar({"a.docx": zipped(word(paragraph(run(t))))}))})
ways("archive", "a.txt.bz2", {"bzip2": lambda t: bz2.compress(t.encode())})
ways("archive", "a.txt.xz", {"xz": lambda t: lzma.compress(t.encode())})


def data_address(text: str) -> str:
    """A picture with a packed text, as an address."""
    picture = png(chunk(b"zTXt", b"Title\x00\x00" + zlib.compress(text.encode("latin-1"))))
    return "data:image/png;base64," + base64.b64encode(picture).decode()


def mailbox(text: str) -> bytes:
    """Two messages, the second with an attachment."""
    start = b"From a@example.org Mon Nov  8 09:00:00 2021\n"
    return start + mail().as_bytes() + b"\n" + start + with_attachment(zipped(word(paragraph(run(text)))))


ways(
    "packed",
    "side.html",
    {
        "picture in a page": lambda t: f'<html><body><img src="{data_address(t)}"></body></html>'.encode(),
        "picture in a style": lambda t: (
            f'<html><body><p data-x="{data_address(t)}"></p></body></html>'.encode()
        ),
    },
)
ways(
    "packed",
    "svar.xml",
    {
        "part of a flat file": lambda t: (
            "<x><binaryData>"
            + base64.b64encode(jpeg(trailer=zipped({"a.txt": t.encode()}))).decode()
            + "</binaryData></x>"
        ).encode(),
    },
)
ways("packed", "alle.mbox", {"mailbox": mailbox})
ways(
    "packed",
    "billede.bmp",
    {"archive behind a bitmap": lambda t: b"BM" + bytes(60) + zipped({"a.txt": t.encode()})},
)
ways("packed", "billede.tif", {"archive behind": lambda t: tiff(b"x") + zipped({"a.txt": t.encode()})})
