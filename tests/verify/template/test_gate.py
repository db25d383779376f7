"""What must be found in a reference file, and what Word and LibreOffice may leave in one."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from answerkit.model.finding import Gate
from answerkit.model.problem import Severity
from answerkit.verify.a11y.look import verify_look
from answerkit.verify.template.codes import Rule
from answerkit.verify.template.gate import verify_taken, verify_template
from render.letterheads import LOGO, with_letterhead
from render.letterheads import RELATIONS as LOGO_RELATIONS
from render.samples import SVG

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[2]
REFERENCE = PROJECT / "templates" / "reference.docx"
SECRET = "Viggo Hemmelig"  # noqa: S105 - an invented name
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES, RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
STYLES, SETTINGS, NUMBERING = "word/styles.xml", "word/settings.xml", "word/numbering.xml"
FONTS, THEME, BODY = "word/fontTable.xml", "word/theme/theme1.xml", "word/document.xml"


@cache
def entries() -> Mapping[str, bytes]:
    """The parts of the project's own reference file."""
    with zipfile.ZipFile(REFERENCE) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The parts as a Word file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def swapped(part: str, old: str, new: str) -> bytes:
    """The file with something else in a part."""
    text = entries()[part].decode("utf-8")
    assert old in text
    return packed({**entries(), part: text.replace(old, new, 1).encode("utf-8")})


def before_end(part: str, added: str) -> bytes:
    """The file with something more at the end of a part's root."""
    text = entries()[part].decode("utf-8")
    end = text.rindex("</")
    return packed({**entries(), part: (text[:end] + added + text[end:]).encode("utf-8")})


def in_body(content: str) -> bytes:
    """The file with this in its one paragraph."""
    return swapped(BODY, "<w:p/>", f"<w:p>{content}</w:p>")


def added(name: str, data: str = "x") -> bytes:
    """The file with one more part."""
    return packed({**entries(), name: data.encode("utf-8")})


def styled(name: str, look: str = "") -> bytes:
    """The file with one more style, of somebody's own."""
    return before_end(STYLES, STYLE.format(name, look and f"<w:rPr><w:{look}/></w:rPr>"))


def marked(look: str) -> bytes:
    """The file with another look of a list's marks."""
    mark = '<w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
    return swapped("word/numbering.xml", mark, f"{mark}<w:rPr>{look}</w:rPr>")


def core(element: str) -> bytes:
    """The file with properties."""
    return added("docProps/core.xml", f"<cp:coreProperties {NAMESPACES}>{element}</cp:coreProperties>")


def codes(data: bytes) -> set[str]:
    return {finding.code for finding in verify_template(data, name="r.docx")}


STYLE = '<w:style w:type="paragraph" w:customStyle="1" w:styleId="X"><w:name w:val="{}"/>{}</w:style>'
NAMESPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
OUTSIDE = '<Relationship Id="rId99" Type="t" Target="https://example.org/x" TargetMode="External"/>'
OUTWARDS = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{OUTSIDE}</Relationships>'
VARIABLE = f'<w:docVars><w:docVar w:name="{SECRET}"/></w:docVars>'

TAKEN = {
    "a style that hides": ("T101", styled("notice", "vanish")),
    "a style that hides on screens": ("T101", styled("notice", "webHidden")),
    "marks of a list in white": ("T101", marked('<w:color w:val="FEFEFE"/>')),
    "marks of a list in the page's colour": ("T101", marked('<w:color w:val="auto" w:themeColor="light1"/>')),
    "tiny marks of a list": ("T101", marked('<w:sz w:val="2"/>')),
    "a change in a style": ("T103", styled("notice", "rPrChange")),
    "changes are tracked": ("T103", before_end(SETTINGS, "<w:trackRevisions/>")),
    "an attached template": ("T107", before_end(SETTINGS, '<w:attachedTemplate w:val="a"/>')),
    "a document variable": ("T108", before_end(SETTINGS, VARIABLE)),
    "a mail merge": ("T108", before_end(SETTINGS, "<w:mailMerge/>")),
    "a password's hash": ("T108", before_end(SETTINGS, '<w:documentProtection w:hash="a"/>')),
    "text in the styles": ("T109", before_end(STYLES, SECRET)),
    "text in the settings": ("T109", before_end(SETTINGS, f"<w:x>{SECRET}</w:x>")),
    "text in the numbering": ("T109", before_end(NUMBERING, SECRET)),
    "text in the fonts": ("T109", before_end(FONTS, SECRET)),
    "text in the theme": ("T109", before_end(THEME, SECRET)),
    "a comment in XML": ("T109", before_end(STYLES, f"<!--{SECRET}-->")),
    "an instruction in XML": ("T109", before_end(STYLES, f"<?x {SECRET}?>")),
    "a comment behind the root": ("T109", packed({**entries(), STYLES: entries()[STYLES] + b"<!--a-->"})),
    "a long value": ("T109", before_end(SETTINGS, f'<w:x w:val="{"a" * 256}"/>')),
    "styles that are none": ("T109", packed({**entries(), STYLES: b"<a"})),
    "a part that is none": ("T109", packed({**entries(), THEME: b"<a"})),
}


