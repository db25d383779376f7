"""What must be left alone: ordinary Danish, the project's public content, and its public edition."""

from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from answerkit.load.overlay import load_confidential
from answerkit.load.public import load_public
from answerkit.load.watchlist import load_watchlist
from answerkit.model.text import Piece, Role
from answerkit.verify.match.matcher import Matcher
from answerkit.verify.secrets.derive import derive, from_texts
from answerkit.verify.secrets.secret import Secrets
from content.printed import CONFIDENTIAL, PROJECT, PUBLIC, W, confidential_file, public_file
from verify.match.cases import CASES
from verify.match.planted import ORDINARY, matcher

ANSWER = "2021-kriminalitetsforebyggelse"


@cache
def own_secrets() -> Secrets:
    public = load_public(PUBLIC, PROJECT).library
    watchlist, problems = load_watchlist(CONFIDENTIAL / "watchlist.yaml", PROJECT)
    assert problems == ()
    confidential = load_confidential(CONFIDENTIAL, PROJECT, public).library
    return derive(confidential, public, watchlist, "Aarhus Kommune")


def lines(text: str) -> list[Piece]:
    """Each line, and the whole."""
    pieces = [
        Piece("", f"line[{at}]", Role.BODY, line, at) for at, line in enumerate(text.splitlines(), start=1)
    ]
    return [*pieces, Piece("", "", Role.RAW, text)]


def pieces_of(file: bytes) -> list[Piece]:
    """Paragraphs, attributes and whole texts of a Word file."""
    pieces = []
    with ZipFile(BytesIO(file)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                root = etree.fromstring(archive.read(name))
                texts = [
                    etree.tostring(paragraph, method="text", encoding="unicode")
                    for paragraph in root.iter(f"{W}p")
                ]
                pieces += [Piece(name, f"p[{at}]", Role.BODY, text) for at, text in enumerate(texts)]
                pieces.append(
                    Piece(
                        name,
                        "",
                        Role.BODY,
                        "\n".join(texts) or etree.tostring(root, method="text", encoding="unicode"),
                    )
                )
                values = [str(value) for node in root.iter() for value in node.attrib.values()]
                pieces += [Piece(name, f"@[{at}]", Role.ATTRIBUTE, text) for at, text in enumerate(values)]
    return pieces


@pytest.mark.parametrize("case", CASES, ids=range(len(CASES)))
def test_ordinary_danish_never_matches(case: object) -> None:
    assert isinstance(case, type(CASES[0]))
    assert matcher(case.text).find("referat.txt", lines(ORDINARY)) == ()


def test_ordinary_danish_does_not_match_the_projects_own_secrets() -> None:
    assert Matcher(own_secrets()).find("referat.txt", lines(ORDINARY)) == ()


def test_public_content_matches_no_case() -> None:
    searched = Matcher(from_texts([case.text for case in CASES]))
    for path in sorted(PUBLIC.rglob("*.yaml")):
        assert searched.find(path.name, lines(path.read_text(encoding="utf-8"))) == (), path.name


def test_public_content_does_not_match_the_projects_own_secrets() -> None:
    searched = Matcher(own_secrets())
    for path in sorted(PUBLIC.rglob("*.yaml")):
        assert searched.find(path.name, lines(path.read_text(encoding="utf-8"))) == (), path.name


@pytest.mark.parametrize("answer", [ANSWER, "2025-veje-ud-af-kriminalitet"])
def test_a_public_edition_does_not_match_its_own_overlay(answer: str) -> None:
    assert Matcher(own_secrets()).find(f"{answer}.docx", pieces_of(public_file(answer))) == ()


def test_a_confidential_edition_does() -> None:
    findings = Matcher(own_secrets()).find("x.docx", pieces_of(confidential_file(ANSWER)))
    kinds = {(item.code, item.kind) for item in findings}
    assert {("C101", "cpr"), ("C101", "address"), ("C101", "case_number"), ("C102", "name")} <= kinds
    assert "C104" in {code for code, _ in kinds}


def test_ordinary_texts_do_not_match_each_other() -> None:
    """Half of the ordinary Danish as if it were secret, against the other half, both ways."""
    texts = ORDINARY.split("\n\n")
    for secret, other in ((texts[::2], texts[1::2]), (texts[1::2], texts[::2])):
        assert Matcher(from_texts(secret)).find("referat.txt", lines("\n\n".join(other))) == ()
