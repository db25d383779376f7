"""``answerkit pdf``."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from answerkit.cli.build import LibreOfficeOption
from answerkit.cli.formats import Format, FormatOption
from answerkit.model.frozen import dataclass


class Reader(StrEnum):
    """Values of ``--edition``."""

    PUBLIC = "public"
    CONFIDENTIAL = "confidential"


@dataclass(frozen=True, slots=True)
class PdfFileOrder:
    """What the user typed; paths are as typed."""

    file: Path
    edition: Reader
    confidential: Path | None
    force: bool
    libreoffice: Path | None
    project: Path | None
    output: Format


def pdf(  # noqa: PLR0913 - a parameter for each option, as typer wants it
    file: Annotated[Path, typer.Argument(metavar="FIL", help="Word-filen; PDF-filen lægges ved siden af.")],
    *,
    edition: Annotated[
        Reader,
        typer.Option(
            metavar="public|confidential",
            help="Hvem filen er til; en fortrolig kan kun læses af dig. Ellers public.",
            show_default=False,
        ),
    ] = Reader.PUBLIC,
    confidential: Annotated[
        Path | None,
        typer.Option(metavar="MAPPE", help="Den fortrolige mappe; ellers content/confidential."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Skriv over en PDF, der ligger der; den gemmes som kopi.")
    ] = False,
    libreoffice: LibreOfficeOption = None,
    project: Annotated[
        Path | None,
        typer.Option(metavar="MAPPE", help="Projektets mappe; ellers den nærmeste med answerkit.toml."),
    ] = None,
    output: FormatOption = Format.TEXT,
) -> Callable[[], int]:
    """Lav en PDF af en Word-fil, der er rettet efter bygningen; en offentlig ses efter som ved scan."""
    return partial(_run, PdfFileOrder(file, edition, confidential, force, libreoffice, project, output))


def _run(order: PdfFileOrder) -> int:
    from answerkit.cli.printing import run  # noqa: PLC0415 - see ``app``

    return run(order)
