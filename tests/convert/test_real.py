"""The machine's own LibreOffice, where it has one: pages, accessibility, and what must not get in."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import page
import pypdf
import pytest

from answerkit.convert.office import find_office
from answerkit.lanes.pdf import ACCESSIBLE_SINCE
from answerkit.verify.pdf.gate import release, verify_pdf
from convert.offices import WORD, converted, needs_office
from render.samples import RENDERER
from render.torture import confidential_torture

pytestmark = needs_office
CANARY = "Kanariefugl"
COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
COMMENTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"


def with_comment(word: bytes) -> bytes:
    """The file with a comment on its first paragraph, as Word would write it."""
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    parts["word/comments.xml"] = (
        f'<w:comments {space}><w:comment w:id="0" w:author="{CANARY}"><w:p><w:r><w:t>{CANARY}</w:t></w:r>'
        "</w:p></w:comment></w:comments>"
    ).encode()
    changes = {
        "[Content_Types].xml": (
            "</Types>",
            f'<Override PartName="/word/comments.xml" ContentType="{COMMENTS_TYPE}"/></Types>',
        ),
        "word/_rels/document.xml.rels": (
            "</Relationships>",
            f'<Relationship Id="rId999" Type="{COMMENTS}" Target="comments.xml"/></Relationships>',
        ),
        "word/document.xml": ("</w:p>", '<w:r><w:commentReference w:id="0"/></w:r></w:p>'),
    }
    for name, (old, new) in changes.items():
        parts[name] = parts[name].replace(old.encode(), new.encode(), 1)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def words() -> list[bytes]:
    return [WORD, RENDERER.render(confidential_torture()), with_comment(WORD)]


@pytest.fixture(scope="module")
def pdfs(words: list[bytes], tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """All files in one run."""
    made = converted(find_office(None, os.environ), words, tmp_path_factory.mktemp("home"))
    return [pdf for pdf in made if isinstance(pdf, bytes)]


def test_each_file_becomes_pages(words: list[bytes], pdfs: list[bytes]) -> None:
    assert len(pdfs) == len(words)
    for pdf in pdfs:
        assert 9 <= len(pypdf.PdfReader(io.BytesIO(pdf)).pages) <= 13


def test_the_gate_lets_them_pass(words: list[bytes], pdfs: list[bytes]) -> None:
    for word, pdf in zip(words[:2], pdfs[:2], strict=True):
        assert verify_pdf(pdf, word, name="a.pdf") == ()


def test_they_keep_pdf_ua(pdfs: list[bytes]) -> None:
    for pdf in pdfs:
        assert release(pdf) >= ACCESSIBLE_SINCE, "denne LibreOffice er for gammel til PDF/UA"
        report = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
        assert [failure.rule_id for failure in report.failures] == []
        assert report.is_compliant


def test_no_comment_gets_in(pdfs: list[bytes]) -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdfs[2]))
    assert CANARY not in "".join(sheet.extract_text() for sheet in reader.pages)
    assert CANARY.encode() not in pdfs[2]
    kinds = {
        str(note.get_object()["/Subtype"]) for sheet in reader.pages for note in sheet.get("/Annots", ())
    }
    assert kinds == {"/Link"}


def test_the_same_file_gives_the_same_bytes(pdfs: list[bytes], tmp_path: Path) -> None:
    assert converted(find_office(None, os.environ), [WORD], tmp_path) == (pdfs[0],)
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_word_file_becomes_none(tmp_path: Path) -> None:
    """LibreOffice exits with 0 here."""
    made = converted(find_office(None, os.environ), [b"PK\x03\x04 broken"], tmp_path)
    assert not isinstance(made[0], bytes)
