"""``answerkit scan``."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from answerkit.cli.formats import Format, FormatOption
from answerkit.model.frozen import dataclass


class ProfileChoice(StrEnum):
    """Values of ``--profile``."""

    BUILT = "built"
    EDITED = "edited"


@dataclass(frozen=True, slots=True)
class ScanOrder:
    """What the user typed; paths are as typed."""

    paths: tuple[Path, ...]
    profile: ProfileChoice
    against: Path | None
    confidential: Path | None
    jobs: int
    a11y: bool
    show_matches: bool
    project: Path | None
    output: Format


def scan(  # noqa: PLR0913 - a parameter for each option, as typer wants it
    paths: Annotated[
        list[Path], typer.Argument(metavar="STI...", help="Filer, mapper og arkiver, der undersøges.")
    ],
    *,
    against: Annotated[
        Path | None,
        typer.Option(metavar="STI", help="Fil eller mappe med fortrolig tekst, som filerne holdes op mod."),
    ] = None,
    profile: Annotated[
        ProfileChoice,
        typer.Option(
            metavar="built|edited",
            help="Om filerne er, som answerkit byggede dem, eller er redigeret siden; ellers edited.",
            show_default=False,
        ),
    ] = ProfileChoice.EDITED,
    confidential: Annotated[
        Path | None,
        typer.Option(metavar="MAPPE", help="Den fortrolige mappe; ellers content/confidential."),
    ] = None,
    jobs: Annotated[
        int,
        typer.Option(
            min=1, metavar="ANTAL", help="Så mange processer deles om filerne; ellers 1.", show_default=False
        ),
    ] = 1,
    a11y: Annotated[
        bool, typer.Option("--a11y", help="Se også efter, om Word-filer kan læses af alle (tilgængelighed).")
    ] = False,
    show_matches: Annotated[
        bool,
        typer.Option(
            "--show-matches", help="Vis også den tekst, der blev fundet: kun på en skærm, og aldrig i CI."
        ),
    ] = False,
    project: Annotated[
        Path | None,
        typer.Option(metavar="MAPPE", help="Projektets mappe; ellers den nærmeste med answerkit.toml."),
    ] = None,
    output: FormatOption = Format.TEXT,
) -> Callable[[], int]:
    """Undersøg filer for fortrolig tekst, personnumre, skjult indhold og alt, der ikke kan læses."""
    order = ScanOrder(tuple(paths), profile, against, confidential, jobs, a11y, show_matches, project, output)
    return partial(_run, order)


def _run(order: ScanOrder) -> int:
    from answerkit.cli.scanning import run  # noqa: PLC0415 - see ``app``

    return run(order)
