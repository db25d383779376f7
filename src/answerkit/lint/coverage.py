"""How far an answer answers what was asked."""

from __future__ import annotations

from answerkit.lint.passages import all_sections
from answerkit.model.content import Answer, Answered, Deferred, Section


def has_content(section: Section) -> bool:
    """Whether something stands in the section or beneath it; what is withheld stands in the other edition."""
    return any(part.content or part.withheld for part in all_sections([section]))


def told_coverage(answer: Answer) -> str:
    """How many of the questions are answered, put off and declined, in Danish."""
    outcomes = [question.outcome for question in answer.enquiry.questions]
    answered = sum(isinstance(outcome, Answered) for outcome in outcomes)
    deferred = sum(isinstance(outcome, Deferred) for outcome in outcomes)
    declined = len(outcomes) - answered - deferred
    told = [f"{answered} af {len(outcomes)} spørgsmål er besvaret"]
    told += [f"{deferred} udskudt"] if deferred else []
    told += [f"{declined} afvist"] if declined else []
    return f"{answer.id}: {', '.join(told)}"
