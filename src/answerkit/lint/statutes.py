"""Which laws an answer names, where, and what is known of those that came before and after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from answerkit.lint.subject import Subject
from answerkit.model.content import Answer, Law
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Place


@dataclass(frozen=True, slots=True)
class Citation:
    """A law that an answer names.

    Attributes:
        told_at: where to say what is wrong with the law's record.
    """

    answer: Answer
    law: Law
    place: Place
    told_at: Place


def citations(subject: Subject) -> Iterator[Citation]:
    """Every place at which an answer or its overlay names a law."""
    for answer in subject.answers:
        for some in subject.all_uses(answer):
            for mention in some.laws:
                law = subject.library.laws.get(mention.id)
                if law:
                    record = law.where.get("verified_on", law.where[""])
                    yield Citation(answer, law, mention.place, mention.told_at(record))


def named(law: Law) -> str:
    """The law and which of its provisions are meant."""
    return f"{law.short}, {law.provisions}" if law.provisions else law.short


def successors(law: Law, day: date, subject: Subject) -> tuple[Law, ...]:
    """The laws in force on a day that took the law's place, be it over others."""
    found: dict[str, Law] = {}
    waiting = list(law.superseded_by)
    while waiting:
        later = subject.library.laws.get(waiting.pop(0))
        if later and later.in_force(day):
            found[later.id] = later
        elif later:
            waiting.extend(later.superseded_by)
    return tuple(found.values())


def predecessors(law: Law, day: date, subject: Subject) -> tuple[Law, ...]:
    """The laws in force on a day whose place the law took."""
    laws = subject.library.laws.values()
    return tuple(other for other in laws if law.id in other.superseded_by and other.in_force(day))


def blocks_with(laws: Iterable[Law], subject: Subject) -> tuple[str, ...]:
    """Ids of the public blocks that name one of the laws, in order."""
    return tuple(sorted({block for law in laws for block in subject.naming.get(law.id, ())}))


def advice(laws: tuple[Law, ...], subject: Subject) -> str:
    """What to use instead, and where that has been written already; empty when there is nothing."""
    if not laws:
        return ""
    text = f"brug {' eller '.join(law.id for law in laws)}"
    blocks = blocks_with(laws, subject)
    return f"{text}; blokke, der gør det: {', '.join(blocks)}" if blocks else text
