"""Text files of any kind: YAML, CSV, JSON, Markdown, logs, templates, program text."""

from __future__ import annotations

from collections.abc import Iterator

from answerkit.model.text import Role
from answerkit.verify.extract.characters import decoded
from answerkit.verify.extract.found import Found, Source, Text
from answerkit.verify.extract.limits import Limits


def read_text(source: Source, _limits: Limits) -> Iterator[Found]:
    """Each line of the file, and the whole of it."""
    yield from lines(decoded(source.data) or "")


def lines(text: str, place: str = "") -> Iterator[Text]:
    """Each line that says something, then all of them as one, so that what runs over a line's end is seen."""
    count = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            count += 1
            yield Text(place, Role.BODY, line.rstrip("\r"), number)
    if count > 1:
        yield Text(place, Role.BODY, text)
