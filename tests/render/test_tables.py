from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerkit.model.document import BulletList, Emphasis, Part, Text
from answerkit.render.tables import column_widths
from render.samples import ORIGIN, Opened, cell, document, line_cell, opened, para, table, value, words

SMALL = table(
    (cell("Indsats"), cell("Antal", number=True)),
    (cell("TUS"), cell("12", number=True)),
    (cell("I alt"), cell("12", number=True)),
)


def outline(file: Opened) -> list[tuple[str, str]]:
    """Style and text of each paragraph of the body, those in cells included."""
    return [(value(item, "w:pPr/w:pStyle/@w:val"), words(item)) for item in file.find("w:body//w:p")][1:]


def test_a_table_has_caption_header_rows_and_note() -> None:
    node = replace(SMALL, number=3, caption="Indsatser", note="Kilde: prøve.", anchor="tal")
    file = opened(document(node))
    assert outline(file) == [
        ("Caption", "Tabel 3: Indsatser"),
        ("TableHeading", "Indsats"),
        ("TableHeadingNumber", "Antal"),
        ("TableText", "TUS"),
        ("TableNumber", "12"),
        ("TableText", "I alt"),
        ("TableNumber", "12"),
        ("TableNote", "Kilde: prøve."),
    ]
    assert file.values("w:body/w:p[2]/w:bookmarkStart/@w:name") == ["a_tal"]


def test_a_table_in_prose_has_no_caption_and_something_between_it_and_the_next() -> None:
    file = opened(document(SMALL, SMALL))
    assert [style for style, _ in outline(file)].count("Caption") == 0
    kinds = [str(item.tag).rpartition("}")[2] for item in file.find("w:body/*")]
    assert kinds == ["p", "tbl", "p", "tbl", "sectPr"]


def test_text_keeps_its_distance_to_a_table_without_a_note() -> None:
    file = opened(document(SMALL, para("a"), para("b")))
    assert file.values("//w:body/w:p[last()-1]/w:pPr/w:spacing/@w:before") == ["160"]
    assert file.values("//w:body/w:p[last()]/w:pPr/w:spacing/@w:before") == []
    listed = opened(document(SMALL, BulletList(((para("a"),), (para("b"),)), ORIGIN)))
    assert listed.values("//w:p/w:pPr[w:numPr]/w:spacing/@w:before") == ["160"]


def test_a_line_that_leads_up_to_a_list_or_table_stays_with_it() -> None:
    items = ((para("b:"),), (para("e:"), SMALL), (para("f"), SMALL))
    file = opened(document(para("a:"), BulletList(items, ORIGIN), para("c"), SMALL, para("d:")))
    kept = file.values("//w:body/w:p[w:pPr/w:keepNext]//w:t/text()")
    assert kept == ["a:", "e:"]


def test_the_header_row_repeats_and_no_row_breaks() -> None:
    file = opened(document(SMALL))
    rows = file.find("//w:tr")
    assert [bool(row.findall(".//{*}tblHeader")) for row in rows] == [True, False, False]
    assert [bool(row.findall(".//{*}cantSplit")) for row in rows] == [True, True, True]
    assert file.values("//w:tblLayout/@w:type") == ["fixed"]


@pytest.mark.parametrize(("total", "last_row", "bits"), [(True, "1", "0660"), (False, "0", "0620")])
def test_the_look_tells_the_total_row(total: bool, last_row: str, bits: str) -> None:  # noqa: FBT001 - a parameter
    file = opened(document(replace(SMALL, total=total)))
    assert file.values("//w:tblLook/@w:lastRow") == [last_row]
    assert file.values("//w:tblLook/@w:val") == [bits]


def held(rows: int, note: str, *, number: bool = True) -> list[bool]:
    """Which rows hold on to the next one, the header first."""
    header = (cell("h", number=number),)
    node = replace(table(header, *[(cell(str(row)),) for row in range(rows)]), note=note)
    return [bool(row.findall(".//{*}keepNext")) for row in opened(document(node)).find("//w:tr")]


@pytest.mark.parametrize(
    ("rows", "note", "expected"),
    [
        (0, "", [True]),
        (1, "", [True, False]),
        (1, "Kilde", [True, True]),
        (3, "", [True, True, True, False]),
        (13, "", [True] + [False] * 11 + [True, False]),
        (13, "Kilde", [True] + [False] * 11 + [True, True]),
    ],
)
def test_short_tables_hold_together_and_long_ones_at_their_ends(
    rows: int, note: str, expected: list[bool]
) -> None:
    assert held(rows, note) == expected


def test_a_short_table_of_words_may_break() -> None:
    assert held(4, "", number=False) == [True, False, False, True, False]


def test_the_grid_is_as_wide_as_the_text() -> None:
    file = opened(document(SMALL))
    grid = [int(width) for width in file.values("//w:gridCol/@w:w")]
    assert sum(grid) == 9072
    assert file.values("//w:tblW/@w:w") == ["9072"]
    assert [int(width) for width in file.values("//w:tr[1]//w:tcW/@w:w")] == grid


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["a"]], (9000,)),
        ([["a", "b"]], (4500, 4500)),
        ([["", ""]], (9000 - 240, 240)),
        ([["x" * 100, "x" * 100]], (4500, 4500)),
        ([["ti tegn her", "1"]], (7986, 1014)),
        ([["ca.\u00a0550", "ca. 5"]], (5339, 3661)),
    ],
)
def test_columns_follow_their_longest_words_and_texts(
    rows: list[list[str]], expected: tuple[int, ...]
) -> None:
    assert column_widths([[cell(text) for text in row] for row in rows], 9000, 200) == expected


@given(
    st.integers(1, 6).flatmap(
        lambda size: st.lists(
            st.lists(st.text("ab  \u00a0", max_size=80), min_size=size, max_size=size), min_size=1
        )
    )
)
def test_columns_always_add_up(rows: list[list[str]]) -> None:
    widths = column_widths([[cell(text) for text in row] for row in rows], 9072, 200)
    assert sum(widths) == 9072
    assert all(width > 0 for width in widths)


def test_a_word_longer_than_the_page_leaves_the_other_columns_their_words() -> None:
    long, *others = column_widths([[cell("x" * 200), cell("Kolonne"), cell("Antal")]], 9072, 200)
    assert others == [240 + 7 * 110, 240 + 5 * 110]
    assert long == 9072 - sum(others)


def test_a_cell_holds_all_that_a_line_can() -> None:
    node = table((cell("h"),), (line_cell("a ", Emphasis((Text("b"),))),))
    assert outline(opened(document(node)))[1] == ("TableText", "a b")


def test_a_confidential_table_has_the_bar_and_its_cells_have_none() -> None:
    parts = (Part((SMALL,)), Part((para("a"), SMALL), confidential=True))
    file = opened(replace(document(), parts=parts))
    tables = file.find("//w:tbl")
    assert [value(item, "w:tblPr/w:tblBorders/w:left/@w:color") for item in tables] == ["", "8B1A1A"]
    assert file.find("//w:tc//w:pBdr") == []
