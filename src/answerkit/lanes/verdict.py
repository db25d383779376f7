"""A verdict: what was looked at and how it came out, in digests and numbers, without any text."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from answerkit import __version__
from answerkit.errors import AnswerkitError, UsageError
from answerkit.model.finding import Finding, Gate
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Problem, Severity
from answerkit.model.result import Event
from answerkit.publish.files import read_file, replace_file

_FORM: Final = 1
_MOST: Final = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is told of public files. Nothing in it depends on anything secret but the numbers of findings.

    Attributes:
        files: sha256 (hex) of each public file, in order.
        cleared: whether the files were held against all that is confidential.
        wall: which wall stood while they were built; empty where they were not.
        proved: whether it was proved that nothing public depends on what is confidential.
        events: what was said of them.
    """

    files: tuple[str, ...]
    cleared: bool
    wall: str = ""
    proved: bool = False
    events: tuple[Finding | Problem, ...] = ()

    @property
    def clean(self) -> bool:
        """Whether nothing but warnings was said."""
        return all(event.severity is Severity.WARNING for event in self.events)

    def text(self) -> str:
        """The verdict as JSON; the same verdict gives the same text."""
        tree = {
            "verdict": _FORM,
            "version": __version__,
            "clean": self.clean,
            "cleared": self.cleared,
            "proved": self.proved,
            "wall": self.wall,
            "files": [{"sha256": digest} for digest in self.files],
            "findings": {gate.value: self._count(gate) for gate in Gate},
            "problems": _count(event for event in self.events if isinstance(event, Problem)),
        }
        return json.dumps(tree, indent=2) + "\n"

    def _count(self, gate: Gate) -> dict[str, int]:
        return _count(event for event in self.events if isinstance(event, Finding) and event.gate is gate)


def make_room(path: Path) -> None:
    """Take an earlier verdict away, so that it cannot be taken for the one that is to come.

    Raises:
        UsageError: something else lies there.
        AnswerkitError: the file can be neither read nor removed.
    """
    try:
        data = read_file(path)
        if data is not None and not _is_verdict(data):
            raise UsageError("der ligger en anden fil, hvor vurderingen skulle skrives", "vælg et andet navn")
        path.unlink(missing_ok=True)
    except OSError:
        raise _cannot_write() from None


def write_verdict(path: Path, verdict: Verdict) -> None:
    """Put the verdict in its place, whole or not at all.

    Raises:
        AnswerkitError: it cannot be written.
    """
    try:
        replace_file(path, verdict.text().encode(), private=False)
    except OSError:
        raise _cannot_write() from None


def said(events: Iterable[Event]) -> tuple[Finding | Problem, ...]:
    """What a verdict counts: findings and problems, each once."""
    return tuple(dict.fromkeys(event for event in events if isinstance(event, Finding | Problem)))


def _is_verdict(data: bytes) -> bool:
    try:
        tree: object = json.loads(data) if len(data) <= _MOST else None
    except (ValueError, RecursionError):
        return False
    return isinstance(tree, dict) and tree.get("verdict") == _FORM


def _cannot_write() -> AnswerkitError:
    return AnswerkitError(
        "vurderingen kan ikke skrives", "se efter, om mappen findes, og om du må skrive i den"
    )


def _count(events: Iterable[Finding | Problem]) -> dict[str, int]:
    """How many of each severity."""
    counted = Counter(event.severity.value for event in events)
    return {severity.value: counted[severity.value] for severity in Severity}
