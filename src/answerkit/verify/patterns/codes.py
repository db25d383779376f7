"""Every rule of the pattern search: its code, class, sentence (Danish, for staff) and how grave it is.

No sentence holds text from a file. A code keeps its number for good.
"""

from enum import Enum

from answerkit.model.problem import Severity


class Rule(Enum):
    """What may stand in no public file: ``CODE = class, sentence, severity``."""

    P101 = "cpr", "et personnummer", Severity.ERROR
    P102 = "cpr", "ti cifre, der efter alt at dømme er et personnummer", Severity.ERROR
    P103 = "phone", "et telefonnummer, som answerkit.toml ikke tillader", Severity.ERROR
    P104 = "mail", "en mailadresse, som answerkit.toml ikke tillader", Severity.ERROR
    P105 = "tracking", "et link med oplysninger, der kan spore læser eller afsender", Severity.WARNING

    @property
    def kind(self) -> str:
        """The class that a finding names."""
        return self.value[0]

    @property
    def message(self) -> str:
        """The sentence."""
        return self.value[1]

    @property
    def severity(self) -> Severity:
        """Whether the file may be published all the same."""
        return self.value[2]
