import re
from pathlib import Path

import pytest

from answerkit.load.public import load_public
from content.printed import CONTENT, PROJECT, PUBLIC, load, record

KEYS = {
    "blocks": "id classification title laws owner reviewed review_by note text",
    "figures": "id classification title unit unit_one group counts owner note values",
    "laws": "id classification short title provisions number url valid_from valid_until superseded_by"
    " verified_on source note",
    "grounds": "id classification citation title public url verified_on source note",
    "terms": "id classification expansion note",
    "assets": "id classification caption alt width_mm source note",
    "answers": "id classification title department dated date_note note coverage pins enquiry sections",
    "overlays": "id classification sample extends note recipients sections",
    "watchlist.yaml": "classification sample terms shared",
}
FILES = sorted(CONTENT.rglob("*.yaml"))


def name(path: Path) -> str:
    return path.relative_to(CONTENT).as_posix()


def test_the_public_tree_is_read_without_problems() -> None:
    loaded = load_public(PUBLIC, PROJECT)
    assert loaded.problems == ()
    assert {"2021-kriminalitetsforebyggelse", "2025-veje-ud-af-kriminalitet"} <= set(loaded.library.answers)


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
