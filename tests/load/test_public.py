"""What a sound public root gives, and what a broken file takes with it."""

from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest

from answerkit.load.public import load_public
from answerkit.model.codes import Code
from answerkit.model.content import (
    Answered,
    Below,
    BlockItem,
    BlockKind,
    Counted,
    Declined,
    Deferred,
    Exact,
    PictureItem,
    Prose,
    Range,
    TableItem,
)
from answerkit.model.problem import Place
from load.projects import (
    ANSWER,
    ASSET,
    BLOCK,
    FIGURE,
    FRAME,
    NEW_LAW,
    OLD_LAW,
    PNG,
    SOUND,
    Project,
    said,
    sound_project,
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return sound_project(tmp_path)


def test_a_sound_root_has_no_problems(project: Project) -> None:
    loaded = project.public()
    assert loaded.problems == ()
    assert not loaded.halted
    assert loaded.failed_answers == frozenset()
    assert loaded.library.broken == frozenset()


def test_a_block_is_read_with_places(project: Project) -> None:
    block = project.public().library.blocks["measure/tus"]
    assert (block.kind, block.title, block.owner) == (BlockKind.MEASURE, "TUS", "Ungecenter")
    assert (block.reviewed, block.review_by) == (date(2021, 11, 8), date(2023, 11, 8))
    assert block.text == Prose("TUS er et tilbud.\nDet er frivilligt.", Place(BLOCK, 9, 3), 2)
    assert block.where[""] == Place(BLOCK, 1, 1)
    assert block.where["title"] == Place(BLOCK, 3, 8)
    assert block.laws == ()


def test_a_framework_names_its_laws_in_order(project: Project) -> None:
    block = project.public().library.blocks["framework/unge"]
    assert block.laws == ("ny-lov", "gammel-lov")
    assert block.where["laws", 1] == Place(FRAME, 6, 5)


def test_a_figure_keeps_decimals_ranges_and_suppressed_counts(project: Project) -> None:
    figure = project.public().library.figures["sager"]
    assert [m.value for m in figure.series] == [
        Exact(Decimal("14.80")),
        Range(Decimal(100), Decimal(120)),
        Below(5),
    ]
    assert str(figure.series[0].value) == "Exact(number=Decimal('14.80'))"
    assert [m.circa for m in figure.series] == [True, False, False]
    assert [m.as_of.year for m in figure.series] == [2022, 2021, 2020]
    assert figure.series[0].period_from == date(2022, 1, 1)
    assert (figure.unit, figure.unit_one, figure.counts) == ("sager", "sag", Counted.CASES)
    assert figure.series[1].where["value"] == Place(FIGURE, 17, 12)
    assert figure.where["values", 2] == Place(FIGURE, 20, 5)


def test_registers_are_read(project: Project) -> None:
    library = project.public().library
    assert library.laws["gammel-lov"].valid_until == date(2023, 12, 31)
    assert library.laws["gammel-lov"].superseded_by == ("ny-lov",)
    assert library.laws["ny-lov"].provisions == ""
    assert [ground.public for ground in library.grounds.values()] == [True, False]
    assert library.terms["MSB"].expansion == "Sociale Forhold"
    asset = library.assets["trekant"]
    assert (asset.png, asset.svg, asset.width_mm) == (PNG, b"<svg/>", Decimal("90.5"))
    assert asset.alt == "En trekant med tre felter."


def test_an_answer_is_read(project: Project) -> None:
    answer = project.public().library.answers["svar"]
    assert answer.dated == date(2022, 12, 31)
    assert answer.pins == {"sager": date(2021, 12, 31)}
    assert answer.where["pins", 0] == Place(ANSWER, 8, 3)
    assert answer.enquiry.background == Prose("Partiet spørger.", Place(ANSWER, 13, 5), 4)
    assert [question.outcome for question in answer.enquiry.questions] == [
        Answered(("indledning", "tal")),
        Deferred("Det oplyses senere."),
        Declined("Det må ikke oplyses."),
    ]
    first, last = answer.sections
    assert first.content == (
        BlockItem("measure/tus", first.content[0].where),
        PictureItem("trekant", first.content[1].where),
    )
    table = first.sections[0].content[0]
    assert isinstance(table, TableItem)
    assert (table.id, table.figures, table.total) == ("tabel-sager", ("sager",), "sager")
    assert last.withheld is not None
    assert last.withheld.grounds == ("paragraf-27",)


def test_digests_name_every_file_that_was_read(project: Project) -> None:
    digests = project.public().library.digests
    public = {name for name in SOUND if name.startswith("content/public/")}
    assert set(digests) == public | {ASSET.replace("yaml", "png"), ASSET.replace("yaml", "svg")}
    assert list(digests) == sorted(digests)
    assert digests[BLOCK] == sha256(SOUND[BLOCK].encode()).hexdigest()


def test_ids_come_in_order(project: Project) -> None:
    assert list(project.public().library.blocks) == ["framework/unge", "measure/tus"]


def test_line_ends_and_byte_order_mark_change_nothing_but_the_digest(project: Project) -> None:
    plain = project.public().library
    for name, text in SOUND.items():
        project.write(name, b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert project.public().problems == ()
    windows = project.public().library
    assert (windows.blocks, windows.figures, windows.answers) == (plain.blocks, plain.figures, plain.answers)
    assert windows.digests != plain.digests


def test_a_broken_block_fails_the_answers_that_name_it_only(project: Project) -> None:
    project.write(ANSWER.replace("svar", "andet"), SOUND[ANSWER].replace("id: svar", "id: andet"))
    project.change(ANSWER, "- block: measure/tus", "- block: framework/unge")
    project.change(BLOCK, "title: TUS", "titel: TUS")
    loaded = project.public()
    assert said(loaded.problems) == ["andet:28:16 AK309", "tus:1:1 AK202", "tus:3:1 AK201"]
    assert loaded.failed_answers == {"andet"}
    assert set(loaded.library.answers) == {"svar"}
    assert loaded.library.broken == {("answers", "andet"), ("blocks", "measure/tus")}
    assert not loaded.halted


def test_a_missing_law_fails_all_that_leads_to_it(project: Project) -> None:
    project.change(OLD_LAW, "  - ny-lov", "  - nye-lov")
    loaded = project.public()
    assert said(loaded.problems) == ["svar:38:20 AK309", "unge:6:5 AK309", "gammel-lov:11:5 AK301"]
    assert loaded.problems[2].hint == "mente du »ny-lov«?"
    assert loaded.failed_answers == {"svar"}


def test_laws_in_a_ring_and_those_that_lead_into_it(project: Project) -> None:
    project.change(NEW_LAW, "valid_from: 2024-01-01", "valid_from: 2024-01-01\nsuperseded_by: [gammel-lov]")
    third = SOUND[OLD_LAW].replace("id: gammel-lov", "id: tredje-lov")
    project.write(NEW_LAW.replace("ny-lov", "tredje-lov"), third.replace("  - ny-lov", "  - ny-lov\n  - væk"))
    problems = project.public().problems
    assert [line for line in said(problems) if "lov" in line] == [
        "gammel-lov:11:5 AK302",
        "ny-lov:8:17 AK302",
        "tredje-lov:11:5 AK302",
        "tredje-lov:12:5 AK301",
    ]


def test_a_law_may_have_two_successors(project: Project) -> None:
    other = SOUND[NEW_LAW].replace("id: ny-lov", "id: anden-lov")
    project.write(NEW_LAW.replace("ny-lov", "anden-lov"), other)
    project.change(OLD_LAW, "  - ny-lov", "  - ny-lov\n  - anden-lov")
    loaded = project.public()
    assert loaded.problems == ()
    assert loaded.library.laws["gammel-lov"].superseded_by == ("ny-lov", "anden-lov")


def test_a_faulty_law_is_named_by_its_predecessor(project: Project) -> None:
    project.change(NEW_LAW, "short: ny lov", "kort: ny lov")
    assert "gammel-lov:11:5 AK309" in said(project.public().problems)


def test_files_read_in_part_still_have_their_references_checked(project: Project) -> None:
    project.change(ANSWER, "title: Svar om unge", "titel: Svar om unge")
    project.change(ANSWER, "- block: measure/tus", "- block: measure/tusi")
    loaded = project.public()
    assert said(loaded.problems) == ["svar:1:1 AK202", "svar:3:1 AK201", "svar:28:16 AK301"]
    assert loaded.problems[1].hint == "mente du »title«?"
    assert loaded.problems[2].message == "henvisning til noget, der ikke findes: measure/tusi"
    assert loaded.problems[2].hint == "mente du »measure/tus«?"


def test_a_missing_root_halts(tmp_path: Path) -> None:
    loaded = load_public(tmp_path / "content/public", tmp_path)
    assert [item.code for item in loaded.problems] == [Code.AK112]
    assert loaded.problems[0].place == Place("content/public")
    assert loaded.halted


def test_a_root_outside_the_project_is_named_by_its_folder(project: Project, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    loaded = load_public(project.base / "content/public", other)
    assert loaded.library.blocks["measure/tus"].where[""].file == "public/blocks/measure/tus.yaml"


def test_a_root_that_is_the_project(project: Project) -> None:
    root = project.base / "content/public"
    assert load_public(root, root).library.terms["MSB"].where[""].file == "terms/MSB.yaml"


def test_an_empty_root_is_an_empty_library(tmp_path: Path) -> None:
    loaded = load_public(tmp_path, tmp_path)
    assert (loaded.problems, loaded.halted, loaded.library.digests) == ((), False, {})
