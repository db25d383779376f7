import io
import zipfile

import pytest
from lxml import etree

from answerkit.errors import AnswerkitError, ExitCode
from answerkit.render.archive import write_archive
from answerkit.render.docx import Renderer
from answerkit.render.reference import UnfitReferenceError, read_reference
from answerkit.render.styles import Style
from render.samples import NAMES, PROJECT, REFERENCE, W, document, opened, para, value

RELATIONSHIPS = "word/_rels/document.xml.rels"
EXTERNAL = (
    b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    b'attachedTemplate" Target="file:///skabelon.dotx" TargetMode="External"/></Relationships>'
)


def entries() -> dict[str, bytes]:
    """The reference file's entries."""
    with zipfile.ZipFile(REFERENCE) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(name: str, old: bytes, new: bytes) -> bytes:
    """The reference file with something else in one of its entries."""
    found = entries()
    assert old in found[name]
    return write_archive(found | {name: found[name].replace(old, new)})


def defects(data: bytes) -> tuple[str, ...]:
    """What is wrong with a reference file."""
    with pytest.raises(UnfitReferenceError) as caught:
        Renderer(data)
    assert isinstance(caught.value, AnswerkitError)
    assert caught.value.exit_code is ExitCode.CONTENT
    assert "answerkit template check" in caught.value.hint
    return caught.value.defects


def test_the_committed_file_is_what_the_program_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(PROJECT))
    from tools.make_reference import reference  # noqa: PLC0415 - only now is its folder on the path

    assert REFERENCE.read_bytes() == reference()


def test_all_missing_styles_are_named_at_once() -> None:
    found = changed("word/styles.xml", b'w:name w:val="Notice"', b'w:name w:val="Besked"')
    (defect,) = defects(found)
    assert defect == "den mangler typografierne notice"
    styles = entries()["word/styles.xml"]
    none = styles[: styles.index(b"<w:style ")] + b"</w:styles>"
    (defect, *_) = defects(write_archive(entries() | {"word/styles.xml": none}))
    assert all(style.value in defect for style in Style)


def test_names_of_styles_are_compared_without_case() -> None:
    Renderer(changed("word/styles.xml", b'w:val="heading 1"', b'w:val="Heading 1"'))


@pytest.mark.parametrize("data", [b"", b"tekst", write_archive({}), write_archive({"a.xml": b"<a/>"})])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    assert defects(data) == ("den er ikke en Word-fil",)


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "[Content_Types].xml"])
def test_a_damaged_file_is_refused(name: str) -> None:
    assert defects(write_archive(entries() | {name: b"<a"})) == ("den er ikke en Word-fil",)


@pytest.mark.parametrize("kind", ["styles", "settings", "numbering"])
def test_a_missing_part_is_named(kind: str) -> None:
    old = f"/relationships/{kind}".encode()
    assert f"den mangler {kind}" in defects(changed(RELATIONSHIPS, old, b"/relationships/andet"))


def test_a_part_that_leads_elsewhere_is_named() -> None:
    data = write_archive(entries() | {"word/_rels/settings.xml.rels": EXTERNAL})
    assert defects(data) == ("en del henviser til andre filer: /word/settings.xml",)


def test_a_list_style_without_numbering_is_named() -> None:
    pair = b'<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'
    assert defects(changed("word/styles.xml", pair, b"")) == (
        "typografierne har ingen nummerering: list number 2",
    )


def test_a_list_style_whose_list_is_not_there_is_named() -> None:
    pair = b'<w:ilvl w:val="1"/><w:numId w:val="3"/>'
    assert defects(changed("word/styles.xml", pair, pair.replace(b'"3"', b'"99"'))) == (
        "typografierne har ingen nummerering: list number 2",
    )


