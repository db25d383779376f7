"""``answerkit check``."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from answerkit.cli.formats import Format, FormatOption
from answerkit.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class CheckOrder:
    """What the user typed; paths are as typed."""

    confidential: Path | None
    require_isolation: bool
    require_clearance: bool
    verdict: Path | None
    project: Path | None
    output: Format


def check(  # noqa: PLR0913 - a parameter for each option, as typer wants it
    *,
    confidential: Annotated[
        Path | None,
        typer.Option(metavar="MAPPE", help="Den fortrolige mappe; ellers content/confidential."),
    ] = None,
    require_isolation: Annotated[
        bool,
        typer.Option("--require-isolation", help="Godtag kun muren, som styresystemet håndhæver (Landlock)."),
    ] = False,
    require_clearance: Annotated[
        bool,
        typer.Option("--require-clearance", help="Godtag ikke, at den fortrolige mappe mangler."),
    ] = False,
    verdict: Annotated[
        Path | None,
        typer.Option(metavar="FIL", help="Skriv en vurdering som JSON: kontrolsummer og antal, ingen tekst."),
    ] = None,
    project: Annotated[
        Path | None,
        typer.Option(metavar="MAPPE", help="Projektets mappe; ellers den nærmeste med answerkit.toml."),
    ] = None,
    output: FormatOption = Format.TEXT,
) -> Callable[[], int]:
    """Bevis, at intet fortroligt når ud, og se alt offentligt efter: indhold, byggeri og outputs/public."""
    order = CheckOrder(confidential, require_isolation, require_clearance, verdict, project, output)
    return partial(_run, order)


def _run(order: CheckOrder) -> int:
    from answerkit.cli.checking import run  # noqa: PLC0415 - see ``app``

    return run(order)
