"""The last mile: a clean file is copied under a name that says nothing; of any other, nothing is."""

from __future__ import annotations

import json
import os
import zipfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from answerkit.errors import AnswerkitError, ExitCode, UsageError
from answerkit.lanes import release as releasing
from answerkit.lanes.build import BuildRequest, build
from answerkit.lanes.clearing import clear_project
from answerkit.lanes.release import NotClearedError, ReleaseRequest, release
from answerkit.model.result import FileResult, Status
from answerkit.report.tally import Tally
from answerkit.verify.extract.limits import Limits
from lanes.small import CANARY, CLOSED, OPEN, Small

DELETED = b'</w:t></w:r><w:del w:id="7" w:author="A"><w:r><w:delText>x</w:delText></w:r></w:del><w:r><w:t>'
needs_links = pytest.mark.skipif(os.name != "posix", reason="kun Windows: symbolske links kræver rettigheder")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "ud"
    folder.mkdir()
    return folder


@pytest.fixture
def edited(small: Small, tmp_path: Path) -> Path:
    """A built file as Word might have saved it: compressed, with the name of who did it."""
    for _ in build(BuildRequest(small.paths)):
        pass
    return changed(small, tmp_path / f"Svar til {CANARY}.docx", b"Der er", b"Der var")


def changed(small: Small, path: Path, old: bytes, new: bytes) -> Path:
    kept = BytesIO()
    with (
        zipfile.ZipFile(small.output("public", OPEN)) as source,
        zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        assert old in source.read("word/document.xml")
        for part in source.infolist():
            target.writestr(part.filename, source.read(part).replace(old, new))
    path.write_bytes(kept.getvalue())
    return path


def run(small: Small, file: Path, to: Path, confidential: Path | None = None) -> Tally:
    tally = Tally()
    for event in release(ReleaseRequest(file, to, small.paths, confidential)):
        assert CANARY not in repr(event)
        tally.add(event)
    return tally


def codes(tally: Tally) -> set[str]:
    return {item.code for item in tally.findings}


def test_a_clean_file_leaves_with_its_verdict(small: Small, edited: Path, out: Path) -> None:
    data = edited.read_bytes()
    tally = run(small, edited, out)
    digest = sha256(data).hexdigest()
    name = f"svar-{digest[:16]}"
    assert tally.exit_code is ExitCode.OK
    (result,) = tally.results
    assert (result.status, result.path, result.sha256) == (
        Status.RELEASED,
        (out / f"{name}.docx").as_posix(),
        digest,
    )
    assert sorted(path.name for path in out.iterdir()) == [f"{name}.docx", f"{name}.json"]
    assert (out / f"{name}.docx").read_bytes() == data
    verdict = json.loads((out / f"{name}.json").read_text(encoding="utf-8"))
    assert (verdict["files"], verdict["clean"], verdict["cleared"]) == ([{"sha256": digest}], True, True)


def test_the_same_file_may_leave_again(small: Small, edited: Path, out: Path) -> None:
    run(small, edited, out)
    assert run(small, edited, out).exit_code is ExitCode.OK
    assert len(list(out.iterdir())) == 2


@pytest.mark.parametrize(
    ("new", "code"),
    [
        (f"{CANARY} i teksten. Der er".encode(), "C"),
        (b"140347-5137 Der er", "P101"),
        (
            DELETED,
            "H",
        ),
    ],
)
def test_a_file_that_is_not_clean_stays(small: Small, edited: Path, out: Path, new: bytes, code: str) -> None:
    tally = run(small, changed(small, edited.with_name("svar.docx"), b"Der er", new), out)
    assert tally.exit_code is ExitCode.LEAK
    assert any(found.startswith(code) for found in codes(tally))
    assert tally.results == ()
    assert list(out.iterdir()) == []


def test_what_is_only_doubtful_leaves_and_is_told(small: Small, edited: Path, out: Path) -> None:
    file = changed(small, edited.with_name("svar.docx"), b"Der er", b"https://a.example/?utm_source=x Der er")
    tally = run(small, file, out)
    assert tally.exit_code is ExitCode.OK
    assert codes(tally) == {"P105"}
    assert "advarslerne" in " ".join(tally.notes)
    assert len(list(out.iterdir())) == 2


def test_a_confidential_edition_stays(small: Small, edited: Path, out: Path) -> None:
    copy = edited.with_name("svar.docx")
    copy.write_bytes(small.output("confidential", CLOSED).read_bytes())
    assert run(small, copy, out).exit_code is ExitCode.LEAK
    with pytest.raises(NotClearedError) as caught:
        run(small, small.output("confidential", CLOSED), out)
    assert caught.value.exit_code is ExitCode.LEAK
    assert list(out.iterdir()) == []


def test_without_clearance_nothing_leaves(small: Small, edited: Path, out: Path, tmp_path: Path) -> None:
    small.confidential.rename(tmp_path / "lukket")
    tally = run(small, edited, out)
    assert (tally.exit_code, codes(tally)) == (ExitCode.LEAK, {"B203"})
    assert list(out.iterdir()) == []
    assert run(small, edited, out, tmp_path / "lukket").exit_code is ExitCode.OK


def test_half_a_clearance_is_none(small: Small, edited: Path, out: Path) -> None:
    small.write(f"content/confidential/overlays/{CLOSED}.yaml", "id: [\n")
    tally = run(small, edited, out)
    assert (tally.exit_code, codes(tally)) == (ExitCode.LEAK, {"C100"})
    assert list(out.iterdir()) == []


def test_settings_that_cannot_be_read_may_have_forbidden_it(small: Small, edited: Path, out: Path) -> None:
    small.write("answerkit.toml", "authority = \n")
    assert run(small, edited, out).exit_code is ExitCode.CONTENT
    assert list(out.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("svar.docx", None),
        ("svar.docx", b"%PDF-1.7\n"),
        ("svar.pdf", b"PK\x03\x04"),
        ("svar.txt", b"Hej"),
        ("svar.docx", b""),
    ],
)
def test_only_word_and_pdf_files_leave(
    small: Small, tmp_path: Path, out: Path, name: str, data: bytes
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(UsageError):
        run(small, tmp_path / name, out)


def test_a_pdf_without_text_is_not_known_to_be_clean(small: Small, tmp_path: Path, out: Path) -> None:
    (tmp_path / "svar.PDF").write_bytes(b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n")
    assert run(small, tmp_path / "svar.PDF", out).exit_code is ExitCode.LEAK
    assert list(out.iterdir()) == []


def test_a_file_that_is_too_large(
    small: Small, edited: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(releasing, "LIMITS", Limits(file=100))
    with pytest.raises(UsageError, match="for stor"):
        run(small, edited, out)


@needs_links
def test_links_are_not_followed_to_the_file(small: Small, edited: Path, out: Path) -> None:
    link = edited.with_name("link.docx")
    link.symlink_to(edited)
    with pytest.raises(UsageError, match="et link"):
        run(small, link, out)


def test_a_file_put_in_its_place_meanwhile(
    small: Small, edited: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("answerkit.publish.files.os.path.samestat", lambda *_: False)
    with pytest.raises(UsageError):
        run(small, edited, out)


def test_what_was_scanned_is_what_leaves(
    small: Small, edited: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file changes as soon as it has been read."""
    data = edited.read_bytes()

    def cleared(*arguments: object) -> object:
        edited.write_bytes(small.output("confidential", CLOSED).read_bytes())
        return clear_project(*arguments)  # type: ignore[arg-type] # as they came

    monkeypatch.setattr(releasing, "clear_project", cleared)
    run(small, edited, out)
    assert [path.read_bytes() for path in out.glob("*.docx")] == [data]


# --- the folder


@pytest.mark.parametrize(
    "place",
    ["content/confidential", "content/public/assets", "outputs/confidential", "outputs/public", "templates"],
)
def test_no_folder_of_the_project_takes_released_files(small: Small, edited: Path, place: str) -> None:
    folder = small.base / place
    folder.mkdir(parents=True, exist_ok=True)
    before = sorted(folder.iterdir())
    with pytest.raises(UsageError, match="content, templates, outputs"):
        run(small, edited, folder)
    assert sorted(folder.iterdir()) == before


@needs_links
def test_a_link_to_such_a_folder_does_not_either(small: Small, edited: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(small.confidential)
    with pytest.raises(UsageError, match="content, templates, outputs"):
        run(small, edited, tmp_path / "link")


def test_a_confidential_tree_elsewhere_takes_none(small: Small, edited: Path, tmp_path: Path) -> None:
    small.confidential.rename(tmp_path / "lukket")
    with pytest.raises(UsageError, match="content, templates, outputs"):
        run(small, edited, tmp_path / "lukket" / "blocks", tmp_path / "lukket")


def test_a_folder_must_be_there(small: Small, edited: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="findes ikke"):
        run(small, edited, tmp_path / "missing")
    with pytest.raises(UsageError, match="findes ikke"):
        run(small, edited, edited)


def test_a_copy_that_cannot_be_written_leaves_no_verdict(small: Small, edited: Path, out: Path) -> None:
    name = f"svar-{sha256(edited.read_bytes()).hexdigest()[:16]}"
    (out / f"{name}.docx").mkdir()
    with pytest.raises(AnswerkitError, match="kan ikke skrives"):
        run(small, edited, out)
    assert [path.name for path in out.iterdir()] == [f"{name}.docx"]


@needs_links
def test_a_link_that_lies_in_the_copys_place_is_replaced(
    small: Small, edited: Path, out: Path, tmp_path: Path
) -> None:
    name = f"svar-{sha256(edited.read_bytes()).hexdigest()[:16]}"
    (tmp_path / "other").write_text("x", encoding="utf-8")
    (out / f"{name}.docx").symlink_to(tmp_path / "other")
    assert isinstance(run(small, edited, out).results[0], FileResult)
    assert not (out / f"{name}.docx").is_symlink()
    assert (tmp_path / "other").read_text(encoding="utf-8") == "x"
