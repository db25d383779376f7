"""Every rule of the reading: its code, its sentence (Danish, for staff) and how grave it is.

A file that cannot be read cannot be cleared, so nearly all are errors; a warning is for what was read all the
same. No sentence holds text from a file. A code keeps its number for good.
"""

from enum import Enum

from answerkit.model.problem import Severity


class Rule(Enum):
    """Why a file or a part of it could not be read as it should: ``CODE = sentence, severity``."""

    U101 = "filtypen kendes ikke, så indholdet kan ikke undersøges", Severity.ERROR
    U102 = "filen er beskadiget eller følger ikke sit format", Severity.ERROR
    U103 = "indholdet er krypteret eller beskyttet med adgangskode", Severity.ERROR
    U104 = "filen er større, end der kan undersøges", Severity.ERROR
    U105 = "filen har flere poster, end der kan undersøges", Severity.ERROR
    U106 = "indholdet er pakket så tæt, at det kan være en zipbombe", Severity.ERROR
    U107 = "filer ligger inden i hinanden i flere lag, end der kan undersøges", Severity.ERROR
    U108 = "filen er af en anden type, end navnet siger", Severity.WARNING
    U109 = "PDF-siden har billede eller streger, men ingen tekst, der kan læses", Severity.ERROR
    U110 = "XML med egen dokumenttype (DTD); den læses ikke", Severity.ERROR
    U111 = "formatet kan kun gennemsøges som rå bytes", Severity.WARNING
    U112 = "posten står kun i arkivets ene fortegnelse, eller de to er uenige", Severity.ERROR
    U113 = "arkivet har to poster med samme navn", Severity.ERROR
    U114 = "der står noget uden for filens egne dele", Severity.WARNING
    U115 = "pakkemetoden eller arkivformatet kan ikke læses", Severity.ERROR
    U116 = "posten peger ud af arkivet eller er et link", Severity.ERROR
    U117 = "lyd eller video kan ikke undersøges", Severity.ERROR
    U118 = "en kontrolsum eller størrelse passer ikke til indholdet", Severity.ERROR
    U119 = "et link i mappen følges ikke, så det, det peger på, er ikke undersøgt", Severity.ERROR
    U120 = "hverken en fil eller en mappe, men fx en enhed eller et rør", Severity.ERROR
    U121 = "filen eller mappen kan ikke åbnes", Severity.ERROR

    @property
    def message(self) -> str:
        """The sentence."""
        return self.value[0]

    @property
    def severity(self) -> Severity:
        """Whether the file can be cleared all the same."""
        return self.value[1]
