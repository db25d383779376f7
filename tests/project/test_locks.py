"""The locks: whole, hashed, at one with pyproject.toml and each other, silent on where packages come from."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from project.loading import PROJECT, load_script

REQUIREMENTS = PROJECT / "requirements"
LOCKS = sorted(REQUIREMENTS.glob("*.txt"))
PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
run = load_script("run.py")
lock = load_script("requirements/lock.py")


def entries(path: Path) -> dict[str, str]:
    """Package name → its entry with all hashes on one line."""
    text = re.sub(r"^#.*\n", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE).replace("\\\n", " ")
    return {
        canonicalize_name(Requirement(line.split(" --hash=")[0]).name): line for line in text.splitlines()
    }


def versions(name: str) -> dict[str, str]:
    """Package name → version."""
    return {
        package: next(iter(Requirement(line.split(" --hash=")[0]).specifier)).version
        for package, line in entries(REQUIREMENTS / f"{name}.txt").items()
    }


def missing(wanted: list[str], name: str) -> list[str]:
    """Requirements that a lock does not fulfil."""
    locked = versions(name)
    return [
        text
        for text in wanted
        if not Requirement(text).specifier.contains(
            locked.get(canonicalize_name(Requirement(text).name), "0")
        )
    ]


def test_every_lock_that_is_made_stands_there() -> None:
    assert {path.stem for path in LOCKS} == set(lock.SOURCES)


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.stem)
def test_every_package_is_pinned_and_hashed(path: Path) -> None:
    for line in entries(path).values():
        assert re.match(r"[a-z0-9-]+==[0-9a-z.]+ ( ?; [^\\]+)?", line), line
        assert re.findall(r"--hash=sha256:[0-9a-f]{64}(?= |$)", line), line


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.stem)
def test_no_host_and_no_option_stands_in_a_lock(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*--(?!hash=)", text, flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        (PYPROJECT["project"]["dependencies"], "run"),
        (PYPROJECT["build-system"]["requires"], "run"),
        (["editables"], "run"),
        (PYPROJECT["dependency-groups"]["dev"], "dev"),
        (PYPROJECT["dependency-groups"]["bench"], "dev"),
    ],
    ids=["dependencies", "build", "editable", "dev", "bench"],
)
def test_a_lock_fulfils_what_the_project_asks_for(wanted: list[str], name: str) -> None:
    assert missing(wanted, name) == []


def test_an_unfulfilled_requirement_would_be_seen() -> None:
    assert missing(["jinja2>=99", "nonesuch>=1"], "run") == ["jinja2>=99", "nonesuch>=1"]


@pytest.mark.parametrize(
    ("needed", "other"), [(needed, other) for needed, others in run.SATISFIED_BY.items() for other in others]
)
def test_a_lock_said_to_hold_another_does(needed: str, other: str) -> None:
    assert versions(needed).items() <= versions(other).items()
