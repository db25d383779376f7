"""The command line: which commands there are, and how to read one.

A command only says what is to be done; ``edge`` does it. What the work needs is imported when it starts, so
that help and completion are quick.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Mapping
from typing import Annotated, Any, Final, TypeAlias

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

_COMMANDS: Final[Mapping[str, tuple[Callable[..., Any], str]]] = {
    "build": (build, "Byg svarenes Word-filer, på ønske også HTML og PDF."),
    "lint": (lint, "Se indholdet efter; --fix retter det mekaniske."),
    "scan": (scan, "Undersøg filer for det, der ikke må offentliggøres."),
    "hook": (hook, "Undersøg det, git er ved at gemme."),
    "template": (template, ""),
    "check": (check, "Bevis, at intet fortroligt når ud, og se alt efter."),
    "pdf": (pdf, "Lav en PDF af en Word-fil, der er rettet efter bygningen."),
    "release": (release, "Kopiér en færdig fil, men kun hvis den er ren."),
}


def read(arguments: list[str] | None) -> Task | int:
    """What a command line asks for, or the exit code when typer did it already.

    Raises:
        typer.TyperException: the command line cannot be understood.
        UsageError: it means nothing.
    """
    first = (sys.argv[1:] if arguments is None else arguments)[:1]
    known = first if _COMMANDS.keys() & first else _COMMANDS
    task: Task | int | None = get_command(make_app(known)).main(
        arguments, prog_name="answerkit", standalone_mode=False
    )
    return ExitCode.OK if task is None else task


def make_app(names: Collection[str] = _COMMANDS) -> typer.Typer:
    """The program with these commands; typer takes a millisecond or two to get each of them ready."""
    app = typer.Typer(
        name="answerkit",
        cls=DanishGroup,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        invoke_without_command=True,
        context_settings={"help_option_names": ["--help", "-h"]},
        options_metavar="[VALG]",
        subcommand_metavar="KOMMANDO [ARGUMENTER]...",
    )
    app.callback()(_program)
    for name, (command, summary) in _COMMANDS.items():
        if name in names and isinstance(command, typer.Typer):
            app.add_typer(command)
        elif name in names:
            app.command(name, cls=DanishCommand, options_metavar="[VALG]", short_help=summary)(command)
    return app


def _show_version(asked: bool) -> None:  # noqa: FBT001 - typer calls it
    if asked:
        sys.stdout.write(f"answerkit {__version__}\n")
        raise typer.Exit


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
