"""Invented secrets in any number, always the same ones: names, addresses, numbers and prose."""

from random import Random

_STARTS = [
    "Bra",
    "Dro",
    "Fje",
    "Gru",
    "Hvi",
    "Kla",
    "Kno",
    "Mje",
    "Nis",
    "Plu",
    "Rof",
    "Skvu",
    "Sne",
    "Tro",
    "Vjo",
    "Zir",
]
_MIDDLES = ["bel", "dis", "fen", "gal", "kun", "lim", "mor", "nar", "pos", "rik", "sul", "tav", "vig"]
_ENDS = ["berg", "dal", "gård", "holt", "kær", "lund", "mark", "strup", "sund", "toft", "vang", "vig"]
_VERBS = [
    "gemte",
    "solgte",
    "fandt",
    "flyttede",
    "låste",
    "hentede",
    "glemte",
    "brændte",
    "talte",
    "maskerede",
]
_THINGS = [
    "skabet",
    "kufferten",
    "dagbogen",
    "knallerten",
    "hunden",
    "nøglerne",
    "gryden",
    "fotografiet",
    "kasketten",
    "båden",
]
_PLACES = [
    "kælderen",
    "mosen",
    "garagen",
    "havnen",
    "loftet",
    "skoven",
    "bageriet",
    "tunnelen",
    "svømmehallen",
    "kolonihaven",
]


def terms(count: int) -> list[str]:
    """Names, addresses and numbers of cases in turn, each of two words or one long number."""
    random = Random(count)  # noqa: S311 - the same each time is the point
    makers = (_name, _address, _case_number)
    return [makers[at % len(makers)](random) for at in range(count)]


def blocks(count: int) -> list[str]:
    """Texts of five sentences, each about somebody and something."""
    random = Random(count)  # noqa: S311 - the same each time is the point
    return ["\n".join(_sentence(random) for _ in range(5)) for _ in range(count)]


def _word(random: Random) -> str:
    return random.choice(_STARTS) + random.choice(_MIDDLES) + random.choice(_ENDS)


def _name(random: Random) -> str:
    return f"{_word(random)} {_word(random)}"


def _address(random: Random) -> str:
    return f"{_word(random)}vej {random.randint(1, 199)}"


def _case_number(random: Random) -> str:
    return f"27.{random.randint(10, 99)}.00-G01-{random.randint(1000, 9999)}-{random.randint(10, 40)}"


def _sentence(random: Random) -> str:
    one, other = random.sample(_THINGS, 2)
    place, verb = random.choice(_PLACES), random.choice(_VERBS)
    return (
        f"Den {random.randint(1, 28)}. {verb} {_name(random)} {one} i {place} ved {_word(random)} og {other}."
    )
