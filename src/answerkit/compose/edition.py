"""The order of an edition: what stands first, then the answer's sections.

What is done with a withheld section is all that the editions do not share; each brings its own way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import assert_never

from answerkit.compose.composed import Composed
from answerkit.compose.coverage import coverage_table
from answerkit.compose.draft import Draft
from answerkit.compose.items import item_nodes
from answerkit.compose.manuscript import Manuscripts
from answerkit.compose.nodes import NodeReader
from answerkit.model.config import Config
from answerkit.model.content import Answered, Declined, Deferred, Question, Section
from answerkit.model.document import CrossReference, Document, Edition, Heading, Node, Origin, Part, PartsList
from answerkit.model.problem import Place, Severity, sort_key
from answerkit.prose.danish import bound
from answerkit.prose.slots import CoverageSlot, PartsSlot, Slot

Withholding = Callable[[Draft, Section, int], Part]
"""What stands under the heading of a withheld section; the heading's level is given."""


class Assembler:
    """Puts an edition together from a draft, front to end."""

    def __init__(self, manuscripts: Manuscripts, config: Config, withholding: Withholding) -> None:
        self._manuscripts, self._config, self._withholding = manuscripts, config, withholding

    def assemble(self, draft: Draft, edition: Edition, banner: str, cover: Part | None = None) -> Composed:
        """The edition, or every problem found on the way; ``cover`` stands before everything else."""
        parts = [
            *([cover] if cover else []),
            self._front(draft, covered=draft.answer.coverage or edition is Edition.CONFIDENTIAL),
            *self._sections(draft, draft.answer.sections, 1),
        ]
        problems = tuple(sorted(set(draft.problems), key=sort_key))
        if any(problem.severity is Severity.ERROR for problem in problems):
            return Composed(None, problems)
        return Composed(self._document(draft, edition, banner, parts), problems)

    def page(
        self, draft: Draft, template: str, values: dict[str, object], place: Place, level: int
    ) -> tuple[Node, ...]:
        """A template's nodes, filled in for the draft's answer."""
        manuscript = self._manuscripts.page(draft.answer.id, template, values, place)
        return NodeReader(draft, self._manuscripts, manuscript, level).nodes()

    def grounds(self, draft: Draft, names: Iterable[str], place: Place) -> list[str]:
        """The citations of the grounds, each once, in order."""
        library, public = draft.library.grounds, draft.public.grounds
        found = [draft.look_up(library, public, name, place) for name in dict.fromkeys(names)]
        return [ground.citation for ground in found if ground]

    def _front(self, draft: Draft, *, covered: bool) -> Part:
        """What stands before the sections; ``covered`` puts the questions into a table."""
        answer, place = draft.answer, draft.answer.where[""]
        values: dict[str, object] = {
            "asker": answer.enquiry.asker,
            "received": answer.enquiry.received,
            "department": answer.department,
            "dated": answer.dated,
            "date_note": answer.date_note,
            "background": answer.enquiry.background,
            "questions": [_question(question) for question in answer.enquiry.questions],
            "coverage": CoverageSlot() if covered else None,
            "parts": PartsSlot(),
        }
        standing: dict[Slot, Node] = {PartsSlot(): PartsList(_parts(draft), Origin(answer.id, place))}
        if covered:
            standing[CoverageSlot()] = coverage_table(draft)
        manuscript = self._manuscripts.page(answer.id, "front", values, place)
        return Part(NodeReader(draft, self._manuscripts, manuscript, 0, standing).nodes())

    def _sections(self, draft: Draft, sections: tuple[Section, ...], level: int) -> Iterator[Part]:
        for section in sections:
            heading = _heading(draft, section, level)
            if section.withheld:
                part = self._withholding(draft, section, level)
                yield replace(part, nodes=(heading, *part.nodes))
            else:
                items = (item_nodes(draft, self._manuscripts, item, level) for item in section.content)
                yield Part((heading, *(node for nodes in items for node in nodes)))
            yield from self._sections(draft, section.sections, level + 1)

    def _document(self, draft: Draft, edition: Edition, banner: str, parts: Iterable[Part]) -> Document:
        return Document(
            id=draft.answer.id,
            edition=edition,
            title=draft.answer.title,
            authority=self._config.authority,
            banner=banner,
            watermark=self._config.theme.watermark if edition is Edition.CONFIDENTIAL else "",
            parts=tuple(_joined(parts)),
            footnotes=tuple(draft.footnotes),
            sources=tuple(sorted(draft.sources)),
            blocks=tuple(sorted(draft.blocks)),
            figures=tuple(sorted(draft.figures)),
        )


def _heading(draft: Draft, section: Section, level: int) -> Heading:
    target = draft.targets[section.id]
    origin = Origin(draft.answer.id, section.where[""])
    return Heading(level, target.number, bound(section.heading), target.anchor, origin)


def _question(question: Question) -> dict[str, object]:
    values: dict[str, object] = {"text": question.text, "sections": (), "deferred": "", "declined": ""}
    match question.outcome:
        case Answered(sections):
            values["sections"] = sections
        case Deferred(reason):
            values["deferred"] = reason
        case Declined(reason):
            values["declined"] = reason
        case _:
            assert_never(question.outcome)
    return values


def _parts(draft: Draft) -> tuple[CrossReference, ...]:
    numbered = ((draft.targets[section.id], bound(section.heading)) for section in draft.answer.sections)
    return tuple(CrossReference(target.anchor, f"{target.number} {heading}") for target, heading in numbered)


def _joined(parts: Iterable[Part]) -> Iterator[Part]:
    for confidential, run in groupby(parts, key=lambda part: part.confidential):
        yield Part(tuple(node for part in run for node in part.nodes), confidential)
