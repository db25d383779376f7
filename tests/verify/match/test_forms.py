"""Secrets that were bent, cut, misspelt or rearranged are still found; what only looks like one is not."""

import random

import pytest

from answerkit.model.problem import Severity
from verify.match.cases import CASES
from verify.match.planted import among_others, found, is_found

PERSON = "Sagen handler om Balder Fiktivsen Prøvestrup og om Mads Jensen.\n"
NAMES = [
    "Balder Fiktivsen Prøvestrup",
    "Balder Prøvestrup",
    "BALDER PRØVESTRUP",
    "Prøvestrup, Balder",
    "Prøvestrup Balder Fiktivsen",
    "Balder F. Prøvestrup",
    "B. Prøvestrup",
    "Prøvestrup",
    "fiktivsen",
    "Prøvestrups sag",
    "Prøvestrup's sag",
    "Prøvestruppen",
    "Prøvestrup-sagen",
    "Prøvestrupsagen",
    "Prøvestrupfamilien",
    "familien-prøvestrup",
    "sag_balder_provestrup.docx",
    "Prøvstrup",
    "Prøevstrup",
    "Prøvesttrup",
    "Baldr Prøvestrp",
    "Mads Jensen",
    "Jensen, Mads",
    "Mads Jensens klage",
    "MADS JENSEN",
    "madsjensen@eksempel.dk",
    "Mdas Jensen",
    "Mads Jensn",
]
OTHER_NAMES = [
    "Jensen",
    "Jensens Plads",
    "Mette Jensen og Mads Hansen",
    "Lars Jensen",
    "prøve strukturen",
    "strukturprøve",
    "en prøve",
    "baldrian",
    "Prøv stoppet",
    "Fiktion og fakta",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_found_in_all_its_forms(name: str) -> None:
    assert is_found(PERSON, among_others(name))


@pytest.mark.parametrize("name", OTHER_NAMES)
def test_another_name_or_word_is_left_alone(name: str) -> None:
    assert not is_found(PERSON, among_others(name))


@pytest.mark.parametrize("text", ["Det mener Balder ikke.", "Hun spurgte Mads.", "Mads", "M. Jensen skrev."])
def test_a_lone_given_name_warns(text: str) -> None:
    findings = found(PERSON, text)
    assert [(item.code, item.severity) for item in findings] == [("C106", Severity.WARNING)]


@pytest.mark.parametrize("text", ["Balder Hansted talte.", "mads er et ord", "Lise Mads Storm", "L. Jensen"])
def test_a_given_name_of_somebody_else_does_not_warn(text: str) -> None:
    assert found(PERSON, text) == ()


IDENTIFIERS = {
    "cpr": (
        "Født 140347-5137.",
        [
            "1403475137",
            "140347 5137",
            "14 03 47 51 37",
            "14.03.47-5137",
            "140347–5137",
            "CPR:140347-5137.",
            "14/03/47 5137",
            "14032047-5137",
            "470314-5137",
            "140347-xxxx",
            "14O347-5l37",
            "140347\n5137",
        ],
        ["140348-5137", "11403475137", "140347513", "14034751370", "141347-5137"],
    ),
    "phone": (
        "Ring på 28 71 44 90.",
        ["28714490", "+45 28714490", "0045 2871 4490", "28-71-44-90", "28.71.44.90", "(+45) 28 714 490"],
        ["28 71 44 91", "128714490", "287144901", "28 71 44"],
    ),
    "address": (
        "Han bor på Månestøvvænget 31, 2. tv., 8200 Aarhus N.",
        ["Månestøvvænget 31", "månestøvvænget nr. 31", "MAANESTOEVVAENGET 31", "Månestøvvænget 31B"],
        ["Aarhus N", "8200 Aarhus", "vænget 31", "31, 2. tv."],
    ),
    "case_number": (
        "Sagen har nummer 27.24.00-G01-9917-19.",
        [
            "27.24.00-G01-9917-19",
            "272400G01991719",
            "27 24 00 g01 9917 19",
            "27/24/00/G01/9917/19",
            "9917-19",
            "G01-9917-19",
            "27.24.00-G01-9917",
        ],
        ["27.24.00-G01", "27.24.00-G01-9918-19", "27.24.00", "9917", "9918-19", "59917-19"],
    ),
    "case_number of a year": (
        "Sagen har nummer WB-2031-0037 og 2031-19-A.",
        ["WB-2031-0037", "2031-0037", "2031/0037"],
        ["0037", "2031-0038", "2031-19"],
    ),
    "long_number in prose": (
        "Der mangler 1.284.350 kr. i kassen og 2.500.000 kr. på kontoen.",
        ["1.284.350 kr.", "1284350", "1 284 350,00 kr."],
        ["1.284.351 kr.", "1.284", "2.500.000 kr."],
    ),
    "mail": (
        "Skriv til balder.p@opdigtet-post.dk.",
        [
            "balder.p@opdigtet-post.dk",
            "Balder.P (at) opdigtet-post (dot) dk",
            "mailto:balder.p@opdigtet-post.dk",
        ],
        ["post@opdigtet-post.dk", "opdigtet-post.dk", "balder"],
    ),
    "long_number": (
        "Kontoen er 9021 4417730921, og bilen er ZX 48 213.",
        ["9021-4417730921", "90214417730921", "ZX48213", "zx 48213"],
        ["9021", "ZX 48 214", "4417730922", "48 213"],
    ),
}


@pytest.mark.parametrize(
    ("text", "planted", "kind"),
    [(text, spelt, kind) for kind, (text, spellings, _) in IDENTIFIERS.items() for spelt in spellings],
)
def test_an_identifier_is_found_in_all_its_notations(text: str, planted: str, kind: str) -> None:
    assert kind.partition(" ")[0] in [
        item.kind for item in found(text, among_others(planted)) if item.code == "C101"
    ]


@pytest.mark.parametrize(
    ("text", "planted"),
    [(text, other) for text, _, others in IDENTIFIERS.values() for other in others],
)
def test_another_number_is_left_alone(text: str, planted: str) -> None:
    assert found(text, among_others(planted)) == ()


TERMS = "paranoid skizofreni\nravnekrogen\nGrøn Cirkel\nMoren drikker spiritus.\n"


@pytest.mark.parametrize(
    "planted",
    [
        "paranoid skizofreni",
        "Paranoide skizofrenier",
        "skizofreni, paranoid",
        "paranoid skizofrenni",
        "Ravnekrogens børn",
        "ravnekrogen-sagen",
        "RAVNEKROGEN",
        "Grøn Cirkels",
        "moren drikker spiritus",
    ],
)
def test_a_line_of_a_few_words_is_found(planted: str) -> None:
    assert is_found(TERMS, among_others(planted))


@pytest.mark.parametrize(
    "planted", ["en grøn cirkel", "skizofreni", "paranoid", "ravnene", "moren drikker kaffe"]
)
def test_a_part_of_a_term_is_left_alone(planted: str) -> None:
    assert found(TERMS, among_others(planted)) == ()


# --- parts of sentences

SENTENCES = [(case.text, sentence) for case in CASES for sentence in case.sentences]


@pytest.mark.parametrize(("text", "sentence"), SENTENCES)
def test_half_a_sentence_is_found(text: str, sentence: str) -> None:
    words = sentence.split()
    for part in (words[:8], words[-8:], words[: len(words) // 2 + 1], words[len(words) // 2 - 1 :]):
        assert is_found(text, among_others(" ".join(part)))


@pytest.mark.parametrize(("text", "sentence"), SENTENCES)
def test_a_changed_sentence_is_found(text: str, sentence: str) -> None:
    words = sentence.rstrip(".").split()
    for at in range(len(words) - 1):
        swapped = [*words[:at], words[at + 1], words[at], *words[at + 2 :]]
        replaced = [*words[:at], "dernæst", *words[at + 1 :]]
        left_out = [*words[:at], *words[at + 1 :]]
        for changed in (swapped, replaced, left_out):
            assert is_found(text, among_others(" ".join(changed)))


def misspelt(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    other = chance.choice("abdefgiklmnoprstu")
    kinds = (
        word[:at] + word[at + 1 :],
        word[:at] + other + word[at:],
        word[:at] + other + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    )
    return chance.choice(kinds)


@pytest.mark.parametrize(("text", "sentence"), SENTENCES)
def test_a_misspelt_sentence_is_found(text: str, sentence: str) -> None:
    chance = random.Random(sentence)  # noqa: S311 - the same mistakes each time
    words = sentence.rstrip(".").split()
    for at, word in enumerate(words):
        if len(word) > 3:
            changed = [*words[:at], misspelt(word, chance), *words[at + 1 :]]
            assert is_found(text, among_others(" ".join(changed)))


@pytest.mark.parametrize(
    "planted",
    [
        "Naboen har set ham.",
        "i den nedlagte skole",
        "Kontaktpersonen foreslår et møde med forældrene i den næste uge.",
        "Lægen på klinikken skrev en henvisning til sygehuset.",
        "Klagen blev behandlet i en lukket fase af forhandlingerne.",
        "Ifølge vagtplanen var der fire på arbejde.",
    ],
)
def test_a_few_ordinary_words_in_common_are_no_part_of_a_sentence(planted: str) -> None:
    for case in CASES:
        assert found(case.text, planted) == ()


# --- names of several kinds


@pytest.mark.parametrize(
    ("text", "planted"),
    [
        ("Sagen handler om Sanne Mellemkjær Holdt Lund.", "Mellemkjær Lund"),
        ("Sagen handler om Sanne Mellemkjær Holdt Lund.", "Lund, Sanne Mellemkjær"),
        ("Det sagde Peter Skovgang i går.", "Skovgang"),
        ("Det sagde Lis Bo i går.", "Lis Bo"),
        ("Det sagde Bo Lund i går.", "Bo Lund"),
        ("Det sagde Yrsa Ellegaard i går.", "YrsaEllegaard"),
        ("Det sagde Yrsa Ellegaard i går.", "Elle-gaard"),
        ("Firmaet hedder Lotus & Bambus.", "submaB"),
        ("Vicekommitteret Knud Prøvestrup kom.", "Prøvestrup"),
    ],
)
def test_names_of_several_kinds_are_found(text: str, planted: str) -> None:
    assert is_found(text, among_others(planted))


@pytest.mark.parametrize(
    ("text", "planted"),
    [
        ("Det sagde Peter Skovgang i går.", "en skovgang"),
        ("Det sagde Lis Bo i går.", "politiets lisbo"),
        ("Vicekommitteret Knud Prøvestrup kom.", "vicekommitteret"),
        ("Vicevært Knud Prøvestrup kom.", "viceværtslejlighed"),
        ("Det sagde Ask Skov i går.", "en ask i en skov"),
        ("Det sagde Ask Skov i går.", "ask og så en skov"),
    ],
)
def test_words_that_names_are_made_of_are_left_alone(text: str, planted: str) -> None:
    assert not is_found(text, among_others(planted))


@pytest.mark.parametrize("planted", ["xn--brger-mua", "xn--99999999999999999"])
def test_names_of_hosts_in_other_letters_are_read(planted: str) -> None:
    assert found("Ordet er Ravnebørger.", among_others(planted)) == ()


def test_a_host_may_tell() -> None:
    host = "tågelund-åkjær".encode("punycode").decode()
    assert is_found("Det sagde Snefrid Tågelund-Åkjær.", f"se https://xn--{host}.dk/")


@pytest.mark.parametrize("planted", ["12 345 678 901 234", "0a1b2c3d4e5f607", "999 888 777 666 555 444"])
def test_numbers_that_are_no_text_in_disguise(planted: str) -> None:
    assert found(PERSON, among_others(planted)) == ()


def test_a_given_name_that_is_a_word_may_begin_a_sentence() -> None:
    text = "Det sagde Maj Tågelund i går."
    assert found(text, "Mødet er slut. Maj blev en kold måned.") == ()
    assert [item.code for item in found(text, "Det sagde Maj i går.")] == ["C106"]


def test_a_name_does_not_hide_the_address_that_holds_it_when_both_stand_backwards() -> None:
    text = "Skriv til thoeger_m@firma.example, sagde Thøger Riis Munkholm."
    findings = found(text, among_others("elpmaxe.amrif@m_regeoht"))
    assert "C101" in [item.code for item in findings]


@pytest.mark.parametrize(
    "planted",
    [
        "Hun er udeblevet samtlige fra aftaler siden nytår",
        "siden nytår er hun udeblevet fra samtlige aftaler",
    ],
)
def test_a_sentence_of_common_words_is_found_when_nearly_all_of_it_is_there(planted: str) -> None:
    assert is_found("Hun er udeblevet fra samtlige aftaler siden nytår.", planted)


COMMON = "Drengen kom til kommunen den 4. februar 2019, da hans skole sendte et brev til hans mor.\n"


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("et barn, som kom til kommunen den 4. februar 2019, da hans skole", True),
        ("den 4. februar 2019, da hans skole sendte et brev til", True),
        ("at hans skole sendte et brev", False),
        ("da hans skole sendte et brev til en anden kommune i februar 2019", True),
        ("hans skole sendte et brev om en anden kommune i februar 2019", False),
    ],
)
def test_a_long_part_of_a_sentence_is_found_however_common_its_words(part: str, expected: bool) -> None:  # noqa: FBT001 - a table
    assert is_found(COMMON, among_others(part)) is expected


CASE = """\
Siden har han fået støtte efter {{ law("lov") }}, og han har deltaget i flere af de tilbud, der er beskrevet i
{{ ref("b") }}.
Kommunen vurderer, at han fortsat har brug for en voksen, som han stoler på.
Hun har gennem flere år modtaget socialpædagogisk støtte i eget hjem.
Udvalget træffer afgørelse om anbringelse uden samtykke.
"""


@pytest.mark.parametrize(
    "planted",
    [
        "Siden har han fået støtte efter serviceloven, og han har deltaget i flere af de tilbud.",
        "Kommunen vurderer, at der fortsat er brug for en voksen, som den unge stoler på.",
        "har deltaget i flere af de tilbud, der er beskrevet i kapitel 4",
    ],
)
def test_a_sentence_is_found_around_an_expression_and_around_words_that_were_replaced(planted: str) -> None:
    assert is_found(CASE, planted)


@pytest.mark.parametrize(
    "planted",
    [
        "Borgere kan få socialpædagogisk støtte i eget hjem.",
        "Nævnet træffer afgørelse om anbringelse uden samtykke.",
        "I kommunen er der flere tilbud til unge, og de er beskrevet i bilag 2.",
    ],
)
def test_what_laws_and_services_are_called_is_left_alone(planted: str) -> None:
    assert not is_found(CASE, planted)


@pytest.mark.parametrize(
    ("text", "planted", "expected"),
    [
        ("Det sagde Ragnhild Støvring Molbech i går.", "Det sagde Støvirng i går.", True),
        ("Det sagde Ragnhild Støvring Molbech i går.", "Det gav støring på linjen i går.", False),
        ("Der var besøg i Natiroren i går.", "Det gælder alle xuqnatiroren i går.", False),
        ("Der var besøg i Natiroren i går.", "Det gælder bynatiroren i går.", True),
        ("Han talte med Pædagogisk Psykologisk Rådgivning.", "Psykologisk Rådgivning hjælper skoler.", False),
    ],
)
def test_another_word_that_looks_like_a_name_is_left_alone(text: str, planted: str, expected: bool) -> None:  # noqa: FBT001 - a table
    assert is_found(text, planted) is expected


@pytest.mark.parametrize(
    ("text", "planted", "expected"),
    [
        ("Hun bor på Blåklokken i Randers.", "Hun flytter til Blåklokken.", True),
        ("Institutionen Blåklokken har fyret to.", "Det gælder Blåklokkens børn.", True),
        ("Hun bor på Blåklokken i Randers.", "Det gælder B l å k l o k k e n nu.", True),
        ("Hun bor på Blåklokken i Randers.", "Der står en blåklokke i haven. En blåklokken.", False),
        ("Hun talte med Familieafdelingen i går.", "Ring til Familieafdelingen i dag.", False),
        ("Det sagde Afdelingslederen i går.", "Spørg Afdelingslederen.", False),
        ("Der stod FAMILIESAMMENHOLDET på døren.", "Se FAMILIESAMMENHOLDET.", False),
    ],
)
def test_a_compound_of_ordinary_words_is_a_name_with_its_capital(
    text: str,
    planted: str,
    expected: bool,  # noqa: FBT001 - a table
) -> None:
    assert is_found(text, planted) is expected
