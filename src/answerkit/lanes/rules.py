"""The rules of ``answerkit lint`` in words."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from answerkit.lint.registry import RULES, SEVERITIES
from answerkit.lint.rule import explanation

_WIDTH = 100


def told_rules() -> Iterator[str]:
    """Each rule's code, severity and docstring, line by line, a blank line between."""
    for number, rule in enumerate(RULES):
        told = explanation(rule)
        if number:
            yield ""
        yield f"{rule.code.name} ({SEVERITIES[rule.severity]}) {told.summary}"
        for paragraph in told.paragraphs:
            yield from wrap(paragraph, _WIDTH, initial_indent="  ", subsequent_indent="  ")
