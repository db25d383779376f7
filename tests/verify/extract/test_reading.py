"""What is read of single formats, where it stands, and what is no text."""

from __future__ import annotations

import base64
import gzip
import struct
import zlib
from email.message import EmailMessage

import pytest

from answerkit.model.text import Piece, Role
from answerkit.verify.extract.limits import Limits
from answerkit.verify.extract.ole_packing import unpack_macro, unpack_rtf
from answerkit.verify.extract.read import extract
from verify.extract.hide_other import package
from verify.foreign.packages import NAMES, added, odf, paragraph, run, sheet, word, xml, zipped
from verify.foreign.streams import chunk, compound, jpeg, pdf, png, stream, tar


def pieces(name: str, data: bytes) -> tuple[Piece, ...]:
    return extract(name, data).pieces


def texts(name: str, data: bytes) -> list[str]:
    return [piece.text for piece in pieces(name, data)]


def body(inner: str) -> list[tuple[str, str]]:
    """Places and texts of the body of a Word file without its line of prose."""
    data = zipped(
        {**word(), "word/document.xml": xml(f"<w:document {NAMES}><w:body>{inner}</w:body></w:document>")}
    )
    return [
        (piece.place, piece.text)
        for piece in pieces("a.docx", data)
        if piece.part == "word/document.xml" and piece.role is Role.BODY
    ]


def table(*cells: str) -> str:
    row = "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells)
    return f"<w:tbl><w:tr>{row}</w:tr></w:tbl>"


# the examples of MS-OVBA 3.2.1-3.2.3
PLAIN = "01 19 B0 00 61 62 63 64 65 66 67 68 00 69 6A 6B 6C 6D 6E 6F 70 00 71 72 73 74 75 76 2E"
NORMAL = (
    "01 2F B0 00 23 61 61 61 62 63 64 65 82 66 00 70 61 67 68 69 6A 01 38 08 61 6B 6C 00 30 6D 6E 6F 70 06 71"
    " 02 70 04 10 72 73 74 75 76 10 77 78 79 7A 00 3C"
)
MOST = "01 03 B0 02 61 45 00"


@pytest.mark.parametrize(
    ("packed", "text"),
    [
        (PLAIN, "abcdefghijklmnopqrstuv."),
        (NORMAL, "#aaabcdefaaaaghijaaaaaklaaamnopqaaaaaaaaaaaarstuvwxyzaaa"),
        (MOST, "a" * 73),
        ("01 02 30 61 62 63", "abc"),
        ("01 19 40 00 61", ""),
        ("01 03 B0 02 61 45", "aE"),
    ],
)
def test_macros_are_unpacked(packed: str, text: str) -> None:
    assert unpack_macro(bytes.fromhex(packed)).decode() == text


def test_a_chunk_that_would_grow_over_its_size_is_cut() -> None:
    assert len(unpack_macro(b"\x01\x06\xb0\x06a\xff\x0f\xff\x0f")) <= 4096


# the examples of MS-OXRTFCP 3.1.1-3.1.2
HELLO = "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
WXYZ = "1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0"


def test_the_body_of_a_message_is_unpacked() -> None:
    assert unpack_rtf(bytes.fromhex(HELLO)) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    assert unpack_rtf(bytes.fromhex(WXYZ)) == b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"
    assert unpack_rtf(struct.pack("<2L4sL", 15, 3, b"MELA", 0) + b"hej") == b"hej"
    assert unpack_rtf(struct.pack("<2L4sL", 12, 0, b"LZFu", 0)) == b""


def message(rtf: bytes) -> bytes:
    return compound({"__properties_version1.0": b"x", "__substg1.0_10090102": rtf})


def test_a_messages_body_is_read_and_a_broken_one_is_a_finding() -> None:
    assert "hello world" in texts("a.msg", message(bytes.fromhex(HELLO)))
    assert "U102" in {item.code for item in extract("a.msg", message(b"Hej med dig, du")).findings}


def test_a_macro_project_is_read() -> None:
    packed = b"\x01\x19\xb0\x00Attribut\x00e VB_Nam\x00e = Hej" + bytes(5)
    read = pieces("a.bin", compound({"VBA/Module1": packed}))
    (found,) = [piece.text for piece in read if piece.role is Role.FIELD]
    assert found.startswith("Attribute VB_Nam")
    assert pieces("a.bin", compound({"VBA/dir": bytes.fromhex(PLAIN)}))


