from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from answerkit.compose.composed import Composed
from answerkit.compose.confidential import ConfidentialComposer
from answerkit.compose.public import PublicComposer
from answerkit.model.content import Answer, Asset, BlockKind, Item, Library, PictureItem, Term
from answerkit.model.document import Document, Edition, Picture, Table
from answerkit.model.overlay import ConfidentialLibrary, Filling, Overlay
from compose.samples import (
    CONFIG,
    TEMPLATES,
    answer,
    block,
    document,
    dump,
    exact,
    figure,
    found,
    law,
    library,
    measurement,
    prose,
    section,
    table,
    uses,
    where,
    withheld,
)

OVERLAY = "content/confidential/overlays/svar.yaml"


def asset(name: str = "trekant") -> Asset:
    return Asset(
        name, "Trekanten", "En trekant", b"png", b"svg", Decimal(90), where(f"content/public/{name}.yaml")
    )


def known() -> Library:
    figures = [figure("a", measurement(exact("30"))), figure("b", measurement(exact("1200"), circa=True))]
    blocks = [
        block("Prosa a: {{ term('ABC') }}.", "text/a"),
        block("Prosa b.", "measure/b", BlockKind.MEASURE),
        replace(block("Rammen.", "framework/c", BlockKind.FRAMEWORK), laws=("x",)),
    ]
    terms = [Term("ABC", "Alle Byens Cykler", where("t"))]
    return library(blocks, figures, [law("x")], terms, [asset()])


def svar() -> Answer:
    picture = PictureItem("trekant", where("content/public/answers/svar.yaml"))
    return answer(
        section(
            "et",
            *uses("text/a"),
            picture,
            sections=(
                section("ramme", *uses("framework/c")),
                section("tal", table("tabel-a", "a", "b", total="b"), *uses("measure/b")),
            ),
        ),
        withheld("to", "prøveloven-1"),
        section("tre", table("tabel-b", "a")),
    )


def overlay(text: str, *content: Item, sample: bool = True) -> Overlay:
    place = where(OVERLAY, confidential=True)
    filling = Filling("to", ("prøveloven-2",), prose(text, OVERLAY, confidential=True), place, content)
    return Overlay("svar", "svar", sample, ("Modtageren",), (filling,), place)


def public(of: Answer, library: Library) -> Composed:
    return PublicComposer(library, CONFIG, TEMPLATES).compose(of)


def confidential(of: Answer, library: Library, over: Overlay) -> Composed:
    return ConfidentialComposer(library, ConfidentialLibrary(), CONFIG, TEMPLATES).compose(of, over)


def test_the_public_edition_as_a_whole() -> None:
    made = document(public(svar(), known()))
    assert made.edition is Edition.PUBLIC
    assert dump(made) == (Path(__file__).parent / "public.txt").read_text(encoding="utf-8")


def test_the_confidential_edition_as_a_whole() -> None:
    over = overlay("Skjult: {{ figure('a') }}, {{ ref('tabel-b') }}.")
    made = document(confidential(svar(), known(), over))
    assert made.edition is Edition.CONFIDENTIAL
    assert dump(made) == (Path(__file__).parent / "confidential.txt").read_text(encoding="utf-8")


def test_what_was_used_is_known() -> None:
    made = document(public(svar(), known()))
    assert made.blocks == ("framework/c", "measure/b", "text/a")
    assert made.figures == ("a", "b")
    assert made.sources == (
        "content/public/answers/svar.yaml",
        "content/public/blocks/framework/c.yaml",
        "content/public/blocks/measure/b.yaml",
        "content/public/blocks/text/a.yaml",
        "content/public/figures/a.yaml",
        "content/public/figures/b.yaml",
        "content/public/grounds/prøveloven-1.yaml",
        "content/public/laws/x.yaml",
        "content/public/trekant.png",
        "content/public/trekant.svg",
        "content/public/trekant.yaml",
        "t",
    )


def captioned(made: Document) -> list[tuple[str, int]]:
    nodes = [node for part in made.parts for node in part.nodes if isinstance(node, Table | Picture)]
    return [(node.anchor, node.number) for node in nodes if node.number]


def test_public_numbers_do_not_depend_on_the_overlay() -> None:
    plain = captioned(document(public(svar(), known())))
    made = document(confidential(svar(), known(), overlay("Se {{ ref('skjult') }}.", table("skjult", "a"))))
    assert plain == [("figur-1", 1), ("tabel-1", 1), ("tabel-2", 2)]
    assert captioned(made) == [("figur-1", 1), ("tabel-1", 1), ("tabel-3", 3), ("tabel-2", 2)]


