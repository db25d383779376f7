"""What a rule is: a code, a severity, and a function whose docstring explains it to staff.

A rule's docstring is Danish, for ``answerkit lint --rules`` prints it; its module's is for developers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from inspect import cleandoc
from typing import TypeAlias

from answerkit.lint.passages import Passage
from answerkit.lint.subject import Subject
from answerkit.model.codes import Code
from answerkit.model.config import LintSettings
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule says of a passage.

    Attributes:
        offset: of the first character that is meant, in the passage's text.
        detail: the words that are meant; dropped where the passage is confidential.
        hint: what to do, where it is not the code's general advice; dropped likewise.
    """

    offset: int
    detail: str = ""
    hint: str = ""


JudgePassage: TypeAlias = Callable[[Passage, LintSettings], Iterable[Remark]]
JudgeLibrary: TypeAlias = Callable[[Subject], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class PassageRule:
    """Judges a passage by its text, its kind, whether it is confidential, and the settings alone."""

    code: Code
    severity: Severity
    judge: JudgePassage


@dataclass(frozen=True, slots=True)
class LibraryRule:
    """Judges how things fit together; the severity of the problems it gives is not looked at."""

    code: Code
    severity: Severity
    judge: JudgeLibrary


Rule: TypeAlias = PassageRule | LibraryRule


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule's docstring: its first line, and its paragraphs below."""

    summary: str
    paragraphs: tuple[str, ...]


def passage_rule(code: Code, severity: Severity) -> Callable[[JudgePassage], PassageRule]:
    """Make a function the rule of a code."""
    return lambda judge: PassageRule(code, severity, judge)


def library_rule(code: Code, severity: Severity) -> Callable[[JudgeLibrary], LibraryRule]:
    """Make a function the rule of a code."""
    return lambda judge: LibraryRule(code, severity, judge)


def explanation(rule: Rule) -> Explanation:
    """What the rule's docstring says, in Danish."""
    first, *rest = _paragraphs(rule.judge.__doc__ or "")
    return Explanation(first, tuple(rest))


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in cleandoc(text).split("\n\n"):
        yield " ".join(paragraph.split())
