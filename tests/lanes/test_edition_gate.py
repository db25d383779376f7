"""What each file of an edition has to pass, asked of one file."""

from __future__ import annotations

from answerkit.lanes.edition_gate import EditionGate
from answerkit.model.codes import Code
from answerkit.model.document import Edition
from answerkit.model.problem import Problem
from lanes.small import CLOSED, OPEN, Small
from lanes.test_build import events

TITLE = f"Svar om {OPEN}"


def test_a_built_file_passes_its_own_gate_and_not_the_other(small: Small) -> None:
    events(small)
    gate = EditionGate(small.paths, Edition.PUBLIC)
    gate.prepare()
    public, confidential = (
        small.output(edition, CLOSED).read_bytes() for edition in ("public", "confidential")
    )
    assert gate.word_rejections(public, "svar.docx", f"Svar om {CLOSED}") == ()
    assert gate.word_rejections(confidential, "svar.docx", f"Svar om {CLOSED}")
    other = EditionGate(small.paths, Edition.CONFIDENTIAL)
    assert other.word_rejections(confidential, "svar.docx", f"Svar om {CLOSED}") == ()
    assert other.word_rejections(public, "svar.docx", f"Svar om {CLOSED}")


def test_a_confidential_file_may_hold_numbers_of_persons(small: Small) -> None:
    number = b"<p>140347-5137</p>"
    public = EditionGate(small.paths, Edition.PUBLIC).page_rejections(number, b"", "svar.html")
    confidential = EditionGate(small.paths, Edition.CONFIDENTIAL).page_rejections(number, b"", "svar.html")
    assert "P101" in {str(item.code) for item in public}
    assert [type(item) for item in confidential] == [Problem]


def test_without_a_reference_file_nothing_passes(small: Small) -> None:
    (small.base / "templates" / "reference.docx").unlink()
    gate = EditionGate(small.paths, Edition.PUBLIC)
    gate.prepare()
    for rejected in (
        gate.word_rejections(b"", "svar.docx", TITLE),
        gate.page_rejections(b"", b"", "svar.html"),
    ):
        assert [item.code for item in rejected] == [Code.AK503]


def test_settings_that_cannot_be_read_forbid_what_is_always_forbidden(small: Small) -> None:
    small.write("answerkit.toml", "authority =")
    gate = EditionGate(small.paths, Edition.PUBLIC)
    rejected = gate.page_rejections(b"<p>140347-5137</p>", b"", "svar.html")
    assert "P101" in {str(item.code) for item in rejected}
