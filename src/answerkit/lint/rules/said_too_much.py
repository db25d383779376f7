"""Public text outside the background that confirms more of a withheld matter than its heading does.

Only with clearance: without the overlay nobody can say what the matter is. The problem names a line of public
text and no word, for which word it is would tell what stands in the overlay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerkit.lint import passages
from answerkit.lint.danish import pattern
from answerkit.lint.passages import Kind, Passage
from answerkit.lint.rule import library_rule
from answerkit.lint.subject import Subject
from answerkit.model.codes import Code
from answerkit.model.content import Answer
from answerkit.model.overlay import Overlay
from answerkit.model.problem import Place, Problem, Severity, problem

_POINTED_AT = pattern(
    r"\bden pågældende(?:s)?\b|\bpersonsagen?\b|\bden (?:omtalte|konkrete|nævnte) (?:borger|unge|sag|person)"
    r"|\b(?:gerningsmanden|gerningsmandens|den sigtede|den dømte)\b|\bi den konkrete sag\b"
)
_DATE = re.compile(r"\b\d{1,2}\. [a-z]+ (?:19|20)\d\d\b")
_CASE_NUMBER = re.compile(r"\b\d\d\.\d\d\.\d\d-[A-ZÆØÅ]\d\d-[\d-]+")


@library_rule(Code.L207, Severity.WARNING)
def said_too_much(subject: Subject) -> Iterator[Problem]:
    """En offentlig tekst uden for baggrunden siger mere om det, der er holdt tilbage, end overskriften gør.

    Det kan være »den pågældende« om en person, eller en dato eller et sagsnummer, som også står i den
    fortrolige del. Omskriv, så teksten ikke bekræfter noget om sagen. Reglen kræver adgang til den
    fortrolige mappe, og den nævner kun linjen.
    """
    for overlay in subject.overlays:
        answer = subject.library.answers[overlay.extends]
        telling = _telling(overlay, subject)
        places = {place for passage in _public(answer, subject) for place in _places(passage, telling)}
        for place in sorted(places):
            yield problem(Code.L207, place)


def _public(answer: Answer, subject: Subject) -> Iterator[Passage]:
    """The answer's public text, but for what was asked."""
    background = answer.enquiry.background.start
    for passage in passages.of_answer(answer):
        if passage.kind is not Kind.QUESTION and passage.prose.start != background:
            yield passage
    for mention in subject.uses[answer.id].blocks:
        if mention.id in subject.library.blocks:
            yield from subject.passages_of(subject.library.blocks[mention.id])


def _telling(overlay: Overlay, subject: Subject) -> frozenset[str]:
    """Dates and case numbers of the overlay and its own blocks."""
    texts = [passage.readable for passage in passages.of_overlay(overlay)]
    own = subject.confidential.blocks if subject.confidential else {}
    used = subject.confidential_uses[overlay.extends].blocks
    texts += [own[mention.id].text.text for mention in used if mention.id in own]
    return frozenset(found for text in texts for found in (*_DATE.findall(text), *_CASE_NUMBER.findall(text)))


def _places(passage: Passage, telling: frozenset[str]) -> Iterator[Place]:
    text = passage.readable
    offsets = [match.start() for match in _POINTED_AT.finditer(text)]
    offsets += [text.index(found) for found in telling if found in text]
    for offset in offsets:
        place = passage.place(offset)
        yield Place(place.file, place.line)
