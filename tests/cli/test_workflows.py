"""The workflows in docs/ci: pinned, with few rights and no secrets, and each of their commands runs."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from cli.conftest import Answerkit, Run
from lanes.small import CANARY, Small
from project.loading import PROJECT

FOLDER = PROJECT / "docs" / "ci"
NAMES = ("github.yml", "gitlab.yml")
WITHOUT, WITH = "without-clearance", "with-clearance"
BLOCK = "content/public/blocks/text/arbejdet.yaml"


def workflow(name: str) -> dict[str, Any]:
    tree: dict[str, Any] = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return tree


def steps(name: str, job: str) -> list[dict[str, Any]]:
    """Of a job for GitHub."""
    found: list[dict[str, Any]] = workflow(name)["jobs"][job]["steps"]
    return found


def commands(name: str, job: str) -> list[str]:
    """What a job runs, a command each."""
    if name == "gitlab.yml":
        script: list[str] = workflow(name)[job]["script"]
        return script
    return [step["run"] for step in steps(name, job) if "run" in step]


def kept(name: str, job: str) -> list[str]:
    """What a job keeps: paths and patterns."""
    if name == "gitlab.yml":
        paths: list[str] = workflow(name)[job]["artifacts"]["paths"]
        return paths
    (step,) = [step for step in steps(name, job) if "upload-artifact" in step.get("uses", "")]
    return str(step["with"]["path"]).split()


def reports(name: str, job: str) -> list[str]:
    """The test reports that GitLab takes from a job."""
    if name == "github.yml":
        return []
    return list(workflow(name)[job]["artifacts"].get("reports", {}).values())


# --- what they say


def test_actions_are_pinned_to_commits() -> None:
    text = (FOLDER / "github.yml").read_text(encoding="utf-8")
    uses = re.findall(r"uses: (\S+)(.*)", text)
    assert len(uses) == 5
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action) for action, _ in uses)
    assert all(re.fullmatch(r" # v\d+\.\d+\.\d+", version) for _, version in uses)


def test_the_image_is_pinned_to_a_release() -> None:
    assert re.fullmatch(r"python:3\.\d+\.\d+-\w+", workflow("gitlab.yml")[WITHOUT]["image"])


def test_rights_are_least_and_there_is_no_secret() -> None:
    tree = workflow("github.yml")
    assert tree["permissions"] == {}
    assert [job["permissions"] for job in tree["jobs"].values()] == [{"contents": "read"}] * 2
    told = [step["with"] for job in (WITHOUT, WITH) for step in steps("github.yml", job) if "with" in step]
    kept_tokens = [options.get("persist-credentials") for options in told]
    assert kept_tokens.count(False) == 2
    for name in NAMES:
        assert "secrets." not in (FOLDER / name).read_text(encoding="utf-8")


def test_a_strangers_code_never_meets_the_confidential_folder() -> None:
    tree = workflow("github.yml")
    assert "pull_request_target" not in (FOLDER / "github.yml").read_text(encoding="utf-8")
    assert tree["jobs"][WITH]["if"] == "github.event_name == 'push'"
    assert tree["jobs"][WITH]["environment"] == "clearance"
    (rule,) = workflow("gitlab.yml")[WITH]["rules"]
    assert '$CI_COMMIT_REF_PROTECTED == "true"' in rule["if"]
    for name in NAMES:
        assert not any("CONFIDENTIAL" in command for command in commands(name, WITHOUT))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("job", [WITHOUT, WITH])
def test_nothing_from_the_confidential_side_is_kept_and_nothing_shown(name: str, job: str) -> None:
    assert set(kept(name, job)) <= {"outputs/public/*.docx", "verdict.json"}
    assert kept(name, WITH) == ["verdict.json"]
    text = " ".join(commands(name, job))
    assert "--show-matches" not in text
    assert "set -x" not in text


# --- what they do


@pytest.fixture
def job_folder(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    """The small project in a git repository, as a job finds it; the confidential folder lies elsewhere."""
    elsewhere = small.base.parent / "lukket"
    small.confidential.rename(elsewhere)
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in (("CI", "true"), ("CONFIDENTIAL", elsewhere), ("ANSWERKIT_CONFIDENTIAL", elsewhere)):
        monkeypatch.setenv(name, str(value))
    for command in ("init --quiet", "add answerkit.toml content templates"):
        subprocess.run(["git", *command.split()], cwd=small.base, check=True)  # noqa: S607


def run(answerkit: Answerkit, name: str, job: str) -> list[Run]:
    """A job's commands in turn, up to one that fails. No environment is set up: the tests have theirs."""
    done = []
    for line in commands(name, job):
        command, _, target = line.partition(" > ")
        words = [os.path.expandvars(word) for word in shlex.split(command)]
        start = 2 if words[:2] == ["python3", "run.py"] else 1
        assert start == 2 or words[0] == ".venv/bin/answerkit"
        done.append(answerkit(*words[start:]))
        if target:
            Path(target).write_text(done[-1].out, encoding="utf-8")
        if done[-1].code:
            break
    return done


def said(done: list[Run]) -> str:
    return "".join(run.out + run.err for run in done).casefold()


@pytest.mark.usefixtures("job_folder")
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("job", [WITHOUT, WITH])
def test_each_command_runs_and_what_is_kept_is_there(
    small: Small, answerkit: Answerkit, name: str, job: str
) -> None:
    done = run(answerkit, name, job)
    assert [item.code for item in done] == [0] * len(commands(name, job)), said(done)
    for path in kept(name, job):
        assert list(small.base.glob(path))
    verdict = json.loads((small.base / "verdict.json").read_text(encoding="utf-8"))
    assert (verdict["clean"], verdict["cleared"]) == (True, job == WITH)
    assert CANARY.casefold() not in said(done)
    for report in reports(name, job):
        assert (small.base / report).read_text(encoding="utf-8").startswith("<testsuites")


@pytest.mark.usefixtures("job_folder")
def test_a_planted_leak_is_red_with_clearance_and_is_not_told(small: Small, answerkit: Answerkit) -> None:
    small.change(BLOCK, "Der er", f"{CANARY} i teksten. Der er")
    done = run(answerkit, "github.yml", WITH)
    assert done[-1].code == 4
    assert f"::error file={BLOCK},line=5,title=C103::" in done[-1].out
    assert CANARY.casefold() not in said(done)
    verdict = (small.base / "verdict.json").read_text(encoding="utf-8")
    assert json.loads(verdict)["clean"] is False
    assert CANARY.casefold() not in verdict.casefold()


@pytest.mark.usefixtures("job_folder")
def test_a_confidential_file_that_is_tracked_is_red_anywhere(small: Small, answerkit: Answerkit) -> None:
    small.write("content/confidential/x.yaml", CANARY)
    subprocess.run(["git", "add", "--force", "content/confidential/x.yaml"], cwd=small.base, check=True)  # noqa: S607
    done = run(answerkit, "github.yml", WITHOUT)
    assert (len(done), done[-1].code) == (2, 4)
    assert "::error file=content/confidential/x.yaml,title=G101::" in done[-1].out
    assert CANARY.casefold() not in said(done)
