"""What a document counts is counted without a gap, and nothing is named that is not there.

Source: ISO/IEC 29500-1, 17.13.6 (bookmarks), 17.11 (footnotes).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from answerkit.model.frozen import dataclass
from answerkit.verify.built.codes import Rule
from answerkit.verify.built.content import Content
from answerkit.verify.built.fault import Fault
from answerkit.verify.built.parts import BODY, NOTES
from answerkit.verify.built.story import Element, Story, words

_SECTION = "a_afsnit_"
_LABEL = re.compile(r"(Tabel|Figur) ([1-9][0-9]{0,3}): ")


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption. ``above`` says that it keeps with a table; ``bookmark`` is empty where it has none."""

    above: bool
    bookmark: str
    kind: str
    number: str

    @property
    def is_consistent(self) -> bool:
        """Whether it stands where its label says, under the bookmark that its label says."""
        expected = f"a_{self.kind.lower()}_{self.number}"
        return (self.kind == "Tabel") == self.above and self.bookmark in ("", expected)


def counting_faults(content: Content, *, public: bool) -> Iterator[Fault]:
    """What is wrong with bookmarks, captions and footnotes.

    Args:
        content: the file.
        public: whether captions must count in reading order; in the confidential edition, what was added to
            the public one is numbered behind all of it.
    """
    captions = _captions(content.body, content.styles.get("caption", ""))
    for ordinal, caption in enumerate(captions, 1):
        if not caption.is_consistent:
            yield Fault(Rule.S151, BODY, f"caption[{ordinal}]")
    for kind in ("Tabel", "Figur"):
        numbers = [caption.number for caption in captions if caption.kind == kind]
        if not is_counted(numbers if public else sorted(numbers, key=int)):
            yield Fault(Rule.S151, BODY, "caption")
    yield from _bookmark_faults(content.body, [caption.bookmark for caption in captions if caption.bookmark])
    notes = [note["w:id"] for note in content.notes.all("w:footnote") if not note["w:type"]]
    marks = [mark["w:id"] for mark in content.body.all("w:footnoteReference")]
    if marks != notes or not is_counted(notes) or content.notes.all("w:footnoteReference"):
        yield Fault(Rule.S153, NOTES)


def is_counted(numbers: Sequence[str]) -> bool:
    """Whether these are 1, 2, 3 and so on."""
    return list(numbers) == [str(number) for number in range(1, len(numbers) + 1)]


def _captions(body: Story, style: str) -> list[Caption]:
    return [_caption(body, element.position) for element in body.all("w:pStyle") if element["w:val"] == style]


def _caption(body: Story, position: int) -> Caption:
    pieces = body.until(position, "/w:p>")
    above = "w:keepNext/>" in pieces and body.pieces[position + len(pieces) + 1] == "w:tbl>"
    names = [Element(piece)["w:name"] for piece in pieces if piece.startswith("w:bookmarkStart")]
    label = _LABEL.match(words(pieces))
    kind, number = label.groups() if label else ("", "0")
    return Caption(above, "".join(names), kind, number)


def _bookmark_faults(body: Story, captions: Sequence[str]) -> Iterator[Fault]:
    """Bookmarks are those of sections, in the order of their numbers, and those of captions."""
    starts, ends = body.all("w:bookmarkStart"), body.all("w:bookmarkEnd")
    ids = [start["w:id"] for start in starts]
    names = [start["w:name"] for start in starts]
    paths = [
        tuple(map(int, name.removeprefix(_SECTION).split("_"))) for name in names if name.startswith(_SECTION)
    ]
    follows = all(later in _successors(earlier) for earlier, later in pairwise([(), *paths]))
    others = [name for name in names if not name.startswith(_SECTION)]
    if not is_counted(ids) or [end["w:id"] for end in ends] != ids or not follows or others != list(captions):
        yield Fault(Rule.S151, BODY, "bookmarkStart")


def _successors(path: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """The numbers that the section behind this one may have: 1.2 is followed by 1.2.1, 1.3 or 2."""
    yield (*path, 1)
    for depth in range(len(path)):
        yield (*path[:depth], path[depth] + 1)
