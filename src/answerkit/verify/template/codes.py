"""Every rule of the check of reference files: its code, what is wrong, and the remedy (Danish, for staff).

No sentence holds text from a file. T1xx: what may not be there; T2xx: what should not. A code keeps its
number for good.
"""

from enum import Enum

from answerkit.model.problem import Severity


class Rule(Enum):
    """What a reference file must keep: ``CODE = what is wrong, remedy, severity``."""

    T100 = "filen kan ikke læses som Word-fil", "gem den som .docx i Word eller LibreOffice", Severity.ERROR
    T101 = (
        "skjult tekst, en typografi, der skjuler, eller hvid eller alt for lille tekst",
        "fjern fluebenet ved Skjult under Skrifttype, også i typografierne, eller ret farve og størrelse",
        Severity.ERROR,
    )
    T102 = "kommentarer", "slet dem under Gennemse", Severity.ERROR
    T103 = (
        "registrerede ændringer, eller registreringen er slået til",
        "acceptér dem under Gennemse, og slå registreringen fra",
        Severity.ERROR,
    )
    T104 = (
        "oplysninger om personer eller firma i filens egenskaber",
        "fjern dem under Filer > Oplysninger > Undersøg dokument",
        Severity.ERROR,
    )
    T105 = (
        "indlejrede filer, data eller dele, der ikke hører til i en skabelon",
        "fjern dem under Filer > Oplysninger > Undersøg dokument, eller begynd med en tom fil",
        Severity.ERROR,
    )
    T106 = "makroer", "gem filen som .docx uden makroer", Severity.ERROR
    T107 = (
        "henvisning til en fil eller adresse uden for filen",
        "fjern den tilknyttede skabelon, linkede billeder og links",
        Severity.ERROR,
    )
    T108 = (
        "gemte dokumentvariabler, brevfletning eller beskyttelse",
        "fjern dem; i Word slettes variabler ved at kopiere indholdet til en ny fil",
        Severity.ERROR,
    )
    T109 = (
        "tekst på et sted, hvor der ingen tekst vises",
        "gem filen igen i Word eller LibreOffice, eller hent den oprindelige frem",
        Severity.ERROR,
    )
    T110 = (
        "brevhovedet rummer andet end tekst, tabeller og billeder",
        "slet felter, links, tekstfelter og kontrolelementer",
        Severity.ERROR,
    )
    T111 = (
        "et billede i brevhovedet er ikke PNG eller SVG alene, eller det rummer andet end billede",
        "gem det som PNG uden oplysninger om forfatter og program, og indsæt det igen",
        Severity.ERROR,
    )
    T201 = (
        "en typografi, som answerkit ikke bruger; dens navn følger med i hver fil, der offentliggøres",
        "slet den, hvis navnet siger noget",
        Severity.WARNING,
    )

    @property
    def message(self) -> str:
        """What is wrong and what to do."""
        wrong, remedy, _ = self.value
        return f"{wrong}; {remedy}"

    @property
    def severity(self) -> Severity:
        """Whether the file can be used all the same."""
        return self.value[2]
