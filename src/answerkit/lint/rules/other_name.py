"""A name for which the project prefers another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from answerkit.lint.passages import Kind, Passage
from answerkit.lint.rule import Remark, passage_rule
from answerkit.model.codes import Code
from answerkit.model.config import LintSettings
from answerkit.model.problem import Severity


@passage_rule(Code.L412, Severity.WARNING)
def other_name(passage: Passage, settings: LintSettings) -> Iterator[Remark]:
    """Et navn skal skrives på en anden måde i dette projekt, fx »Aarhus« i stedet for »Århus«.

    Navnene står i answerkit.toml under [lint.preferred]. Store og små bogstaver tæller, og et spørgsmål
    gengives, som det er stillet.
    """
    if passage.kind is Kind.QUESTION:
        return
    for avoided, preferred in settings.preferred:
        if avoided not in passage.readable:
            continue
        for match in _pattern(avoided, preferred).finditer(passage.readable):
            if match["avoided"]:
                yield Remark(match.start(), avoided, f"skriv {preferred}")


@cache
def _pattern(avoided: str, preferred: str) -> re.Pattern[str]:
    """The preferred name is passed over first, for it may hold the other."""
    return re.compile(
        rf"(?<!\w){re.escape(preferred)}|(?<!\w)(?P<avoided>{re.escape(avoided)})(?=(?:s|['’]s)?(?!\w))"
    )
