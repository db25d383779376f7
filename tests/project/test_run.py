"""The set-up script: what it installs when, what it refuses, what it hands on. No test uses the network."""

import ast
import importlib.util
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from project.loading import PROJECT, load_script

run = load_script("run.py")

VENV, PACKAGES, INSTALL = "venv", "packages", "project"


class Checkout(run.Setup):  # type: ignore[misc,name-defined]  # the script stands in no package
    """A checkout whose steps are only written down, and leave behind what the real ones would."""

    def __init__(self, root: Path) -> None:
        super().__init__(root, {})
        self.steps: list[str] = []
        self.failing = ""

    def step(self, command: list[str], failure: str) -> None:
        kind = VENV if "venv" in command else INSTALL if "--editable" in command else PACKAGES
        if kind == self.failing:
            raise run.SetupError(failure)
        if kind == VENV:
            self.python.parent.mkdir(parents=True)
            self.python.touch()
        self.steps.append(kind)

    def taken(self) -> list[str]:
        """The steps since the last time of asking."""
        steps, self.steps = self.steps, []
        return steps


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    (tmp_path / "requirements").mkdir()
    for name in ("pyproject.toml", "requirements/run.txt", "requirements/dev.txt"):
        (tmp_path / name).write_text(f"{name}\n", encoding="utf-8")
    return Checkout(tmp_path)


def change(checkout: Checkout, name: str) -> None:
    (checkout.root / name).write_text("changed\n", encoding="utf-8")


def lose_python(checkout: Checkout) -> None:
    checkout.python.unlink()


def forget(checkout: Checkout) -> None:
    checkout.prepared.unlink()


def garble(checkout: Checkout) -> None:
    checkout.prepared.write_text("{", encoding="utf-8")


def hold_a_list(checkout: Checkout) -> None:
    checkout.prepared.write_text("[]", encoding="utf-8")


def come_from(key: str, value: str) -> Callable[[Checkout], None]:
    def edit(checkout: Checkout) -> None:
        done = json.loads(checkout.prepared.read_text(encoding="utf-8"))
        checkout.prepared.write_text(json.dumps(done | {key: value}), encoding="utf-8")

    return edit


def test_the_first_run_installs_everything(checkout: Checkout) -> None:
    checkout.ensure("run")
    assert checkout.taken() == [VENV, PACKAGES, INSTALL]


def test_the_second_run_installs_nothing(checkout: Checkout) -> None:
    checkout.ensure("run")
    checkout.taken()
    checkout.ensure("run")
    assert checkout.taken() == []


def test_tests_need_more_packages_than_a_build(checkout: Checkout) -> None:
    checkout.ensure("run")
    checkout.taken()
    checkout.ensure("dev")
    assert checkout.taken() == [PACKAGES, INSTALL]
    checkout.ensure("run")
    assert checkout.taken() == []


def test_a_build_is_satisfied_by_what_tests_need(checkout: Checkout) -> None:
    checkout.ensure("dev")
    checkout.taken()
    checkout.ensure("run")
    assert checkout.taken() == []


@pytest.mark.parametrize(
    "spoil",
    [
        lose_python,
        forget,
        garble,
        hold_a_list,
        come_from("python", "3.10"),
        come_from("folder", "elsewhere"),
        lambda checkout: change(checkout, "requirements/run.txt"),
    ],
    ids=["no python", "half-made", "garbled", "no mapping", "other Python", "moved", "other lock"],
)
def test_a_stale_environment_is_made_anew(checkout: Checkout, spoil: Callable[[Checkout], None]) -> None:
    checkout.ensure("run")
    leftover = checkout.venv / "leftover"
    leftover.touch()
    checkout.taken()
    spoil(checkout)
    checkout.ensure("run")
    assert checkout.taken() == [VENV, PACKAGES, INSTALL]
    assert not leftover.exists()


def test_a_changed_project_file_installs_only_the_project(checkout: Checkout) -> None:
    checkout.ensure("run")
    checkout.taken()
    change(checkout, "pyproject.toml")
    checkout.ensure("run")
    assert checkout.taken() == [INSTALL]


def test_line_ends_change_nothing(checkout: Checkout) -> None:
    checkout.ensure("run")
    checkout.taken()
    lock = checkout.root / "requirements" / "run.txt"
    lock.write_bytes(lock.read_bytes().replace(b"\n", b"\r\n"))
    checkout.ensure("run")
    assert checkout.taken() == []


@pytest.mark.parametrize("failing", [VENV, PACKAGES, INSTALL])
def test_a_failure_leaves_an_environment_that_is_made_anew(checkout: Checkout, failing: str) -> None:
    checkout.failing = failing
    with pytest.raises(run.SetupError):
        checkout.ensure("run")
    checkout.taken()
    checkout.failing = ""
    checkout.ensure("run")
    assert checkout.taken() == [VENV, PACKAGES, INSTALL]


