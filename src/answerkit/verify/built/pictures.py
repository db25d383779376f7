"""Pictures: drawn bytes and nothing else, seen on the page, and known from the public content.

Source: ISO/IEC 29500-1, 20.4.2 (inline, docPr); lengths are in EMU (English Metric Units, 36,000 to the mm).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import TYPE_CHECKING

from answerkit.model.frozen import dataclass
from answerkit.verify.built.codes import Rule
from answerkit.verify.built.content import Content
from answerkit.verify.built.facts import PublicFacts, PublicPicture
from answerkit.verify.built.fault import Fault
from answerkit.verify.built.parts import BODY, Package
from answerkit.verify.built.png import png_rule, png_size
from answerkit.verify.built.story import Element, Story
from answerkit.verify.built.svg import svg_rule

if TYPE_CHECKING:
    from answerkit.verify.built.charts import PublicChart

# A picture is seen when it is at least half a millimetre wide and high, and no larger than a sheet of A3.
_SMALLEST = 18_000
_LARGEST = 420 * 36_000

# Sizes are rounded to whole units, so a low wide picture may be off by a little.
_DISTORTION = 0.02


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture in the line: its size and its name, which stand there twice, and its one or two relations."""

    sizes: tuple[Element, ...]
    names: tuple[Element, ...]
    blips: tuple[Element, ...]


def picture_faults(package: Package) -> Iterator[Fault]:
    """What is wrong with the pictures' own bytes."""
    for name, data in package.media.items():
        rule = png_rule(data) if name.endswith(".png") else svg_rule(data)
        if rule is not None:
            yield Fault(rule, name)


def drawing_faults(content: Content, public: PublicFacts | None) -> Iterator[Fault]:
    """What is wrong with how the pictures are shown; their own bytes and relations are in order."""
    targets = {row["Id"]: f"word/{row['Target']}" for row in content.body_relations}
    for ordinal, drawing in enumerate(_drawings(content.body), 1):
        place = f"drawing[{ordinal}]"
        png, *svg = (content.package.data[targets[blip["r:embed"]]] for blip in drawing.blips)
        size, size_again = drawing.sizes
        name, name_again = drawing.names
        numbered = (name["id"], name["name"]) == (str(ordinal), f"Billede {ordinal}")
        if not (_alike(size, size_again) and _alike(name, name_again) and numbered):
            yield Fault(Rule.S155, BODY, place)
        if not _is_seen(int(size["cx"]), int(size["cy"]), png):
            yield Fault(Rule.S165, BODY, place)
        if public is not None:
            yield from _strange(name["descr"], (png, *svg), public, place)


def _drawings(body: Story) -> Iterator[Drawing]:
    for start in body.all("wp:inline"):
        inside = Story("<".join(body.until(start.position, "/w:drawing>")))
        sizes = (element for element in inside.all("wp:extent", "a:ext") if element["cx"])
        names = inside.all("wp:docPr", "pic:cNvPr")
        yield Drawing(tuple(sizes), tuple(names), tuple(inside.all("a:blip", "asvg:svgBlip")))


def _alike(one: Element, other: Element) -> bool:
    return one.attributes == other.attributes


def _is_seen(width: int, height: int, png: bytes) -> bool:
    across, down = png_size(png)
    undistorted = abs(height * across / (width * down) - 1) <= _DISTORTION
    return min(width, height) >= _SMALLEST and max(width, height) <= _LARGEST and undistorted


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def _strange(alt: str, drawn: tuple[bytes, ...], public: PublicFacts, place: str) -> Iterator[Fault]:
    """What of a picture the public content does not know."""
    shown = PublicPicture(alt, *map(_digest, drawn))
    if shown in public.pictures:
        return
    charts = [chart for chart in public.charts if chart.alt == alt]
    if charts:
        yield from _unlike(drawn, charts, public.theme, place)
        return
    known = alt in {picture.alt for picture in public.pictures}
    if not known:
        yield Fault(Rule.S162, BODY, place)
    if (shown.png, shown.svg) not in {(picture.png, picture.svg) for picture in public.pictures}:
        yield Fault(Rule.S163, BODY, place)
    elif known:
        yield Fault(Rule.S164, BODY, place)


def _unlike(
    drawn: tuple[bytes, ...], charts: Iterable[PublicChart], theme: bytes, place: str
) -> Iterator[Fault]:
    """A fault when none of the charts, drawn again, gives these files."""
    from answerkit.verify.built.charts import read_colours  # noqa: PLC0415 - few documents have a chart
    from answerkit.verify.built.redrawing import redrawn  # noqa: PLC0415 - the same

    colours = read_colours(theme)
    if not any(drawn == redrawn(chart, colours) for chart in charts):
        yield Fault(Rule.S166, BODY, place)
