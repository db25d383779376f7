"""What a gate found in a file's bytes. A finding never holds the text that it found."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TypeAlias

from answerkit.model.frozen import dataclass
from answerkit.model.problem import Severity


class Gate(Enum):
    """Which check speaks."""

    CONTENT = "content"
    PATTERN = "pattern"
    STRUCTURE = "structure"
    HYGIENE = "hygiene"
    UNREADABLE = "unreadable"
    LINT = "lint"
    A11Y = "a11y"
    PROOF = "proof"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that must not be in a file.

    Attributes:
        file: the file as the user named it.
        part: the part inside the file, e.g. ``word/document.xml``; empty for the file itself.
        place: structural path inside the part, e.g. ``body/p[3]/r[1]``; empty for the whole part.
        code: the rule, e.g. ``S104``.
        message: what the rule forbids, in Danish, without any text from the file.
        line: 1-based for text files, 0 otherwise.
        kind: class of what was found, e.g. ``cpr``; empty where the rule says it all.
        length: characters found, 0 where it does not apply.
    """

    file: str
    part: str
    place: str
    gate: Gate
    code: str
    message: str
    severity: Severity = Severity.ERROR
    line: int = 0
    kind: str = ""
    length: int = 0


Witness: TypeAlias = Callable[[Finding, str], None]
"""Hears the text that a finding found. Only a terminal has one: no event and no report holds the text."""
