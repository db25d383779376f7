"""An abbreviation written out by hand before the edition has explained it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import TypeAlias

from answerkit.lint.abbreviations import Abbreviation, explained
from answerkit.lint.passages import Kind, Passage
from answerkit.lint.reading import Read, in_order
from answerkit.lint.rule import library_rule
from answerkit.lint.subject import Subject
from answerkit.model.codes import Code
from answerkit.model.content import Term
from answerkit.model.problem import Problem, Severity, problem
from answerkit.prose.slots import TermSlot

_Writing: TypeAlias = Callable[[Passage], tuple[Abbreviation | str, ...]]


@library_rule(Code.L402, Severity.WARNING)
def unexplained_abbreviation(subject: Subject) -> Iterator[Problem]:
    """En forkortelse bruges i et svar, før den er forklaret i det.

    Skriv {{ term("MSB") }} i teksten: så skrives ordene ud første gang i hver udgave, uanset i hvilken
    rækkefølge blokkene står. Svaret læses i den rækkefølge, det trykkes i.
    """
    terms = subject.library.terms
    written = cache(_written)  # blocks recur from answer to answer
    for answer in subject.answers:
        read = tuple(in_order(answer, subject))
        public = tuple(item for item in read if item.public)
        yield from _early(public, terms, written, answer.id)
        if len(public) < len(read):
            yield from (item for item in _early(read, terms, written, answer.id) if item.place.confidential)


def _early(
    read: Iterable[Read], terms: Mapping[str, Term], written: _Writing, answer: str
) -> Iterator[Problem]:
    known = {term.id for term in terms.values() if not term.expansion}
    for item in read:
        if item.passage.kind is not Kind.PROSE:
            continue
        known |= explained(item.passage.readable, terms)
        for found in written(item.passage):
            if isinstance(found, str):
                known.add(found)
            elif found.name in terms and found.name not in known:
                known.add(found.name)
                place = item.told_at(item.passage.place(found.offset))
                yield problem(Code.L402, place, f"{found.name} (svaret {answer})")


def _written(passage: Passage) -> tuple[Abbreviation | str, ...]:
    """What the prose writes itself, and the names that ``term`` writes, in order."""
    terms = [slot for slot in passage.slots if isinstance(slot, TermSlot)]
    if not passage.abbreviations:
        return tuple(slot.id for slot in terms)
    marks: list[tuple[tuple[int, int], Abbreviation | str]] = [
        ((slot.place.line, slot.place.column), slot.id) for slot in terms
    ]
    for found in passage.abbreviations:
        place = passage.place(found.offset)
        marks.append(((place.line, place.column), found))
    return tuple(mark for _, mark in sorted(marks, key=lambda mark: mark[0]))
