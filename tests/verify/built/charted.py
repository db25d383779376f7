"""A public root with an answer that has a chart, and the file that the project's own stages make of it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from answerkit.compose.public import PublicComposer
from answerkit.load.public import load_public
from answerkit.model.config import Config
from answerkit.model.document import Chart, Document
from answerkit.model.finding import Finding
from answerkit.render.docx import Renderer
from answerkit.verify.built.facts import PublicFacts, read_public_facts
from answerkit.verify.built.gate import verify_built
from verify.built.clean import PROJECT, REFERENCE

ANSWER = """\
id: svar
classification: public
title: Svar
department: Afdelingen
dated: 2021-11-08
{pins}enquiry:
  asker: Et parti
  background: |-
    Der er spurgt.
  questions:
    - id: a
      text: Hvor mange?
      answered_in: [tal]
sections:
  - id: tal
    heading: Tal
    sections:
      - id: under
        heading: Under
        content:
          - chart: [{figures}]
            id: diagram
            caption: |-
              Sager i
              "alt" & mere.
"""
FIGURE = """\
id: {name}
classification: public
title: {title}
unit: sager
unit_one: sag
group: alle
counts: cases
owner: Afdelingen
values:
  - as_of: 2022-01-01
    value: 99999
    source: En senere optælling
  - as_of: 2021-06-30
    period_from: 2021-01-01
{value}
    source: En optælling
  - as_of: 2020-12-31
    value: 777
    source: En tidligere optælling
"""
VALUES = {
    "praecist": "    value: 1234.50",
    "omtrent": "    value: 550\n    precision: circa",
    "interval": "    value: [100, 120]",
    "omtrent-interval": "    value: [1000, 1200]\n    precision: circa",
    "skjult": "    value: {below: 5}",
    "en": "    value: 1",
    "ingen": "    value: 0",
}


class Charted:
    """The root in a folder."""

    def __init__(self, base: Path) -> None:
        self.root = base / "content" / "public"

    def write(self, path: str, text: str) -> None:
        """Put a file in the root."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8", "surrogateescape"))

    def figure(self, name: str, value: str, title: str = "") -> None:
        """Write a figure; ``value`` are the lines of its middle measurement."""
        quoted = (title or f"Række {name}").replace("'", "''")
        self.write(f"figures/{name}.yaml", FIGURE.format(name=name, title=f"'{quoted}'", value=value))

    def answer(self, figures: Iterable[str], pins: str = "") -> None:
        """Write the answer with its chart."""
        self.write("answers/svar.yaml", ANSWER.format(figures=", ".join(figures), pins=pins))

    def facts(self) -> PublicFacts:
        """What the gate reads there."""
        return read_public_facts(self.root)

    def composed(self) -> Document:
        """The public edition, before it is rendered."""
        loaded = load_public(self.root, self.root.parents[1])
        assert loaded.problems == ()
        composer = PublicComposer(loaded.library, Config("Prøve Kommune"), PROJECT / "templates")
        composed = composer.compose(loaded.library.answers["svar"])
        assert composed.document is not None, composed.problems
        return composed.document

    def chart(self) -> Chart:
        """The public edition's chart."""
        nodes = (node for part in self.composed().parts for node in part.nodes)
        return next(node for node in nodes if isinstance(node, Chart))

    def built(self) -> bytes:
        """The public edition."""
        return Renderer(REFERENCE).render(self.composed())


def charted(base: Path) -> Charted:
    """The root with a bar of each kind."""
    made = Charted(base)
    for name, value in VALUES.items():
        made.figure(name, value)
    made.answer(VALUES)
    return made


def judged(data: bytes, facts: PublicFacts) -> tuple[Finding, ...]:
    """What the gate says of the file."""
    return verify_built(data, name="f.docx", title="Svar", reference=REFERENCE, public=facts)


@cache
def sample() -> tuple[bytes, PublicFacts]:
    """A sound file, and what the gate knows."""
    with TemporaryDirectory() as folder:
        made = charted(Path(folder))
        return made.built(), made.facts()
