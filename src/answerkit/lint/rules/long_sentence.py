"""A sentence with more words than a reader can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerkit.lint.passages import Kind, Passage
from answerkit.lint.rule import Remark, passage_rule
from answerkit.model.codes import Code
from answerkit.model.config import LintSettings
from answerkit.model.problem import Severity

_PARAGRAPH = re.compile(
    r"(?:^(?![ ]*(?:\||#)).*\S.*(?:\n(?![ ]*(?:[-*+>|#]|\d+[.)])[ ]).*\S.*)*)", re.MULTILINE
)
_SENTENCE = re.compile(r"\S.*?(?:[.!?:][)»”\"*]*(?=\s+[A-ZÆØÅ*»(])|\Z)", re.DOTALL)
_WORD = re.compile(r"[^\W_]+(?:[-'’./][^\W_]+)*|\ue000+")


@passage_rule(Code.L411, Severity.WARNING)
def long_sentence(passage: Passage, settings: LintSettings) -> Iterator[Remark]:
    """En sætning har flere ord end grænsen (sentence_words).

    Del den i to, eller lav en punktopstilling. Et udtryk i {{ }} tæller som ét ord.
    """
    if passage.kind is not Kind.PROSE or _is_plain(passage.readable, settings.sentence_words):
        return
    for paragraph in _PARAGRAPH.finditer(passage.readable):
        for sentence in _SENTENCE.finditer(paragraph.group()):
            count = len(_WORD.findall(sentence.group()))
            if count > settings.sentence_words:
                yield Remark(paragraph.start() + sentence.start(), f"{count} ord")


def _is_plain(text: str, most: int) -> bool:
    """Whether each line is short and a sentence of its own: so most texts are, and this is quick to see."""
    return all(
        line.count(" ") < most and line.endswith((".", "!", "?", ":")) and not line[0].islower()
        for line in text.split("\n")
        if line
    )
