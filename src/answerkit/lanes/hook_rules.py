"""What git may not be given, whatever the files say: each code and its sentence (Danish, for staff)."""

from __future__ import annotations

from enum import Enum

from answerkit.model.finding import Finding, Gate


class Rule(Enum):
    """What may not be committed: ``CODE = sentence`` (Danish, for staff); numbers stay for good."""

    G101 = "filen ligger i en fortrolig mappe og må ikke gemmes i git"
    G102 = "filen siger selv, at den er fortrolig, og må ikke gemmes i git"

    def finding(self, file: str) -> Finding:
        """The rule as a finding."""
        return Finding(file, "", "", Gate.CONTENT, self.name, self.value, kind="classification")
