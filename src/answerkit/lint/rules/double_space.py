"""Two spaces where one belongs."""

from __future__ import annotations

from collections.abc import Iterator

from answerkit.lint.passages import Passage
from answerkit.lint.rule import Remark, passage_rule
from answerkit.lint.spacing import double_spaces
from answerkit.model.codes import Code
from answerkit.model.config import LintSettings
from answerkit.model.problem import Severity


@passage_rule(Code.L408, Severity.WARNING)
def double_space(passage: Passage, _settings: LintSettings) -> Iterator[Remark]:
    """Der står to eller flere mellemrum mellem to ord.

    Slet de overskydende. answerkit lint --fix gør det. Indrykning og tabeller i Markdown er undtaget.
    """
    for start, _ in double_spaces(passage.readable):
        yield Remark(start)
