"""``--show-matches``: what was found, for the eyes of whoever sits at the terminal, and for no record.

The text goes from the gate that found it straight to the terminal. It is part of no finding, no event and no
report, so nothing that keeps those can keep it.
"""

from __future__ import annotations

import os
import sys
from typing import Final

from answerkit.cli.console import Progress, say
from answerkit.cli.formats import Format
from answerkit.errors import UsageError
from answerkit.model.finding import Finding, Witness

_LONGEST: Final = 200


def terminal_witness(output: Format, progress: Progress) -> Witness:
    """Shows each match on the terminal when it is found, the progress line out of the way.

    Raises:
        UsageError: there is no terminal that all goes to, or this is CI, where the terminal is a log.
    """
    if os.environ.get("CI", "").strip().lower() not in {"", "false"}:
        raise UsageError("--show-matches kan ikke bruges i CI", "kør kommandoen på din egen maskine")
    if output is not Format.TEXT or not (sys.stdout.isatty() and sys.stderr.isatty()):
        raise UsageError(
            "--show-matches viser kun fund på en skærm",
            "kør kommandoen i et vindue, uden --format, og uden at sende resultatet til en fil",
        )

    def show(found: Finding, text: str) -> None:
        progress.clear()
        where = ": ".join(step for step in (found.file, found.part, found.place) if step)
        say(f"{where}: {found.code} fandt: {text[:_LONGEST]}")

    return show
