"""A secret is found wherever in a file it is put, and clean files hold none."""

import io
import zipfile

import pytest

from answerkit.lanes.clearance import Clearance
from answerkit.lanes.scan import Scanner
from answerkit.model.finding import Finding, Gate
from answerkit.verify.secrets.derive import from_texts
from verify.built.clean import clean
from verify.extract import hide_office, hide_other, hide_word
from verify.extract.hiding import PLACES, WORD_PLACES, manifest
from verify.foreign.packages import Parts, odf, sheet, slides, word, zipped
from verify.foreign.streams import compound, gif, jpeg, pdf, png, webp

SECRETS = {
    "name": "Mogens Falkesgaard",
    "cpr": "241236-4321",
    "address": "Rønnebærvej 114",
    "case number": "2021-0417329",
    "sentence": "drengen blev hentet af politiet ved svømmehallen i Gellerup",
}
SCANNER = Scanner(clearance=Clearance(from_texts(SECRETS.values())))
FAMILIES = (hide_word, hide_office, hide_other)
"""Each puts its hiding places into the list when it is imported."""


def secrets_in(file: str, data: bytes) -> tuple[Finding, ...]:
    return tuple(item for item in SCANNER.scan(file, data) if item.gate is Gate.CONTENT)


@pytest.mark.parametrize("place", PLACES)
def test_it_is_found_in_every_place(place: str) -> None:
    each = PLACES[place]
    missed = [kind for kind, text in SECRETS.items() if not secrets_in(each.file, each.hide(text))]
    assert missed == []


@pytest.mark.parametrize("place", PLACES)
def test_a_cpr_number_is_found_in_every_place_by_its_shape(place: str) -> None:
    each = PLACES[place]
    found = Scanner().scan(each.file, each.hide(SECRETS["cpr"]))
    assert "P101" in {item.code for item in found}


def parts_of(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("place", WORD_PLACES)
def test_it_is_found_in_every_place_of_a_built_file(place: str) -> None:
    data = zipped(WORD_PLACES[place](parts_of(clean()), SECRETS["name"]))
    assert secrets_in("svar.docx", data), place


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("svar.docx", clean()),
        ("svar.docx", zipped(word())),
        ("tal.xlsx", zipped(sheet())),
        ("dias.pptx", zipped(slides())),
        ("brev.odt", zipped(odf())),
        ("svar.pdf", pdf()),
        ("svar.doc", compound({"WordDocument": b"Svar"})),
        ("a.png", png()),
        ("a.jpg", jpeg()),
        ("a.gif", gif()),
        ("a.webp", webp()),
    ],
)
def test_the_files_that_it_is_put_into_hold_none(file: str, data: bytes) -> None:
    assert secrets_in(file, data) == ()


def test_no_finding_repeats_a_secret() -> None:
    told = repr([SCANNER.scan(file, data) for _, file, data in manifest(SECRETS["name"])])
    assert "Falkesgaard" not in told


def test_there_are_more_than_a_hundred_places() -> None:
    assert len(PLACES) > 250
    assert len(FAMILIES) == 3
