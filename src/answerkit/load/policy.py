"""What may stand in published files: the table ``[patterns]`` of ``answerkit.toml``."""

from __future__ import annotations

from answerkit.load.settings import Settings
from answerkit.model.policy import PatternPolicy

_CHOICES = {"allowed": True, "forbidden": False}


def read_patterns(table: Settings) -> PatternPolicy:
    """Which contacts the project allows; without a word of it, all."""
    policy = PatternPolicy(
        phones=table.choice("phone", _CHOICES, default=True),
        mails=table.choice("mail", _CHOICES, default=True),
        exceptions=table.texts("exceptions") or (),
    )
    table.finish()
    return policy
