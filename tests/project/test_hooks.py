"""The hooks that other repositories take from here: pre-commit can read them, and their commands exist."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from typer.main import get_command

from answerkit.cli.app import make_app
from answerkit.lanes.hook_rules import Rule
from project.loading import PROJECT

MANIFEST = PROJECT / ".pre-commit-hooks.yaml"
GUIDE = (PROJECT / "docs" / "ci" / "README.md").read_text(encoding="utf-8")

REQUIRED = {"id", "name", "entry", "language"}
OPTIONAL = {"description", "always_run", "pass_filenames", "types", "require_serial"}
"""Source: pre-commit.com, "Creating new hooks"."""


def hooks() -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    return loaded


@pytest.mark.parametrize("hook", hooks(), ids=lambda hook: hook["id"])
def test_a_hook_is_one_that_pre_commit_reads_and_answerkit_understands(hook: dict[str, Any]) -> None:
    assert REQUIRED <= hook.keys() <= REQUIRED | OPTIONAL
    assert hook["language"] == "python"  # pre-commit installs this repository, which has the command
    program, *arguments = hook["entry"].split()
    assert program == "answerkit"
    task = get_command(make_app()).main(arguments, standalone_mode=False)
    assert callable(task)


def test_names_are_judged_whatever_is_excluded() -> None:
    (paths,) = [hook for hook in hooks() if "--names-only" in hook["entry"]]
    assert paths["always_run"]
    assert not paths["pass_filenames"]


def test_links_are_passed_too() -> None:
    (scan,) = [hook for hook in hooks() if "--names-only" not in hook["entry"]]
    assert scan["types"] == []  # the default is [file], which leaves out links


def test_the_guide_names_every_hook_and_every_code() -> None:
    assert set(re.findall(r"- id: (\S+)", GUIDE)) == {hook["id"] for hook in hooks()}
    assert re.findall(r"^\| (G\d+) \|", GUIDE, flags=re.MULTILINE) == [rule.name for rule in Rule]
    staff = (PROJECT / "docs" / "da" / "fund.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| (G\d+) \| (.+?) \|", staff, flags=re.MULTILINE) == [
        (rule.name, rule.value) for rule in Rule
    ]
