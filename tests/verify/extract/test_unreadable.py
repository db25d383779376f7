"""What cannot be read, or not for sure, is a finding: broken, encrypted, foreign and oversized files."""

from __future__ import annotations

import gzip
import io
import struct
import tarfile
import zipfile
from importlib import import_module

import pypdf
import pytest

from answerkit.model.finding import Gate
from answerkit.model.problem import Severity
from answerkit.verify.extract.codes import Rule
from answerkit.verify.extract.limits import Limits
from answerkit.verify.extract.read import extract
from verify.extract.hide_office import listed_again
from verify.foreign.packages import added, odf, paragraph, run, word, xml, zipped
from verify.foreign.streams import chunk, compound, gif, jpeg, pdf, png, tar, webp


def codes(name: str, data: bytes, limits: Limits = Limits()) -> list[str]:  # noqa: B008 - it is frozen
    return sorted({item.code for item in extract(name, data, limits).findings})


def locked_office() -> bytes:
    """A Word file that a password protects."""
    target = io.BytesIO()
    import_module("msoffcrypto.format.ooxml").OOXMLFile(io.BytesIO(zipped(word()))).encrypt("kodeord", target)
    return target.getvalue()


def locked_pdf() -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(pdf()))
    writer.encrypt("kodeord", algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def flagged(data: bytes, at: int, flag: int) -> bytes:
    """The archive with a flag set in every header and every line of its directory."""
    changed = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        position = changed.find(mark)
        while position >= 0:
            changed[position + offset + at] = flag
            position = changed.find(mark, position + 4)
    return bytes(changed)


def linked(kind: bytes) -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        entry = tarfile.TarInfo("a")
        entry.type, entry.linkname = kind, "../b"
        archive.addfile(entry)
    return target.getvalue()


def posix_link() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        entry = zipfile.ZipInfo("a")
        entry.create_system, entry.external_attr = 3, 0o120777 << 16
        archive.writestr(entry, "/etc/passwd")
    return target.getvalue()


def twice(name: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("a.txt", "hej")
        archive.writestr(name, "dav")
    return target.getvalue()


def deep(levels: int) -> bytes:
    data = b"hej"
    for _ in range(levels):
        data = zipped({"a.zip" if data[:2] == b"PK" else "a.txt": data})
    return data


ZIP = zipped({"a.txt": b"hej med dig"})
FOREIGN = [
    ("a.bin", b"\x00\x01\x02\x03" * 9, "U101"),
    ("a.docx", b"\x00\x01\x02\x03" * 9, "U101"),
    ("a.docx", zipped(word())[:-30], "U102"),
    ("a.docx", zipped(word())[:300], "U102"),
    ("a.docx", zipped(added(word(), "word/document.xml", b"<w:document")), "U102"),
    ("a.png", png()[:-4], "U102"),
    ("a.png", png()[:50], "U102"),
    ("a.png", png().replace(b"IDAT", b"IDAT" + b"\x00", 1), "U102"),
    ("a.jpg", jpeg()[:-2], "U102"),
    ("a.jpg", jpeg()[:9], "U102"),
    ("a.jpg", jpeg()[:-5], "U102"),
    ("a.jpg", jpeg().replace(b"\xff\xda", b"hej\xff\xda"), "U102"),
    ("a.gif", gif()[:-1], "U102"),
    ("a.gif", gif(b"\x99"), "U102"),
    ("a.webp", webp()[:-1], "U102"),
    ("a.tif", b"II*\x00", None),
    ("a.pdf", pdf()[:200], "U102"),
    ("a.pdf", b"%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF", "U102"),
    ("a.pdf", pdf(extra=[b"<< /Filter /FlateDecode /Length 3 >>\nstream\nhej\nendstream"]), "U102"),
    ("a.pdf", pdf(extra=[b"<< /Filter /Ukendt /Length 3 >>\nstream\nhej\nendstream"]), "U115"),
    ("a.doc", compound({"WordDocument": b"x"})[:600], "U102"),
    ("a.rtf", b"{\\rtf1 hej", "U102"),
    ("a.tar", tar({"a.txt": b"hej"})[:514] , "U102"),
    ("a.tar", b"x" + tar({"a.txt": b"hej"})[1:], "U102"),
    ("a.gz", gzip.compress(b"hej" * 99)[:-12], "U102"),
    ("a.xz", b"\xfd7zXZ\x00" + b"x" * 40, "U102"),
    ("a.bz2", b"BZh91AY&SY" + b"x" * 40, "U102"),
    ("a.eml", b"From: a\nTo: b\nSubject: c\nContent-Type: multipart/mixed; boundary=x\n\nhej", "U102"),
    ("a.docx", locked_office(), "U103"),
    ("a.pdf", locked_pdf(), "U103"),
    ("a.zip", flagged(ZIP, 0, 1), "U103"),
    ("a.zip", listed_again("x").replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01") + ZIP, "U103"),
    ("a.odt", zipped(added(odf(), "META-INF/manifest.xml", xml("<m><encryption-data/></m>"))), "U103"),
    ("a.doc", compound({"WordDocument": b"\xec\xa5" + bytes(9) + b"\x01"}), "U103"),
    ("a.xls", compound({"Workbook": struct.pack("<4H", 0x809, 0, 0x2F, 0)}), "U103"),
    ("a.ppt", compound({"Current User": bytes(12) + b"\xdf\xc4\xd1\xf3"}), "U103"),
    ("a.eml", b"From: a\nTo: b\nSubject: c\nContent-Type: application/pkcs7-mime\n\nhej", "U103"),
    ("a.zip", zipped({"a.txt": b"\x00" * 5_000_000}), "U106"),
    ("a.zip", deep(12), "U107"),
    ("a.png", jpeg(), "U108"),
    ("a.docx", ZIP, "U108"),
    ("a.txt", zipped(word()), "U108"),
    ("a.pdf", pdf(drawing=b"0 0 9 9 re f"), "U109"),
    ("a.xml", b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>', "U110"),
    ("a.svg", '<!DOCTYPE x [<!ENTITY e "f">]><x>&e;</x>'.encode("utf-16"), "U110"),
    ("a.bmp", b"BM" + bytes(60), "U111"),
    ("a.doc", compound({"WordDocument": b"x"}), "U111"),
    ("a.ttf", b"\x00\x01\x00\x00\x00\x09" + bytes(60), "U111"),
    ("a.zip", listed_again("x") + ZIP, "U112"),
    ("a.zip", ZIP.replace(b"a.txt", b"b.txt", 1), "U112"),
    ("a.zip", ZIP.replace(b"PK\x03\x04", b"PK\x03\x05", 1), "U112"),
    ("a.zip", twice("A.txt"), "U113"),
    ("a.png", png(trailer=b"hej"), "U114"),
    ("a.pdf", pdf() + b"hej", "U114"),
    ("a.zip", b"hej" + ZIP, "U114"),
    ("a.zip", flagged(ZIP, 2, 9), "U115"),
    ("a.7z", b"7z\xbc\xaf\x27\x1c" + bytes(30), "U115"),
    ("a.tar", linked(b"V"), "U115"),
    ("a.zip", zipped({"../a.txt": b"hej"}), "U116"),
    ("a.zip", zipped({"C:\\a.txt": b"hej"}), "U116"),
    ("a.zip", posix_link(), "U116"),
    ("a.tar", linked(tarfile.SYMTYPE), "U116"),
    ("a.tar", tar({"/etc/a.txt": b"hej"}), "U116"),
    ("a.mp4", b"\x00\x00\x00\x18ftypmp42" + bytes(30), "U117"),
    ("a.zip", zipped({"a.txt": b"hej"}, packed=False).replace(b"hej", b"dav", 1), "U118"),
    ("a.png", png(chunk(b"tEXt", b"a\x00b")).replace(b"a\x00b", b"a\x00c"), "U118"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data", "code"), [pytest.param(*case, id=f"{case[2]}-{n}") for n, case in enumerate(FOREIGN)]
)
def test_it_is_a_finding(name: str, data: bytes, code: str | None) -> None:
    assert (code is None and codes(name, data) == []) or code in codes(name, data)


def test_every_rule_of_reading_is_seen_at_work() -> None:
    limits_and_folders = {"U104", "U105", "U119", "U120", "U121"}
    assert {code for _, _, code in FOREIGN if code} | limits_and_folders == {rule.name for rule in Rule}


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (Limits(file=100), "U104"),
        (Limits(part=50), "U104"),
        (Limits(total=500), "U104"),
        (Limits(entries=3), "U105"),
        (Limits(depth=0), "U107"),
        (Limits(ratio=1, ratio_from=100), "U106"),
    ],
)
def test_each_limit_is_a_finding(limits: Limits, code: str) -> None:
    assert code in codes("a.docx", zipped(word(paragraph(run("hej " * 99)))), limits)


def test_too_much_text_stops_the_reading() -> None:
    assert codes("a.txt", b"hej\n" * 50, Limits(total=100)) == ["U104"]


def test_what_is_read_before_and_beside_the_fault_counts() -> None:
    broken = zipped(added(word(paragraph(run("Hemmeligt"))), "word/x.xml", b"<x>Broget</y>"))
    texts = "\n".join(piece.text for piece in extract("a.docx", broken).pieces)
    assert "Hemmeligt" in texts
    assert "Broget" in texts


def test_a_finding_says_file_part_and_rule() -> None:
    (finding,) = extract("breve/a.zip", zipped({"ukendt.bin": b"\x00\x01" * 9})).findings
    assert (finding.file, finding.part, finding.place) == ("breve/a.zip", "#1.bin", "")
    assert (finding.gate, finding.code, finding.severity) == (Gate.UNREADABLE, "U101", Severity.ERROR)


def test_an_empty_file_says_nothing() -> None:
    assert codes("a.docx", b"") == []


def test_a_name_shows_no_more_than_its_length_to_who_prints_it() -> None:
    assert "Mogens" not in repr(extract("a.txt", b"Mogens").pieces)


def test_a_large_file_without_a_reader_is_searched_at_both_ends() -> None:
    data = b"BM" + bytes(24) + b"Forrest" + bytes(9_000_000) + b"Bagerst"
    assert codes("a.bmp", data) == ["U104", "U111"]
    texts = [piece.text for piece in extract("a.bmp", data).pieces]
    assert "Forrest" in texts
    assert "Bagerst" in texts


def test_nothing_is_written_or_raised_whatever_the_bytes_are() -> None:
    assert extract("a.docx", b"PK\x05\x06").findings
    assert extract("a.docx", b"PK\x03\x04").findings
    assert extract("a.docx", b"PK\x05\x06" + b"\xff" * 18).findings
