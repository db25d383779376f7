"""What may not be found in a public file, and how files are held against it.

Where some of it cannot be read, no file is clear, since what is not known cannot be excluded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from answerkit.model.finding import Finding, Gate, Witness
from answerkit.model.problem import Problem
from answerkit.model.text import Piece
from answerkit.verify.match.codes import Rule
from answerkit.verify.match.matcher import Matcher
from answerkit.verify.secrets.secret import Secrets


@dataclass(frozen=True)
class Clearance:
    """What files are held against.

    Attributes:
        problems: why not all that is secret is known, sorted, without any of its text; no file is clear then.
    """

    secrets: Secrets = field(repr=False)
    problems: tuple[Problem, ...] = ()

    @cached_property
    def matcher(self) -> Matcher:
        """Looks for the secrets; made when first asked for."""
        return Matcher(self.secrets)

    def findings(
        self, name: str, pieces: Sequence[Piece], ordinal: int = 1, witness: Witness | None = None
    ) -> tuple[Finding, ...]:
        """What is secret in a file, and that something may be when not all that is secret is known.

        Args:
            name: the file as the user named it.
            pieces: all text of the file.
            ordinal: the file's number in the run, shown where its name itself is secret.
            witness: as of ``Matcher.find``.
        """
        unsure = self.matcher.hide_names(self.doubts(name), ordinal)
        return (*unsure, *self.matcher.find(name, pieces, ordinal, witness))

    def told(self, item: Problem) -> Problem:
        """A problem as it may be told.

        Where something secret stands in what it quotes or in its file's name, it quotes nothing, and a
        number stands for the name.
        """
        place = item.place
        if place.confidential:
            return item
        quoted = f"{item.detail} {item.hint} {item.excerpt}"
        ordinal = self._ordinals.setdefault(place.file, len(self._ordinals) + 1)
        name = self.matcher.shown(place.file, ordinal)
        if name == place.file and self.matcher.shown(quoted, 0) == quoted:
            return item
        return replace(item.without_text(), place=replace(place, file=name))

    @cached_property
    def _ordinals(self) -> dict[str, int]:
        """The files that problems named, numbered as they came."""
        return {}

    @property
    def certain(self) -> Clearance:
        """The same without doubts, for whoever tells them once for many files."""
        return replace(self, problems=()) if self.problems else self

    def doubts(self, name: str) -> tuple[Finding, ...]:
        """That a file may hold something secret, where not all that is secret is known."""
        rule = Rule.C100
        doubt = Finding(name, "", "", Gate.CONTENT, rule.name, rule.sentence, kind=rule.kind)
        return (doubt,) if self.problems else ()
