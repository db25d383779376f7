"""Which bar charts the public content gives: the gate reads answers and figures for itself.

Nothing of the stages that make a chart is used, so a fault there cannot let a wrong bar or another number
through. What cannot be read gives no chart: one that is made of it is then refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation

from answerkit.model.frozen import dataclass

_MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)
_THOUSANDS = re.compile(r"(?<=[0-9])(?=(?:[0-9]{3})+$)")

_COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})")


@dataclass(frozen=True, slots=True)
class PublicBar:
    """A bar: what stands beside it, and up to where it is certain and possible."""

    label: str
    value: str
    low: Decimal
    high: Decimal
    circa: bool


@dataclass(frozen=True, slots=True)
class ChartColours:
    """What charts are drawn in, as SVG writes it: words, axis, exact bars and all edges, estimates."""

    ink: str = "#1A1A1A"
    axis: str = "#555555"
    bar: str = "#123B5D"
    estimate: str = "#B7CBDC"


def read_colours(theme: bytes) -> ChartColours:
    """The colours of a theme file, each that is none replaced by the usual one."""
    import tomllib  # noqa: PLC0415 - few projects have such a file

    try:
        table = tomllib.loads(theme.decode("utf-8-sig")).get("charts")
    except (ValueError, RecursionError):
        return ChartColours()
    colours = table if isinstance(table, dict) else {}
    known = {
        name: _COLOUR.fullmatch(str(colours.get(name, ""))) for name in ("ink", "axis", "bar", "estimate")
    }
    return ChartColours(**{name: f"#{found[1].upper()}" for name, found in known.items() if found})


@dataclass(frozen=True, slots=True)
class PublicChart:
    """A chart that an answer names: its description, the unit of its bars, and the bars."""

    alt: str
    unit: str
    bars: tuple[PublicBar, ...]


@dataclass(frozen=True, slots=True)
class _Stated:
    """A figure as an answer states it."""

    bar: PublicBar
    unit: str
    quantity: str
    period: str


Figures = Callable[[str], bytes]
"""The bytes of the figure of that id; nothing for one that is not there."""


def public_charts(answer: bytes, figures: Figures) -> Iterator[PublicChart]:
    """The charts that an answer's file names."""
    record = _mapping(_parsed(answer))
    dated, pins = _text(record.get("dated")), _mapping(record.get("pins"))
    for item in _items(record):
        names = [_text(name) for name in _list(item.get("chart"))]
        stated = [_stated(_mapping(_parsed(figures(name))), _text(pins.get(name)), dated) for name in names]
        found = [figure for figure in stated if figure]
        if found and len(found) == len(names):
            alt = _alt(_text(item.get("caption")), found)
            yield PublicChart(alt, _capital(found[0].unit), tuple(figure.bar for figure in found))


def _parsed(data: bytes) -> object:
    """What a YAML file holds, every scalar as text; None for one that cannot be read or refers to itself."""
    import yaml  # noqa: PLC0415 - only where there is a chart

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(data, loader)):
            return None
        return yaml.load(data, loader)  # noqa: S506 - texts, lists and mappings only
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError):
        return None


def _mapping(value: object) -> Mapping[object, object]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _text(value: object) -> str:
    """A text on one line; empty for anything else."""
    return " ".join(map(str.strip, value.strip().split("\n"))) if isinstance(value, str) else ""


def _items(record: Mapping[object, object]) -> Iterator[Mapping[object, object]]:
    """What stands in an answer's sections, at any depth."""
    for section in map(_mapping, _list(record.get("sections"))):
        yield from map(_mapping, _list(section.get("content")))
        yield from _items(section)


def _stated(figure: Mapping[object, object], pinned: str, dated: str) -> _Stated | None:
    """The figure by its pinned value, or by the newest one that is not later than the answer."""
    values = [_mapping(value) for value in _list(figure.get("values"))]
    days = [day for value in values if (day := _text(value.get("as_of"))) and day <= dated]
    chosen = pinned or max(days, default="")
    value = next((value for value in values if chosen and value.get("as_of") == chosen), None)
    span = _span(value.get("value")) if value else None
    if value is None or span is None:
        return None
    low, high, words = span
    circa = value.get("precision") == "circa"
    amount = f"ca.\u00a0{words}" if circa else words
    one = _text(figure.get("unit_one")) if low == high == 1 else ""
    unit = _text(figure.get("unit"))
    bar = PublicBar(_text(figure.get("title")), amount, low, high, circa)
    return _Stated(bar, unit, f"{amount}\u00a0{one or unit}", _period(value))


def _span(value: object) -> tuple[Decimal, Decimal, str] | None:
    """From where to where a number goes, and how it is printed."""
    try:
        match value:
            case str():
                return Decimal(value), Decimal(value), _number(value)
            case [str() as low, str() as high]:
                return Decimal(low), Decimal(high), f"{_number(low)}–{_number(high)}"
            case {"below": str() as limit}:
                return Decimal(0), Decimal(limit), f"færre end\u00a0{_number(limit.partition('.')[0])}"
            case _:
                return None
    except InvalidOperation:
        return None


def _capital(unit: str) -> str:
    """The unit as a heading; a first letter that is not of the Danish alphabet stays as it is."""
    return unit[:1].upper() + unit[1:] if "a" <= unit[:1] <= "z" or unit[:1] in ("æ", "ø", "å") else unit


def _number(written: str) -> str:
    """``1234.5`` as ``1.234,5``."""
    whole, point, decimals = written.partition(".")
    return _THOUSANDS.sub(".", whole) + ("," if point else "") + decimals


def _period(value: Mapping[object, object]) -> str:
    last, first = _day(_text(value.get("as_of"))), _text(value.get("period_from"))
    return f"Perioden {_day(first)}–{last}" if first else f"Opgjort pr. {last}"


def _day(written: str) -> str:
    """``2021-11-08`` as ``8. november 2021``; empty for what is no day."""
    match written.split("-"):
        case [year, month, day] if month.isdecimal() and day.isdecimal() and 1 <= int(month) <= len(_MONTHS):
            return f"{int(day)}. {_MONTHS[int(month) - 1]} {year}"
        case _:
            return ""


def _alt(caption: str, figures: list[_Stated]) -> str:
    """What a chart shows, in words; the date stands once when it is the same for all."""
    periods = {figure.period for figure in figures}
    alone = len(periods) == 1
    told = f"Søjlediagram: {caption.rstrip('.')}."
    for figure in figures:
        told += f" {figure.bar.label}: {figure.quantity}" + ("." if alone else f" ({figure.period}).")
    return f"{told} {periods.pop()}." if alone else told
