"""What validators of Word files pass over: fields left open, links to nowhere, ids given twice, lost styles.

Source: ISO/IEC 29500-1, 17.16.18 (fldChar), 17.16.22 (hyperlink), 20.4.2.5 (docPr), 17.7.4.17 (style).
"""

from collections import Counter
from collections.abc import Callable
from itertools import accumulate

import pytest

from answerkit.model.document import Document
from render.samples import Opened, document, everything, opened, para
from render.torture import confidential_torture, torture

STORIES = ("document", "footnotes", "header1", "footer1")
STEPS = {"begin": 1, "separate": 0, "end": -1}


def open_fields(opened_file: Opened) -> list[str]:
    """Stories in which a field is not closed, or closed before it was opened."""
    return [name for name in STORIES if not _balanced(opened_file.values("//w:fldChar/@w:fldCharType", name))]


def _balanced(kinds: list[str]) -> bool:
    depths = list(accumulate((STEPS[kind] for kind in kinds), initial=0))
    separated = kinds.count("separate") <= kinds.count("begin")
    return depths[-1] == 0 and min(depths) == 0 and max(depths) <= 1 and separated


def dangling_anchors(opened_file: Opened) -> set[str]:
    """Bookmarks that links name and that no story has."""
    named = {anchor for name in STORIES for anchor in opened_file.values("//w:hyperlink/@w:anchor", name)}
    there = {mark for name in STORIES for mark in opened_file.values("//w:bookmarkStart/@w:name", name)}
    return named - there


def repeated_ids(opened_file: Opened) -> list[str]:
    """Ids that two drawings or two bookmarks share, over all stories; and names of two bookmarks."""
    paths = ("//wp:docPr/@id", "//w:bookmarkStart/@w:id", "//w:bookmarkStart/@w:name")
    found = [Counter(value for name in STORIES for value in opened_file.values(path, name)) for path in paths]
    return [value for counts in found for value, count in counts.items() if count > 1]


def unpaired_bookmarks(opened_file: Opened) -> set[str]:
    """Ids of bookmarks with only one end."""
    starts = {mark for name in STORIES for mark in opened_file.values("//w:bookmarkStart/@w:id", name)}
    return starts ^ {mark for name in STORIES for mark in opened_file.values("//w:bookmarkEnd/@w:id", name)}


def undefined_styles(opened_file: Opened) -> set[str]:
    """Styles that a story, a list or another style names, and that the styles part does not define."""
    uses = "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"
    links = "//w:basedOn/@w:val | //w:next/@w:val | //w:link/@w:val"
    used = {style for name in (*STORIES, "numbering") for style in opened_file.values(uses, name)}
    used |= set(opened_file.values(links, "styles"))
    return used - set(opened_file.values("//w:style/@w:styleId", "styles"))


def undefined_lists(opened_file: Opened) -> set[str]:
    """Lists that a paragraph or a style names, and that the numbering part does not define; 0 is none."""
    used = set(opened_file.values("//w:numId/@w:val")) | set(opened_file.values("//w:numId/@w:val", "styles"))
    return used - {"0"} - set(opened_file.values("//w:num/@w:numId", "numbering"))


CHECKS = (open_fields, dangling_anchors, repeated_ids, unpaired_bookmarks, undefined_styles, undefined_lists)


@pytest.mark.parametrize("make", [torture, confidential_torture, everything])
@pytest.mark.parametrize("check", CHECKS)
def test_nothing_is_left_open_or_undefined(
    make: Callable[[], Document], check: Callable[[Opened], object]
) -> None:
    assert not check(opened(make()))


FAULTS = [
    (open_fields, "footer1", b'<w:fldChar w:fldCharType="end"/>', b""),
    (open_fields, "footer1", b'w:fldCharType="begin"', b'w:fldCharType="end"'),
    (dangling_anchors, "document", b'w:name="a_tabel_2"', b'w:name="a_tabel_9"'),
    (dangling_anchors, "document", b'w:anchor="a_afsnit_1"', b'w:anchor="a_afsnit_8"'),
    (repeated_ids, "document", b'<wp:docPr id="2"', b'<wp:docPr id="1"'),
    (repeated_ids, "document", b'w:name="a_tabel_2"', b'w:name="a_tabel_1"'),
    (unpaired_bookmarks, "document", b'<w:bookmarkEnd w:id="1"/>', b""),
    (undefined_styles, "styles", b'w:styleId="Title"', b'w:styleId="Titel"'),
    (undefined_styles, "styles", b'<w:basedOn w:val="Normal"/>', b'<w:basedOn w:val="Ingen"/>'),
    (undefined_lists, "numbering", b'<w:num w:numId="5">', b'<w:num w:numId="999">'),
]


@pytest.mark.parametrize(("check", "part", "old", "new"), FAULTS)
def test_each_check_finds_its_fault(
    check: Callable[[Opened], object], part: str, old: bytes, new: bytes
) -> None:
    whole = opened(torture())
    name = f"word/{part}.xml"
    data = whole.entries[name]
    if check is dangling_anchors and b"tabel_2" in old:
        data = data.replace(b'w:anchor="a_tabel_1"', b'w:anchor="a_tabel_2"')
    assert old in data
    assert check(Opened(whole.entries | {name: data.replace(old, new)}))


def test_a_short_document_has_nothing_to_complain_of() -> None:
    assert not any(check(opened(document(para("a")))) for check in CHECKS)
