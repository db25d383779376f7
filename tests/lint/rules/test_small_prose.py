from pathlib import Path

import pytest

from answerkit.lint.passages import Kind
from answerkit.lint.registry import judge_passage
from answerkit.lint.rules.small_prose import small_prose
from answerkit.model.config import LintSettings
from lint.tiny import figure, found, passage, remarks, subject

FOUND = [
    ("Sidste år flyttede en borger.", ["en borger"]),
    ("Sidste år flyttede én borger.", ["én borger"]),
    ("Her bor to unge.", ["to unge"]),
    ("Kun 3 borgere fik afslag.", ["3 borgere"]),
    ("Det drejer sig om fire børn.", ["fire børn"]),
    ("To af de unge er flyttet.", ["To af de unge"]),
    ("En enkelt borger klagede.", ["En enkelt borger"]),
    ("Vi mødte 1 person.", ["1 person"]),
    ("Der er 2 sager om vold.", ["2 sager"]),
    ("Der er to børnesager.", ["to børnesager"]),
    ("To familier har fået støtte.", ["To familier"]),
    ("Tre 15-årige er sigtet.", ["Tre 15-årige"]),
    ("To af borgerne har fået bolig.", ["To af borgerne"]),
    ("Et af børnene er flyttet.", ["Et af børnene"]),
    ("Kun 2 ud af 14 unge har gennemført.", ["2 ud af 14 unge"]),
    ("To ud af de 14 unge har gennemført.", ["To ud af de 14 unge"]),
    ("Vi hjalp 2–3 borgere.", ["2–3 borgere"]),
    ("Vi hjalp 3-4 unge.", ["3-4 unge"]),
    ("En eller to borgere er med.", ["En eller to borgere"]),
    ("Et par unge er dømt.", ["Et par unge"]),
    ("En ung på 17 år skal afsone.", ["En ung"]),
    ("En ung under 18 år blev dømt.", ["En ung"]),
    ("En kvindelig borger er flyttet.", ["En kvindelig borger"]),
    ("To søskende er anbragt.", ["To søskende"]),
    ("Vi talte med to bandemedlemmer.", ["to bandemedlemmer"]),
    ("Kun 3 deltagere blev færdige.", ["3 deltagere"]),
    ("Der var kun tre\nunge i gang.", ["tre unge"]),
    ("Antallet af unge i forløb er 3.", ["3"]),
    ("Antal borgere: 2", ["2"]),
    ("Antallet af sager er 3 i år.", ["3"]),
    ("Af de unge er to dømt.", ["to"]),
    ("Blandt de unge var kun to dømt.", ["to"]),
    ("Der er ti unge. Tre af dem er dømt.", ["Tre af dem"]),
    ("Der bor ni borgere her, og én af dem klagede.", ["én af dem"]),
    ("Medarbejderne mødte ti unge, og 2 af dem kom igen.", ["2 af dem"]),
    ("Begge unge er flyttet.", ["Begge unge"]),
    ("Vi hjalp begge de unge.", ["begge de unge"]),
    ("Begge sager er afsluttet.", ["Begge sager"]),
    ("Begge brødre er anbragt.", ["Begge brødre"]),
    ("Et ungt menneske blev anholdt.", ["Et ungt menneske"]),
    ("To af dem er under 18 år.", ["To af dem"]),
    ("Der er fem borgere, hvoraf to er dømt.", ["hvoraf to"]),
    ("Der er ti unge, heraf er 3 under 18 år.", ["heraf er 3"]),
    ("De to unge er flyttet.", ["to unge"]),
    ("Vi hjalp et par borgere.", ["et par borgere"]),
    ("Et par borgere skal flytte.", ["Et par borgere"]),
    ("Støtten gives til en borger, der bor på Nørregade.", ["en borger"]),
    ("Støtten blev givet til en borger, der har behov.", ["en borger"]),
    ("Støtten gives i år til en borger, der har behov.", ["en borger"]),
    ("Støtten gives til en borger, der var anbragt.", ["en borger"]),
    ("Støtten gives til en borger i kommunen.", ["en borger"]),
    ("Støtten gives til en borger, der mentes at være i fare.", ["en borger"]),
    ("Støtten gives til en borger, der har fået afslag.", ["en borger"]),
    ("Støtten gives til en borger, der har behov og flyttede.", ["en borger"]),
    ("Vi kan oplyse, at der er givet støtte til en borger, der har behov.", ["en borger"]),
    ("Kun én ting: støtten gives til én borger, der har behov.", ["én borger"]),
    ("Vi hjælper to unge.", ["to unge"]),
    ("Kommunen hjælper en borger med bolig.", ["en borger"]),
    ("Et par af borgerne klagede.", ["Et par af borgerne"]),
    ("Et par af de unge kan flytte.", ["Et par af de unge"]),
    ("Kun 2–3 af de unge er i gang.", ["2–3 af de unge"]),
    ("Ingen af de fire unge er dømt.", ["fire unge"]),
    ("To af de fire unge er dømt.", ["To af de fire unge"]),
    ("Ti unge fik en mentor. To af dem er dømt.", ["To af dem"]),
    ("Der er ti unge. Et par af dem er dømt.", ["Et par af dem"]),
    ("Der er ti unge. 2–3 af dem er dømt.", ["2–3 af dem"]),
    ('Der er {{ figure("a") }}. Tre af dem er dømt.', ["Tre af dem"]),
    ("Sidste år fik en borger, der havde behov, støtte.", ["en borger"]),
    ("Sidste år kunne en borger få støtte.", ["en borger"]),
    ("En borger kunne ikke få hjælp.", ["En borger"]),
    ("En ung skulle i fængsel.", ["En ung"]),
    ("Kun en borger kan få plads.", ["en borger"]),
    ("Nu kan en borger flytte hjem.", ["en borger"]),
    ("I år kan en borger få støtte.", ["en borger"]),
    ("I alt kan en borger få støtte.", ["en borger"]),
    ("Vi kan oplyse, at en borger bor her.", ["en borger"]),
    ("Kommunen skal møde en borger.", ["en borger"]),
    ("Kommunen kan give en borger bolig på Nørregade.", ["en borger"]),
    ("Kommunen kan give en borger den bolig, han fik.", ["en borger"]),
    ("Kommunen kan give to borgere bolig.", ["to borgere"]),
    ("Der er en borger, der har behov.", ["en borger"]),
    ("I år\nydes støtten til en borger, der har behov.", ["en borger"]),
    ("Støtten gives til en ung, der er 17 år.", ["en ung"]),
    ("Begge forældre blev dømt.", ["Begge forældre"]),
    ("Sidste år flyttede begge forældre.", ["begge forældre"]),
    ("Begge deres børn er anbragt.", ["Begge deres børn"]),
    ("En borger, der blev dømt, kan få hjælp.", ["En borger"]),
    ("For eksempel fik en borger bolig.", ["en borger"]),
    ("Fx hjalp vi en borger, og fx blev en ung dømt.", ["en borger", "en ung"]),
    ("Fx mødte vi en borger.", ["en borger"]),
]
LEFT = [
    "Fem unge er i gang.",
    "Her bor 12 unge.",
    "Når en borger flytter, får vi besked.",
    "En ung kan få støtte.",
    "Færre end fem unge er i gang.",
    "Færre end 5 borgere er i gang.",
    "Højst to unge får plads.",
    "Mindst 3 borgere er med.",
    "To medarbejdere er ansat.",
    "En medarbejder tager kontakt.",
    "Tre pædagoger og en leder.",
    "En sag kan tage tid.",
    "Nul borgere.",
    "Efter 3 måneder.",
    "Unge på 2–4 år.",
    "Hvis en ung er i tvivl, hjælper vi.",
    "Hvis to unge er uvenner, hjælper vi.",
    "For en borger betyder det tryghed.",
    "Det er svært for en ung at bede om hjælp.",
    "En borger, der søger støtte, skal visiteres.",
    "Forældre til et barn med handicap får råd.",
    "Et barn skal altid høres.",
    "Et barn eller en ung har ret til en rådgiver.",
    "En ung under 18 år skal have forældrenes samtykke.",
    "Tilbuddet er for forældre med et barn under 3 år.",
    "En række unge er i gang.",
    "En gruppe borgere er i gang.",
    "Her er 3–12 unge.",
    "I afsnit 2 børn og unge, i klasse 4 elever.",
    "Efter § 3 børn og unge.",
    "Antallet af unge er 30.",
    "Antallet af unge er 3.000.",
    "Blandt de unge er to grupper.",
    "Antal årsværk: 2",
    "Antallet af unge er 2 pct. højere.",
    "I 2021 var der 3\n\nUnge i Aarhus.",
    "Der er ti medarbejdere. Tre af dem er pædagoger.",
    "De unge møder ti medarbejdere, og to af dem er lærere.",
    "Der er ti indsatser. Tre af dem er nye.",
    "Der er tolv unge. Seks af dem er dømt.",
    "Begge medarbejdere er ansat.",
    "Begge forældre skal samtykke.",
    "Hvis begge unge er med, holdes et møde.",
    "Begge indsatser er nye.",
    "De to medarbejdere er ansat, og et par dage gik.",
    "Støtten gives til en borger, der har behov for hjælp.",
    "Tilbuddet gælder for en ung, som søger arbejde.",
    "Hjælpen ydes til et barn, der mistrives.",
    "Der er ti medarbejdere, hvoraf to er pædagoger.",
    "Der er ti unge, hvoraf seks er dømt.",
    "De unge har ti pladser, heraf to nye døgnpladser.",
    "Der kan gives støtte til et barn, som har særligt behov.",
    "Pladsen kan gives til en ung, der har brug for ro.",
    "Et par af medarbejderne er nye.",
    "Et par måneder senere, og et par af indsatserne er nye.",
    "Tre af indsatserne er nye.",
    "De to kommuner og begge forvaltninger er med.",
    "Der er 3–12 unge. 3–12 af dem er nye.",
    "Der er ti unge, og hver og en af dem får hjælp.",
    "Der er ti medarbejdere, og et par af dem er nye.",
    "Der skal være mindst to unge pr. hold.",
    "Kommunen kan give en borger en rådgiver.",
    "Kommunen skal tilbyde en ung\nen kontaktperson.",
    "Kommunen kan yde støtte til en borger.",
    "Fra 1. januar 2024 kan en ung få ungestøtte.",
    "Støtten gives til en ung, der er fyldt 18 år.",
    "Støtten gives til en borger, der har behov\nfor hjælp.",
    "Samtykke fra begge forældre kræves. Vi spurgte.",
    "Begge forældre har forældremyndighed.",
    "En borger, der er i tvivl, kan få hjælp.",
    "For eksempel når en borger flytter, eller fx en ung søger råd.",
]


