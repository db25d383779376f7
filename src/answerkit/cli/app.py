"""The command line: which commands there are, and how to read one.

A command only says what is to be done; ``edge`` does it. What the work needs is imported when it starts, so
that help and completion are quick.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import Annotated, TypeAlias

import typer
from typer.main import get_command

from answerkit import __version__
from answerkit.cli.build import build
from answerkit.cli.check import check
from answerkit.cli.danish import DanishCommand, DanishGroup
from answerkit.cli.hook import hook
from answerkit.cli.lint import lint
from answerkit.cli.pdf import pdf
from answerkit.cli.release import release
from answerkit.cli.scan import scan
from answerkit.cli.template import template
from answerkit.errors import ExitCode

Task: TypeAlias = Callable[[], int]
"""What a command line asks for, ready to run; gives the exit code."""

app = typer.Typer(
    name="answerkit",
    cls=DanishGroup,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    options_metavar="[VALG]",
    subcommand_metavar="KOMMANDO [ARGUMENTER]...",
)
_command = partial(app.command, cls=DanishCommand, options_metavar="[VALG]")
_command(short_help="Byg svarenes Word-filer, på ønske også HTML og PDF.")(build)
_command(short_help="Se indholdet efter; --fix retter det mekaniske.")(lint)
_command(short_help="Undersøg filer for det, der ikke må offentliggøres.")(scan)
_command(short_help="Undersøg det, git er ved at gemme.")(hook)
app.add_typer(template)
_command(short_help="Bevis, at intet fortroligt når ud, og se alt efter.")(check)
_command(short_help="Lav en PDF af en Word-fil, der er rettet siden.")(pdf)
_command(short_help="Kopiér en færdig fil, men kun hvis den er ren.")(release)


def read(arguments: list[str] | None) -> Task | int:
    """What a command line asks for, or the exit code when typer did it already.

    Raises:
        typer.TyperException: the command line cannot be understood.
        UsageError: it means nothing.
    """
    task: Task | int | None = get_command(app).main(arguments, prog_name="answerkit", standalone_mode=False)
    return ExitCode.OK if task is None else task


def _show_version(asked: bool) -> None:  # noqa: FBT001 - typer calls it
    if asked:
        sys.stdout.write(f"answerkit {__version__}\n")
        raise typer.Exit


@app.callback()
def _program(
    context: typer.Context,
    *,
    version: Annotated[  # noqa: ARG001 - its callback does the work
        bool, typer.Option("--version", help="Vis versionen.", callback=_show_version, is_eager=True)
    ] = False,
) -> int | None:
    """Byg svar på 10-dages forespørgsler som Word-filer: en offentlig og en fortrolig udgave."""
    if context.invoked_subcommand is not None:
        return None
    sys.stderr.write(f"{context.get_help()}\n")
    return ExitCode.USAGE
