"""Ways to hide text beside the page, in tables without room, and white on white."""

from __future__ import annotations

from verify.built.clean import (
    BODY,
    NOTES,
)
from verify.built.spoiling import (
    SECRET,
    Spoiling,
    swap,
    swap_all,
)

_OUTSIDE = '<w:pStyle w:val="TableHeading"/>'
_CELL = (
    '<w:tc><w:tcPr><w:tcW w:w="4536" w:type="dxa"/></w:tcPr>'
    '<w:p><w:pPr><w:pStyle w:val="TableHeading"/></w:pPr></w:p></w:tc>'
)


_SEVEN = (
    '<w:tc><w:tcPr><w:tcW w:w="4536" w:type="dxa"/></w:tcPr>'
    '<w:p><w:pPr><w:pStyle w:val="TableNumber"/><w:keepNext/></w:pPr>'
    '<w:r><w:t xml:space="preserve">7</w:t></w:r></w:p></w:tc>'
)

_NOTE = (
    '<w:p><w:pPr><w:pStyle w:val="TableNote"/></w:pPr>'
    '<w:r><w:t xml:space="preserve">Kilde: en optælling.</w:t></w:r></w:p>'
)


LAYOUT: tuple[Spoiling, ...] = (
    ("white text outside a table's head", "S127", swap(BODY, '<w:pStyle w:val="Normal"/>', _OUTSIDE)),
    ("white text in a table's row", "S127", swap(BODY, '<w:pStyle w:val="TableText"/>', _OUTSIDE)),
    (
        "white text in a note",
        "S127",
        swap(NOTES, '<w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:t', f"{_OUTSIDE}</w:pPr><w:r><w:t"),
    ),
    ("a table's head that is no head", "S127", swap(BODY, "<w:tblHeader/>", "")),
    (
        "a second head",
        "S127",
        swap(BODY, "<w:cantSplit/></w:trPr>", "<w:cantSplit/><w:tblHeader/></w:trPr>"),
    ),
    (
        "a column without width",
        "S158",
        swap_all(
            swap(
                BODY,
                '<w:gridCol w:w="4536"/><w:gridCol w:w="4536"/>',
                '<w:gridCol w:w="9071"/><w:gridCol w:w="1"/>',
            ),
            *[
                swap(BODY, '<w:tcW w:w="4536" w:type="dxa"/>', f'<w:tcW w:w="{width}" w:type="dxa"/>')
                for width in (9071, 1) * 3
            ],
        ),
    ),
    ("a table beside the page", "S158", swap(BODY, '<w:tblInd w:w="0"', '<w:tblInd w:w="9000"')),
    (
        "a table wider than the page",
        "S158",
        swap_all(
            swap(BODY, '<w:tblW w:w="9072"', '<w:tblW w:w="19072"'),
            swap(
                BODY,
                '<w:gridCol w:w="4536"/><w:gridCol w:w="4536"/>',
                '<w:gridCol w:w="4536"/><w:gridCol w:w="14536"/>',
            ),
        ),
    ),
    ("a cell that is narrower than its column", "S158", swap(BODY, '<w:tcW w:w="4536"', '<w:tcW w:w="1"')),
    ("a row with a cell too many", "S158", swap(BODY, "</w:tc></w:tr>", "</w:tc>" + _CELL + "</w:tr>")),
    (
        "a cell moved to another row",
        "S158",
        swap_all(
            swap(BODY, _SEVEN + "</w:tr>", "</w:tr>"),
            swap(BODY, "</w:tc></w:tr></w:tbl>", f"</w:tc>{_SEVEN}</w:tr></w:tbl>"),
        ),
    ),
    ("a hidden row", "S124", swap(BODY, "<w:cantSplit/></w:trPr>", "<w:cantSplit/><w:hidden/></w:trPr>")),
    (
        "a row without height",
        "S124",
        swap(BODY, "<w:cantSplit/></w:trPr>", '<w:cantSplit/><w:trHeight w:val="1"/></w:trPr>'),
    ),
    (
        "a caption in the properties",
        "S124",
        swap(BODY, "</w:tblPr>", f'<w:tblCaption w:val="{SECRET}"/></w:tblPr>'),
    ),
    (
        "a description in the properties",
        "S124",
        swap(BODY, "</w:tblPr>", f'<w:tblDescription w:val="{SECRET}"/></w:tblPr>'),
    ),
    ("a merged cell", "S124", swap(BODY, "</w:tcPr>", '<w:gridSpan w:val="2"/></w:tcPr>')),
    (
        "a look that is a text",
        "S125",
        swap(BODY, '<w:tblLook w:val="0660"', f'<w:tblLook w:val="{SECRET}"'),
    ),
    (
        "two tables that look like one",
        "S127",
        swap(BODY, _NOTE, ""),
    ),
    ("a page that is too small", "S159", swap(BODY, 'w:w="11906" w:h="16838"', 'w:w="11906" w:h="1000"')),
    ("another margin", "S159", swap(BODY, 'w:footer="624"', 'w:footer="625"')),
    ("a second section", "S127", swap(BODY, "</w:p><w:sectPr>", "<w:sectPr></w:sectPr></w:p><w:sectPr>")),
    (
        "a header for the first page",
        "S127",
        swap(BODY, 'w:headerReference w:type="default"', 'w:headerReference w:type="first"'),
    ),
)


WAYS: tuple[Spoiling, ...] = (*LAYOUT,)