@pytest.mark.parametrize(("text", "words"), FOUND)
def test_found(text: str, words: list[str]) -> None:
    assert remarks(small_prose, text) == words


@pytest.mark.parametrize("text", LEFT)
def test_left_alone(text: str) -> None:
    assert remarks(small_prose, text) == []


@pytest.mark.parametrize("text", ["Kun **tre** unge er med.", "Kun tre **unge** er med.", "Kun *tre unge*."])
def test_emphasis_hides_nothing(text: str) -> None:
    (item,) = judge_passage(small_prose, passage(text), LintSettings())
    assert item.detail == "tre unge"


def test_the_threshold_is_the_projects() -> None:
    assert remarks(small_prose, "Her bor fire unge.", LintSettings(small_count=3)) == []
    assert remarks(small_prose, "Her bor ti unge.", LintSettings(small_count=11)) == ["ti unge"]


@pytest.mark.parametrize("kind", [Kind.HEADING, Kind.CAPTION, Kind.LABEL])
def test_all_public_text_is_judged(kind: Kind) -> None:
    assert len(list(judge_passage(small_prose, passage("To unge", kind), LintSettings()))) == 1


def test_a_source_is_printed_too(tmp_path: Path) -> None:
    files = [figure("a", "2024-01-01 12 | source: Samtaler med to unge")]
    assert found(small_prose, subject(tmp_path, files)) == ["figures/a:11 to unge"]


def test_a_question_repeats_what_was_asked() -> None:
    assert not list(judge_passage(small_prose, passage("To unge", Kind.QUESTION), LintSettings()))


def test_a_confidential_text_may_name_them() -> None:
    assert not list(judge_passage(small_prose, passage("To unge", confidential=True), LintSettings()))
