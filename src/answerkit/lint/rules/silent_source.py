"""A source that is there only because the key has to be; that it is there at all is the loader's concern."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerkit.lint.rule import library_rule
from answerkit.lint.subject import Subject
from answerkit.model.codes import Code
from answerkit.model.problem import Problem, Severity, problem

_SILENT = re.compile(
    r"\W*|(?:ukendt|uden|ingen|mangler|internt?|diverse|se note|kommer|todo|tbd|n/?a|x+)(?: kilde)?\W*",
    re.IGNORECASE,
)


@library_rule(Code.L102, Severity.ERROR)
def silent_source(subject: Subject) -> Iterator[Problem]:
    """Kilden til et tal er fx »ukendt«, »?« eller »kommer«.

    Læseren skal kunne finde tilbage til tallet. Skriv, hvilken enhed der har opgjort det, eller hvor det
    står. Mangler kilden eller datoen helt, kan filen slet ikke læses (AK202).
    """
    for figure in subject.judged_figures:
        for measured in figure.series:
            if _SILENT.fullmatch(measured.source):
                yield problem(Code.L102, measured.where["source"], measured.source)
