"""A chart is what the public figures give, drawn again by the gate, or it is refused."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from resvg_py import svg_to_bytes

from answerkit.model.document import Bar, Chart
from answerkit.model.theme import ChartColors
from answerkit.prose.letters import letters
from answerkit.render.bars import pictured
from answerkit.verify.built.charts import ChartColours, PublicBar, PublicChart, public_charts, read_colours
from answerkit.verify.built.facts import read_public_facts
from answerkit.verify.built.redrawing import redrawn
from verify.built.charted import VALUES, Charted, charted, judged, sample
from verify.built.clean import BODY, ORIGIN, PNG, PROJECT, SVG, chunk, clean
from verify.built.spoiling import Parts, entries, packed

ALT = (
    'Søjlediagram: Sager i "alt" & mere. Række praecist: 1.234,50\u00a0sager. '
    "Række omtrent: ca.\u00a0550\u00a0sager. "
    "Række interval: 100–120\u00a0sager. Række omtrent-interval: ca.\u00a01.000–1.200\u00a0sager. "
    "Række skjult: færre end\u00a05\u00a0sager. Række en: 1\u00a0sag. Række ingen: 0\u00a0sager. "
    "Perioden 1. januar 2021–30. juni 2021."
)


def codes(data: bytes, public: object = None) -> set[str]:
    return {finding.code for finding in judged(data, sample()[1] if public is None else public)}  # type: ignore[arg-type] # facts


def test_a_sound_chart_passes() -> None:
    assert codes(sample()[0]) == set()


def test_the_gate_reads_what_the_chart_says() -> None:
    assert [chart.alt for chart in sample()[1].charts] == [ALT]


def test_the_projects_own_charts_are_read() -> None:
    charts = read_public_facts(PROJECT / "content" / "public").charts
    assert {bar.value for chart in charts for bar in chart.bars} >= {"42", "18", "27"}


# --- spoilt pictures


def svg(change: Callable[[str], str]) -> Callable[[Parts], None]:
    """Another drawing, and its pixels as resvg makes them."""

    def spoil(parts: Parts) -> None:
        before = parts[SVG].decode()
        after = change(before)
        assert after != before
        parts[SVG] = after.encode()
        parts[PNG] = svg_to_bytes(
            svg_string=after, width=1000, background="white", dpi=96, skip_system_fonts=True
        )

    return spoil


def first(pattern: str, new: str) -> Callable[[Parts], None]:
    return svg(lambda text: re.sub(pattern, new, text, count=1))


def extra(shape: str) -> Callable[[Parts], None]:
    return svg(lambda text: text.replace("</svg>", f"{shape}</svg>"))


def first_bar_shorter(text: str) -> str:
    found = re.search(r'width="([0-9]+)" height="1400"', text)
    assert found
    return text.replace(found[0], f'width="{int(found[1]) - 1}" height="1400"', 1)


def png(change: Callable[[bytes], bytes]) -> Callable[[Parts], None]:
    def spoil(parts: Parts) -> None:
        parts[PNG] = change(parts[PNG])

    return spoil


def repixelled(data: bytes) -> bytes:
    """The same picture but for one pixel."""
    packed_rows = b"".join(re.findall(rb"IDAT(.*)(?=....IEND)", data[:-4], re.DOTALL))
    rows = bytearray(zlib.decompress(packed_rows[:-4]))
    rows[5] ^= 1
    header = struct.unpack(">2L5B", data[16:29])
    return (
        data[:8]
        + chunk(b"IHDR", struct.pack(">2L5B", *header))
        + chunk(b"IDAT", zlib.compress(bytes(rows)))
        + chunk(b"IEND", b"")
    )


def only_pixels(parts: Parts) -> None:
    """The right drawing, beside the pixels of one with a white bar."""
    right = parts[SVG]
    first("#123B5D", "#FFFFFF")(parts)
    parts[SVG] = right


def told(old: str, new: str) -> Callable[[Parts], None]:
    """Another description, at both places."""

    def spoil(parts: Parts) -> None:
        before = parts[BODY].decode()
        parts[BODY] = before.replace(old, new).encode()
        assert parts[BODY].decode() != before

    return spoil


def swapped(parts: Parts) -> None:
    """Drawn with the labels of two bars in each other's place."""
    text = parts[SVG].decode()
    paths = re.findall(r'<path fill="#1A1A1A" d="[^"]*"/>', text)
    parts[SVG] = text.replace(paths[0], "<!>").replace(paths[2], paths[0]).replace("<!>", paths[2]).encode()
    assert parts[SVG].decode() != text


