"""A confidential tree made up for a project: it fills what its answers withhold, and says nothing.

Every text in it, every name and every figure is a canary, a random token that stands nowhere else. So where
one turns up, something of the confidential tree got out.
"""

from __future__ import annotations

import json
import secrets
import string
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from itertools import chain
from pathlib import Path
from typing import Final

from answerkit.model.content import Answer, Section
from answerkit.model.frozen import dataclass

_LETTERS: Final = 20
_DIGITS: Final = 14
_SENTENCES: Final = 4


@dataclass(frozen=True, slots=True)
class Canaries:
    """The tree.

    Attributes:
        files: path under the confidential root → text.
        tokens: all canaries, as they are spelt in the files.
        answers: ids of the answers that it extends.
    """

    files: Mapping[str, str] = field(repr=False)
    tokens: tuple[str, ...] = field(repr=False)
    answers: tuple[str, ...]

    def settle(self, root: Path) -> None:
        """Write the tree into a folder, which is made."""
        for name, text in self.files.items():
            file = root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")


def hatch(answers: Iterable[Answer], *, blocks: int, spare: int) -> Canaries:
    """A tree that fills each withheld section with so many blocks, and has ``spare`` more that nobody uses.

    Blocks differ in length, and each is a section of its own, so that no two trees of other numbers have as
    many characters, files or sections.
    """
    nest = _Nest()
    withheld = {answer.id: tuple(_withheld(answer.sections)) for answer in answers}
    extended = tuple(name for name, sections in withheld.items() if sections)
    for name in extended:
        nest.overlay(name, withheld[name], blocks)
    for length in range(spare):
        nest.block(length % _SENTENCES + 1)
    nest.watchlist()
    return Canaries(nest.files, tuple(nest.tokens), extended)


def _withheld(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        if section.withheld is not None:
            yield section
        yield from _withheld(section.sections)


class _Nest:
    """The tree while it is made."""

    def __init__(self) -> None:
        self.files: dict[str, str] = {}
        self.tokens: list[str] = []

    def overlay(self, answer: str, sections: Iterable[Section], blocks: int) -> None:
        """Extend an answer; of its withheld sections none stays empty."""
        own = self._token()
        fillings = chain.from_iterable(self._filling(section, blocks) for section in sections)
        lines = (*self._head(own), f"extends: {_quoted(answer)}", f"note: {self._token()}")
        recipients = ("recipients:", f"  - {self._token()}", "sections:")
        self._write(f"overlays/{own}.yaml", (*lines, *recipients, *fillings))

    def block(self, length: int) -> str:
        """Write a block with a heading and so many sentences; its id."""
        name = f"text/{self._token()}"
        text = (f"  # {self._token()}", "", *(f"  {self._sentence()}" for _ in range(length)))
        titles = (f"title: {self._token()}", f"note: {self._token()}")
        self._write(f"blocks/{name}.yaml", (*self._head(name), *titles, "text: |-", *text))
        return name

    def watchlist(self) -> None:
        """Write a list of words to look for."""
        entry = (f"  - term: {self._token()}", f"    reason: {self._token()}")
        self._write("watchlist.yaml", ("classification: confidential", "terms:", *entry))

    def _filling(self, section: Section, blocks: int) -> Iterator[str]:
        grounds = section.withheld.grounds if section.withheld else ()
        figure = self._figure()
        yield f"  - fills: {_quoted(section.id)}"
        yield from ("    grounds:", *(f"      - {_quoted(ground)}" for ground in grounds))
        yield from ("    text: |-", f"      {self._sentence()}", f'      {{{{ figure("{figure}") }}}}.')
        yield "    content:"
        yield from (f"      - block: {self.block(length + 1)}" for length in range(blocks))
        yield from (
            f"      - table: [{figure}]",
            f"        id: {self._token()}",
            f"        caption: {self._token()}",
        )

    def _figure(self) -> str:
        """Write a figure; its id."""
        name = self._token()
        keys = ("title", "unit", "unit_one", "group", "owner")
        number = self._number()
        values = ("values:", "  - as_of: 1970-01-01", f"    value: {number}", f"    source: {self._token()}")
        texts = tuple(f"{key}: {self._token()}" for key in keys)
        self._write(f"figures/{name}.yaml", (*self._head(name), *texts, "counts: other", *values))
        return name

    def _head(self, name: str) -> tuple[str, str]:
        return f"id: {name}", "classification: confidential"

    def _write(self, path: str, lines: Iterable[str]) -> None:
        self.files[path] = "\n".join(lines) + "\n"

    def _sentence(self) -> str:
        """Two canaries, written as a sentence."""
        return f"{self._token().capitalize()} {self._token()}."

    def _token(self) -> str:
        """A new canary: letters only, so that it may stand for any text, name or id."""
        token = "".join(secrets.choice(string.ascii_lowercase) for _ in range(_LETTERS))
        self.tokens.append(token)
        return token

    def _number(self) -> str:
        """A new canary of digits."""
        number = "7" + "".join(secrets.choice(string.digits) for _ in range(_DIGITS - 1))
        self.tokens.append(number)
        return number


def _quoted(text: str) -> str:
    """A name of the public tree as YAML reads it back, whatever it is."""
    return json.dumps(text, ensure_ascii=False)
