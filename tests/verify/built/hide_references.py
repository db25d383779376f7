"""Ways to hide text in links, bookmarks, notes, relations and lists."""

from __future__ import annotations

import re

from verify.built.clean import (
    BODY,
    LINK,
    NOTE_RELATIONS,
    NOTES,
    NUMBERING,
    RELATIONS,
)
from verify.built.spoiling import (
    SECRET,
    Parts,
    Spoiling,
    add,
    inside,
    swap,
    swap_all,
    words,
)

_MARK = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="1"/></w:r>'


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


_EMPTY_RELATIONS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)


def _exchanged(parts: Parts) -> None:
    """The relations of the first link and of the first picture take each other's place."""
    text = parts[RELATIONS].decode()
    link, picture = (re.search(rf'(?<="{name}") [^<]*', text) for name in ("rId9", "rId10"))
    assert link
    assert picture
    text = text.replace(picture[0], link[0]).replace(link[0], picture[0], 1)
    parts[RELATIONS] = text.encode()


def _note(number: int) -> str:
    look = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
    runs = f"<w:r>{look}<w:footnoteRef/></w:r><w:r>{words()}</w:r>"
    properties = '<w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
    return f'<w:footnote w:id="{number}"><w:p>{properties}{runs}</w:p></w:footnote>'


def _relation(number: int, target: str) -> str:
    return (
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/hyperlink" Target="{target}" TargetMode="External"/>'
    )


def _list(number: int) -> str:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="86"/></w:lvlOverride>'
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="2"/>{override}</w:num>'


_OVERRIDE = '<w:lvlOverride w:ilvl="0">'
_ITEM = (
    '<w:p><w:pPr><w:pStyle w:val="ListBullet"/>'
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="6"/></w:numPr></w:pPr>'
)
_CELL_ITEM = (
    '<w:p><w:pPr><w:pStyle w:val="TableListBullet"/>'
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="8"/></w:numPr></w:pPr>'
)
_CELL_LINE = '<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>'
_CELL_NUMBER = '<w:p><w:pPr><w:pStyle w:val="TableNumber"/></w:pPr>'


