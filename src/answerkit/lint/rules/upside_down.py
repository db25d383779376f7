"""A range in prose whose first number is the larger; the loader finds those of figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerkit.lint.danish import GAP, matches, pattern
from answerkit.lint.passages import Passage
from answerkit.lint.rule import Remark, passage_rule
from answerkit.model.codes import Code
from answerkit.model.config import LintSettings
from answerkit.model.problem import Severity

_BEFORE = pattern(rf"(?:på|mellem|alderen|ca\.|omkring|fra){GAP}$")
_LONGEST = len("alderen ")
_RANGE = pattern(
    rf"(?<![\d.,/–§-])(?<!nr\. )(?<!§ )"
    rf"(?P<low>\d+(?:\.\d{{3}})*(?:,\d+)?){GAP}?[–-]{GAP}?(?P<high>\d+(?:\.\d{{3}})*(?:,\d+)?)"
    rf"(?![\d/–])(?P<after>-årig|{GAP}?%|{GAP}[a-zæøå]{{2,}})?"
)


@passage_rule(Code.L106, Severity.ERROR)
def upside_down(passage: Passage, _settings: LintSettings) -> Iterator[Remark]:
    """Et interval i teksten har det største tal først, fx »30–15 år«.

    Skriv det mindste tal først. I et tal under figures/ kan et omvendt interval slet ikke læses (AK204).
    """
    text = passage.readable
    for match in matches(_RANGE, text):
        before = _BEFORE.search(text, max(0, match.start() - _LONGEST), match.start())
        if (before or match["after"]) and _is_reversed(match["low"], match["high"]):
            yield Remark(match.start(), text[match.start() : match.end("high")])


def _is_reversed(low: str, high: str) -> bool:
    """Whether the range runs down. »2021–22« is short for two years, and »0« begins no range's number."""
    is_year = re.fullmatch(r"(?:19|20)\d\d", low) is not None and re.fullmatch(r"\d\d", high) is not None
    return not is_year and _number(low) > _number(high)


def _number(text: str) -> float:
    return float(text.replace(".", "").replace(",", "."))
