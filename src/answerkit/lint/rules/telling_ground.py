"""Public prose that cites a ground which would itself tell what is withheld."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerkit.lint.rule import library_rule
from answerkit.lint.subject import Subject
from answerkit.model.codes import Code
from answerkit.model.content import Ground
from answerkit.model.problem import Problem, Severity, problem


@library_rule(Code.L206, Severity.ERROR)
def telling_ground(subject: Subject) -> Iterator[Problem]:
    """En offentlig tekst nævner en hjemmel med public: false, fx databeskyttelsesloven § 8.

    At nævne hjemlen ville røbe, hvad sagen handler om. Slet den, eller nævn den i den fortrolige del.
    """
    grounds = [ground for ground in subject.library.grounds.values() if not ground.public]
    patterns = [(_law(ground).casefold(), _pattern(ground)) for ground in grounds]
    for passage in subject.passages:
        if passage.confidential or "§" not in passage.readable:
            continue
        folded = passage.readable.casefold()
        for pattern in (pattern for law, pattern in patterns if law in folded):
            for match in pattern.finditer(passage.readable):
                yield problem(Code.L206, passage.place(match.start()), match.group())


def _law(ground: Ground) -> str:
    return ground.citation.partition("§")[0].strip()


def _pattern(ground: Ground) -> re.Pattern[str]:
    """The citation with its law's name in the genitive too, and with more or fewer spaces."""
    paragraph = ground.citation.partition("§")[2]
    number = re.escape(paragraph.strip()).replace(r"\ ", r"\s*")
    return re.compile(rf"{re.escape(_law(ground))}s?\s*§+\s*{number}(?!\w)", re.IGNORECASE)
