"""What the proof can find against a build: each code and its sentence (Danish, for staff).

B1xx: the build depends on what is confidential, or tells it; B2xx: what could not be shown. No sentence holds
text from a file. A code keeps its number for good.
"""

from __future__ import annotations

from enum import Enum
from typing import Final

from answerkit.model.finding import Finding, Gate
from answerkit.model.problem import Severity

PUBLIC_OUTPUT: Final = "outputs/public"


class Rule(Enum):
    """What must hold for every build: ``CODE = sentence``."""

    B101 = "den offentlige fil er ikke den samme uden og med en fortrolig mappe"
    B102 = "den offentlige fil bliver kun bygget i nogle af kopierne af projektet"
    B103 = "noget af den fortrolige mappe står i en fil, som byggeriet har lavet"
    B104 = "noget af den fortrolige mappe står i navnet på en fil, som byggeriet har lavet"
    B105 = "noget af den fortrolige mappe står i det, programmet skriver på skærmen"
    B106 = "det, programmet skriver på skærmen, afhænger af, hvad der står i den fortrolige mappe"
    B107 = "byggeriet har efterladt eller ændret noget andet end sine færdige filer"
    B201 = "beviset kan ikke føres: den fortrolige udgave blev ikke bygget i kopien af projektet"
    B202 = "muren om den offentlige udgave er den svagere: kør på Linux 5.13 eller nyere med Landlock"
    B203 = "det fortrolige er ikke holdt op mod de offentlige filer: angiv den fortrolige mappe"
    B204 = "beviset mangler for den fortrolige mappe, som spærrer for en offentlig fil: ret de andre fund"

    def finding(self, file: str = PUBLIC_OUTPUT, place: str = "", kind: str = "") -> Finding:
        """The rule as a finding.

        Args:
            file: as the user knows it; must hold nothing that a confidential tree could have named.
            place: which copy, or which of several files.
            kind: class of what was found.
        """
        return Finding(file, "", place, Gate.PROOF, self.name, self.value, Severity.ERROR, kind=kind)


DOUBTS: Final = frozenset(rule.name for rule in Rule) - {Rule.B202.name, Rule.B203.name}
"""Codes of what leaves it unproved that nothing public depends on what is confidential."""