def test_a_packaged_file_is_read_and_a_broken_one_is_a_finding() -> None:
    data = compound({"\x01Ole10Native": package(b"brev.txt", b"Hej med dig")})
    assert "Hej med dig" in texts("a.bin", data)
    assert "U102" in {
        item.code for item in extract("a.bin", compound({"\x01Ole10Native": b"\x01" * 4096})).findings
    }


def test_streams_that_are_files_are_read_as_such() -> None:
    assert "Hej" in texts("a.doc", compound({"Contents": zipped({"a.txt": b"Hej"})}))


@pytest.mark.parametrize(
    ("inner", "found"),
    [
        (paragraph(run("Hej") + "<w:r><w:tab/><w:t>du</w:t><w:br/></w:r>"), [("p[1]", "Hej\tdu")]),
        (paragraph('<w:r><w:sym w:char="F04D"/><w:sym w:char="0041"/></w:r>'), [("p[1]", "MA")]),
        (paragraph('<w:r><w:sym w:char="x"/><w:sym w:char="F001"/><w:t>a</w:t></w:r>'), [("p[1]", "a")]),
        (paragraph("<w:r><w:t>a</w:t><w:noBreakHyphen/></w:r>"), [("p[1]", "a\N{NON-BREAKING HYPHEN}")]),
        (
            paragraph(run("a")) + paragraph(run("b")),
            [("p[1]", "a"), ("p[2]", "b"), ("", "a\nb")],
        ),
        (
            paragraph(
                run("Ny ")
                + "<w:del><w:r><w:delText>gammel </w:delText></w:r></w:del><w:ins>"
                + run("sag")
                + "</w:ins>"
            ),
            [("p[1]", "Ny gammel sag"), ("p[1]", "Ny sag"), ("p[1]", "Ny gammel")],
        ),
        (
            paragraph(run("Se ") + run("skjult ", "<w:vanish/>") + run("her")),
            [("p[1]", "Se skjult her"), ("p[1]", "Se her")],
        ),
        (paragraph("Mads") + "Pia", [("p", "Mads"), ("p/tail", "Pia"), ("", "Mads\nPia")]),
        (
            paragraph(run("Uden ") + f"<w:txbxContent>{paragraph(run('inde'))}</w:txbxContent>" + run("om")),
            [("p[1]", "Uden indeom"), ("p[2]", "inde"), ("", "Uden indeom\ninde"), ("p[1]", "Uden om")],
        ),
        (
            table(run("a"), run("b")),
            [("p[1]", "a"), ("p[2]", "b"), ("", "a\nb"), ("tr[1]", "a\tb")],
        ),
    ],
)
def test_paragraphs_are_told_as_a_reader_sees_them(inner: str, found: list[tuple[str, str]]) -> None:
    assert body(inner) == found


def test_the_columns_of_a_table_are_told_downwards() -> None:
    rows = [("Balder", "3 timer"), ("Prøvestrup", ""), ("", "2 timer")]
    cells = "".join(table(*map(run, row)).removeprefix("<w:tbl>").removesuffix("</w:tbl>") for row in rows)
    found = dict(body(f"<w:tbl>{cells}</w:tbl>"))
    assert found["tbl[1]/tc[1]"] == "Balder\nPrøvestrup"
    assert found["tbl[1]/tc[2]"] == "3 timer\n2 timer"


def test_a_table_of_one_column_or_one_row_is_told_once() -> None:
    assert not [place for place, _ in body(table(run("a"), run("b"))) if place.startswith("tbl")]
    one = table(run("a")).removesuffix("</w:tbl>") + table(run("b")).removeprefix("<w:tbl>")
    assert not [place for place, _ in body(one) if place.startswith("tbl")]


def test_open_document_text_has_its_spaces_and_breaks() -> None:
    spaces = 'c<text:s text:c="3"/>d<text:s/>e<text:s text:c="x"/>f'
    inner = f"<text:p>a<text:tab/>b<text:line-break/>{spaces}</text:p>"
    assert "a b c d e f" in texts("a.odt", zipped(odf(inner)))


def test_rows_of_open_document_tables_are_told_as_rows() -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    row = "<table:table-row>" + cell.format("Mads") + cell.format("Vej 3") + "</table:table-row>"
    found = texts("a.ods", zipped(odf(f"<table:table>{row}</table:table>", kind="spreadsheet")))
    assert "Mads\tVej 3" in found


def test_cells_are_told_as_rows_with_the_shared_strings_put_in() -> None:
    cells = '<c t="s"><v>1</v></c><c t="s"><v>99</v></c><c><v>101701234</v></c><c><f/></c>'
    rows = f'<row r="2">{cells}</row><row>x</row>'
    found = texts("a.xlsx", zipped(sheet(rows=rows, strings="<si><t>Mads</t></si>")))
    assert "Mads\t99\t101701234" in found
    assert "0101701234" in found
    assert "x" in found


