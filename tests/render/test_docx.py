"""What holds for a whole file, whatever stands in it."""

import hashlib
import io
import os
import subprocess
import sys
from dataclasses import replace

import docx
import pytest
from lxml import etree

from answerkit.model.document import Document, Edition, Heading, Part
from render.samples import (
    PROJECT,
    RENDERER,
    SVG,
    R,
    W,
    document,
    everything,
    heading,
    opened,
    para,
    picture,
    value,
    words,
)

SAMPLES = (document(), everything(), document(heading(1, "Ad 1)", "En", "en"), para("a & b <c>")))
STORIES = ("document", "footnotes", "header1", "footer1")

DIGEST = """
import hashlib
from render.samples import RENDERER, everything
print(hashlib.sha256(RENDERER.render(everything())).hexdigest())
"""


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_part_is_well_formed_and_has_a_type(sample: Document) -> None:
    file = opened(sample)
    types = file.xml("[Content_Types].xml")
    named = {f"/{name}" for name in file.entries if name != "[Content_Types].xml"}
    overridden = set(file.values("ct:Override/@PartName", "[Content_Types].xml"))
    by_extension = set(file.values("ct:Default/@Extension", "[Content_Types].xml"))
    assert overridden <= named
    assert {name for name in named if name.rpartition(".")[2] not in by_extension} == overridden
    assert len(types) == len(overridden) + len(by_extension)
    for name, data in file.entries.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(data)


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_relationship_is_used_and_leads_somewhere(sample: Document) -> None:
    file = opened(sample)
    for name in [name for name in file.entries if name.startswith("word/_rels/")]:
        part = name.replace("_rels/", "").removesuffix(".rels")
        used = set(file.values("//@r:id | //@r:embed", part))
        implicit = ("styles", "settings", "numbering", "footnotes", "fontTable", "theme")
        known = file.values("rel:Relationship/@Id", name)
        kinds = [kind.rpartition("/")[2] for kind in file.values("rel:Relationship/@Type", name)]
        assert len(set(known)) == len(known)
        assert used == {rid for rid, kind in zip(known, kinds, strict=True) if kind not in implicit}
        for target in file.values("rel:Relationship[not(@TargetMode)]/@Target", name):
            assert f"word/{target}" in file.entries


@pytest.mark.parametrize("sample", SAMPLES)
def test_links_inside_the_document_lead_to_bookmarks(sample: Document) -> None:
    file = opened(sample)
    names = file.values("//w:bookmarkStart/@w:name")
    assert len(set(names)) == len(names)
    assert set(file.values("//w:hyperlink/@w:anchor")) <= set(names)
    starts, ends = file.values("//w:bookmarkStart/@w:id"), file.values("//w:bookmarkEnd/@w:id")
    assert starts == ends
    assert len(set(starts)) == len(starts)


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_style_and_list_that_is_used_is_defined(sample: Document) -> None:
    file = opened(sample)
    defined = set(file.values("w:style/@w:styleId", "styles"))
    for story in STORIES:
        assert (
            set(file.values("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val", story)) <= defined
        )
    lists = {"0", *file.values("w:num/@w:numId", "numbering")}
    assert set(file.values("//w:numPr/w:numId/@w:val")) <= lists
    assert len(set(file.values("w:num/@w:numId", "numbering"))) == len(file.find("w:num", "numbering"))


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("story", STORIES)
def test_fields_open_and_close_in_turn(sample: Document, story: str) -> None:
    kinds = opened(sample).values("//w:fldChar/@w:fldCharType", story)
    assert kinds == ["begin", "separate", "end"] * (len(kinds) // 3)


def test_drawings_have_different_ids() -> None:
    ids = opened(document(picture(), picture(svg=SVG), picture())).values("//wp:docPr/@id")
    assert ids == ["1", "2", "3"]


def test_python_docx_reads_the_title_and_the_text() -> None:
    word = docx.Document(io.BytesIO(RENDERER.render(document(para("Hej")))))
    assert [(item.style.name, item.text) for item in word.paragraphs if item.style] == [
        ("Title", "Svar på en forespørgsel"),
        ("Normal", "Hej"),
    ]


def test_properties_name_the_publisher_and_no_person_or_time() -> None:
    file = opened(document())
    properties = [(etree.QName(item).localname, item.text) for item in file.xml("docProps/core.xml")]
    assert properties == [
        ("title", "Svar på en forespørgsel"),
        ("creator", "Prøve Kommune"),
        ("language", "da-DK"),
    ]
    assert [name for name in file.entries if not name.startswith("word/")] == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
    ]
    assert b"rsid" not in b"".join(file.entries.values())
    assert b"python-docx" not in b"".join(file.entries.values())


