"""A heading in prose two levels or more below the one before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerkit.lint.passages import Kind, Passage
from answerkit.lint.rule import Remark, passage_rule
from answerkit.model.codes import Code
from answerkit.model.config import LintSettings
from answerkit.model.problem import Severity

_HEADING = re.compile(r"^ {0,3}(?P<marks>#{1,6})[ \t]+\S.*$", re.MULTILINE)


@passage_rule(Code.L407, Severity.ERROR)
def skipped_heading(passage: Passage, _settings: LintSettings) -> Iterator[Remark]:
    """En overskrift i en blok springer et niveau over, fx ### lige efter #.

    Den, der lytter sig gennem dokumentet, tror, at noget mangler. Begynd med #, og gå ét niveau ned ad
    gangen.
    """
    level = 0
    for match in _HEADING.finditer(passage.readable) if passage.kind is Kind.PROSE else ():
        own = len(match["marks"])
        if own > level + 1:
            yield Remark(match.start("marks"), match["marks"])
        level = own