def test_an_overlay_cannot_take_the_name_of_a_public_table_or_picture() -> None:
    taken = (table("tabel-b", "a"), PictureItem("trekant", where(OVERLAY, confidential=True)))
    assert [code for code, _, _ in found(confidential(svar(), known(), overlay("x", *taken)))] == [
        "AK303",
        "AK303",
    ]


def test_confidential_nodes_are_marked_and_public_ones_are_not() -> None:
    made = document(confidential(svar(), known(), overlay("Skjult tekst.")))
    marked = "\n".join(str(node) for part in made.parts if part.confidential for node in part.nodes)
    plain = "\n".join(str(node) for part in made.parts if not part.confidential for node in part.nodes)
    assert "Skjult tekst." in marked
    assert "Modtageren" in marked
    assert "Skjult tekst." not in plain
    assert "Prosa b." in plain


def test_a_problem_in_an_overlay_repeats_nothing_of_it() -> None:
    over = overlay("Hemmeligt navn {{ figure('hemmeligt-id') }} og {{ hemmelig }}.")
    composed = confidential(svar(), known(), over)
    assert composed.document is None
    assert {problem.place.file for problem in composed.problems} == {OVERLAY}
    assert not any("hemmelig" in f"{p.message} {p.hint} {p.excerpt}".lower() for p in composed.problems)


def test_a_hint_in_a_public_file_never_names_something_confidential() -> None:
    broken = replace(known(), blocks={"text/a": block("{{ figure('navne-tal') }} {{ ref('navne-tabel') }}")})
    hidden = figure("navne-tall", measurement(exact("3")))
    composer = ConfidentialComposer(
        broken, ConfidentialLibrary(figures={hidden.id: hidden}), CONFIG, TEMPLATES
    )
    of = answer(section("et", *uses("text/a")), withheld("to", "prøveloven-1"))
    composed = composer.compose(of, overlay("x", table("navne-tabell", "a")))
    assert [code for code, _, _ in found(composed)] == ["AK301", "AK301"]
    assert not any("tall" in p.hint or "tabell" in p.hint for p in composed.problems)


def test_an_overlay_may_use_confidential_blocks_and_figures() -> None:
    hidden = figure("skjult", measurement(exact("3")))
    secret_block = block("Skjult blok med {{ figure('skjult') }}.", "text/skjult")
    more = ConfidentialLibrary(figures={hidden.id: hidden}, blocks={secret_block.id: secret_block})
    composer = ConfidentialComposer(known(), more, CONFIG, TEMPLATES)
    made = document(composer.compose(svar(), overlay("x", *uses("text/skjult"))))
    assert "Skjult blok med 3\u00a0sager‹skjult›." in dump(made)


def test_a_withheld_section_without_filling_is_a_problem_of_the_overlay() -> None:
    over = replace(overlay("x"), fillings=())
    assert [(p.code.name, p.place.file) for p in confidential(svar(), known(), over).problems] == [
        ("AK307", OVERLAY)
    ]


def test_missing_blocks_pictures_and_laws_are_all_found() -> None:
    bare = replace(known(), blocks={}, assets={})
    assert {code for code, _, _ in found(public(svar(), bare))} == {"AK301"}
    assert len(public(svar(), bare).problems) == 4


def test_a_pinned_value_is_stated_even_when_a_newer_one_exists() -> None:
    series = (measurement(exact("9"), date(2021, 6, 1)), measurement(exact("7"), date(2020, 6, 1)))
    records = replace(
        known(), figures={"a": figure("a", *series)}, blocks={"text/a": block("{{ figure('a') }}")}
    )
    of = answer(section("et", *uses("text/a")), pins={"a": date(2020, 6, 1)})
    assert "7\u00a0sager" in dump(document(public(of, records)))
    gone = answer(section("et", *uses("text/a")), pins={"a": date(2019, 6, 1)})
    assert found(public(gone, records)) == [("AK308", 4, 6)]


