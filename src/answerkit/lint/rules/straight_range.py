"""A range written with a hyphen, or with spaces around its dash."""

from __future__ import annotations

from collections.abc import Iterator

from answerkit.lint.passages import Passage
from answerkit.lint.rule import Remark, passage_rule
from answerkit.lint.spacing import ranges
from answerkit.model.codes import Code
from answerkit.model.config import LintSettings
from answerkit.model.problem import Severity


@passage_rule(Code.L410, Severity.WARNING)
def straight_range(passage: Passage, _settings: LintSettings) -> Iterator[Remark]:
    """Et interval er skrevet med bindestreg eller med mellemrum om stregen, fx »10-17 år«.

    Skriv tankestreg uden mellemrum: 10–17 år. answerkit lint --fix gør det. Telefonnumre, sagsnumre og datoer
    er ikke intervaller.
    """
    for found in ranges(passage.readable):
        yield Remark(found.start, passage.readable[found.start : found.end], f"skriv {found.mended}")
