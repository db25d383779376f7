"""What composing an answer gives."""

from __future__ import annotations

from answerkit.model.document import Document
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Composed:
    """A document, or the reasons why there is none; problems are sorted by place."""

    document: Document | None
    problems: tuple[Problem, ...] = ()
