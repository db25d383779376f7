"""A run as GitHub annotations: workflow commands that GitHub Actions shows beside the lines of a change.

Source: GitHub Docs, "Workflow commands for GitHub Actions", and the escaping of actions/toolkit's
``packages/core/src/command.ts``.
"""

from __future__ import annotations

from answerkit.report.item import Item, items
from answerkit.report.tally import Tally
from answerkit.report.text import plain

_DATA = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_PROPERTY = (*_DATA, (":", "%3A"), (",", "%2C"))


def as_annotations(tally: Tally) -> str:
    """A line for each note, problem and finding; empty when there is nothing to say."""
    lines = [_command("notice", {}, note) for note in tally.notes]
    lines += [_annotation(item) for item in items(tally)]
    return "\n".join(lines)


def _annotation(item: Item) -> str:
    numbers = {"line": item.line, "col": item.column}
    properties = {"file": item.file} | {name: str(number) for name, number in numbers.items() if number}
    told = f"{item.message}; {item.hint}"
    return _command(
        item.severity.value,
        properties | {"title": item.code},
        f"{item.where}: {told}" if item.where else told,
    )


def _command(name: str, properties: dict[str, str], data: str) -> str:
    listed = ",".join(f"{key}={_escaped(value, _PROPERTY)}" for key, value in properties.items())
    return f"::{name} {listed}".rstrip() + f"::{_escaped(data, _DATA)}"


def _escaped(text: str, signs: tuple[tuple[str, str], ...]) -> str:
    for sign, instead in signs:
        text = text.replace(sign, instead)
    return plain(text)
