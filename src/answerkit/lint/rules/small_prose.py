"""So few persons in public prose that one of them may be recognised."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerkit.lint.danish import ALL_COUNTS, CASES, COUNT_WORDS, GAP, PERSONS, matches, pattern, value
from answerkit.lint.passages import Kind, Passage
from answerkit.lint.rule import Remark, passage_rule
from answerkit.model.codes import Code
from answerkit.model.config import LintSettings
from answerkit.model.problem import Severity

_FEW = pattern(
    rf"(?<![\w.,–§/-])(?P<number>én|ét|en|et|{COUNT_WORDS}|\d{{1,2}})"
    rf"(?:{GAP}af{GAP}(?:de|disse)(?:{GAP}[a-zæøå]+)??)?(?:{GAP}(?:enkelt|[a-zæøå]+e))?{GAP}"
    rf"(?:{PERSONS}|(?P<case>{CASES}))(?:ne|en|et)?(?![\w-])"
)
_ARTICLES = frozenset({"en", "et"})
_SUPPOSED = pattern(
    rf"(?:når|hvis|hver{GAP}gang|såfremt|hvornår|hvordan|eksempel,?{GAP}(?:at)?){GAP}?$"
    rf"|\b(?:for{GAP}eksempel|fx|f\.eks\.){GAP}[^.\n]{{0,40}}$"
)
_ALLOWED = pattern(rf"{GAP}(?:kan|skal|må|bør|vil|kunne|skulle|har{GAP}(?:ret|pligt|krav))(?!\w)")
_LIMIT = pattern(rf"(?:færre{GAP}end|under|over|mindst|højst|mere{GAP}end|pr\.|per){GAP}$")


@passage_rule(Code.L109, Severity.ERROR)
def small_prose(passage: Passage, settings: LintSettings) -> Iterator[Remark]:
    """Den offentlige tekst nævner færre borgere end grænsen (small_count), fx »en borger« eller »to unge«.

    Så få kan måske genkendes. Skriv »færre end fem«, eller omskriv, så antallet ikke fremgår. Almindelige
    udsagn som »når en borger flytter« og »en ung kan få støtte« er tilladt. Sager tæller med, for en sag er
    én persons; medarbejdere gør ikke.
    """
    if passage.confidential or passage.kind is Kind.QUESTION:
        return
    for match in matches(_FEW, passage.readable, ALL_COUNTS):
        if 0 < value(match["number"]) < settings.small_count and not _is_general(match, passage.readable):
            yield Remark(match.start(), match.group())


def _is_general(match: re.Match[str], text: str) -> bool:
    """Whether nobody in particular is meant, or no number but a limit."""
    before = text[: match.start()]
    if _LIMIT.search(before):
        return True
    if match["number"].lower() not in _ARTICLES:
        return False
    return bool(match["case"] or _SUPPOSED.search(before) or _ALLOWED.match(text, match.end()))