def test_the_language_is_danish_everywhere() -> None:
    file = opened(document())
    assert set(file.values("//w:lang/@w:val", "styles")) == {"da-DK"}
    assert file.values("w:docDefaults//w:lang/@w:val", "styles") == ["da-DK"]


def test_a_document_without_any_node_has_title_and_page() -> None:
    body = opened(document()).find("w:body/*")
    assert [item.tag for item in body] == [f"{W}p", f"{W}sectPr"]
    assert words(body[0]) == "Svar på en forespørgsel"


def test_the_page_is_that_of_the_reference_file() -> None:
    file = opened(document())
    assert file.values("//w:pgSz/@*") == ["11906", "16838"]
    assert file.values("//w:pgMar/@*") == ["1474", "1417", "1304", "1417", "624", "624", "0"]
    references = file.find("//w:sectPr/*")[:2]
    assert [etree.QName(item).localname for item in references] == ["headerReference", "footerReference"]
    assert all(item.get(f"{R}id") for item in references)


def test_the_same_document_gives_the_same_bytes_twice() -> None:
    assert RENDERER.render(everything()) == RENDERER.render(everything())


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "77", "TZ": "America/Lima", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0"},
    ],
)
def test_the_machine_does_not_show_in_the_bytes(surroundings: dict[str, str], tmp_path: object) -> None:
    path = os.pathsep.join(str(PROJECT / folder) for folder in ("src", "tests"))
    finished = subprocess.run(
        [sys.executable, "-c", DIGEST],
        env={**os.environ, "PYTHONPATH": path, **surroundings},
        cwd=str(tmp_path),
        capture_output=True,
        check=True,
        text=True,
    )
    assert finished.stdout.strip() == hashlib.sha256(RENDERER.render(everything())).hexdigest()


def test_a_document_leaves_nothing_behind_for_the_next() -> None:
    before = RENDERER.render(document(para("a")))
    RENDERER.render(everything())
    assert RENDERER.render(document(para("a"))) == before


def test_only_what_is_on_the_page_changes_the_bytes() -> None:
    plain = document(para("a"))
    traced = replace(
        plain, id="andet", sources=("content/public/x.yaml",), blocks=("text/x",), figures=("y",)
    )
    assert RENDERER.render(traced) == RENDERER.render(plain)


def test_the_confidential_edition_differs_by_its_parts_alone() -> None:
    """Where the public parts are alike, so is their part of the body: numbers and links do not move."""
    shared = (Part((heading(1, "Ad 1)", "En", "en"), para("tekst"))),)
    hidden = (Part((para("fortroligt"),), confidential=True),)
    public = replace(document(), parts=shared)
    confidential = replace(public, edition=Edition.CONFIDENTIAL, parts=(*shared, *hidden))
    bodies = [
        [etree.tostring(item) for item in opened(one).find("w:body/w:p")] for one in (public, confidential)
    ]
    assert bodies[1][: len(bodies[0])] == bodies[0]


def test_no_part_holds_a_number_of_pages_or_words() -> None:
    short, long = opened(document(para("a"))), opened(document(*[para("ord " * 500)] * 20))
    same = [name for name in short.entries if short.entries[name] == long.entries[name]]
    assert sorted(set(long.entries) - set(same)) == ["word/document.xml"]


def test_headings_are_numbered_by_one_list() -> None:
    nodes: tuple[Heading, ...] = (
        heading(1, "Ad 1)", "En"),
        heading(2, "1.1", "To"),
        heading(1, "", "Uden"),
        heading(3, "", "Tre"),
        heading(4, "", "Fire"),
    )
    file = opened(document(*nodes))
    paragraphs = file.find("w:body/w:p")[1:]
    found = [(words(item), value(item, ".//w:pStyle/@w:val")) for item in paragraphs]
    assert found == [
        ("En", "Heading1"),
        ("To", "Heading2"),
        ("Uden", "Heading1"),
        ("Tre", "Heading3"),
        ("Fire", "Heading4"),
    ]
    numbers = [value(item, ".//w:numId/@w:val") for item in paragraphs]
    assert numbers == ["", "", "0", "", ""]
    linked = {
        level: file.values(f"w:style[@w:styleId='Heading{level}']//w:numId/@w:val", "styles")
        for level in (1, 2, 3, 4)
    }
    assert linked == {1: ["1"], 2: ["1"], 3: [], 4: []}
    assert file.values("w:abstractNum[@w:abstractNumId='1']/w:lvl/w:pStyle/@w:val", "numbering") == [
        "Heading1",
        "Heading2",
    ]
    assert file.values("w:abstractNum[@w:abstractNumId='1']/w:lvl/w:lvlText/@w:val", "numbering") == [
        "Ad %1)",
        "%1.%2",
    ]
