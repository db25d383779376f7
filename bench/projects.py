"""Copies of this project in a temporary folder, so that measuring leaves ``outputs/`` alone."""

import shutil
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
REFERENCE = "2021-kriminalitetsforebyggelse"


def copy_project(folder: Path) -> Path:
    """Copy settings, templates and content; gives the copy's path."""
    copy = folder / "project"
    for name in ("content", "templates"):
        shutil.copytree(PROJECT / name, copy / name)
    shutil.copy(PROJECT / "answerkit.toml", copy)
    for edition in ("public", "confidential"):
        (copy / "outputs" / edition).mkdir(parents=True)
    return copy


def multiply_reference(project: Path, count: int) -> None:
    """Leave no answers and overlays but ``count`` copies of the reference answer and of its overlay."""
    answers = project / "content" / "public" / "answers"
    overlays = project / "content" / "confidential" / "overlays"
    answer = (answers / f"{REFERENCE}.yaml").read_text(encoding="utf-8")
    overlay = (overlays / f"{REFERENCE}.yaml").read_text(encoding="utf-8")
    for stale in (*answers.glob("*.yaml"), *overlays.glob("*.yaml")):
        stale.unlink()
    for number in range(1, count + 1):
        name = f"{REFERENCE}-{number:04}"
        (answers / f"{name}.yaml").write_text(renamed(answer, name), encoding="utf-8")
        (overlays / f"{name}.yaml").write_text(renamed(overlay, name), encoding="utf-8")


def renamed(text: str, name: str) -> str:
    """The same record under another id, or extending an answer with another id."""
    for key in ("id", "extends"):
        text = text.replace(f"{key}: {REFERENCE}\n", f"{key}: {name}\n")
    return text
