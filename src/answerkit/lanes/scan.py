"""The scan: any file's bytes → everything that must not be in a public file, by all gates that can run."""

from __future__ import annotations

from enum import Enum

from answerkit.lanes.clearance import Clearance
from answerkit.lanes.gate import StructureGate
from answerkit.model.finding import Finding, Gate, Witness
from answerkit.model.frozen import dataclass
from answerkit.model.policy import PatternPolicy
from answerkit.model.text import Piece, Role
from answerkit.publish.record import RECORD_NAME
from answerkit.verify.a11y.gate import verify_accessible
from answerkit.verify.built.gate import verify_built
from answerkit.verify.extract.codes import Rule
from answerkit.verify.extract.read import extract
from answerkit.verify.hygiene.inspect import Inspection
from answerkit.verify.match.shown import hide_names
from answerkit.verify.patterns.search import search_patterns, tells

_WORD = b"word/document.xml"
"""Stands in the directory of every Word file."""

_FOLDER = "mappe"
_BESIDE_BUILT = frozenset({RECORD_NAME, ".gitkeep"})
"""What lies in the folder of built files and is none; the other gates read it all the same."""


class Profile(Enum):
    """What a file claims to be: as answerkit built it, or edited since then in another program."""

    BUILT = "built"
    EDITED = "edited"


@dataclass(frozen=True, slots=True)
class Scanner:
    """What files are held against. One scanner serves many files.

    Attributes:
        policy: which contacts may stand in a file.
        own: authors that may stand in an edited file, e.g. the authority's name.
        structure: what a built file is held against; None where files may have been edited.
        clearance: what is secret; None where nothing secret is at hand.
        witness: hears what contents and patterns found; None for nobody.
        accessible: whether Word files must be such that everybody can read them.
    """

    policy: PatternPolicy = PatternPolicy()
    own: frozenset[str] = frozenset()
    structure: StructureGate | None = None
    clearance: Clearance | None = None
    witness: Witness | None = None
    accessible: bool = False

    @property
    def profile(self) -> Profile:
        """What the files are taken to be."""
        return Profile.BUILT if self.structure else Profile.EDITED

    def scan(self, name: str, data: bytes, ordinal: int = 1, folder: str = "") -> tuple[Finding, ...]:
        """What is wrong with a file, sorted; nothing when it may be published. Never raises.

        Args:
            name: the file as the user named it; shown by its ordinal where it is itself secret.
            data: the file.
            ordinal: the file's number in the run, 1-based.
            folder: names of folders that the user did not type, and that are to be searched as well.
        """
        inspection = None if self.structure else Inspection(self.own)
        extracted = extract(name, data, look=inspection.look if inspection else None)
        pieces = extracted.pieces
        if folder:
            pieces = (Piece("", _FOLDER, Role.NAME, folder), *pieces)
        found = [*extracted.findings, *search_patterns(name, pieces, self.policy, self.witness)]
        if inspection:
            found += inspection.findings(name)
        if self.structure and name.rpartition("/")[2] not in _BESIDE_BUILT:
            gate = self.structure
            found += verify_built(data, name=name, reference=gate.reference, public=gate.facts)
        if self.accessible and data.startswith(b"PK") and _WORD in data:
            found += verify_accessible(data, name=name)
        if self.clearance:
            found += self.clearance.findings(name, pieces, ordinal, self.witness)
        return self.shown(found, ordinal)

    def unread(self, name: str, rule: Rule, ordinal: int = 1, folder: str = "") -> tuple[Finding, ...]:
        """The same for a file that was not read: why, and what its name says."""
        last = name.rpartition("/")[2]
        pieces = [Piece("", _FOLDER, Role.NAME, folder), Piece("", "", Role.NAME, last)]
        found = [Finding(name, "", "", Gate.UNREADABLE, rule.name, rule.message, rule.severity)]
        found += search_patterns(name, pieces, self.policy, self.witness)
        if self.clearance:
            found += self.clearance.findings(name, pieces, ordinal, self.witness)
        return self.shown(found, ordinal)

    def name(self, name: str, ordinal: int) -> str:
        """The file's name as it may be printed."""
        (finding,) = self.shown([Finding(name, "", "", Gate.UNREADABLE, "", "")], ordinal)
        return finding.file

    def shown(self, findings: list[Finding], ordinal: int) -> tuple[Finding, ...]:
        """The findings of all gates, each once and sorted, with numbers for names that must not be told."""
        if self.clearance:
            findings = self.clearance.matcher.hide_names(findings, ordinal)
        findings = hide_names(findings, ordinal, lambda name: tells(name, self.policy))
        return tuple(sorted(set(findings), key=_order))


def _order(found: Finding) -> tuple[str, str, int, str, str, str, int]:
    return found.file, found.part, found.line, found.place, found.code, found.kind, found.length
