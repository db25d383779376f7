"""Which files a root has: strays, links, caps, odd names, and files that cannot be read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from answerkit.load import files
from answerkit.load.files import Found, read_bytes, root_at, walk
from answerkit.model.codes import Code
from answerkit.model.problem import Place, Problem
from load.projects import ASSET, BLOCK, PNG, SOUND, TERM, Project, said, sound_project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return sound_project(tmp_path)


def _found(project: Project) -> list[tuple[str, Code]]:
    problems = project.public().problems
    return [(item.place.file.removeprefix("content/public/"), item.code) for item in problems]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("README.md", ""),
        ("loose.yaml", ""),
        ("overlays/svar.yaml", ""),
        ("blocks/loose.yaml", "læg filen i en af mapperne collaboration, framework, measure, text"),
        ("blocks/story/a.yaml", "læg filen i en af mapperne collaboration, framework, measure, text"),
        ("blocks/measure/a.yml", "lad filens navn ende på .yaml"),
        ("terms/A.YAML", "lad filens navn ende på .yaml"),
        ("terms/MSB.yaml~", ""),
        ("terms/a.png", "skriv en YAML-fil med samme navn ved siden af billedet"),
        ("assets/ukendt.png", "skriv en YAML-fil med samme navn ved siden af billedet"),
        ("assets/trekant.jpg", ""),
    ],
)
def test_a_stray_file_is_reported(name: str, hint: str, project: Project) -> None:
    project.write(f"content/public/{name}", "x")
    loaded = project.public()
    assert [item.code for item in loaded.problems] == [Code.AK106]
    assert loaded.problems[0].hint == (hint or Code.AK106.advice)
    assert not loaded.halted


def test_a_stray_folder_is_one_problem(project: Project) -> None:
    for name in ("drafts/a.yaml", "drafts/b.yaml", "drafts/deep/c.yaml"):
        project.write(f"content/public/{name}", "x")
    assert _found(project) == [("drafts", Code.AK106)]


@pytest.mark.parametrize(
    "name",
    [
        "~$svar.docx",
        "answers/~$svar.yaml",
        "answers/.~lock.svar.yaml#",
        ".DS_Store",
        "blocks/Thumbs.db",
        "laws/.gitkeep",
        ".git/HEAD",
        ".gitignore",
    ],
)
def test_what_the_system_leaves_behind_is_passed_over(name: str, project: Project) -> None:
    project.write(f"content/public/{name}", "x")
    assert project.public().problems == ()


def test_folders_may_be_nested_and_empty(project: Project) -> None:
    text = SOUND[TERM].replace("MSB", "a/b/Å.1+2")
    project.write("content/public/terms/a/b/Å.1+2.yaml", text)
    (project.base / "content/public/drafts").mkdir()
    loaded = project.public()
    assert loaded.problems == ()
    assert "a/b/Å.1+2" in loaded.library.terms


def test_a_name_in_either_normal_form_is_the_same_id(project: Project) -> None:
    project.write("content/public/terms/A\u030a.yaml", SOUND[TERM].replace("MSB", "Å"))
    assert project.public().problems == ()
    project.write("content/public/terms/Å.yaml", SOUND[TERM].replace("MSB", "Å"))
    if len(list((project.base / "content/public/terms").iterdir())) == 3:  # not where the names are one file
        assert _found(project) == [("terms/Å.yaml", Code.AK303)]


@pytest.mark.parametrize("name", ["min fil", "-a", "a_b", "a/.b", "a&b", "a\u200bb", ""])
def test_a_name_that_can_be_no_id(name: str, project: Project) -> None:
    project.write(f"content/public/terms/{name}.yaml", SOUND[TERM])
    problems = project.public().problems
    assert [item.code for item in problems] == [Code.AK207]
    assert "skriv id" not in problems[0].hint  # no id in the file would do
    assert "\u200b" not in repr(problems)


@pytest.mark.skipif(os.name == "nt" or os.uname().sysname == "Darwin", reason="kun Linux: navne er bytes")
def test_a_name_that_is_no_text_can_be_printed(project: Project) -> None:
    Path(os.fsdecode(os.fsencode(project.base) + b"/content/public/terms/\xff.yaml")).write_bytes(b"x")
    problems = project.public().problems
    assert problems[0].place.file == "content/public/terms/\\udcff.yaml"
    assert repr(problems).encode("utf-8")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="kun hvor der er navngivne rør")
def test_a_pipe_is_no_file(project: Project) -> None:
    os.mkfifo(project.base / "content/public/terms/pipe.yaml")
    assert _found(project) == [("terms/pipe.yaml", Code.AK106)]


def test_a_junction_out_of_the_root_is_a_link(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.path.realpath

    def realpath(path: str) -> str:
        return "/elsewhere" if Path(path).name == "measure" else real(path)

    monkeypatch.setattr(os.path, "realpath", realpath)
    assert ("blocks/measure", Code.AK105) in _found(project)
    assert project.public().halted


def test_too_many_files_halt(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_FILES", 12)
    assert project.public().problems == ()
    monkeypatch.setattr(files, "MAX_FILES", 11)
    loaded = project.public()
    assert Code.AK113 in {item.code for item in loaded.problems}
    assert loaded.halted


def test_a_folder_that_cannot_be_read(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "terms":
            raise PermissionError(13, "hemmelig")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    loaded = project.public()
    assert said(loaded.problems) == ["terms:0:0 AK110"]
    assert "hemmelig" not in repr(loaded.problems)


def test_a_file_that_vanished(project: Project) -> None:
    root = root_at(project.base / "content/public", project.base, confidential=False)
    gone = read_bytes(root, Found(str(project.base / "væk.yaml"), "terms/væk.yaml"), 10)
    assert isinstance(gone, Problem)
    assert (gone.code, gone.place) == (Code.AK110, Place("content/public/terms/væk.yaml"))


def test_a_file_that_grows_while_it_is_read(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    root = root_at(project.base / "content/public", project.base, confidential=False)
    path = project.base / "vokser.yaml"
    path.write_bytes(b"mere, end den var")
    empty = Path(os.devnull).stat()
    monkeypatch.setattr(os, "fstat", lambda _: empty)
    assert read_bytes(root, Found(str(path), "terms/vokser.yaml"), 10) == b"mere, end den var"


def test_an_unreadable_file_is_broken(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Problem:
        return Problem(Place("x"), Code.AK110)

    monkeypatch.setattr("answerkit.load.reading.read_bytes", refuse)
    loaded = project.public()
    assert {item.code for item in loaded.problems} == {Code.AK110}
    assert ("terms", "MSB") in loaded.library.broken


def test_size_is_capped(project: Project) -> None:
    start = SOUND[BLOCK]
    project.write(BLOCK, start + "#" * (files.MAX_YAML_BYTES - len(start.encode())))
    assert project.public().problems == ()
    project.write(BLOCK, start + "#" * (files.MAX_YAML_BYTES - len(start.encode()) + 1))
    assert _found(project)[-1] == ("blocks/measure/tus.yaml", Code.AK103)


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"\xff\xfei\x00d\x00", 1, 1),
        (b"id: MSB\nexpansion: S\xe6t\n", 2, 13),
        ("expansion: æøå ".encode() + b"\xc3\n", 1, 16),
        (b"\xef\xbb\xbfid: \xff", 1, 5),
        (b"id: MSB\r\n\xf8", 2, 1),
    ],
)
def test_bytes_that_are_no_utf8(data: bytes, line: int, column: int, project: Project) -> None:
    project.write(TERM, data)
    assert said(project.public().problems) == [f"MSB:{line}:{column} AK101"]


# --- pictures


def _asset_problems(project: Project) -> list[str]:
    return [line for line in said(project.public().problems) if line.startswith("trekant")]


def test_an_asset_without_picture(project: Project) -> None:
    (project.base / ASSET.replace("yaml", "png")).unlink()
    assert _asset_problems(project) == ["trekant:1:1 AK501"]
    assert ("answers", "svar") in project.public().library.broken


def test_an_asset_without_svg_is_sound(project: Project) -> None:
    (project.base / ASSET.replace("yaml", "svg")).unlink()
    assert project.public().problems == ()
    assert project.public().library.assets["trekant"].svg is None


@pytest.mark.parametrize("suffix", ["png", "svg"])
def test_a_picture_that_is_too_big(suffix: str, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("answerkit.load.pictures.MAX_PICTURE_BYTES", len(PNG))
    assert project.public().problems == ()
    project.write(ASSET.replace("yaml", suffix), PNG + b"x")
    loaded = project.public()
    assert said(loaded.problems) == ["svar:29:18 AK309", f"trekant.{suffix}:0:0 AK103"]
    assert loaded.failed_answers == {"svar"}


def test_a_picture_that_is_no_png(project: Project) -> None:
    project.write(ASSET.replace("yaml", "png"), b"GIF89a")
    assert said(project.public().problems) == ["svar:29:18 AK309", "trekant.png:0:0 AK501"]


def test_pictures_lie_beside_their_file_in_folders_too(project: Project) -> None:
    project.write(
        ASSET.replace("trekant", "mappe/trekant"), SOUND[ASSET].replace("id: trekant", "id: mappe/trekant")
    )
    project.write(ASSET.replace("trekant.yaml", "mappe/trekant.png"), PNG)
    assert project.public().problems == ()


# --- the walk


def test_files_come_in_one_order_everywhere(tmp_path: Path) -> None:
    for name in ("b/z.yaml", "a.yaml", "b.yaml", "Å.yaml", "b/a/x.yaml"):
        Project(tmp_path).write(name, "x")
    found = walk(root_at(tmp_path, tmp_path, confidential=False)).files
    assert [file.name for file in found] == ["a.yaml", "b.yaml", "b/a/x.yaml", "b/z.yaml", "Å.yaml"]


def test_folders_may_be_deep(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 60)
    deep.mkdir(parents=True)
    (deep / "x.yaml").write_text("x", encoding="utf-8")
    assert len(walk(root_at(tmp_path, tmp_path, confidential=False)).files) == 1
