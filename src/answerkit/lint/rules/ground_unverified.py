"""A ground whose facts no jurist has confirmed, or not for a long time when the answer was dated."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from answerkit.lint.passages import all_sections
from answerkit.lint.rule import library_rule
from answerkit.lint.subject import Subject
from answerkit.model.codes import Code
from answerkit.model.problem import Problem, Severity, problem
from answerkit.prose import danish


@library_rule(Code.L205, Severity.WARNING)
def ground_unverified(subject: Subject) -> Iterator[Problem]:
    """Oplysningerne om en hjemmel, som et svar bruger, er aldrig bekræftet, eller det er for længe siden.

    Få en jurist til at se hjemlen efter, og skriv dagen under verified_on. Et tilbageholdt afsnit uden
    hjemmel (AK311) og en hjemmel, der ikke må nævnes offentligt (AK304), afvises allerede, når filen læses.
    """
    for name, day in sorted(_used(subject).items()):
        ground = subject.library.grounds.get(name)
        if ground is None:
            continue
        if ground.verified_on is None:
            yield problem(Code.L205, ground.where[""], f"{ground.id} er aldrig bekræftet")
        elif ground.verified_on < day - timedelta(days=subject.settings.law_review_days):
            detail = f"{ground.id}, sidst {danish.day(ground.verified_on)}"
            yield problem(Code.L205, ground.where["verified_on"], detail)


def _used(subject: Subject) -> dict[str, date]:
    """The grounds that the public answers name, with the newest answer's date.

    Overlays are left out: which grounds they add would tell what they are about.
    """
    used: dict[str, date] = {}
    for answer in subject.answers:
        for section in all_sections(answer.sections):
            for name in section.withheld.grounds if section.withheld else ():
                used[name] = max(answer.dated, used.get(name, date.min))
    return used
