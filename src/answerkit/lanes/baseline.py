"""The baseline at work: findings that somebody answers for are not told again, until the day they expire."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from answerkit.lanes.hook_rules import Rule as Hook
from answerkit.lanes.proof_rules import Rule as Proof
from answerkit.load.baseline import BASELINE_FILE, load_baseline
from answerkit.model.baseline import Accepted, Baseline, Mark
from answerkit.model.codes import Code
from answerkit.model.finding import Finding, Gate
from answerkit.model.frozen import dataclass
from answerkit.model.problem import Problem, Severity, problem
from answerkit.model.result import Event, Note, Scanned
from answerkit.verify.match.codes import Rule as Secret
from answerkit.verify.patterns.codes import Rule as Pattern
from answerkit.verify.secrets.secret import Form

_NEVER_CLASSES: Final = frozenset({form.value for form in Form} | {Pattern.P101.kind})
_NEVER: Final = (Secret.C100, Secret.C101, Pattern.P101, Pattern.P102, *Hook, *Proof)
_NEVER_CODES: Final = frozenset(rule.name for rule in _NEVER)


@dataclass(frozen=True, slots=True)
class Ledger:
    """A project's baseline, as of a day.

    Attributes:
        base: the project's folder.
        here: the folder that findings name files from.
        today: the day that expiry is judged by.
        covered: files and folders that the run looks at; an entry for any other file may go unused.
    """

    base: Path
    here: Path
    today: date
    covered: tuple[Path, ...]


def without_accepted(events: Generator[Event], ledger: Ledger) -> Generator[Event]:
    """The events but for the findings that are accepted; at the end how many those were, and what is amiss.

    CPR numbers and other identifiers, what speaks against the proof, and that something could not be excluded
    are told whatever the baseline says. A baseline with problems accepts nothing.
    """
    baseline, problems = load_baseline(ledger.base)
    wrong = (*problems, *_forbidden(baseline))
    standing = (
        {} if wrong else {entry.mark: entry for entry in baseline.accepted if ledger.today <= entry.expires}
    )
    used: Counter[Mark] = Counter()
    silent: list[Finding] = []
    with closing(events):
        for event in events:
            mark = _mark(event, ledger) if isinstance(event, Finding) else None
            if isinstance(event, Finding) and mark in standing:
                used[mark] += 1
                silent.append(event)
            else:
                yield _recounted(event, silent) if isinstance(event, Scanned) else event
    yield from wrong or _amiss(baseline, ledger, used)
    if used:
        yield Note(f"{_counted(used.total())} i {BASELINE_FILE}")


def _recounted(scanned: Scanned, silent: list[Finding]) -> Scanned:
    """A file's verdict without its findings that were accepted, which came before it."""
    errors = sum(found.severity is Severity.ERROR for found in silent)
    warnings = len(silent) - errors
    silent.clear()
    return replace(
        scanned, errors=max(0, scanned.errors - errors), warnings=max(0, scanned.warnings - warnings)
    )


def _mark(found: Finding, ledger: Ledger) -> Mark | None:
    """What a finding is known by; None when it cannot be accepted."""
    if found.gate is Gate.PROOF or _is_forbidden(found.code, found.kind):
        return None
    return Mark(_relative(found.file, ledger), found.code, found.part, found.place, found.kind)


def _relative(file: str, ledger: Ledger) -> str:
    """A file by its path from the project's folder, however the user named it."""
    whole = Path(os.path.normpath(ledger.here / file))
    return whole.relative_to(ledger.base).as_posix() if whole.is_relative_to(ledger.base) else file


def _is_forbidden(code: str, kind: str) -> bool:
    return code in _NEVER_CODES or kind in _NEVER_CLASSES


def _forbidden(baseline: Baseline) -> tuple[Problem, ...]:
    entries = (entry for entry in baseline.accepted if _is_forbidden(entry.mark.code, entry.mark.kind))
    return tuple(problem(Code.AK701, entry.where, entry.mark.code) for entry in entries)


def _amiss(baseline: Baseline, ledger: Ledger, used: Iterable[Mark]) -> Iterator[Problem]:
    for entry in baseline.accepted:
        if entry.expires < ledger.today:
            detail = f"{entry.mark.code}, {entry.expires.isoformat()}"
            yield problem(Code.AK702, entry.where, detail, severity=Severity.WARNING)
        elif entry.mark not in used and _is_covered(entry, ledger):
            yield problem(Code.AK703, entry.where, entry.mark.code, severity=Severity.WARNING)


def _is_covered(entry: Accepted, ledger: Ledger) -> bool:
    file = ledger.base / entry.mark.file
    return any(file.is_relative_to(Path(os.path.normpath(ledger.here / path))) for path in ledger.covered)


def _counted(number: int) -> str:
    return "1 fund er accepteret" if number == 1 else f"{number} fund er accepteret"
