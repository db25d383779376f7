"""Findings that somebody answers for: accepted for a time, by place and class, never by text."""

from __future__ import annotations

from datetime import date

from answerkit.model.frozen import dataclass
from answerkit.model.problem import Place


@dataclass(frozen=True, slots=True)
class Mark:
    """What an accepted finding is known by; neither its text nor a hash of it.

    Attributes:
        file: POSIX path relative to the project.
        part, place, code, kind: as of the finding; empty where it has none.
    """

    file: str
    code: str
    part: str = ""
    place: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Accepted:
    """An entry: a finding, who answers for it, why, and until when (the day itself included)."""

    mark: Mark
    reason: str
    owner: str
    expires: date
    where: Place


@dataclass(frozen=True, slots=True)
class Baseline:
    """What ``.answerkit-baseline.yaml`` says; empty where there is no such file."""

    accepted: tuple[Accepted, ...] = ()
