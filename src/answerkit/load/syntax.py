"""What PyYAML says of a syntax error, in words of our own: its messages may quote the file."""

from __future__ import annotations

import yaml

from answerkit.model.codes import Code
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Place, Problem, problem

_QUOTE = "sæt værdien i anførselstegn"


@dataclass(frozen=True, slots=True)
class _Explanation:
    """What a message of the scanner or parser means.

    Attributes:
        at_start: the mistake stands where the unfinished thing begins, not where it was noticed.
    """

    detail: str
    hint: str = ""
    at_start: bool = False
    code: Code = Code.AK107


_UNCLOSED = _Explanation("parentesen bliver ikke lukket", "skriv den sidste ] eller }", at_start=True)

_EXPLANATIONS = {
    "mapping values are not allowed": _Explanation("uventet kolon", f"{_QUOTE}, eller ret indrykningen"),
    "sequence entries are not allowed": _Explanation(
        "uventet bindestreg", f"{_QUOTE}, eller begynd en ny linje"
    ),
    "found unexpected end of stream": _Explanation("anførselstegnet bliver ikke lukket", at_start=True),
    "found unexpected document": _Explanation("anførselstegnet bliver ikke lukket", at_start=True),
    "cannot start any token": _Explanation("værdien begynder med et særligt tegn", _QUOTE),
    "could not find expected ':'": _Explanation("der mangler et kolon", "skriv nøgle: værdi", at_start=True),
    "',' or ']'": _UNCLOSED,
    "',' or '}'": _UNCLOSED,
    "escape": _Explanation("ukendt tegn efter omvendt skråstreg", "skriv \\\\ for en omvendt skråstreg"),
    "undefined tag handle": _Explanation("", code=Code.AK109),
}
"""By a part of the message; libyaml and PyYAML's own scanner word the rest differently."""


def syntax_problem(error: yaml.YAMLError, file: Place) -> Problem:
    """The problem at the error's place, or at the file's when the error has none."""
    said = str(getattr(error, "problem", ""))
    found = next((text for part, text in _EXPLANATIONS.items() if part in said), _Explanation(""))
    mark = getattr(error, "context_mark" if found.at_start else "problem_mark", None)
    place = Place(file.file, mark.line + 1, mark.column + 1, file.confidential) if mark else file
    return problem(found.code, place, found.detail, found.hint)
