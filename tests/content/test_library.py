import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from answerkit.load.overlay import load_confidential
from answerkit.load.public import load_public
from content.printed import CONFIDENTIAL, CONTENT, PROJECT, PUBLIC, Yaml, load, record

KEYS = {
    "blocks": "id classification title laws owner reviewed review_by note text",
    "figures": "id classification title unit unit_one group counts owner note values",
    "laws": "id classification short title provisions number url valid_from valid_until superseded_by"
    " verified_on source note",
    "grounds": "id classification citation title public url verified_on source note",
    "terms": "id classification expansion note",
    "assets": "id classification caption alt width_mm source note",
    "answers": "id classification title department dated date_note note pins enquiry sections",
    "overlays": "id classification sample extends note recipients sections",
}
FILES = sorted(CONTENT.rglob("*.yaml"))
OVERLAY = record(CONFIDENTIAL / "overlays", "2021-kriminalitetsforebyggelse")
CPR_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


def name(path: Path) -> str:
    return path.relative_to(CONTENT).as_posix()


def scalars(node: Yaml) -> Iterator[str]:
    match node:
        case str():
            yield node
        case list():
            for child in node:
                yield from scalars(child)
        case dict():
            for child in node.values():
                yield from scalars(child)


def sentences(root: Path) -> set[str]:
    """Every line of prose and every other value in a tree that is long enough to be a sentence."""
    texts = (text for path in root.rglob("*.yaml") for text in scalars(load(path)))
    lines = (line.strip() for text in texts for line in text.split("\n"))
    return {line for line in lines if line.count(" ") > 1}


def test_the_public_tree_is_read_without_problems() -> None:
    loaded = load_public(PUBLIC, PROJECT)
    assert loaded.problems == ()
    assert {"2021-kriminalitetsforebyggelse", "2025-veje-ud-af-kriminalitet"} <= set(loaded.library.answers)


def test_the_confidential_tree_is_read_without_problems() -> None:
    loaded = load_confidential(CONFIDENTIAL, PROJECT, load_public(PUBLIC, PROJECT).library)
    assert loaded.problems == ()
    assert set(loaded.library.overlays) == {"2021-kriminalitetsforebyggelse"}


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_file_has_its_keys_in_the_fixed_order(path: Path) -> None:
    order = KEYS[path.relative_to(CONTENT).parts[1]].split()
    keys = list(load(path))
    assert keys == [key for key in order if key in keys]


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_file_ends_its_lines_as_the_house_does(path: Path) -> None:
    data = path.read_bytes()
    assert data.endswith(b"\n")
    assert not data.endswith(b"\n\n")
    assert b"\r" not in data
    assert b"\t" not in data


@pytest.mark.parametrize("path", sorted((PUBLIC / "blocks").rglob("*.yaml")), ids=name)
def test_a_line_of_prose_is_one_sentence(path: Path) -> None:
    assert not re.findall(r"[a-zæøå)][.!?] [A-ZÆØÅ]", load(path)["text"])


def test_the_parts_of_the_2025_table_are_not_small_and_add_up() -> None:
    table = record(PUBLIC / "answers", "2025-veje-ud-af-kriminalitet")["sections"][-1]["content"][1]
    parts = [int(record(PUBLIC / "figures", part)["values"][0]["value"]) for part in table["table"]]
    assert min(parts) >= 5
    assert sum(parts) == int(record(PUBLIC / "figures", table["total"])["values"][0]["value"])


def test_the_answers_share_measures_and_no_law_block() -> None:
    old, new = (
        set(re.findall(r"block: (\S+)", (PUBLIC / "answers" / f"{answer}.yaml").read_text(encoding="utf-8")))
        for answer in ("2021-kriminalitetsforebyggelse", "2025-veje-ud-af-kriminalitet")
    )
    assert len([block for block in old & new if block.startswith("measure/")]) >= 3
    assert not [block for block in old & new if block.startswith("framework/")]


@pytest.mark.parametrize("answer", [path.stem for path in sorted((PUBLIC / "answers").glob("*.yaml"))])
def test_every_law_of_an_answer_is_in_force_on_its_date(answer: str) -> None:
    file = record(PUBLIC / "answers", answer)
    blocks = re.findall(r"block: (\S+)", (PUBLIC / "answers" / f"{answer}.yaml").read_text(encoding="utf-8"))
    laws = {law for block in blocks for law in record(PUBLIC / "blocks", block).get("laws", ())}
    assert laws
    for law in (record(PUBLIC / "laws", law) for law in laws):
        assert law["valid_from"] <= file["dated"] <= law.get("valid_until", "9999-12-31"), law["id"]


def test_the_sample_overlay_says_that_it_is_invented() -> None:
    assert OVERLAY["sample"] == "true"
    assert "Eksempel – opdigtet" in OVERLAY["sections"][0]["text"]
    assert "opdigtet" in OVERLAY["note"]


def test_the_sample_personal_number_is_well_formed_and_of_nobody_born_yet() -> None:
    digits = re.findall(r"\b(\d{6})-(\d{4})\b", OVERLAY["sections"][0]["text"])
    (number,) = (birth + serial for birth, serial in digits)
    control = sum(int(digit) * weight for digit, weight in zip(number, CPR_WEIGHTS, strict=True))
    # Source: CPR-kontoret, »Personnummeret i CPR-systemet«: year 37-57 with seventh digit 5-8 is 20xx.
    in_this_century = 37 <= int(number[4:6]) <= 57 and number[6] in "5678"
    born = date(2000 + int(number[4:6]), int(number[2:4]), int(number[:2]))
    assert control % 11 == 0
    assert in_this_century
    assert born > datetime.now(UTC).date()


def test_no_sentence_of_the_confidential_tree_is_one_of_the_public_tree() -> None:
    shared = len(sentences(CONFIDENTIAL) & sentences(PUBLIC))
    assert shared == 0


@pytest.mark.parametrize("index", range(5))
def test_what_identifies_the_invented_person_is_nowhere_in_the_public_tree(index: int) -> None:
    marks = ("Fiktivsen", "Prøvestrup", "140347", "Månestøv", "9917-19")
    public = "\n".join(path.read_text(encoding="utf-8") for path in PUBLIC.rglob("*.yaml"))
    found = marks[index] in public
    assert not found
    assert marks[index] in OVERLAY["sections"][0]["text"]
