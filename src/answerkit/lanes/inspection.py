"""Every gate that can run, on all that is public: what is built, what lies ready, what it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from answerkit.lanes.clearance import Clearance
from answerkit.lanes.gate import structure_gate
from answerkit.lanes.judging import judged
from answerkit.lanes.project import PublicPaths
from answerkit.lanes.proof_rules import PUBLIC_OUTPUT
from answerkit.lanes.scan import Scanner
from answerkit.lanes.walk import Target, targets
from answerkit.load.config import load_config
from answerkit.model.config import Config
from answerkit.model.document import Edition
from answerkit.model.finding import Finding, Gate
from answerkit.model.frozen import dataclass
from answerkit.model.lock_files import is_lock_file
from answerkit.model.policy import PatternPolicy
from answerkit.model.problem import Severity
from answerkit.model.result import Event, Note, Planned, Scanned, Step
from answerkit.publish.record import RECORD_NAME
from answerkit.verify.extract.codes import Rule

_NO_GATE: Final = "outputs/public er ikke set efter: templates/reference.docx kan ikke læses"


@dataclass(frozen=True, slots=True)
class _Inspector:
    """Judges file after file.

    Attributes:
        plain: holds any file against what may stand in none.
        strict: also asks that answerkit could have built it, and that everybody can read it.
    """

    plain: Scanner
    strict: Scanner

    def source(self, target: Target, ordinal: int) -> tuple[Finding, ...]:
        """What is wrong with a file that built files are made of."""
        return judged(self.plain, target, ordinal)

    def lock(self, target: Target, ordinal: int) -> tuple[Finding, ...]:
        """What stands in a lock that must stand in no public file; that no build made it needs no word."""
        return tuple(item for item in self.source(target, ordinal) if item.severity is Severity.ERROR)

    def output(self, target: Target, ordinal: int) -> tuple[Finding, ...]:
        """What is wrong with a file that is ready to be published, be it one that no build made."""
        return judged(self.strict, target, ordinal)


def inspect(paths: PublicPaths, built: Mapping[str, Path], clearance: Clearance | None) -> Iterator[Event]:
    """What is wrong with anything public.

    Args:
        paths: the project.
        built: what a build makes of it: path as messages call it → where it lies.
        clearance: what may not be found; None where that is not known.
    """
    inspector = _inspector(paths, clearance)
    if inspector is None:
        yield Note(_NO_GATE)  # that nothing could be built was told already
        return
    yield from clearance.doubts(paths.content.relative_to(paths.base).as_posix()) if clearance else ()
    fresh = [Target(path, name) for name, path in built.items()]
    there, sources = _lying(paths), _sources(paths)
    lying = [target for target in there if not is_lock_file(target.path.name)]
    locks = [target for target in there if is_lock_file(target.path.name)]
    yield Planned(len(fresh) + len(there) + len(sources))
    for judge, found in (
        (inspector.output, fresh),
        (inspector.source, sources),
        (inspector.lock, locks),
    ):
        for ordinal, target in enumerate(found, start=1):
            yield from judge(target, ordinal)
            yield Step()
    for ordinal, target in enumerate(lying, start=1):
        said = inspector.output(target, ordinal)
        yield from said
        errors = sum(item.severity is Severity.ERROR for item in said)
        yield Scanned(inspector.plain.name(target.name, ordinal), errors, len(said) - errors)
    yield from _outdated(fresh, lying)


def pattern_sources(paths: PublicPaths, clearance: Clearance | None) -> Iterator[Finding]:
    """Where in what public files are made of there stands what a pattern forbids, e.g. a CPR number.

    Args:
        paths: the project.
        clearance: what no file's name may tell; None where that is not known.
    """
    config, _ = load_config(paths.config, paths.base)
    scanner = plain_scanner(config, clearance)
    for ordinal, target in enumerate(_sources(paths), start=1):
        for found in judged(scanner, target, ordinal):
            if found.gate is Gate.PATTERN and found.severity is Severity.ERROR:
                yield found


def plain_scanner(config: Config | None, clearance: Clearance | None) -> Scanner:
    """What holds any file against what may stand in none.

    Args:
        config: the project's settings; None where they cannot be read, which has to be told elsewhere.
        clearance: what is secret; None where that is not known.
    """
    return Scanner(
        policy=config.patterns if config else PatternPolicy(),
        own=frozenset({config.authority}) if config else frozenset(),
        clearance=clearance,
    )


def _inspector(paths: PublicPaths, clearance: Clearance | None) -> _Inspector | None:
    """None when there is no reference file to hold a built file against."""
    config, _ = load_config(paths.config, paths.base)
    plain = plain_scanner(config, clearance)
    try:
        gate = structure_gate(paths, Edition.PUBLIC)
    except OSError:
        return None
    sources = replace(plain, clearance=clearance.certain) if clearance else plain
    return _Inspector(sources, replace(plain, structure=gate, accessible=True))


def _sources(paths: PublicPaths) -> list[Target]:
    return _named(paths, [path for path in paths.readable if path.exists()])


def _lying(paths: PublicPaths) -> list[Target]:
    """All in the public output folder, whoever put it there, but for its placeholder."""
    folder = paths.base / PUBLIC_OUTPUT
    found = _named(paths, [folder] if folder.exists() else [])
    return [target for target in found if not _is_placeholder(target.path)]


def _is_placeholder(path: Path) -> bool:
    return path.name == ".gitkeep" and not path.is_symlink() and path.stat().st_size == 0


def _named(paths: PublicPaths, places: Iterable[Path]) -> list[Target]:
    """All files in these places of the project, named from its folder."""
    return [
        replace(target, name=target.path.relative_to(paths.base).as_posix()) for target in targets(places)
    ]


def _outdated(fresh: list[Target], lying: list[Target]) -> Iterator[Note]:
    """Which files that lie ready are not those that would be built now."""
    lie = {target.name: _digest(target) for target in lying}
    for target in fresh:
        if target.path.name != RECORD_NAME and lie.get(target.name, "") not in {"", _digest(target)}:
            yield Note(f"{target.name} er ikke som det, der ville blive bygget nu: byg igen")


def _digest(target: Target) -> str:
    data = target.read()
    return "" if isinstance(data, Rule) else sha256(data).hexdigest()