def worn(look: str) -> bytes:
    """A letterhead whose words wear a style with this look."""
    run = '<w:r><w:rPr><w:rStyle w:val="Prik"/></w:rPr><w:t>a</w:t></w:r>'
    style = (
        '<w:style w:type="character" w:styleId="Prik"><w:name w:val="Prik"/>'
        f"<w:rPr>{look}</w:rPr></w:style></w:styles>"
    )
    with zipfile.ZipFile(io.BytesIO(with_letterhead(run))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[STYLES] = parts[STYLES].replace(b"</w:styles>", style.encode())
    return packed(parts)


TAKEN |= {
    "a field in the letterhead": ("T110", with_letterhead('<w:fldSimple w:instr="AUTHOR"/>')),
    "a control in the letterhead": ("T110", with_letterhead("<w:sdt/>")),
    "hidden words in the letterhead": ("T101", with_letterhead("<w:r><w:rPr><w:vanish/></w:rPr></w:r>")),
    "white words in the letterhead": (
        "T101",
        with_letterhead('<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>a</w:t></w:r>'),
    ),
    "words in the letterhead that a style makes white": ("T101", worn('<w:color w:val="FFFFFF"/>')),
    "words in the letterhead that a style makes tiny": ("T101", worn('<w:sz w:val="2"/>')),
    "a comment in the letterhead": ("T109", with_letterhead(f"<!--{SECRET}-->")),
    "words beside the letterhead": ("T109", with_letterhead(SECRET)),
    "a logo that says more": ("T111", with_letterhead(logo=LOGO.replace(b"IDAT", b"tEXt"))),
    "a logo of another kind": ("T111", with_letterhead(name="image1.jpeg")),
    "a letterhead that is none": ("T100", with_letterhead("<w:r>")),
    "a letterhead whose logo is lost": (
        "T100",
        with_letterhead(relations=LOGO_RELATIONS.replace("image1", "x")),
    ),
}

ELSEWHERE = {
    "hidden text in the body": ("T101", in_body("<w:r><w:rPr><w:vanish/></w:rPr></w:r>")),
    "comments": ("T102", added("word/comments.xml")),
    "more about comments": ("T102", added("word/commentsExtended.xml")),
    "a comment's mark": ("T102", in_body('<w:commentRangeStart w:id="1"/>')),
    "an insertion": ("T103", in_body(f'<w:ins w:author="{SECRET}"/>')),
    "who made it": ("T104", core(f"<dc:creator>{SECRET}</dc:creator>")),
    "who saved it": ("T104", core(f"<cp:lastModifiedBy>{SECRET}</cp:lastModifiedBy>")),
    "the firm": ("T104", added("docProps/app.xml", f"<Properties><Company>{SECRET}</Company></Properties>")),
    "own properties": ("T104", added("docProps/custom.xml")),
    "people": ("T104", added("word/people.xml")),
    "an embedded file": ("T105", added("word/embeddings/oleObject1.bin")),
    "XML for programs": ("T105", added("customXml/item1.xml")),
    "a preview": ("T105", added("docProps/thumbnail.jpeg")),
    "a name of no standard": ("T105", added(f"word/{SECRET}.xml")),
    "macros": ("T106", added("word/vbaProject.bin")),
    "a type with macros": ("T106", swapped(TYPES, "document.main+xml", "document.macroEnabled.main+xml")),
    "an address": ("T107", swapped(RELATIONS, "</Relationships>", f"{OUTSIDE}</Relationships>")),
    "a template elsewhere": ("T107", added("word/_rels/settings.xml.rels", OUTWARDS)),
    "a body that is none": ("T100", packed({**entries(), BODY: b"<a"})),
}
ALL = {**TAKEN, **ELSEWHERE}


@pytest.mark.parametrize(("rule", "data"), ALL.values(), ids=ALL)
def test_what_tells_is_found(rule: str, data: bytes) -> None:
    assert codes(data) == {rule}
    assert SECRET not in repr(verify_template(data, name="r.docx"))


@pytest.mark.parametrize(("rule", "data"), TAKEN.values(), ids=TAKEN)
def test_what_every_edition_would_take_over_is_found_at_every_build(rule: str, data: bytes) -> None:
    assert {finding.code for finding in verify_taken(data, name="r.docx")} == {rule}


def test_every_rule_has_been_seen_to_find_something() -> None:
    assert {rule for rule, _ in ALL.values()} | {"T201"} == {rule.name for rule in Rule}


CLEAN = {
    "a letterhead": with_letterhead(),
    "a letterhead in a style that can be seen": worn('<w:color w:val="123B5D"/><w:sz w:val="16"/>'),
    "a letterhead with a drawn logo": with_letterhead(logo=SVG, name="image1.svg"),
    "our own": REFERENCE.read_bytes(),
    "what LibreOffice saved": (HERE / "libreoffice.docx").read_bytes(),
    "marks of a list with a look": marked('<w:color w:val="123B5D"/><w:sz w:val="16"/>'),
    "a style that does not hide": styled("notice", 'vanish w:val="0"'),
    "changes are not tracked": before_end(SETTINGS, '<w:trackRevisions w:val="false"/>'),
    "properties that tell nothing": core("<dc:creator> </dc:creator><dc:title>Skabelon</dc:title>"),
    "no theme": packed({name: data for name, data in entries().items() if name != THEME}),
    "a sample of text": in_body("<w:r><w:t>Prøvetekst</w:t></w:r>"),
    "a logo": added("word/media/image1.png"),
    "Word's session ids": before_end(SETTINGS, '<w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids>'),
}


@pytest.mark.parametrize("data", CLEAN.values(), ids=CLEAN)
def test_what_programs_leave_there_is_left_in_peace(data: bytes) -> None:
    found = (*verify_template(data, name="r.docx"), *verify_taken(data, name="r.docx"))
    assert [item for item in found if item.severity is Severity.ERROR] == []


def test_a_name_that_somebody_gave_a_style_is_pointed_out() -> None:
    (found,) = verify_template(styled(SECRET), name="r.docx")
    assert (found.code, found.severity, found.gate) == ("T201", Severity.WARNING, Gate.HYGIENE)
    assert found.place.startswith("style[")
    assert codes(before_end(STYLES, STYLE.format(SECRET, "").replace(' w:customStyle="1"', ""))) == set()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK",
        packed({"a": b""}),
        packed({**{f"x{n}": b"" for n in range(501)}, BODY: b""}),
        packed({BODY: b"\0" * (33 * 1024 * 1024)}),
    ],
    ids=["empty", "cut off", "no document", "too many parts", "too large"],
)
def test_what_is_no_word_file_is_said_to_be_none(data: bytes) -> None:
    assert codes(data) == {"T100"}
    assert [item.code for item in verify_taken(data, name="r")] == ["T100"]


