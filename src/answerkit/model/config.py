"""The project's settings, from ``answerkit.toml``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Config:
    """What is the same for every answer. ``authority`` is printed as the publisher."""

    authority: str
