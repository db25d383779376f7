"""A law whose facts no jurist has confirmed, or not for a long time when the answer was dated."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from answerkit.lint.rule import library_rule
from answerkit.lint.statutes import citations
from answerkit.lint.subject import Subject
from answerkit.model.codes import Code
from answerkit.model.content import Law
from answerkit.model.problem import Place, Problem, Severity, problem
from answerkit.prose import danish


@library_rule(Code.L203, Severity.WARNING)
def law_unverified(subject: Subject) -> Iterator[Problem]:
    """Oplysningerne om en lov, som et svar nævner, er aldrig bekræftet, eller det er for længe siden.

    Få en jurist til at se loven efter, og skriv dagen under verified_on. Hvor længe en bekræftelse holder,
    bestemmer law_review_days i answerkit.toml. Skriv aldrig en dato, hvor ingen har set efter. Reglen siger
    også til, når noget nyere er trådt i kraft (superseded_by), siden loven sidst blev bekræftet, og den ikke
    har nogen sidste dag (valid_until).
    """
    newest: dict[tuple[str, Place], date] = {}
    for citation in citations(subject):
        key = citation.law.id, citation.told_at
        newest[key] = max(citation.answer.dated, newest.get(key, date.min))
    for (name, place), day in newest.items():
        law = subject.library.laws[name]
        verified = law.verified_on
        if followers := _followers(law, day, subject):
            detail = f"{name} er fulgt af {' og '.join(followers)}, men har ingen valid_until"
            yield problem(Code.L203, place, detail, "få en jurist til at afgøre, om den gælder endnu")
        elif verified is None:
            yield problem(Code.L203, place, f"{name} er aldrig bekræftet")
        elif verified < day - timedelta(days=subject.settings.law_review_days):
            yield problem(Code.L203, place, f"{name}, sidst {danish.day(verified)}")


def _followers(law: Law, day: date, subject: Subject) -> tuple[str, ...]:
    """Ids of what came into force by a day to follow a law without an end, since it was last confirmed."""
    if law.valid_until:
        return ()
    since = law.verified_on or date.min
    later = [subject.library.laws[name] for name in law.superseded_by if name in subject.library.laws]
    return tuple(other.id for other in later if since < other.valid_from <= day)
