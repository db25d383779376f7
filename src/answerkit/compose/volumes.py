"""Figures at an answer's date, as tables and charts take them: what they state, and where it is from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from answerkit.compose.draft import Draft
from answerkit.model.content import Figure, Measurement
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Place
from answerkit.prose import danish

_SMALL = tuple("abcdefghijklmnopqrstuvwxyzæøå")
"""Letters that begin a heading as capitals. Others may not have one: that of µ is Greek, and looks like M."""


@dataclass(frozen=True, slots=True)
class Volume:
    """A figure and its measurement at the answer's date."""

    figure: Figure
    measurement: Measurement

    @property
    def amount(self) -> str:
        """The number without its unit."""
        return danish.amount(self.measurement.value, circa=self.measurement.circa)

    @property
    def quantity(self) -> str:
        """The number with its unit."""
        return danish.quantity(self.figure, self.measurement)

    @property
    def period(self) -> str:
        """The day or the days that the number describes."""
        if self.measurement.period_from:
            return f"Perioden {danish.day(self.measurement.period_from)}–{danish.day(self.measurement.as_of)}"
        return f"Opgjort pr. {danish.day(self.measurement.as_of)}"


def take(draft: Draft, names: Sequence[str], place: Place) -> tuple[Volume, ...]:
    """The figures in order; none when one of them cannot be had, which the draft then knows."""
    found = [draft.figure(name, place) for name in names]
    volumes = tuple(Volume(*pair) for pair in found if pair)
    return volumes if len(volumes) == len(names) else ()


def heading(units: Iterable[str]) -> str:
    """What stands above numbers: their unit, if there is but one."""
    unit, *others = dict.fromkeys(units)
    if others:
        return "Antal"
    return unit[0].upper() + unit[1:] if unit.startswith(_SMALL) else unit


def origins(volumes: Iterable[Volume]) -> str:
    """Date and source of the numbers, each said once, in their order."""
    dated: dict[str, list[str]] = {}
    for volume in volumes:
        sources = dated.setdefault(volume.period, [])
        if volume.measurement.source not in sources:
            sources.append(volume.measurement.source)
    return " ".join(f"{period}. Kilde: {'; '.join(sources)}." for period, sources in dated.items())