SPOILT = {
    "a longer bar": ("S166", first(r'width="[0-9]+" height="1400"', 'width="39999" height="1400"')),
    "a bar shorter by a hair": ("S166", svg(first_bar_shorter)),
    "a bar from elsewhere than nought": ("S166", first(r'(<rect x=")[0-9]', r"\g<1>2")),
    "another colour": ("S166", first("#123B5D", "#123B5E")),
    "another number": ("S166", first(r'd="M[0-9]+', 'd="M19999')),
    "labels of other bars": ("S166", swapped),
    "a bar more": ("S166", extra('<rect x="1" y="1" width="9" height="9" fill="#123B5D"/>')),
    "a word in white": ("S166", extra('<path fill="#FFFFFF" d="M1,1l5,5l5-5z"/>')),
    "an outline outside the sheet": ("S166", extra('<path fill="#1A1A1A" d="M90000,1l5,5l5-5z"/>')),
    "no drawing behind a group": ("S166", extra("<g/>")),
    "a space between shapes": ("S166", first("/><", "/>\n<")),
    "words as text": ("S180", extra('<text x="1" y="1">Viggo</text>')),
    "a title": ("S180", extra("<title>Viggo</title>")),
    "a comment": ("S180", extra("<!-- Viggo -->")),
    "pixels of another drawing": ("S166", only_pixels),
    "one other pixel": ("S166", png(repixelled)),
    "a note in the pixels": (
        "S171",
        png(lambda data: data[:33] + chunk(b"tEXt", b"a\0Viggo") + data[33:]),
    ),
    "bytes behind the pixels": ("S170", png(lambda data: data + b"Viggo")),
    "another description": ("S162", told("ca.\u00a0550", "ca.\u00a0551")),
    "a longer description": ("S162", told('juni 2021."', 'juni 2021. Viggo."')),
}


@pytest.mark.parametrize(("rule", "spoil"), SPOILT.values(), ids=SPOILT)
def test_a_spoilt_chart_is_refused(rule: str, spoil: Callable[[Parts], None]) -> None:
    parts = entries(sample()[0])
    spoil(parts)
    assert rule in codes(packed(parts))


# --- other content than the file was made of


def retitled(made: Charted) -> None:
    made.figure("en", VALUES["en"], "En anden titel")


def deferred(made: Charted) -> None:
    made.answer(VALUES, "pins:\n  en: 2020-12-31\n")


LOOP = "sections: &a\n  - sections: *a\n    content: [{chart: [en]}]\n"
CHANGED: dict[str, Callable[[Charted], None]] = {
    "another number": lambda made: made.figure("en", "    value: 2"),
    "another precision": lambda made: made.figure("en", "    value: 1\n    precision: circa"),
    "another range": lambda made: made.figure("interval", "    value: [100, 121]"),
    "another limit": lambda made: made.figure("skjult", "    value: {below: 6}"),
    "another title": retitled,
    "another date": deferred,
    "a bar less": lambda made: made.answer(list(VALUES)[1:]),
    "bars in another order": lambda made: made.answer(reversed(VALUES)),
    "no such figure": lambda made: (made.root / "figures" / "en.yaml").unlink(),
    "a figure that cannot be read": lambda made: made.write("figures/en.yaml", "values: ["),
    "no values": lambda made: made.write("figures/en.yaml", "title: En\nunit: sager\nvalues: 5\n"),
    "a number that is none": lambda made: made.figure("en", "    value: mange"),
    "a list that is no range": lambda made: made.figure("en", "    value: [1, 2, 3]"),
    "an answer that cannot be read": lambda made: made.write("answers/svar.yaml", "chart: ["),
    "an answer that refers to itself": lambda made: made.write("answers/svar.yaml", LOOP),
    "an answer of another kind": lambda made: made.write("answers/svar.yaml", "- chart: [en]"),
    "no UTF-8": lambda made: made.write("answers/svar.yaml", "chart: \udcff"),
    "no answer": lambda made: (made.root / "answers" / "svar.yaml").unlink(),
}


