"""Matchers for tests, and ordinary Danish around what is planted."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from answerkit.model.finding import Finding
from answerkit.model.problem import Severity
from answerkit.model.text import Piece, Role
from answerkit.verify.match.matcher import Matcher
from answerkit.verify.secrets.derive import from_texts
from verify.match.cases import CASES, Case

ORDINARY = (Path(__file__).parent / "ordinary.txt").read_text(encoding="utf-8")


@cache
def matcher(text: str) -> Matcher:
    """A matcher for a secret text, made once."""
    return Matcher(from_texts([text]))


def found(text: str, planted: str, role: Role = Role.BODY) -> tuple[Finding, ...]:
    """What a matcher for a secret text finds in a planted one, alone in a file."""
    return matcher(text).find("svar.docx", [Piece("word/document.xml", "body/p[1]", role, planted)])


def is_found(text: str, planted: str) -> bool:
    """Whether there is an error among what is found."""
    return any(finding.severity is Severity.ERROR for finding in found(text, planted))


def among_others(planted: str) -> str:
    """A text in the middle of ordinary ones."""
    return f"Udvalget drøftede punktet på mødet. Det handlede om {planted} og om meget andet fra dagsordenen."


def secrets_of(case: Case) -> tuple[str, ...]:
    """All that is planted of a case."""
    return (*case.identifiers, *case.names, *case.sentences)


ALL = [(case, secret) for case in CASES for secret in secrets_of(case)]
