"""Words that a confidential tree asks to be looked for, and texts that it allows in public files.

Nothing on the public lane may import this module.
"""

from __future__ import annotations

from dataclasses import field

from answerkit.model.frozen import dataclass
from answerkit.model.problem import Place


@dataclass(frozen=True, slots=True)
class WatchedTerm:
    """A word or a few that must not stand in a public file, whoever wrote them."""

    text: str = field(repr=False)
    reason: str = field(repr=False)
    place: Place


@dataclass(frozen=True, slots=True)
class SharedText:
    """Prose that stands in both trees on purpose. It never makes a name or a number harmless."""

    text: str = field(repr=False)
    reason: str = field(repr=False)
    place: Place


@dataclass(frozen=True, slots=True)
class Watchlist:
    """What ``content/confidential/watchlist.yaml`` says; empty where there is no such file.

    Attributes:
        sample: the words are invented and the file says so.
    """

    terms: tuple[WatchedTerm, ...] = ()
    shared: tuple[SharedText, ...] = ()
    sample: bool = False
