"""``answerkit lint`` as its users see it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from answerkit.lint.registry import RULES
from answerkit.load.dictionary import find_dictionary
from cli.conftest import Answerkit
from lanes.small import CANARY, CLOSED, OPEN, Small

BLOCK = "content/public/blocks/text/arbejdet.yaml"
OVERLAY = f"content/confidential/overlays/{CLOSED}.yaml"


@pytest.mark.usefixtures("small")
def test_warnings_alone_are_no_failure(answerkit: Answerkit) -> None:
    run = answerkit("lint")
    assert run.code == 0
    assert "L205 advarsel" in run.err


def test_an_error_fails_with_place_line_and_caret(answerkit: Answerkit, small: Small) -> None:
    small.change(BLOCK, "i alt.", "i alt, og 12 sager.")
    run = answerkit("lint")
    assert run.code == 1
    assert f"{BLOCK}:5:" in run.err
    lines = run.err.splitlines()
    shown = next(number for number, line in enumerate(lines) if "L101" in line)
    source, caret = lines[shown + 1], lines[shown + 2]
    assert source[caret.index("^") :].startswith("12 sager.")


def test_what_cannot_be_built_outweighs_a_rule(answerkit: Answerkit, small: Small) -> None:
    small.change(BLOCK, "i alt.", "i alt, og 12 sager.")
    small.change(f"content/public/answers/{OPEN}.yaml", "dated: 2021-11-08", "dated: i dag")
    assert answerkit("lint").code == 3


def test_an_expression_that_cannot_be_read_is_told_once(answerkit: Answerkit, small: Small) -> None:
    small.change(BLOCK, "i alt.", "{{ figur() }}")
    run = answerkit("lint")
    assert run.code == 3
    assert run.err.count("AK402") == 1


def test_a_confidential_passage_shows_place_and_code_alone(answerkit: Answerkit, small: Small) -> None:
    small.change(OVERLAY, "i teksten", "har 12 sager")
    run = answerkit("lint")
    assert run.code == 1
    assert f"{OVERLAY}:13:" in run.err
    assert "12 sager" not in run.err
    assert CANARY not in run.err + run.out


def test_public_only_never_opens_the_confidential_tree(
    answerkit: Answerkit, small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    small.change(OVERLAY, "i teksten", "har 12 sager")
    opened: list[Path] = []
    real = Path.open

    def spy(self: Path, *args: object, **kwargs: object) -> object:
        opened.append(self.resolve())
        return real(self, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", spy)
    run = answerkit("lint", "--public-only")
    assert run.code == 0
    assert "bemærk: den fortrolige mappe er ikke læst" in run.err
    assert any(path.is_relative_to(small.public) for path in opened)
    assert not any(path.is_relative_to(small.confidential) for path in opened)


def test_an_absent_confidential_tree_is_told(answerkit: Answerkit, small: Small) -> None:
    small.confidential.rename(small.base / "andetsteds")
    assert "ikke læst" in answerkit("lint").err
    run = answerkit("lint", "--confidential", "andetsteds")
    assert (run.code, "ikke læst" in run.err) == (0, False)


def test_a_confidential_tree_that_is_named_must_exist(answerkit: Answerkit, small: Small) -> None:
    run = answerkit("lint", "--confidential", str(small.base / "absent"))
    assert run.code == 2
    assert run.err == "den angivne fortrolige mappe findes ikke; ret stien efter --confidential\n"


@pytest.mark.usefixtures("small")
def test_the_coverage_is_told_for_each_answer(answerkit: Answerkit) -> None:
    run = answerkit("lint", OPEN)
    assert f"bemærk: {OPEN}: 1 af 1 spørgsmål er besvaret" in run.err
    assert CLOSED not in run.err


def test_a_relaxed_rule_is_told(answerkit: Answerkit, small: Small) -> None:
    small.change(BLOCK, "i alt.", "i alt, og 12 sager.")
    small.write("answerkit.toml", 'authority = "A"\n[lint.severity]\nL101 = "warning"\n')
    run = answerkit("lint")
    assert run.code == 0
    assert "L101 advarsel" in run.err
    assert "bemærk: L101 er advarsel i dette projekt" in run.err


def test_settings_that_cannot_be_read_stop_the_rules(answerkit: Answerkit, small: Small) -> None:
    small.write("answerkit.toml", 'authority = "A"\n[lint]\nsmall_count = 1\n')
    run = answerkit("lint")
    assert run.code == 3
    assert "answerkit.toml:3:1: AK204" in run.err


def test_json_holds_the_problems(answerkit: Answerkit, small: Small) -> None:
    small.change(BLOCK, "i alt.", "i alt, og 12 sager.")
    run = answerkit("lint", "--format", "json")
    told = json.loads(run.out)
    assert "L101" in {item["code"] for item in told["problems"]}
    assert run.code == 1


def test_rules_are_explained_outside_of_a_project_too(answerkit: Answerkit) -> None:
    run = answerkit("lint", "--rules")
    assert run.code == 0
    for rule in RULES:
        assert f"{rule.code.name} (" in run.out
    assert max(len(line) for line in run.out.splitlines()) < 130


def test_the_deadline_is_counted_day_by_day(answerkit: Answerkit, small: Small) -> None:
    small.change(
        f"content/public/answers/{OPEN}.yaml",
        "  asker: Et parti\n",
        "  asker: Et parti\n  received: 2021-11-01\n",
    )
    run = answerkit("lint", "--deadline")
    assert run.code == 0
    lines = run.out.splitlines()
    assert f"{OPEN}: modtaget 1. november 2021, frist 11. november 2021" in lines
    assert "  torsdag 11. november 2021: dag 10, fristen" in lines
    assert f"{CLOSED}: datoen for modtagelsen er ikke oplyst (received)" in lines


def test_the_deadline_needs_sound_settings(answerkit: Answerkit, small: Small) -> None:
    small.write("answerkit.toml", "authority = 5\n")
    run = answerkit("lint", "--deadline")
    assert run.code == 2
    assert "answerkit lint" in run.err


def test_fix_mends_and_tells_what_is_left(answerkit: Answerkit, small: Small) -> None:
    small.change(BLOCK, "i alt.", "i  alt, og 12 sager.")
    assert "L408" in answerkit("lint").err
    run = answerkit("lint", "--fix")
    assert run.code == 1
    assert f"bemærk: rettet: {BLOCK}" in run.err
    assert "L101" in run.err
    assert "L408" not in run.err
    assert 'Der er {{ figure("sager") }} i alt, og 12 sager.' in (small.base / BLOCK).read_text(
        encoding="utf-8"
    )


def test_with_a_dictionary_words_are_looked_up(
    answerkit: Answerkit, small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "bemærk: L413 er slået fra" in answerkit("lint").err
    (tmp_path / "da_DK.aff").write_text("SET UTF-8\n", encoding="utf-8")
    (tmp_path / "da_DK.dic").write_text("1\nspurgt\n", encoding="utf-8")
    dictionary = find_dictionary([tmp_path])
    monkeypatch.setattr("answerkit.lanes.lint.find_dictionary", lambda: dictionary)
    small.change(BLOCK, "i alt.", "i alttt.")
    run = answerkit("lint")
    assert "L413 er slået fra" not in run.err
    assert "L413 advarsel: ordet er ikke i ordbogen: alttt" in run.err


FIGURE = "content/public/figures/tal.yaml"
LATER = """\
id: tal
classification: public
title: Tal
unit: sager
group: alle
counts: persons
owner: Afdelingen
values:
  - as_of: 2021-11-09
    value: 12
    source: Optælling i Afdelingen
