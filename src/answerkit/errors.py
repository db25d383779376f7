"""The one root of answerkit's exceptions, and the exit codes of the command line.

What is wrong with content is no exception: it is a ``Problem``, a value that is collected and reported
together with all others. An exception is for what stops the work itself. Only ``cli`` catches.
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the process returns; the design's order of precedence is ``FAULT > LEAK > CONTENT > LINT``."""

    OK = 0
    LINT = 1
    USAGE = 2
    CONTENT = 3
    LEAK = 4
    FAULT = 70
    INTERRUPTED = 130


_PRECEDENCE = (ExitCode.FAULT, ExitCode.LEAK, ExitCode.CONTENT, ExitCode.USAGE, ExitCode.LINT, ExitCode.OK)


def worst(*codes: ExitCode) -> ExitCode:
    """The code that a process returns for all of them together; ``OK`` for none."""
    return min(codes, key=_PRECEDENCE.index, default=ExitCode.OK)


class AnswerkitError(Exception):
    """Root of every expected failure. The message is for staff, in Danish, and holds no content text.

    Attributes:
        hint: what the user can do about it, or an empty string.
        exit_code: what the process returns when nothing worse happened.
    """

    exit_code: ExitCode = ExitCode.CONTENT

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class UsageError(AnswerkitError):
    """The command was called in a way that cannot mean anything (exit 2)."""

    exit_code: ExitCode = ExitCode.USAGE