def test_no_line_of_a_heading_or_caption_ends_before_a_number() -> None:
    captioned = replace(table("tabel-a", "a"), caption="Sager efter § 2")
    of = answer(replace(section("et", captioned), heading="Krav i stk. 3"))
    lines = dump(document(public(of, known()))).splitlines()
    assert "# Ad 1) Krav i stk.\u00a03 #afsnit-1" in lines
    assert "> Ad 1) Krav i stk.\u00a03→#afsnit-1" in lines
    assert "[tabel 1 Sager efter §\u00a02 #tabel-1]" in lines


def test_a_table_of_different_units_states_each() -> None:
    staff = figure("b", measurement(exact("14.8")), unit="årsværk")
    records = replace(known(), figures={**known().figures, "b": staff})
    lines = dump(document(public(answer(section("et", table("t", "a", "b"))), records))).splitlines()
    assert "Række a | >30\u00a0sager‹a›" in lines
    assert "Række b | >14,8\u00a0årsværk‹b›" in lines
    assert "Opgørelse | >Antal" in lines


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("{{ title.__class__ }}", 1),
        ("x\n{{ unknown }}", 2),
        ("x\n{% include '../answerkit.toml' %}", 2),
        ("x\n{% import 'os' as f %}{{ f.__loader__ }}", 2),
        ("{{ 'a' * 100000000 }}", 1),
        ("{{ range(10) }}", 1),
        ("{{ title | upper }}", 1),
        ("x\n\n{% for %}", 3),
        ("{{ laws }}", 1),
        ("{{ title.format(1) }}{{ ''.__class__.__mro__[1] }}", 1),
        ("{{ lipsum.__globals__ }}", 1),
    ],
)
def test_a_hostile_template_does_nothing_and_is_placed(tmp_path: Path, template: str, line: int) -> None:
    for file in TEMPLATES.rglob("*.j2"):
        copy = tmp_path / "templates" / file.relative_to(TEMPLATES)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    (tmp_path / "templates/blocks/text.md.j2").write_text(template, encoding="utf-8")
    composed = PublicComposer(known(), CONFIG, tmp_path / "templates").compose(svar())
    assert ("AK406", "templates/blocks/text.md.j2", line) in [
        (p.code.name, p.place.file, p.place.line) for p in composed.problems
    ]


def test_an_absent_template_is_said_to_be_absent(tmp_path: Path) -> None:
    composed = PublicComposer(known(), CONFIG, tmp_path).compose(svar())
    assert "den findes ikke eller kan ikke læses" in {p.detail for p in composed.problems}


def test_an_absent_template_that_another_includes_is_not_named(tmp_path: Path) -> None:
    (tmp_path / "front.md.j2").write_text("{% include 'absent' %}", encoding="utf-8")
    composed = PublicComposer(known(), CONFIG, tmp_path).compose(svar())
    assert "TemplateNotFound" in {p.detail for p in composed.problems if p.place.line == 1}


def test_constants_in_a_template_are_values_too(tmp_path: Path) -> None:
    root = tmp_path / "templates"
    (root / "blocks").mkdir(parents=True)
    for name in ("front", "withheld"):
        (root / f"{name}.md.j2").write_bytes((TEMPLATES / f"{name}.md.j2").read_bytes())
    (root / "blocks/text.md.j2").write_text("{{ '*fast*' }} {{ 1 }}\n\n{{ text }}", encoding="utf-8")
    composer = PublicComposer(known(), CONFIG, root)
    of = answer(section("et", *uses("text/a")))
    for _ in range(2):
        assert "*fast* 1\nProsa a" in dump(document(composer.compose(of)))


@pytest.mark.parametrize(("data", "code"), [(b"\xff", "AK101"), (b"x" * 300_000, "AK103")])
def test_an_unreadable_template_is_a_problem_of_its_own(tmp_path: Path, data: bytes, code: str) -> None:
    (tmp_path / "front.md.j2").write_bytes(data)
    composer = PublicComposer(known(), CONFIG, tmp_path)
    assert [p.code.name for p in composer.problems] == [code]
    assert "AK406" in [p.code.name for p in composer.compose(svar()).problems]


def test_a_template_that_links_out_of_its_folder_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "templates"
    root.mkdir()
    (tmp_path / "secret.md.j2").write_text("hemmeligt", encoding="utf-8")
    try:
        (root / "front.md.j2").symlink_to(tmp_path / "secret.md.j2")
    except OSError:
        pytest.skip("kun Windows: symbolske links kræver særlige rettigheder")
    assert [p.code.name for p in PublicComposer(known(), CONFIG, root).problems] == ["AK105"]
