"""What answerkit builds passes, whatever it is made of; and no bytes at all make the gate stumble."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from answerkit.model.document import Document, Edition, Heading, Paragraph
from answerkit.verify.built.gate import verify_built
from verify.built.clean import (
    NOTE,
    ORIGIN,
    REFERENCE,
    RENDERER,
    TITLE,
    check,
    clean,
    confidential,
    counts,
    document,
    facts,
    full,
    nodes,
    para,
)
from verify.built.generated import documents
from verify.built.spoiling import entries, packed

CLEAN = {
    "everything": full(),
    "nothing but a title": document(),
    "one paragraph": document(para("Tekst.")),
    "a table alone": document(*nodes()[8:9]),
    "an empty paragraph": document(Paragraph((), ORIGIN)),
    "a heading without number": document(Heading(2, "", "Uden", "", ORIGIN)),
    "a narrow table": document(replace(counts(), rows=(), total=False, note="")),
    "names from many countries": document(para("Łukasz Đorđević, Nguyễn Yıldız, Šárka Þórsdóttir, Ærø")),
    "signs": document(
        para("§ 1 – »a« “b” ‘c’ … 14,5 % · ca. 20 €; 3 × 4 = 12; 1 < 2 > 0 & ½; 10 −2 °C; 1\xa0000")
    ),
    "a long link": document(*nodes()[3:4], counts(), notes=(NOTE,)),
}


@pytest.mark.parametrize("name", CLEAN)
def test_a_public_edition_passes(name: str) -> None:
    data = RENDERER.render(CLEAN[name])
    assert check(data) == ()
    assert verify_built(data, name="f.docx") == ()


def test_a_confidential_edition_passes_where_it_may_be_one() -> None:
    data = RENDERER.render(confidential())
    assert verify_built(data, name="f.docx", title=TITLE, reference=REFERENCE) == ()


def test_a_confidential_edition_is_no_public_file() -> None:
    assert {finding.code for finding in check(RENDERER.render(confidential()))} == {"S157"}


@pytest.mark.parametrize(
    "spoilt",
    [
        full(),
        replace(confidential(), banner="Offentlig udgave"),
        replace(confidential(), banner="Ikke FORTROLIG · § 27"),
    ],
)
def test_a_confidential_edition_bears_its_marks(spoilt: Document) -> None:
    whole, bare = (
        verify_built(RENDERER.render(item), name="f", title=TITLE, reference=REFERENCE, marked=True)
        for item in (confidential(), spoilt)
    )
    assert whole == ()
    assert [finding.code for finding in bare] == ["S143"]


def test_packing_alone_changes_nothing() -> None:
    assert packed(entries(clean())) == clean()


@given(documents())
@settings(max_examples=25)
def test_any_document_passes_and_reads_the_same_to_an_xml_parser(built: Document) -> None:
    data = RENDERER.render(built)
    public = facts() if built.edition is Edition.PUBLIC else None
    found = verify_built(data, name="f", title=built.title, reference=REFERENCE, public=public)
    assert [(finding.code, finding.place) for finding in found if finding.code != "S160"] == []
    for name, part in entries(data).items():
        if name.endswith((".xml", ".rels")):
            root = etree.fromstring(part)
            assert part.endswith(etree.tostring(root, encoding="utf-8"))


@given(st.binary(max_size=200))
def test_any_bytes_are_refused(data: bytes) -> None:
    assert verify_built(data, name="f") != ()
    assert verify_built(b"PK\x03\x04" + data, name="f") != ()


@pytest.mark.parametrize("seed", range(60))
def test_a_changed_byte_is_found(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    data = bytearray(clean())
    position = chance.randrange(len(data))
    data[position] ^= 1 << chance.randrange(8)
    assert check(bytes(data)) != ()


@pytest.mark.parametrize("seed", range(120))
def test_nothing_that_a_part_holds_makes_the_gate_stumble(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    parts = entries(clean())
    name = chance.choice(sorted(parts))
    data = bytearray(parts[name])
    for _ in range(chance.randrange(1, 6)):
        start, end = sorted(chance.sample(range(len(data)), 2))
        piece = data[start : min(end, start + 60)]
        at = chance.randrange(len(data))
        data[at : at + chance.choice((0, len(piece)))] = piece
    parts[name] = bytes(data)
    if parts != entries(clean()):
        check(packed(parts))
        verify_built(packed(parts), name="f")
