"""Every rule of the HTML gate: its code and its sentence (Danish, for staff), without text from a file."""

from enum import Enum


class Rule(Enum):
    """What an HTML edition must keep: ``CODE = sentence``. A code keeps its number for good."""

    S201 = "HTML-filens hoved eller slutning er ikke i den form, som answerkit skriver"
    S202 = "element, attribut eller tekst, der ikke hører til i en HTML-udgave"
    S203 = "elementerne står inden i hinanden på en måde, som answerkit ikke skriver"
    S204 = "linjen er ikke den, der står i Word-filen"
    S205 = "HTML-filen har flere eller færre linjer end Word-filen"
    S206 = "typografiarket henter, skjuler eller tilføjer noget"
    S207 = "Word-filen kan ikke læses, så HTML-filen kan ikke holdes op mod den"