@pytest.mark.parametrize("change", CHANGED.values(), ids=CHANGED)
def test_what_the_content_does_not_give_is_refused(change: Callable[[Charted], None], tmp_path: Path) -> None:
    made = charted(tmp_path)
    change(made)
    assert codes(sample()[0], made.facts()) & {"S162", "S166"}


def test_a_pinned_value_is_drawn(tmp_path: Path) -> None:
    made = charted(tmp_path)
    made.answer(VALUES, "pins:\n  en: 2020-12-31\n")
    assert codes(made.built(), made.facts()) == set()
    (chart,) = made.facts().charts
    assert "Række en: 777\u00a0sager (Opgjort pr. 31. december 2020)." in chart.alt


@pytest.mark.parametrize("name", ["../answers/svar", "/figures/en", "", "en\0"])
def test_no_file_outside_the_figures_is_read(name: str, tmp_path: Path) -> None:
    made = charted(tmp_path)
    made.answer([f'"{name}"'.replace("\0", "\\0")])
    assert made.facts().charts == frozenset()


def test_a_chart_in_other_than_a_section_is_none(tmp_path: Path) -> None:
    made = charted(tmp_path)
    made.write("answers/svar.yaml", "dated: 2021-11-08\ncontent:\n  - chart: [en]\n    caption: A\n")
    assert made.facts().charts == frozenset()


# --- two drawings that know nothing of each other

NUMBERS = st.decimals(0, 10**15, allow_nan=False, allow_infinity=False, places=3)
_WORD = st.text(sorted(letters().keys() - {" "}), min_size=1, max_size=30)
_LONG_WORD = st.text(sorted(letters().keys() - {" "}), min_size=30, max_size=90)
LABELS = _WORD | st.lists(_WORD | _LONG_WORD, min_size=3, max_size=8).map(" ".join)
BARS = st.tuples(
    LABELS, st.text("0123456789., –ca", min_size=1, max_size=30), NUMBERS, NUMBERS, st.booleans()
)


@settings(max_examples=15)
@given(st.lists(BARS, min_size=1, max_size=4), LABELS)
def test_both_drawings_of_any_figures_are_alike(
    bars: list[tuple[str, str, Decimal, Decimal, bool]], unit: str
) -> None:
    sorted_bars = [(label, value, min(a, b), max(a, b), circa) for label, value, a, b, circa in bars]
    shown = tuple(Bar(*bar, figure="f") for bar in sorted_bars)
    drawn = pictured(Chart("figur-1", 1, "c", "alt", unit, shown, "", ORIGIN))
    again = redrawn(PublicChart("alt", unit, tuple(PublicBar(*bar) for bar in sorted_bars)), ChartColours())
    assert (drawn.png, drawn.svg) == again


DAYS = st.dates(date(2015, 1, 1), date(2021, 11, 8))
TITLES = st.text(sorted(letters().keys() - {"\u00a0", "\u202f"}), min_size=1, max_size=20).map(str.strip)
COUNTS = st.integers(0, 10**12) | st.decimals(0, 10**6, places=2, allow_nan=False)
MEASURED = st.one_of(
    COUNTS.map(str), st.tuples(COUNTS, COUNTS).map(lambda pair: f"[{min(pair)}, {max(pair)}]"),
    st.integers(1, 9).map(lambda limit: f"{{below: {limit}}}"),
)  # fmt: skip


@st.composite
def figures(draw: st.DrawFn) -> str:
    """The file of a figure, but for its id and unit."""
    title = draw(TITLES.filter(bool)).replace("'", "''")
    one = draw(st.sampled_from(["", "unit_one: borger\n"]))
    values = ""
    for day in sorted(draw(st.lists(DAYS, min_size=1, max_size=3, unique=True)), reverse=True):
        values += f"  - as_of: {day}\n" + draw(st.sampled_from(["", "    period_from: 2015-01-01\n"]))
        values += f"    value: {draw(MEASURED)}\n"
        values += draw(st.sampled_from(["", "    precision: circa\n", "    precision: exact\n"]))
        values += "    source: En optælling\n"
    return (
        f"classification: public\ntitle: '{title}'\nunit: borgere\n{one}group: alle\ncounts: persons\n"
        f"owner: Afdelingen\nvalues:\n{values}"
    )


