"""``answerkit release``."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from answerkit.cli.formats import Format, FormatOption
from answerkit.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class ReleaseOrder:
    """What the user typed; paths are as typed."""

    file: Path
    to: Path
    confidential: Path | None
    project: Path | None
    output: Format


def release(
    file: Annotated[
        Path, typer.Argument(metavar="FIL", help="Word-filen eller PDF-filen, der skal offentliggøres.")
    ],
    *,
    to: Annotated[Path, typer.Option(metavar="MAPPE", help="Mappen, som en ren fil kopieres til.")],
    confidential: Annotated[
        Path | None,
        typer.Option(metavar="MAPPE", help="Den fortrolige mappe; ellers content/confidential."),
    ] = None,
    project: Annotated[
        Path | None,
        typer.Option(metavar="MAPPE", help="Projektets mappe; ellers den nærmeste med answerkit.toml."),
    ] = None,
    output: FormatOption = Format.TEXT,
) -> Callable[[], int]:
    """Undersøg en færdig fil, og kopiér den kun, hvis den er ren: under et navn, der intet siger."""
    return partial(_run, ReleaseOrder(file, to, confidential, project, output))


def _run(order: ReleaseOrder) -> int:
    from answerkit.cli.releasing import run  # noqa: PLC0415 - see ``app``

    return run(order)
