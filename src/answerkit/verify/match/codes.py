"""The rules of the content gate: code and Danish sentence. Neither ever holds text from a file."""

from enum import Enum


class Rule(Enum):
    """``CODE = kind, sentence``."""

    C100 = (
        "not_excluded",
        "noget fortroligt kan ikke udelukkes: det fortrolige materiale kan ikke læses helt",
    )
    C101 = "identifier", "et personnummer, sagsnummer, nummer eller en adresse fra det fortrolige materiale"
    C102 = "name", "et navn fra det fortrolige materiale"
    C103 = "term", "et ord eller udtryk fra det fortrolige materiale eller dets liste"
    C104 = "sentence", "en sætning eller en del af en sætning fra det fortrolige materiale"
    C105 = "number", "et fortroligt tal ved siden af sin enhed og sin gruppe"
    C106 = "given_name", "et fornavn eller et forbogstav med efternavn fra det fortrolige materiale"

    @property
    def kind(self) -> str:
        """The class that a finding names, unless the secret has a closer one."""
        return self.value[0]

    @property
    def sentence(self) -> str:
        """What was found."""
        return self.value[1]