def test_a_part_that_stands_twice_is_not_trusted() -> None:
    buffer = io.BytesIO(REFERENCE.read_bytes())
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(STYLES, entries()[STYLES])
    assert codes(buffer.getvalue()) == {"T100"}


def test_the_guide_explains_every_rule() -> None:
    guide = (PROJECT / "docs" / "da" / "skabelon.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| (T[0-9]{3}) \|", guide, re.MULTILINE) == [rule.name for rule in Rule]


@pytest.mark.parametrize("data", [REFERENCE.read_bytes(), (HERE / "libreoffice.docx").read_bytes()])
def test_everybody_can_read_what_these_files_make(data: bytes) -> None:
    assert verify_look(data, name="r.docx") == ()


def test_pale_styles_and_a_missing_language_are_found() -> None:
    language = b'<w:lang w:val="da-DK" w:eastAsia="da-DK" w:bidi="da-DK"/>'
    styles = entries()[STYLES].replace(language, b"").replace(b'w:fill="123B5D"', b'w:fill="DDDDDD"')
    styles = styles.replace(b'w:val="8B1A1A"', b'w:val="FF9999"')
    found = verify_look(packed({**entries(), STYLES: styles}), name="r.docx")
    assert [(item.code, item.place) for item in found] == [
        ("A102", ""),
        ("A180", "style[table heading]"),
        ("A180", "style[table heading number]"),
        ("A180", "style[confidential notice]"),
        ("A180", "style[header banner]"),
    ]
    assert [item.code for item in verify_look(b"PK", name="r.docx")] == ["A100"]