def test_shared_strings_that_cannot_be_read_are_left_out() -> None:
    parts = added(sheet(), "xl/sharedStrings.xml", b"<sst")
    assert "0\t550" in texts("a.xlsx", zipped(parts))


def encoded(filter_: bytes, data: bytes, more: bytes = b"") -> bytes:
    return pdf(extra=[stream(data, b"/Filter /" + filter_ + more, packed=False)])


DRAWN = b"BT (Hej med dig) Tj ET"
LETTERS = (256, *DRAWN, 257)
LZW = int("".join(f"{code:09b}" for code in LETTERS).ljust(len(LETTERS) * 9 + 7 & ~7, "0"), 2)
"""Clear the table, each letter for itself, end; of nine bits each. Source: ISO 32000-2, 7.4.4.2."""


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (encoded(b"ASCII85Decode", base64.a85encode(DRAWN) + b"~>"), "Hej med dig"),
        (encoded(b"AHx", DRAWN.hex().encode() + b"0>"), "Hej med dig"),
        (encoded(b"RunLengthDecode", bytes([len(DRAWN) - 1]) + DRAWN + b"\x80"), "Hej med dig"),
        (encoded(b"Fl", zlib.compress(DRAWN)), "Hej med dig"),
        (
            encoded(b"FlateDecode", zlib.compress(b"\x00" + DRAWN), b" /Predictor 12 /Columns 22"),
            "Hej med dig",
        ),
        (encoded(b"LZWDecode", LZW.to_bytes(27, "big")), "Hej med dig"),
        (encoded(b"DCTDecode", b"\xff\xd8\xffHej med dig"), "Hej med dig"),
    ],
)
def test_the_filters_of_pdf_are_undone(data: bytes, text: str) -> None:
    assert any(text in found for found in texts("a.pdf", data))


@pytest.mark.parametrize(
    "drawing",
    [
        b"BT /F1 9 Tf (Mads) Tj 0 -9 Td (Hansen) Tj ET",
        b"BT /F1 9 Tf [(Mads) -300 (Hansen)] TJ ET",
        b"BT /F1 9 Tf [(Mads) -3.0.0 (\\n\\\r\n) -300 (Hans\\\nen)] TJ ET",
    ],
)
def test_words_that_are_drawn_apart_are_apart(drawing: bytes) -> None:
    found = "\n".join(texts("a.pdf", pdf(extra=[stream(drawing)])))
    assert "Mads Hansen" in " ".join(found.split())


def fonts(table: bytes) -> bytes:
    return pdf(
        extra=[
            stream(b"BT /F9 9 Tf <00010002> Tj ET"),
            b"<< /Type /Font /ToUnicode 9 0 R >>",
            stream(table),
            b"<< /Font << /F9 8 0 R >> >>",
        ]
    )


@pytest.mark.parametrize(
    "table",
    [
        b"1 beginbfchar <0001> <0048> <0002> <0065006a> endbfchar",
        b"1 beginbfrange <0001> <0001> <0048> <0002> <0003> <0065006a> endbfrange",
        b"1 beginbfrange <0001> <0002> [<0048> <0065006a>] endbfrange",
        b"1 beginbfrange <0001> <00ff> [<0048> <0065006a>] endbfrange",
    ],
)
def test_a_fonts_own_table_gives_the_letters(table: bytes) -> None:
    assert "Hej" in texts("a.pdf", fonts(table))


def test_strings_in_objects_are_read_in_each_encoding() -> None:
    strings = [
        b"(H\xf8j)",
        b"<FEFF0048007200F8>",
        b"(\xef\xbb\xbfL\xc3\xb8n)",
        b"(a\\(b\\)c (d))",
        b"(uden ende",
    ]
    found = "\n".join(texts("a.pdf", pdf(extra=[b"<< /X " + text + b" >>" for text in strings])))
    for text in ("Høj", "Hrø", "Løn", "a(b)c (d)", "uden ende"):
        assert text in found


def mail(**headers: str) -> bytes:
    message = EmailMessage()
    for name, value in {"From": "a@example.org", "To": "b@example.org", "Subject": "c", **headers}.items():
        message[name] = value
    message.set_content("Hej")
    return message.as_bytes()