REFERENCES: tuple[Spoiling, ...] = (
    ("another tip", "S150", swap(BODY, 'w:tooltip="link ud"', f'w:tooltip="{SECRET}"')),
    ("another tip of an inner link", "S150", swap(BODY, 'w:tooltip="tabel 1"', f'w:tooltip="{SECRET}"')),
    (
        "another tip in a note",
        "S150",
        swap(NOTES, 'w:tooltip="noten &amp; mere"', f'w:tooltip="{SECRET}"'),
    ),
    (
        "a link without text",
        "S127",
        inside('<w:hyperlink w:anchor="a_tabel_1" w:tooltip="x"></w:hyperlink>'),
    ),
    (
        "a place in the target",
        "S125",
        swap(BODY, "<w:hyperlink r:id", f'<w:hyperlink w:docLocation="{SECRET}" r:id'),
    ),
    (
        "a link to a bookmark that is not there",
        "S152",
        swap(BODY, 'w:anchor="a_tabel_1"', 'w:anchor="a_tabel_7"'),
    ),
    ("a bookmark with a name of its own", "S125", swap(BODY, 'w:name="a_afsnit_1"', f'w:name="{SECRET}"')),
    (
        "a bookmark with words in its name",
        "S125",
        swap(BODY, 'w:name="a_afsnit_1"', 'w:name="a_viggo_hemmelig"'),
    ),
    ("a bookmark out of order", "S151", swap(BODY, 'w:name="a_afsnit_2"', 'w:name="a_afsnit_4"')),
    ("a bookmark too deep", "S151", swap(BODY, 'w:name="a_afsnit_1_1"', 'w:name="a_afsnit_2_1"')),
    (
        "a bookmark that ends elsewhere",
        "S151",
        swap(BODY, '<w:bookmarkEnd w:id="2"/>', '<w:bookmarkEnd w:id="1"/>'),
    ),
    (
        "a bookmark's number with a gap",
        "S151",
        swap_all(
            swap(BODY, '<w:bookmarkStart w:id="2"', '<w:bookmarkStart w:id="86"'),
            swap(BODY, '<w:bookmarkEnd w:id="2"', '<w:bookmarkEnd w:id="86"'),
        ),
    ),
    ("a caption under another bookmark", "S151", swap(BODY, 'w:name="a_figur_1"', 'w:name="a_figur_2"')),
    (
        "a heading under a table's bookmark",
        "S151",
        swap(BODY, 'w:name="a_afsnit_1_1"', 'w:name="a_tabel_2"'),
    ),
    ("a caption without label", "S151", swap(BODY, "Tabel 1: Sager", SECRET)),
    ("a caption of another kind", "S151", swap(BODY, "Tabel 1: Sager", "Figur 1: Sager")),
    (
        "captions with a gap",
        "S151",
        swap_all(
            swap(BODY, "Tabel 1: Sager", "Tabel 3: Sager"),
            swap(BODY, 'w:name="a_tabel_1"', 'w:name="a_tabel_3"'),
            swap(BODY, 'w:anchor="a_tabel_1"', 'w:anchor="a_tabel_3"'),
        ),
    ),
    ("a note that nothing marks", "S153", swap(NOTES, "</w:footnotes>", _note(2) + "</w:footnotes>")),
    (
        "a mark without note",
        "S153",
        swap(BODY, 'w:footnoteReference w:id="1"', 'w:footnoteReference w:id="2"'),
    ),
    (
        "a mark within a note",
        "S153",
        swap(
            NOTES,
            '<w:r><w:rPr><w:rStyle w:val="Hyperlink"/>',
            _MARK + '<w:r><w:rPr><w:rStyle w:val="Hyperlink"/>',
        ),
    ),
    (
        "text in a separator",
        "S127",
        swap(NOTES, "<w:separator/>", f'<w:t xml:space="preserve">{SECRET}</w:t>'),
    ),
    ("a note of another type", "S125", swap(NOTES, 'w:type="separator"', 'w:type="continuationNotice"')),
    ("a relation that nothing uses", "S154", swap(RELATIONS, "</R", _relation(12, LINK) + "</R")),
    ("a relation's id that is a text", "S125", swap(RELATIONS, 'Id="rId9"', f'Id="{SECRET}"')),
    (
        "a relation with a gap",
        "S154",
        swap_all(swap(RELATIONS, 'Id="rId9"', 'Id="rId99"'), swap(BODY, 'r:id="rId9"', 'r:id="rId99"')),
    ),
    ("a use without relation", "S154", swap(BODY, 'r:id="rId9"', 'r:id="rId77"')),
    ("a relation of another type", "S125", swap(RELATIONS, "/hyperlink", "/oleObject")),
    ("a relation to a template", "S125", swap(RELATIONS, "/settings", "/attachedTemplate")),
    (
        "a relation to a file outside",
        "S125",
        swap(RELATIONS, 'Target="settings.xml"', f'Target="{SECRET}.xml"'),
    ),
    (
        "a relation that stands twice",
        "S154",
        swap(RELATIONS, "</R", _relation(12, "https://example.org/vejledning#afsnit") + "</R"),
    ),
    ("relations of notes without links", "S154", add(NOTE_RELATIONS, _EMPTY_RELATIONS)),
    ("a picture's relation under a link", "S154", _exchanged),
    (
        "a link that leads to a picture",
        "S154",
        swap_all(swap(BODY, 'r:id="rId9"', 'r:id="rId10"'), swap(BODY, 'r:embed="rId10"', 'r:embed="rId9"')),
    ),
    (
        "another header than the header",
        "S154",
        swap(
            BODY,
            'headerReference w:type="default" r:id="rId7"',
            'headerReference w:type="default" r:id="rId8"',
        ),
    ),
    ("a question in an address", "S161", swap(RELATIONS, "vejledning#afsnit", "vejledning?navn=viggo")),
    ("a user in an address", "S161", swap(RELATIONS, "example.org", "viggo@example.org")),
    ("an address of a file", "S161", swap(RELATIONS, "https://", "file:///")),
    ("an address without encryption", "S161", swap(RELATIONS, "https://", "http://")),
    ("data in an address", "S161", swap(RELATIONS, LINK, "data:text/plain,ViggoHemmelig")),
    ("a mail with a subject", "S161", swap(RELATIONS, LINK, "mailto:a@example.org?subject=Viggo")),
    ("letters that are no ASCII in an address", "S161", swap(RELATIONS, "vejledning", "vejledningen-på")),
    ("an address that is not public", "S160", swap(RELATIONS, "vejledning", "viggo-hemmelig")),
    ("a fragment that is not public", "S160", swap(RELATIONS, "#afsnit", "#viggo-hemmelig")),
    ("an address in a note that is not public", "S160", swap(NOTE_RELATIONS, "a&amp;b", "viggo&amp;b")),
    ("a list that nothing uses", "S156", swap(NUMBERING, "</w:numbering>", _list(10) + "</w:numbering>")),
    (
        "a list with another number",
        "S156",
        swap_all(
            swap(NUMBERING, 'w:numId="7"', 'w:numId="86"'),
            *[swap(BODY, '<w:numId w:val="7"', '<w:numId w:val="86"')] * 2,
        ),
    ),
    ("an item of no list", "S156", swap(BODY, '<w:numId w:val="7"', '<w:numId w:val="86"')),
    ("an item on another level", "S156", swap(BODY, '<w:ilvl w:val="1"', '<w:ilvl w:val="2"')),
    ("a list of another kind", "S156", swap(BODY, 'w:val="ListNumber2"', 'w:val="ListBullet2"')),
    ("a list of another kind in a cell", "S156", swap(BODY, "TableListNumber", "TableListBullet")),
    (
        "an item in a cell on another level",
        "S156",
        swap(BODY, '<w:ilvl w:val="0"/><w:numId w:val="8"', '<w:ilvl w:val="1"/><w:numId w:val="8"'),
    ),
    ("an item in a cell of another list", "S156", swap(BODY, '<w:numId w:val="9"', '<w:numId w:val="8"')),
    ("an item in a cell with the style of text", "S127", swap(BODY, "TableListBullet", "TableText")),
    ("an item of a list in the body in a cell", "S127", swap(BODY, "TableListBullet", "ListBullet")),
    ("an item of a cell outside of tables", "S127", swap(BODY, '"ListBullet"', '"TableListBullet"')),
    (
        "a paragraph of the style of items that is none",
        "S127",
        swap(
            BODY,
            '<w:pStyle w:val="TableText"/></w:pPr><w:r><w:t xml:space="preserve">og',
            '<w:pStyle w:val="TableListBullet"/></w:pPr><w:r><w:t xml:space="preserve">og',
        ),
    ),
    (
        "lists in cells of the headings' kind",
        "S156",
        swap(NUMBERING, f'"4"/>{_OVERRIDE}', f'"1"/>{_OVERRIDE}'),
    ),
    ("an item of nothing", "S127", swap(BODY, _ITEM, f"{_ITEM}</w:p>{_ITEM}")),
    ("an item of nothing in a cell", "S127", swap(BODY, _CELL_ITEM, f"{_CELL_ITEM}</w:p>{_CELL_ITEM}")),
    ("a line of nothing in a cell", "S127", swap(BODY, _CELL_ITEM, f"{_CELL_LINE}</w:p>{_CELL_ITEM}")),
    (
        "a number among the lines of a cell",
        "S127",
        swap(
            BODY,
            f'{_CELL_LINE}<w:r><w:t xml:space="preserve">og',
            f'{_CELL_NUMBER}<w:r><w:t xml:space="preserve">og',
        ),
    ),
    (
        "a list that starts with a text",
        "S125",
        swap(NUMBERING, '<w:startOverride w:val="3"', f'<w:startOverride w:val="{SECRET}"'),
    ),
    (
        "a mark of a list that is a text",
        "S110",
        swap(NUMBERING, '<w:lvlText w:val="•"', f'<w:lvlText w:val="{SECRET}"'),
    ),
    ("text behind the lists", "S110", swap(NUMBERING, "</w:numbering>", f"{SECRET}</w:numbering>")),
    (
        "text between the lists",
        "S126",
        swap(NUMBERING, '<w:num w:numId="7"', f'{SECRET}<w:num w:numId="7"'),
    ),
)


WAYS: tuple[Spoiling, ...] = (*REFERENCES,)
