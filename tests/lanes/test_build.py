"""The build as the command line sees it: its events, and what lies on disk afterwards."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from answerkit.errors import UsageError
from answerkit.isolate.fault import WorkerFault
from answerkit.lanes import build as building
from answerkit.lanes import desk
from answerkit.lanes.build import BuildRequest, build
from answerkit.lanes.outcome import Made
from answerkit.lanes.telling import Told
from answerkit.model.codes import Code
from answerkit.model.document import Edition
from answerkit.model.finding import Finding, Gate
from answerkit.model.problem import Place, Problem
from answerkit.model.result import Event, Extent, FileResult, Note, Planned, Status, Walled
from answerkit.publish.record import RECORD_NAME
from answerkit.verify.secrets.secret import Term
from lanes.small import CANARY, CLOSED, OPEN, Small

BOTH = (Edition.PUBLIC, Edition.CONFIDENTIAL)
needs_modes = pytest.mark.skipif(os.name != "posix", reason="kun Windows har ingen modes")


def events(small: Small, **request: object) -> list[Event]:
    return list(build(BuildRequest(small.paths, **request)))  # type: ignore[arg-type] # a test's shorthand


def statuses(heard: list[Event]) -> dict[tuple[str, Edition], Status]:
    return {(item.answer, item.edition): item.status for item in heard if isinstance(item, FileResult)}


def problems(heard: list[Event]) -> list[Problem]:
    return [item for item in heard if isinstance(item, Problem)]


def codes(heard: list[Event]) -> set[Code]:
    return {item.code for item in problems(heard)}


def notes(heard: list[Event]) -> str:
    return " ".join(item.text for item in heard if isinstance(item, Note))


def digests(small: Small) -> dict[str, str]:
    return {name: sha256((small.outputs / name).read_bytes()).hexdigest() for name in small.files()}


ALL_BUILT = {
    (OPEN, Edition.PUBLIC): Status.BUILT,
    (OPEN, Edition.CONFIDENTIAL): Status.LEFT_OUT,
    (CLOSED, Edition.PUBLIC): Status.BUILT,
    (CLOSED, Edition.CONFIDENTIAL): Status.BUILT,
}


@pytest.mark.usefixtures("children")
@pytest.mark.parametrize("jobs", [1, 7])
def test_both_editions_of_all_answers(small: Small, jobs: int) -> None:
    heard = events(small, jobs=jobs)
    assert statuses(heard) == ALL_BUILT
    assert problems(heard) == []
    assert sum(item.files for item in heard if isinstance(item, Planned)) == 4
    assert small.files() == [f"confidential/{CLOSED}.docx", f"public/{OPEN}.docx", f"public/{CLOSED}.docx"]


def test_what_a_public_line_says(small: Small) -> None:
    heard = events(small, answers=(OPEN,), editions=(Edition.PUBLIC,))
    line = next(item for item in heard if isinstance(item, FileResult))
    data = small.output("public", OPEN).read_bytes()
    assert line.path == f"outputs/public/{OPEN}.docx"
    assert line.sha256 == sha256(data).hexdigest()
    assert line.extent is not None
    assert (line.extent.blocks, line.extent.figures) == (1, 1)
    assert line.extent.words > 20


@pytest.mark.usefixtures("children")
def test_the_wall_that_stood_is_told(small: Small) -> None:
    walls = [item.wall for item in events(small) if isinstance(item, Walled)]
    assert walls in (["landlock"], ["tripwire"])


def test_several_jobs_build_the_same_files(small: Small) -> None:
    events(small, jobs=1)
    alone = digests(small)
    events(small, jobs=3, force=True)
    assert digests(small) == alone


@needs_modes
def test_confidential_files_are_their_owners_alone(small: Small) -> None:
    folder = small.outputs / "confidential"
    folder.mkdir(parents=True)
    folder.chmod(0o755)
    before = os.umask(0)
    try:
        events(small)
    finally:
        os.umask(before)
    modes = {path.name: path.stat().st_mode & 0o777 for path in (folder, *folder.iterdir())}
    assert modes == {"confidential": 0o700, f"{CLOSED}.docx": 0o600, RECORD_NAME: 0o600}


def test_without_modes_the_build_says_so(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "POSIX_MODES", False)
    assert "rettigheder" in notes(events(small))
    assert "rettigheder" not in notes(events(small, editions=(Edition.PUBLIC,)))


# --- the second time


def test_an_unchanged_answer_is_not_built_again(small: Small) -> None:
    events(small)
    before = small.output("public", OPEN).stat()
    heard = events(small)
    assert set(statuses(heard).values()) == {Status.UNCHANGED, Status.LEFT_OUT}
    assert small.output("public", OPEN).stat().st_mtime_ns == before.st_mtime_ns
    line = next(item for item in heard if isinstance(item, FileResult) and item.edition is Edition.PUBLIC)
    assert line.extent is not None
    assert line.sha256


def test_only_what_uses_a_changed_file_is_built_again(small: Small) -> None:
    events(small)
    small.change(f"content/public/answers/{OPEN}.yaml", "Svar om", "Nyt svar om")
    heard = statuses(events(small))
    assert heard[OPEN, Edition.PUBLIC] is Status.BUILT
    assert heard[CLOSED, Edition.PUBLIC] is heard[CLOSED, Edition.CONFIDENTIAL] is Status.UNCHANGED


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/public/figures/sager.yaml", "550", "551"),
        ("answerkit.toml", "Prøveby", "Anden"),
        ("templates/front.md.j2", "\n", "\n\n"),
    ],
)
def test_what_goes_into_all_answers_builds_them_all(small: Small, path: str, old: str, new: str) -> None:
    events(small)
    small.change(path, old, new)
    known = small.outputs / "public" / RECORD_NAME
    before = known.read_bytes()
    events(small)
    assert known.read_bytes() != before


def test_a_changed_overlay_touches_the_confidential_edition_alone(small: Small) -> None:
    events(small)
    small.change(f"content/confidential/overlays/{CLOSED}.yaml", "i teksten", "står i teksten")
    heard = statuses(events(small))
    assert heard[CLOSED, Edition.CONFIDENTIAL] is Status.BUILT
    assert heard[CLOSED, Edition.PUBLIC] is Status.UNCHANGED


def test_force_builds_what_is_unchanged(small: Small) -> None:
    events(small)
    assert statuses(events(small, force=True)) == ALL_BUILT


def test_a_deleted_file_is_built_again(small: Small) -> None:
    events(small)
    small.output("public", OPEN).unlink()
    assert statuses(events(small))[OPEN, Edition.PUBLIC] is Status.BUILT


@pytest.mark.parametrize("record", ["", "{}", "[1, 2"])
def test_without_a_record_the_same_bytes_count_as_built(small: Small, record: str) -> None:
    events(small)
    (small.outputs / "public" / RECORD_NAME).write_text(record, encoding="utf-8")
    assert statuses(events(small))[OPEN, Edition.PUBLIC] is Status.UNCHANGED
    assert statuses(events(small))[OPEN, Edition.PUBLIC] is Status.UNCHANGED


def test_two_builds_at_once_do_not_forget_each_others_files(small: Small) -> None:
    first = build(BuildRequest(small.paths, answers=(OPEN,), editions=(Edition.PUBLIC,)))
    heard = [next(first)]
    events(small, answers=(CLOSED,))
    heard += first
    small.change("content/public/figures/sager.yaml", "550", "551")
    assert set(statuses(events(small, editions=(Edition.PUBLIC,))).values()) == {Status.BUILT}


# --- files that somebody edited


def test_an_edited_file_is_left_alone(small: Small) -> None:
    events(small)
    small.output("public", OPEN).write_bytes(b"edited")
    heard = events(small)
    assert statuses(heard)[OPEN, Edition.PUBLIC] is Status.FAILED
    assert statuses(heard)[CLOSED, Edition.PUBLIC] is Status.UNCHANGED
    assert codes(heard) == {Code.AK601}
    assert small.output("public", OPEN).read_bytes() == b"edited"


def test_an_edited_file_is_copied_by_force(small: Small) -> None:
    events(small)
    for edition in ("public", "confidential"):
        small.output(edition, CLOSED).write_bytes(b"edited")
    heard = events(small, answers=(CLOSED,), force=True)
    backups = {item.edition: item.backup for item in heard if isinstance(item, FileResult)}
    assert backups[Edition.PUBLIC] == f"outputs/public/{CLOSED}.bak-1.docx"
    assert (small.outputs / "confidential" / f"{CLOSED}.bak-1.docx").read_bytes() == b"edited"
    assert small.output("public", CLOSED).read_bytes() != b"edited"


def test_an_edit_between_the_look_and_the_end_is_noticed(small: Small) -> None:
    events(small)
    running = build(BuildRequest(small.paths, editions=(Edition.PUBLIC,)))
    heard = [next(running)]
    small.output("public", OPEN).write_bytes(b"edited")
    heard += running
    assert statuses(heard)[OPEN, Edition.PUBLIC] is Status.FAILED
    assert codes(heard) == {Code.AK601}


def rejecting(*_: object, **__: object) -> tuple[Finding, ...]:
    return (Finding("f", "word/document.xml", "", Gate.STRUCTURE, "S999", "noget er galt"),)


def test_an_unchanged_file_is_verified_again(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    events(small)
    before = digests(small)
    monkeypatch.setattr("answerkit.lanes.gate.verify_built", rejecting)
    heard = events(small)
    assert statuses(heard)[OPEN, Edition.PUBLIC] is Status.FAILED
    assert Code.AK603 in codes(heard)
    assert {item.code for item in heard if isinstance(item, Finding)} == {"S999"}
    assert digests(small) == before


def test_a_rejected_file_is_not_written(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("answerkit.lanes.gate.verify_built", rejecting)
    heard = events(small, editions=(Edition.CONFIDENTIAL,))
    assert statuses(heard)[CLOSED, Edition.CONFIDENTIAL] is Status.FAILED
    assert codes(heard) == {Code.AK603}
    assert not [item for item in heard if isinstance(item, Finding)]
    assert small.files() == []


# --- answers that cannot be built


def test_a_failed_answer_does_not_stop_the_others(small: Small) -> None:
    events(small)
    before = digests(small)
    small.change(f"content/public/answers/{OPEN}.yaml", "text/arbejdet", "text/mangler")
    small.change("content/public/figures/sager.yaml", "550", "551")
    heard = events(small)
    assert statuses(heard) == {
        **dict.fromkeys([(OPEN, edition) for edition in BOTH], Status.FAILED),
        **dict.fromkeys([(CLOSED, edition) for edition in BOTH], Status.BUILT),
    }
    assert codes(heard) == {Code.AK301}
    assert digests(small)[f"public/{OPEN}.docx"] == before[f"public/{OPEN}.docx"]


def test_a_problem_found_while_composing_has_its_line(small: Small) -> None:
    small.change("content/public/blocks/text/arbejdet.yaml", 'figure("sager")', 'figure("sagre")')
    heard = events(small, answers=(CLOSED,))
    assert set(statuses(heard).values()) == {Status.FAILED}
    assert codes(heard) == {Code.AK301}
    assert all('figure("sagre")' in item.excerpt for item in problems(heard))


def test_an_unclassified_file_halts_both_editions(small: Small) -> None:
    small.write("content/public/terms/MSB.yaml", "id: MSB\n")
    heard = events(small)
    assert set(statuses(heard).values()) == {Status.FAILED}
    assert Code.AK205 in codes(heard)
    assert small.files() == []


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("answerkit.toml", "", Code.AK202),
        ("templates/reference.docx", "no archive", Code.AK503),
        ("templates/front.md.j2", "{{", Code.AK406),
    ],
)
def test_without_settings_or_templates_nothing_is_built(
    small: Small, path: str, text: str, code: Code
) -> None:
    small.write(path, text)
    heard = events(small)
    assert Status.BUILT not in statuses(heard).values()
    assert code in codes(heard)
    assert small.files() == []


def test_a_template_that_is_no_text(small: Small) -> None:
    (small.paths.templates / "front.md.j2").write_bytes(b"\xff\xfe")
    heard = events(small)
    assert set(statuses(heard).values()) == {Status.FAILED}
    assert {item.place.file for item in problems(heard)} == {"templates/front.md.j2"}


def test_a_picture_that_word_could_not_show(small: Small) -> None:
    small.write(
        "content/public/assets/trekant.yaml",
        "id: trekant\nclassification: public\ncaption: En trekant\nalt: En trekant.\nwidth_mm: 90\n",
    )
    (small.public / "assets" / "trekant.png").write_bytes(b"\x89PNG\r\n\x1a\n and then nothing")
    block = "      - block: text/arbejdet\n"
    small.change(f"content/public/answers/{CLOSED}.yaml", block, f"{block}      - picture: trekant\n")
    heard = events(small, answers=(CLOSED,))
    assert set(statuses(heard).values()) == {Status.FAILED}
    assert codes(heard) == {Code.AK501}


def test_a_missing_reference_file(small: Small) -> None:
    small.paths.reference.unlink()
    heard = events(small)
    assert codes(heard) == {Code.AK503}
    assert set(statuses(heard).values()) == {Status.FAILED}


def test_a_missing_public_root(small: Small) -> None:
    small.public.rename(small.base / "elsewhere")
    heard = events(small)
    assert Code.AK112 in codes(heard)
    assert statuses(heard) == {}


def test_an_answer_that_is_named_but_not_there(small: Small) -> None:
    heard = events(small, answers=("mangler",))
    assert set(statuses(heard).values()) == {Status.FAILED}


# --- the confidential tree


def test_without_the_tree_the_public_edition_is_built(small: Small) -> None:
    events(small)
    alone = digests(small)
    small.confidential.rename(small.base / "elsewhere")
    heard = events(small, force=True)
    assert statuses(heard) == {(name, Edition.PUBLIC): Status.BUILT for name in (OPEN, CLOSED)}
    assert "udeladt" in notes(heard)
    assert problems(heard) == []
    assert digests(small) == alone


def test_without_the_tree_the_confidential_edition_alone_is_a_problem(small: Small) -> None:
    small.confidential.rename(small.base / "elsewhere")
    heard = events(small, editions=(Edition.CONFIDENTIAL,))
    assert codes(heard) == {Code.AK112}
    assert [item.place.file for item in problems(heard)] == ["content/confidential"]
    assert statuses(heard) == {}


def test_another_tree(small: Small, tmp_path: Path) -> None:
    small.confidential.rename(tmp_path / "elsewhere")
    assert statuses(events(small, confidential=tmp_path / "elsewhere")) == ALL_BUILT
    heard = events(small, confidential=tmp_path / "nowhere", editions=(Edition.CONFIDENTIAL,))
    assert [item.place.file for item in problems(heard)] == ["nowhere"]


def test_a_named_tree_that_is_not_there_is_no_reason_to_build_unchecked(small: Small, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="findes ikke"):
        events(small, confidential=tmp_path / "nowhere")
    assert small.files() == []


def test_the_public_edition_alone_never_looks_at_the_tree(
    small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    touched: list[str] = []
    for name in ("is_dir", "exists", "resolve", "stat", "lstat", "open", "iterdir", "rglob"):
        monkeypatch.setattr(Path, name, spy(getattr(Path, name), touched))
    heard = events(small, editions=(Edition.PUBLIC,))
    assert touched
    private = (str(small.confidential), str(small.outputs / "confidential"))
    assert not [path for path in touched if path.startswith(private)]
    assert "ikke åbnet" in notes(heard)


def spy(method: object, touched: list[str]) -> object:
    def wrapper(path: Path, *args: object, **options: object) -> object:
        touched.append(str(path))
        return method(path, *args, **options)  # type: ignore[operator] # any method of a path

    return wrapper


@pytest.mark.parametrize("place", ["content/public/x", "content", "templates", "."])
def test_roots_inside_each_other_are_refused(small: Small, place: str) -> None:
    with pytest.raises(UsageError):
        events(small, confidential=small.base / place)
    assert small.files() == []


def test_a_withheld_section_that_nothing_fills(small: Small) -> None:
    (small.confidential / "overlays" / f"{CLOSED}.yaml").unlink()
    heard = events(small)
    assert statuses(heard)[CLOSED, Edition.PUBLIC] is Status.BUILT
    assert statuses(heard)[CLOSED, Edition.CONFIDENTIAL] is Status.FAILED
    assert codes(heard) == {Code.AK307}


def test_a_withheld_section_inside_another(small: Small) -> None:
    small.change(
        f"content/public/answers/{OPEN}.yaml",
        "    content:\n",
        "    sections:\n      - id: indre\n        heading: Indre\n        withheld:\n          grounds:\n"
        "            - paragraf-27\n    content:\n",
    )
    small.change(f"content/public/answers/{OPEN}.yaml", "    content:\n      - block: text/arbejdet\n", "")
    heard = events(small, answers=(OPEN,))
    assert statuses(heard)[OPEN, Edition.CONFIDENTIAL] is Status.FAILED
    assert [item.place.line for item in problems(heard)] != [0]


def test_a_broken_overlay_leaves_the_public_edition_alone(small: Small) -> None:
    small.change(f"content/confidential/overlays/{CLOSED}.yaml", "fills: sagen", f"fills: {CANARY}")
    heard = events(small)
    assert statuses(heard)[CLOSED, Edition.PUBLIC] is Status.BUILT
    assert statuses(heard)[CLOSED, Edition.CONFIDENTIAL] is Status.FAILED
    assert CANARY not in repr(heard)


# --- disk and interrupts


def test_a_file_that_cannot_be_written(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    events(small)
    before = digests(small)
    small.change("content/public/figures/sager.yaml", "550", "551")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "sharing violation")

    monkeypatch.setattr(Path, "replace", refuse)
    heard = events(small)
    assert codes(heard) == {Code.AK602}
    assert digests(small) == before


def test_a_record_that_cannot_be_written(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "sharing violation")

    monkeypatch.setattr(desk, "write_record", refuse)
    heard = events(small)
    assert {item.place.file for item in problems(heard)} == {
        f"outputs/{edition}/{RECORD_NAME}" for edition in ("public", "confidential")
    }
    assert set(statuses(heard).values()) == {Status.BUILT, Status.LEFT_OUT}


@pytest.mark.skipif(os.name == "nt", reason="kun Windows kræver særlige rettigheder til links")
def test_outputs_that_are_links_are_not_followed(small: Small, tmp_path: Path) -> None:
    small.outputs.mkdir()
    (tmp_path / "outside").mkdir()
    for edition in ("public", "confidential"):
        (small.outputs / edition).symlink_to(tmp_path / "outside", target_is_directory=True)
    heard = events(small)
    assert Status.BUILT not in statuses(heard).values()
    assert codes(heard) == {Code.AK602}
    assert list((tmp_path / "outside").iterdir()) == []


def test_stopping_early_keeps_what_is_done_and_leaves_nothing_half_written(small: Small) -> None:
    running = build(BuildRequest(small.paths))
    for event in running:
        if isinstance(event, FileResult) and event.status is Status.BUILT:
            break
    running.close()
    assert len(small.files()) == 1
    assert not list(small.outputs.rglob("*.tmp"))
    done = Path(small.files()[0])
    small.change("content/public/figures/sager.yaml", "550", "551")
    again = statuses(events(small))
    assert again[done.stem, Edition(done.parts[0])] is Status.BUILT


def test_a_fault_in_a_lane_keeps_what_is_done(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Iterator[Event | Told]:
        yield Told(())
        yield Planned(1)
        raise ZeroDivisionError

    monkeypatch.setattr(building, "run_confidential", fail)
    with pytest.raises(ZeroDivisionError):
        events(small)
    assert not list(small.outputs.rglob("*.tmp"))


def test_without_all_that_is_secret_nothing_public_is_published(
    small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> Iterator[object]:
        yield Term("Snefrid Tågelund", Place("content/confidential/watchlist.yaml", confidential=True))

    monkeypatch.setattr(building, "run_confidential", stop)
    with pytest.raises(WorkerFault):
        events(small)
    assert small.files() == []


@pytest.mark.parametrize("pdf", [False, True])
def test_only_for_a_pdf_are_word_files_kept_in_memory(small: Small, *, pdf: bool) -> None:
    events(small)
    data = (small.outputs / "public" / f"{OPEN}.docx").read_bytes()
    counter = desk.Desk(Edition.PUBLIC, small.paths, force=False, pdf=pdf)
    list(counter.receive(Made(OPEN, f"Svar om {OPEN}", data, "", (), Extent(1, 1, 1))))
    assert counter.words == ({OPEN: data} if pdf else {})
