"""``answerkit build``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from answerkit.cli.formats import Format, FormatOption
from answerkit.errors import UsageError
from answerkit.model.frozen import dataclass


class EditionChoice(StrEnum):
    """Values of ``--edition``."""

    PUBLIC = "public"
    CONFIDENTIAL = "confidential"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class BuildOrder:
    """What the user typed; paths are as typed."""

    answers: tuple[str, ...]
    edition: EditionChoice
    confidential: Path | None
    force: bool
    jobs: int
    require_isolation: bool
    project: Path | None
    output: Format
    html: bool = False
    pdf: bool = False
    libreoffice: Path | None = None
    encrypt: bool = False
    password_file: Path | None = None


LibreOfficeOption: TypeAlias = Annotated[
    Path | None,
    typer.Option(metavar="STI", help="Programmet soffice, eller dets mappe; ellers findes det selv."),
]


def complete_answer(incomplete: str) -> Iterator[str]:
    """Ids of the answers of the project in which the shell stands; none where it stands in no project."""
    from answerkit.lanes.project import PublicPaths, answer_ids, find_project  # noqa: PLC0415 - on Tab only

    try:
        base = find_project(Path.cwd())
    except UsageError:
        return
    yield from (name for name in answer_ids(PublicPaths(base)) if name.startswith(incomplete))


def build(  # noqa: PLR0913 - a parameter for each option, as typer wants it
    answers: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SVAR]...",
            help="Svarets id eller stien til dets YAML-fil; uden SVAR bygges alle.",
            autocompletion=complete_answer,
        ),
    ] = None,
    *,
    edition: Annotated[
        EditionChoice,
        typer.Option(
            metavar="public|confidential|both",
            help="Den udgave, der bygges; ellers begge.",
            show_default=False,
        ),
    ] = EditionChoice.BOTH,
    confidential: Annotated[
        Path | None,
        typer.Option(metavar="MAPPE", help="Den fortrolige mappe; ellers content/confidential."),
    ] = None,
    force: Annotated[
        bool,
        typer.Option(
            "--force",
            help="Byg også uændrede svar, og skriv over filer, der er rettet i hånden; de gemmes som kopi.",
        ),
    ] = False,
    jobs: Annotated[
        int,
        typer.Option(
            min=1,
            metavar="ANTAL",
            help="Så mange processer bygger hver udgave; ellers 1.",
            show_default=False,
        ),
    ] = 1,
    require_isolation: Annotated[
        bool,
        typer.Option(
            "--require-isolation", help="Byg kun bag muren, som styresystemet håndhæver (Landlock)."
        ),
    ] = False,
    project: Annotated[
        Path | None,
        typer.Option(metavar="MAPPE", help="Projektets mappe; ellers den nærmeste med answerkit.toml."),
    ] = None,
    html: Annotated[
        bool, typer.Option("--html", help="Lav også hver udgave som HTML, én fil, der kan læses uden Word.")
    ] = False,
    pdf: Annotated[
        bool, typer.Option("--pdf", help="Lav også hver udgave som PDF, med LibreOffice.")
    ] = False,
    libreoffice: LibreOfficeOption = None,
    encrypt: Annotated[
        bool,
        typer.Option("--encrypt", help="Beskyt den fortrolige Word-fil med en adgangskode, der spørges om."),
    ] = False,
    password_file: Annotated[
        Path | None,
        typer.Option(metavar="FIL", help="Fil med adgangskoden til --encrypt; ellers ANSWERKIT_PASSWORD."),
    ] = None,
    output: FormatOption = Format.TEXT,
) -> Callable[[], int]:
    """Byg svarenes Word-filer i outputs/public og outputs/confidential."""
    order = BuildOrder(
        tuple(answers or ()),
        edition,
        confidential,
        force,
        jobs,
        require_isolation,
        project,
        output,
        html,
        pdf,
        libreoffice,
        encrypt,
        password_file,
    )
    return partial(_run, order)


def _run(order: BuildOrder) -> int:
    from answerkit.cli.building import run_build  # noqa: PLC0415 - see ``app``

    return run_build(order)
