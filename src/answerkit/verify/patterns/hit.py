"""Where in a text a rule found something."""

from __future__ import annotations

from dataclasses import field

from answerkit.model.frozen import dataclass
from answerkit.verify.patterns.codes import Rule


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule and what it found; ``text`` is never shown, it only tells two findings apart."""

    rule: Rule
    text: str = field(repr=False)
