"""A decimal number with a space in it."""

from __future__ import annotations

from collections.abc import Iterator

from answerkit.lint.passages import Passage
from answerkit.lint.rule import Remark, passage_rule
from answerkit.lint.spacing import split_numbers
from answerkit.model.codes import Code
from answerkit.model.config import LintSettings
from answerkit.model.problem import Severity


@passage_rule(Code.L409, Severity.WARNING)
def split_number(passage: Passage, _settings: LintSettings) -> Iterator[Remark]:
    """Der står et mellemrum ved kommaet i et decimaltal, fx »14, 8 årsværk«.

    Skriv 14,8. answerkit lint --fix gør det. Reglen ser kun på tal foran årsværk, %, kr. og andre enheder,
    som kan have decimaler, så opremsninger som »1, 2 og 3« er tilladt.
    """
    for match in split_numbers(passage.readable):
        yield Remark(match.start(), match.group())
