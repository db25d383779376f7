"""Content libraries of any size, made from the sentences of this project's own, the same each time."""

import random
import re
from pathlib import Path

SENTENCES = 7
PER_ANSWER = 40
_COUNTED = re.compile(r"(?:ref|law)\(|\b(?:en|et|to|tre)\b")
"""What would mean something else with its words in another order."""

BLOCK = """\
id: text/{name}
classification: public
title: Blok {name}
owner: Sociale Forhold og Beskæftigelse
reviewed: 2025-01-01
text: |-
{text}
"""
ANSWER = """\
id: {name}
classification: public
title: Svar {name}
department: Sociale Forhold og Beskæftigelse
dated: 2025-05-12
enquiry:
  asker: Eksempellisten (opdigtet)
  received: 2025-05-02
  background: |-
    Forespørgslen er opdigtet.
  questions:
    - id: indsatser
      text: Hvilke indsatser er der?
      answered_in:
        - indsatser
sections:
  - id: indsatser
    heading: Indsatser
    content:
{items}
"""


def write_library(project: Path, count: int) -> None:
    """Write ``count`` more blocks into a copy of this project, each of them used in an answer.

    No rule finds anything in it: what is measured is the looking.
    """
    content = project / "content" / "public"
    for path in (*(content / "laws").glob("*.yaml"), *(content / "grounds").glob("*.yaml")):
        text = path.read_text(encoding="utf-8").replace("\nsource:", "\nverified_on: 2025-01-01\nsource:")
        path.write_text(text, encoding="utf-8", newline="\n")
    names = [f"blok-{number:05}" for number in range(count)]
    chance = random.Random(count)  # noqa: S311 - the same library each time
    sentences = _sentences(content)
    for name in names:
        text = "\n".join(f"  {_sentence(sentences, chance)}" for _ in range(SENTENCES))
        path = content / "blocks" / "text" / f"{name}.yaml"
        path.write_text(BLOCK.format(name=name, text=text), encoding="utf-8", newline="\n")
    for number, used in enumerate(names[start : start + PER_ANSWER] for start in range(0, count, PER_ANSWER)):
        items = "\n".join(f"      - block: text/{name}" for name in used)
        path = content / "answers" / f"svar-{number:04}.yaml"
        path.write_text(ANSWER.format(name=path.stem, items=items), encoding="utf-8", newline="\n")


def edit(project: Path) -> None:
    """Add a sentence to one block."""
    path = project / "content" / "public" / "blocks" / "text" / "blok-00007.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}  Det er nyt.\n", encoding="utf-8", newline="\n")


def _sentences(content: Path) -> list[str]:
    """The sentences of the library's prose that stand on a line, expressions among their words."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((content / "blocks").rglob("*.yaml"))]
    lines = (line.strip() for text in texts for line in text.partition("text: |-\n")[2].splitlines())
    return [line for line in lines if re.fullmatch(r"[A-ZÆØÅ].*\.", line) and not _COUNTED.search(line)]


def _sentence(sentences: list[str], chance: random.Random) -> str:
    """A sentence with some plain words in another order, so that no two blocks are alike."""
    words = re.findall(r"\{\{.*?\}\}\S*|\S+", chance.choice(sentences))
    plain = [index for index, word in enumerate(words) if re.fullmatch(r"[a-zæøå]{4,}", word)]
    moved = [words[index] for index in plain]
    chance.shuffle(moved)
    for index, word in zip(plain, moved, strict=True):
        words[index] = word
    return " ".join(words)
