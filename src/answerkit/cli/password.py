"""Where the password of ``--encrypt`` comes from: a file, the environment or the keyboard.

Never a command line: other programs of the machine can read it while it runs, and shells keep it.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable
from functools import partial
from getpass import getpass
from pathlib import Path

from answerkit.cli.build import BuildOrder, EditionChoice
from answerkit.errors import UsageError

VARIABLE = "ANSWERKIT_PASSWORD"
SHORTEST = 12
LONGEST = 255
"""Characters; Word takes no longer password."""

_MOST_BYTES = 4096
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def password_source(order: BuildOrder) -> Callable[[], str] | None:
    """What gives the password when it is needed; None where nothing is to be encrypted.

    Raises:
        UsageError: what was asked for would leave something unencrypted, or encrypts nothing.
    """
    if not order.encrypt:
        if order.password_file is not None:
            raise UsageError("--password-file gør intet uden --encrypt", "tilføj --encrypt")
        return None
    if order.edition is EditionChoice.PUBLIC:
        raise UsageError("--encrypt gælder kun den fortrolige udgave", "udelad det, eller byg begge udgaver")
    if order.html or order.pdf:
        raise UsageError(
            "kun Word-filen kan krypteres, ikke HTML og PDF", "lav dem for sig med --edition public"
        )
    return partial(_password, None if order.password_file is None else Path.cwd() / order.password_file)


def _password(file: Path | None) -> str:
    if file is not None:
        return _checked(_from_file(file))
    told = os.environ.get(VARIABLE)
    return _checked(_from_keyboard() if told is None else told)


def _from_file(file: Path) -> str:
    """The first line of a file that nobody else may read."""
    try:
        with file.open("rb") as opened:
            mode = os.fstat(opened.fileno()).st_mode
            text = opened.read(_MOST_BYTES).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise UsageError(
            "filen med adgangskoden kan ikke læses", "angiv en tekstfil i UTF-8, som du må læse"
        ) from None
    if os.name == "posix" and mode & _OTHERS:
        raise UsageError("andre kan læse filen med adgangskoden", "lad kun dig selv læse den: chmod 600 FIL")
    return text.split("\n", 1)[0].rstrip("\r")


def _from_keyboard() -> str:
    """What somebody types twice, unseen."""
    if not sys.stdin.isatty():
        raise UsageError(
            "adgangskoden mangler, og der er ingen at spørge", f"brug --password-file, eller sæt {VARIABLE}"
        )
    try:
        first, second = getpass("Adgangskode: "), getpass("Adgangskoden igen: ")
    except EOFError:
        raise UsageError("adgangskoden mangler", "kør kommandoen igen, og skriv den") from None
    if first != second:
        raise UsageError("de to adgangskoder er ikke ens", "kør kommandoen igen, og skriv den samme to gange")
    return first


def _checked(password: str) -> str:
    if not SHORTEST <= len(password) <= LONGEST:
        raise UsageError(
            f"adgangskoden skal have {SHORTEST} til {LONGEST} tegn",
            "vælg fx fire tilfældige ord efter hinanden",
        )
    return password