@settings(max_examples=30)
@given(st.lists(figures(), min_size=1, max_size=4))
def test_the_gate_reads_any_figures_as_the_build_does(records: list[str]) -> None:
    with TemporaryDirectory() as folder:
        made = Charted(Path(folder))
        names = [f"tal-{number}" for number in range(len(records))]
        for name, record in zip(names, records, strict=True):
            made.write(f"figures/{name}.yaml", f"id: {name}\n{record}")
        made.answer(names)
        shown = made.chart()
        (read,) = made.facts().charts
    assert (read.alt, read.unit) == (shown.alt, shown.unit)
    assert [tuple(getattr(bar, key) for key in PARTS) for bar in read.bars] == [
        tuple(getattr(bar, key) for key in PARTS) for bar in shown.bars
    ]


PARTS = ("label", "value", "low", "high", "circa")


def test_what_has_no_outline_is_not_drawn_again() -> None:
    nothing = PublicBar("数", "1", Decimal(1), Decimal(1), circa=False)
    assert redrawn(PublicChart("alt", "Sager", (nothing,)), ChartColours()) == (b"", b"")


@given(st.binary(max_size=200))
def test_no_bytes_make_the_reader_stumble(data: bytes) -> None:
    assert list(public_charts(b"sections:\n- content:\n  - chart: [a]\n    b: " + data, lambda _: data)) == []


@pytest.mark.parametrize("day", ["2021-13-01", "2021-xx-01", "2021"])
def test_a_day_that_is_none_is_not_named(day: str) -> None:
    answer = b"dated: 2022-01-01\nsections: [{content: [{chart: [en], caption: A}]}]"
    figure = f"title: En\nunit: sager\nvalues: [{{as_of: '{day}', value: 1}}]".encode()
    (chart,) = public_charts(answer, lambda _: figure)
    assert chart.alt == "Søjlediagram: A. En: 1\u00a0sager. Opgjort pr. ."


def test_a_table_may_follow_a_picture_or_a_chart() -> None:
    parts = entries(sample()[0])
    table = entries(clean())[BODY].decode()
    table = table[table.index("<w:tbl>") : table.index("</w:tbl>") + len("</w:tbl>")]
    note = '<w:p><w:pPr><w:pStyle w:val="TableNote"/></w:pPr></w:p>'
    parts[BODY] = parts[BODY].decode().replace("<w:sectPr>", f"{table}{note}<w:sectPr>").encode()
    assert codes(packed(parts)) == set()


@pytest.mark.parametrize(
    ("theme", "colours"),
    [
        (b"", ChartColours()),
        (b"[charts]\nbar = '#00539b'\n", ChartColours(bar="#00539B")),
        (b"charts = 5", ChartColours()),
        (b"[charts]\nink = 5\naxis = 'gr\xc3\xa5'", ChartColours()),
        (b"[charts", ChartColours()),
        (b"\xff", ChartColours()),
    ],
)
def test_the_gate_reads_the_colours_for_itself(theme: bytes, colours: ChartColours) -> None:
    assert read_colours(theme) == colours


def test_a_chart_in_the_colours_of_the_house_passes_and_in_others_does_not() -> None:
    bar = Bar("A", "7", Decimal(7), Decimal(7), circa=False, figure="a")
    colors = ChartColors("000000", "333333", "00539B", "AACCEE")
    drawn = pictured(Chart("f", 1, "c", "alt", "Sager", (bar,), "", ORIGIN, colors))
    public = PublicChart("alt", "Sager", (PublicBar("A", "7", Decimal(7), Decimal(7), circa=False),))
    theme = b'[charts]\nink = "000000"\naxis = "333333"\nbar = "00539B"\nestimate = "AACCEE"\n'
    assert (drawn.png, drawn.svg) == redrawn(public, read_colours(theme))
    assert (drawn.png, drawn.svg) != redrawn(public, ChartColours())
