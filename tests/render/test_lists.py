import pytest

from answerkit.model.document import Cell, CellList, Node
from render.samples import (
    Opened,
    bullets,
    cell,
    document,
    heading,
    numbers,
    opened,
    para,
    table,
    value,
    words,
)


def marks(file: Opened) -> list[tuple[str, str, str]]:
    """Style, list level and text of each paragraph below the title; the level is empty outside lists."""
    return [
        (value(item, "w:pPr/w:pStyle/@w:val"), value(item, "w:pPr/w:numPr/w:ilvl/@w:val"), words(item))
        for item in file.find("w:body/w:p[position()>1]")
    ]


def starts(file: Opened) -> list[tuple[str, str, str]]:
    """Kind, level and first number of each list, in order."""
    kinds = {"2": "punkt", "3": "tal", "4": "punkt i celle", "5": "tal i celle"}
    return [
        (
            kinds[value(number, "w:abstractNumId/@w:val")],
            value(number, "w:lvlOverride/@w:ilvl"),
            value(number, "w:lvlOverride/w:startOverride/@w:val"),
        )
        for number in file.find("w:num[w:lvlOverride]", "numbering")
    ]


def test_each_list_starts_anew() -> None:
    file = opened(document(numbers((para("a"),), (para("b"),)), para("imellem"), numbers((para("c"),))))
    assert file.values("//w:numPr/w:numId/@w:val") == ["6", "6", "7"]
    assert starts(file) == [("tal", "0", "1"), ("tal", "0", "1")]


@pytest.mark.parametrize("start", [0, 1, 7])
def test_a_list_counts_from_its_start(start: int) -> None:
    assert starts(opened(document(numbers((para("a"),), start=start)))) == [("tal", "0", str(start))]


def test_lists_nest() -> None:
    inner = numbers((para("i"),), (para("j"),))
    file = opened(document(bullets((para("a"), inner), (para("b"),))))
    assert marks(file) == [
        ("ListBullet", "0", "a"),
        ("ListNumber2", "1", "i"),
        ("ListNumber2", "1", "j"),
        ("ListBullet", "0", "b"),
    ]
    assert file.values("//w:numPr/w:numId/@w:val") == ["6", "7", "7", "6"]
    assert starts(file) == [("punkt", "0", "1"), ("tal", "1", "1")]


def test_the_fourth_level_looks_like_the_third() -> None:
    deep: Node = bullets((para("4"),))
    for text in ("3", "2", "1"):
        deep = bullets((para(text), deep))
    assert marks(opened(document(deep))) == [
        ("ListBullet", "0", "1"),
        ("ListBullet2", "1", "2"),
        ("ListBullet3", "2", "3"),
        ("ListBullet3", "2", "4"),
    ]


def test_further_paragraphs_of_an_item_stand_under_its_text() -> None:
    inner = numbers((para("i"), para("ii")))
    assert marks(opened(document(bullets((para("a"), para("b"), inner, para("c")))))) == [
        ("ListBullet", "0", "a"),
        ("ListContinue", "", "b"),
        ("ListNumber2", "1", "i"),
        ("ListContinue2", "", "ii"),
        ("ListContinue", "", "c"),
    ]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ((), [("ListBullet", "0", "")]),
        ((bullets((para("b"),)),), [("ListBullet", "0", ""), ("ListBullet2", "1", "b")]),
        (
            (heading(3, "", "h"), para("b")),
            [("ListBullet", "0", ""), ("Heading3", "", "h"), ("ListContinue", "", "b")],
        ),
    ],
)
def test_an_item_without_opening_paragraph_keeps_its_mark(
    item: tuple[Node, ...], expected: list[tuple[str, str, str]]
) -> None:
    assert marks(opened(document(bullets(item)))) == expected


def test_a_table_in_a_list_stands_under_the_text_of_its_item() -> None:
    file = opened(document(bullets((para("a"), table((cell("h"),), (cell("1"),))))))
    assert file.values("//w:tblInd/@w:w") == ["340"]
    assert file.values("//w:tblW/@w:w") == [str(9072 - 340)]


def test_a_document_without_lists_has_the_reference_files_numbering() -> None:
    assert opened(document()).values("w:num/@w:numId", "numbering") == ["1", "2", "3", "4", "5"]


def test_a_list_in_a_cell_has_the_styles_of_the_table_and_starts_anew() -> None:
    lists = (CellList((para("a"), para("b"))), para("imellem"), CellList((para("c"),), 7))
    file = opened(document(table((cell("h"),), (Cell(lists),)), numbers((para("d"),))))
    assert [
        (value(item, "w:pPr/w:pStyle/@w:val"), value(item, "w:pPr/w:numPr/w:numId/@w:val"), words(item))
        for item in file.find("//w:tr[2]//w:p")
    ] == [
        ("TableListBullet", "6", "a"),
        ("TableListBullet", "6", "b"),
        ("TableText", "", "imellem"),
        ("TableListNumber", "7", "c"),
    ]
    assert starts(file) == [("punkt i celle", "0", "1"), ("tal i celle", "0", "7"), ("tal", "0", "1")]
