"""Every rule of the PDF gate: its code and its sentence (Danish, for staff), without text from a file."""

from enum import Enum


class Rule(Enum):
    """What a PDF must keep: ``CODE = sentence``. A code keeps its number for good."""

    S211 = "PDF-filen kan ikke læses, eller den har ingen sider"
    S212 = "PDF-filen har andet end sider: vedhæftede filer, programmer, formularer, lag eller noter"
    S213 = "PDF-filens egenskaber er andre end titel, udgiver og program"
    S214 = "PDF-filens titel eller udgiver er ikke Word-filens"
    S215 = "PDF-filens bogmærker er ikke Word-filens overskrifter"
    S216 = "et link i PDF-filen fører ikke derhen, hvor Word-filen linker"
    S217 = "PDF-filen er ikke opmærket, så den kan læses højt, eller den mangler sprog"
