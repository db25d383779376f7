"""Names from a file, cut to what fits into a message."""

from collections.abc import Iterable

from answerkit.model.suggest import suggestion

_LONGEST = 60
_TYPING_ERRORS = 3


def shown(text: str) -> str:
    """The text on one line, at most 60 characters; what was cut off is marked with ``…``."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A hint that names the nearest of the known names, or an empty string; ``known`` must be public."""
    near = (other for other in known if abs(len(other) - len(name)) <= _TYPING_ERRORS)
    return suggestion(name, near)
