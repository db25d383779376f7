"""Keys that do not stand where a reviewer looks for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from answerkit.lint.passages import all_sections
from answerkit.lint.rule import library_rule
from answerkit.lint.subject import Subject
from answerkit.model.codes import Code
from answerkit.model.content import Answer, Asset, Ground, Law, Section, Term
from answerkit.model.keys import (
    COLLECTIONS,
    ENQUIRY,
    FILLING,
    ITEM,
    MEASUREMENT,
    QUESTION,
    SECTION,
    Order,
    is_sorted,
    sorted_keys,
)
from answerkit.model.overlay import Overlay
from answerkit.model.problem import Problem, Severity, Where, problem

_Ordered: TypeAlias = tuple[Order, Where]


@library_rule(Code.L414, Severity.WARNING)
def key_order(subject: Subject) -> Iterator[Problem]:
    """Nøglerne i en fil står ikke i den faste rækkefølge.

    Med samme rækkefølge overalt viser en ændring kun det, der er ændret. Rækkefølgen står i vejledningen om
    indholdet, og answerkit lint --fix retter den. Meddelelsen viser den første nøgle, der står for sent.
    """
    for order, where in _mappings(subject):
        keys = [key for key in where if isinstance(key, str) and key]
        if is_sorted(keys, order):
            continue
        wanted = sorted_keys(keys, order)
        late = next((right for own, right in zip(keys, wanted, strict=True) if own != right), None)
        if late:
            yield problem(Code.L414, where[late], late)


def _mappings(subject: Subject) -> Iterator[_Ordered]:
    library, whole = subject.library, subject.whole
    for block in subject.blocks.values():
        if whole or block.id in subject.used_blocks:
            yield COLLECTIONS["blocks"], block.where
    for figure in subject.judged_figures:
        yield COLLECTIONS["figures"], figure.where
        yield from ((MEASUREMENT, measured.where) for measured in figure.series)
    if whole:
        registers: Mapping[str, Mapping[str, Law | Ground | Term | Asset]] = {
            "laws": library.laws,
            "grounds": library.grounds,
            "terms": library.terms,
            "assets": library.assets,
        }
        for name, records in registers.items():
            yield from ((COLLECTIONS[name], record.where) for record in records.values())
    for answer in subject.answers:
        yield from _of_answer(answer)
    for overlay in subject.overlays:
        yield from _of_overlay(overlay)


def _of_answer(answer: Answer) -> Iterator[_Ordered]:
    yield COLLECTIONS["answers"], answer.where
    yield ENQUIRY, answer.enquiry.where
    yield from ((QUESTION, question.where) for question in answer.enquiry.questions)
    yield from _of_sections(all_sections(answer.sections))


def _of_sections(sections: Iterable[Section]) -> Iterator[_Ordered]:
    for section in sections:
        yield SECTION, section.where
        yield from ((ITEM, item.where) for item in section.content)


def _of_overlay(overlay: Overlay) -> Iterator[_Ordered]:
    yield COLLECTIONS["overlays"], overlay.where
    for filling in overlay.fillings:
        yield FILLING, filling.where
        yield from ((ITEM, item.where) for item in filling.content)
