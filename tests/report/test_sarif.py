"""SARIF: valid by its schema, and what each result says of its place."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from jsonschema import Draft4Validator

from answerkit.model.finding import Gate
from answerkit.model.result import Event
from answerkit.report.sarif import as_sarif
from report.runs import BUILT, ERROR, EVERYTHING, IN_DOCX, IN_YAML, LONELY, WARNING, quiet_events, summed

SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json"


@cache
def validator() -> Draft4Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft4Validator.check_schema(schema)
    return Draft4Validator(schema)


def run_of(*events: Event) -> Any:  # noqa: ANN401 - JSON
    tree = json.loads(as_sarif(summed(*events)))
    validator().validate(tree)
    (run,) = tree["runs"]
    return run


def test_the_schema_finds_what_is_wrong() -> None:
    tree = json.loads(as_sarif(summed(*EVERYTHING)))
    tree["runs"][0]["results"][0]["level"] = "fatal"
    assert [error.json_path for error in validator().iter_errors(tree)] == ["$.runs[0].results[0].level"]


@settings(max_examples=40)
@given(quiet_events)
def test_any_run_is_valid(events: list[Event]) -> None:
    run_of(*events)


def test_each_code_is_a_rule_with_help_that_no_file_changes() -> None:
    run = run_of(*EVERYTHING, IN_YAML)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["AK202", "AK301", "L103", "H1", "C102", "S124"]
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [
        result["ruleId"] for result in run["results"]
    ]
    assert rules[1] == run_of(ERROR)["tool"]["driver"]["rules"][0]
    assert "ret\r\ndet" not in rules[1]["help"]["text"]


def test_every_gate_has_help() -> None:
    found = [replace(LONELY, gate=gate, code=gate.name) for gate in Gate]
    rules = run_of(*found)["tool"]["driver"]["rules"]
    assert len({rule["help"]["text"] for rule in rules}) == len(Gate)


def test_a_problem_lies_on_a_line_of_its_file() -> None:
    (result,) = run_of(ERROR)["results"]
    assert result["level"] == "error"
    assert result["message"]["text"] == "henvisning til noget, der ikke findes: »x%«; ret\ufffd\ufffddet"
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "content/public/answers/a%2C%20b%3A%20c%25.yaml"},
                "region": {"startLine": 3, "startColumn": 5},
            }
        }
    ]
    (whole_line,) = run_of(WARNING)["results"]
    assert whole_line["level"] == "warning"
    assert whole_line["locations"][0]["physicalLocation"]["region"] == {"startLine": 7}


def test_a_finding_in_a_word_file_has_a_logical_location() -> None:
    (location,) = run_of(IN_DOCX)["results"][0]["locations"]
    assert location == {
        "physicalLocation": {"artifactLocation": {"uri": BUILT}},
        "logicalLocations": [
            {
                "name": "body/p[3]",
                "fullyQualifiedName": "word/document.xml/body/p[3]",
                "kind": "element",
            }
        ],
    }
    assert "logicalLocations" not in run_of(LONELY)["results"][0]["locations"][0]


def test_class_and_length_are_told_and_no_snippet() -> None:
    text = as_sarif(summed(*EVERYTHING, IN_YAML))
    assert '"snippet"' not in text
    assert "ab: x" not in text
    (result,) = run_of(IN_YAML)["results"]
    assert result["properties"] == {"class": "name", "length": 12}


def test_fingerprints_are_of_the_position_and_tell_twins_apart() -> None:
    moved = run_of(IN_DOCX, IN_YAML)["results"]
    again = run_of(IN_DOCX)["results"][0]["partialFingerprints"]
    assert again in [result["partialFingerprints"] for result in moved]
    twins = run_of(WARNING, ERROR, ERROR.with_excerpt("z"))["results"]
    prints = [result["partialFingerprints"]["primaryLocationLineHash"] for result in twins]
    assert len(set(prints)) == 3
    assert all(re.fullmatch(r"[0-9a-f]{16}:\d", value) for value in prints)
    assert prints[0][-2:] == ":1"
    assert prints[0][:16] == prints[1][:16]


def test_the_run_says_how_it_ended_and_what_is_to_be_known() -> None:
    (invocation,) = run_of(*EVERYTHING)["invocations"]
    assert invocation == {
        "executionSuccessful": True,
        "exitCode": 4,
        "exitCodeDescription": "LEAK",
        "toolExecutionNotifications": [{"level": "note", "message": {"text": "husk: 100 %"}}],
    }
