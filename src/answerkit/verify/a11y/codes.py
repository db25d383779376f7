"""Every rule of the accessibility check: its code, what is wrong, and the remedy in Word (Danish, for staff).

No sentence holds text from a file. A10x: the file as a whole; A11x: headings; A12x: lists; A13x: tables;
A14x: pictures; A15x: links; A16x: reading order; A17x: empty paragraphs; A18x: contrast. A code keeps its
number for good.
"""

from enum import Enum


class Rule(Enum):
    """What an accessible file must keep: ``CODE = what is wrong, remedy``."""

    A100 = "filen kan ikke læses som Word-fil", "gem den som .docx i Word"
    A101 = "filen har ingen titel i sine egenskaber", "skriv den under Filer > Oplysninger > Titel"
    A102 = "filens sprog er ikke angivet", "markér al tekst, og vælg Gennemse > Sprog > Angiv korrektursprog"
    A103 = "et stykke teksts sprog er ikke en gyldig sprogkode", "markér teksten, og angiv korrektursproget"
    A110 = "filen har ingen overskrifter", "brug typografierne Overskrift 1, 2, 3"
    A111 = "overskriften springer et niveau over", "brug den typografi, der er ét niveau under den forrige"
    A112 = "et afsnit med fed skrift ligner en overskrift", "brug en af overskrifternes typografier"
    A120 = "et listepunkt er skrevet med tegn", "slet tegnet, og brug Hjem > Punkttegn eller Nummerering"
    A130 = "tabellen har ingen overskriftsrække", "markér den øverste række, og vælg Gentag overskriftsrækker"
    A131 = "tabellen har flettede celler", "opdel cellerne, eller lav flere tabeller"
    A132 = "tabellen står inde i en anden tabel", "flyt den ud"
    A140 = "billedet mangler alternativ tekst", "højreklik på det, og vælg Vis alternativ tekst"
    A141 = "billedets alternative tekst siger ingenting", "beskriv, hvad billedet viser"
    A150 = "linkets tekst fortæller ikke, hvor det fører hen", "skriv i teksten, hvad der er på siden"
    A151 = "linkets tekst er en bar adresse", "skriv i teksten, hvad der er på siden"
    A152 = "linket har ingen tekst", "skriv, hvad der er på siden, eller fjern linket"
    A160 = (
        "billede, figur eller tekstfelt svæver over teksten",
        "vælg Layoutindstillinger > På linje med tekst",
    )
    A161 = (
        "afsnittet eller tabellen står i en ramme ved siden af teksten",
        "fjern rammen eller tekstombrydningen",
    )
    A162 = "teksten er sat i spalter", "vælg Layout > Spalter > En"
    A170 = "tomt afsnit", "slet det, og brug typografiens afstand før og efter"
    A180 = "teksten har for lille kontrast til sin baggrund", "vælg farver med en kontrast på mindst 4,5"

    @property
    def message(self) -> str:
        """What is wrong and what to do."""
        wrong, remedy = self.value
        return f"{wrong}; {remedy}"
