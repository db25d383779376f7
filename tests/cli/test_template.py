"""``answerkit template check``, and a build with a reference file that tells."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from cli.conftest import Answerkit
from lanes.small import OPEN, Small

VARIABLE = '<w:docVars><w:docVar w:name="x"/></w:docVars>'
SETTINGS = "word/settings.xml"


def change(file: Path, part: str, old: str, new: str) -> None:
    """Put something else into a part of a Word file."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old.encode() in parts[part]
    parts[part] = parts[part].replace(old.encode(), new.encode(), 1)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    file.write_bytes(buffer.getvalue())


def reference(small: Small) -> Path:
    return small.base / "templates" / "reference.docx"


@pytest.mark.usefixtures("small")
def test_the_own_file_is_fit(answerkit: Answerkit) -> None:
    run = answerkit("template", "check")
    assert (run.code, run.out) == (0, "")
    assert "referencefilen kan bruges" in run.err


def test_a_named_file_is_looked_at_instead(small: Small, answerkit: Answerkit, tmp_path: Path) -> None:
    (tmp_path / "anden.docx").write_bytes(b"PK")
    run = answerkit("template", "check", str(tmp_path / "anden.docx"), "--project", str(small.base))
    assert run.code == 4
    assert "anden.docx: T100 " in run.err
    assert "AK503" not in run.err
    assert "A100" not in run.err
    assert run.err.endswith("\n1 fejl\n")


@pytest.mark.parametrize("named", [("nix.docx",), ()])
def test_a_file_that_is_not_there(small: Small, answerkit: Answerkit, named: tuple[str, ...]) -> None:
    reference(small).unlink()
    run = answerkit("template", "check", *named)
    assert run.code == 3
    assert f"{named[0] if named else 'templates/reference.docx'}: AK110 " in run.err


def test_what_would_go_out_stops_the_build_until_it_is_gone(small: Small, answerkit: Answerkit) -> None:
    clean = reference(small).read_bytes()
    change(
        reference(small),
        SETTINGS,
        "</w:settings>",
        '<w:docVars><w:docVar w:name="x"/></w:docVars></w:settings>',
    )
    build = answerkit("build", OPEN, "--edition", "public")
    assert build.code == 3
    assert "templates/reference.docx: AK505" in build.err
    assert small.files() == []
    check = answerkit("template", "check")
    assert check.code == 4
    assert "T108" in check.err
    reference(small).write_bytes(clean)
    assert answerkit("build", OPEN, "--edition", "public").code == 0


def test_what_the_file_lacks_is_said(small: Small, answerkit: Answerkit) -> None:
    change(reference(small), "word/styles.xml", '<w:name w:val="Notice"/>', '<w:name w:val="Andet"/>')
    run = answerkit("template", "check")
    assert run.code == 3
    assert "AK503" in run.err
    assert "notice" in run.err
    assert "kør »answerkit template check«" not in run.err


def test_what_not_all_can_read_is_said(small: Small, answerkit: Answerkit) -> None:
    change(reference(small), "word/styles.xml", 'w:val="555555"', 'w:val="CCCCCC"')
    run = answerkit("template", "check")
    assert run.code == 1
    assert "A180" in run.err


def test_a_file_too_large_is_not_read(small: Small, answerkit: Answerkit) -> None:
    with (small.base / "stor.docx").open("wb") as file:
        file.truncate(64 * 1024 * 1024 + 1)
    run = answerkit("template", "check", "stor.docx")
    assert run.code == 3
    assert "stor.docx: AK103 filen er for stor; slet billeder" in run.err


def test_the_group_alone_shows_its_commands(answerkit: Answerkit) -> None:
    run = answerkit("template")
    assert run.code == 2
    assert "Kommandoer:\n  check" in run.err


SAVED_BY_LIBREOFFICE = Path(__file__).parents[1] / "verify" / "template" / "libreoffice.docx"


def test_lists_that_libreoffice_saved_are_put_in_the_standards_order(
    small: Small, answerkit: Answerkit
) -> None:
    turned = re.compile(rb"<w:pStyle [^<>]*/><w:numFmt ")
    assert turned.search(numbering(SAVED_BY_LIBREOFFICE))
    reference(small).write_bytes(SAVED_BY_LIBREOFFICE.read_bytes())
    assert answerkit("build", OPEN, "--edition", "public").code == 0
    built = numbering(small.base / "outputs" / "public" / f"{OPEN}.docx")
    assert not turned.search(built)
    assert len(re.findall(rb"<w:numFmt [^<>]*/><w:pStyle ", built)) == len(
        turned.findall(numbering(SAVED_BY_LIBREOFFICE))
    )


def numbering(file: Path) -> bytes:
    """The part that holds the lists."""
    with zipfile.ZipFile(file) as archive:
        return archive.read("word/numbering.xml")
