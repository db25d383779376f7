"""A word that the Danish dictionary does not know, where there is one."""

from __future__ import annotations

from collections.abc import Iterator

from answerkit.lint.passages import Kind
from answerkit.lint.rule import library_rule
from answerkit.lint.spelling import words
from answerkit.lint.subject import Subject
from answerkit.model.codes import Code
from answerkit.model.problem import Problem, Severity, problem


@library_rule(Code.L413, Severity.WARNING)
def misspelling(subject: Subject) -> Iterator[Problem]:
    """Et ord er ikke i ordbogen.

    Ret det, eller skriv det under words i [lint] i answerkit.toml, hvis det er rigtigt. Kun ord på fire
    bogstaver eller mere med små bogstaver slås op, så navne og forkortelser er ikke med. Reglen kræver, at
    stavekontrollen og en dansk ordbog er installeret; ellers siger kørslen én gang, at den er slået fra.
    """
    speller = subject.speller
    if speller is None:
        return
    allowed = frozenset(word.casefold() for word in subject.settings.words)
    known: dict[str, bool] = {}
    for passage in subject.passages:
        for offset, word in words(passage) if passage.kind is not Kind.QUESTION else ():
            if word not in known:
                known[word] = word in allowed or speller.knows(word)
            if not known[word]:
                hint = "" if passage.confidential else speller.suggest(word)
                yield problem(Code.L413, passage.place(offset), word, hint and f"mente du »{hint}«?")