"""


@pytest.mark.parametrize(("command", "code", "exit_code"), [("lint", "L111", 1), ("build", "AK308", 3)])
def test_a_figure_without_a_value_at_the_answers_date_is_told(
    command: str, code: str, exit_code: int, answerkit: Answerkit, small: Small
) -> None:
    small.write(FIGURE, LATER)
    small.change(BLOCK, "i alt.", 'i alt {{ figure("tal") }}.')
    run = answerkit(command, OPEN)
    assert run.code == exit_code
    assert len(re.findall(rf"{BLOCK}:5:\d+: {code} .*: tal, svaret {OPEN}", run.err)) == 1
    assert run.err.count("AK308") + run.err.count("L111") == 1


def test_a_pin_that_names_no_measurement_is_told(answerkit: Answerkit, small: Small) -> None:
    small.write(FIGURE, LATER.replace("2021-11-09", "2021-11-07"))
    answer = f"content/public/answers/{OPEN}.yaml"
    small.change(answer, "enquiry:", "pins:\n  tal: 2021-01-01\nenquiry:")
    run = answerkit("lint")
    assert run.code == 3
    assert f"{answer}:7:" in run.err
    assert "tal: 2021-01-01" in run.err
    assert "tallet er opgjort pr. 2021-11-07" in run.err
