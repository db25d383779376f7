"""The PDF gate: silent on what is made of a Word file, and on nothing else."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText, Link
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from answerkit.verify.pdf.codes import Rule
from answerkit.verify.pdf.gate import release, verify_pdf
from convert.fake_soffice import write
from convert.offices import WORD

CANARY = "Kanariefugl"
BOX = (10, 10, 90, 90)


@pytest.fixture
def pdf(tmp_path: Path) -> bytes:
    (tmp_path / "1.docx").write_bytes(WORD)
    write(tmp_path / "1.docx", tmp_path / "1.pdf", "good")
    return (tmp_path / "1.pdf").read_bytes()


def codes(pdf: bytes, word: bytes | None = WORD) -> list[str]:
    findings = verify_pdf(pdf, word, name="a.pdf")
    assert CANARY not in repr(findings)
    return [finding.code for finding in findings]


def uri(writer: PdfWriter, address: str) -> None:
    writer.add_annotation(0, Link(rect=BOX, url=address))


def script(writer: PdfWriter) -> None:
    action = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject(CANARY)}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)


def page_script(writer: PdfWriter) -> None:
    writer.pages[0][NameObject("/AA")] = DictionaryObject()


def attach(writer: PdfWriter) -> None:
    writer.add_attachment(CANARY, b"x")


def note(writer: PdfWriter) -> None:
    writer.add_annotation(0, FreeText(text=CANARY, rect=BOX))


def no_note(writer: PdfWriter) -> None:
    writer.pages[0][NameObject("/Annots")] = ArrayObject([NumberObject(42)])


def launch(writer: PdfWriter) -> None:
    link = Link(rect=BOX, url="https://example.org/")
    link[NameObject("/A")] = DictionaryObject({NameObject("/S"): NameObject("/Launch")})
    writer.add_annotation(0, link)


def more_actions(writer: PdfWriter) -> None:
    link = Link(rect=BOX, url="https://example.org/vejledning#side&2")
    action = link["/A"]
    assert isinstance(action, DictionaryObject)
    action[NameObject("/Next")] = DictionaryObject({NameObject("/S"): NameObject("/Launch")})
    action[NameObject("/X")] = DictionaryObject()
    writer.add_annotation(0, link)


def form(writer: PdfWriter) -> None:
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject()


def layers(writer: PdfWriter) -> None:
    writer.root_object[NameObject("/OCProperties")] = DictionaryObject()


def property_more(writer: PdfWriter) -> None:
    writer.add_metadata({"/Keywords": CANARY})


def other_title(writer: PdfWriter) -> None:
    writer.add_metadata({"/Title": CANARY})


def other_author(writer: PdfWriter) -> None:
    writer.add_metadata({"/Author": CANARY})


def other_creator(writer: PdfWriter) -> None:
    writer.add_metadata({"/Creator": CANARY})


def other_producer(writer: PdfWriter) -> None:
    writer.add_metadata({"/Producer": CANARY})


def bookmark(writer: PdfWriter) -> None:
    writer.add_outline_item(title=CANARY, page_number=0)


def link_elsewhere(writer: PdfWriter) -> None:
    uri(writer, f"https://example.org/{CANARY}")


def no_language(writer: PdfWriter) -> None:
    del writer.root_object["/Lang"]


def no_marks(writer: PdfWriter) -> None:
    del writer.root_object["/MarkInfo"]


SPOILT = [
    (script, Rule.S212),
    (page_script, Rule.S212),
    (attach, Rule.S212),
    (note, Rule.S212),
    (no_note, Rule.S212),
    (launch, Rule.S212),
    (more_actions, Rule.S212),
    (form, Rule.S212),
    (layers, Rule.S212),
    (property_more, Rule.S213),
    (other_creator, Rule.S213),
    (other_producer, Rule.S213),
    (other_title, Rule.S214),
    (other_author, Rule.S214),
    (bookmark, Rule.S215),
    (link_elsewhere, Rule.S216),
    (no_language, Rule.S217),
    (no_marks, Rule.S217),
]


def changed(pdf: bytes, change: Callable[[PdfWriter], None]) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    change(writer)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_what_is_made_of_the_word_file_passes(pdf: bytes) -> None:
    assert codes(pdf) == []
    assert codes(changed(pdf, lambda _: None)) == []


@pytest.mark.parametrize(("change", "rule"), SPOILT, ids=lambda item: getattr(item, "__name__", ""))
def test_a_spoilt_file_is_found_out(pdf: bytes, change: Callable[[PdfWriter], None], rule: Rule) -> None:
    assert codes(changed(pdf, change)) == [rule.name]


def test_every_rule_is_seen_broken() -> None:
    assert {rule for _, rule in SPOILT} | {Rule.S211} == set(Rule)


@pytest.mark.parametrize(
    "address", ["https://example.org/vejledning#side&2", "https://example.org/?q=%C3%A6øå&x=1"]
)
def test_links_of_the_word_file_may_be_written_in_either_way(pdf: bytes, address: str) -> None:
    assert codes(changed(pdf, lambda writer: uri(writer, address))) == []


def no_pages(writer: PdfWriter) -> None:
    pages = writer.root_object["/Pages"]
    assert isinstance(pages, DictionaryObject)
    pages[NameObject("/Kids")] = ArrayObject()


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n%%EOF", b"x" * 99])
def test_what_cannot_be_read_is_refused(data: bytes) -> None:
    assert codes(data) == ["S211"]
    assert release(data) == ()


def test_a_file_without_pages_is_refused(pdf: bytes) -> None:
    assert codes(changed(pdf, no_pages)) == ["S211"]


def test_an_encrypted_file_is_refused(pdf: bytes) -> None:
    assert codes(changed(pdf, lambda writer: writer.encrypt("x", algorithm="RC4-128"))) == ["S211"]


def test_of_an_edited_word_file_only_the_form_is_judged(pdf: bytes) -> None:
    assert codes(changed(pdf, other_title), word=None) == []
    assert codes(changed(pdf, attach), word=None) == ["S212"]


def test_without_a_built_word_file_nothing_can_be_compared(pdf: bytes) -> None:
    assert codes(pdf, word=b"PK\x03\x04") == ["S214"]


def test_the_release_is_told(pdf: bytes) -> None:
    assert release(pdf) == (25, 2)
    assert release(changed(pdf, other_producer)) == ()


def test_an_unexpected_title_is_a_text_as_well(pdf: bytes) -> None:
    def twice(writer: PdfWriter) -> None:
        writer.add_metadata({NameObject("/Title"): TextStringObject("")})

    assert codes(changed(pdf, twice)) == ["S214"]
