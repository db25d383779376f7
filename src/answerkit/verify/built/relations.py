"""Relations between parts: each is used, in the order of first use, and leads to where answerkit leads.

Source: ECMA-376-2 (Open Packaging Conventions), 8.3; the kinds of relations: ISO/IEC 29500-1, 11.3.
"""

from collections.abc import Iterator, Sequence

from answerkit.verify.built.codes import Rule
from answerkit.verify.built.content import Content
from answerkit.verify.built.fault import Fault
from answerkit.verify.built.letterhead import FIRST_HEADER
from answerkit.verify.built.notation import Rules
from answerkit.verify.built.parts import (
    BODY,
    BODY_RELATIONS,
    FIXED,
    NOTES,
    NOTES_RELATIONS,
    NUMBERING,
    PAGE_FOOTER,
    PAGE_HEADER,
)
from answerkit.verify.built.story import Element, Story

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

RELATIONS: Rules = {
    "relations start": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">',
    "relation": (
        (
            f'<Relationship Id="{{relation}}" Type="{_OFFICE}/hyperlink"'
            ' Target="{address}" TargetMode="External"/>'
        ),
        f'<Relationship Id="{{relation}}" Type="{_OFFICE}/image" Target="{{image}}"/>',
        f'<Relationship Id="{{relation}}" Type="{_OFFICE}/fontTable" Target="fontTable.xml"/>',
        f'<Relationship Id="{{relation}}" Type="{_OFFICE}/settings" Target="settings.xml"/>',
        f'<Relationship Id="{{relation}}" Type="{_OFFICE}/styles" Target="styles.xml"/>',
        f'<Relationship Id="{{relation}}" Type="{_OFFICE}/theme" Target="theme/theme1.xml"/>',
        f'<Relationship Id="{{relation}}" Type="{_OFFICE}/numbering" Target="numbering.xml"/>',
        f'<Relationship Id="{{relation}}" Type="{_OFFICE}/footnotes" Target="footnotes.xml"/>',
        f'<Relationship Id="{{relation}}" Type="{_OFFICE}/header" Target="header1.xml"/>',
        f'<Relationship Id="{{relation}}" Type="{_OFFICE}/header" Target="header2.xml"/>',
        f'<Relationship Id="{{relation}}" Type="{_OFFICE}/footer" Target="footer1.xml"/>',
    ),
    "relations end": "</Relationships>",
}
"""The grammar of the relations of a story."""

_LEADING = ("w:hyperlink", "a:blip", "asvg:svgBlip")
_SUITING = {"w:hyperlink": "", "a:blip": ".png", "asvg:svgBlip": ".svg"}


def relation_faults(content: Content) -> Iterator[Fault]:
    """What is wrong between the stories and their relations."""
    package, rows = content.package, content.body_relations
    present = (name for name in FIXED if name in package.data)
    has_letterhead = FIRST_HEADER in package.data
    edges = (PAGE_HEADER, PAGE_FOOTER, *((FIRST_HEADER,) if has_letterhead else ()))
    fixed = [name.removeprefix("word/") for name in (*present, NUMBERING, NOTES, *edges)]
    yield from _part_faults(BODY_RELATIONS, rows, fixed, content.body)
    yield from _part_faults(NOTES_RELATIONS, content.notes_relations, (), content.notes)
    yield from _use_faults(BODY, rows, content.body)
    yield from _use_faults(NOTES, content.notes_relations, content.notes)
    page = [row["Id"] for row in rows if f"word/{row['Target']}" in edges]
    expected = [*page, page[1]] if has_letterhead and len(page) > 1 else page
    found = [use["r:id"] for use in content.body.all("w:headerReference", "w:footerReference")]
    if found != expected or has_letterhead != ("w:titlePg/>" in content.body.pieces):
        yield Fault(Rule.S154, BODY, "body/sectPr[1]")
    images = [f"word/{row['Target']}" for row in rows if row["Target"].startswith("media/")]
    counted = all(image.startswith(f"word/media/image{n}.") for n, image in enumerate(images, 1))
    if sorted(images) != sorted(package.media) or not counted:
        yield Fault(Rule.S154, BODY_RELATIONS, "media")
    if (NOTES_RELATIONS in package.data) != bool(content.notes_relations):
        yield Fault(Rule.S154, NOTES_RELATIONS)


def _part_faults(part: str, rows: Sequence[Element], fixed: Sequence[str], story: Story) -> Iterator[Fault]:
    """Ids count; fixed targets come first, then those that the text leads to; no target stands twice."""
    ids = [row["Id"] for row in rows]
    targets = [row["Target"] for row in rows]
    uses = dict.fromkeys(_identifier(use) for use in _uses(story))
    counted = ids == [f"rId{number}" for number in range(1, len(rows) + 1)]
    ordered = targets[: len(fixed)] == list(fixed) and list(uses) == ids[len(fixed) :]
    if not counted or not ordered or len(set(targets)) < len(targets):
        yield Fault(Rule.S154, part)


def _use_faults(part: str, rows: Sequence[Element], story: Story) -> Iterator[Fault]:
    """A link leads out of the file, a picture to a picture of its kind."""
    known = {row["Id"]: row for row in rows}
    for use in _uses(story):
        row = known.get(_identifier(use))
        out = row is not None and row["TargetMode"] == "External"
        if row and (out != (use.name == "w:hyperlink") or not row["Target"].endswith(_SUITING[use.name])):
            yield Fault(Rule.S154, part, use.name.rpartition(":")[2])


def _uses(story: Story) -> list[Element]:
    """The tags that lead to a relation, in reading order."""
    return [element for element in story.all(*_LEADING) if _identifier(element)]


def _identifier(use: Element) -> str:
    return use["r:id"] or use["r:embed"]
