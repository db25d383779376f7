"""Problems and findings alike, as every form but the one for people tells them.

An item has no room for a source line, nor for the text that was found.
"""

from __future__ import annotations

from answerkit.model.finding import Finding, Gate
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Problem, Severity
from answerkit.report.tally import Tally

_HELP = {
    Gate.CONTENT: ("fortroligt materiale i en offentlig fil", "fjern det fra filen, og byg den igen"),
    Gate.PATTERN: ("personoplysning i en offentlig fil", "fjern den fra filen"),
    Gate.STRUCTURE: ("filen er ikke, som answerkit bygger den", "byg filen igen, og ret den ikke i hånden"),
    Gate.HYGIENE: ("skjult indhold i filen", "fjern det i Word: Filer, Oplysninger, Undersøg dokument"),
    Gate.UNREADABLE: ("noget i filen kan ikke læses", "gem filen i en form, der kan læses, eller fjern den"),
    Gate.LINT: ("indholdet bør ikke udgives, som det er", "ret indholdet"),
    Gate.PROOF: (
        "byggeriet afhænger af noget fortroligt, eller det kan ikke vises, at det ikke gør",
        "udgiv ikke filerne, før det er rettet",
    ),
    Gate.A11Y: ("dokumentet er ikke tilgængeligt for alle", "ret dokumentet"),
    Gate.PROOF: ("det offentlige kan afhænge af det fortrolige", "udgiv intet, før årsagen er fundet"),
}
"""Of each gate, what its findings have in common and what to do: true of a rule whatever the file."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to mend.

    Attributes:
        line, column: 1-based; 0 where unknown.
        part, place: of a finding; empty where the whole file or part is meant.
        message: what is wrong here, in Danish.
        meaning, advice: what the rule says and what to do, the same for every file.
        hint: what to do here.
        kind, length: class of what was found, and its number of characters.
    """

    file: str
    line: int
    column: int
    part: str
    place: str
    code: str
    severity: Severity
    message: str
    meaning: str
    advice: str
    hint: str
    kind: str = ""
    length: int = 0

    @property
    def is_error(self) -> bool:
        """Whether it stands in the way; a warning does not."""
        return self.severity is Severity.ERROR

    @property
    def where(self) -> str:
        """Part and place in the file; empty when the file itself is meant."""
        return ": ".join(step for step in (self.part, self.place) if step)


def items(tally: Tally) -> tuple[Item, ...]:
    """All problems, then all findings, in the order in which the tally has them."""
    problems = (_from_problem(item) for item in tally.problems)
    return (*problems, *(_from_finding(item) for item in tally.findings))


def _from_problem(item: Problem) -> Item:
    place, code = item.place, item.code
    return Item(
        file=place.file,
        line=place.line,
        column=place.column,
        part="",
        place="",
        code=code.name,
        severity=item.severity,
        message=item.message,
        meaning=code.meaning,
        advice=code.advice,
        hint=item.hint,
    )


def _from_finding(item: Finding) -> Item:
    meaning, advice = _HELP[item.gate]
    return Item(
        file=item.file,
        line=item.line,
        column=0,
        part=item.part,
        place=item.place,
        code=item.code,
        severity=item.severity,
        message=item.message,
        meaning=meaning,
        advice=advice,
        hint=advice,
        kind=item.kind,
        length=item.length,
    )
