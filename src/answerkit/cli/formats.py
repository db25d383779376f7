"""``--format``: the forms in which every command can tell what it found."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, TypeAlias

import typer


class Format(StrEnum):
    """Values of ``--format``: words for people, or one document for a program."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"


FormatOption: TypeAlias = Annotated[
    Format,
    typer.Option(
        "--format", metavar="|".join(Format), help="Resultatets form; ellers text.", show_default=False
    ),
]
"""The option, the same for every command: ``output: FormatOption = Format.TEXT``."""
