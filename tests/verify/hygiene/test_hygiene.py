"""What programs leave in files: each thing is found where it stands, and what belongs there is left alone."""

import pytest

from answerkit.model.finding import Finding, Gate
from answerkit.model.problem import Severity
from answerkit.verify.extract.read import extract
from answerkit.verify.hygiene.codes import Rule
from answerkit.verify.hygiene.inspect import Inspection
from verify.built.clean import clean
from verify.foreign.packages import Parts, added, paragraph, run, word, zipped
from verify.foreign.streams import compound, pdf
from verify.hygiene.cases import CLEAN, OTHER, PACKAGES

OWN = frozenset({"Prøveby Kommune"})


def findings(name: str, data: bytes) -> tuple[Finding, ...]:
    inspection = Inspection(OWN)
    extract(name, data, look=inspection.look)
    return inspection.findings(name)


def codes(name: str, data: bytes) -> list[str]:
    return sorted({item.code for item in findings(name, data)})


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        pytest.param(code, parts, id=f"{code}-{number}")
        for code, packages in PACKAGES.items()
        for number, parts in enumerate(packages)
    ],
)
def test_it_is_found_in_a_package(code: str, parts: Parts) -> None:
    assert code in codes("fil", zipped(parts))


@pytest.mark.parametrize(
    ("code", "data"), [pytest.param(*case, id=f"{case[0]}-{n}") for n, case in enumerate(OTHER)]
)
def test_it_is_found_in_another_file(code: str, data: bytes) -> None:
    assert code in codes("fil", data)


@pytest.mark.parametrize("data", CLEAN.values(), ids=CLEAN)
def test_what_belongs_there_is_left_alone(data: bytes) -> None:
    assert codes("fil", data) == []


def test_a_built_file_is_clean_but_for_an_author_that_is_not_the_projects() -> None:
    assert codes("svar.docx", clean()) == ["H112"]


def test_what_cannot_be_read_is_left_to_the_reader() -> None:
    assert codes("fil.docx", zipped(added(word(), "word/document.xml", b"<w:document"))) == []
    assert codes("fil.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600) == []
    rootless = bytearray(compound({"WordDocument": b"x"}))
    root = rootless.index("Root Entry".encode("utf-16-le"))
    rootless[root + 66] = 0
    assert codes("fil.doc", bytes(rootless)) == []
    assert codes("fil.pdf", b"%PDF-1.7\n1 0 obj\n<< /Encrypt 1 0 R /JS (x) >>\nendobj\n%%EOF") == []


def test_a_finding_names_the_part_the_first_place_and_how_many() -> None:
    body = paragraph(run("x", "<w:vanish/>")) + paragraph(run("y", "<w:vanish/>"))
    (finding,) = findings("svar.docx", zipped(word(body)))
    message = f"{Rule.H103.message} (2 steder)"
    assert finding == Finding("svar.docx", "word/document.xml", "p[2]", Gate.HYGIENE, "H103", message)


def test_what_is_packed_in_another_file_is_found_there() -> None:
    inner = zipped(word(paragraph(run("x", "<w:vanish/>"))))
    (finding,) = findings("a.zip", zipped({"brev.docx": inner}))
    assert finding.part == "#1.docx!word/document.xml"


def test_authors_are_a_warning() -> None:
    (finding,) = findings("a.pdf", pdf(info=b"/Author (Mads)"))
    assert finding.severity is Severity.WARNING


def test_every_rule_is_seen_at_work() -> None:
    assert {*PACKAGES, *(code for code, _ in OTHER)} == {rule.name for rule in Rule}
