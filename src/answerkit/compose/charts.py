"""Bar charts of figures: what each bar shows, and the same in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import assert_never

from answerkit.compose.draft import Draft
from answerkit.compose.volumes import Volume, heading, origins, take
from answerkit.model.codes import Code
from answerkit.model.content import Below, ChartItem, Exact, Range
from answerkit.model.document import RASTERISER, Bar, Chart, Node, Origin
from answerkit.prose.danish import bound
from answerkit.prose.letters import is_drawable

_LONGEST_AMOUNT = 30
_CIRCA = "Lys søjle: omtrentligt tal."
_RANGE = "Hvid ende: tallet ligger i intervallet."
_BELOW = "Hvid søjle: tallet er så lille, at det ikke nævnes."


def chart(draft: Draft, item: ChartItem) -> tuple[Node, ...]:
    """The chart; nothing, and a problem, when a figure is missing or cannot be drawn beside the others."""
    volumes = take(draft, item.figures, item.where[""])
    faults = [(index, hint) for index, volume in enumerate(volumes) if (hint := _fault(volume, volumes[0]))]
    for index, hint in faults:
        draft.report(Code.AK312, item.where["chart", index], item.figures[index], hint)
    if faults or not volumes:
        return ()
    target = draft.targets[item.id]
    draft.sources.add(RASTERISER)
    return (
        Chart(
            anchor=target.anchor,
            number=int(target.number),
            caption=bound(item.caption),
            alt=_alt(item.caption, volumes),
            unit=heading([volumes[0].figure.unit]),
            bars=tuple(map(_bar, volumes)),
            note=" ".join((origins(volumes), *_key(volumes))),
            origin=Origin(draft.answer.id, item.where[""]),
            colors=draft.colors,
        ),
    )


def _fault(volume: Volume, first: Volume) -> str:
    """What to do before a number can be drawn on one scale with the first; empty when it can."""
    if volume.figure.unit != first.figure.unit:
        return "brug kun tal med samme enhed"
    if _span(volume)[0] < 0:
        return "brug kun tal, der ikke er under 0"
    if len(volume.amount) > _LONGEST_AMOUNT:
        return "brug kortere tal, eller vis dem i en tabel"
    if not is_drawable(volume.figure.title + heading([volume.figure.unit])):
        return "skriv titel og enhed med almindelige bogstaver og tegn"
    return ""


def _bar(volume: Volume) -> Bar:
    low, high = _span(volume)
    figure = volume.figure
    return Bar(figure.title, volume.amount, low, high, volume.measurement.circa, figure.id)


def _span(volume: Volume) -> tuple[Decimal, Decimal]:
    match volume.measurement.value:
        case Exact(number):
            return number, number
        case Range(low, high):
            return low, high
        case Below(limit):
            return Decimal(0), Decimal(limit)
        case _:
            assert_never(volume.measurement.value)


def _alt(caption: str, volumes: Sequence[Volume]) -> str:
    """What the chart shows: caption, each bar, and the date; each bar's own date where they differ."""
    periods = [volume.period for volume in volumes]
    same = len(set(periods)) == 1
    bars = [f"{volume.figure.title}: {volume.quantity}" for volume in volumes]
    told = bars if same else [f"{bar} ({period})" for bar, period in zip(bars, periods, strict=True)]
    sentences = [f"Søjlediagram: {caption.rstrip('.')}", *told, *(periods[:1] if same else ())]
    return " ".join(f"{sentence}." for sentence in sentences)


def _key(volumes: Sequence[Volume]) -> Iterator[str]:
    """What the looks of the bars mean, of those that are there."""
    values = [volume.measurement.value for volume in volumes]
    if any(volume.measurement.circa for volume in volumes):
        yield _CIRCA
    if any(isinstance(value, Range) for value in values):
        yield _RANGE
    if any(isinstance(value, Below) for value in values):
        yield _BELOW
