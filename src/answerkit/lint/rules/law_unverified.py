"""A law whose facts no jurist has confirmed, or not for a long time when the answer was dated."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from answerkit.lint.rule import library_rule
from answerkit.lint.statutes import citations
from answerkit.lint.subject import Subject
from answerkit.model.codes import Code
from answerkit.model.problem import Place, Problem, Severity, problem
from answerkit.prose import danish


@library_rule(Code.L203, Severity.WARNING)
def law_unverified(subject: Subject) -> Iterator[Problem]:
    """Oplysningerne om en lov, som et svar nævner, er aldrig bekræftet, eller det er for længe siden.

    Få en jurist til at se loven efter, og skriv dagen under verified_on. Hvor længe en bekræftelse holder,
    bestemmer law_review_days i answerkit.toml. Skriv aldrig en dato, hvor ingen har set efter.
    """
    newest: dict[tuple[str, Place], date] = {}
    for citation in citations(subject):
        key = citation.law.id, citation.told_at
        newest[key] = max(citation.answer.dated, newest.get(key, date.min))
    for (name, place), day in newest.items():
        verified = subject.library.laws[name].verified_on
        if verified is None:
            yield problem(Code.L203, place, f"{name} er aldrig bekræftet")
        elif verified < day - timedelta(days=subject.settings.law_review_days):
            yield problem(Code.L203, place, f"{name}, sidst {danish.day(verified)}")