def test_a_failure_on_the_way_to_more_packages_counts_as_half_made(checkout: Checkout) -> None:
    checkout.ensure("run")
    checkout.failing = PACKAGES
    with pytest.raises(run.SetupError):
        checkout.ensure("dev")
    checkout.failing = ""
    checkout.taken()
    checkout.ensure("run")
    assert checkout.taken() == [VENV, PACKAGES, INSTALL]


def test_a_linked_environment_is_refused_and_left_alone(checkout: Checkout, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    try:
        checkout.venv.symlink_to(elsewhere, target_is_directory=True)
    except OSError:
        pytest.skip("kun Windows: symbolske links kræver en rettighed")
    with pytest.raises(run.SetupError, match="symbolsk link"):
        checkout.ensure("run")
    assert elsewhere.is_dir()


def test_a_missing_lock_is_named(checkout: Checkout) -> None:
    (checkout.root / "requirements" / "run.txt").unlink()
    with pytest.raises(run.SetupError, match=r"requirements/run\.txt kan ikke læses"):
        checkout.ensure("run")


def test_a_real_environment_has_a_python_of_its_own(tmp_path: Path) -> None:
    setup = run.Setup(tmp_path, run.child_environment(os.environ))
    setup.remake()
    code = "import sys; print(sys.prefix)"
    shown = subprocess.run([setup.python, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert Path(shown.stdout.strip()).resolve() == setup.venv.resolve()


def test_a_step_that_fails_or_cannot_start_is_a_set_up_error(tmp_path: Path) -> None:
    setup = run.Setup(tmp_path, dict(os.environ))
    with pytest.raises(run.SetupError, match="gik galt"):
        setup.step([sys.executable, "-c", "raise SystemExit(1)"], "gik galt")
    with pytest.raises(run.SetupError, match="gik galt"):
        setup.step([str(tmp_path / "nothing")], "gik galt")


@pytest.mark.parametrize("version", [(2, 7), (3, 6), (3, 10)])
def test_an_old_python_is_refused_with_both_versions(version: tuple[int, int]) -> None:
    with pytest.raises(run.SetupError, match=rf"Python 3\.11 .* Python {version[0]}\.{version[1]}\."):
        run.refuse_python(version)


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 14), (4, 0)])
def test_a_newer_python_is_accepted(version: tuple[int, int]) -> None:
    run.refuse_python(version)


def test_a_python_without_ensurepip_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "ensurepip" else name)
    with pytest.raises(run.SetupError, match=r"python3-venv.*python3\.11-venv"):
        run.refuse_python((3, 11))


def test_the_script_parses_on_python_3_6() -> None:
    ast.parse((PROJECT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize(
    "name",
    ["PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_CONSTRAINT", "PIP_NO_BINARY", "PYTHONPATH", "PYTHONHOME"],
)
def test_what_would_lead_astray_is_not_handed_on(name: str) -> None:
    assert run.child_environment({name: "x", "PATH": "y"}) == {"PATH": "y"}


@pytest.mark.parametrize("name", ["PIP_INDEX_URL", "PIP_CERT", "PIP_PROXY", "HOME", "PYTHONUTF8"])
def test_what_reaches_the_packages_is_handed_on(name: str) -> None:
    assert run.child_environment({name: "x"}) == {name: "x"}


@pytest.mark.parametrize("code", [0, 1, 3, 4, 70])
def test_the_commands_exit_code_is_ours(checkout: Checkout, code: int) -> None:
    checkout.python = Path(sys.executable)
    assert checkout.wait_for(["-c", f"raise SystemExit({code})"], checkout.root) == code


@pytest.mark.skipif(os.name == "nt", reason="kun macOS og Linux: signaler")
def test_a_killed_command_exits_as_in_a_shell(checkout: Checkout) -> None:
    checkout.python = Path(sys.executable)
    code = "import os, signal; os.kill(os.getpid(), signal.SIGTERM)"
    assert checkout.wait_for(["-c", code], checkout.root) == 128 + signal.SIGTERM


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("build", ["-m", "answerkit", "build", "--project", "ROOT", "--force"]),
        ("test", ["-m", "pytest", "--force"]),
        ("bench", ["-m", "bench.compare", "--force"]),
    ],
)
def test_a_command_gets_its_arguments(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch, command: str, expected: list[str]
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(checkout, "wait_for", lambda arguments, _: seen.extend(arguments))
    checkout.run(command, ["--force"])
    assert [argument.replace(str(checkout.root), "ROOT") for argument in seen] == expected


def call(*arguments: str) -> "subprocess.CompletedProcess[str]":
    environment = os.environ | {"PYTHONUTF8": "1"}
    command = [sys.executable, str(PROJECT / "run.py"), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=environment)


@pytest.mark.parametrize("arguments", [[], ["byg"], ["--version"]])
def test_wrong_usage_exits_2_and_says_what_is_right(arguments: list[str]) -> None:
    result = call(*arguments)
    assert result.returncode == 2
    assert "python3 run.py KOMMANDO" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_names_every_command(option: str) -> None:
    result = call(option)
    assert result.returncode == 0
    assert all(f"\n  {command} " in result.stdout for command in run.LOCKS)