@pytest.mark.parametrize(
    ("header", "text"),
    [
        ("=?utf-8?q?S=C3=B8ren?= x", "Søren x"),
        ("=?ukendt?q?S=F8ren?=", "Søren"),
        ("=?utf-8?b?A?=", "=?utf-8?b?A?="),
        ("=?utf-8?b?A===?= Mads", "Mads"),
    ],
)
def test_encoded_words_are_put_into_letters(header: str, text: str) -> None:
    data = mail().replace(b"Subject: c", b"Subject: " + header.encode())
    assert any(text in found for found in texts("a.eml", data))


@pytest.mark.parametrize("charset", ["iso-8859-1", "ukendt", "utf-16-le"])
def test_bodies_in_other_character_sets(charset: str) -> None:
    known = charset == "iso-8859-1"
    data = f'From: a\nTo: b\nSubject: c\nContent-Type: text/plain; charset="{charset}"\n\n'.encode()
    found = texts("a.eml", data + b"S\xf8ren")
    assert any("Søren" in text for text in found)
    assert known == ("Søren" in found[-1]) or not known


def test_words_of_the_doctype_and_namespaces_are_names() -> None:
    data = b'<!DOCTYPE x SYSTEM "Mads"><x xmlns="urn:hans" xmlns:ukendt=\'urn:pia\'/>'
    names = {piece.text for piece in pieces("a.xml", data) if piece.role is Role.NAME}
    assert names >= {"urn:hans", "urn:pia", "ukendt"}
    assert any("Mads" in name for name in names)


def test_strict_office_files_are_read_like_the_others() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    runs = "<w:r><w:t>He</w:t></w:r><w:r><w:t>j</w:t></w:r>"
    part = xml(f'<w:document xmlns:w="{strict}"><w:p>{runs}</w:p></w:document>')
    assert "Hej" in texts("a.docx", zipped(added(word(), "word/document.xml", part)))


def test_text_that_only_looks_like_xml_is_text() -> None:
    assert "<b>Hej</i>" in texts("a.txt", b"<b>Hej</i>")
    assert "Hej" in texts("a.txt", b"<b>Hej</i>")


def test_html_without_a_page_is_read_as_it_stands() -> None:
    assert "<!-- x -->" in texts("a.html", b"<!-- x -->")


def test_strings_above_ascii_are_read_in_each_encoding() -> None:
    binary = b"\x00\x01" + "Søren Åby".encode() + b"\x00\xff" + "Åse Ørum".encode("cp1252") + b"\x00\x01"
    found = "\n".join(texts("a.bin", binary + "Pia Ærø".encode("utf-16-le") + b"\x00\x01\x02"))
    for name in ("Søren Åby", "Åse Ørum", "Pia Ærø"):
        assert name in found


def test_much_noise_is_told_in_pieces() -> None:
    data = b"\x00\x01".join(f"Linje nummer {number}".encode() for number in range(900))
    raw = [piece for piece in pieces("a.bin", data) if piece.role is Role.RAW]
    assert len(raw) > 1
    assert raw[0].place == "byte[0]"


def test_a_picture_that_nobody_knows_says_its_strings() -> None:
    assert "Hej med dig" in texts("a.bmp", b"BM" + bytes(60) + b"Hej med dig\x00")


def test_chunks_that_say_nothing_are_passed_over() -> None:
    assert texts("a.png", png(chunk(b"sRGB", b"\x00"), chunk(b"tIME", bytes(7)))) == ["a.png"]


def test_an_owner_and_a_binary_size_in_a_tar_archive() -> None:
    data = bytearray(tar({"a.txt": b"hej"}, uname="Mads"))
    assert "Mads" in texts("a.tar", bytes(data))
    data[124:136] = (0x80 << 88 | 3).to_bytes(12, "big")
    data[148:156] = b" " * 8
    data[148:156] = b"%06o\x00 " % sum(data[:512])
    assert "hej" in texts("a.tar", bytes(data))


def test_rtf_is_read_in_all_its_forms() -> None:
    binary, fallback = b"{\\*\\x\\bin5 abcde}", b"{\\uc0\\u248}r\\uc2\\u229 aa"
    data = b"{\\rtf1\\ansicpg1250" + binary + fallback + b"\\ansicpg99999 \\'e5\\~x\\par b\\par}"
    found = texts("a.rtf", data)
    assert any("ør" in text for text in found)
    assert any("abcde" in text for text in found)


def test_a_group_of_hexadecimal_letters_is_a_file() -> None:
    packed = zipped({"a.txt": b"Hej"}).hex()
    assert "Hej" in texts("a.rtf", f"{{\\rtf1{{\\pict {packed}}}}}".encode())


def test_html_of_nothing_but_space_says_nothing() -> None:
    assert texts("a.html", b" \n \n") == ["a.html"]


