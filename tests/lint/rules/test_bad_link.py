from pathlib import Path

import pytest

from answerkit.lint.links import fault_of, without_tracking
from answerkit.lint.rules.bad_link import bad_link
from lint.tiny import block, found, hints, law, subject

BAD = {
    "http://www.dr.dk/": "https",
    "www.dr.dk": "https",
    "ftp://www.dr.dk/": "https",
    "https://localhost/side": "eget net",
    "https://intranet/side": "eget net",
    "https://portal.aak.local/side": "eget net",
    "https://10.1.2.3/side": "et tal",
    "https://[::1]/side": "et tal",
    "https://[oops/": "kan ikke læses",
    "https://https://www.dr.dk/": "to gange",
    "https://www.example.com/side": "opdigtet",
    "https://bit.ly/3x": "sender læseren videre",
    "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fdr.dk": "sender læseren videre",
    "https://www.dr.dk/?utm_source=nyhedsbrev&id=3": "utm_source",
    "https://www.dr.dk/?id=3&fbclid=abc": "fbclid",
    "https://www.dr.12/": "ikke helt",
    "mailto:os": "ufuldstændig",
}
GOOD = [
    "https://www.retsinformation.dk/eli/lta/2018/1705",
    "https://www.vive.dk/da/nyheder/2021/exit/",
    "https://aarhus.dk/søg?q=unge&side=2",
    "https://www.dr.dk/?redirect=https://www.tv2.dk/",
    "https://www.æøå.dk/",
    "https://xn--80ak6aa92e.xn--p1ai/",
    "mailto:os@aarhus.dk",
]


@pytest.mark.parametrize("address", BAD)
def test_a_bad_address_is_found(address: str, tmp_path: Path) -> None:
    judged = subject(tmp_path, [block(text=f"Første linje.\nSe [her]({address}), tak.")])
    assert found(bad_link, judged) == [f"blocks/text/a:6 {address}"]
    (hint,) = hints(bad_link, judged)
    assert BAD[address] in hint


@pytest.mark.parametrize("address", GOOD)
def test_a_good_address_is_left_alone(address: str, tmp_path: Path) -> None:
    assert found(bad_link, subject(tmp_path, [block(text=f"Se [her]({address}) og <{address}>.")])) == []


def test_an_address_in_plain_sight_is_read_without_the_sentences_end(tmp_path: Path) -> None:
    judged = subject(tmp_path, [block(text="Se http://www.dr.dk/a, og <http://www.dr.dk/b>.")])
    assert found(bad_link, judged) == [
        "blocks/text/a:5 http://www.dr.dk/a",
        "blocks/text/a:5 http://www.dr.dk/b",
    ]


def test_a_laws_address_is_judged_too(tmp_path: Path) -> None:
    files = law("gammel")
    files = {name: text.replace("www.retsinformation.dk", "bit.ly") for name, text in files.items()}
    assert found(bad_link, subject(tmp_path, [files])) == ["laws/gammel:6 https://bit.ly/eli/lta/2000/1"]


@pytest.mark.parametrize(
    ("address", "clean"),
    [
        ("https://www.dr.dk/?utm_source=a&id=3", "https://www.dr.dk/?id=3"),
        ("https://www.dr.dk/?id=3&utm_source=a&side=2#top", "https://www.dr.dk/?id=3&side=2#top"),
        ("https://www.dr.dk/a?utm_source=a&utm_medium=b", "https://www.dr.dk/a"),
        ("https://www.dr.dk/a?fbclid=x#top", "https://www.dr.dk/a#top"),
        ("https://www.dr.dk/a?b=%20&c", "https://www.dr.dk/a?b=%20&c"),
        ("https://www.dr.dk/a#utm_source=a", "https://www.dr.dk/a#utm_source=a"),
        ("https://www.dr.dk/a", "https://www.dr.dk/a"),
    ],
)
def test_what_tracks_is_taken_out_and_nothing_else(address: str, clean: str) -> None:
    assert without_tracking(address) == clean
    assert "sporer" not in fault_of(clean)
