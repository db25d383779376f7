"""A law whose facts no jurist has confirmed, or not for a long time when the answer was dated."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from answerkit.lint.rule import library_rule
from answerkit.lint.statutes import citations
from answerkit.lint.subject import Subject
from answerkit.model.codes import Code
from answerkit.model.content import Law
from answerkit.model.problem import Problem, Severity, problem
from answerkit.prose import danish


@library_rule(Code.L203, Severity.WARNING)
def law_unverified(subject: Subject) -> Iterator[Problem]:
    """Oplysningerne om en lov, som et svar nævner, er aldrig bekræftet, eller det er for længe siden.

    Få en jurist til at se loven efter, og skriv dagen under verified_on. Hvor længe en bekræftelse holder,
    bestemmer law_review_days i answerkit.toml. Skriv aldrig en dato, hvor ingen har set efter.
    """
    newest: dict[str, tuple[date, Law]] = {}
    for citation in citations(subject):
        day = max(citation.answer.dated, newest.get(citation.law.id, (date.min, None))[0])
        newest[citation.law.id] = (day, citation.law)
    for day, law in newest.values():
        if law.verified_on is None:
            yield problem(Code.L203, law.where[""], f"{law.id} er aldrig bekræftet")
        elif law.verified_on < day - timedelta(days=subject.settings.law_review_days):
            detail = f"{law.id}, sidst {danish.day(law.verified_on)}"
            yield problem(Code.L203, law.where["verified_on"], detail)
