"""The words that typer has in English only: the help's headings, and what is wrong with a command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from answerkit.errors import UsageError
from answerkit.model.suggest import suggestion

if TYPE_CHECKING:
    from typer._click import Command, Context, Parameter

_HEADINGS = (
    ("Usage: ", "Brug: "),
    ("\nArguments:\n", "\nArgumenter:\n"),
    ("\nOptions:\n", "\nValg:\n"),
    ("\nCommands:\n", "\nKommandoer:\n"),
    ("  [x>=1]", ""),
    ("  [required]", "  [skal angives]"),
    ("{STI...}", "STI..."),
    ("{FIL}", "FIL"),
)
_OPTIONS = {
    "help": "Vis denne hjælp.",
    "install_completion": "Lad skallen fuldføre ord for dig.",
    "show_completion": "Vis det, som --install-completion skriver i skallens opsætning.",
}


def usage_message(error: typer.TyperException) -> str:
    """What is wrong with the command line, and where to read more."""
    context: Context | None = getattr(error, "ctx", None)
    program = context.command_path if context else "answerkit"
    complaint = _complaint(error)
    return f"{complaint}{' S' if complaint.endswith('?') else '; s'}e »{program} --help«"


def _complaint(error: typer.TyperException) -> str:
    """Told by what typer hangs on its exceptions, since it keeps most of their classes to itself."""
    if isinstance(error, typer.BadParameter):
        option = error.param
        if isinstance(option, TyperArgument) and option.required:
            return f"der mangler noget, eller det kan ikke bruges: skriv {option.metavar}"
        usage = f": skriv {option.opts[0]} {option.metavar}" if isinstance(option, TyperOption) else ""
        least = getattr(getattr(option, "type", None), "min", None)
        return f"værdien kan ikke bruges{usage}" + ("" if least is None else f", mindst {least}")
    name: str = getattr(error, "option_name", "")
    if not name:
        return "kommandoen kan ikke forstås"
    if not hasattr(error, "possibilities"):
        return f"valget {name} er brugt forkert"
    near: list[str] = error.possibilities or []
    return f"valget {name} findes ikke" + (f"; mente du {near[0]}?" if near else "")


def _in_danish(text: str) -> str:
    for english, danish in _HEADINGS:
        text = text.replace(english, danish)
    return text


def _described(params: list[Parameter]) -> list[Parameter]:
    for param in params:
        if isinstance(param, TyperOption):
            param.help = _OPTIONS.get(param.name or "", param.help or "")
    return params


class DanishCommand(TyperCommand):
    """A command whose help is Danish throughout."""

    def get_params(self, ctx: Context) -> list[Parameter]:
        """The command's parameters, those that typer adds among them."""
        return _described(super().get_params(ctx))

    def get_help(self, ctx: Context) -> str:
        """The help."""
        return _in_danish(super().get_help(ctx))


class DanishGroup(TyperGroup):
    """The program with all its commands, and help that is Danish throughout."""

    def get_params(self, ctx: Context) -> list[Parameter]:
        """The program's parameters, those that typer adds among them."""
        return _described(super().get_params(ctx))

    def get_help(self, ctx: Context) -> str:
        """The help."""
        return _in_danish(super().get_help(ctx))

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        """The command that the first argument names.

        Raises:
            UsageError: there is no such command.
        """
        if args[0] not in self.commands and not ctx.resilient_parsing:
            hint = suggestion(args[0], self.commands) or "se »answerkit --help«"
            raise UsageError(f"kommandoen »{args[0]}« findes ikke", hint)
        return super().resolve_command(ctx, args)
