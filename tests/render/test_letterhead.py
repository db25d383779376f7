"""The letterhead: the first page's header, taken from the reference file."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from answerkit.model.document import Edition
from answerkit.render.docx import Renderer
from answerkit.render.reference import UnfitReferenceError
from answerkit.verify.a11y.gate import verify_accessible
from answerkit.verify.built.gate import verify_built
from render.letterheads import LOGO, RELATIONS, WORDS, with_letterhead
from render.samples import REFERENCE, Opened
from verify.built.clean import TITLE, confidential, facts, full
from verify.built.spoiling import packed


def made(reference: bytes, edition: Edition = Edition.PUBLIC) -> bytes:
    return Renderer(reference).render(full() if edition is Edition.PUBLIC else confidential())


def entries(data: bytes) -> Opened:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return Opened({name: archive.read(name) for name in archive.namelist()})


@pytest.mark.parametrize("edition", Edition)
def test_the_first_page_has_the_letterhead_and_what_every_page_says(edition: Edition) -> None:
    file = entries(made(with_letterhead(), edition))
    first = file.entries["word/header2.xml"].decode()
    assert first.startswith("<w:hdr ")
    assert WORDS in first
    every = file.entries["word/header1.xml"].decode()
    lines = re.sub(r"^.*?<w:hdr [^>]*>", "", every, flags=re.DOTALL)
    assert first.endswith(lines)
    assert file.entries["word/media/letterhead1.png"] == LOGO
    assert file.values("//w:headerReference/@w:type") == ["default", "first"]
    assert file.values("//w:footerReference/@w:type") == ["default", "first"]
    assert len(file.find("//w:titlePg")) == 1


def test_no_two_drawings_have_the_same_number() -> None:
    file = entries(made(with_letterhead()))
    assert file.values("//wp:docPr/@id", "header2") == ["9001"]
    assert file.values("//wp:docPr/@id") == ["1"]


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("reference", [with_letterhead(), with_letterhead(WORDS, "")])
def test_the_gate_and_everybody_can_read_it(edition: Edition, reference: bytes) -> None:
    data = made(reference, edition)
    public = facts() if edition is Edition.PUBLIC else None
    assert verify_built(data, name="f.docx", title=TITLE, reference=reference, public=public) == ()
    assert verify_accessible(data, name="f.docx") == ()


def test_without_a_letterhead_the_first_page_is_like_all_others() -> None:
    file = entries(made(with_letterhead(first=False)))
    assert "word/header2.xml" not in file.entries


@pytest.mark.parametrize(
    "reference",
    [
        with_letterhead(relations=RELATIONS.replace("ships/image", "ships/hyperlink")),
        with_letterhead(relations=RELATIONS.replace("Target=", 'TargetMode="External" Target=')),
        with_letterhead(name="image1.jpeg"),
    ],
)
def test_what_is_neither_text_nor_picture_is_refused(reference: bytes) -> None:
    with pytest.raises(UnfitReferenceError) as caught:
        Renderer(reference)
    assert any("brevhovedet" in defect for defect in caught.value.defects)


SPOILT = {
    "other words": ("word/header2.xml", b"Torvet 1", b"Torvet 2", "S110"),
    "another picture": ("word/media/letterhead1.png", b"IEND", b"IENX", "S110"),
    "another relation": ("word/_rels/header2.xml.rels", b"rId7", b"rId8", "S110"),
    "no first page": ("word/document.xml", b"<w:titlePg/>", b"", "S154"),
    "another header first": (
        "word/document.xml", b'w:headerReference w:type="first" r:id="rId9"',
        b'w:headerReference w:type="first" r:id="rId7"', "S154",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("part", "old", "new", "rule"), SPOILT.values(), ids=SPOILT)
def test_a_letterhead_that_is_not_the_reference_files_is_found_out(
    part: str, old: bytes, new: bytes, rule: str
) -> None:
    parts = entries(made(with_letterhead())).entries
    assert old in parts[part]
    spoilt = packed({**parts, part: parts[part].replace(old, new)})
    found = verify_built(spoilt, name="f.docx", reference=with_letterhead(), public=facts())
    assert rule in {item.code for item in found}


def test_a_letterhead_that_the_reference_file_has_not_is_found_out() -> None:
    data = made(with_letterhead())
    for reference in (REFERENCE.read_bytes(), None):
        found = verify_built(data, name="f.docx", reference=reference, public=facts())
        assert {item.part for item in found if item.code == "S110"} >= {
            "word/header2.xml", "word/_rels/header2.xml.rels", "word/media/letterhead1.png",
        }  # fmt: skip


def test_a_letterhead_that_is_left_out_is_found_out() -> None:
    found = verify_built(made(REFERENCE.read_bytes()), name="f.docx", reference=with_letterhead())
    assert "word/header2.xml" in {item.part for item in found if item.code == "S110"}


def changed(part: str, old: bytes, new: bytes) -> bytes:
    """The reference file with a letterhead, and something else in a part."""
    parts = entries(with_letterhead()).entries
    assert old in parts[part]
    return packed({**parts, part: parts[part].replace(old, new)})


def test_a_first_page_without_a_header_of_its_own_has_no_letterhead() -> None:
    reference = changed("word/document.xml", b'w:type="first"', b'w:type="even"')
    data = made(reference)
    assert "word/header2.xml" not in entries(data).entries
    assert verify_built(data, name="f.docx", title=TITLE, reference=reference, public=facts()) == ()


def test_a_header_in_another_notation_is_refused() -> None:
    with_prefix = changed("word/header3.xml", b"w:hdr", b"x:hdr")
    parts = entries(with_prefix).entries
    declared = b'<x:hdr xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    parts["word/header3.xml"] = parts["word/header3.xml"].replace(b"<x:hdr", declared)
    with pytest.raises(UnfitReferenceError) as caught:
        Renderer(packed(parts))
    assert any("brevhovedet" in defect for defect in caught.value.defects)
