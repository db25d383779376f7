"""A tiny project to build: two public answers, one of which has a confidential part full of canary words."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Generic, Self, TypeVar

import pytest

from answerkit.isolate.wall import Wall
from answerkit.lanes.project import PublicPaths
from lanes.running import run_here

A = TypeVar("A")
R = TypeVar("R")

HOUSE = Path(__file__).resolve().parents[2]
CANARY = "Kanariefugl"
"""Stands in every confidential text, and must never be heard of outside a confidential file."""

OPEN = "aaben"
CLOSED = "lukket"

ANSWER = """\
id: {name}
classification: public
title: Svar om {name}
department: Afdelingen
dated: 2021-11-08
enquiry:
  asker: Et parti
  background: |-
    Der er spurgt.
  questions:
    - id: a
      text: Hvad gøres der?
      answered_in:
        - arbejdet
sections:
  - id: arbejdet
    heading: Arbejdet
    content:
      - block: text/arbejdet
"""

WITHHELD = """\
  - id: sagen
    heading: Sagen
    withheld:
      grounds:
        - paragraf-27
"""

PUBLIC = {
    "blocks/text/arbejdet.yaml": """\
id: text/arbejdet
classification: public
title: Arbejdet
text: |-
  Der er {{ figure("sager") }} i alt.
""",
    "figures/sager.yaml": """\
id: sager
classification: public
title: Sager
unit: sager
unit_one: sag
group: alle
counts: cases
owner: Afdelingen
values:
  - as_of: 2021-11-08
    value: 550
    source: Optælling
""",
    "grounds/paragraf-27.yaml": """\
id: paragraf-27
classification: public
citation: forvaltningsloven § 27
title: Tavshedspligt
public: true
url: https://www.retsinformation.dk/eli/lta/2014/433
source: Retsinformation
""",
    f"answers/{OPEN}.yaml": ANSWER.format(name=OPEN),
    f"answers/{CLOSED}.yaml": ANSWER.format(name=CLOSED) + WITHHELD,
}

CONFIDENTIAL = {
    f"overlays/{CLOSED}.yaml": f"""\
id: {CLOSED}
classification: confidential
sample: true
extends: {CLOSED}
note: {CANARY} i noten.
recipients:
  - {CANARY} i modtageren
sections:
  - fills: sagen
    grounds:
      - paragraf-27
    text: |-
      {CANARY} i teksten, og {{{{ figure("hemmelige") }}}}.
    content:
      - block: text/hemmelig
""",
    "blocks/text/hemmelig.yaml": f"""\
id: text/hemmelig
classification: confidential
title: {CANARY} i titlen
text: |-
  {CANARY} i blokken.
""",
    "figures/hemmelige.yaml": f"""\
id: hemmelige
classification: confidential
title: {CANARY} i tallets titel
unit: {CANARY.lower()}e
unit_one: {CANARY.lower()}
group: alle
counts: other
owner: {CANARY} i ejeren
values:
  - as_of: 2021-11-08
    value: 97531
    source: {CANARY} i kilden
""",
}


class Small:
    """The project in a folder, and what a test wants to do with it."""

    def __init__(self, base: Path) -> None:
        self.base = base.resolve()
        self.paths = PublicPaths(self.base)
        self.public = self.base / "content" / "public"
        self.confidential = self.base / "content" / "confidential"
        self.outputs = self.base / "outputs"

    def write(self, path: str, text: str) -> None:
        """Put a file in the project."""
        file = self.base / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")

    def change(self, path: str, old: str, new: str) -> None:
        """Replace text in a file of the project; the old text must be there."""
        text = (self.base / path).read_text(encoding="utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def output(self, edition: str, answer: str) -> Path:
        """Where a built file lies."""
        return self.outputs / edition / f"{answer}.docx"

    def files(self) -> list[str]:
        """All that lies in the output folders, but for their records."""
        found = (file for file in self.outputs.rglob("*") if file.is_file())
        return sorted(file.relative_to(self.outputs).as_posix() for file in found if file.name[0] != ".")


def small_project(base: Path) -> Small:
    """Write the project into a folder, which is made."""
    project = Small(base)
    project.write("answerkit.toml", 'authority = "Prøveby Kommune"\n')
    shutil.copytree(HOUSE / "templates", project.base / "templates")
    for folder, files in (("public", PUBLIC), ("confidential", CONFIDENTIAL)):
        for name, text in files.items():
            project.write(f"content/{folder}/{name}", text)
    return project


class Here(Generic[A, R]):
    """A worker without a process of its own: quick, and in reach of what a test puts in place of our code."""

    wall = Wall.LANDLOCK

    def __init__(self, work: Callable[[A], Iterator[R]], argument: A, _readable: object = None) -> None:
        self._results = work(argument)

    def __enter__(self) -> Self:
        """The worker itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """There is nothing to end."""

    def __iter__(self) -> Iterator[R]:
        """The results."""
        return self._results


def work_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no lane have a process of its own."""
    monkeypatch.setattr("answerkit.lanes.build.start", Here)
    monkeypatch.setattr("answerkit.lanes.build.start_plain", Here)
    monkeypatch.setattr("answerkit.lanes.scan_files.start_plain", Here)
    monkeypatch.setattr("answerkit.lanes.proof.run_all", run_here)
