"""The edge of the program: the one place that catches, and that turns what happened into an exit code.

What is printed of an unexpected exception is its type and where it passed through our own code. Its message
and the values of its variables may hold confidential text, so neither is ever printed.
"""

from __future__ import annotations

import os
import signal
import sys
import warnings
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from traceback import walk_tb
from types import TracebackType

import typer

from answerkit.cli.app import read
from answerkit.cli.console import prepare_streams, say
from answerkit.cli.danish import usage_message
from answerkit.errors import AnswerkitError, ExitCode

_PACKAGE = Path(__file__).parents[1]


def run(arguments: Sequence[str] | None) -> int:
    """Read the command line, do what it asks for, and return the exit code.

    Nothing gets past here but the ``SystemExit`` by which typer ends a shell's request for completion.
    """
    try:
        _prepare(arguments)
        return _finish(_run(arguments))
    except KeyboardInterrupt:
        say("afbrudt")
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        return _hang_up()
    except typer.TyperException as error:
        say(usage_message(error))
        return ExitCode.USAGE
    except AnswerkitError as error:
        say(f"{error}; {error.hint}" if error.hint else str(error))
        return error.exit_code
    except Exception as fault:  # noqa: BLE001 - the one place that may: nothing of it but its type is shown
        say(*fault_lines(fault))
        return ExitCode.FAULT


def fault_lines(fault: BaseException) -> tuple[str, ...]:
    """What may be told of a fault: its type, and file, line and function of each frame of our own."""
    frames = (f"  {frame}" for frame in _frames(fault.__traceback__))
    return (
        f"fejl i answerkit: {type(fault).__name__}",
        *frames,
        "indberet fejlen med linjerne herover; de rummer intet af indholdet",
    )


def _prepare(arguments: Sequence[str] | None) -> None:
    """Set up the process; its signals only where it is answerkit's own."""
    prepare_streams()
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # a library's warning could quote content
    if arguments is None:
        signal.signal(
            signal.SIGTERM, signal.default_int_handler
        )  # so that it, too, leaves nothing half-written


def _run(arguments: Sequence[str] | None) -> int:
    """The command itself runs outside of typer, which would keep interrupts and broken pipes to itself."""
    given = None if arguments is None else list(arguments)
    task = read(given)
    return task() if callable(task) else task


def _finish(code: int) -> int:
    """Flush while a broken pipe can still be caught."""
    sys.stdout.flush()
    return code


def _hang_up() -> int:
    """Nobody reads on. Point standard output elsewhere, or Python complains of it at exit.

    Source: Python documentation, library/signal, "Note on SIGPIPE".
    """
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return ExitCode.INTERRUPTED


def _frames(trace: TracebackType | None) -> list[str]:
    return [
        f"{path.relative_to(_PACKAGE).as_posix()}:{line} {frame.f_code.co_name}"
        for frame, line in walk_tb(trace)
        if (path := Path(frame.f_code.co_filename)).is_relative_to(_PACKAGE)
    ]
