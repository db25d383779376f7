"""The last day for an answer, counted day by day so that anyone can follow.

Source: the public holidays are those of the library ``holidays`` for Denmark, which leaves out store bededag
from 2024. What else is closed is the project's policy.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache

from answerkit.model.config import DeadlinePolicy
from answerkit.model.frozen import dataclass
from answerkit.prose import danish

_DAY = timedelta(days=1)
_WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Step:
    """A day of the counting.

    Attributes:
        number: which of the days it is, 1-based; 0 for a day that does not count.
        closed: why the day is closed, in Danish; empty for a working day.
    """

    day: date
    number: int
    closed: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day on time, and every day from the receipt to it."""

    last: date
    steps: tuple[Step, ...]


def count_deadline(received: date, policy: DeadlinePolicy) -> Deadline:
    """The deadline by the project's policy; a last day that is closed moves on to the next working day."""
    steps: list[Step] = []
    number = 0
    day = received
    while number < policy.days or steps[-1].closed:
        closed = closed_by(day, policy)
        starts = day > received or policy.counts_receipt
        counts = starts and number < policy.days and not (policy.working_days and closed)
        number += counts
        steps.append(Step(day, number if counts else 0, closed))
        day += _DAY
    return Deadline(steps[-1].day, tuple(steps))


def closed_by(day: date, policy: DeadlinePolicy) -> str:
    """Why no one works on a day, in Danish; empty for a working day."""
    if holiday := _holidays(day.year).get(day):
        return holiday
    if (day.month, day.day) in policy.closed_yearly or day in policy.closed_days:
        return "lukket"
    return _WEEKDAYS[day.weekday()] if day.weekday() >= _SATURDAY else ""


@cache
def _holidays(year: int) -> Mapping[date, str]:
    """The year's public holidays with their Danish names, written as inside a sentence."""
    from holidays import country_holidays  # noqa: PLC0415 - slow to start, and seldom needed

    named = country_holidays("DK", years=year, language="da").items()
    return {day: name if name.startswith("Kristi") else name.lower() for day, name in named}


def told(deadline: Deadline) -> Iterator[str]:
    """The counting in Danish, a line for each day."""
    for step in deadline.steps:
        weekday = _WEEKDAYS[step.day.weekday()]
        text = f"  {weekday} {danish.day(step.day)}: {_counted(step, deadline)}"
        yield f"{text} ({step.closed})" if step.closed and step.closed != weekday else text


def _counted(step: Step, deadline: Deadline) -> str:
    if step.number:
        return f"dag {step.number}, fristen" if step.day == deadline.last else f"dag {step.number}"
    if step.day == deadline.last:
        return "fristen, flyttet hertil fra en lukket dag"
    return "modtaget, tæller ikke med" if step is deadline.steps[0] else "tæller ikke med"