@pytest.mark.parametrize("level", [b"", b'<w:ilvl w:val="2"/>'])
def test_a_list_style_at_another_level_is_named(level: bytes) -> None:
    pair = b'<w:ilvl w:val="1"/><w:numId w:val="3"/>'
    assert defects(changed("word/styles.xml", pair, level + b'<w:numId w:val="3"/>')) == (
        "typografierne står ikke på niveauet, som deres navn siger, i en liste: list number 2",
    )


def test_a_confidential_style_without_bar_is_named() -> None:
    bar = b'<w:left w:val="single" w:sz="24" w:space="8" w:color="8B1A1A"/></w:pBdr></w:pPr>'
    assert defects(changed("word/styles.xml", bar, b"</w:pBdr></w:pPr>")) == (
        "typografien confidential har ingen venstre kant",
    )


@pytest.mark.parametrize(
    ("old", "new"), [(b'w:w="11906"', b""), (b'w:left="1417"', b""), (b"<w:pgMar", b"<w:cols")]
)
def test_a_page_without_measures_is_named(old: bytes, new: bytes) -> None:
    assert defects(changed("word/document.xml", old, new)) == ("den mangler sidens mål eller margener",)


def test_all_defects_are_told_together() -> None:
    found = entries()
    found[RELATIONSHIPS] = found[RELATIONSHIPS].replace(b"/relationships/settings", b"/relationships/andet")
    found["word/styles.xml"] = found["word/styles.xml"].replace(b'w:val="Picture"', b'w:val="Foto"')
    assert len(defects(write_archive(found))) == 2


def test_another_look_is_taken_over() -> None:
    data = changed("word/styles.xml", b"123B5D", b"004400")
    with zipfile.ZipFile(io.BytesIO(Renderer(data).render(document(para("a"))))) as archive:
        assert archive.read("word/styles.xml").count(b"004400") > 0


@pytest.mark.parametrize("name", ["styles", "settings", "fontTable", "theme/theme1"])
def test_fixed_parts_keep_the_reference_files_bytes(name: str) -> None:
    path = f"word/{name}.xml"
    assert opened(document(para("a"))).entries[path] == entries()[path]


def test_a_theme_may_be_missing() -> None:
    found = entries()
    line = etree.fromstring(found[RELATIONSHIPS])
    (theme,) = [item for item in line if str(item.get("Type")).endswith("/theme")]
    line.remove(theme)
    found[RELATIONSHIPS] = etree.tostring(line)
    with zipfile.ZipFile(io.BytesIO(Renderer(write_archive(found)).render(document()))) as archive:
        assert "word/theme/theme1.xml" not in archive.namelist()


def test_measures_are_read_in_twips() -> None:
    reference = read_reference(REFERENCE.read_bytes())
    assert (reference.page.text_width, reference.page.text_height) == (9072, 14060)
    assert reference.indents[Style.BULLET_2].text == 680
    assert reference.indents[Style.BULLET_2].first == 340
    assert reference.indents[Style.NORMAL].text == 0


def luminance(color: str) -> float:
    """Source: WCAG 2.2, relative luminance."""
    channels = [int(color[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """Source: WCAG 2.2, contrast ratio."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_all_text_can_be_told_from_its_ground() -> None:
    """4.5 to 1 at least, for text on white, on its style's tint, and on the header row of a table."""
    styles = etree.fromstring(entries()["word/styles.xml"])
    pairs = set()
    for style in styles.iterfind("w:style", NAMES):
        color, fill = style.find("w:rPr/w:color", NAMES), style.find("w:pPr/w:shd", NAMES)
        ink = "000000" if color is None else color.get(f"{W}val", "")
        pairs.add((ink, "FFFFFF" if fill is None else fill.get(f"{W}fill", "")))
    pairs.remove(("FFFFFF", "FFFFFF"))  # the table's heading, which stands on its header row:
    ground = value(styles, "//w:tblStylePr[@w:type='firstRow']//w:shd/@w:fill")
    pairs |= {("FFFFFF", ground), ("0B5394", "E8EEF5"), ("0B5394", "FBEAEA")}
    assert {pair for pair in pairs if contrast(*pair) < 4.5} == set()
