"""``answerkit lint``."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from answerkit.cli.build import complete_answer
from answerkit.cli.formats import Format, FormatOption
from answerkit.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class LintOrder:
    """What the user typed; paths are as typed."""

    answers: tuple[str, ...]
    confidential: Path | None
    public_only: bool
    rules: bool
    deadline: bool
    fix: bool
    project: Path | None
    output: Format


def lint(  # noqa: PLR0913 - a parameter for each option, as typer wants it
    answers: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SVAR]...",
            help="Svarets id eller stien til dets YAML-fil; uden SVAR ses alt indhold efter.",
            autocompletion=complete_answer,
        ),
    ] = None,
    *,
    confidential: Annotated[
        Path | None,
        typer.Option(metavar="MAPPE", help="Den fortrolige mappe; ellers content/confidential."),
    ] = None,
    public_only: Annotated[
        bool, typer.Option("--public-only", help="Lad den fortrolige mappe være lukket.")
    ] = False,
    rules: Annotated[bool, typer.Option("--rules", help="Vis alle regler, og hvad de siger.")] = False,
    deadline: Annotated[
        bool, typer.Option("--deadline", help="Vis svarenes frister, talt dag for dag.")
    ] = False,
    fix: Annotated[
        bool,
        typer.Option(
            "--fix",
            help="Ret mellemrum, decimaltal, intervaller, sporing i links og nøglernes rækkefølge i filerne.",
        ),
    ] = False,
    project: Annotated[
        Path | None,
        typer.Option(metavar="MAPPE", help="Projektets mappe; ellers den nærmeste med answerkit.toml."),
    ] = None,
    output: FormatOption = Format.TEXT,
) -> Callable[[], int]:
    """Se indholdet efter: tal, lovgivning, hjemler, spørgsmål, sprog og frister."""
    order = LintOrder(tuple(answers or ()), confidential, public_only, rules, deadline, fix, project, output)
    return partial(_run, order)


def _run(order: LintOrder) -> int:
    from answerkit.cli.linting import run  # noqa: PLC0415 - see ``app``

    return run(order)
