"""Every rule on what programs leave in a file: code, sentence (Danish, for staff) and how grave it is.

No sentence holds text from a file. A code keeps its number for good.
"""

from enum import Enum

from answerkit.model.problem import Severity


class Rule(Enum):
    """What a file that was edited by hand may not hold: ``CODE = sentence, severity``."""

    H101 = "kommentar eller anmærkning", Severity.ERROR
    H102 = "sporet ændring: det gamle står der endnu", Severity.ERROR
    H103 = "skjult tekst eller genstand, som ikke ses på siden", Severity.ERROR
    H104 = "skjult ark, række, kolonne, navn eller dias", Severity.ERROR
    H105 = "indlejret fil eller objekt, fx regnearket bag en graf", Severity.ERROR
    H106 = "filen henter sin skabelon et andet sted fra", Severity.ERROR
    H107 = "makro eller andet program", Severity.ERROR
    H108 = "filen henter indhold et andet sted fra", Severity.ERROR
    H109 = "link til en fil eller et drev på en arbejdsplads", Severity.ERROR
    H110 = "data, som et andet program har lagt i filen (custom XML)", Severity.ERROR
    H111 = "egenskab eller variabel, som et andet program har lagt i filen", Severity.ERROR
    H112 = "oplysning om forfatter, organisation eller apparat", Severity.WARNING
    H113 = "talernoter", Severity.ERROR
    H114 = "byggesten, som ikke står i teksten (AutoTekst)", Severity.ERROR
    H115 = "PDF-filen rummer en tidligere udgave af sig selv", Severity.ERROR
    H116 = "beskåret billede: det bortskårne er endnu i filen", Severity.WARNING
    H117 = "miniaturebillede af en tidligere udgave", Severity.WARNING
    H118 = "usynligt lag af tekst, fx fra en scanner", Severity.WARNING

    @property
    def message(self) -> str:
        """The sentence."""
        return self.value[0]

    @property
    def severity(self) -> Severity:
        """Whether the file may be published all the same."""
        return self.value[1]
