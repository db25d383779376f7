"""Invented cases whose text is secret; nobody and nothing in them exists. Birth dates lie in the future."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    """What is secret, and single things in it that are planted: class of the finding → texts."""

    text: str
    identifiers: tuple[str, ...]
    names: tuple[str, ...]
    sentences: tuple[str, ...]


CASES = (
    Case(
        text="""\
Orientering om Balder Fiktivsen Prøvestrup, personnummer 140347-5137.
Han bor på Månestøvvænget 31, 2. tv., 8200 Aarhus N.
Sagen har nummer 27.24.00-G01-9917-19, og moren træffes på 28 71 44 90.
Balder Prøvestrup begyndte i behandling for spilafhængighed i foråret og udeblev fire gange fra værkstedet.
Naboen har set ham kaste brosten mod ruderne i den nedlagte mejeribygning.
Kontaktpersonen foreslår en efterskole langt fra vennerne i kælderklubben.
""",
        identifiers=("140347-5137", "Månestøvvænget 31", "27.24.00-G01-9917-19", "28 71 44 90"),
        names=("Balder Fiktivsen Prøvestrup", "Balder Prøvestrup", "Prøvestrup"),
        sentences=(
            "Naboen har set ham kaste brosten mod ruderne i den nedlagte mejeribygning.",
            "Kontaktpersonen foreslår en efterskole langt fra vennerne i kælderklubben.",
        ),
    ),
    Case(
        text="""\
# Kvindens forhold
Snefrid Tågelund-Åkjær (født 020352-4018) flyttede til Nørre Æblegade 108, st. th., efter bruddet.
Hendes mailadresse er snefrid.taagelund@opdigtet-post.dk.
Lægen på klinikken noterede blå mærker på begge underarme og en brækket tommelfinger.
Manden, Roar Tågelund, truede med at tage hunden og sommerhuset ved fjorden.
Hun overnatter skiftevis hos søsteren og i en lånt campingvogn bag gartneriet.
""",
        identifiers=("020352-4018", "Nørre Æblegade 108", "snefrid.taagelund@opdigtet-post.dk"),
        names=("Snefrid Tågelund-Åkjær", "Roar Tågelund", "Åkjær"),
        sentences=(
            "Lægen på klinikken noterede blå mærker på begge underarme og en brækket tommelfinger.",
            "Hun overnatter skiftevis hos søsteren og i en lånt campingvogn bag gartneriet.",
        ),
    ),
    Case(
        text="""\
Mads Jensen fra afdelingen har indgivet klage S2041-77813 over chefen, Ulrikke Grævlingeholm.
Klagen blev afleveret i en lukket kuvert sammen med tolv lydoptagelser fra omklædningsrummet.
Ifølge vagtplanen sov nattevagten, mens alarmen ringede i tre kvarter.
Tilsynet hos opholdsstedet Rævehiet Syd viste skimmelsvamp bag panelerne på samtlige værelser.
Registreringsnummeret var ZX 48 213, og kontoen hedder 9021 4417730921.
""",
        identifiers=("S2041-77813", "ZX 48 213", "9021 4417730921"),
        names=("Mads Jensen", "Ulrikke Grævlingeholm", "Grævlingeholm", "Rævehiet Syd"),
        sentences=(
            "Klagen blev afleveret i en lukket kuvert sammen med tolv lydoptagelser fra omklædningsrummet.",
            "Ifølge vagtplanen sov nattevagten, mens alarmen ringede i tre kvarter.",
        ),
    ),
    Case(
        text="""\
Familien Özbek-Krümelgaard venter på svar om opholdstilladelse, journalnummer 2049-00318842.
Faderen Zulfi Krümelgaard arbejder sort på et pizzeria i Tuborgparken 5 og har gæld til en fætter.
Datteren Iphigenia blev hentet af politiet i lufthavnen med falsk pas og fire mobiltelefoner.
Psykiateren mistænker posttraumatisk belastningsreaktion efter fangenskabet i bjergene.
""",
        identifiers=("2049-00318842", "Tuborgparken 5"),
        names=("Zulfi Krümelgaard", "Krümelgaard", "Iphigenia"),
        sentences=(
            "Datteren Iphigenia blev hentet af politiet i lufthavnen med falsk pas og fire mobiltelefoner.",
            "Psykiateren mistænker posttraumatisk belastningsreaktion efter fangenskabet i bjergene.",
        ),
    ),
    Case(
        text="""\
Notat om Torben Lykke Vestergaard, cpr.nr. 010147-5995, bopæl Engtoften 14 B, 1. th, 8260 Viby J.
Torben Vestergaard har siden marts boet hos sin kusine Alberte Nymand på Skovfaldet.
Sagen er journaliseret som EMN-2031-004412 og som 31/07723 i politiets system.
Kontakt: tlf. 61 23 98 47, torben.lv@opdigtet-post.example.
Han er sigtet for hæleri med elcykler og for at have truet en buschauffør med en skruetrækker.
Lejligheden var uden strøm, og køleskabet stod i badekarret.
""",
        identifiers=("010147-5995", "Engtoften 14 B", "EMN-2031-004412", "31/07723", "61 23 98 47"),
        names=("Torben Lykke Vestergaard", "Torben Vestergaard", "Alberte Nymand"),
        sentences=(
            "Han er sigtet for hæleri med elcykler og for at have truet en buschauffør med en skruetrækker.",
            "Lejligheden var uden strøm, og køleskabet stod i badekarret.",
        ),
    ),
    Case(
        text="""\
Vicevært Knud-Åge Sørensdal blev bortvist efter tyveri af kobberrør fra kælderen under skolen.
Sagsnummer 2030-118-55602. Hans bil, BX 77 310, stod ved Ålykkegade 9. Dossier PX-90417.
Botilbuddet Kastaniehuset har opsagt kontrakten på grund af vold mod personalet.
Ifølge dagbogen gemte han nøglerne i en dåse bag fryseren.
Fatuma Warsame Ali fik at vide, at Operation Ravnsborg var aflyst.
""",
        identifiers=("2030-118-55602", "BX 77 310", "Ålykkegade 9", "PX-90417"),
        names=(
            "Knud-Åge Sørensdal",
            "Sørensdal",
            "Kastaniehuset",
            "Fatuma Warsame Ali",
            "Operation Ravnsborg",
        ),
        sentences=(
            "Botilbuddet Kastaniehuset har opsagt kontrakten på grund af vold mod personalet.",
            "Ifølge dagbogen gemte han nøglerne i en dåse bag fryseren.",
        ),
    ),
)
