"""``answerkit template``: the reference file that gives documents their look."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from answerkit.cli.danish import DanishCommand, DanishGroup
from answerkit.cli.formats import Format, FormatOption
from answerkit.errors import ExitCode
from answerkit.model.frozen import dataclass

template = typer.Typer(
    name="template",
    cls=DanishGroup,
    rich_markup_mode=None,
    invoke_without_command=True,
    options_metavar="[VALG]",
    subcommand_metavar="KOMMANDO [ARGUMENTER]...",
)


@dataclass(frozen=True, slots=True)
class TemplateOrder:
    """What the user typed; paths are as typed."""

    file: Path | None
    project: Path | None
    output: Format


@template.callback()
def _group(context: typer.Context) -> int | None:
    """Efterse skabelonen, som bestemmer svarenes udseende."""
    if context.invoked_subcommand is not None:
        return None
    sys.stderr.write(f"{context.get_help()}\n")
    return ExitCode.USAGE


@template.command(cls=DanishCommand, options_metavar="[VALG]")
def check(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FIL]", help="Referencefilen; ellers projektets templates/reference.docx."),
    ] = None,
    *,
    project: Annotated[
        Path | None,
        typer.Option(metavar="MAPPE", help="Projektets mappe; ellers den nærmeste med answerkit.toml."),
    ] = None,
    output: FormatOption = Format.TEXT,
) -> Callable[[], int]:
    """Sig, om referencefilen kan bruges, og hvad den ikke må rumme."""
    return partial(_run, TemplateOrder(file, project, output))


def _run(order: TemplateOrder) -> int:
    from answerkit.cli.templating import run  # noqa: PLC0415 - see ``app``

    return run(order)