def test_the_extra_field_of_a_gzip_file_is_read() -> None:
    packed = gzip.compress(b"Hej")
    data = packed[:3] + b"\x04" + packed[4:10] + b"\x09\x00AB\x05\x00Falke" + packed[10:]
    assert {"Hej", "Falke"} <= {
        word for text in texts("a.gz", data) for word in text.replace("\x05", " ").split()
    }


def test_numbers_where_no_letters_belong_say_nothing() -> None:
    assert body(paragraph("12") + paragraph(run("Hej"))) == [("p[2]", "Hej")]


def test_a_workbook_of_zeros_has_no_password() -> None:
    assert {item.code for item in extract("a.xls", compound({"Workbook": b""})).findings} == {"U111"}


def test_pixels_that_end_too_soon_are_a_finding() -> None:
    cut = zlib.compress(bytes(999))[:-5]
    data = png().replace(chunk(b"IDAT", zlib.compress(b"\x00\x80")), chunk(b"IDAT", cut))
    assert {item.code for item in extract("a.png", data).findings} == {"U102"}


def test_a_part_that_is_too_large_is_a_finding() -> None:
    read = extract("a.tar", tar({"a.txt": b"hej " * 99}), Limits(part=100))
    assert {item.code for item in read.findings} == {"U104"}


def test_a_data_address_that_is_none_is_left_alone() -> None:
    page = b'<html><body><img src="data:image/png;base64,A"><img src="data:,x"></body></html>'
    assert {piece.part for piece in pieces("a.html", page)} == {""}


def test_field_data_is_unpacked() -> None:
    packed = base64.b64encode("Hej med dig".encode("utf-16-le")).decode()
    data = zipped(word(f"<w:p><w:r><w:fldChar><w:fldData>{packed}</w:fldData></w:fldChar></w:r></w:p>"))
    assert "Hej med dig" in texts("a.docx", data)


def test_markers_without_a_length_are_passed_over_in_a_photograph() -> None:
    assert extract("a.jpg", jpeg(b"\xff\x01", b"\xff\xff\xfe\x00\x05Hej")).findings == ()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><text>Hej med dig, du som ser paa figuren her</text></svg>'


def page_with(picture: bytes, kind: str = "png") -> bytes:
    packed = base64.b64encode(picture).decode()
    return f'<html><body><p>Figur</p><img src="data:image/{kind};base64,{packed}"></body></html>'.encode()


@pytest.mark.parametrize(
    ("picture", "kind", "text"),
    [
        (png(chunk(b"tEXt", b"Title\x00Hej med dig" + b" " * 40)), "png", "Title\nHej med dig" + " " * 40),
        (SVG, "svg+xml", "Hej med dig, du som ser paa figuren her"),
    ],
)
def test_a_picture_in_an_address_is_read_once_and_its_letters_are_left_out(
    picture: bytes, kind: str, text: str
) -> None:
    found = pieces("a.html", page_with(picture, kind))
    assert text in [item.text for item in found if item.part == "billede[1]"]
    packed = base64.b64encode(picture).decode()
    assert not any(packed[:40] in item.text for item in found)


@pytest.mark.parametrize("kind", ["png", "jpeg", "svg+xml"])
def test_what_is_no_picture_stays_in_the_text(kind: str) -> None:
    data = b"Hej med dig, og her staar noget helt andet end et billede"
    assert any(base64.b64encode(data).decode() in text for text in texts("a.html", page_with(data, kind)))


def test_a_picture_in_an_address_that_is_cut_is_a_finding() -> None:
    cut = png(chunk(b"tEXt", b"Title\x00" + b"x" * 99))[:90]
    assert "U102" in {item.code for item in extract("a.html", page_with(cut)).findings}


def test_a_picture_in_another_spelling_of_its_bytes_stays_in_the_text() -> None:
    picture = next(
        picture
        for size in range(60, 64)
        if len(picture := png(chunk(b"tEXt", b"Title\x00" + b"x" * size))) % 3 == 1
    )
    page = page_with(picture)
    assert not any("iVBOR" in text for text in texts("a.html", page))
    last = page.index(b"==") - 1
    other = page[:last] + bytes((page[last] + 1,)) + page[last + 1 :]
    assert any("base64,iVBOR" in text for text in texts("a.html", other))


@pytest.mark.parametrize("number", ["27.12.16-G01-344-22", "42 19 86 05", "DK 51 907"])
def test_a_number_in_short_groups_is_no_noise(number: str) -> None:
    data = b"\x00\x01\x02" + number.encode() + b"\x00\x01"
    assert any(number in text for text in texts("a.bin", data))
