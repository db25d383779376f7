"""``answerkit hook`` in real git repositories: what may be committed, judged by name and by staged bytes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.conftest import Answerkit, Run
from lanes.small import CANARY, CLOSED, Small, small_project

CPR = "241236-4321"
OVERLAY = f"content/confidential/overlays/{CLOSED}.yaml"
BLOCK = "content/confidential/blocks/text/hemmelig.yaml"

Git = Callable[..., str]


def start_git(base: Path) -> Git:
    def run(*arguments: str) -> str:
        settings = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "core.autocrlf=false")
        command = ["git", *settings, *arguments]
        return subprocess.run(command, cwd=base, check=True, capture_output=True, text=True).stdout

    return run


@pytest.fixture(autouse=True)
def _deaf(monkeypatch: pytest.MonkeyPatch) -> None:
    """Git knows nothing of the settings of whoever runs the tests."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def git(small: Small) -> Git:
    """Git in the project, before the first commit."""
    run = start_git(small.base)
    run("init", "--quiet", "--initial-branch=main")
    return run


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``.git`` of a project whose public half is committed; made once."""
    project = small_project(tmp_path_factory.mktemp("git") / "project")
    run = start_git(project.base)
    run("init", "--quiet", "--initial-branch=main")
    run("add", "answerkit.toml", "templates", "content/public")
    run("commit", "--quiet", "--message=x")
    return project.base / ".git"


@pytest.fixture
def clean(small: Small, committed: Path) -> Git:
    """Git in the project, whose public half is committed."""
    shutil.copytree(committed, small.base / ".git")
    return start_git(small.base)


def told(run: Run) -> list[tuple[str, str]]:
    """File and code of each finding of a run with ``--format json``."""
    return [(item["file"], item["code"]) for item in json.loads(run.out)["findings"]]


# --- names


PATHS = (
    "content/confidential/overlays/x.yaml",
    "content/confidential/dyb/mappe/fil.bin",
    "outputs/confidential/svar.docx",
    "undermappe/content/confidential/x.yaml",
    "arkiv/Fortroligt/brev.txt",
    "arkiv/ＣＯＮＦＩＤＥＮＴＩＡＬ/brev.txt",
    "arkiv/æø å/Confidential/it's.txt",
)


@pytest.mark.parametrize("options", [["--names-only"], []])
def test_confidential_paths_are_refused_by_their_names(
    clean: Git, small: Small, answerkit: Answerkit, options: list[str]
) -> None:
    small.confidential.rename(small.base.parent / "elsewhere")
    for path in PATHS:
        small.write(path, f"{CPR} {CANARY}\n")
    clean("add", "--force", *PATHS)
    run = answerkit("hook", *options)
    assert run.code == 4
    for path in PATHS:
        assert f"{path}: G101 filen ligger i en fortrolig mappe" in run.err
    assert "P101" not in run.err  # they were not read
    assert CANARY not in run.out + run.err


def test_a_file_may_be_called_so(clean: Git, small: Small, answerkit: Answerkit) -> None:
    for path in ("src/confidential.py", "docs/fortrolig.md", "content/public/confidential.txt"):
        small.write(path, "Intet.\n")
        clean("add", path)
    assert answerkit("hook", "--names-only").code == 0


def test_an_empty_folder_may_be_kept_and_its_keeper_is_scanned(
    clean: Git, small: Small, answerkit: Answerkit
) -> None:
    keeper = "outputs/confidential/.gitkeep"
    small.write(keeper, "")
    clean("add", "--force", keeper)
    assert answerkit("hook").code == 0
    small.write(keeper, CPR)
    clean("add", "--force", keeper)
    assert (keeper, "P101") in told(answerkit("hook", "--format", "json"))


# --- samples


def mark(small: Small, file: str, old: str = "classification: confidential\n") -> None:
    small.change(file, old, f"{old}sample: true\n")


def test_a_tree_that_says_it_is_a_sample_may_be_committed(clean: Git, answerkit: Answerkit) -> None:
    clean("add", "content/confidential")
    run = answerkit("hook")
    assert run.code == 0
    assert "mærket som et opdigtet eksempel" in run.err
    assert CANARY.casefold() not in (run.out + run.err).casefold()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (OVERLAY, "sample: true\n", ""),
        (OVERLAY, "sample: true", "sample: false"),
        (OVERLAY, "sample: true", "# sample: true"),
        (OVERLAY, "sample: true", "note2: |-\n  sample: true"),
    ],
)
def test_a_tree_that_does_not_say_so_is_refused_whole(  # noqa: PLR0913, PLR0917 - a case
    clean: Git, small: Small, answerkit: Answerkit, file: str, old: str, new: str
) -> None:
    small.change(file, old, new)
    clean("add", "content/confidential")
    files = [
        name for name, code in told(answerkit("hook", "--names-only", "--format", "json")) if code == "G101"
    ]
    assert {OVERLAY, BLOCK} <= set(files)


def test_one_overlay_that_is_none_spoils_the_sample(clean: Git, small: Small, answerkit: Answerkit) -> None:
    small.write("content/confidential/overlays/mere/x.yml", "classification: confidential\n")
    clean("add", "content/confidential")
    assert answerkit("hook", "--names-only").code == 4


def test_a_watchlist_has_to_say_so_too(clean: Git, small: Small, answerkit: Answerkit) -> None:
    small.write("content/confidential/watchlist.yaml", "classification: confidential\n")
    clean("add", "content/confidential")
    assert answerkit("hook", "--names-only").code == 4
    mark(small, "content/confidential/watchlist.yaml")
    clean("add", "content/confidential")
    assert answerkit("hook", "--names-only").code == 0


def test_a_tree_without_an_overlay_is_no_sample(clean: Git, answerkit: Answerkit) -> None:
    clean("add", BLOCK)
    assert answerkit("hook", "--names-only").code == 4


def test_what_is_built_from_a_sample_is_no_sample(clean: Git, small: Small, answerkit: Answerkit) -> None:
    small.write("outputs/confidential/a.docx", "x")
    clean("add", "content/confidential")
    clean("add", "--force", "outputs/confidential/a.docx")
    run = answerkit("hook", "--names-only", "--format", "json")
    assert told(run) == [("outputs/confidential/a.docx", "G101")]


# --- bytes


def test_a_sound_change_passes(clean: Git, small: Small, answerkit: Answerkit) -> None:
    small.write("docs/a.txt", "Intet.\n")
    clean("add", "docs")
    run = answerkit("hook")
    assert (run.code, run.out) == (0, "docs/a.txt · intet fundet\n")


def test_what_is_staged_is_scanned_and_not_what_lies_in_the_folder(
    clean: Git, small: Small, answerkit: Answerkit
) -> None:
    small.write("docs/a.txt", f"Se {CPR}.\n")
    clean("add", "docs")
    small.write("docs/a.txt", "Rettet, men ikke føjet til.\n")
    small.write("docs/b.txt", f"Ikke føjet til: {CPR}\n")
    run = answerkit("hook", "--format", "json")
    assert run.code == 4
    assert told(run) == [("docs/a.txt", "P101")]
    clean("add", "docs/a.txt")
    assert answerkit("hook").code == 0


def test_where_nothing_is_staged_all_that_is_tracked_is_judged(
    clean: Git, small: Small, answerkit: Answerkit
) -> None:
    assert answerkit("hook").code == 0
    small.write("docs/a.txt", f"Se {CPR}.\n")
    clean("add", "docs")
    clean("commit", "--quiet", "--message=x")
    assert told(answerkit("hook", "--format", "json")) == [("docs/a.txt", "P101")]


def test_files_that_are_named_are_scanned_and_no_others(
    clean: Git, small: Small, answerkit: Answerkit
) -> None:
    small.write("docs/a.txt", f"Se {CPR}.\n")
    small.write("docs/b c.txt", f"Se {CPR}.\n")
    small.write("outputs/confidential/a.docx", "x")
    clean("add", "--force", "docs", "outputs")
    run = answerkit("hook", "docs/b c.txt", "--format", "json")
    assert told(run) == [("docs/b c.txt", "P101"), ("outputs/confidential/a.docx", "G101")]


def test_from_a_folder_below(
    clean: Git, small: Small, answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch
) -> None:
    small.write("docs/a.txt", f"Se {CPR}.\n")
    clean("add", "docs")
    monkeypatch.chdir(small.base / "docs")
    for arguments in ([], ["a.txt"], [str(small.base / "docs" / "a.txt")]):
        assert told(answerkit("hook", *arguments, "--format", "json")) == [("docs/a.txt", "P101")]


def test_yaml_that_says_it_is_confidential_is_refused_wherever_it_lies(
    clean: Git, small: Small, answerkit: Answerkit
) -> None:
    small.write("noter/x.yaml", f"id: x\nClassification: 'confidential'\ntext: {CANARY}\n")
    small.write("noter/x.md", "Skriv:\nclassification: confidential\n")
    clean("add", "noter")
    run = answerkit("hook", "--format", "json")
    assert run.code == 4
    assert told(run) == [("noter/x.yaml", "G102")]
    assert CANARY not in run.out


def test_a_secret_of_the_tree_beside_the_repository_is_found(
    clean: Git, small: Small, answerkit: Answerkit
) -> None:
    small.write("docs/a.txt", f"Der stod {CANARY} i teksten, og det var det.\n")
    clean("add", "docs")
    run = answerkit("hook")
    assert run.code == 4
    assert "docs/a.txt:1: C10" in run.err
    assert CANARY not in run.out + run.err


def test_a_link_is_told_and_not_followed(clean: Git, small: Small, answerkit: Answerkit) -> None:
    small.write("docs/a.txt", "x")
    blob = clean("hash-object", "-w", "docs/a.txt").strip()
    clean("update-index", "--add", "--cacheinfo", f"120000,{blob},docs/link")
    assert told(answerkit("hook", "--format", "json")) == [("docs/link", "U119")]


def test_a_submodule_has_no_bytes(clean: Git, answerkit: Answerkit) -> None:
    commit = clean("rev-parse", "HEAD").strip()
    clean("update-index", "--add", "--cacheinfo", f"160000,{commit},docs/andet")
    assert answerkit("hook").code == 0
    clean("update-index", "--add", "--cacheinfo", f"160000,{commit},content/confidential/andet")
    assert told(answerkit("hook", "--format", "json")) == [("content/confidential/andet", "G101")]


def test_bytes_that_git_has_lost_or_that_are_too_many(
    clean: Git, small: Small, answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch
) -> None:
    clean("update-index", "--add", "--cacheinfo", f"100644,{'1' * 40},docs/a.txt")
    for name, size in (("b", 5000), ("c", 3)):
        small.write(f"docs/{name}.txt", "x" * size)
        clean("add", f"docs/{name}.txt")
    monkeypatch.setattr("answerkit.lanes.git_index.MOST", 1000)
    run = answerkit("hook", "--format", "json")
    assert told(run) == [("docs/a.txt", "U121"), ("docs/b.txt", "U104")]
    assert json.loads(run.out)["files"] == 3


def test_an_accepted_finding_is_let_through_and_a_number_is_not(
    clean: Git, small: Small, answerkit: Answerkit
) -> None:
    small.write("docs/b.html", "<html><body><p>x</p><!-- husk --></body></html>")
    clean("add", "docs")
    (found,) = json.loads(answerkit("hook", "--format", "json").out)["findings"]
    entry = f"file: docs/b.html\n    code: {found['code']}"
    entry += "".join(f"\n    {key}: '{found[key]}'" for key in ("part", "place", "class") if found[key])
    small.write(
        ".answerkit-baseline.yaml",
        "classification: public\naccepted:\n"
        f"  - {entry}\n    reason: Set.\n    owner: Os\n    expires: 2999-12-31\n",
    )
    assert answerkit("hook").code == 0
    small.write("docs/b.html", f"<p>{CPR}</p><!-- husk -->")
    clean("add", "docs")
    assert answerkit("hook").code == 4


# --- usage


def test_before_the_first_commit(git: Git, answerkit: Answerkit) -> None:
    git("add", "answerkit.toml", "content/confidential")
    assert answerkit("hook").code == 0
    assert "answerkit.toml · intet fundet" in answerkit("hook").out


@pytest.mark.usefixtures("clean")
def test_a_file_that_git_does_not_know(small: Small, answerkit: Answerkit) -> None:
    small.write("docs/a.txt", "x")
    for file in ("docs/a.txt", "../udenfor.txt"):
        run = answerkit("hook", file)
        assert run.code == 2
        assert "ikke i gits indeks" in run.err


@pytest.mark.usefixtures("small")
def test_outside_of_a_repository(
    answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    run = answerkit("hook")
    assert run.code == 2
    assert "hører ikke til et git-arkiv" in run.err


def test_in_a_repository_that_is_no_project(clean: Git, small: Small, answerkit: Answerkit) -> None:
    (small.base / "answerkit.toml").unlink()
    small.write("docs/a.txt", f"Se {CPR}.\n")
    clean("add", "docs")
    run = answerkit("hook")
    assert run.code == 4
    assert "filerne er ikke holdt op mod noget fortroligt" in run.err


@pytest.mark.usefixtures("clean")
def test_without_git(answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    run = answerkit("hook")
    assert run.code == 3
    assert "git findes ikke" in run.err


def test_an_index_that_cannot_be_read(clean: Git, small: Small, answerkit: Answerkit) -> None:
    assert clean("status", "--short") is not None
    (small.base / ".git" / "index").write_bytes(b"x")
    run = answerkit("hook")
    assert run.code == 3
    assert "git kan ikke læse" in run.err


def test_as_gits_own_hook(
    clean: Git, small: Small, answerkit: Answerkit, monkeypatch: pytest.MonkeyPatch
) -> None:
    small.write("docs/a.txt", f"Se {CPR}.\n")
    small.write("docs/b.txt", "Intet.\n")
    clean("add", "docs")
    clean("commit", "--quiet", "--message=x", "docs/b.txt")
    assert answerkit("hook").code == 4
    index = small.base / ".git" / "partial"  # as git does it for »git commit FILE«
    monkeypatch.setenv("GIT_INDEX_FILE", str(index))
    clean("read-tree", "HEAD")
    assert answerkit("hook").code == 0
