"""A tiny project with a file of every kind, all sound, for the tests to break."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from answerkit.load.overlay import LoadedConfidential, load_confidential
from answerkit.load.public import LoadedPublic, load_public
from answerkit.model.problem import Problem

PNG = b"\x89PNG\r\n\x1a\n rest"

BLOCK = "content/public/blocks/measure/tus.yaml"
FRAME = "content/public/blocks/framework/unge.yaml"
FIGURE = "content/public/figures/sager.yaml"
OLD_LAW = "content/public/laws/gammel-lov.yaml"
NEW_LAW = "content/public/laws/ny-lov.yaml"
GROUND = "content/public/grounds/paragraf-27.yaml"
SILENT_GROUND = "content/public/grounds/paragraf-8.yaml"
TERM = "content/public/terms/MSB.yaml"
ASSET = "content/public/assets/trekant.yaml"
ANSWER = "content/public/answers/svar.yaml"
OVERLAY = "content/confidential/overlays/svar.yaml"
CLOSED_BLOCK = "content/confidential/blocks/text/forloeb.yaml"
CLOSED_FIGURE = "content/confidential/figures/moeder.yaml"

SOUND = {
    BLOCK: """\
id: measure/tus
classification: public
title: TUS
owner: Ungecenter
reviewed: 2021-11-08
review_by: 2023-11-08
note: Skal ses igennem.
text: |-
  TUS er et tilbud.
  Det er frivilligt.
""",
    FRAME: """\
id: framework/unge
classification: public
title: Rammen for unge
laws:
  - ny-lov
  - gammel-lov
text: |-
  Rammen er loven.
""",
    FIGURE: """\
id: sager
classification: public
title: Sager i alt
unit: sager
unit_one: sag
group: unge
counts: cases
owner: Ungecenter
values:
  - as_of: 2022-12-31
    period_from: 2022-01-01
    value: 14.80
    precision: circa
    source: Optælling
    review_after: 2024-12-31
  - as_of: 2021-12-31
    value: [100, 120]
    source: Optælling
    note: Skøn.
  - as_of: 2020-12-31
    value: {below: 5}
    source: Optælling
""",
    OLD_LAW: """\
id: gammel-lov
classification: public
short: gammel lov
title: Lov om det gamle
provisions: §§ 1-3
number: lov nr. 1 af 1. januar 2001
url: https://www.retsinformation.dk/eli/lta/2001/1
valid_from: 2001-01-01
valid_until: 2023-12-31
superseded_by:
  - ny-lov
verified_on: 2021-01-01
source: Retsinformation
""",
    NEW_LAW: """\
id: ny-lov
classification: public
short: ny lov
title: Lov om det nye
number: lov nr. 2 af 2. februar 2022
url: https://www.retsinformation.dk/eli/lta/2022/2
valid_from: 2024-01-01
source: Retsinformation
""",
    GROUND: """\
id: paragraf-27
classification: public
citation: forvaltningsloven § 27
title: Tavshedspligt
public: true
url: https://www.retsinformation.dk/eli/lta/2014/433
source: Retsinformation
""",
    SILENT_GROUND: """\
id: paragraf-8
classification: public
citation: databeskyttelsesloven § 8
title: Strafbare forhold
public: false
url: https://www.retsinformation.dk/eli/lta/2018/502
source: Retsinformation
""",
    TERM: """\
id: MSB
classification: public
expansion: Sociale Forhold
""",
    ASSET: """\
id: trekant
classification: public
caption: Trekanten
alt: En trekant med
  tre felter.
width_mm: 90.5
source: Egen tegning
""",
    ANSWER: """\
id: svar
classification: public
title: Svar om unge
department: Sociale Forhold
dated: 2022-12-31
date_note: antaget
pins:
  sager: 2021-12-31
enquiry:
  asker: Et parti
  received: 2022-12-01
  background: |-
    Partiet spørger.
  questions:
    - id: q1
      text: Hvor mange?
      answered_in: [indledning, tal]
    - id: q2
      text: Hvad koster det?
      deferred: Det oplyses senere.
    - id: q3
      text: Hvem?
      declined: Det må ikke oplyses.
sections:
  - id: indledning
    heading: Indledning
    content:
      - block: measure/tus
      - picture: trekant
    sections:
      - id: tal
        heading: Tal
        content:
          - table: [sager]
            id: tabel-sager
            caption: Sager
            total: sager
          - block: framework/unge
  - id: fortroligt
    heading: Fortroligt
    withheld:
      grounds: [paragraf-27]
""",
    OVERLAY: """\
id: svar
classification: confidential
sample: true
extends: svar
note: Opdigtet.
recipients:
  - Udvalget
sections:
  - fills: fortroligt
    grounds: [paragraf-27, paragraf-8]
    text: |-
      Eksempel – opdigtet.
    content:
      - block: text/forloeb
      - block: measure/tus
      - table: [moeder, sager]
        id: tabel-moeder
        caption: Møder
""",
    CLOSED_BLOCK: """\
id: text/forloeb
classification: confidential
title: Forløb
text: |-
  Et forløb.
""",
    CLOSED_FIGURE: """\
id: moeder
classification: confidential
title: Møder
unit: møder
group: borgeren
counts: other
owner: Ungecenter
values:
  - as_of: 2022-01-01
    value: 11
    source: Journal
""",
}


@dataclass(frozen=True, slots=True)
class Project:
    """The project's folder."""

    base: Path

    def write(self, name: str, content: str | bytes) -> None:
        path = self.base / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def change(self, name: str, old: str, new: str) -> None:
        """Replace text in one of the sound files; it must be there once."""
        text = (self.base / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, (name, old)
        self.write(name, text.replace(old, new))

    def link(self, name: str, target: str | Path) -> None:
        """A symbolic link, where the machine lets tests make one."""
        try:
            (self.base / name).symlink_to(target)
        except OSError:
            pytest.skip("kun Windows: symbolske links kræver en særlig ret")

    def public(self) -> LoadedPublic:
        return load_public(self.base / "content/public", self.base)

    def confidential(self) -> LoadedConfidential:
        return load_confidential(self.base / "content/confidential", self.base, self.public().library)


def sound_project(base: Path) -> Project:
    project = Project(base)
    for name, text in SOUND.items():
        project.write(name, text)
    project.write("content/public/assets/trekant.png", PNG)
    project.write("content/public/assets/trekant.svg", b"<svg/>")
    return project


def said(problems: Iterable[Problem]) -> list[str]:
    """Each problem as ``file:line:column CODE``, the file without its folders and its ending."""
    return [
        f"{item.place.file.rpartition('/')[2].removesuffix('.yaml')}"
        f":{item.place.line}:{item.place.column} {item.code.name}"
        for item in problems
    ]
