"""What a check of the structure gate has to say, before the gate puts the file's name to it."""

from answerkit.model.finding import Finding, Gate
from answerkit.model.frozen import dataclass
from answerkit.verify.built.codes import Rule


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that is broken, and where.

    Attributes:
        part: a part's name as the rules know it, or ``#n`` for the archive's n-th entry, 1-based; empty for
            the file itself.
        place: structural path inside the part, or empty.
        length: characters found, 0 where it does not apply.
    """

    rule: Rule
    part: str = ""
    place: str = ""
    length: int = 0

    def finding(self, file: str) -> Finding:
        """The fault as a finding in the file of that name."""
        return Finding(
            file,
            self.part,
            self.place,
            Gate.STRUCTURE,
            self.rule.name,
            self.rule.value,
            length=self.length,
        )
