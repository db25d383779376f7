"""The table that says of each of the enquiry's questions what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from answerkit.compose.cells import line_cell, text_cell
from answerkit.compose.draft import Draft
from answerkit.compose.numbering import coverage_target
from answerkit.model.content import Answered, Declined, Deferred, Question
from answerkit.model.document import Cell, Inline, Origin, Table, Text
from answerkit.prose.slots import RefSlot

_CAPTION = "Spørgsmålene og deres besvarelse"
_HEADER = ("Nr.", "Spørgsmål", "Status", "Afsnit eller begrundelse")


def coverage_table(draft: Draft) -> Table:
    """A row for each question, in their order.

    The table is numbered in an answer that shows it in both editions. Where only the confidential edition has
    it, its heading names it: a number would shift those of the tables behind it, which the editions share.
    """
    answer = draft.answer
    target = coverage_target(answer)
    origin = Origin(answer.id, answer.enquiry.where[""])
    rows = (_row(draft, number, question) for number, question in enumerate(answer.enquiry.questions, 1))
    return Table(
        header=tuple(text_cell(origin, title) for title in _HEADER),
        rows=tuple(rows),
        origin=origin,
        anchor=target.anchor if target else "",
        number=int(target.number) if target else 0,
        caption=_CAPTION if target else "",
    )


def _row(draft: Draft, number: int, question: Question) -> tuple[Cell, ...]:
    origin = Origin(draft.answer.id, question.where[""])
    status, told = _outcome(draft, question)
    texts = (str(number), question.text, status)
    return (*(text_cell(origin, text) for text in texts), line_cell(origin, *told))


def _outcome(draft: Draft, question: Question) -> tuple[str, tuple[Inline, ...]]:
    match question.outcome:
        case Answered(sections):
            place = question.where[""]
            return "Besvaret", tuple(_listed([draft.inline(RefSlot(name, place)) for name in sections]))
        case Deferred(reason):
            return "Besvares senere", (Text(reason),)
        case Declined(reason):
            return "Besvares ikke", (Text(reason),)
        case _:
            assert_never(question.outcome)


def _listed(references: Sequence[Iterable[Inline]]) -> Iterator[Inline]:
    """The references with commas between them, as a sentence would have them."""
    for ahead, reference in zip(reversed(range(len(references))), references, strict=True):
        yield from reference
        if ahead:
            yield Text(" og " if ahead == 1 else ", ")
