"""What must be found in a file that not everybody can read, and what must not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from answerkit.model.finding import Gate
from answerkit.verify.a11y.codes import Rule
from answerkit.verify.a11y.gate import verify_accessible
from answerkit.verify.a11y.opening import MOST_BYTES
from verify.a11y.files import (
    CORE,
    HEAD,
    NAMESPACES,
    STYLES,
    codes,
    drawing,
    link,
    p,
    row,
    styled,
    table,
    word,
)

PROJECT = Path(__file__).resolve().parents[3]
DECORATIVE = '<a:extLst><a:ext uri="x"><adec:decorative val="{}"/></a:ext></a:extLst>'
BOX = '<w:r><w:pict><v:shape style="{}" alt="{}">{}</v:shape></w:pict></w:r>'
LOOK = '<w:tblStyle w:val="Grid"/><w:tblLook w:firstRow="{}" w:lastRow="{}"/>'
BITS = '<w:tblStyle w:val="Grid"/><w:tblLook w:val="{}"/>'
LINES = "<w:p><w:r><w:t>{}</w:t><w:br/><w:t>{}</w:t></w:r></w:p>"
CORE_WITHOUT_TITLE = CORE.replace("Svar", " ")
WITHOUT_LANGUAGE = STYLES.replace('<w:lang w:val="da-DK"/>', "")
NORMAL = '<w:name w:val="Normal"/>'
DANISH = '<w:rPr><w:lang w:val="da-DK"/></w:rPr>'
PICTURE_RUN = drawing('descr="Vejledning"').removeprefix("<w:p>").removesuffix("</w:p>")
DATA = row(p("a"), p("b"))
WHITE = '<w:color w:val="FFFFFF"/>'


def with_header(content: str) -> bytes:
    """A file with this in its header."""
    return word("", header1=f"<w:hdr {NAMESPACES}>{content}</w:hdr>")


def with_notes(content: str) -> bytes:
    """A file with these footnotes."""
    return word("", footnotes=f"<w:footnotes {NAMESPACES}>{content}</w:footnotes>")


FOUND = {
    "no title": ("A101", word("", core=CORE_WITHOUT_TITLE)),
    "no language": ("A102", word("", styles=WITHOUT_LANGUAGE)),
    "a language that is none": ("A103", word(p("x", look='<w:lang w:val="dansk sprog"/>'))),
    "no language at all in a run": ("A103", word(p("x", look='<w:lang w:val=""/>'))),
    "no headings": ("A110", word(p("Tekst"), heading="")),
    "a gap in the headings": ("A111", word(styled("H3"))),
    "a first heading too low": ("A111", word(styled("H2"), heading="")),
    "a heading by hand": ("A112", word(p("Baggrund", look="<w:b/>"))),
    "a dash for a list": ("A120", word(p("- første"))),
    "a long dash for a list": ("A120", word(p("–\tførste"))),
    "a bullet for a list": ("A120", word(p("•første"))),
    "a dash on a new line": ("A120", word(LINES.format("Vi vil:", "- gøre noget"))),
    "numbers for a list": ("A120", word(p("1. første") + p("2. anden"))),
    "letters for a list": ("A120", word(p("a) første") + p("b) anden"))),
    "numbers on lines": ("A120", word(LINES.format("1) første", "2) anden"))),
    "no header row": ("A130", word(table(DATA, row(p("c"), p("d"))))),
    "a header row that is switched off": (
        "A130",
        word(table(row(p("a"), properties='<w:tblHeader w:val="0"/>'), row(p("b")))),
    ),
    "cells over columns": ("A131", word(table(HEAD, row(p("a"), cell='<w:gridSpan w:val="2"/>')))),
    "cells over rows": ("A131", word(table(HEAD, row(p("a"), p("b"), cell="<w:vMerge/>")))),
    "a table in a table": ("A132", word(table(HEAD, row(table(HEAD, row(p("a"))) + p("b"))))),
    "a picture without words": ("A140", word(drawing())),
    "a picture that is not decorative": ("A140", word(drawing(inside=DECORATIVE.format(0)))),
    "an old picture without words": ("A140", word(f"<w:p>{BOX.format('', '', '<v:imagedata/>')}</w:p>")),
    "a file's name for words": ("A141", word(drawing('descr="IMG_2034.jpg"'))),
    "a word that says nothing": ("A141", word(drawing('descr="Billede 1"'))),
    "click here": ("A150", word(link("klik her"))),
    "read more": ("A150", word(link("Læs mere »"))),
    "a bare address": ("A151", word(link("https://example.org/a"))),
    "a link without words": ("A152", word("<w:p>" + link(" ")[5:-6] + "<w:r><w:t>x</w:t></w:r></w:p>")),
    "a floating picture": ("A160", word(drawing('descr="En trekant"', kind="anchor"))),
    "a floating shape": ("A160", word(f"<w:p>{BOX.format('position: absolute;left:0', '', '')}</w:p>")),
    "a frame": ("A161", word(p("Tekst", '<w:framePr w:w="2000"/>'))),
    "a floating table": ("A161", word(table(HEAD, DATA, properties="<w:tblpPr/>") + p("x"))),
    "columns": ("A162", word('<w:p><w:pPr><w:sectPr><w:cols w:num="2"/></w:sectPr></w:pPr></w:p>')),
    "an empty paragraph": ("A170", word(p("") + p("x"))),
    "an empty paragraph of blanks": ("A170", word(p(" \t") + p("x"))),
    "an empty paragraph too many in a cell": ("A170", word(table(HEAD, row(p("a") + p(""), p("b"))))),
    "an empty paragraph between table and text": ("A170", word(table(HEAD, DATA) + p("") + p("x"))),
    "pale words": ("A180", word(p("x", look='<w:color w:val="8A8A8A"/>'))),
    "pale words by style": ("A180", word(styled("Pale"))),
    "white words by style": ("A180", word(p("x", look='<w:rStyle w:val="Light"/>'))),
    "dark on dark": ("A180", word(p("x", '<w:pStyle w:val="Box"/>', '<w:color w:val="000000"/>'))),
    "shaded words": ("A180", word(p("x", look='<w:color w:val="FF0000"/><w:shd w:fill="00FF00"/>'))),
    "highlighted words": (
        "A180",
        word(p("x", look=WHITE + '<w:highlight w:val="yellow"/>')),
    ),
    "white in a white cell": (
        "A180",
        word(table(HEAD, row(p("a", look=WHITE), p("b")))),
    ),
    "a table's pale last row": (
        "A180",
        word(table(HEAD, DATA, properties=LOOK.format(0, 1))),
    ),
    "a table's pale last row in bits": (
        "A180",
        word(table(HEAD, DATA, properties=BITS.format("0640"))),
    ),
    "a note's empty paragraph": (
        "A170",
        with_notes(f'<w:footnote w:id="1">{p("")}{p("x")}</w:footnote>'),
    ),
    "a logo without words": ("A140", with_header(drawing())),
}

CLEAN = {
    "headings in steps": word(styled("H2") + styled("H3") + styled("H1") + styled("H2")),
    "Danish in the style": word("", styles=WITHOUT_LANGUAGE.replace(f"{NORMAL}<", f"{NORMAL}{DANISH}<")),
    "another language": word(p("tough love", look='<w:lang w:val="en-GB" w:eastAsia="da-DK"/>')),
    "a bold sentence": word(p("Dette er vigtigt.", look="<w:b/>")),
    "bold switched off": word(p("Baggrund", look='<w:b w:val="0"/>')),
    "a bold heading": word(p("Baggrund", '<w:pStyle w:val="H1"/>', "<w:b/>")),
    "a word in bold": word(p("Nu", look="<w:b/>")[:-6] + "<w:r><w:t> igen</w:t></w:r></w:p>"),
    "a real list": word(styled("Item", "- men med tankestreg")),
    "a list by hand but real": word(p("1. a", '<w:numPr><w:numId w:val="2"/></w:numPr>') + p("2. b")),
    "a date": word(p("1. januar 2024 trådte loven i kraft") + p("2. februar 2024 blev den ændret")),
    "one number": word(p("3. del handler om noget andet") + p("Tekst")),
    "an interval": word(p("10–17 år")),
    "mixed marks": word(p("1. første") + p("b) anden")),
    "a table": word(table(HEAD, row(p("a"), p("")), properties=LOOK.format(1, 0)) + p("x")),
    "a table's dark first row in bits": word(table(HEAD, DATA, properties=BITS.format("0020")) + p("x")),
    "a table without a look": word(table(HEAD, DATA, properties='<w:tblStyle w:val="Grid"/>') + p("x")),
    "one span": word(table(HEAD, row(p("a"), p("b"), cell='<w:gridSpan w:val="1"/>')) + p("x")),
    "what the format asks for": word(table(HEAD, DATA) + p("") + table(HEAD, DATA) + p("")),
    "a shaded cell": word(
        table(HEAD, row(p("a", look=WHITE), p("b", look=WHITE), cell='<w:shd w:fill="000000"/>')) + p("x")
    ),
    "a picture": word(drawing('descr="Trekant i tre lag"')),
    "a decorative picture": word(drawing(inside=DECORATIVE.format(1))),
    "an old picture": word(f"<w:p>{BOX.format('', 'Trekant i tre lag', '<v:imagedata/>')}</w:p>"),
    "a link": word(link("vejledningen om støtte")),
    "a link in the mail": word(link("skriv til forvaltningen")),
    "a picture that links": word(f'<w:p><w:hyperlink w:anchor="a">{PICTURE_RUN}</w:hyperlink></w:p>'),
    "one column": word('<w:p><w:pPr><w:sectPr><w:cols w:num="1"/></w:sectPr></w:pPr></w:p>'),
    "white on dark": word(p("x", '<w:pStyle w:val="Box"/>', '<w:color w:val="FFFFFF"/>')),
    "no colour of its own": word(p("x", '<w:pStyle w:val="Box"/>', '<w:color w:val="auto"/>')),
    "a style that is based on itself": word(styled("Ring")),
    "a style that is not there": word(styled("Ingen")),
    "a watermark": with_header(f"<w:p>{BOX.format('position:absolute', '', '')}</w:p>"),
    "a row without a table": word("", header1=f"<w:tr {NAMESPACES}><w:tc>{p('x')}</w:tc></w:tr>"),
    "the lines above notes": with_notes(
        '<w:footnote w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    ),
}


@pytest.mark.parametrize(("rule", "data"), FOUND.values(), ids=FOUND)
def test_what_shuts_people_out_is_found(rule: str, data: bytes) -> None:
    assert set(codes(data)) == {rule}


@pytest.mark.parametrize("data", CLEAN.values(), ids=CLEAN)
def test_what_everybody_can_read_is_left_alone(data: bytes) -> None:
    assert codes(data) == []


def test_every_rule_has_been_seen_to_find_something() -> None:
    seen = {rule for rule, _ in FOUND.values()}
    assert seen | {"A100"} == {rule.name for rule in Rule}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        word("")[:200],
        word("<w:p>"),
        word('<!DOCTYPE a [<!ENTITY b "c">]>', heading=""),
    ],
)
def test_what_is_no_word_file_is_said_to_be_none(data: bytes) -> None:
    assert codes(data) == ["A100"]


def test_a_finding_has_a_place_and_a_remedy() -> None:
    body = p("Tekst") * 9 + drawing() + p("Tekst") + drawing()
    first, second = verify_accessible(word(body), name="a/svar.docx")
    assert first.gate is Gate.A11Y
    assert (first.file, first.part) == ("a/svar.docx", "word/document.xml")
    assert first.place == "body/p[11]/r[1]/drawing[1]/inline[1]/docPr[1]"
    assert second.place == "body/p[13]/r[1]/drawing[1]/inline[1]/docPr[1]"
    assert (
        first.message == "billedet mangler alternativ tekst; højreklik på det, og vælg Vis alternativ tekst"
    )


def test_findings_come_as_one_reads() -> None:
    body = p("") + "".join(p(f"Tekst {n}") for n in range(20)) + p("") + p("x")
    assert [item.place for item in verify_accessible(word(body), name="f")] == ["body/p[2]", "body/p[23]"]


def test_parts_of_a_size_beyond_reason_are_not_read() -> None:
    assert codes(word("<w:p/>" + " " * MOST_BYTES)) == ["A100"]


def test_many_rows_take_no_longer_than_their_number() -> None:
    rows = [DATA for _ in range(1000)]
    assert codes(word(table(HEAD, *rows, properties=LOOK.format(1, 0)) + p("x"))) == []


def test_the_guide_explains_every_rule() -> None:
    guide = (PROJECT / "docs" / "da" / "tilgaengelighed.md").read_text(encoding="utf-8")
    explained = re.findall(r"^\| (A[0-9]{3}) \|", guide, re.MULTILINE)
    assert explained == [rule.name for rule in Rule]
